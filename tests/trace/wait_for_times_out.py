import asyncio


async def main():
    try:
        await asyncio.wait_for(asyncio.sleep(10), 1)
    except asyncio.TimeoutError:
        print("timeout")


asyncio.run(main())
