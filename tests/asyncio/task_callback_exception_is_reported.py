import asyncio


def bad(task):
    raise KeyError("callback")


async def nothing():
    pass


async def main():
    task = asyncio.create_task(nothing())
    task.add_done_callback(bad)
    task.add_done_callback(lambda t: print("second callback"))
    await task
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())
