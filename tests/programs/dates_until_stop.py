import asyncio
import random
from datetime import datetime


async def display_date(name, loop):
    end_time = loop.time() + 10.0
    while True:
        print(f"{name}: {datetime.now()}")
        if loop.time() + 1.0 >= end_time:
            break
        await asyncio.sleep(random.randint(1, 5))
    print(name, "is over")


loop = asyncio.new_event_loop()
for number in range(4):
    loop.create_task(display_date(f"task {number}", loop))
loop.call_later(15, loop.stop)
loop.run_forever()
print("stopped at", loop.time())
loop.close()
