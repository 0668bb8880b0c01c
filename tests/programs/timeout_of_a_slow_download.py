import asyncio


async def download(name, seconds):
    print("start", name)
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print("abort", name)
        raise
    print("finish", name)
    return f"{name}.zip"


async def main():
    for name, seconds in (("small", 1), ("large", 9)):
        try:
            print(await asyncio.wait_for(download(name, seconds), timeout=5))
        except asyncio.TimeoutError:
            print(name, "took too long at", asyncio.get_running_loop().time())


asyncio.run(main())
