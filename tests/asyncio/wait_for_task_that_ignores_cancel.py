import asyncio


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("ignored")
        await asyncio.sleep(3)
        return "anyway"


async def main():
    try:
        print(await asyncio.wait_for(stubborn(), 1))
    except asyncio.TimeoutError:
        print("timeout")
    print(asyncio.get_running_loop().time())


asyncio.run(main())
