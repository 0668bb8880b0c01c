import asyncio


async def main():
    try:
        await asyncio.get_running_loop().create_future()
    except asyncio.CancelledError:
        print("cancelled at", asyncio.get_running_loop().time())
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")
