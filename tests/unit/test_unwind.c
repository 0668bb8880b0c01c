// test_unwind.c — raising, handlers, finally, tracebacks and their text.
// SPDX-License-Identifier: MIT
//
// Expected outputs are CPython 3.11's.
#include "vm_fixture.h"

static void handlers_and_finally(void **state)
{
    run_is("def f():\n"
           "    for i in range(3):\n"
           "        try:\n"
           "            if i == 1: continue\n"
           "            if i == 2: return 'ret'\n"
           "            raise KeyError(i)\n"
           "        except (ValueError, IndexError, KeyError) as e:\n"
           "            print(repr(e))\n"
           "        else: print('else', i)\n"
           "        finally: print('finally', i)\n"
           "print(f())\n"
           "def g():\n"
           "    try: raise ValueError\n"
           "    finally: return 'swallowed'\n"
           "print(g())\n"
           "try:\n"
           "    try: 1 / 0\n"
           "    except 5: pass\n"
           "except TypeError as e: print(e)\n"
           "try: raise 5\n"
           "except TypeError as e: print(e)\n"
           "try: raise\n"
           "except RuntimeError as e: print(e)\n",
           "KeyError(0)\nfinally 0\nfinally 1\nfinally 2\nret\nswallowed\n"
           "catching classes that do not inherit from BaseException is not "
           "allowed\n"
           "exceptions must derive from BaseException\n"
           "No active exception to reraise\n");
}

static void causes_and_contexts(void **state)
{
    run_is("def chain(e):\n"
           "    print(repr(e), repr(e.__cause__), repr(e.__context__),\n"
           "          e.__suppress_context__)\n"
           "def f(how):\n"
           "    try: {}['k']\n"
           "    except KeyError as k:\n"
           "        if how == 0: raise ValueError\n"
           "        if how == 1: raise ValueError from k\n"
           "        if how == 2: raise ValueError from None\n"
           "        if how == 3: raise ValueError from 5\n"
           "        raise\n"
           "for how in range(5):\n"
           "    try: f(how)\n"
           "    except Exception as e: chain(e)\n"
           "print(handled())\n",
           "ValueError() None KeyError('k') False\n"
           "ValueError() KeyError('k') KeyError('k') True\n"
           "ValueError() None KeyError('k') True\n"
           "TypeError('exception causes must derive from BaseException') "
           "None KeyError('k') False\n"
           "KeyError('k') None None False\n"
           "None\n");
}

static void the_handled_exception_nests(void **state)
{
    run_is("def show(): print(repr(handled()))\n"
           "def gen():\n"
           "    try: raise KeyError\n"
           "    except KeyError:\n"
           "        show(); yield; show()\n"
           "try: raise ValueError\n"
           "except ValueError:\n"
           "    show()\n"
           "    g = gen()\n"
           "    next(g)\n"
           "    show()\n"
           "    try: raise IndexError\n"
           "    except IndexError:\n"
           "        show()\n"
           "        next(g, None)\n"
           "    show()\n"
           "show()\n",
           "ValueError()\nKeyError()\nValueError()\nIndexError()\n"
           "KeyError()\nValueError()\nNone\n");
}

static void with_statements(void **state)
{
    run_is("class M:\n"
           "    def __init__(self, name, swallow=False):\n"
           "        self.name, self.swallow = name, swallow\n"
           "    def __enter__(self): print('enter', self.name); return self\n"
           "    def __exit__(self, t, e, tb):\n"
           "        print('exit', self.name, t and t.__name__, repr(e))\n"
           "        return self.swallow\n"
           "with M('a', True), M('b') as b:\n"
           "    raise ValueError(b.name)\n"
           "def f():\n"
           "    for i in range(2):\n"
           "        with M(i):\n"
           "            if i: return 'r'\n"
           "            continue\n"
           "print(f())\n"
           "try:\n"
           "    with 5: pass\n"
           "except TypeError as e: print(e)\n",
           "enter a\nenter b\nexit b ValueError ValueError('b')\n"
           "exit a ValueError ValueError('b')\n"
           "enter 0\nexit 0 None None\nenter 1\nexit 1 None None\nr\n"
           "'int' object does not support the context manager protocol\n");
}

static void exception_groups(void **state)
{
    run_is("def f(*excs):\n"
           "    try:\n"
           "        try: raise ExceptionGroup('g', excs)\n"
           "        except* ValueError as e: print('V', repr(e.exceptions))\n"
           "        except* KeyError as e: print('K'); raise OSError('new')\n"
           "        else: print('else')\n"
           "    except BaseException as e: print(repr(e))\n"
           "f(ValueError(1))\n"
           "f(ValueError(1), TypeError(2),\n"
           "  ExceptionGroup('n', [KeyError(3), ValueError(4), TypeError(5)]))"
           "\n"
           "try: raise ValueError('naked')\n"
           "except* ValueError as e: print(repr(e))\n"
           "try:\n"
           "    try: 1 / 0\n"
           "    except* ExceptionGroup: pass\n"
           "except TypeError as e: print(e)\n",
           "V (ValueError(1),)\n"
           "V (ValueError(1), ExceptionGroup('n', [ValueError(4)]))\n"
           "K\n"
           "ExceptionGroup('', [OSError('new'), ExceptionGroup('g', "
           "[TypeError(2), ExceptionGroup('n', [TypeError(5)])])])\n"
           "ExceptionGroup('', (ValueError('naked'),))\n"
           "catching ExceptionGroup with except* is not allowed. Use except "
           "instead.\n");
}

static void traceback_objects(void **state)
{
    run_is("def a():\n"
           "    b()\n"
           "def b():\n"
           "    local = 'seen'\n"
           "    try:\n"
           "        raise ValueError\n"
           "    finally:\n"
           "        local += '!'\n"
           "def show(e):\n"
           "    tb = e.__traceback__\n"
           "    while tb is not None:\n"
           "        f = tb.tb_frame\n"
           "        print(tb.tb_lineno, f.f_code.co_name,\n"
           "              f.f_locals.get('local'))\n"
           "        tb = tb.tb_next\n"
           "def c():\n"
           "    try:\n"
           "        a()\n"
           "    except ValueError:\n"
           "        raise\n"
           "try: c()\n"
           "except ValueError as e: show(e)\n",
           "21 <module> None\n18 c None\n2 a None\n6 b seen!\n");
}

static void locals_die_with_the_traceback(void **state)
{
    run_is("class D:\n"
           "    def __init__(self, n): self.n = n\n"
           "    def __del__(self): print('del', self.n)\n"
           "def f():\n"
           "    d = D('failed')\n"
           "    raise ValueError\n"
           "def g():\n"
           "    d = D('fine')\n"
           "g()\n"
           "try: f()\n"
           "except ValueError as e:\n"
           "    print('handling')\n"
           "print('after')\n",
           "del fine\nhandling\ndel failed\nafter\n");
}

// ---- what is printed

static const char *const text_source =
    "def divide(a, b):\n"
    "    return 1 + a / b\n"
    "def again(n):\n"
    "    return again(n - 1) if n else divide(data['x'][0], n)\n"
    "data = {'x': [1]}\n"
    "try: again(5)\n"
    "except ZeroDivisionError as e:\n"
    "    e.add_note('a note')\n"
    "    try: raise KeyError('k') from e\n"
    "    except KeyError: data.missing\n";

static const char *fixture_source_line(TlRuntime *rt, TlStr *file, int line,
                                       size_t *len)
{
    const char *at = text_source;
    while (--line > 0) {
        at = strchr(at, '\n') + 1;
    }
    *len = strcspn(at, "\n");
    return at;
}

static void printed_tracebacks(void **state)
{
    TlRuntime *rt = vm_new();
    rt->vm->hooks.source_line = fixture_source_line;
    TlValue program = load(rt, text_source), result;
    tl_thread_start(rt, program);
    assert_int_equal(run_thread(rt, 100, &result), TL_SEND_ERROR);
    TlValue exc = tl_fetch(rt);
    tl_traceback_print(rt, exc, true, &fixture_out);
    assert_string_equal(
        tl_buf_cstr(&fixture_out),
        "Traceback (most recent call last):\n"
        "  File \"t.py\", line 6, in <module>\n"
        "    try: again(5)\n"
        "         ^^^^^^^^\n"
        "  File \"t.py\", line 4, in again\n"
        "    return again(n - 1) if n else divide(data['x'][0], n)\n"
        "           ^^^^^^^^^^^^\n"
        "  File \"t.py\", line 4, in again\n"
        "    return again(n - 1) if n else divide(data['x'][0], n)\n"
        "           ^^^^^^^^^^^^\n"
        "  File \"t.py\", line 4, in again\n"
        "    return again(n - 1) if n else divide(data['x'][0], n)\n"
        "           ^^^^^^^^^^^^\n"
        "  [Previous line repeated 3 more times]\n"
        "  File \"t.py\", line 2, in divide\n"
        "    return 1 + a / b\n"
        "               ~~^~~\n"
        "ZeroDivisionError: division by zero\n"
        "a note\n"
        "\n"
        "The above exception was the direct cause of the following "
        "exception:\n"
        "\n"
        "Traceback (most recent call last):\n"
        "  File \"t.py\", line 9, in <module>\n"
        "    try: raise KeyError('k') from e\n"
        "         ^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "KeyError: 'k'\n"
        "\n"
        "During handling of the above exception, another exception "
        "occurred:\n"
        "\n"
        "Traceback (most recent call last):\n"
        "  File \"t.py\", line 10, in <module>\n"
        "    except KeyError: data.missing\n"
        "                     ^^^^^^^^^^^^\n"
        "AttributeError: 'dict' object has no attribute 'missing'\n");
    tl_decref(rt, exc);
    tl_dict_clear(rt, ((TlFunction *)(void *)tl_as_obj(program))->globals);
    tl_decref(rt, program);
    tl_gc_collect(rt);
    vm_free(rt);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(handlers_and_finally),
        cmocka_unit_test(causes_and_contexts),
        cmocka_unit_test(the_handled_exception_nests),
        cmocka_unit_test(with_statements),
        cmocka_unit_test(exception_groups),
        cmocka_unit_test(traceback_objects),
        cmocka_unit_test(locals_die_with_the_traceback),
        cmocka_unit_test(printed_tracebacks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
