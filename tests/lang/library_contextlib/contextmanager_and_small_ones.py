import io
import sys
from contextlib import *


def show(function):
    """Prints the result, or the error it raises."""
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


@contextmanager
def cm(x, swallow=False):
    """doc"""
    print('enter', x)
    try:
        yield x
    except ValueError as e:
        print('caught', e)
        if not swallow:
            raise
    finally:
        print('exit', x)


with cm(1) as v:
    print(v)


def f1():
    with cm(2):
        raise ValueError('v')


show(f1)


def f2():
    with cm(3, True):
        raise ValueError('v')
    return 'after'


show(f2)


def f3():
    with cm(3):
        return 5


show(f3)


@contextmanager
def noyield():
    if 0:
        yield


def f4():
    with noyield():
        pass


show(f4)


@contextmanager
def two():
    yield 1
    yield 2


def f5():
    with two():
        pass


show(f5)


@contextmanager
def twot():
    try:
        yield 1
    except KeyError:
        yield 2


def f6():
    with twot():
        raise KeyError(1)


show(f6)


def f7():
    with cm(1):
        raise StopIteration('s')


show(f7)


@contextmanager
def other():
    try:
        yield
    except Exception as e:
        raise TypeError('t')


def f8():
    with other():
        raise KeyError('k')


show(f8)


@cm('deco')
def df(a):
    print('in', a)
    return a * 2


print(df(3), df(4), df.__name__, cm.__name__, cm.__doc__)


def f9():
    with suppress(KeyError, ValueError):
        raise KeyError
    with suppress():
        pass
    with suppress(KeyError):
        raise TypeError('x')


show(f9)


class C:

    def close(self):
        print('closed')

    async def aclose(self):
        print('aclosed')


with closing(C()) as c:
    print(type(c).__name__)
with nullcontext(5) as n:
    print(n)
s = io.StringIO()
with redirect_stdout(s):
    print('hidden')
print(repr(s.getvalue()))
with redirect_stderr(s) as q:
    print('err', file=sys.stderr)
print(repr(s.getvalue()), q is s)
