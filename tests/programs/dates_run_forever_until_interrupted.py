import asyncio
import random
from datetime import datetime


async def clock(name):
    while True:
        await asyncio.sleep(random.randint(1, 4))
        print(f"{datetime.now():%H:%M:%S} {name}")


loop = asyncio.new_event_loop()
tasks = [loop.create_task(clock(name)) for name in ("x", "y")]
try:
    loop.run_forever()
except KeyboardInterrupt:
    print("interrupted")
finally:
    for task in tasks:
        task.cancel()
    loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
    loop.close()
