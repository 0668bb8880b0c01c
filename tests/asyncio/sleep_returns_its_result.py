import asyncio


async def main():
    print(await asyncio.sleep(1, "one"))
    print(await asyncio.sleep(0, result="zero"))
    print(await asyncio.sleep(-5, "negative"), asyncio.get_running_loop().time())


asyncio.run(main())
