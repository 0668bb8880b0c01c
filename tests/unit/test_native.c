// test_native.c — functions written in C: binding arguments and the messages.
// SPDX-License-Identifier: MIT
#include "object_fixture.h"

// Gives all its bound arguments as a tuple; absent ones as "?".
static TlValue show(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                    TlTuple *kwnames)
{
    TlTuple *all = tl_tuple_new(rt, nargs);
    for (int i = 0; i < nargs; i++) {
        all->items[i] = tl_has_value(args[i]) ? tl_incref(args[i])
                                              : tl_str_from_char(rt, '?');
    }
    return tl_from_obj(all);
}

static const TlNativeDef none = {"none", show, TL_FN_NOARGS, "()", NULL};
static const TlNativeDef one = {"one", show, TL_FN_ONE, "(x, /)", NULL};
static const TlNativeDef raw = {"raw", show, TL_FN_RAW, NULL, NULL};
static const TlNativeDef pos = {"pos", show, TL_FN_SIG, "(a, b=?, /)", NULL};
static const TlNativeDef just = {"just", show, TL_FN_SIG, "(a, b, /)", NULL};
static const TlNativeDef both = {"both", show, TL_FN_SIG,
                                 "(a, /, b, c=-1, *, d=None)", NULL};
static const TlNativeDef rest = {"rest", show, TL_FN_SIG,
                                 "(a, *args, key=True, **kw)", NULL};

// Calls with [n] positional small ints 1, 2, ... and keywords [names] (space
// separated) of values 10, 11, ...
static TlValue call(TlRuntime *rt, const TlNativeDef *def, int n,
                    const char *names)
{
    TlRef args[16];
    for (int i = 0; i < 16; i++) {
        args[i] = tl_small_int(i < n ? i + 1 : 10 + i - n);
    }
    TlTuple *kwnames = NULL;
    if (names != NULL) {
        TlValue text = mk(rt, names);
        TlValue list = call_m(rt, text, "split", TL_NO_VALUE);
        kwnames = tl_tuple_from_iter(rt, list);
        tl_decref(rt, list);
        tl_decref(rt, text);
    }
    TlValue func = tl_native_new(rt, def, TL_NO_VALUE, "m");
    TlValue result = tl_call(rt, func, args, n, kwnames);
    tl_decref(rt, func);
    tl_release(rt, kwnames);
    return result;
}

static void plain_kinds_count_their_arguments(void **state)
{
    TlRuntime *rt = rt_new();
    is_repr(rt, call(rt, &none, 0, NULL), "()");
    raised(rt, call(rt, &none, 1, NULL),
           "TypeError: m.none() takes no arguments (1 given)");
    raised(rt, call(rt, &none, 0, "x"),
           "TypeError: m.none() takes no keyword arguments");
    is_repr(rt, call(rt, &one, 1, NULL), "(1,)");
    raised(rt, call(rt, &one, 2, NULL),
           "TypeError: m.one() takes exactly one argument (2 given)");
    is_repr(rt, call(rt, &raw, 3, NULL), "(1, 2, 3)");
    rt_free(rt);
}

static void positional_signatures_bind(void **state)
{
    TlRuntime *rt = rt_new();
    is_repr(rt, call(rt, &pos, 1, NULL), "(1, '?')");
    is_repr(rt, call(rt, &pos, 2, NULL), "(1, 2)");
    raised(rt, call(rt, &pos, 0, NULL),
           "TypeError: pos expected at least 1 argument, got 0");
    raised(rt, call(rt, &pos, 3, NULL),
           "TypeError: pos expected at most 2 arguments, got 3");
    raised(rt, call(rt, &just, 3, NULL),
           "TypeError: just expected 2 arguments, got 3");
    raised(rt, call(rt, &just, 2, "a"),
           "TypeError: m.just() takes no keyword arguments");
    rt_free(rt);
}

static void keywords_bind(void **state)
{
    TlRuntime *rt = rt_new();
    is_repr(rt, call(rt, &both, 2, NULL), "(1, 2, -1, None)");
    is_repr(rt, call(rt, &both, 1, "d b"), "(1, 11, -1, 10)");
    raised(rt, call(rt, &both, 1, NULL),
           "TypeError: both() missing required argument 'b' (pos 2)");
    raised(rt, call(rt, &both, 5, NULL),
           "TypeError: both() takes at most 4 arguments (5 given)");
    raised(rt, call(rt, &both, 4, NULL),
           "TypeError: both() takes at most 3 positional arguments (4 given)");
    raised(rt, call(rt, &both, 0, "b"),
           "TypeError: both() takes at least 1 positional argument (0 given)");
    raised(rt, call(rt, &both, 2, "x"),
           "TypeError: 'x' is an invalid keyword argument for both()");
    raised(rt, call(rt, &both, 2, "b"),
           "TypeError: argument for both() given by name ('b') and position "
           "(2)");
    raised(rt, call(rt, &both, 2, "a"),
           "TypeError: 'a' is an invalid keyword argument for both()");
    rt_free(rt);
}

static void the_rest_is_collected(void **state)
{
    TlRuntime *rt = rt_new();
    is_repr(rt, call(rt, &rest, 1, NULL), "(1, (), True, {})");
    is_repr(rt, call(rt, &rest, 3, "x key y"),
            "(1, (2, 3), 11, {'x': 10, 'y': 12})");
    rt_free(rt);
}

static void methods_of_types_bind(void **state)
{
    TlRuntime *rt = rt_new();
    TlRef list_type = tl_from_obj(rt->types.list);
    TlValue list = tl_from_obj(tl_list_new(rt, 0));
    TlValue unbound = get(rt, list_type, "append");
    is_repr(rt, tl_incref(unbound), "<method 'append' of 'list' objects>");
    is_repr(rt, tl_call2(rt, unbound, list, tl_small_int(5)), "None");
    is_repr(rt, tl_incref(list), "[5]");
    raised(rt, tl_call0(rt, unbound),
           "TypeError: unbound method list.append() needs an argument");
    raised(rt, tl_call2(rt, unbound, TL_NONE, TL_NONE),
           "TypeError: descriptor 'append' for 'list' objects doesn't apply "
           "to a 'NoneType' object");
    raised(rt, call_m(rt, list, "append", TL_NO_VALUE),
           "TypeError: list.append() takes exactly one argument (0 given)");
    TlValue bound = get(rt, list, "append");
    is_repr(rt, get(rt, bound, "__name__"), "'append'");
    is_repr(rt, get(rt, bound, "__qualname__"), "'list.append'");
    is_repr(rt, get(rt, bound, "__self__"), "[5]");
    TlValue again = get(rt, list, "append");
    assert_int_equal(tl_equal(rt, bound, again), 1);
    tl_decref(rt, again);
    tl_decref(rt, bound);
    tl_decref(rt, unbound);
    tl_decref(rt, list);
    rt_free(rt);
}

static void slots_are_special_methods(void **state)
{
    TlRuntime *rt = rt_new();
    TlValue add = get(rt, tl_from_obj(rt->types.int_), "__add__");
    is_repr(rt, tl_incref(add), "<slot wrapper '__add__' of 'int' objects>");
    is_repr(rt, tl_call2(rt, add, tl_small_int(1), tl_small_int(2)), "3");
    raised(rt, tl_call0(rt, add),
           "TypeError: descriptor '__add__' of 'int' object needs an argument");
    raised(rt, tl_call2(rt, add, TL_NONE, TL_NONE),
           "TypeError: descriptor '__add__' requires a 'int' object but "
           "received a 'NoneType'");
    raised(rt, tl_call1(rt, add, tl_small_int(1)),
           "TypeError: expected 1 argument, got 0");
    is_repr(rt, call_m(rt, tl_small_int(7), "__rsub__", tl_small_int(1)),
            "-6");
    raised(rt, call_m(rt, tl_small_int(7), "__len__", TL_NO_VALUE),
           "AttributeError: 'int' object has no attribute '__len__'");
    TlValue list = tl_from_obj(tl_list_new(rt, 0));
    is_repr(rt, get(rt, list, "__hash__"), "None");
    raised(rt, get(rt, list, "__radd__"),
           "AttributeError: 'list' object has no attribute '__radd__'");
    tl_decref(rt, list);
    tl_decref(rt, add);
    rt_free(rt);
}

static void modules_say_what_they_miss(void **state)
{
    static const TlNativeDef defs[] = {
        {"none", show, TL_FN_NOARGS, "()", "Nothing."},
        {NULL, NULL, 0, NULL, NULL},
    };
    TlRuntime *rt = rt_new();
    TlStr *name = tl_intern_cstr(rt, "m");
    TlModule *module = tl_module_new(rt, name);
    TlValue m = tl_from_obj(module);
    assert_int_equal(tl_module_add_functions(rt, m, defs), TL_OK);
    is_repr(rt, tl_incref(m), "<module 'm'>");
    is_repr(rt, call_m(rt, m, "none", TL_NO_VALUE), "()");
    is_repr(rt, get(rt, m, "none"), "<built-in function none>");
    TlValue none_fn = get(rt, m, "none");
    is_repr(rt, get(rt, none_fn, "__doc__"), "'Nothing.'");
    is_repr(rt, get(rt, none_fn, "__module__"), "'m'");
    tl_decref(rt, none_fn);
    raised(rt, get(rt, m, "x"),
           "AttributeError: module 'm' has no attribute 'x'");
    assert_int_equal(set(rt, m, "x", tl_small_int(1)), TL_OK);
    is_repr(rt, get(rt, m, "x"), "1");
    tl_release(rt, name);
    tl_decref(rt, m);
    rt_free(rt);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_kinds_count_their_arguments),
        cmocka_unit_test(positional_signatures_bind),
        cmocka_unit_test(keywords_bind),
        cmocka_unit_test(the_rest_is_collected),
        cmocka_unit_test(methods_of_types_bind),
        cmocka_unit_test(slots_are_special_methods),
        cmocka_unit_test(modules_say_what_they_miss),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
