import asyncio


async def work(n):
    await asyncio.sleep(n % 7)
    return 1


async def main():
    print(sum(await asyncio.gather(*(work(n) for n in range(10000)))))


asyncio.run(main())
