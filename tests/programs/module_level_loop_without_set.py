import asyncio


async def compute(a, b):
    await asyncio.sleep(2)
    return a + b


loop = asyncio.get_event_loop()
print(loop is asyncio.get_event_loop())
print(loop.run_until_complete(compute(1, 2)))
