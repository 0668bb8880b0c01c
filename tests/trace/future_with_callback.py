import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(lambda f: print("callback", f.result()))
    loop.call_later(0.5, future.set_result, 7)
    print("got", await future)


asyncio.run(main())
