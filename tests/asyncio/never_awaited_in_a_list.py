import asyncio


async def work(n):
    return n


async def main():
    pending = [work(i) for i in range(3)]
    print(await pending.pop())
    pending.clear()
    print("cleared")


asyncio.run(main())
