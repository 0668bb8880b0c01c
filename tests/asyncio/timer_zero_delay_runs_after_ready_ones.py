import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0, print, "later 0")
    loop.call_soon(print, "soon")
    await asyncio.sleep(0)
    print("after one turn")
    await asyncio.sleep(0)
    print("after two turns")


asyncio.run(main())
