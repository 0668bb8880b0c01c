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
class T:
    val: int
    kids: List['T'] = field(default_factory=list)
    m: dict = field(default_factory=dict)


tr = T(1, [T(2), T(3)], {'k': T(4)})
print(tr)
print(asdict(tr))
print(astuple(tr))
print(replace(tr, val=9))
show(lambda: asdict(3))
show(lambda: replace(tr, zz=1))
show(lambda: fields(3))
print(is_dataclass(T), is_dataclass(tr), is_dataclass(3))
tr.kids.append(tr)
print(tr)


@dataclass(slots=True)
class S:
    a: int
    b: int = 2


s = S(1)
print(s, S.__slots__, hasattr(s, '__dict__'))
show(lambda: setattr(s, 'q', 1))


@dataclass(repr=False, eq=False)
class N:
    a: int


print(N(1) == N(1), 'N object' in repr(N(1)))


@dataclass(unsafe_hash=True)
class H:
    a: int
    b: int = field(hash=False, default=0)


print(hash(H(1)) == hash((1,)))


@dataclass
class Own:
    a: int

    def __repr__(self):
        return 'own'

    def __eq__(self, o):
        return True


print(Own(1), Own(1) == Own(2))
M = make_dataclass('M', [('x', int), 'y', ('z', int, 5)])
print(M(1, 2), M.__name__)
show(lambda: field(default=1, default_factory=list))


def e1():

    @dataclass(order=True, eq=False)
    class B:
        a: int


show(e1)


def e3():

    @dataclass
    class B:
        a = field()


show(e3)
