def f(a, b, /, c, *, d):
    return a, b, c, d


print(f(1, 2, 3, d=4))
print(f(1, 2, c=3, d=4))


def g(a, /, **rest):
    return a, rest


print(g(1, a=2))
try:
    f(1, b=2, c=3, d=4)
except TypeError as error:
    print(error)
