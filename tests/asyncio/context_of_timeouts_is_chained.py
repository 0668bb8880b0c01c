import asyncio


async def main():
    try:
        await asyncio.wait_for(asyncio.sleep(5), 1)
    except asyncio.TimeoutError as error:
        print(repr(error), error is not None, isinstance(error, TimeoutError),
              repr(error.__cause__))


asyncio.run(main())
