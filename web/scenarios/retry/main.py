import asyncio
import random


async def keep_trying(name):
    attempt = 0
    while True:
        attempt += 1
        roll = random.random()
        print(f"{name}: attempt {attempt}, rolled {roll:.2f}")
        if roll < 0.1:
            return attempt
        await asyncio.sleep(roll)


async def main():
    first = asyncio.create_task(keep_trying("first"))
    second = asyncio.create_task(keep_trying("second"))
    print("first needed", await first, "attempts")
    print("second needed", await second, "attempts")


asyncio.run(main())
