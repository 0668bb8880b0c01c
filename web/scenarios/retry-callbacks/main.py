import asyncio
import random
from functools import partial


async def keep_trying():
    attempts = 1
    while random.random() >= 0.1:
        attempts += 1
        await asyncio.sleep(random.random())
    return attempts


def report(name, task):
    print(name, "needed", task.result(), "attempts")


async def main():
    tasks = []
    for name in ("first", "second"):
        task = asyncio.create_task(keep_trying())
        task.add_done_callback(partial(report, name))
        tasks.append(task)
    await asyncio.gather(*tasks)


asyncio.run(main())
