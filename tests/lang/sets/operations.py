a, b = {1, 2, 3}, {3, 4}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b))
print(a.isdisjoint({9}), {1} <= a, a.issuperset({1}), {1, 2}.issubset(a), 2 in a)
a.add(5)
a.discard(99)
a.remove(1)
a.update([7, 8])
print(sorted(a), len(a), set(), {1}, sorted(set("hello")), frozenset([1]))
a -= {7}
a &= {5, 8}
print(sorted(a), a == {8, 5}, sorted(a.union([0])), sorted(a.intersection([5])))
try:
    a.remove(100)
except KeyError as error:
    print(repr(error))
try:
    set().pop()
except KeyError as error:
    print(repr(error))
try:
    for x in a:
        a.add(x + 100)
except RuntimeError as error:
    print(error)
