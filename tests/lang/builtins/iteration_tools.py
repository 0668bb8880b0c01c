print(list(enumerate("ab")), list(enumerate("ab", 5)), list(zip([1, 2, 3], "ab")), list(zip()))
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])))
print(list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2, 3])))
print(list(reversed([1, 2, 3])), sorted({3: 1, 1: 2}), any([]), all([]), any([0, 1]), all([1, 0]))
print(min(3, 1), max("a", "b"), min([5, 2], key=lambda x: -x), max([], default="none"), sum([], 5))
it = iter([1, 2])
print(next(it), next(it), next(it, "end"), list(iter(lambda n=[3]: n.append(n.pop() - 1) or n[0], 0)))
for f in (lambda: max([]), lambda: min(1), lambda: sum(["a"]), lambda: zip([1], [1, 2], strict=True).__next__() and list(zip([1], [1, 2], strict=True))):
    try:
        f()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
