import asyncio

loop = asyncio.new_event_loop()


def again():
    loop.call_soon(again)


print("before")
loop.call_soon(again)
loop.run_forever()
