import asyncio


async def instant():
    return 1


async def other():
    print("other")


async def main():
    task = asyncio.create_task(other())
    await instant()
    print("after await")
    await task


asyncio.run(main())
