import asyncio


async def main():
    inner = asyncio.sleep(0)
    try:
        asyncio.run(inner)
    except RuntimeError as error:
        print(error)
    inner.close()
    try:
        asyncio.get_running_loop().run_until_complete(asyncio.sleep(0))
    except RuntimeError as error:
        print(error)


for wrong in (5, None, main):
    try:
        asyncio.run(wrong)
    except ValueError as error:
        print(str(error).split(", got")[0])
asyncio.run(main())
