import asyncio

stock = {"parts": 0}


async def deliver():
    await asyncio.sleep(2)
    stock["parts"] += 1
    print("delivered")


async def build():
    if stock["parts"] == 0:
        print("no parts!")
        return False
    print("built")
    return True


async def main():
    one = asyncio.create_task(deliver())
    two = asyncio.create_task(build())
    await one
    print("together:", await two)
    await deliver()
    print("in order:", await build())


asyncio.run(main())
