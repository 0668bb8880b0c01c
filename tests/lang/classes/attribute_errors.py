class A:
    def method(self):
        pass


a = A()
for name in ("missing", "methods"):
    try:
        getattr(a, name)
    except AttributeError as error:
        print(error)
try:
    A.nothing
except AttributeError as error:
    print(error)
try:
    (5).nothing
except AttributeError as error:
    print(error)
try:
    None.nothing
except AttributeError as error:
    print(error)
try:
    del a.gone
except AttributeError as error:
    print(error)
try:
    "x".y = 1
except AttributeError as error:
    print(error)
print(getattr(a, "missing", "default"), hasattr(a, "method"), hasattr(a, "x"))
setattr(a, "x", 3)
print(a.x)
