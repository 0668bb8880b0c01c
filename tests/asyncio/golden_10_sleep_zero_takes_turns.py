import asyncio


async def loop(name):
    for i in range(3):
        print(f"{name}{i}", end=" ")
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(loop("A"), loop("B"))
    print()


asyncio.run(main())
