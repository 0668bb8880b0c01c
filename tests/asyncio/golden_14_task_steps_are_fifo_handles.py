import asyncio


async def step():
    print("task")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "soon1")
    task = asyncio.create_task(step())
    loop.call_soon(print, "soon2")
    await task
    await asyncio.sleep(0)


asyncio.run(main())
