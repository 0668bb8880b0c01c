from collections import *
import collections.abc


def show(function):
    """Prints the result, or the error it raises."""
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


abc = collections.abc


class Seq(abc.Sequence):

    def __init__(self, *a):
        self.a = a

    def __getitem__(self, i):
        return self.a[i]

    def __len__(self):
        return len(self.a)


s = Seq(1, 2, 3)
print(list(s), 2 in s, s.index(3), s.count(1), list(reversed(s)))
show(lambda: s.index(9))
show(lambda: abc.Sequence())
show(lambda: abc.Mapping())


class Bad(abc.Sequence):
    pass


show(lambda: Bad())


class MM(abc.MutableMapping):

    def __init__(self):
        self.d = {}

    def __getitem__(self, k):
        return self.d[k]

    def __setitem__(self, k, v):
        self.d[k] = v

    def __delitem__(self, k):
        del self.d[k]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


mm = MM()
mm['a'] = 1
mm.update(b=2)
mm.setdefault('c', 3)
print(dict(mm), mm.pop('a'), mm.popitem(), list(mm.keys()), list(mm.values()), list(mm.items()), 'b' in mm, mm == {'b': 2}, mm.get('x'))
show(lambda: mm.pop('zz'))
show(lambda: mm.pop('zz', 1))
print(abc.Sequence, abc.Callable.__module__, issubclass(list, abc.Sequence), issubclass(dict, abc.Mapping), abc.Iterable[int])
show(lambda: collections.nope)
