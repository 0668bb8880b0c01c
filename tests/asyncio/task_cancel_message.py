import asyncio


async def main():
    task = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), error.args)
    try:
        task.exception()
    except asyncio.CancelledError as error:
        print(type(error).__name__)


asyncio.run(main())
