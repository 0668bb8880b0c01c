import asyncio


async def boil_water():
    print("boiling water")
    await asyncio.sleep(3)
    return "hot water"


async def steep(water):
    print(f"steeping in {water}")
    await asyncio.sleep(4)
    return "tea"


async def make_tea(name):
    water = await boil_water()
    drink = await steep(water)
    print(f"{drink} for {name} at {asyncio.get_running_loop().time()}")


async def main():
    await asyncio.gather(make_tea("ann"), make_tea("bob"))


asyncio.run(main())
