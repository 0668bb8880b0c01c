import asyncio


async def greet(name, delay):
    await asyncio.sleep(delay)
    print(f"hello {name} at {loop.time()}")
    return name


loop = asyncio.new_event_loop()
background = loop.create_task(greet("background", 1))
print(loop.run_until_complete(greet("foreground", 2)))
print(background.done(), background.result())
loop.close()
