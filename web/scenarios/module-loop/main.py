import asyncio

loop = asyncio.get_event_loop()


async def greet(name):
    print("Hello,", name)
    await asyncio.sleep(1)
    print("Goodbye,", name)
    return len(name)


length = loop.run_until_complete(greet("World"))
print("The name has", length, "letters")
loop.close()
