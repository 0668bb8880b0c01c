import asyncio


async def work():
    return 1


async def waiter(task):
    await task
    print("waiter")


async def main():
    task = asyncio.create_task(work())
    other = asyncio.create_task(waiter(task))
    task.add_done_callback(lambda t: print("callback"))
    await task
    print("main")
    await other


asyncio.run(main())
