import asyncio


async def main():
    for bad in ("a", None, [1]):
        try:
            await asyncio.sleep(bad)
        except TypeError as error:
            print(error)


asyncio.run(main())
