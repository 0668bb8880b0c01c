import asyncio


class Wrong:
    def __await__(self):
        yield 5


async def main():
    try:
        await Wrong()
    except RuntimeError as error:
        print(str(error).split(": ")[0].split("<")[0], str(error).split(": ")[-1])


asyncio.run(main())
