import asyncio


class Plain:
    def __enter__(self):
        pass

    def __exit__(self, *info):
        pass


async def main():
    try:
        async with Plain():
            pass
    except TypeError as error:
        print(error)
    try:
        async for x in [1]:
            pass
    except TypeError as error:
        print(error)


async def f():
    pass


try:
    for x in f():
        pass
except TypeError as error:
    print(error)
asyncio.run(main())
