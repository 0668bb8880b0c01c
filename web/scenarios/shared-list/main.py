import asyncio

items = []


async def fetcher():
    for number in range(1, 6):
        await asyncio.sleep(0.7)
        items.append(f"item {number}")
    items.append(None)


async def monitor():
    seen = 0
    while True:
        await asyncio.sleep(1)
        new = items[seen:]
        seen = len(items)
        print("new since the last look:", [item for item in new if item])
        if None in new:
            break


async def main():
    await asyncio.gather(fetcher(), monitor())


asyncio.run(main())
