import asyncio


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)


async def main():
    say_after(1, "hello")
    print("nothing was said")


asyncio.run(main())
