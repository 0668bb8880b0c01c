import asyncio


async def work():
    try:
        print("working")
        await asyncio.sleep(10)
    finally:
        print("finally")


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    print(task.cancel(), task.cancelled(), task.done())
    await asyncio.sleep(0)
    print(task.cancelled(), task.done(), task.cancel())
    try:
        task.result()
    except asyncio.CancelledError as error:
        print(repr(error))


asyncio.run(main())
