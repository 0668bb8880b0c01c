from collections import *
import collections.abc
from collections import ChainMap, UserDict, UserList


def show(function):
    """Prints the result, or the error it raises."""
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


m = ChainMap({'a': 1}, {'a': 2, 'b': 3})
print(m, m['a'], m['b'], list(m), len(m), m.new_child({'c': 1}), m.parents, dict(m))
m['z'] = 1
print(m.maps)
show(lambda: m['nope'])
show(lambda: m.pop('b'))
print('b' in m, m.get('nope', 5), sorted(m.items()))


class U(UserDict):

    def __setitem__(self, k, v):
        super().__setitem__(k.upper(), v)


u = U(a=1)
u['b'] = 2
u.update(c=3)
print(u, u.data, 'A' in u, list(u.items()), u.pop('A'), u)
ul = UserList([1, 2])
ul.append(3)
print(ul, ul + [1], ul[0:2], len(ul), ul == [1, 2, 3])
