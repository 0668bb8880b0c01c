import asyncio


async def bad():
    await asyncio.sleep(1)
    raise KeyError("inside")


async def main():
    try:
        await asyncio.wait_for(bad(), 5)
    except KeyError as error:
        print(repr(error), asyncio.get_running_loop().time())


asyncio.run(main())
