# gather.py — gather() of many and of few coroutines: ns per coroutine.
# SPDX-License-Identifier: MIT
import asyncio
import time

from measure import report


async def same(number):
    return number


async def gather(name, rounds, size):
    began = time.perf_counter()
    for _ in range(rounds):
        results = await asyncio.gather(*[same(i) for i in range(size)])
        assert results[-1] == size - 1
    report(name, began, rounds * size, "ns")


async def main():
    await gather("gather_100k", 2, 100_000)
    await gather("gather_10", 10_000, 10)


asyncio.run(main())
