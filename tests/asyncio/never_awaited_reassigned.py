import asyncio


async def step(n):
    print("step", n)


async def main():
    c = step(1)
    c = step(2)
    print("reassigned")
    await c


asyncio.run(main())
