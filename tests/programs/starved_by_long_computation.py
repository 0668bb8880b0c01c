import asyncio


async def count(name):
    for i in range(3):
        print(name, i)
        await asyncio.sleep(0)


async def compute():
    total = 0
    for n in range(20000):
        total += n * n % 7
    print("computed", total)


async def polite():
    total = 0
    for n in range(3):
        total += sum(range(n * 1000))
        print("polite", n)
        await asyncio.sleep(0)
    print("polite total", total)


async def main():
    await asyncio.gather(count("a"), compute(), polite(), count("b"))


asyncio.run(main())
