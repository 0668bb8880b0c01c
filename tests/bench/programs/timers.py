# timers.py — 100,000 sleepers that wake within half a second, and timer handles.
# SPDX-License-Identifier: MIT
import asyncio
import time

from measure import report

COUNT = 100_000


def spread(i, most):
    """Delays from 0 to [most] in no order."""
    return i * 7919 % COUNT / COUNT * most


async def sleepers():
    began = time.perf_counter()
    await asyncio.gather(
        *[asyncio.sleep(spread(i, 0.5)) for i in range(COUNT)])
    report("timers_100k_wall", began, 1, "ms")


async def handles():
    loop = asyncio.get_running_loop()
    began = time.perf_counter()
    far = [loop.call_later(1000 + spread(i, 1000), print)
           for i in range(COUNT)]
    report("call_later_create", began, COUNT, "ns")

    began = time.perf_counter()
    for handle in far:
        handle.cancel()
    await asyncio.sleep(0)
    report("call_later_cancel", began, COUNT, "ns")

    left = COUNT
    over = loop.create_future()

    def fire():
        nonlocal left
        left -= 1
        if left == 0:
            over.set_result(None)

    began = time.perf_counter()
    for i in range(COUNT):
        loop.call_later(spread(i, 0.01), fire)
    await over
    report("call_later_fire", began, COUNT, "ns")


async def main():
    await sleepers()
    await handles()


asyncio.run(main())
