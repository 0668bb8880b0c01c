from dataclasses import *
import copy
import typing
from typing import ClassVar, List, Optional


def show(function):
    """Prints the result, or the error it raises."""
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


@dataclass
class P:
    x: int
    y: int = 0

    def dist(self):
        return self.x + self.y


p = P(1)
print(p, p == P(1, 0), p != P(2), p.dist(), P(1, 2), P(y=3, x=4), P.__doc__, P.__match_args__, P.y, p.__dict__)
show(lambda: P())
show(lambda: P(1, 2, 3))
show(lambda: P(1, z=1))
show(lambda: hash(p))
show(lambda: p < P(2))
show(lambda: p == 1)
match p:
    case P(a, b):
        print(a, b)


@dataclass(order=True, frozen=True)
class V:
    major: int
    minor: int = field(default=0, compare=True)
    tags: list = field(default_factory=list, compare=False, repr=False)


v = V(1, 2)
print(v, v < V(1, 3), sorted([V(2), V(1)]), hash(v) == hash((1, 2)), v.tags, {v: 1}[V(1, 2)])
show(lambda: setattr(v, 'major', 3))
show(lambda: delattr(v, 'major'))
show(lambda: v < 3)
show(lambda: v.tags.append(1))
show(lambda: setattr(v, 'zz', 3))


def bad():

    @dataclass
    class B:
        l: list = []


show(bad)


def bad2():

    @dataclass
    class B:
        a: int = 1
        b: int


show(bad2)
