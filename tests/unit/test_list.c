// test_list.c — list: methods, slices, operators, sorting, messages.
// SPDX-License-Identifier: MIT
//
// Expected texts are CPython 3.11's.

#include "value_check.h"

static TlValue big(TlRuntime *rt, int64_t exponent) {
    return binary(rt, N(2), TL_BIN_POW, N(exponent));
}

static void methods(void **state) {
    TlRuntime *rt = rt_new();
    TlValue l = LIST(N(1), N(2), N(3));
    CHECK(call(rt, l, "index", 1, N(4)), "!ValueError: 4 is not in list");
    CHECK(call(rt, l, "index", 2, N(1), N(1)), "!ValueError: 1 is not in list");
    CHECK(call(rt, l, "index", 2, N(3), N(-1)), "2");
    CHECK(call(rt, l, "index", 2, N(3), S("a")),
          "!TypeError: slice indices must be integers or have an __index__ "
          "method");
    CHECK(call(rt, l, "remove", 1, N(4)),
          "!ValueError: list.remove(x): x not in list");
    CHECK(call(rt, l, "pop", 1, N(5)), "!IndexError: pop index out of range");
    CHECK(call(rt, l, "pop", 1, S("a")),
          "!TypeError: 'str' object cannot be interpreted as an integer");
    CHECK(call(rt, l, "pop", 1, N(-3)), "1");
    CHECK(call(rt, l, "insert", 2, N(-5), N(0)), "None");
    CHECK(call(rt, l, "insert", 2, N(100), N(9)), "None");
    CHECK(call(rt, l, "append", 1, tl_incref(l)), "None");
    CHECK_REF(l, "[0, 2, 3, 9, [...]]");
    CHECK(call(rt, l, "pop", 0), "[0, 2, 3, 9]");
    CHECK(call(rt, l, "extend", 1, tl_incref(l)), "None");
    CHECK(call(rt, l, "count", 1, N(2)), "2");
    CHECK(call(rt, l, "remove", 1, N(2)), "None");
    CHECK(call(rt, l, "reverse", 0), "None");
    CHECK_REF(l, "[9, 3, 2, 0, 9, 3, 0]");
    CHECK(listed(rt, call(rt, l, "__reversed__", 0)), "[0, 3, 9, 0, 2, 3, 9]");
    CHECK(call(rt, l, "append", 0),
          "!TypeError: list.append() takes exactly one argument (0 given)");
    CHECK(call(rt, l, "clear", 0), "None");
    CHECK(call(rt, l, "pop", 0), "!IndexError: pop from empty list");
    tl_decref(rt, l);
    CHECK(make(rt, rt->types.list, 1, N(1)),
          "!TypeError: 'int' object is not iterable");
    CHECK(make(rt, rt->types.list, 2, N(1), N(2)),
          "!TypeError: list expected at most 1 argument, got 2");
    rt_free(rt);
}

static void items_and_slices(void **state) {
    TlRuntime *rt = rt_new();
    TlValue l = LIST(N(0), N(1), N(2), N(3), N(4), N(5));
    CHECK(item(rt, l, N(-1)), "5");
    CHECK(item(rt, l, N(6)), "!IndexError: list index out of range");
    CHECK(item(rt, l, big(rt, 70)),
          "!IndexError: cannot fit 'int' into an index-sized integer");
    CHECK(item(rt, l, S("a")),
          "!TypeError: list indices must be integers or slices, not str");
    CHECK(item(rt, l, slice(rt, TL_NONE, TL_NONE, N(-2))), "[5, 3, 1]");
    CHECK(item(rt, l, slice(rt, N(-100), N(2), TL_NONE)), "[0, 1]");
    CHECK(item(rt, l, slice(rt, TL_NONE, TL_NONE, N(0))),
          "!ValueError: slice step cannot be zero");
    CHECK(store(rt, l, N(9), N(1)),
          "!IndexError: list assignment index out of range");
    CHECK(store(rt, l, slice(rt, N(1), N(3), TL_NONE), LIST(N(9))),
          "[0, 9, 3, 4, 5]");
    CHECK(store(rt, l, slice(rt, N(2), N(0), TL_NONE), TUPLE(N(7))),
          "[0, 9, 7, 3, 4, 5]");
    CHECK(store(rt, l, slice(rt, TL_NONE, TL_NONE, N(2)), LIST(N(1))),
          "!ValueError: attempt to assign sequence of size 1 to extended "
          "slice of size 3");
    CHECK(store(rt, l, slice(rt, TL_NONE, TL_NONE, N(2)), N(5)),
          "!TypeError: must assign iterable to extended slice");
    CHECK(store(rt, l, slice(rt, TL_NONE, TL_NONE, TL_NONE), N(5)),
          "!TypeError: can only assign an iterable");
    CHECK(store(rt, l, slice(rt, TL_NONE, TL_NONE, N(2)),
                LIST(N(-1), N(-2), N(-3))),
          "[-1, 9, -2, 3, -3, 5]");
    CHECK(store(rt, l, slice(rt, TL_NONE, TL_NONE, N(-2)), TL_NO_VALUE),
          "[-1, -2, -3]");
    CHECK(store(rt, l, slice(rt, TL_NONE, TL_NONE, N(-1)), tl_incref(l)),
          "[-3, -2, -1]");
    CHECK(store(rt, l, slice(rt, N(-1), TL_NONE, TL_NONE), tl_incref(l)),
          "[-3, -2, -3, -2, -1]");
    CHECK(store(rt, l, N(0), TL_NO_VALUE), "[-2, -3, -2, -1]");
    CHECK(store(rt, l, slice(rt, N(1), TL_NONE, TL_NONE), TL_NO_VALUE),
          "[-2]");
    tl_decref(rt, l);
    rt_free(rt);
}

static void operators(void **state) {
    TlRuntime *rt = rt_new();
    CHECK(binary(rt, LIST(N(1)), TL_BIN_ADD, LIST(N(2))), "[1, 2]");
    CHECK(binary(rt, LIST(N(1)), TL_BIN_ADD, TUPLE(N(2))),
          "!TypeError: can only concatenate list (not \"tuple\") to list");
    CHECK(binary(rt, LIST(N(1)), TL_BIN_MUL, S("a")),
          "!TypeError: can't multiply sequence by non-int of type 'str'");
    CHECK(binary(rt, tl_from_double(2.5), TL_BIN_MUL, LIST(N(1))),
          "!TypeError: can't multiply sequence by non-int of type 'float'");
    CHECK(binary(rt, N(2), TL_BIN_MUL, LIST(N(1), N(2))), "[1, 2, 1, 2]");
    CHECK(binary(rt, LIST(N(1)), TL_BIN_MUL, big(rt, 62)), "!MemoryError");
    CHECK(binary(rt, LIST(N(1)), TL_BIN_MUL, big(rt, 70)),
          "!OverflowError: cannot fit 'int' into an index-sized integer");
    CHECK(binary(rt, LIST(N(1)), TL_BIN_MUL, N(-5)), "[]");
    CHECK(compare(rt, LIST(N(1), N(2)), TL_LT, LIST(N(1), N(2), N(3))), "True");
    CHECK(compare(rt, LIST(N(1)), TL_LT, LIST(S("a"))),
          "!TypeError: '<' not supported between instances of 'int' and 'str'");
    CHECK(compare(rt, LIST(N(1)), TL_EQ, TUPLE(N(1))), "False");
    CHECK(compare(rt, LIST(N(1), LIST(N(2))), TL_EQ, LIST(N(1), LIST(N(2)))),
          "True");
    TlValue l = LIST(N(1), N(2));
    tl_decref(rt, tl_inplace(rt, l, l, TL_BIN_ADD));
    tl_decref(rt, tl_inplace(rt, l, N(2), TL_BIN_MUL));
    CHECK_REF(l, "[1, 2, 1, 2, 1, 2, 1, 2]");
    CHECK(tl_inplace(rt, l, N(1), TL_BIN_ADD),
          "!TypeError: 'int' object is not iterable");
    int64_t hash;
    assert_int_equal(tl_hash(rt, l, &hash), TL_RAISED);
    CHECK(TL_NO_VALUE, "!TypeError: unhashable type: 'list'");
    tl_decref(rt, l);
    rt_free(rt);
}

// ---- sorting

static uint32_t next_random(uint32_t *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

// Keys repeat; each item carries its original place.
static void sort_is_stable_at_every_size(void **state) {
    TlRuntime *rt = rt_new();
    uint32_t seed = 1;
    for (int n = 0; n < 700; n = n * 5 / 4 + 1) {
        for (int shape = 0; shape < 4; shape++) {
            TlList *l = tl_list_new(rt, 0);
            for (int i = 0; i < n; i++) {
                int key = shape == 0   ? (int)(next_random(&seed) % 7)
                          : shape == 1 ? (int)(next_random(&seed) % 100000)
                          : shape == 2 ? i / 3
                                       : -(i / 3) + (i % 50 == 0);
                TlValue pair = tl_tuple_pack2(rt, N(key), N(i));
                assert_int_equal(tl_list_append_steal(rt, l, pair), TL_OK);
            }
            assert_int_equal(tl_list_sort(rt, l, TL_NONE, shape == 3), TL_OK);
            for (int i = 1; i < n; i++) {
                TlRef a = l->items[i - 1], b = l->items[i];
                assert_int_equal(tl_less(rt, shape == 3 ? a : b,
                                         shape == 3 ? b : a), 0);
            }
            tl_release(rt, l);
        }
    }
    rt_free(rt);
}

static TlList *sorting;  // the list a callback changes

static TlValue key_appends(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames) {
    if (tl_list_append(rt, sorting, TL_NONE) == TL_RAISED) {
        return TL_NO_VALUE;
    }
    return tl_incref(args[0]);
}

static TlValue key_raises(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames) {
    if (args[0] == N(2)) {
        return tl_raise(rt, rt->exc.ValueError, "two");
    }
    return tl_incref(args[0]);
}

static TlValue key_negates(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames) {
    return tl_neg(rt, args[0]);
}

static const TlNativeDef keys[] = {
    {"appends", key_appends, TL_FN_ONE, "(x, /)", ""},
    {"raises", key_raises, TL_FN_ONE, "(x, /)", ""},
    {"negates", key_negates, TL_FN_ONE, "(x, /)", ""},
};

static TlStatus sort_with(TlRuntime *rt, TlValue list, int which, bool back) {
    sorting = tl_as_list(list);
    TlValue key = tl_native_new(rt, &keys[which], TL_NO_VALUE, NULL);
    TlStatus status = tl_list_sort(rt, sorting, key, back);
    tl_decref(rt, key);
    return status;
}

static void sort_survives_its_key(void **state) {
    TlRuntime *rt = rt_new();
    TlValue l = LIST(N(3), N(2), N(1));
    assert_int_equal(sort_with(rt, l, 0, false), TL_RAISED);
    CHECK(TL_NO_VALUE, "!ValueError: list modified during sort");
    CHECK_REF(l, "[1, 2, 3]");
    assert_int_equal(sort_with(rt, l, 1, false), TL_RAISED);
    CHECK(TL_NO_VALUE, "!ValueError: two");
    CHECK_REF(l, "[1, 2, 3]");
    assert_int_equal(sort_with(rt, l, 2, false), TL_OK);
    CHECK_REF(l, "[3, 2, 1]");
    assert_int_equal(sort_with(rt, l, 2, true), TL_OK);
    CHECK_REF(l, "[1, 2, 3]");
    tl_decref(rt, l);
    TlValue mixed = LIST(N(3), S("a"), N(1));
    CHECK(call(rt, mixed, "sort", 0),
          "!TypeError: '<' not supported between instances of 'str' and 'int'");
    CHECK_REF(mixed, "[3, 'a', 1]");
    tl_decref(rt, mixed);
    rt_free(rt);
}

static void sort_kinds_of_keys(void **state) {
    TlRuntime *rt = rt_new();
    TlValue ints = LIST(N(3), N(-1), N(2));
    TlValue strs = LIST(S("b"), S("a"), S("ab"));
    TlValue floats = LIST(tl_from_double(2.5), tl_from_double(-1.0));
    TlValue both = LIST(N(3), tl_from_double(2.5), TL_TRUE);
    CHECK(call(rt, ints, "sort", 0), "None");
    CHECK(call(rt, strs, "sort", 0), "None");
    CHECK(call(rt, floats, "sort", 0), "None");
    CHECK(call(rt, both, "sort", 0), "None");
    CHECK(ints, "[-1, 2, 3]");
    CHECK(strs, "['a', 'ab', 'b']");
    CHECK(floats, "[-1.0, 2.5]");
    CHECK(both, "[True, 2.5, 3]");
    rt_free(rt);
}

static void iterator_follows_a_growing_list(void **state) {
    TlRuntime *rt = rt_new();
    TlValue l = LIST(N(1));
    TlValue it = tl_iter(rt, l);
    CHECK(tl_next(rt, it), "1");
    CHECK(call(rt, l, "append", 1, N(2)), "None");
    CHECK(call(rt, it, "__length_hint__", 0), "1");
    CHECK(tl_next(rt, it), "2");
    assert_false(tl_has_value(tl_next(rt, it)));
    CHECK(call(rt, l, "append", 1, N(3)), "None");
    assert_false(tl_has_value(tl_next(rt, it)));
    assert_false(tl_raised(rt));
    tl_decref(rt, it);
    tl_decref(rt, l);
    rt_free(rt);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(methods),
        cmocka_unit_test(items_and_slices),
        cmocka_unit_test(operators),
        cmocka_unit_test(sort_is_stable_at_every_size),
        cmocka_unit_test(sort_survives_its_key),
        cmocka_unit_test(sort_kinds_of_keys),
        cmocka_unit_test(iterator_follows_a_growing_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
