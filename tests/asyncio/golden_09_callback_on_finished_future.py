import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_result(1)
    future.add_done_callback(lambda f: print("cb", f.result()))
    print("sync")
    await asyncio.sleep(0)


asyncio.run(main())
