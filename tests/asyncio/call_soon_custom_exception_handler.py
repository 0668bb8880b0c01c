import asyncio


def handler(loop, context):
    print("handler:", sorted(context), context["message"].split("(")[0],
          repr(context["exception"]))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "own", "exception": KeyError(1)})


asyncio.run(main())
