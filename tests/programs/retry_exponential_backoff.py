import asyncio
import random

random.seed(7)


async def call(name):
    delay = 1
    while True:
        if random.random() < 0.1:
            return f"{name} ok"
        print(f"{asyncio.get_running_loop().time():7.1f} {name} waits {delay}")
        await asyncio.sleep(delay)
        delay = min(delay * 2, 60)


async def main():
    results = await asyncio.gather(call("alpha"), call("beta"))
    print(results)


asyncio.run(main())
