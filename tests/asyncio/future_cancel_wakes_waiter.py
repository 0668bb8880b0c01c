import asyncio


async def waiter(future):
    try:
        await future
    except asyncio.CancelledError:
        print("waiter cancelled", future.cancelled())


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waiter(future))
    await asyncio.sleep(0)
    print(future.cancel(), future.done())
    await task
    try:
        future.set_result(1)
    except asyncio.InvalidStateError as error:
        print(error)


asyncio.run(main())
