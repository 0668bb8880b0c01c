import asyncio


async def hello():
    print("Hello ...")
    await asyncio.sleep(1)
    print("... World!")


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop = asyncio.get_event_loop()
loop.run_until_complete(hello())
loop.close()
