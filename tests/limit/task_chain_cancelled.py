import asyncio


async def link(next_task):
    if next_task is None:
        await asyncio.sleep(100)
    else:
        await next_task


async def main():
    tasks = [None]
    for _ in range(300):
        tasks.append(asyncio.create_task(link(tasks[-1])))
    await asyncio.sleep(1)
    tasks[-1].cancel()
    try:
        await tasks[-1]
    except asyncio.CancelledError:
        print("cancelled", sum(t.cancelled() for t in tasks[1:]))


asyncio.run(main())
