import asyncio
import random

from .errors import TooMany


async def roll(name, limit):
    for count in range(limit):
        if random.random() < 0.1:
            return count
        await asyncio.sleep(1)
    raise TooMany(name, limit)
