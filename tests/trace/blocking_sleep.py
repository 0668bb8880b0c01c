import asyncio
import time


async def tick():
    await asyncio.sleep(0.5)
    print("tick", time.monotonic())


async def main():
    task = asyncio.create_task(tick())
    await asyncio.sleep(0)
    time.sleep(2)
    await task


asyncio.run(main())
