import asyncio


async def counter(name):
    for i in range(1, 6):
        print(f"{name} counts {i}")
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(counter("A"), counter("B"), counter("C"), counter("D"))


asyncio.run(main())
