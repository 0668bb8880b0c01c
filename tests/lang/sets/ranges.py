r = range(2, 20, 3)
print(r, list(r), len(r), r[1], r[-1], r[1:3], 8 in r, 9 in r, r.index(5), r.count(5))
print(list(range(5)), list(range(5, 0, -2)), list(range(0)), range(3) == range(0, 3), bool(range(0)))
print(r.start, r.stop, r.step, list(reversed(range(3))), sum(range(101)), max(range(3)))
for f in (lambda: range(1, 2, 0), lambda: range(1.5), lambda: range(3)[5], lambda: range()):
    try:
        f()
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, error)
