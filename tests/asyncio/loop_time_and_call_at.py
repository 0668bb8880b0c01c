import asyncio


async def main():
    loop = asyncio.get_running_loop()
    print(loop.time())
    loop.call_at(2.5, lambda: print("at", loop.time()))
    loop.call_at(1, lambda: print("at", loop.time()))
    handle = loop.call_at(2, print, "cancelled")
    loop.call_at(1.5, handle.cancel)
    await asyncio.sleep(3)


asyncio.run(main())
