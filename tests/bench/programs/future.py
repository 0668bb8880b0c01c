# future.py — a task is woken through a future: ns per wake-up.
# SPDX-License-Identifier: MIT
import asyncio
import time

from measure import report


async def main():
    loop = asyncio.get_running_loop()
    count = 100_000
    began = time.perf_counter()
    for number in range(count):
        future = loop.create_future()
        loop.call_soon(future.set_result, number)
        assert await future == number
    report("future_wake", began, count, "ns")


asyncio.run(main())
