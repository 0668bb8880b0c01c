import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for bad in ("x", None, [1]):
        try:
            loop.call_later(bad, print)
        except TypeError as error:
            print(type(error).__name__)
    await asyncio.sleep(float("-inf"))
    print("end")


asyncio.run(main())
