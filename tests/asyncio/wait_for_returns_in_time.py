import asyncio


async def quick():
    await asyncio.sleep(1)
    return "value"


async def main():
    print(await asyncio.wait_for(quick(), 2))
    print(await asyncio.wait_for(quick(), None))
    print(asyncio.get_running_loop().time())


asyncio.run(main())
