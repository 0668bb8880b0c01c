# A cancelled group reports nothing of its own children; its error is the
# last argument's.
import asyncio


async def stubborn(error):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise error


async def main():
    inner = asyncio.gather(asyncio.sleep(2), asyncio.sleep(3))
    outer = asyncio.gather(inner, stubborn(ValueError('a')),
                           asyncio.sleep(1), return_exceptions=True)
    await asyncio.sleep(0)
    outer.cancel('enough')
    try:
        await outer
    except asyncio.CancelledError as error:
        print(repr(error))


asyncio.run(main())
