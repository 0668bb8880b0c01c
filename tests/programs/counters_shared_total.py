import asyncio

total = 0


async def careful(times):
    global total
    for _ in range(times):
        total += 1
        await asyncio.sleep(0)


async def careless(times):
    global total
    for _ in range(times):
        seen = total
        await asyncio.sleep(0)
        total = seen + 1


async def main():
    global total
    await asyncio.gather(*(careful(10) for _ in range(4)))
    print("careful", total)
    total = 0
    await asyncio.gather(*(careless(10) for _ in range(4)))
    print("careless", total)


asyncio.run(main())
