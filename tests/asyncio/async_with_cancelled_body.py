import asyncio


class Lock:
    async def __aenter__(self):
        print("enter")

    async def __aexit__(self, kind, value, trace):
        print("exit", kind.__name__)
        await asyncio.sleep(1)
        print("exit done")


async def work():
    async with Lock():
        await asyncio.sleep(10)


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", asyncio.get_running_loop().time())


asyncio.run(main())
