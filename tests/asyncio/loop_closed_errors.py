import asyncio

loop = asyncio.new_event_loop()
loop.close()
loop.close()
for call in (lambda: loop.call_soon(print), lambda: loop.call_later(1, print), loop.run_forever):
    try:
        call()
    except RuntimeError as error:
        print(error)
coroutine = asyncio.sleep(0)
try:
    loop.run_until_complete(coroutine)
except RuntimeError as error:
    print(error)
coroutine.close()
