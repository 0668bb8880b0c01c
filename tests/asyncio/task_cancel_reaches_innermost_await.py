import asyncio


async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("inner")
        raise


async def middle():
    try:
        await inner()
    finally:
        print("middle")


async def outer():
    try:
        await asyncio.create_task(middle())
    except asyncio.CancelledError:
        print("outer")
        raise


async def main():
    task = asyncio.create_task(outer())
    await asyncio.sleep(1)
    task.cancel()
    print("requested")
    try:
        await task
    except asyncio.CancelledError:
        print("main")


asyncio.run(main())
