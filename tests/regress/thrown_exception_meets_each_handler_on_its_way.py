# An exception thrown into a chain has the context of every frame it leaves.
import asyncio


async def inner(future):
    await future


async def main():
    future = asyncio.get_running_loop().create_future()
    future.get_loop().call_soon(future.set_exception, KeyError('thrown'))
    try:
        raise ValueError('handled')
    except ValueError:
        await inner(future)


asyncio.run(main())
