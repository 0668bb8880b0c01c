import asyncio
import random


async def try_until_lucky(name):
    attempt = 0
    while True:
        attempt += 1
        roll = random.random()
        print(f"{name}: attempt {attempt} rolled {roll:.3f}")
        if roll < 0.1:
            print(f"{name}: success after {attempt} attempts")
            return attempt
        await asyncio.sleep(1)


async def main():
    first = asyncio.create_task(try_until_lucky("first"))
    second = asyncio.create_task(try_until_lucky("second"))
    print("first needed", await first)
    print("second needed", await second)


asyncio.run(main())
