import asyncio
async def f():
    pass
async def main():
    t = asyncio.create_task(f())
    t.cancel()
    await t
asyncio.run(main())
