import asyncio


async def f():
    return 1


async def main():
    task = asyncio.ensure_future(f())
    print(asyncio.ensure_future(task) is task, isinstance(task, asyncio.Task))
    future = asyncio.get_running_loop().create_future()
    print(asyncio.ensure_future(future) is future, isinstance(task, asyncio.Future))
    print(await task)
    future.cancel()


asyncio.run(main())
