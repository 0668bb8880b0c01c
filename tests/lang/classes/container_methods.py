class Shelf:
    def __init__(self):
        self.items = {}

    def __len__(self):
        return len(self.items)

    def __getitem__(self, key):
        return self.items[key]

    def __setitem__(self, key, value):
        self.items[key] = value

    def __delitem__(self, key):
        del self.items[key]

    def __contains__(self, key):
        return key in self.items

    def __iter__(self):
        return iter(sorted(self.items))

    def __call__(self, *args):
        return "called", args


s = Shelf()
print(bool(s), len(s))
s["b"] = 1
s["a"] = 2
print(s["a"], "b" in s, "z" in s, list(s), bool(s), s(1, 2))
del s["b"]
print(len(s))
