import asyncio


async def bad():
    raise ValueError("once")


async def main():
    task = asyncio.create_task(bad())
    for i in range(2):
        try:
            await task
        except ValueError as error:
            print(i, error)


asyncio.run(main())
