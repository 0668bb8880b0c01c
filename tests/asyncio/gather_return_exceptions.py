import asyncio


async def ok(n):
    await asyncio.sleep(n)
    return n


async def bad(n):
    await asyncio.sleep(n)
    raise ValueError(n)


async def main():
    print(await asyncio.gather(ok(2), bad(1), ok(3), bad(0), return_exceptions=True))


asyncio.run(main())
