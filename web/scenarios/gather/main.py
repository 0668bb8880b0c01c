import asyncio


async def fetch(name, seconds):
    print("start", name)
    await asyncio.sleep(seconds)
    print("done ", name)
    return name.upper()


async def one_after_another():
    first = await fetch("soup", 2)
    second = await fetch("salad", 1)
    return [first, second]


async def at_the_same_time():
    return await asyncio.gather(fetch("soup", 2), fetch("salad", 1))


async def main():
    loop = asyncio.get_running_loop()
    for way in (one_after_another, at_the_same_time):
        start = loop.time()
        result = await way()
        print(way.__name__, result, "took", round(loop.time() - start), "s")


asyncio.run(main())
