import asyncio
import time


async def tick(name):
    for i in range(3):
        print(name, i, asyncio.get_running_loop().time())
        await asyncio.sleep(1)


async def block():
    await asyncio.sleep(0.5)
    print("blocking")
    time.sleep(5)
    print("blocked until", time.monotonic())


async def main():
    await asyncio.gather(tick("a"), tick("b"), block())


asyncio.run(main())
