import asyncio


def bad():
    raise ValueError("in callback")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(bad)
    loop.call_soon(print, "next callback")
    await asyncio.sleep(0)
    print("still running")


asyncio.run(main())
