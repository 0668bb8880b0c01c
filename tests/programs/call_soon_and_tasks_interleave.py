import asyncio


async def task(name):
    for n in range(3):
        print("task", name, n)
        await asyncio.sleep(0)


def callback(loop, n=0):
    print("callback", n)
    if n < 2:
        loop.call_soon(callback, loop, n + 1)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(callback, loop)
    await asyncio.gather(task("a"), task("b"))


asyncio.run(main())
