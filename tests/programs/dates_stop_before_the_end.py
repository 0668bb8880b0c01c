import asyncio
from datetime import datetime


async def display(name, every):
    try:
        while True:
            print(name, datetime.now().time())
            await asyncio.sleep(every)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


loop = asyncio.new_event_loop()
tasks = [loop.create_task(display(f"every {n}", n)) for n in (2, 3)]
loop.call_later(7, loop.stop)
loop.run_forever()
for task in tasks:
    task.cancel()
loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
loop.close()
print("bye")
