import asyncio


async def f():
    return 1


async def main():
    coroutine = f()
    print(await coroutine)
    try:
        await coroutine
    except RuntimeError as error:
        print(error)


asyncio.run(main())
