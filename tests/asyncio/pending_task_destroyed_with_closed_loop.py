import asyncio


async def forever():
    await asyncio.sleep(1)


loop = asyncio.new_event_loop()
task = loop.create_task(forever(), name="stuck")
loop.close()
print("closed")
del task
print("end")
