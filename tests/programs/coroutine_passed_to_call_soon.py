import asyncio


async def job():
    print("job runs")


async def main():
    loop = asyncio.get_running_loop()
    try:
        loop.call_soon(job)
        await asyncio.sleep(0)
    finally:
        print("job did not run")


asyncio.run(main())
