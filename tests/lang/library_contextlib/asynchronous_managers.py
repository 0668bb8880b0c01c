import asyncio
from contextlib import *


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


class C:

    async def aclose(self):
        print('aclosed')


@asynccontextmanager
async def acm(x, swallow=False):
    print('aenter', x)
    await asyncio.sleep(0)
    try:
        yield x
    except ValueError as e:
        print('acaught', e)
        if not swallow:
            raise
    finally:
        await asyncio.sleep(0)
        print('aexit', x)


async def main():
    async with acm(1) as a:
        print(a)
    try:
        async with acm(2):
            raise ValueError('z')
    except ValueError as e:
        print('out', e)
    async with acm(3, True):
        raise ValueError('z')
    async with aclosing(C()):
        pass
    async with nullcontext(4) as n:
        print(n)
    async with AsyncExitStack() as st:
        await st.enter_async_context(acm('s'))
        st.enter_context(cm('sync'))

        async def cb(x):
            print('acb', x)
        st.push_async_callback(cb, 1)
        st.callback(print, 'c')
    try:
        async with AsyncExitStack() as st:
            await st.enter_async_context(3)
    except TypeError as e:
        print(e)

    @acm('deco')
    async def g():
        print('g')
        return 7
    print(await g())

    @asynccontextmanager
    async def bad():
        yield 1
        yield 2
    try:
        async with bad():
            pass
    except RuntimeError as e:
        print(e)

    async def w():
        async with acm('t'):
            await asyncio.sleep(5)
    try:
        await asyncio.wait_for(w(), 1)
    except TimeoutError:
        print('timeout')


asyncio.run(main())
