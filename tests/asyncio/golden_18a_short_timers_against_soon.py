import asyncio


async def main():
    loop = asyncio.get_running_loop()

    def soon(n):
        print("soon", n)
        if n < 3:
            loop.call_soon(soon, n + 1)

    loop.call_later(0.002, print, "later 2 ms")
    loop.call_later(0.001, print, "later 1 ms")
    loop.call_soon(soon, 0)
    await asyncio.sleep(0.1)


asyncio.run(main())
