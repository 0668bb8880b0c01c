import asyncio


async def level(n):
    if n:
        return await level(n - 1)
    return "bottom"


async def run(name, depth):
    await level(depth)
    print(name)


async def main():
    await asyncio.gather(run("deep", 50), run("shallow", 0))


asyncio.run(main())
