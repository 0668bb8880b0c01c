import asyncio
import random


class Fork:
    def __init__(self):
        self.user = None

    async def take(self, name):
        while self.user is not None:
            await asyncio.sleep(0.1)
        self.user = name

    def put(self):
        self.user = None


async def dine(name, left, right, meals):
    for meal in range(meals):
        await asyncio.sleep(random.random())
        await left.take(name)
        try:
            await asyncio.wait_for(right.take(name), 0.5)
        except asyncio.TimeoutError:
            print(name, "gives up for now")
            left.put()
            continue
        print(name, "eats")
        await asyncio.sleep(random.random())
        left.put()
        right.put()


async def main():
    forks = [Fork() for _ in range(3)]
    names = ["plato", "kant", "hume"]
    await asyncio.gather(*(dine(name, forks[i], forks[(i + 1) % 3], 3) for i, name in enumerate(names)))
    print("all full")


asyncio.run(main())
