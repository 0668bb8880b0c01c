import asyncio
from datetime import datetime


async def main():
    print(datetime.now())
    await asyncio.sleep(365 * 86400)
    print(datetime.now())
    await asyncio.gather(asyncio.sleep(0.001), asyncio.sleep(1e-9))
    print(asyncio.get_running_loop().time())


asyncio.run(main())
