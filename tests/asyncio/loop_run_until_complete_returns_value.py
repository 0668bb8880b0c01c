import asyncio


async def work(n):
    await asyncio.sleep(n)
    return n * 10


loop = asyncio.new_event_loop()
print(loop.run_until_complete(work(1)), loop.run_until_complete(work(2)))
print(loop.time(), loop.is_running(), loop.is_closed())
loop.close()
print(loop.is_closed())
