print({k: v for k, v in zip("abc", range(3))})
print({n % 3 for n in range(10)} == {0, 1, 2}, {w: len(w) for w in ["x", "yy"]})
print({v: k for k, v in {"a": 1, "b": 2}.items()})
print({k: [i for i in range(k)] for k in range(3)})
