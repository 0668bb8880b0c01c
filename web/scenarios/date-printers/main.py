import asyncio
import datetime
import random

loop = asyncio.new_event_loop()


async def show_date(number):
    end_time = loop.time() + 10.0
    while True:
        print("Task", number, datetime.datetime.now())
        if loop.time() + 1.0 >= end_time:
            break
        await asyncio.sleep(random.randint(1, 4))


for number in range(1, 5):
    loop.create_task(show_date(number))

loop.call_later(15, loop.stop)
loop.run_forever()
loop.close()
print("The loop was stopped")
