import asyncio


class Ready:
    def __await__(self):
        print("awaited")
        return "value"
        yield


class Pause:
    def __init__(self, turns):
        self.turns = turns

    def __await__(self):
        for n in range(self.turns):
            print("turn", n)
            yield
        return self.turns


class Wrapped:
    def __await__(self):
        return asyncio.sleep(1, "slept").__await__()


async def other():
    print("other")


async def main():
    task = asyncio.create_task(other())
    print(await Ready(), await Pause(2), await Wrapped())
    await task


asyncio.run(main())
