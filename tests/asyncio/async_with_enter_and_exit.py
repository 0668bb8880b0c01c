import asyncio


class Connection:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        print("connecting", self.name)
        await asyncio.sleep(1)
        return self

    async def __aexit__(self, kind, value, trace):
        await asyncio.sleep(0.5)
        print("closed", self.name, kind and kind.__name__)
        return self.name == "safe"


async def main():
    async with Connection("a") as a, Connection("b"):
        print("using", a.name)
    async with Connection("safe"):
        raise ValueError("swallowed")
    try:
        async with Connection("c"):
            1 / 0
    except ZeroDivisionError:
        print("passed on", asyncio.get_running_loop().time())


asyncio.run(main())
