import asyncio


async def work():
    await asyncio.sleep(10)


loop = asyncio.new_event_loop()
loop.call_later(1, loop.stop)
task = loop.create_task(work())
try:
    loop.run_until_complete(task)
except RuntimeError as error:
    print(error)
task.cancel()
try:
    loop.run_until_complete(task)
except asyncio.CancelledError:
    print("cancelled")
loop.close()
