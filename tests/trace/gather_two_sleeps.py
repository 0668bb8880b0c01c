import asyncio


async def nap(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def main():
    print(await asyncio.gather(nap(2), nap(1)))


asyncio.run(main())
