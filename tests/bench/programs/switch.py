# switch.py — a task gives way to the next: ns per switch.
# SPDX-License-Identifier: MIT
import asyncio
import time

from measure import report


async def give_way(times):
    for _ in range(times):
        await asyncio.sleep(0)


async def main():
    for tasks, times in (2, 150_000), (100, 3_000), (10_000, 30):
        waiting = [asyncio.create_task(give_way(times)) for _ in range(tasks)]
        began = time.perf_counter()
        for task in waiting:
            await task
        report(f"switch_n{tasks}", began, tasks * times, "ns")


asyncio.run(main())
