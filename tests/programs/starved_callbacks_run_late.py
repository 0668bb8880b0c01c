import asyncio
import time


def say(text, loop, due):
    print(f"{text}: due {due}, now {loop.time()}")


async def main():
    loop = asyncio.get_running_loop()
    for due in (1, 2, 3, 4):
        loop.call_at(due, say, "timer", loop, due)
    await asyncio.sleep(0.5)
    time.sleep(2)
    print("unblocked", loop.time())
    await asyncio.sleep(0)
    print("one turn later")
    await asyncio.sleep(2)


asyncio.run(main())
