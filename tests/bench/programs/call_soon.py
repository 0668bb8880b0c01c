# call_soon.py — plain callbacks, each calling the next and in bursts: ns each.
# SPDX-License-Identifier: MIT
import asyncio
import time

from measure import report


async def chain(count):
    loop = asyncio.get_running_loop()
    over = loop.create_future()

    def step(left):
        if left:
            loop.call_soon(step, left - 1)
        else:
            over.set_result(None)

    began = time.perf_counter()
    step(count)
    await over
    report("call_soon_chain", began, count, "ns")


async def burst(rounds, size):
    loop = asyncio.get_running_loop()
    calls = 0

    def count():
        nonlocal calls
        calls += 1

    began = time.perf_counter()
    for _ in range(rounds):
        for _ in range(size):
            loop.call_soon(count)
        await asyncio.sleep(0)
    report("call_soon_burst", began, rounds * size, "ns")
    assert calls == rounds * size


async def main():
    await chain(400_000)
    await burst(200, 2000)


asyncio.run(main())
