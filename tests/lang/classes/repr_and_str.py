class A:
    def __repr__(self):
        return "A!"


class B:
    def __str__(self):
        return "b"

    def __repr__(self):
        return "B()"


print(A(), str(A()), [A()], f"{A()!r:>4}|")
print(B(), [B()], repr(B()), f"{B()} {B()!r} {B()!s:>3}")
print({"k": B()}, (B(),))


class Wrong:
    def __str__(self):
        return 5


try:
    str(Wrong())
except TypeError as error:
    print(error)
