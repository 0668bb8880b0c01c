import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(future.set_exception, ValueError("f"))
    try:
        await future
    except ValueError as error:
        print(error, repr(future.exception()))
    other = loop.create_future()
    other.set_exception(KeyError)
    print(repr(other.exception()))
    try:
        loop.create_future().set_exception(StopIteration)
    except TypeError as error:
        print(error)


asyncio.run(main())
