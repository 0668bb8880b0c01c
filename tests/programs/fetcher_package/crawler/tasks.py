import asyncio


async def fetch(pages, pause):
    while not pages.complete:
        await asyncio.sleep(pause)
        pages.add(f"p{len(pages.got)}")


async def watch(pages):
    while not pages.complete:
        print(pages)
        await asyncio.sleep(0.15)
