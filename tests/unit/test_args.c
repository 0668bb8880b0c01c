// test_args.c — arguments find their parameters, and the errors when not.
// SPDX-License-Identifier: MIT
//
// Expected outputs are CPython 3.11's.
#include "vm_fixture.h"

// Calls in turn, printing the result or the message.
#define TRY_CALLS                                   \
    "def t(f, *a, **k):\n"                          \
    "    try: print(f(*a, **k))\n"                  \
    "    except TypeError as e: print(e)\n"

static void positional_parameters(void **state)
{
    run_is(TRY_CALLS
           "def f0(): pass\n"
           "def f1(a): return a\n"
           "def f3(a, b, c): return a, b, c\n"
           "t(f0); t(f0, 1); t(f0, 1, 2); t(f1); t(f1, 1, 2)\n"
           "t(f3); t(f3, 1); t(f3, 1, 2); t(f3, 1, 2, 3, 4)\n"
           "t(f3, c=3, a=1, b=2); t(f3, 1, c=3); t(f3, 1, 2, 3, b=4)\n"
           "t(f3, 1, 2, 3, d=4)\n",
           "None\n"
           "f0() takes 0 positional arguments but 1 was given\n"
           "f0() takes 0 positional arguments but 2 were given\n"
           "f1() missing 1 required positional argument: 'a'\n"
           "f1() takes 1 positional argument but 2 were given\n"
           "f3() missing 3 required positional arguments: 'a', 'b', and "
           "'c'\n"
           "f3() missing 2 required positional arguments: 'b' and 'c'\n"
           "f3() missing 1 required positional argument: 'c'\n"
           "f3() takes 3 positional arguments but 4 were given\n"
           "(1, 2, 3)\n"
           "f3() missing 1 required positional argument: 'b'\n"
           "f3() got multiple values for argument 'b'\n"
           "f3() got an unexpected keyword argument 'd'\n");
}

static void defaults(void **state)
{
    run_is(TRY_CALLS
           "def f(a, b=2, c=3): return a, b, c\n"
           "t(f); t(f, 1); t(f, 1, 5); t(f, 1, c=9); t(f, 1, 2, 3, 4)\n"
           "f.__defaults__ = (7,)\n"
           "t(f, 1); t(f, 1, 2)\n",
           "f() missing 1 required positional argument: 'a'\n"
           "(1, 2, 3)\n(1, 5, 3)\n(1, 2, 9)\n"
           "f() takes from 1 to 3 positional arguments but 4 were given\n"
           "f() missing 1 required positional argument: 'b'\n"
           "(1, 2, 7)\n");
}

static void keyword_only_parameters(void **state)
{
    run_is(TRY_CALLS
           "def f(a, *, k, l=4): return a, k, l\n"
           "def g(*, k, l, m): pass\n"
           "t(f, 1, k=2); t(f, 1); t(f, k=1); t(f, 1, 2); t(f, 1, 2, k=3)\n"
           "t(f, 1, 2, k=3, l=4); t(g); t(g, l=1); t(g, 1)\n",
           "(1, 2, 4)\n"
           "f() missing 1 required keyword-only argument: 'k'\n"
           "f() missing 1 required positional argument: 'a'\n"
           "f() takes 1 positional argument but 2 were given\n"
           "f() takes 1 positional argument but 2 positional arguments (and "
           "1 keyword-only argument) were given\n"
           "f() takes 1 positional argument but 2 positional arguments (and "
           "2 keyword-only arguments) were given\n"
           "g() missing 3 required keyword-only arguments: 'k', 'l', and "
           "'m'\n"
           "g() missing 2 required keyword-only arguments: 'k' and 'm'\n"
           "g() takes 0 positional arguments but 1 was given\n");
}

static void positional_only_parameters(void **state)
{
    run_is(TRY_CALLS
           "def f(a, b, /, c): return a, b, c\n"
           "def g(a, /, **kw): return a, kw\n"
           "t(f, 1, 2, 3); t(f, 1, 2, c=3); t(f, 1, b=2, c=3)\n"
           "t(f, a=1, b=2, c=3); t(g, 1, a=2); t(g, a=2)\n",
           "(1, 2, 3)\n(1, 2, 3)\n"
           "f() got some positional-only arguments passed as keyword "
           "arguments: 'b'\n"
           "f() got some positional-only arguments passed as keyword "
           "arguments: 'a, b'\n"
           "(1, {'a': 2})\n"
           "g() missing 1 required positional argument: 'a'\n");
}

static void stars_collect_and_spread(void **state)
{
    run_is(TRY_CALLS
           "def f(a, *args, k=0, **kw): return a, args, k, kw\n"
           "t(f, 1); t(f, 1, 2, 3, k=4, z=5); t(f); t(f, 1, a=2)\n"
           "t(f, *'ab', **{'k': 1}, y=2)\n"
           "def g(): return f(*5)\n"
           "def h(): return f(1, **5)\n"
           "def i(): return f(1, **{'k': 1}, **{'k': 2})\n"
           "def j(): return f(1, **{3: 1})\n"
           "t(g); t(h); t(i); t(j)\n",
           "(1, (), 0, {})\n(1, (2, 3), 4, {'z': 5})\n"
           "f() missing 1 required positional argument: 'a'\n"
           "f() got multiple values for argument 'a'\n"
           "('a', ('b',), 1, {'y': 2})\n"
           "__main__.f() argument after * must be an iterable, not int\n"
           "__main__.f() argument after ** must be a mapping, not int\n"
           "__main__.f() got multiple values for keyword argument 'k'\n"
           "keywords must be strings\n");
}

static void methods_classes_and_callables(void **state)
{
    run_is(TRY_CALLS
           "class C:\n"
           "    def __init__(self, a, *b, k=1): self.v = a, b, k\n"
           "    def m(self, a): return a\n"
           "    def __call__(self, x, *y): return x, y\n"
           "    @classmethod\n"
           "    def c(cls, a): return a\n"
           "    @staticmethod\n"
           "    def s(a): return a\n"
           "c = C(1, 2, k=3)\n"
           "print(c.v)\n"
           "t(c.m); t(c.m, 1, 2); t(C.m, c, 5); t(C.m); t(c, 1, 2); t(c)\n"
           "t(C); t(C, 1, z=1); t(c.c, 4); t(C.c); t(C.s, 6); t(c.s)\n",
           "(1, (2,), 3)\n"
           "C.m() missing 1 required positional argument: 'a'\n"
           "C.m() takes 2 positional arguments but 3 were given\n"
           "5\n"
           "C.m() missing 2 required positional arguments: 'self' and 'a'\n"
           "(1, (2,))\n"
           "C.__call__() missing 1 required positional argument: 'x'\n"
           "C.__init__() missing 1 required positional argument: 'a'\n"
           "C.__init__() got an unexpected keyword argument 'z'\n"
           "4\n"
           "C.c() missing 1 required positional argument: 'a'\n"
           "6\n"
           "C.s() missing 1 required positional argument: 'a'\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(positional_parameters),
        cmocka_unit_test(defaults),
        cmocka_unit_test(keyword_only_parameters),
        cmocka_unit_test(positional_only_parameters),
        cmocka_unit_test(stars_collect_and_spread),
        cmocka_unit_test(methods_classes_and_callables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
