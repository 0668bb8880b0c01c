import asyncio


async def forever():
    while True:
        await asyncio.sleep(0)


async def main():
    print("before")
    await asyncio.gather(forever(), forever())


asyncio.run(main())
