import asyncio
from functools import partial

from . import LIMIT
from .job import Job


def on_done(job, task):
    print(job.name, "done callback", task.get_name())


async def main():
    jobs = [Job("first", LIMIT), Job("second", LIMIT)]
    tasks = []
    for job in jobs:
        task = asyncio.create_task(job.run())
        task.add_done_callback(partial(on_done, job))
        tasks.append(task)
    await tasks[0]
    await tasks[1]
    print([job.rolls for job in jobs])


def go():
    asyncio.run(main())
