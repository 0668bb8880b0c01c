import asyncio

loop = asyncio.new_event_loop()
loop.call_soon(print, "one")
loop.call_soon(loop.stop)
loop.call_soon(print, "same turn")
loop.call_soon(lambda: loop.call_soon(print, "next turn"))
loop.run_forever()
print("stopped")
loop.run_until_complete(asyncio.sleep(0))
loop.close()
