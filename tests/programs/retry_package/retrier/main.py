import asyncio
from functools import partial

from retrier.worker import work


def finished(name, task):
    print(f"callback: {name} took {task.result()} tries")


async def main():
    tasks = {}
    for name in ("red", "blue"):
        tasks[name] = asyncio.create_task(work(name), name=name)
        tasks[name].add_done_callback(partial(finished, name))
    for name, task in tasks.items():
        print(f"main: {name} -> {await task}")


if __name__ == "__main__":
    asyncio.run(main())
