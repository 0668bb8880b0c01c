import asyncio
import time


async def heartbeat(late):
    loop = asyncio.get_running_loop()
    for _ in range(6):
        before = loop.time()
        await asyncio.sleep(1)
        late.append(round(loop.time() - before - 1, 3))


async def worker(seconds):
    await asyncio.sleep(1.5)
    time.sleep(seconds)


async def main():
    late = []
    await asyncio.gather(heartbeat(late), worker(0.25), worker(2.25))
    print(late, f"worst {max(late)}")


asyncio.run(main())
