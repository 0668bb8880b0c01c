import asyncio
from functools import partial


def countdown(loop, done, n):
    print(n if n else "lift-off")
    if n:
        loop.call_later(1, partial(countdown, loop, done, n - 1))
    else:
        done.set_result(loop.time())


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    loop.call_soon(countdown, loop, done, 3)
    print("after", await done, "seconds")


asyncio.run(main())
