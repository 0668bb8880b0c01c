import asyncio


async def place(n, result):
    await asyncio.sleep(n)
    result.append(n)


async def main():
    result = []
    await asyncio.gather(*(place(n, result) for n in [5, 3, 9, 1, 4, 1, 3600]))
    print(result, asyncio.get_running_loop().time())


asyncio.run(main())
