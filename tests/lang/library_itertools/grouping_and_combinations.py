from itertools import *


def show(function):
    """Prints the result, or the error it raises."""
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: list(zip_longest('abc', [1], fillvalue='-')))
show(lambda: list(zip_longest()))
show(lambda: [(k, list(g)) for k, g in groupby('aaabbca')])
show(lambda: [(k, list(g)) for k, g in groupby([1, 3, 2, 4, 5], lambda x: x % 2)])
show(lambda: [k for k, g in groupby('aabbc')])
show(lambda: list(groupby([])))
g = groupby('aabb')
k, a = next(g)
print(next(a))
k2, b = next(g)
print(list(a), list(b), list(g))
show(lambda: list(product('ab', [1, 2])))
show(lambda: list(product([0, 1], repeat=3)))
show(lambda: list(product()))
show(lambda: list(product('ab', '')))
show(lambda: list(permutations('abc')))
show(lambda: list(permutations('abcd', 2)))
show(lambda: list(permutations('ab', 3)))
show(lambda: list(permutations([])))
show(lambda: list(combinations('abcd', 2)))
show(lambda: list(combinations('ab', 3)))
show(lambda: list(combinations('abc', 0)))
show(lambda: list(combinations_with_replacement('abc', 2)))
show(lambda: combinations('a', -1))
show(lambda: list(combinations_with_replacement('', 0)))
show(lambda: len(list(permutations(range(6)))))
a, b = tee([1, 2, 3])
print(next(a), next(a), list(b), list(a))
show(lambda: [list(x) for x in tee('ab', 3)])
show(lambda: tee('a', 0))
show(lambda: tee('a', -1))
show(lambda: type(iter(chain())).__name__)
show(lambda: chain)
show(lambda: next(chain()))
