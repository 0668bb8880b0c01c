import asyncio

TOTAL = 8
progress = [0]


async def fetcher():
    while progress[0] < TOTAL:
        await asyncio.sleep(0.3)
        progress[0] += 1


async def monitor():
    while True:
        share = progress[0] / TOTAL
        bar = "#" * int(share * 20)
        print(f"[{bar:<20}] {share:>4.0%}")
        if progress[0] == TOTAL:
            return
        await asyncio.sleep(0.5)


async def main():
    await asyncio.gather(monitor(), fetcher())


asyncio.run(main())
