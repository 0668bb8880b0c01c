import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    print("done", name)
    return name


async def main():
    print(await asyncio.gather(work("slow", 3), work("fast", 1), work("mid", 2)))
    print(await asyncio.gather())
    print(await asyncio.gather(work("only", 0)))


asyncio.run(main())
