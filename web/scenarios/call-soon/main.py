import asyncio
from functools import partial

loop = asyncio.new_event_loop()


async def main():
    loop.call_soon(partial(print, "Hello", flush=True))
    loop.call_soon(print, "from a callback")
    print("main has scheduled two callbacks")
    await asyncio.sleep(0)
    print("main goes on after them")


loop.run_until_complete(main())
loop.close()
