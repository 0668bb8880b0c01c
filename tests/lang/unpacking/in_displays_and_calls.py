a, b = [1, 2], (3, 4)
print([*a, *b], (*a, 0), {*a}, [*"xy", *range(2)])
print({**{"x": 1}, "y": 2, **{"x": 3}})
print(*a, *b, sep="-")
t = *a, 5
print(t)
