import asyncio


async def main():
    try:
        while True:
            print("tick", asyncio.get_running_loop().time())
            await asyncio.sleep(1)
    finally:
        print("cleanup")


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")
