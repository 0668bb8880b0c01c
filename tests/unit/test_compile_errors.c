// test_compile_errors.c — what the compiler refuses, as CPython does.
// SPDX-License-Identifier: MIT
//
// Each row is what CPython 3.11's compile() raises for the text: message and
// place. Mistakes about names are in test_scope.c.
#include "lang_fixture.h"

// Source, message, and "line.offset-line.offset".
static const struct {
    const char *source, *message, *place;
} errors[] = {
    {"x=\"a\"\nfrom __future__ import braces",
     "from __future__ imports must occur at the beginning of the file",
     "2.1-2.30"},
    {"\"a\"\nfrom __future__ import nested_scopes\nfrom x import y\nfrom "
     "__future__ import division",
     "from __future__ imports must occur at the beginning of the file",
     "4.1-4.32"},
    {"break", "'break' outside loop", "1.1-1.6"},
    {"if 1:\n  continue", "'continue' not properly in loop", "2.3-2.11"},
    {"class A: return 1", "'return' outside function", "1.10-1.18"},
    {"return", "'return' outside function", "1.1-1.7"},
    {"for x in y:\n def f(): break", "'break' outside loop", "2.11-2.16"},
    {"for x in y:\n class B: continue", "'continue' not properly in loop",
     "2.11-2.19"},
    {"while 1: pass\nelse: break", "'break' outside loop", "2.7-2.12"},
    {"yield 1", "'yield' outside function", "1.1-1.8"},
    {"await x", "'await' outside function", "1.1-1.8"},
    {"x = yield", "'yield' outside function", "1.5-1.10"},
    {"def f():\n await x", "'await' outside async function", "2.2-2.9"},
    {"def f():\n async with x: pass", "'async with' outside async function",
     "2.2-2.20"},
    {"def f():\n async for x in y: pass", "'async for' outside async function",
     "2.2-2.24"},
    {"def f():\n [x async for x in y]",
     "asynchronous comprehension outside of an asynchronous function",
     "2.2-2.22"},
    {"[x async for x in y]",
     "asynchronous comprehension outside of an asynchronous function",
     "1.1-1.21"},
    {"def f():\n return [await x for x in y]",
     "asynchronous comprehension outside of an asynchronous function",
     "2.9-2.29"},
    {"async def f():\n yield 1\n return 3",
     "'return' with value in async generator", "3.2-3.10"},
    {"async def f():\n return 3\n yield 1",
     "'return' with value in async generator", "2.2-2.10"},
    {"async def f():\n yield from x", "'yield from' inside async function",
     "2.2-2.14"},
    {"try: pass\nexcept: pass\nexcept A: pass",
     "default 'except:' must be last", "2.1-2.13"},
    {"try: pass\nexcept* A: break",
     "'break', 'continue' and 'return' cannot appear in an except* block",
     "2.12-2.17"},
    {"while 1:\n try: pass\n except* A: break",
     "'break', 'continue' and 'return' cannot appear in an except* block",
     "3.13-3.18"},
    {"f(a=1,a=2)", "keyword argument repeated: a", "1.7-1.10"},
    {"f(a=1,**b,a=2)", "keyword argument repeated: a", "1.11-1.14"},
    {"f.g(a=1,b=3,a=2)", "keyword argument repeated: a", "1.13-1.16"},
    {"class A(x=1,x=2): pass", "keyword argument repeated: x", "1.13-1.16"},
    {"match x:\n case y: pass\n case 1: pass",
     "name capture 'y' makes remaining patterns unreachable", "2.7-2.8"},
    {"match x:\n case _: pass\n case 1: pass",
     "wildcard makes remaining patterns unreachable", "2.7-2.8"},
    {"match x:\n case (y|1): pass",
     "name capture 'y' makes remaining patterns unreachable", "2.8-2.9"},
    {"match x:\n case (1|y) | _: pass",
     "name capture 'y' makes remaining patterns unreachable", "2.10-2.11"},
    {"match x:\n case [y,y]: pass",
     "multiple assignments to name 'y' in pattern", "2.10-2.11"},
    {"match x:\n case (y,1)|(1,z): pass",
     "alternative patterns bind different names", "2.16-2.17"},
    {"match x:\n case (y,1)|(1,y,z): pass",
     "alternative patterns bind different names", "2.18-2.19"},
    {"match x:\n case [*a,*b]: pass",
     "multiple starred names in sequence pattern", "2.7-2.14"},
    {"match x:\n case {1:a,1:b}: pass",
     "mapping pattern checks duplicate key (1)", "2.7-2.16"},
    {"match x:\n case {-1:a,-1:b}: pass",
     "mapping pattern checks duplicate key (-1)", "2.7-2.18"},
    {"match x:\n case {\"a\":a,\"a\":b}: pass",
     "mapping pattern checks duplicate key ('a')", "2.7-2.20"},
    {"match x:\n case A(a=1,a=2): pass",
     "attribute name repeated in class pattern: a", "2.15-2.16"},
    {"match x:\n case A(a=1,b=3,a=2): pass",
     "attribute name repeated in class pattern: a", "2.19-2.20"},
    {"match x:\n case {\"a\":a,**a}: pass",
     "multiple assignments to name 'a' in pattern", "2.12-2.13"},
    {"match x:\n case A(b, [c, *b]): pass",
     "multiple assignments to name 'b' in pattern", "2.16-2.18"},
    {"match x:\n case (a|b) as c: pass",
     "name capture 'a' makes remaining patterns unreachable", "2.8-2.9"},
    {"match x:\n case [a, (b, a) | (a, b)]: pass",
     "multiple assignments to name 'a' in pattern", "2.24-2.25"},
    {"match x:\n case x as x: pass",
     "multiple assignments to name 'x' in pattern", "2.7-2.8"},
    {"match x:\n case (1 as x) as x: pass",
     "multiple assignments to name 'x' in pattern", "2.8-2.9"},
    {"__debug__=1", "cannot assign to __debug__", "1.1-1.10"},
    {"del __debug__", "cannot delete __debug__", "1.5-1.14"},
    {"f(__debug__=1)", "cannot assign to __debug__", "1.1-1.15"},
    {"def f(__debug__): pass", "cannot assign to __debug__", "1.1-1.23"},
    {"def f(*, __debug__=3): pass", "cannot assign to __debug__", "1.1-1.28"},
    {"lambda __debug__: 1", "cannot assign to __debug__", "1.1-1.20"},
    {"x.__debug__=1", "cannot assign to __debug__", "1.1-1.12"},
    {"def __debug__(): pass", "cannot assign to __debug__", "1.1-1.22"},
    {"class __debug__: pass", "cannot assign to __debug__", "1.1-1.22"},
    {"import __debug__", "cannot assign to __debug__", "1.1-1.17"},
    {"from x import y as __debug__", "cannot assign to __debug__", "1.1-1.29"},
    {"for __debug__ in x: pass", "cannot assign to __debug__", "1.5-1.14"},
    {"with x as __debug__: pass", "cannot assign to __debug__", "1.11-1.20"},
    {"(__debug__ := 1)", "cannot assign to __debug__", "1.2-1.11"},
    {"__debug__ += 1", "cannot assign to __debug__", "1.1-1.10"},
    {"__debug__: int", "cannot assign to __debug__", "1.1-1.15"},
    {"__debug__: int = 3", "cannot assign to __debug__", "1.1-1.10"},
    {"x: int = *a", "can't use starred expression here", "1.10-1.12"},
    {"a,*b,*c=1", "multiple starred expressions in assignment", "1.1-1.8"},
    {"[a,*b,*c]=1", "multiple starred expressions in assignment", "1.1-1.10"},
    {"*a = 1", "starred assignment target must be in a list or tuple",
     "1.1-1.3"},
    {"*a", "can't use starred expression here", "1.1-1.3"},
    {"x = *a", "can't use starred expression here", "1.5-1.7"},
    {"for *x in y: pass",
     "starred assignment target must be in a list or tuple", "1.5-1.7"},
    {"return *a", "'return' outside function", "1.1-1.10"},
    {"def f():\n return *a", "can't use starred expression here", "2.9-2.11"},
    {"(x:=1) + (yield)", "'yield' outside function", "1.11-1.16"},
    {"class A:\n  yield 1", "'yield' outside function", "2.3-2.10"},
    {"def f():\n  class A:\n    x: (await 1)", "'await' outside function",
     "3.9-3.16"},
    {"async def f():\n  def g(): return [x async for x in y]",
     "asynchronous comprehension outside of an asynchronous function",
     "2.19-2.39"},
    {"async def f():\n  lambda: [x async for x in y]",
     "asynchronous comprehension outside of an asynchronous function",
     "2.11-2.31"},
    {"async def f():\n  class A: [x async for x in y]",
     "asynchronous comprehension outside of an asynchronous function",
     "2.12-2.32"},
    {"async def f():\n  lambda: await 3", "'await' outside async function",
     "2.11-2.18"},
    {"[await x for x in y]",
     "asynchronous comprehension outside of an asynchronous function",
     "1.1-1.21"},
    {"def f():\n  x = [[y async for y in z] for z in w]",
     "asynchronous comprehension outside of an asynchronous function",
     "2.7-2.40"},
    {"def f():\n  with a:\n   continue", "'continue' not properly in loop",
     "3.4-3.12"},
    {"def f():\n  try: pass\n  finally: continue",
     "'continue' not properly in loop", "3.12-3.20"},
    {"@(yield)\ndef f(): pass", "'yield' outside function", "1.3-1.8"},
    {"def f(x=(yield)): pass", "'yield' outside function", "1.10-1.15"},
    {"class A((yield)): pass", "'yield' outside function", "1.10-1.15"},
    {"def f() -> (yield): pass", "'yield' outside function", "1.13-1.18"},
    {"(x for x in (yield))", "'yield' outside function", "1.14-1.19"},
    {"with a as (b, *c, *d): pass",
     "multiple starred expressions in assignment", "1.11-1.22"},
};

static void mistakes_are_reported_as_cpython_does(void **state) {
    TlRuntime *rt = lang_new();
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
        syntax_error(rt, errors[i].source, errors[i].message, errors[i].place);
    }
    lang_free(rt);
}

// [n] nested blocks, each opened by [line].
static void nest(TlBuf *out, int n, const char *line) {
    for (int i = 0; i <= n; i++) {
        tl_buf_append_fill(out, ' ', (size_t)i);
        tl_buf_append_str(out, i < n ? line : "pass");
        tl_buf_append_char(out, '\n');
    }
}

static void twenty_blocks_may_be_nested(void **state) {
    static const char *const lines[] = {"while x:", "for a in b:", "with a:"};
    TlRuntime *rt = lang_new();
    for (int i = 0; i < 3; i++) {
        TlBuf text;
        tl_buf_init(&text, &rt->alloc);
        nest(&text, 20, lines[i]);
        tl_release(rt, compile(rt, tl_buf_cstr(&text)));
        tl_buf_clear(&text);
        nest(&text, 21, lines[i]);
        assert_null(try_compile(rt, tl_buf_cstr(&text), false));
        raised(rt, TL_NO_VALUE,
               "SyntaxError: too many statically nested blocks");
        tl_buf_deinit(&text);
    }
    lang_free(rt);
}

static void a_huge_decimal_integer_is_refused(void **state) {
    TlRuntime *rt = lang_new();
    TlBuf text;
    tl_buf_init(&text, &rt->alloc);
    tl_buf_append_str(&text, "x = ");
    tl_buf_append_fill(&text, '9', 5000);
    syntax_error(rt, tl_buf_cstr(&text),
                 "Exceeds the limit (4300 digits) for integer string "
                 "conversion: value has 5000 digits; use "
                 "sys.set_int_max_str_digits() to increase the limit - "
                 "Consider hexadecimal for huge integer literals to avoid "
                 "decimal conversion limits.",
                 "1.0-1.0");
    tl_buf_deinit(&text);
    lang_free(rt);
}

// The exception counts characters where the tree counts bytes.
static void offsets_count_characters(void **state) {
    TlRuntime *rt = lang_new();
    syntax_error(rt, "'\xc3\xa9\xc3\xa9'; return", "'return' outside function",
                 "1.7-1.13");
    lang_free(rt);
}

static void the_line_of_the_mistake_comes_along(void **state) {
    TlRuntime *rt = lang_new();
    assert_null(try_compile(rt, "x = 1\r\n  \nreturn x\n", false));
    TlValue exc = tl_fetch(rt);
    is_text(rt, get(rt, exc, "text"), "return x\n");
    is_text(rt, get(rt, exc, "filename"), "test.py");
    tl_decref(rt, exc);
    lang_free(rt);
}

static void deep_nesting_is_a_recursion_error(void **state) {
    TlRuntime *rt = lang_new();
    TlBuf text;
    tl_buf_init(&text, &rt->alloc);
    tl_buf_append_str(&text, "x = ");
    tl_buf_append_fill(&text, '-', 5000);
    tl_buf_append_str(&text, "y");
    assert_null(try_compile(rt, tl_buf_cstr(&text), false));
    raised(rt, TL_NO_VALUE,
           "RecursionError: maximum recursion depth exceeded during "
           "compilation");
    tl_buf_deinit(&text);
    lang_free(rt);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mistakes_are_reported_as_cpython_does),
        cmocka_unit_test(twenty_blocks_may_be_nested),
        cmocka_unit_test(a_huge_decimal_integer_is_refused),
        cmocka_unit_test(offsets_count_characters),
        cmocka_unit_test(the_line_of_the_mistake_comes_along),
        cmocka_unit_test(deep_nesting_is_a_recursion_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
