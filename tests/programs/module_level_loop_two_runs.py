import asyncio

results = []


async def collect(n):
    await asyncio.sleep(n)
    results.append(n)
    return len(results)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
try:
    print(loop.run_until_complete(collect(1)))
    print(loop.run_until_complete(asyncio.gather(collect(3), collect(2))))
    print(results, loop.time())
finally:
    loop.close()
