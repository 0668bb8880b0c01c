import asyncio, sys

async def leaf(fut, tag):
    try:
        await fut
    except ValueError as e:
        print(tag, 'caught', repr(e.__context__))
    print(tag, 'handled', repr(sys.exc_info()[1]))
    try:
        raise KeyError(tag)
    except KeyError as e:
        print(tag, repr(e.__context__))
    await asyncio.sleep(0)
    print(tag, 'handled', repr(sys.exc_info()[1]))
    try:
        raise KeyError(tag)
    except KeyError as e:
        print(tag, repr(e.__context__))

async def mid(fut, tag):
    try:
        raise LookupError('mid')
    except LookupError:
        await leaf(fut, tag)
        print(tag, 'mid handled', repr(sys.exc_info()[1]))
    print(tag, 'mid handled', repr(sys.exc_info()[1]))

async def main():
    loop = asyncio.get_running_loop()
    try:
        raise OSError('main')
    except OSError:
        for tag in 'ab':
            fut = loop.create_future()
            loop.call_soon(fut.set_exception, ValueError(tag))
            await mid(fut, tag)
            print(tag, 'main handled', repr(sys.exc_info()[1]))
        fut.cancel()
        gone = loop.create_future()
        gone.cancel()
        try:
            gone.result()
        except asyncio.CancelledError as e:
            print('result', repr(e.__context__))
    print('main handled', repr(sys.exc_info()[1]))

asyncio.run(main())
