import asyncio
from functools import partial


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(partial(print, "Hello", flush=True))
    loop.call_soon(partial(print, "from", "call_soon", sep=" ", end="!\n"))
    print("scheduled")
    await asyncio.sleep(0)
    print("ran")


asyncio.run(main())
