import asyncio


async def main():
    print("this is never printed")
    await asyncio.sleep(1)


if __name__ == "__main__":
    main()
