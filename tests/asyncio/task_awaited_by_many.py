import asyncio


async def source():
    await asyncio.sleep(1)
    return [1]


async def reader(name, task):
    result = await task
    print(name, result, result is task.result())


async def main():
    task = asyncio.create_task(source())
    await asyncio.gather(*(reader(n, task) for n in "abc"))


asyncio.run(main())
