from collections import *
import collections.abc


def show(function):
    """Prints the result, or the error it raises."""
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


d = defaultdict(list)
c = Counter()
m = ChainMap()
abc = collections.abc
for n in 'Hashable Iterable Iterator Sized Container Collection Callable Sequence MutableSequence Mapping MutableMapping Set MutableSet Generator Coroutine Awaitable AsyncIterable AsyncIterator AsyncGenerator Reversible KeysView'.split():
    A = getattr(abc, n)

    def gg():
        yield

    async def co():
        pass

    async def ag():
        yield
    k = co()
    print(n, [isinstance(v, A) for v in (1, 'a', [], {}, set(), frozenset(), (), range(3), iter([]), gg(), gg, k, ag(), {}.keys(), deque(), d, c, m, None, int, b'')])
    k.close()
