import asyncio


async def bad():
    await asyncio.sleep(1)
    raise ValueError("bad")


async def good():
    for i in range(3):
        await asyncio.sleep(1)
        print("good", i)


async def main():
    tasks = [asyncio.create_task(bad()), asyncio.create_task(good())]
    for task in tasks:
        try:
            await task
        except ValueError as error:
            print("caught", error)


asyncio.run(main())
