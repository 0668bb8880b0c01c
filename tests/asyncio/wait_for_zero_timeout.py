import asyncio


async def body():
    print("ran")
    return 1


async def main():
    try:
        await asyncio.wait_for(body(), 0)
    except asyncio.TimeoutError as error:
        print("timeout", repr(error))
    done = asyncio.get_running_loop().create_future()
    done.set_result("ready")
    print(await asyncio.wait_for(done, 0))


asyncio.run(main())
