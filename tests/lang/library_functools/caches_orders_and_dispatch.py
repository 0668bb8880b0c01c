import functools
from functools import *


def show(function):
    """Prints the result, or the error it raises."""
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


@lru_cache(maxsize=2)
def f(x, y=0):
    print('calc', x, y)
    return x + y


print(f(1), f(1), f(2), f(3), f(1), f(1, y=0), f(1.0), f.cache_info(), f.__name__, f.__wrapped__(5))
f.cache_clear()
print(f.cache_info(), f.cache_parameters())
show(lambda: f([]))


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())


@lru_cache
def g(*a, **k):
    return (a, k)


print(g(1, b=2), g(1, b=2), g.cache_info())
show(lambda: lru_cache('x'))
show(lambda: lru_cache(maxsize=0)(lambda x: x)(1))


class C:
    n = 0

    @cached_property
    def p(self):
        C.n += 1
        return C.n

    @lru_cache
    def m(self, x):
        return x * 2

    def base(self, a, b):
        return (a, b)
    pm = partialmethod(base, 1)


c = C()
print(c.p, c.p, C().p, c.__dict__, c.m(4), c.pm(2))
del c.p
print(c.p)


@total_ordering
class V:

    def __init__(s, v):
        s.v = v

    def __eq__(s, o):
        return s.v == o.v

    def __lt__(s, o):
        return s.v < o.v


print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), V(1) < V(2), sorted([V(3), V(1)])[0].v, max(V(1), V(5)).v)


def tt():

    @total_ordering
    class X:
        pass


show(tt)
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), reduce(lambda a, b: a + b, [1, 2], 5))


@singledispatch
def sd(x):
    return 'obj'


@sd.register
def _(x: int):
    return 'int'


@sd.register(list)
def _(x):
    return 'list'


print(sd(1), sd([]), sd('a'), sd(True), sd.dispatch(int)(0), list(sd.registry))
show(lambda: sd())


class S:

    @singledispatchmethod
    def h(self, a):
        return 'd'

    @h.register
    def _(self, a: int):
        return 'i'


print(S().h(1), S().h('x'))
show(lambda: functools.nope)
