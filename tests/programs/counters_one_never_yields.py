import asyncio


async def polite(name):
    for i in range(3):
        print(name, i)
        await asyncio.sleep(0)


async def greedy():
    for i in range(3):
        print("greedy", i)


async def awaiting_without_yield():
    for i in range(3):
        print("no yield", i)
        await nothing()


async def nothing():
    return None


async def main():
    await asyncio.gather(polite("a"), greedy(), awaiting_without_yield(), polite("b"))


asyncio.run(main())
