import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()

    def late(f):
        print("late")

    def first(f):
        print("first", future.remove_done_callback(late))
        future.add_done_callback(lambda f: print("added"))

    future.add_done_callback(first)
    future.add_done_callback(late)
    future.set_result(None)
    await asyncio.sleep(0)
    await asyncio.sleep(0)


asyncio.run(main())
