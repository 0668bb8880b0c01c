import asyncio
import random


class GaveUp(Exception):
    pass


async def unreliable():
    await asyncio.sleep(0.5)
    roll = random.random()
    if roll >= 0.1:
        raise ConnectionError(f"roll was {roll:.2f}")
    return roll


async def retry(name, limit=5):
    last = None
    for attempt in range(1, limit + 1):
        try:
            return await unreliable()
        except ConnectionError as error:
            last = error
            print(f"{name} attempt {attempt}: {error}")
    raise GaveUp(f"{name} tried {limit} times") from last


async def main():
    tasks = [asyncio.create_task(retry("left")), asyncio.create_task(retry("right", 3))]
    for task in tasks:
        try:
            print("result", await task)
        except GaveUp as error:
            print("gave up:", error, "because", error.__cause__)


asyncio.run(main())
