import asyncio


async def count(name, last):
    for number in range(1, last + 1):
        print(name, number)
        await asyncio.sleep(0)  # let the others have a turn


async def main():
    await asyncio.gather(
        count("red", 3),
        count("green", 2),
        count("blue", 4),
        count("white", 1),
    )


asyncio.run(main())
