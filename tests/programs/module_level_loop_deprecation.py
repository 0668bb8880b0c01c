import asyncio


async def hello():
    await asyncio.sleep(0.1)
    print("hello")


loop = asyncio.get_event_loop()
loop.run_until_complete(hello())
loop.close()
