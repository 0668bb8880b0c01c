import asyncio


async def work():
    return "x"


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future)
    future.set_result([1])
    print(future)
    gone = loop.create_future()
    gone.cancel()
    print(gone)
    bad = loop.create_future()
    bad.set_exception(ValueError("v"))
    print(bad, bad.exception())
    task = asyncio.create_task(work(), name="job")
    print(task)
    await task
    print(task)


asyncio.run(main())
