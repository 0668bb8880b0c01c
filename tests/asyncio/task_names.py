import asyncio


async def who():
    return asyncio.current_task().get_name()


async def main():
    print(asyncio.current_task().get_name())
    a = asyncio.create_task(who())
    b = asyncio.create_task(who(), name="bob")
    c = asyncio.create_task(who())
    c.set_name("cleo")
    print(await a, await b, await c, b.get_name())
    print(await asyncio.ensure_future(who()))


asyncio.run(main())
