import asyncio


async def f():
    pass


async def main():
    for wrong in (5, f, print):
        try:
            asyncio.create_task(wrong)
        except TypeError as error:
            print(str(error).split(" <")[0])
    try:
        await asyncio.gather(5)
    except TypeError as error:
        print(error)
    try:
        asyncio.ensure_future("x")
    except TypeError as error:
        print(error)


asyncio.run(main())
