import asyncio
import random


class Job:
    def __init__(self, name, limit):
        self.name = name
        self.limit = limit
        self.rolls = 0

    async def run(self):
        while True:
            self.rolls += 1
            if random.random() < self.limit:
                return
            await asyncio.sleep(random.randint(1, 3))

    def __repr__(self):
        return f"Job({self.name!r})"
