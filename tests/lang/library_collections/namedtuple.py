from collections import *
import collections.abc


def show(function):
    """Prints the result, or the error it raises."""
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


P = namedtuple('P', 'x y')
p = P(1, y=2)
print(p, p.x, p[1], p._asdict(), p._replace(x=5), P._fields, P._make([3, 4]), P.__doc__, p == (1, 2), hash(p) == hash((1, 2)), P.x.__doc__)
show(lambda: P(1))
show(lambda: P(1, 2, 3))
show(lambda: P(1, z=3))
show(lambda: p._replace(q=1))
show(lambda: P._make([1]))
show(lambda: setattr(p, 'x', 3))
show(lambda: setattr(p, 'q', 3))
show(lambda: namedtuple('1', 'x'))
show(lambda: namedtuple('A', 'class'))
show(lambda: namedtuple('A', '_x'))
show(lambda: namedtuple('A', 'x x'))
show(lambda: namedtuple('A', 'x class _y x', rename=True)._fields)
show(lambda: namedtuple('A', 'x,y,z', defaults=[1, 2])(5))
show(lambda: namedtuple('A', 'x', defaults=[1, 2]))
show(lambda: namedtuple('A', 'x y', defaults=[1])._field_defaults)
show(lambda: P.__module__)
show(lambda: namedtuple('E', '')())
show(lambda: P)
show(lambda: p + (1,))
show(lambda: p < P(1, 3))
show(lambda: P.__match_args__)
match p:
    case P(x=1, y=q):
        print('matched', q)
match p:
    case P(a, b):
        print(a, b)


class Q(namedtuple('Q', 'a b')):
    __slots__ = ()

    def s(self):
        return self.a + self.b


print(Q(1, 2), Q(1, 2).s(), Q(1, 2)._replace(a=3))
a, b = p
print(a, b, max([P(1, 2), P(3, 1)]), sorted([P(2, 1), P(1, 5)], key=lambda v: v.y))
