import asyncio

waiting = []


async def consumer(name):
    future = asyncio.get_running_loop().create_future()
    waiting.append(future)
    print(name, "got", await future)


async def main():
    tasks = [asyncio.create_task(consumer(f"c{i}")) for i in range(3)]
    await asyncio.sleep(0)
    for item, future in enumerate(reversed(waiting)):
        print("give", item)
        future.set_result(item)
    await asyncio.gather(*tasks)


asyncio.run(main())
