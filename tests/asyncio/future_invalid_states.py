import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    for call in (future.result, future.exception):
        try:
            call()
        except asyncio.InvalidStateError as error:
            print(error)
    future.set_result(1)
    for call in (lambda: future.set_result(2), lambda: future.set_exception(ValueError())):
        try:
            call()
        except asyncio.InvalidStateError as error:
            print(error)
    print(future.cancel(), future.result())


asyncio.run(main())
