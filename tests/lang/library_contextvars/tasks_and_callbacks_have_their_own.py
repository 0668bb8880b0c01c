import asyncio
from contextvars import *
v = ContextVar('v', default=0)
w = ContextVar('w')


async def child(n):
    print('child', n, v.get())
    v.set(n)
    await asyncio.sleep(0)
    print('child', n, v.get())
    await asyncio.sleep(0.1 * n)
    print('child', n, v.get())
    return v.get()


async def main():
    print('main', v.get())
    v.set(100)
    print(await asyncio.gather(child(1), child(2)), v.get())
    await child(7)
    print('after await', v.get())
    t1 = asyncio.create_task(child(8))
    v.set(200)
    await t1
    print(v.get())
    loop = asyncio.get_running_loop()
    done = asyncio.Event() if hasattr(asyncio, 'Event') else loop.create_future()

    def cb(x):
        print('cb', x, v.get())
        v.set(999)
    v.set(1)
    loop.call_soon(cb, 1)
    v.set(2)
    loop.call_soon(cb, 2)
    loop.call_later(0.01, cb, 3)
    v.set(3)
    f = loop.create_future()
    v.set('cbctx')
    f.add_done_callback(lambda f: print('done cb', v.get()))
    v.set(4)
    f.set_result(1)
    await asyncio.sleep(0.02)
    print(v.get())
    c = copy_context()
    c.run(v.set, 'box')
    loop.call_soon(cb, 'boxed', context=c)
    await asyncio.sleep(0)
    print(c[v], v.get())
    t3 = asyncio.create_task(child(5), context=c)
    await t3
    print(c[v], v.get())
    x = w.set('m')

    async def r():
        try:
            w.reset(x)
        except ValueError as e:
            print('different' in str(e))
    await asyncio.create_task(r())
    w.reset(x)
    print(w.get('none'))

    async def ag():
        v.set('ag')
        yield 1
        print(v.get())
        yield 2
    async for i in ag():
        print(i, v.get())
    try:
        await asyncio.wait_for(child(3), 0.05)
    except asyncio.TimeoutError:
        print('to', v.get())


async def nested():
    v.set('n1')

    async def inner():
        v.set('n2')
    await inner()
    print(v.get())
    await asyncio.create_task(inner2())
    print(v.get())


async def inner2():
    print(v.get())
    v.set('n3')


asyncio.run(main())
print('end', v.get())
asyncio.run(nested())
print('end', v.get())
u = ContextVar('u')


async def empty():
    f = asyncio.get_running_loop().create_future()

    def d(_):
        print('u', u.get('unset'))
    f.add_done_callback(d)
    u.set('set')
    f.set_result(None)
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_soon(d, 0)
    await asyncio.sleep(0)


Context().run(asyncio.run, empty())
