a, b = 1, 2
a, b = b, a
(c, d), [e, f] = (1, 2), "xy"
first, *rest = range(4)
*init, last = "abc"
x, *middle, y = [1, 2]
print(a, b, c, d, e, f, first, rest, init, last, x, middle, y)
for i, (j, k) in enumerate([(1, 2), (3, 4)]):
    print(i, j, k)
m = n = [0]
print(m is n)
items = [0, 0]
i, items[i] = 1, 9
print(items)
