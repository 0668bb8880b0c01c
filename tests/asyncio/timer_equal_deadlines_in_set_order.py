import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for i in range(8):
        loop.call_at(5.0, print, "at", i)
    await asyncio.gather(*(sleeper(i) for i in range(8)))


async def sleeper(i):
    await asyncio.sleep(5)
    print("woke", i)


asyncio.run(main())
