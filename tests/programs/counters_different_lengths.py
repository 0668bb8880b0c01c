import asyncio


async def counter(name, n):
    for i in range(n):
        print(" " * 4 * name + str(i))
        await asyncio.sleep(0)
    return n


async def main():
    tasks = [asyncio.create_task(counter(i, 5 - i)) for i in range(4)]
    print(sum([await task for task in tasks]))


asyncio.run(main())
