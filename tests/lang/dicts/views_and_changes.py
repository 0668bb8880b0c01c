d = {"a": 1}
keys, items = d.keys(), d.items()
d["b"] = 2
print(keys, d.values(), items, "a" in keys, ("b", 2) in items, len(keys))
try:
    for k in d:
        d[k + k] = 1
except RuntimeError as error:
    print(error)
for k in list(d):
    if len(k) > 1:
        del d[k]
print(sorted(d), keys & {"a"}, keys == {"a", "b"})
