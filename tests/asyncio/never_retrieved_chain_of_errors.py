import asyncio


async def inner():
    raise KeyError("cause")


async def outer():
    try:
        await inner()
    except KeyError as error:
        raise RuntimeError("effect") from error


async def main():
    asyncio.create_task(outer())
    await asyncio.sleep(1)


asyncio.run(main())
