import asyncio


async def square(n):
    await asyncio.sleep(n / 10)
    return n * n


async def main():
    print([await square(n) for n in range(4)], asyncio.get_running_loop().time())
    print({n: await square(n) for n in range(3)})
    total = 0
    for task in [asyncio.create_task(square(n)) for n in range(5)]:
        total += await task
    print(total, round(asyncio.get_running_loop().time(), 6))


asyncio.run(main())
