from enum import *


def show(function):
    """Prints the result, or the error it raises."""
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    ALIAS = 1

    def f(self):
        return self.name.lower()

    @property
    def p(self):
        return self.value * 10

    @classmethod
    def c(cls):
        return cls.RED

    @staticmethod
    def s():
        return 's'


match Color.GREEN:
    case Color.RED:
        print('r')
    case Color.GREEN:
        print('g')


class N(Enum):
    A = 1
    _ignore_ = ['tmp']
    tmp = 3
    B = nonmember(5)

    @member
    def ff(x):
        return 1


print(N.B, list(N)[:1])
print(dir(Color)[:3])
print(Color.__name__, Color.__doc__)


class Un(Enum):
    L = [1]
    D = {}


print(Un([1]), Un.D.value)


class Str(str, Enum):
    A = 'a'


print(Str.A, repr(Str.A), f'{Str.A}', Str.A == 'a', Str('a'), str(Str.A))


class Num(int, Enum):
    A = 1


print(Num.A, repr(Num.A), Num.A + 1)


class Z(Flag):
    NONE = 0
    A = 1
    B = 2


print(Z.NONE, repr(Z.NONE), Z.A & Z.B, list(Z), Z(0))
