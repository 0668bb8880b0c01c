class Door:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("open", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, trace):
        print("close", self.name, kind and kind.__name__, value)
        return self.swallow


with Door("a") as name:
    print("in", name)
with Door("b"), Door("c") as c:
    print("both", c)
with Door("d", swallow=True):
    raise ValueError("lost")
try:
    with Door("e"):
        1 / 0
except ZeroDivisionError:
    print("passed on")
with (Door("f") as x, Door("g") as y):
    print(x, y)
