import asyncio


async def worker(n):
    await asyncio.sleep(n)
    if n == 2:
        raise RuntimeError(f"worker {n}")
    print("worker", n)


async def main():
    await asyncio.gather(*(worker(n) for n in range(4)))


asyncio.run(main())
