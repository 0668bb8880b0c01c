import asyncio


async def main():
    loop = asyncio.get_running_loop()
    handle = loop.call_later(1, print, "no")
    loop.call_later(2, print, "yes", loop.time())
    print(handle.cancelled(), handle.when())
    handle.cancel()
    handle.cancel()
    print(handle.cancelled())
    await asyncio.sleep(3)
    print(loop.time())


asyncio.run(main())
