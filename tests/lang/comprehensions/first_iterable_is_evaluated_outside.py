class A:
    items = [1, 2]
    doubled = [2 * i for i in items]


print(A.doubled)
try:
    [i for i in 5]
except TypeError as error:
    print(error)


def f(x):
    return [lambda: (x, i) for i in range(x)]


print([g() for g in f(2)])
print([last := i for i in range(3)], last)
