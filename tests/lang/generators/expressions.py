squares = (n * n for n in range(5) if n % 2)
print(next(squares), list(squares), list(squares))
print(sum(x for x in (1, 2, 3)), max((len(w), w) for w in ["a", "ccc", "bb"]))
print(",".join(str(n) for n in range(4)), any(n > 2 for n in [1, 5]), all(n for n in [1, 0]))
limit = 3
g = (x for x in range(limit))
limit = 10
print(list(g))
print(dict((k, v) for k, v in [("a", 1)]), set(c for c in "aa"), tuple(i for i in (1,)))
