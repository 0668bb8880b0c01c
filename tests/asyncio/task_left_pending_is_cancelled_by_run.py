import asyncio


async def background(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled", name)
        raise
    finally:
        print("finally", name)


async def main():
    tasks = [asyncio.create_task(background(n)) for n in "a"]
    await asyncio.sleep(1)
    print("main ends")
    return len(tasks)


print(asyncio.run(main()))
