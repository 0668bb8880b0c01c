import asyncio
import functools
import inspect


def show(function):
    """Prints the result, or the error it raises."""
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


def f(a, b: int, /, c=1, *args, d, e: str='x', **kw) -> int:
    """doc"""


async def co():
    pass


def gen():
    yield 1


async def ag():
    yield 1


class C:
    """Doc

        indented
    """

    def __init__(self, x, y=2):
        pass

    def m(self, q):
        pass

    @staticmethod
    def s(z):
        pass

    @classmethod
    def k(cls, w):
        pass

    async def am(self):
        pass

    @property
    def p(self):
        return 1


c = C(1)
cc = co()
g = gen()
a = ag()


class Aw:

    def __await__(self):
        yield


for n in 'iscoroutine iscoroutinefunction isawaitable isgenerator isgeneratorfunction isfunction ismethod isclass isbuiltin isasyncgen isasyncgenfunction ismodule isroutine iscode'.split():
    fn = getattr(inspect, n)
    print(n, [fn(x) for x in (f, co, cc, gen, g, ag, a, C, c, c.m, C.s, C.k, c.am, len, [].append, 1, inspect, f.__code__, functools.partial(co), Aw(), asyncio.Future, str.join)])
cc.close()
