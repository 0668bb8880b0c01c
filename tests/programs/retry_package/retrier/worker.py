import asyncio

from .dice import is_lucky, roll


async def work(name):
    tries = 0
    while True:
        tries += 1
        value = roll()
        if is_lucky(value):
            print(f"{name}: lucky with {value:.4f}")
            return tries
        print(f"{name}: {value:.4f} is too big")
        await asyncio.sleep(0.25)
