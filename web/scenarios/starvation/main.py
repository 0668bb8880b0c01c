import asyncio
import time


async def tick(name):
    for number in range(3):
        print(f"{asyncio.get_running_loop().time():4.1f} s", name, number)
        await asyncio.sleep(0.5)


async def hog():
    await asyncio.sleep(0.6)
    print("the hog blocks ...")
    time.sleep(3)  # not awaited: the whole loop stands still
    print("... and is done")


async def main():
    await asyncio.gather(tick("a"), tick("b"), tick("c"), tick("d"), hog())


asyncio.run(main())
