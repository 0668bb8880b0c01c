import asyncio
import time


async def task(name):
    print(name, "starts", time.monotonic())
    await asyncio.sleep(1)
    print(name, "ends", time.monotonic())


async def hog():
    print("hog starts", time.monotonic())
    time.sleep(4)
    print("hog ends", time.monotonic())


async def main():
    tasks = [asyncio.create_task(task(f"t{n}")) for n in range(4)]
    tasks.insert(2, asyncio.create_task(hog()))
    for t in tasks:
        await t


asyncio.run(main())
