import asyncio


async def bad():
    raise ValueError("seen")


async def main():
    task = asyncio.create_task(bad())
    await asyncio.sleep(0)
    print(repr(task.exception()))
    del task
    other = asyncio.create_task(bad())
    other.add_done_callback(lambda t: t.exception())
    del other
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("quiet")


asyncio.run(main())
