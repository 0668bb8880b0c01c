import asyncio


async def bad():
    raise KeyError("at end")


async def main():
    task = asyncio.create_task(bad())
    await asyncio.sleep(0.5)
    print("main ends", task.done())


asyncio.run(main())
print("after run")
