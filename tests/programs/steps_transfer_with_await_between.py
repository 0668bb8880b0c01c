import asyncio

accounts = {"a": 100, "b": 0}


async def transfer(amount):
    seen = accounts["a"]
    if seen < amount:
        print("refused", amount)
        return
    await asyncio.sleep(1)
    accounts["a"] -= amount
    accounts["b"] += amount
    print("moved", amount, accounts)


async def main():
    await asyncio.gather(transfer(70), transfer(60))
    await transfer(1)


asyncio.run(main())
