import copy
import datetime
import enum
from collections import *


def show(function):
    """Prints the result, or the error it raises."""
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


a = [1, [2, 3], {'k': {4}}, (5, [6])]
b = copy.copy(a)
c = copy.deepcopy(a)
a[1].append(9)
a[2]['k'].add(7)
a[3][1].append(8)
print(a, b, c, b[1] is a[1])


class O:

    def __init__(self, x):
        self.x = x
        self.me = self


o = O([1])
p = copy.copy(o)
q = copy.deepcopy(o)
print(p.x is o.x, q.x == o.x, q.x is o.x, q.me is q, p.me is o, type(q).__name__)


class Sl:
    __slots__ = ('a', 'b')


s = Sl()
s.a = [1]
s2 = copy.deepcopy(s)
print(s2.a, s2.a is s.a, hasattr(s2, 'b'), copy.copy(s).a is s.a)


class Cu:

    def __copy__(self):
        return 'cp'

    def __deepcopy__(self, memo):
        return 'dc'


print(copy.copy(Cu()), copy.deepcopy([Cu()]))


class LL(list):
    pass


l = LL([1, [2]])
l.z = 3
m = copy.deepcopy(l)
print(m, type(m).__name__, m.z, copy.copy(l), copy.copy(l).z)


class DD(dict):
    pass


d = DD(a=[1])
print(copy.deepcopy(d), type(copy.copy(d)).__name__)
l = [1]
l.append(l)
m = copy.deepcopy(l)
print(m, m[1] is m)
t = (1, [2])
u = copy.deepcopy(t)
print(u, u is t, copy.deepcopy((1, 2)) is not None)
print(copy.deepcopy(deque([[1]], 3)), copy.copy(deque([1])), copy.deepcopy(defaultdict(list, a=[1])), copy.copy(defaultdict(int)), copy.deepcopy(OrderedDict(a=[1])), copy.deepcopy(Counter('aab')), copy.deepcopy(namedtuple('P', 'x')([1])))
print(copy.copy(datetime.datetime(2024, 1, 1)), copy.deepcopy({'t': datetime.timedelta(1), 'd': datetime.date(2024, 1, 2), 'z': datetime.timezone.utc}))
e = ValueError('a', 1)
e.n = 3
e2 = copy.copy(e)
print(repr(e2), e2.n, e2 is e)
print(copy.copy(len) is len, copy.deepcopy(int) is int, copy.copy({1}), copy.deepcopy(frozenset([1])), copy.deepcopy(range(3)), copy.copy(O) is O, copy.deepcopy(None))


def gg():
    yield


try:
    copy.copy(gg())
except TypeError as x:
    print(x)
