import asyncio


async def wait_for_foreign(future):
    await future


one, two = asyncio.new_event_loop(), asyncio.new_event_loop()
foreign = one.create_future()
try:
    two.run_until_complete(wait_for_foreign(foreign))
except RuntimeError as error:
    print("attached to a different loop" in str(error))
one.close()
two.close()
