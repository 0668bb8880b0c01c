import asyncio


async def turn(name):
    for n in range(2):
        print(name, n)
        await asyncio.sleep(0)


async def main():
    a = asyncio.create_task(turn("a"), name="a")
    b = asyncio.create_task(turn("b"), name="b")
    await a
    await b


asyncio.run(main())
