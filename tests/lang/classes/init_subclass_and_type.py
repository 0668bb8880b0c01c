class Plugin:
    known = []

    def __init_subclass__(cls, **options):
        super().__init_subclass__()
        cls.known.append((cls.__name__, options))


class A(Plugin): pass
class B(Plugin, level=3): pass


print(Plugin.known)
print(type(5), type("").__name__, type(A), A)
X = type("X", (A,), {"n": 5})
print(X.n, X.__name__, X().n)
