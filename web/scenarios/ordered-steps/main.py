import asyncio


async def cook(dish, minutes):
    print("cooking", dish)
    await asyncio.sleep(minutes)


async def serve(dish):
    print("serving", dish)
    await asyncio.sleep(1)


async def order(dish, minutes):
    await cook(dish, minutes)  # must be done before ...
    await serve(dish)  # ... this begins


async def main():
    await asyncio.gather(order("noodles", 8), order("soup", 5))


asyncio.run(main())
