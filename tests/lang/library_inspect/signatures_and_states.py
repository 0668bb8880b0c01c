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
g = gen()
a = ag()


class Aw:

    def __await__(self):
        yield


for x in (f, co, C, c.m, C.m, C.s, C.k, functools.partial(f, 1, d=3), lambda x, *, y=1: 0, lambda: 0):
    show(lambda: str(inspect.signature(x)))
s = inspect.signature(f)
print(list(s.parameters), s.parameters['b'], repr(s.parameters['e']), s.parameters['a'].kind, s.parameters['c'].default, s.parameters['a'].default is inspect.Parameter.empty, s.return_annotation, s)
b = s.bind(1, 2, d=4, z=5)
print(b, b.args, b.kwargs, b.arguments)
b.apply_defaults()
print(b)
show(lambda: s.bind(1))
show(lambda: s.bind(1, 2))
show(lambda: inspect.signature(gen).bind(1))
show(lambda: inspect.signature(gen).bind(q=1))
show(lambda: inspect.signature(3))


@functools.wraps(f)
def w(*a):
    pass


show(lambda: str(inspect.signature(w)))
print(inspect.getdoc(C), inspect.getdoc(f), inspect.getmro(C), [n for n, v in inspect.getmembers(C, inspect.isfunction)], inspect.currentframe().f_code.co_name, inspect.unwrap(w) is f)


async def main():
    k = asyncio.sleep(0)
    print(inspect.iscoroutine(k), inspect.getcoroutinestate(k))
    await k
    print(inspect.getcoroutinestate(k))
    ff = asyncio.get_running_loop().create_future()
    print(inspect.isawaitable(ff), inspect.iscoroutine(ff))


asyncio.run(main())
gg = gen()
print(inspect.getgeneratorstate(gg))
next(gg)
print(inspect.getgeneratorstate(gg))
gg.close()
print(inspect.getgeneratorstate(gg))
