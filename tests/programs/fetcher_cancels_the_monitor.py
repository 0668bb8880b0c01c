import asyncio


async def fetcher(found):
    for word in "the quick brown fox".split():
        await asyncio.sleep(0.4)
        found.append(word)


async def monitor(found):
    try:
        while True:
            print(asyncio.get_running_loop().time(), found)
            await asyncio.sleep(0.5)
    except asyncio.CancelledError:
        print("monitor cancelled with", len(found))
        raise


async def main():
    found = []
    watcher = asyncio.create_task(monitor(found))
    await fetcher(found)
    watcher.cancel()
    try:
        await watcher
    except asyncio.CancelledError:
        pass
    print(found)


asyncio.run(main())
