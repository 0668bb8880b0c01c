import asyncio


async def child(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled", name)
        raise


async def main():
    group = asyncio.gather(child("a"), child("b"))
    await asyncio.sleep(1)
    print(group.cancel())
    try:
        await group
    except asyncio.CancelledError:
        print("gather cancelled", group.cancelled())


asyncio.run(main())
