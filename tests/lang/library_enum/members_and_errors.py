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


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color['BLUE'], list(Color), len(Color), Color.ALIAS, Color.ALIAS is Color.RED, Color, type(Color), type(Color.RED), isinstance(Color.RED, Color))
print(Color.RED.f(), Color.GREEN.p, Color.c(), Color.s(), Color.__members__, hash(Color.RED) == hash('RED'), {Color.RED: 1}, Color.RED in Color, f'{Color.RED}', f'{Color.RED:>12}', '%s' % Color.BLUE, list(reversed(Color)), bool(Color.RED), Color.RED == 1, Color.RED != Color.GREEN)
show(lambda: Color(9))
show(lambda: Color['X'])
show(lambda: Color.X)
show(lambda: setattr(Color, 'RED', 5))
show(lambda: delattr(Color, 'RED'))
show(lambda: Color.RED < Color.GREEN)
show(lambda: Color())
show(lambda: setattr(Color.RED, 'value', 3))
show(lambda: Color.RED.RED if False else 1)
show(lambda: Color('x'))
show(lambda: Color.RED.nope)


def ext():

    class C2(Color):
        X = 1


show(ext)


def dup():

    class C2(Enum):
        A = 1
        A = 2


show(dup)


class A(Enum):
    X = auto()
    Y = auto()
    Z = 10
    W = auto()


print(list(A))
