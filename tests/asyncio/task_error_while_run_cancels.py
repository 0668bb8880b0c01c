import asyncio


async def background():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("during shutdown")


async def main():
    task = asyncio.create_task(background())
    await asyncio.sleep(1)


asyncio.run(main())
print("after run")
