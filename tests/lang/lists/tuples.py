t = (1, "a", None)
print(t, (1,), (), len(t), t[1], t + (2,), t * 2, "a" in t, t.index("a"), t.count(1))
print(tuple("ab"), tuple([1]), (1, 2) < (1, 3), hash((1, 2)) == hash((1, 2)), {(1, 2): "v"}[1, 2])
a, b = b, a = 1, 2
print(a, b)
for f in (lambda: t.index(9), lambda: t[5], lambda: t + [1], lambda: hash(([],))):
    try:
        f()
    except (ValueError, IndexError, TypeError) as error:
        print(type(error).__name__, error)
try:
    t[0] = 5
except TypeError as error:
    print(error)
