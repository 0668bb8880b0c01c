import asyncio


async def bad():
    await asyncio.sleep(1)
    raise ValueError("from the loop")


loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(bad())
except ValueError as error:
    print("caught", error)
finally:
    loop.close()
