import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for delay in (3, 1, 2, 0.5, 0, -1):
        loop.call_later(delay, lambda d=delay: print(d, loop.time()))
    loop.call_soon(print, "soon")
    await asyncio.sleep(4)


asyncio.run(main())
