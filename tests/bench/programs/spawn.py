# spawn.py — tasks that do nothing, one by one and many at once: ns per task.
# SPDX-License-Identifier: MIT
import asyncio
import time

from measure import report


async def nothing():
    pass


async def main():
    count = 100_000
    began = time.perf_counter()
    for _ in range(count):
        await asyncio.create_task(nothing())
    report("spawn_await", began, count, "ns")

    rounds, size = 100, 1000
    began = time.perf_counter()
    for _ in range(rounds):
        tasks = [asyncio.create_task(nothing()) for _ in range(size)]
        for task in tasks:
            await task
    report("spawn_batch", began, rounds * size, "ns")


asyncio.run(main())
