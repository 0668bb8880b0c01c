d = {}
for k in ("z", "a", "m"):
    d[k] = len(d)
d["a"] = "changed"
del d["z"]
d["z"] = "again"
print(d)
for k, v in d.items():
    print(k, v)
print({1: "a", 1.0: "b", True: "c"})
big = {i: i for i in range(1000)}
for i in range(0, 1000, 2):
    del big[i]
print(len(big), list(big)[:3], list(big)[-1])
