import asyncio


async def f():
    print("body")


async def main():
    coroutine = f()
    print("after call")
    coroutine.close()


asyncio.run(main())
