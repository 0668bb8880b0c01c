import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.02, print, "20 ms")
    loop.call_later(0.01, print, "10 ms")
    loop.call_later(0.0005, print, "0.5 ms")
    loop.call_soon(print, "soon")
    time.sleep(0.05)
    await asyncio.sleep(0.1)


asyncio.run(main())
