import asyncio


async def notify(task):
    print("never")


async def work():
    return 1


async def main():
    task = asyncio.create_task(work())
    task.add_done_callback(notify)
    print(await task)
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())
