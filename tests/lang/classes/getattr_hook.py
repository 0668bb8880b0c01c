class Proxy:
    def __init__(self):
        self.real = 1

    def __getattr__(self, name):
        if name.startswith("x"):
            return name * 2
        raise AttributeError(f"no {name}")


p = Proxy()
print(p.real, p.xy, hasattr(p, "y"), getattr(p, "z", "def"))
try:
    p.nope
except AttributeError as error:
    print(error)
