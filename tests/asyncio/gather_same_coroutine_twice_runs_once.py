import asyncio


async def once():
    print("running")
    return 5


async def main():
    coroutine = once()
    print(await asyncio.gather(coroutine, coroutine))


asyncio.run(main())
