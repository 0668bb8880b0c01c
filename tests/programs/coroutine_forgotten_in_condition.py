import asyncio


async def is_ready():
    await asyncio.sleep(1)
    return False


async def main():
    if is_ready():
        print("a coroutine object is always true")
    if not await is_ready():
        print("not ready after", asyncio.get_running_loop().time())


asyncio.run(main())
