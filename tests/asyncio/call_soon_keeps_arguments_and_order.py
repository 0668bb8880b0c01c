import asyncio
from functools import partial


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "a", 1)
    loop.call_soon(partial(print, "b", end="!\n"))
    handle = loop.call_soon(print, "never")
    handle.cancel()
    loop.call_soon(lambda: loop.call_soon(print, "nested"))
    loop.call_soon(print, "c")
    await asyncio.sleep(0)
    print("main again")
    await asyncio.sleep(0)


asyncio.run(main())
