// test_coro.c — generators, coroutines, asynchronous generators.
// SPDX-License-Identifier: MIT
//
// Expected outputs are CPython 3.11's.
#include "vm_fixture.h"

#define TRY                                                          \
    "def t(f, *a):\n"                                                \
    "    try: print('->', f(*a))\n"                                  \
    "    except BaseException as e:\n"                               \
    "        print(type(e).__name__, e)\n"

// Y(v) yields v to whoever drives the coroutine; drive() collects.
#define AWAIT                                                        \
    TRY                                                              \
    "class Y:\n"                                                     \
    "    def __init__(self, v): self.v = v\n"                        \
    "    def __await__(self): return (yield self.v)\n"               \
    "def drive(c):\n"                                                \
    "    out = []\n"                                                 \
    "    try:\n"                                                     \
    "        while True: out.append(c.send(None))\n"                 \
    "    except StopIteration as e: return out, e.value\n"

static void send_throw_and_close(void **state)
{
    run_is(TRY
           "def g():\n"
           "    x = yield 1\n"
           "    try: yield x\n"
           "    except ValueError as e: yield repr(e)\n"
           "    finally: print('finally')\n"
           "    return 3\n"
           "i = g(); t(i.send, 5); t(next, i); t(i.send, 'x')\n"
           "t(i.throw, ValueError('v')); t(next, i); t(next, i)\n"
           "t(next, i, 'default')\n"
           "i = g(); t(i.throw, KeyError); t(next, i)\n"
           "i = g(); next(i); next(i); t(i.close); t(i.close)\n"
           "def ignores():\n"
           "    try: yield\n"
           "    except GeneratorExit: yield\n"
           "i = ignores(); next(i); t(i.close)\n"
           "i = None\n"
           "def stops(): yield; raise StopIteration\n"
           "i = stops(); next(i); t(next, i)\n"
           "def itself(): yield next(me)\n"
           "me = itself(); t(next, me)\n",
           "TypeError can't send non-None value to a just-started "
           "generator\n"
           "-> 1\n-> x\n-> ValueError('v')\nfinally\nStopIteration 3\n"
           "StopIteration \n-> default\n"
           "KeyError \nStopIteration \n"
           "finally\n-> None\n-> None\n"
           "RuntimeError generator ignored GeneratorExit\n"
           "RuntimeError generator raised StopIteration\n"
           "ValueError generator already executing\n");
}

static void next_as_a_method_tells_the_result(void **state)
{
    run_is(TRY
           "def g(): yield 1; return 2\n"
           "i = g(); t(i.__next__); t(i.__next__); t(i.__next__)\n"
           "t(next, i, 'default')\n",
           "-> 1\nStopIteration 2\nStopIteration \n-> default\n");
}

static void yield_from_chains(void **state)
{
    run_is(TRY
           "def deep(n):\n"
           "    if n: return 1 + (yield from deep(n - 1))\n"
           "    got = yield 'leaf'\n"
           "    try: yield got\n"
           "    except ValueError as e: print('leaf', repr(e))\n"
           "    return 0\n"
           "d = deep(60)\n"
           "t(next, d); t(d.send, 's'); t(d.throw, ValueError('x'))\n"
           "d = deep(60); next(d); t(d.throw, KeyError('y')); t(next, d)\n"
           "d = deep(3); next(d); d.close(); print(d.gi_frame)\n"
           "def inner():\n"
           "    for k in range(5): yield k\n"
           "    return 'end'\n"
           "inn = inner()\n"
           "def outer():\n"
           "    r = yield from inn\n"
           "    yield 'outer', r\n"
           "o = outer()\n"
           "t(next, o); t(next, inn); t(next, o); t(next, inn); t(next, o)\n"
           "print(o.gi_yieldfrom is inn); t(next, o); t(next, o)\n"
           "def plain(): yield from [1, 2]; return (yield from 'a')\n"
           "print(list(plain()))\n",
           "-> leaf\n-> s\nleaf ValueError('x')\nStopIteration 60\n"
           "KeyError 'y'\nStopIteration \nNone\n"
           "-> 0\n-> 1\n-> 2\n-> 3\n-> 4\nTrue\n-> ('outer', 'end')\n"
           "StopIteration \n[1, 2, 'a']\n");
}

static void delegates_that_are_no_generators(void **state)
{
    run_is(TRY
           "class It:\n"
           "    def __init__(self): self.n = 0\n"
           "    def __iter__(self): return self\n"
           "    def __next__(self):\n"
           "        self.n += 1\n"
           "        if self.n > 2: raise StopIteration('done')\n"
           "        return self.n\n"
           "    def send(self, v): return 'sent', v\n"
           "    def throw(self, e): return 'thrown', e\n"
           "    def close(self): print('close')\n"
           "def g(): print((yield from It()))\n"
           "i = g(); t(next, i); t(i.send, 4); t(i.throw, KeyError('k'))\n"
           "t(next, i); t(next, i)\n"
           "i = g(); next(i); t(i.close)\n"
           "def h(): yield from [1, 2]\n"
           "i = h(); next(i); t(i.send, 5)\n"
           "i = h(); next(i); t(i.throw, KeyError('k'))\n",
           "-> 1\n-> ('sent', 4)\n-> ('thrown', KeyError('k'))\n-> 2\n"
           "done\nStopIteration \nclose\n-> None\n"
           "AttributeError 'list_iterator' object has no attribute 'send'\n"
           "KeyError 'k'\n");
}

static void generators_close_when_they_die(void **state)
{
    run_is("def g():\n"
           "    try: yield 1\n"
           "    finally: print('closed')\n"
           "for x in g(): break\n"
           "print('after')\n"
           "i = g(); next(i); del i\n"
           "def bad():\n"
           "    try: yield 1\n"
           "    finally: 1 / 0\n"
           "i = bad(); next(i); del i\n"
           "i = g(); del i\n",
           "closed\nafter\nclosed\n"
           "ignored ZeroDivisionError: division by zero\n");
}

static void await_chains(void **state)
{
    run_is(AWAIT
           "async def leaf(x):\n"
           "    r = await Y(x)\n"
           "    try: return await Y(r)\n"
           "    except ValueError as e: return repr(e)\n"
           "    finally: print('leaf ends')\n"
           "async def mid(x): return 'mid', await leaf(x)\n"
           "async def top(x): return 'top', await mid(x)\n"
           "c = top(1)\n"
           "t(c.send, None); print(c.cr_await.__name__, c.cr_running)\n"
           "t(c.send, 'a'); t(c.send, 'b'); t(c.send, None)\n"
           "c = top(1); c.send(None); c.send(2)\n"
           "t(c.throw, ValueError('v')); t(c.close)\n"
           "c = top(1); t(c.send, 5); c.send(None); c.close()\n"
           "c = top(1); c.send(None); c.send(0); c.close()\n"
           "async def deep(n): return await deep(n - 1) if n else 'bottom'\n"
           "t(deep(300).send, None)\n"
           "t(deep(1500).send, None)\n",
           "-> 1\nmid False\n-> a\nleaf ends\n"
           "StopIteration ('top', ('mid', 'b'))\n"
           "RuntimeError cannot reuse already awaited coroutine\n"
           "leaf ends\nStopIteration ('top', ('mid', \"ValueError('v')\"))\n"
           "-> None\n"
           "TypeError can't send non-None value to a just-started "
           "coroutine\n"
           "leaf ends\nStopIteration bottom\n"
           "RecursionError maximum recursion depth exceeded\n");
}

static void what_cannot_be_awaited(void **state)
{
    run_is(AWAIT
           "async def c1(): await 5\n"
           "async def c2():\n"
           "    async for x in 5: pass\n"
           "async def c3():\n"
           "    async with 5: pass\n"
           "class A:\n"
           "    def __aiter__(self): return 5\n"
           "async def c4():\n"
           "    async for x in A(): pass\n"
           "class B:\n"
           "    def __aiter__(self): return self\n"
           "    def __anext__(self): return 5\n"
           "    def __aenter__(self): return 5\n"
           "    def __aexit__(self, *a): return 5\n"
           "    def __await__(self): return 5\n"
           "async def c5():\n"
           "    async for x in B(): pass\n"
           "class E:\n"
           "    def __aenter__(self): return 5\n"
           "    def __aexit__(self, *a): return 5\n"
           "async def c6():\n"
           "    async with E(): pass\n"
           "async def c7(): await B()\n"
           "async def c8(): raise StopIteration\n"
           "def g(): yield\n"
           "async def c9(): await g()\n"
           "for c in c1, c2, c3, c4, c5, c6, c7, c8, c9: t(c().send, None)\n"
           "async def leaf(): await Y(1)\n"
           "shared = leaf()\n"
           "async def w(): await shared\n"
           "a = w(); a.send(None)\n"
           "t(w().send, None); a.close()\n"
           "async def self(): await me\n"
           "me = self(); t(me.send, None)\n",
           "TypeError object int can't be used in 'await' expression\n"
           "TypeError 'async for' requires an object with __aiter__ method, "
           "got int\n"
           "TypeError 'int' object does not support the asynchronous context "
           "manager protocol\n"
           "TypeError 'async for' received an object from __aiter__ that "
           "does not implement __anext__: int\n"
           "TypeError 'async for' received an invalid object from __anext__: "
           "int\n"
           "TypeError 'async with' received an object from __aenter__ that "
           "does not implement __await__: int\n"
           "TypeError __await__() returned non-iterator of type 'int'\n"
           "RuntimeError coroutine raised StopIteration\n"
           "TypeError object generator can't be used in 'await' expression\n"
           "RuntimeError coroutine is being awaited already\n"
           "ValueError coroutine already executing\n");
}

static void never_awaited(void **state)
{
    run_is("async def f(): pass\n"
           "f()\n"
           "print('next')\n"
           "c = f()\n"
           "def g():\n"
           "    d = f()\n"
           "    print('in g')\n"
           "g()\n"
           "c.close()\n"
           "c = None\n"
           "def h():\n"
           "    yield from f()\n"
           "try: next(h())\n"
           "except TypeError as e: print(e)\n",
           "RuntimeWarning: coroutine 'f' was never awaited\nnext\nin g\n"
           "RuntimeWarning: coroutine 'f' was never awaited\n"
           "RuntimeWarning: coroutine 'f' was never awaited\n"
           "cannot 'yield from' a coroutine object in a non-coroutine "
           "generator\n");
}

static void async_with_and_comprehensions(void **state)
{
    run_is(AWAIT
           "class M:\n"
           "    def __init__(self, swallow): self.swallow = swallow\n"
           "    async def __aenter__(self): await Y('enter'); return 'in'\n"
           "    async def __aexit__(self, t, e, tb):\n"
           "        await Y('exit'); print(repr(e)); return self.swallow\n"
           "async def f():\n"
           "    async with M(False) as m: print(m)\n"
           "    async with M(True): raise ValueError('s')\n"
           "    try:\n"
           "        async with M(False): raise KeyError('k')\n"
           "    except KeyError as e: print('out', repr(e))\n"
           "    return [await Y(i) for i in range(2)]\n"
           "print(drive(f()))\n",
           "in\nNone\nValueError('s')\nKeyError('k')\nout KeyError('k')\n"
           "(['enter', 'exit', 'enter', 'exit', 'enter', 'exit', 0, 1], "
           "[None, None])\n");
}

static void asynchronous_generators(void **state)
{
    run_is(AWAIT
           "async def ag():\n"
           "    try:\n"
           "        for i in range(3):\n"
           "            got = yield i\n"
           "            if got: print('got', got)\n"
           "            await Y('between')\n"
           "    except ValueError as e: yield repr(e)\n"
           "    finally: print('ag ends')\n"
           "async def outer():\n"
           "    async for x in ag(): yield x\n"
           "async def f():\n"
           "    async for x in outer(): print(x)\n"
           "    print([x async for x in ag() if x])\n"
           "    g = ag()\n"
           "    print(await g.__anext__(), await g.asend('S'),\n"
           "          await g.athrow(ValueError('T')))\n"
           "    try: await g.__anext__()\n"
           "    except StopAsyncIteration: print('stop')\n"
           "    g = ag(); await g.__anext__(); await g.aclose()\n"
           "    await g.aclose()\n"
           "    a = g.asend(None)\n"
           "    try: await a\n"
           "    except StopAsyncIteration: print('closed')\n"
           "    await a\n"
           "t(drive, f())\n",
           "0\n1\n2\nag ends\nag ends\n[1, 2]\ngot S\n"
           "0 1 ValueError('T')\n"
           "ag ends\nstop\nag ends\nclosed\n"
           "RuntimeError cannot reuse already awaited __anext__()/asend()\n");
}

static void misuse_of_asynchronous_generators(void **state)
{
    run_is(AWAIT
           "async def ignores():\n"
           "    try: yield 1\n"
           "    except GeneratorExit: yield 2\n"
           "async def f1():\n"
           "    g = ignores(); await g.__anext__(); await g.aclose()\n"
           "async def stops(exc):\n"
           "    yield 1\n"
           "    raise exc\n"
           "async def f2(exc):\n"
           "    async for x in stops(exc): pass\n"
           "async def slow():\n"
           "    await Y('s')\n"
           "    yield 1\n"
           "t(drive, f1()); t(drive, f2(StopAsyncIteration))\n"
           "t(drive, f2(StopIteration))\n"
           "g = slow(); a = g.__anext__()\n"
           "t(a.send, None); print(g.ag_running)\n"
           "t(g.__anext__().send, None); t(g.aclose().send, None)\n"
           "t(a.send, None); print(g.ag_running)\n"
           "t(slow().asend(1).send, None)\n",
           "RuntimeError async generator ignored GeneratorExit\n"
           "RuntimeError async generator raised StopAsyncIteration\n"
           "RuntimeError async generator raised StopIteration\n"
           "-> s\nTrue\n"
           "RuntimeError anext(): asynchronous generator is already "
           "running\n"
           "RuntimeError aclose(): asynchronous generator is already "
           "running\n"
           "StopIteration 1\nFalse\n"
           "TypeError can't send non-None value to a just-started async "
           "generator\n");
}

// A chain's leaf is resumed without walking the chain: the depth that counts
// is still the whole chain's.
static void chains_count_their_depth(void **state)
{
    run_is(AWAIT
           "async def deep(n):\n"
           "    if n: return await deep(n - 1)\n"
           "    await Y('down')\n"
           "    return 'up'\n"
           "def calls(n, f): return calls(n - 1, f) if n else f()\n"
           "c = deep(600)\n"
           "print(c.send(None))\n"
           "t(calls, 600, lambda: c.send(None))\n"
           "t(c.send, None)\n",
           "down\nRecursionError maximum recursion depth exceeded\n"
           "RuntimeError cannot reuse already awaited coroutine\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(send_throw_and_close),
        cmocka_unit_test(next_as_a_method_tells_the_result),
        cmocka_unit_test(yield_from_chains),
        cmocka_unit_test(delegates_that_are_no_generators),
        cmocka_unit_test(generators_close_when_they_die),
        cmocka_unit_test(await_chains),
        cmocka_unit_test(what_cannot_be_awaited),
        cmocka_unit_test(never_awaited),
        cmocka_unit_test(async_with_and_comprehensions),
        cmocka_unit_test(asynchronous_generators),
        cmocka_unit_test(misuse_of_asynchronous_generators),
        cmocka_unit_test(chains_count_their_depth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
