import asyncio


async def bad():
    raise ValueError("lost")


async def main():
    asyncio.create_task(bad(), name="bad one")
    await asyncio.sleep(0)
    print("main goes on")
    await asyncio.sleep(1)
    print("main ends")


asyncio.run(main())
