import asyncio

order = []


async def turn(name, times):
    for i in range(times):
        order.append(f"{name}{i}")
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(*(turn(name, n + 1) for n, name in enumerate("abcd")))
    print(" ".join(order))


asyncio.run(main())
