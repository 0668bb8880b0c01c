from ..books import count
from .lend import lend


def run(shelf):
    import asyncio
    asyncio.run(lend(shelf, count()))
