// test_tuple.c — tuple: items, operators, hash, messages.
// SPDX-License-Identifier: MIT
//
// Expected texts are CPython 3.11's.

#include "value_check.h"

static TlValue hash_of(TlRuntime *rt, TlValue v) {
    int64_t hash;
    TlStatus status = tl_hash(rt, v, &hash);
    tl_decref(rt, v);
    return status == TL_OK ? tl_int_from_i64(rt, hash) : TL_NO_VALUE;
}

static void hashes_are_cpythons(void **state) {
    TlRuntime *rt = rt_new();
    TlValue prime = tl_int_from_i64(rt, (INT64_C(1) << 61) - 1);
    CHECK(hash_of(rt, EMPTY_TUPLE()), "5740354900026072187");
    CHECK(hash_of(rt, TUPLE(N(1), N(2), N(3))), "529344067295497451");
    CHECK(hash_of(rt, TUPLE(N(1), TUPLE(N(2), N(3)), N(-1), prime)),
          "2866888778282534594");
    CHECK(hash_of(rt, TUPLE(EMPTY_LIST())),
          "!TypeError: unhashable type: 'list'");
    rt_free(rt);
}

static void items(void **state) {
    TlRuntime *rt = rt_new();
    TlValue t = TUPLE(N(1), N(2), N(3));
    CHECK(item(rt, t, N(-3)), "1");
    CHECK(item(rt, t, N(3)), "!IndexError: tuple index out of range");
    CHECK(item(rt, t, S("a")),
          "!TypeError: tuple indices must be integers or slices, not str");
    CHECK(item(rt, t, slice(rt, TL_NONE, TL_NONE, N(2))), "(1, 3)");
    CHECK(call(rt, t, "index", 1, N(3)), "2");
    CHECK(call(rt, t, "index", 1, N(4)),
          "!ValueError: tuple.index(x): x not in tuple");
    CHECK(call(rt, t, "count", 1, N(2)), "1");
    CHECK(listed(rt, tl_iter(rt, t)), "[1, 2, 3]");
    tl_decref(rt, t);
    CHECK(TUPLE(EMPTY_TUPLE()), "((),)");
    rt_free(rt);
}

static void operators(void **state) {
    TlRuntime *rt = rt_new();
    CHECK(binary(rt, TUPLE(N(1)), TL_BIN_ADD, TUPLE(N(2))), "(1, 2)");
    CHECK(binary(rt, TUPLE(N(1)), TL_BIN_ADD, LIST(N(2))),
          "!TypeError: can only concatenate tuple (not \"list\") to tuple");
    CHECK(binary(rt, N(3), TL_BIN_MUL, TUPLE(N(1), N(2))),
          "(1, 2, 1, 2, 1, 2)");
    CHECK(binary(rt, TUPLE(N(0)), TL_BIN_MUL,
                 binary(rt, N(2), TL_BIN_POW, N(61))),
          "!MemoryError");
    CHECK(compare(rt, TUPLE(N(1), N(2)), TL_LT, TUPLE(N(1), N(3))), "True");
    CHECK(compare(rt, TUPLE(N(1)), TL_GE, EMPTY_TUPLE()), "True");
    CHECK(make(rt, rt->types.tuple, 1, N(1)),
          "!TypeError: 'int' object is not iterable");
    CHECK(make(rt, rt->types.tuple, 1, S("ab")), "('a', 'b')");
    CHECK(make(rt, rt->types.tuple, 2, N(1), N(2)),
          "!TypeError: tuple expected at most 1 argument, got 2");
    rt_free(rt);
}

static void a_million_deep_tuple_dies_quietly(void **state) {
    TlRuntime *rt = rt_new();
    TlValue t = EMPTY_TUPLE();
    for (int i = 0; i < 1000000; i++) {
        TlTuple *outer = tl_tuple_new(rt, 1);
        assert_non_null(outer);
        outer->items[0] = t;
        t = tl_from_obj(outer);
    }
    tl_decref(rt, t);
    rt_free(rt);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hashes_are_cpythons),
        cmocka_unit_test(items),
        cmocka_unit_test(operators),
        cmocka_unit_test(a_million_deep_tuple_dies_quietly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
