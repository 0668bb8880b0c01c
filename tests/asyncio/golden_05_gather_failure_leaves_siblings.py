import asyncio


async def fail():
    raise ValueError("no")


async def sibling():
    await asyncio.sleep(1)
    print("sibling finished")


async def main():
    try:
        await asyncio.gather(fail(), sibling())
    except ValueError as error:
        print("caught", error)
    await asyncio.sleep(2)


asyncio.run(main())
