import asyncio

from .roller import roll


async def main():
    patient = asyncio.create_task(roll("patient", 100))
    hasty = asyncio.create_task(roll("hasty", 2))
    print("patient", await patient)
    print("hasty", await hasty)


asyncio.run(main())
