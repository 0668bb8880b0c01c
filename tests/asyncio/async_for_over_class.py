import asyncio


class Ticker:
    def __init__(self, count):
        self.count = count

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.count == 0:
            raise StopAsyncIteration
        self.count -= 1
        await asyncio.sleep(1)
        return self.count


async def main():
    async for n in Ticker(3):
        if n == 0:
            continue
        print(n, asyncio.get_running_loop().time())
    else:
        print("exhausted")
    async for n in Ticker(3):
        break
    print("broke at", n)


asyncio.run(main())
