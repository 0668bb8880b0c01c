import asyncio


async def counter(name, delay):
    for i in range(3):
        print(name, i, asyncio.get_running_loop().time())
        await asyncio.sleep(delay)


async def main():
    await asyncio.gather(counter("zero", 0), counter("tiny", 0.001), counter("small", 0.0015),
                         counter("same", 0.001))


asyncio.run(main())
