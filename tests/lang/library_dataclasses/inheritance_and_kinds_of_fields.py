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
class C:
    n: ClassVar[int] = 5
    a: int
    b: InitVar[int]
    c: List[int] = field(default_factory=list)
    d: int = field(init=False)

    def __post_init__(self, b):
        self.d = self.a * b


c = C(2, 3)
print(c, [f.name for f in fields(c)], C.n, C.__doc__)


@dataclass
class Base:
    a: int
    b: str = 'b'


@dataclass
class Derived(Base):
    c: float = 1.5
    a: int = 10


print(Derived(), Derived(1, c=2), fields(Derived)[0].name)


@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int = 2
    c: int


print(K(1, c=3))
show(lambda: K(1, 2, 3))
show(lambda: K(1))


@dataclass(kw_only=True)
class K2:
    a: int = 1
    b: int


print(K2(b=2), K2.__match_args__, K2.__doc__)
