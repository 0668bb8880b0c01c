import asyncio
import random

done = []


async def fetch(number):
    await asyncio.sleep(random.uniform(1, 5))
    done.append(number)


async def monitor(tasks):
    while len(done) < tasks:
        print(f"t={asyncio.get_running_loop().time():.1f} done={done}")
        await asyncio.sleep(1)
    print("all done", sorted(done))


async def main():
    fetchers = [asyncio.create_task(fetch(n)) for n in range(6)]
    await monitor(len(fetchers))
    for fetcher in fetchers:
        await fetcher


asyncio.run(main())
