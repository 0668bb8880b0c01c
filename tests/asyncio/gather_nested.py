import asyncio


async def n(x):
    await asyncio.sleep(x)
    return x


async def main():
    print(await asyncio.gather(asyncio.gather(n(1), n(2)), n(3), asyncio.gather()))


asyncio.run(main())
