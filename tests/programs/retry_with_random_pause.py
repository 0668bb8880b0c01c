import asyncio
import random


async def fetch(name):
    while (roll := random.random()) >= 0.1:
        delay = random.uniform(0.5, 2.0)
        print(f"{name} failed with {roll:.2f}, again in {delay:.2f} s")
        await asyncio.sleep(delay)
    print(f"{name} worked with {roll:.2f}")
    return name.upper()


async def main():
    a = asyncio.create_task(fetch("a"))
    b = asyncio.create_task(fetch("b"))
    print(await a)
    print(await b)
    print(f"total {asyncio.get_running_loop().time():.3f} s")


asyncio.run(main())
