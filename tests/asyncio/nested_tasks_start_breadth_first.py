import asyncio


async def node(name, depth):
    print("enter", name)
    if depth:
        children = [asyncio.create_task(node(f"{name}.{i}", depth - 1)) for i in range(2)]
        for child in children:
            await child
    print("leave", name)


asyncio.run(node("root", 2))
