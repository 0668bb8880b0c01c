# The callback on a finished child is scheduled before the next child's task.
import asyncio


async def fails():
    raise ValueError('early')


async def main():
    task = asyncio.create_task(fails())
    await asyncio.sleep(1)
    try:
        await asyncio.gather(task, asyncio.sleep(0, 'late'))
    except ValueError as error:
        print(repr(error))
    print(len(asyncio.all_tasks()))


asyncio.run(main())
