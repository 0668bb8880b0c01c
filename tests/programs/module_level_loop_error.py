import asyncio


async def divide(a, b):
    await asyncio.sleep(1)
    return a / b


loop = asyncio.new_event_loop()
print(loop.run_until_complete(divide(6, 3)))
print(loop.run_until_complete(divide(1, 0)))
