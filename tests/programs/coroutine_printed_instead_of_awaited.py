import asyncio


async def get_price(item):
    await asyncio.sleep(1)
    return {"tea": 3, "coffee": 4}[item]


async def main():
    price = get_price("tea")
    print(type(price).__name__, price.__name__)
    try:
        print(price + 1)
    except TypeError as error:
        print(error)
    print(await price + 1)


asyncio.run(main())
