import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()

    def soon(n):
        print(f"s{n}")
        if n < 4:
            loop.call_soon(soon, n + 1)

    loop.call_later(0.001, print, "timer")
    time.sleep(0.01)
    loop.call_soon(soon, 0)
    await asyncio.sleep(1)


asyncio.run(main())
