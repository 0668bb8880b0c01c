import asyncio


async def value(n):
    return n


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(2, future.set_result, "future")
    task = asyncio.create_task(value("task"), name="T")
    print(await asyncio.gather(value("coro"), task, future, asyncio.sleep(1, "sleep")))


asyncio.run(main())
