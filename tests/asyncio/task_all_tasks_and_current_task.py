import asyncio


async def idle():
    await asyncio.sleep(1)


async def main():
    me = asyncio.current_task()
    tasks = [asyncio.create_task(idle(), name=f"t{i}") for i in range(3)]
    print(sorted(t.get_name() for t in asyncio.all_tasks()), me in asyncio.all_tasks())
    await asyncio.sleep(2)
    print([t.get_name() for t in asyncio.all_tasks()], len(tasks))


asyncio.run(main())
