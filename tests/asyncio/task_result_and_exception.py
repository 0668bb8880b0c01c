import asyncio


async def ok():
    return 5


async def bad():
    raise ValueError("b")


async def main():
    good, wrong = asyncio.create_task(ok()), asyncio.create_task(bad())
    for call in (good.result, good.exception):
        try:
            call()
        except asyncio.InvalidStateError as error:
            print(error)
    await asyncio.sleep(0)
    print(good.done(), good.result(), good.exception(), good.cancelled())
    print(wrong.done(), repr(wrong.exception()))
    try:
        wrong.result()
    except ValueError as error:
        print("raised", error)


asyncio.run(main())
