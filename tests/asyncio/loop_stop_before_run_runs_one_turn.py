import asyncio

loop = asyncio.new_event_loop()
loop.call_soon(print, "a")
loop.stop()
loop.run_forever()
print("back")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
