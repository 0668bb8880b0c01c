import asyncio


async def hello():
    await asyncio.sleep(1)
    print("hello at", asyncio.get_running_loop().time())
    return "done"


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)
print(loop.run_until_complete(hello()))
loop.close()
