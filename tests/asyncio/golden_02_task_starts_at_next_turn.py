import asyncio


async def f():
    print("f1")
    await asyncio.sleep(0)
    print("f2")


async def main():
    task = asyncio.create_task(f())
    print("sync")
    await task


asyncio.run(main())
