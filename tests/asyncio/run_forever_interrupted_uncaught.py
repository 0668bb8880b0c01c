import asyncio


async def ticker():
    while True:
        print("tick", asyncio.get_running_loop().time())
        await asyncio.sleep(2)


loop = asyncio.new_event_loop()
task = loop.create_task(ticker())
try:
    loop.run_forever()
except KeyboardInterrupt:
    print("interrupted at", loop.time())
task.cancel()
try:
    loop.run_until_complete(task)
except asyncio.CancelledError:
    print("task cancelled")
loop.close()
