import asyncio


async def fetch():
    print("never printed")


async def main():
    print("before")
    fetch()
    print("after")


asyncio.run(main())
