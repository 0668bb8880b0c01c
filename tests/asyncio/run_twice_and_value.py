import asyncio


async def main(n):
    await asyncio.sleep(n)
    return asyncio.get_running_loop().time(), asyncio.current_task().get_name()


print(asyncio.run(main(1)))
print(asyncio.run(main(2)))
