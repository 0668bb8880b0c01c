import asyncio
async def g():
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(0)
        print("closed")
async def main():
    async for x in g():
        print(x); break
    await asyncio.sleep(1)
    it = g()
    print(await it.__anext__())
    globals()['keep'] = it
    print("end")
asyncio.run(main())
print("after")
