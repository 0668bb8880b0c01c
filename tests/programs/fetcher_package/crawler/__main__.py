import asyncio
import sys

from . import Pages
from .tasks import fetch, watch


async def main(count, pause):
    pages = Pages(count)
    await asyncio.gather(fetch(pages, pause), watch(pages))
    print(pages)


print(sys.argv[1:])
asyncio.run(main(int(sys.argv[1]), 0.1 if "--fast" in sys.argv else 1))
