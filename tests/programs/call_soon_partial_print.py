import asyncio
from functools import partial

loop = asyncio.new_event_loop()
loop.call_soon(partial(print, "Hello", flush=True))
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
