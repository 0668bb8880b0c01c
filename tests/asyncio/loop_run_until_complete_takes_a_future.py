import asyncio

loop = asyncio.new_event_loop()
future = loop.create_future()
loop.call_later(2, future.set_result, "from timer")
print(loop.run_until_complete(future), loop.time())
loop.close()
