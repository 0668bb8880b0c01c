import asyncio


async def bad():
    raise ValueError("kept")


async def main():
    task = asyncio.create_task(bad())
    await asyncio.sleep(1)
    print("still referenced")
    task = None
    print("dropped")


asyncio.run(main())
