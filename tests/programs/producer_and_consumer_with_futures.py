import asyncio


class Mailbox:
    def __init__(self):
        self.items = []
        self.waiter = None

    def put(self, item):
        self.items.append(item)
        if self.waiter and not self.waiter.done():
            self.waiter.set_result(None)

    async def get(self):
        while not self.items:
            self.waiter = asyncio.get_running_loop().create_future()
            await self.waiter
        return self.items.pop(0)


async def producer(box):
    for n in range(3):
        await asyncio.sleep(1)
        print("put", n)
        box.put(n)
    box.put(None)


async def consumer(box):
    while (item := await box.get()) is not None:
        print("got", item, "at", asyncio.get_running_loop().time())


async def main():
    box = Mailbox()
    await asyncio.gather(consumer(box), producer(box))


asyncio.run(main())
