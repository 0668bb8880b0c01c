print(type(1), type(""), type([]), type(None), type(print), type(lambda: 0), type(range(1)))
print(isinstance(1, (str, int)), isinstance("a", str), issubclass(int, object), callable(len), callable(5))
print(list("ab"), tuple([1, 2]), set([1]), dict(a=1), str([1, "a"]), repr("a"), bool([0]))
print(abs(-1.5), divmod(7, 3), pow(2, 3), round(1.25, 1), id(1) == id(1), hash(5), len({1: 2}))
print(ascii("é"), bin(3), hex(10), oct(9), chr(65), ord("A"), format(3.14159, ".2f"))
x = 5
print(globals()["x"], sorted(vars(type("A", (), {"q": 1})()))), print(dir(type("B", (), {"zz": 1}))[-1])
try:
    len(5)
except TypeError as error:
    print(error)
try:
    isinstance(1, 1)
except TypeError as error:
    print(error)
try:
    ord("ab")
except TypeError as error:
    print(error)
