import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    finally:
        print("saving")
        await asyncio.sleep(2)
        print("saved", asyncio.get_running_loop().time())


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.sleep(1)
    print("main", task.done())
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", task.done())


asyncio.run(main())
