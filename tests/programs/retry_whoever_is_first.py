import asyncio
import random


async def racer(name, winners):
    rolls = 0
    while True:
        rolls += 1
        if random.random() < 0.1:
            winners.append((name, rolls))
            return
        await asyncio.sleep(0)


async def main():
    winners = []
    names = ["ann", "bob", "cyd"]
    await asyncio.gather(*[racer(name, winners) for name in names])
    for place, (name, rolls) in enumerate(winners, 1):
        print(place, name, rolls)


asyncio.run(main())
