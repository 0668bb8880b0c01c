from enum import *


def show(function):
    """Prints the result, or the error it raises."""
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


class S(StrEnum):
    ONE = auto()
    TWO = 'zwei'


print(S.ONE, repr(S.ONE), S.TWO + '!', S.TWO == 'zwei', f'{S.TWO:>6}', S('zwei'), isinstance(S.ONE, str), S.ONE.upper(), {'one': 1}[S.ONE] if False else '')


class I(IntEnum):
    LOW = 1
    HIGH = 10


print(I.LOW, repr(I.HIGH), I.LOW + 1, I.LOW < I.HIGH, sorted([I.HIGH, I.LOW]), f'{I.LOW:03}', int(I.HIGH), I(10), I.LOW == 1, [0, 5][I.LOW], max(I), str(I.LOW), I.LOW.name)


class P(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(P.R | P.X, repr(P.R | P.X), P.RW, repr(P.RW), P.R in P.RW, P(0), repr(P(0)), ~P.R, list(P), list(P.RW), len(P.RW), bool(P(0)), P(3) is P.RW, P.R & P.W, P.R ^ P.RW, P(7), repr(P(7)), P.R.value, (P.R | P.X).name, P, len(P))
show(lambda: P(8))
show(lambda: P.R | 1)
show(lambda: P('a'))
show(lambda: 1 in P.R)
show(lambda: P(-1))
show(lambda: hash(P.R | P.X) is not None)


class IF(IntFlag):
    A = 1
    B = 2
    C = 4


print(IF.A | IF.B, repr(IF.A | IF.B), IF.A | 8, repr(IF.A | 8), IF(16), repr(IF(16)), ~IF.A, repr(~IF.A), IF.A + 1, 3 & IF.B, repr(3 & IF.B), IF.A in IF(3), f'{IF.A}', IF(3) == 3, repr(IF(0)))
