import asyncio


async def work(n):
    print("start", n)
    await asyncio.sleep(3 - n)
    print("end", n)
    return n


async def main():
    tasks = [asyncio.create_task(work(n)) for n in range(3)]
    print("created")
    for task in tasks:
        print("result", await task)


asyncio.run(main())
