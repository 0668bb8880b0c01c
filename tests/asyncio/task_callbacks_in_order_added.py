import asyncio


async def work():
    print("work")
    return 7


def report(name):
    return lambda task: print(name, task.result())


async def main():
    task = asyncio.create_task(work())
    removed = report("removed")
    for name in "abc":
        task.add_done_callback(report(name))
    task.add_done_callback(removed)
    print(task.remove_done_callback(removed))
    print("awaited", await task)
    task.add_done_callback(report("late"))
    print("before late")
    await asyncio.sleep(0)


asyncio.run(main())
