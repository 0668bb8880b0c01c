import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda f: print("one", f.result()))
    future.add_done_callback(lambda f: print("two"))
    future.set_result("r")
    print("set")
    await asyncio.sleep(0)
    print("after a turn")


asyncio.run(main())
