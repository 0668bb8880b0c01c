a = b = 1
del a, b
try:
    a
except NameError as error:
    print(error)
items = [0, 1, 2, 3, 4]
del items[0]
del items[-1], items[0]
print(items)
del items[:]
print(items)
d = {"x": 1, "y": 2}
del d["x"]
print(d)
try:
    del d["x"]
except KeyError as error:
    print(repr(error))


class A:
    pass


o = A()
o.x = 1
del o.x
try:
    o.x
except AttributeError as error:
    print(error)
