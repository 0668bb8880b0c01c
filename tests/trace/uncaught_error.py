import asyncio


async def main():
    await asyncio.sleep(0.25)
    raise ValueError("end")


asyncio.run(main())
