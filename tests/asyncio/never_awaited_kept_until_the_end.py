import asyncio


async def fetch():
    pass


async def main():
    kept = fetch()
    await asyncio.sleep(1)
    print("end of main", type(kept).__name__)


asyncio.run(main())
print("after run")
