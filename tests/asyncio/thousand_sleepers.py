import asyncio


async def sleeper(n):
    await asyncio.sleep(n % 10 / 10)
    return n


async def main():
    results = await asyncio.gather(*(sleeper(n) for n in range(1000)))
    print(sum(results), results[:3], asyncio.get_running_loop().time())


asyncio.run(main())
