import asyncio


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    await asyncio.sleep(1)
    await asyncio.sleep(1)
    print(loop.time() - start)
    start = loop.time()
    await asyncio.gather(asyncio.sleep(1), asyncio.sleep(1))
    print(loop.time() - start)


asyncio.run(main())
