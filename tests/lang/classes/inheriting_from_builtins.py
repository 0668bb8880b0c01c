class Names(list):
    def first(self):
        return self[0]


class Count(dict):
    def __missing__(self, key):
        return f"no {key}"


class Oops(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code


n = Names(["a", "b"])
n.append("c")
print(n, n.first(), len(n), isinstance(n, list))
c = Count(x=1)
print(c["x"], c["y"], c)
try:
    raise Oops(7)
except Oops as error:
    print(error, error.code, repr(error))
