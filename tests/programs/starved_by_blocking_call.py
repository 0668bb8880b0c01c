import asyncio
import time


async def small(number):
    for i in range(3):
        print(f"small {number} step {i} at {asyncio.get_running_loop().time()}")
        await asyncio.sleep(0.5)


def blocking():
    print("blocking starts")
    time.sleep(3)
    print("blocking ends")


async def big():
    await asyncio.sleep(0.2)
    blocking()


async def main():
    await asyncio.gather(*[small(n) for n in range(4)], big())


asyncio.run(main())
