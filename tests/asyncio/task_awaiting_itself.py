import asyncio


async def main():
    me = asyncio.current_task()
    try:
        await me
    except RuntimeError as error:
        print(str(error).split("<")[0], str(error).endswith("has been await itself") or "cannot await on itself" in str(error))


asyncio.run(main())
