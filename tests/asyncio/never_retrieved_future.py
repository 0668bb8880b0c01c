import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_exception(RuntimeError("nobody looked"))
    del future
    print("end")


asyncio.run(main())
