import asyncio
import datetime
import random


async def show(number):
    loop = asyncio.get_running_loop()
    end = loop.time() + 10
    while loop.time() < end:
        print(number, datetime.datetime.now().strftime("%H:%M:%S.%f"))
        await asyncio.sleep(random.random() * 3)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
tasks = [loop.create_task(show(n)) for n in range(4)]
loop.call_later(15, loop.stop)
loop.run_forever()
print([task.done() for task in tasks])
loop.close()
