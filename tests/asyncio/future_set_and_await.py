import asyncio


async def setter(future):
    await asyncio.sleep(1)
    print("setting")
    future.set_result("value")
    print("set")


async def main():
    future = asyncio.Future()
    task = asyncio.create_task(setter(future))
    print(future.done(), await future, future.done(), future.result())
    await task


asyncio.run(main())
