// test_interp.c — instructions, classes, suspension and tail calls.
// SPDX-License-Identifier: MIT
//
// Expected outputs are CPython 3.11's.
#include "vm_fixture.h"

static void arithmetic_and_loops(void **state)
{
    run_is("total = 0\n"
           "for i in range(10):\n"
           "    if i % 2: continue\n"
           "    total += i * 1.5\n"
           "n = 2 ** 70\n"
           "while n > 2 ** 60: n //= 3\n"
           "print(total, n, 7 // -2, -7 % 3, 1 / 4, 140737488355327 + 1)\n"
           "print(1 < 2 < 3, 1 < 3 < 2, not 0, 5 in [5], 'a' not in 'b')\n",
           "30.0 539822414594152402 -4 2 0.25 140737488355328\n"
           "True False True True True\n");
}

static void recursion_and_closures(void **state)
{
    run_is("def fib(n):\n"
           "    return n if n < 2 else fib(n - 1) + fib(n - 2)\n"
           "def counter():\n"
           "    n = 0\n"
           "    def up(by=1):\n"
           "        nonlocal n\n"
           "        n += by\n"
           "        return n\n"
           "    return up\n"
           "c = counter()\n"
           "c(); c(5)\n"
           "print(fib(15), c(by=10), [f() for f in [lambda i=i: i * i "
           "for i in range(4)]])\n",
           "610 16 [0, 1, 4, 9]\n");
}

static void unpacking_and_displays(void **state)
{
    run_is("a, (b, *c), d = 1, (2, 3, 4), 5\n"
           "*x, y = 'abc'\n"
           "print(a, b, c, d, x, y, [*c, *x], {**{'k': 1}, 'l': 2}, "
           "(*'xy',))\n"
           "try:\n"
           "    a, b = 1, 2, 3\n"
           "except ValueError as e:\n"
           "    print(e)\n"
           "print(f'{a!r:>4}|{3.14159:.2f}|{\"s\":*^5}')\n",
           "1 2 [3, 4] 5 ['a', 'b'] c [3, 4, 'a', 'b'] {'k': 1, 'l': 2} "
           "('x', 'y')\n"
           "too many values to unpack (expected 2)\n"
           "   1|3.14|**s**\n");
}

static void classes_and_super(void **state)
{
    run_is("class A:\n"
           "    tag = 'A'\n"
           "    def __init__(self, x): self.x = x\n"
           "    def who(self): return self.tag + str(self.x)\n"
           "    @property\n"
           "    def twice(self): return self.x * 2\n"
           "    def __call__(self, y): return self.x + y\n"
           "class B(A):\n"
           "    tag = 'B'\n"
           "    def __init__(self, x, y=3):\n"
           "        super().__init__(x + y)\n"
           "    def who(self): return 'b' + super().who()\n"
           "b = B(1)\n"
           "b.x += 10\n"
           "print(b.who(), A(2).who(), b.twice, b(100), B.__mro__[1].tag)\n"
           "del b.x\n"
           "try: b.x\n"
           "except AttributeError as e: print(e)\n"
           "class C:\n"
           "    def __init__(self): return 1\n"
           "try: C()\n"
           "except TypeError as e: print(e)\n",
           "bB14 A2 28 114 A\n"
           "'B' object has no attribute 'x'\n"
           "__init__() should return None, not 'int'\n");
}

static void metaclass_and_prepare(void **state)
{
    run_is("class M(type):\n"
           "    @classmethod\n"
           "    def __prepare__(mcs, name, bases, **kw):\n"
           "        return {'made': name, **kw}\n"
           "    def __new__(mcs, name, bases, ns, **kw):\n"
           "        return super().__new__(mcs, name, bases, dict(ns))\n"
           "    def __init__(cls, name, bases, ns, **kw): pass\n"
           "class K(metaclass=M, extra=7):\n"
           "    seen = made + str(extra)\n"
           "class Base:\n"
           "    def __init_subclass__(cls, **kw): print('sub', kw)\n"
           "class Entries:\n"
           "    def __mro_entries__(self, bases): return (Base,)\n"
           "class D(Entries(), flag=1): pass\n"
           "print(K.seen, type(K).__name__, D.__bases__ == (Base,))\n",
           "sub {'flag': 1}\nK7 M True\n");
}

static void attributes_after_class_changes(void **state)
{
    run_is("class P:\n"
           "    v = 1\n"
           "    def m(self): return 'm'\n"
           "p = P()\n"
           "def read(): return p.v, p.m(), P.v\n"
           "print(read(), read())\n"
           "P.v = 2\n"
           "print(read())\n"
           "p.v = 3\n"
           "p.m = lambda: 'own'\n"
           "print(read(), read())\n"
           "P.v = property(lambda self: 'prop')\n"
           "del p.m\n"
           "print(p.v, p.m())\n",
           "(1, 'm', 1) (1, 'm', 1)\n(2, 'm', 2)\n"
           "(3, 'own', 2) (3, 'own', 2)\nprop m\n");
}

static void globals_and_builtins_can_change(void **state)
{
    run_is("def f(): return repr(x)\n"
           "x = 1\n"
           "print(f(), f())\n"
           "def repr(v): return 'mine'\n"
           "print(f())\n"
           "del repr\n"
           "x = 2\n"
           "print(f())\n"
           "del x\n"
           "try: f()\n"
           "except NameError as e: print(e)\n",
           "1 1\nmine\n2\nname 'x' is not defined\n");
}

static void match_statements(void **state)
{
    run_is("class Pt:\n"
           "    __match_args__ = ('x', 'y')\n"
           "    def __init__(self, x, y): self.x, self.y = x, y\n"
           "def m(v):\n"
           "    match v:\n"
           "        case 0 | 1: return 'small'\n"
           "        case [a, *rest]: return a, rest\n"
           "        case {'k': k, **more}: return k, more\n"
           "        case Pt(0, y=why): return why\n"
           "        case str(s) if s: return s\n"
           "        case _: return 'other'\n"
           "for v in (1, [1, 2, 3], {'k': 5, 'z': 6}, Pt(0, 9), Pt(1, 9),\n"
           "          'text', ''):\n"
           "    print(m(v))\n"
           "try:\n"
           "    match Pt(1, 2):\n"
           "        case Pt(1, 2, 3): pass\n"
           "except TypeError as e: print(e)\n",
           "small\n(1, [2, 3])\n(5, {'z': 6})\n9\nother\ntext\nother\n"
           "Pt() accepts 2 positional sub-patterns (3 given)\n");
}

static void blocking_calls_suspend(void **state)
{
    run_is("def f(x): return block(x) + 1\n"
           "class W:\n"
           "    def __init__(self): self.v = block(4)\n"
           "def g():\n"
           "    yield block('in generator')\n"
           "print(f(1), W().v, [block(i) for i in range(2)], next(g()))\n",
           "2 4 [0, 1] in generator\n");
}

static void blocking_calls_from_native_code_pass_time(void **state)
{
    run_is("class E:\n"
           "    def __eq__(self, other): return block(True)\n"
           "print(E() in [1], [E()] == [2])\n",
           "True True\n");
}

static void deep_recursion_is_refused(void **state)
{
    run_is("def f(n): return f(n + 1)\n"
           "try: f(0)\n"
           "except RecursionError as e: print(e)\n"
           "def g(): yield from g()\n"
           "try: next(g())\n"
           "except RecursionError as e: print(e)\n",
           "maximum recursion depth exceeded\n"
           "maximum recursion depth exceeded\n");
}

static void a_stopped_program_leaves_nothing(void **state)
{
    static const char *const source =
        "def g():\n"
        "    try:\n"
        "        for i in range(1000): yield i\n"
        "    finally: print('never')\n"
        "async def leaf():\n"
        "    for x in g(): block(x)\n"
        "async def top(): await leaf()\n"
        "c = top()\n"
        "c.send(None)\n";
    for (int slices = 0; slices < 60; slices++) {
        TlRuntime *rt = vm_new();
        TlValue program = load(rt, source);
        assert_int_equal(tl_thread_start(rt, program), TL_OK);
        TlValue result = TL_NO_VALUE;
        for (int i = 0; i < slices; i++) {
            tl_tick_grant(rt, 1);
            assert_int_equal(tl_thread_run(rt, &result), TL_SEND_SUSPENDED);
        }
        tl_thread_abandon(rt);
        tl_dict_clear(rt,
                      ((TlFunction *)(void *)tl_as_obj(program))->globals);
        tl_decref(rt, program);
        tl_gc_collect(rt);
        vm_free(rt);
    }
}

static void running_code_from_c(void **state)
{
    TlRuntime *rt = vm_new();
    tl_tick_grant(rt, 100000);
    TlCompileOptions options = {.mode = TL_PARSE_EVAL, .filename = "e"};
    TlCode *code = tl_compile(rt, "a + [i for i in (1, 2)][1]", 26, &options);
    assert_non_null(code);
    TlDict *globals = tl_dict_new(rt), *locals = tl_dict_new(rt);
    tl_dict_set_cstr(rt, locals, "a", tl_small_int(40));
    TlValue v = tl_vm_run_code(rt, code, globals, tl_from_obj(locals));
    is_repr(rt, v, "42");
    v = tl_vm_run_code(rt, code, globals, TL_NO_VALUE);
    raised(rt, v, "NameError: name 'a' is not defined");
    tl_release(rt, locals);
    tl_dict_clear(rt, globals);
    tl_release(rt, globals);
    tl_release(rt, code);
    tl_gc_collect(rt);
    vm_free(rt);
}

// Memory is refused at the n-th allocation, for every n: always MemoryError,
// never a leak.
static void memory_may_run_out_anywhere(void **state)
{
    static const char *const source =
        "class A:\n"
        "    def __init__(self, x): self.x = [x]\n"
        "    def m(self, *a, **k): return a, k\n"
        "def g(n):\n"
        "    try: yield from (A(i).m(1, z=2) for i in range(n))\n"
        "    finally: n\n"
        "async def c(): return await d()\n"
        "async def d(): return [*g(2)]\n"
        "try: c().send(None)\n"
        "except StopIteration as e: v = e.value\n"
        "try: {}[v[0][1]['z']]\n"
        "except KeyError as e: x = e\n";
    for (int64_t n = 0;; n++) {
        TlRuntime *rt = vm_new();
        rt->vm->hooks.warn = NULL;
        rt->hooks.unraisable = NULL;
        TlValue program = load(rt, source);
        tl_thread_start(rt, program);
        tl_tick_grant(rt, 1000000);
        TlValue result = TL_NO_VALUE;
        tl_alloc_set_failure(&rt->alloc, n, true);
        TlSendStatus status = tl_thread_run(rt, &result);
        tl_alloc_set_failure(&rt->alloc, -1, false);
        bool done = status == TL_SEND_RETURN;
        if (!done) {
            assert_int_equal(status, TL_SEND_ERROR);
            assert_true(tl_error_is(rt, rt->exc.MemoryError));
            tl_clear_error(rt);
        }
        tl_decref(rt, result);
        tl_dict_clear(rt,
                      ((TlFunction *)(void *)tl_as_obj(program))->globals);
        tl_decref(rt, program);
        tl_gc_collect(rt);
        vm_free(rt);
        if (done) {
            break;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arithmetic_and_loops),
        cmocka_unit_test(recursion_and_closures),
        cmocka_unit_test(unpacking_and_displays),
        cmocka_unit_test(classes_and_super),
        cmocka_unit_test(metaclass_and_prepare),
        cmocka_unit_test(attributes_after_class_changes),
        cmocka_unit_test(globals_and_builtins_can_change),
        cmocka_unit_test(match_statements),
        cmocka_unit_test(blocking_calls_suspend),
        cmocka_unit_test(blocking_calls_from_native_code_pass_time),
        cmocka_unit_test(deep_recursion_is_refused),
        cmocka_unit_test(a_stopped_program_leaves_nothing),
        cmocka_unit_test(running_code_from_c),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
