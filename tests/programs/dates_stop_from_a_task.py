import asyncio
from datetime import datetime, timedelta


async def until(moment):
    while datetime.now() < moment:
        print(datetime.now().isoformat())
        await asyncio.sleep(0.75)
    asyncio.get_running_loop().stop()


loop = asyncio.new_event_loop()
loop.create_task(until(datetime.now() + timedelta(seconds=3)))
loop.run_forever()
print("late", datetime.now() - datetime(2026, 1, 1))
loop.close()
