from enum import *


def show(function):
    """Prints the result, or the error it raises."""
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


class Planet(Enum):
    EARTH = (5.9, 6.3)
    MARS = (6.4, 3.3)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def g(self):
        return round(self.mass / self.radius, 3)


print(Planet.EARTH, Planet.EARTH.value, Planet.MARS.g, Planet((6.4, 3.3)))


class Coord(bytes, Enum):

    def __new__(cls, value, label):
        o = bytes.__new__(cls, [value])
        o._value_ = value
        o.label = label
        return o

    def __repr__(self):
        return 'C:' + self.label
    PX = (0, 'P.X')
    PY = (1, 'P.Y')


print(repr(Coord.PY), Coord(1).label)
F = Enum('F', 'A B C')
print(list(F), F.A, F.__module__)
print(list(Enum('G', ['x', 'y'], start=5)), list(Enum('H', {'a': 1, 'b': 2})), list(Enum('J', [('q', 3)])), list(IntEnum('K', 'X Y')))


@unique
class U(Enum):
    A = 1
    B = 2


def un():

    @unique
    class U2(Enum):
        A = 1
        B = 1
        C = 1


show(un)


class M(Enum):
    A = 'a'

    @classmethod
    def _missing_(cls, v):
        return cls.A if v == 'z' else None


print(M('z'))
show(lambda: M('y'))


class Op(Enum):
    ADD = '+'

    def __call__(self, a, b):
        return eval(f'{a}{self.value}{b}')

    def __str__(self):
        return f'op {self.value}'


print(Op.ADD(1, 2), Op.ADD, f'{Op.ADD}', repr(Op.ADD))


class Base(Enum):

    def hello(self):
        return 'hi ' + self.name


class Sub(Base):
    X = 1


print(Sub.X.hello(), Sub.X)


class G(Enum):

    @staticmethod
    def _generate_next_value_(name, start, count, last):
        return name.lower() + str(count)
    A = auto()
    B = auto()


print(list(G))
