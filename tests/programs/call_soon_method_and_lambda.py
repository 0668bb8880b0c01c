import asyncio


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n=1):
        self.value += n
        print("value", self.value)


async def main():
    loop = asyncio.get_running_loop()
    counter = Counter()
    loop.call_soon(counter.add)
    loop.call_soon(counter.add, 10)
    for n in range(3):
        loop.call_soon(lambda: print("late", n))
        loop.call_soon(lambda n=n: print("bound", n))
    await asyncio.sleep(0)


asyncio.run(main())
