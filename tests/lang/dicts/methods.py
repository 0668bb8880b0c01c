d = {"a": 1, "b": 2}
print(d.get("a"), d.get("z"), d.get("z", 0), d.setdefault("c", []), d.setdefault("a", 9))
print(list(d), list(d.keys()), list(d.values()), list(d.items()), len(d))
d.update({"a": 10}, e=5)
d.update([("f", 6)])
print(d, d.pop("a"), d.pop("zz", "none"), d.popitem(), d)
print(dict(x=1), dict([(1, 2)]), dict.fromkeys("ab", 0), {"x": 1} | {"y": 2}, {**{"z": 0}})
c = d.copy()
c.clear()
print(c, bool(c), d == dict(d), "b" in d, list(reversed({"p": 1, "q": 2})))
for f in (lambda: d["nope"], lambda: {}.popitem(), lambda: d.pop("nope")):
    try:
        f()
    except KeyError as error:
        print(repr(error))
