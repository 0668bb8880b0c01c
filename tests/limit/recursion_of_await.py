import asyncio


async def down(n):
    return 0 if n == 0 else 1 + await down(n - 1)


async def main():
    print(await down(800))
    try:
        await down(5000)
    except RecursionError as error:
        print(type(error).__name__)
    print("main goes on")


asyncio.run(main())
