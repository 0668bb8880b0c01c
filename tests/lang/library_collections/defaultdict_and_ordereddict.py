from collections import *
import collections.abc


def show(function):
    """Prints the result, or the error it raises."""
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


d = defaultdict(list)
d['a'].append(1)
d['b']
print(d, dict(d), d.default_factory, len(d), 'c' in d, d.get('c'))
dd = defaultdict(int, {'x': 1}, y=2)
dd['z'] += 5
print(dd, dd | {'q': 1}, dd.copy(), type(dd.copy()))
show(lambda: defaultdict(3))
show(lambda: defaultdict()['x'])
show(lambda: {} < dd)
show(lambda: defaultdict(None))
show(lambda: hash(dd))
show(lambda: defaultdict(lambda: defaultdict(int))['a']['b'])


class DD(defaultdict):

    def __missing__(self, k):
        return k


show(lambda: DD(int)['q'])
tree = lambda: defaultdict(tree)
x = tree()
x['a']['b']['c'] = 1
print(list(x['a']['b']))
o = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
o.move_to_end('a')
print(o, list(o))
o.move_to_end('c', last=False)
print(o, o.popitem(), o.popitem(last=False), o)
show(lambda: OrderedDict().popitem())
show(lambda: o.move_to_end('zz'))
show(lambda: OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1))
show(lambda: OrderedDict(a=1, b=2) == dict(b=2, a=1))
show(lambda: OrderedDict())
show(lambda: OrderedDict(a=1) | {'b': 2})
show(lambda: OrderedDict.fromkeys('ab', 0))
show(lambda: type(o))
show(lambda: list(reversed(OrderedDict(a=1, b=2))))


class LRU(OrderedDict):

    def __init__(self, n):
        super().__init__()
        self.n = n

    def __getitem__(self, k):
        v = super().__getitem__(k)
        self.move_to_end(k)
        return v

    def __setitem__(self, k, v):
        super().__setitem__(k, v)
        if len(self) > self.n:
            del self[next(iter(self))]


l = LRU(2)
l['a'] = 1
l['b'] = 2
l['a']
l['c'] = 3
print(l)
