import asyncio


def plain():
    return 1


async def main():
    for make in (lambda: 5, plain, lambda: [1], lambda: None):
        try:
            await make()
        except TypeError as error:
            print(error)
    try:
        await print("printed")
    except TypeError as error:
        print(error)


asyncio.run(main())
