import asyncio
import random
from functools import partial


async def roll_until_small(name):
    count = 0
    while random.random() >= 0.1:
        count += 1
        await asyncio.sleep(0.1)
    return count


def report(name, started, task):
    loop = asyncio.get_event_loop()
    print(f"{name}: {task.result()} failures in {loop.time() - started:.1f} s")


async def main():
    loop = asyncio.get_running_loop()
    tasks = []
    for name in ("one", "two"):
        task = asyncio.create_task(roll_until_small(name))
        task.add_done_callback(partial(report, name, loop.time()))
        tasks.append(task)
    for task in tasks:
        print("awaited", await task)


asyncio.run(main())
