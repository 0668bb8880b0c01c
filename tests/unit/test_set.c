// test_set.c — set and frozenset: order, operations, hash, messages.
// SPDX-License-Identifier: MIT
//
// Expected texts are CPython 3.11's; set_orders.h holds generated orders.

#include "value_check.h"

#include "set_orders.h"

static TlValue set_of(TlRuntime *rt, TlValue iterable) {
    return make(rt, rt->types.set, 1, iterable);
}

static TlValue frozen(TlRuntime *rt, TlValue iterable) {
    return make(rt, rt->types.frozenset, 1, iterable);
}

static TlValue hash_of(TlRuntime *rt, TlValue v) {
    int64_t hash;
    TlStatus status = tl_hash(rt, v, &hash);
    tl_decref(rt, v);
    return status == TL_OK ? tl_int_from_i64(rt, hash) : TL_NO_VALUE;
}

// ---- order

static const int64_t *add_all(TlRuntime *rt, TlSet *set, const int64_t *row) {
    int64_t n = *row++;
    for (int64_t i = 0; i < n; i++) {
        assert_true(tl_set_add(rt, set, N(row[i])) >= 0);
    }
    return row + n;
}

static TlValue operate(TlRuntime *rt, int64_t operation, TlRef a, TlRef b) {
    static const TlBinaryOp binaries[] = {TL_BIN_OR, TL_BIN_AND, TL_BIN_SUB,
                                          TL_BIN_XOR};
    if (operation < 4) {
        return tl_binary(rt, a, b, binaries[operation]);
    }
    if (operation < 8) {
        return tl_inplace(rt, a, b, binaries[operation - 4]);
    }
    if (operation == 8) {
        return call(rt, a, "copy", 0);
    }
    for (int64_t n = tl_as_set(a)->used / 2; n > 0; n--) {
        tl_decref(rt, call(rt, a, "pop", 0));
    }
    return tl_incref(a);
}

static void order_is_cpythons(void **state) {
    TlRuntime *rt = rt_new();
    const int64_t *row = set_orders;
    for (int i = 0; i < SET_ORDERS; i++) {
        int64_t operation = *row++;
        TlSet *a = tl_set_new(rt, rt->types.set);
        TlSet *b = tl_set_new(rt, rt->types.set);
        row = add_all(rt, a, row);
        for (int64_t n = *row++; n > 0; n--) {
            assert_true(tl_set_discard(rt, a, N(*row++)) >= 0);
        }
        row = add_all(rt, b, row);
        TlValue result =
            operate(rt, operation, tl_from_obj(a), tl_from_obj(b));
        assert_true(tl_has_value(result));
        int64_t pos = 0, n = *row++;
        TlRef key;
        assert_int_equal(tl_as_set(result)->used, n);
        while (tl_set_next(tl_as_set(result), &pos, &key)) {
            assert_int_equal(tl_as_small(key), *row++);
        }
        tl_decref(rt, result);
        tl_release(rt, a);
        tl_release(rt, b);
    }
    rt_free(rt);
}

// ---- behaviour

static void operations(void **state) {
    TlRuntime *rt = rt_new();
    CHECK(set_of(rt, EMPTY_LIST()), "set()");
    CHECK(frozen(rt, LIST(N(1))), "frozenset({1})");
    CHECK(binary(rt, set_of(rt, LIST(N(1))), TL_BIN_OR, LIST(N(3))),
          "!TypeError: unsupported operand type(s) for |: 'set' and 'list'");
    CHECK(binary(rt, frozen(rt, LIST(N(1))), TL_BIN_OR,
                 set_of(rt, LIST(N(2)))), "frozenset({1, 2})");
    CHECK(compare(rt, set_of(rt, LIST(N(1))), TL_LT,
                  set_of(rt, LIST(N(1), N(2)))), "True");
    CHECK(compare(rt, set_of(rt, LIST(N(1))), TL_EQ, frozen(rt, LIST(N(1)))),
          "True");
    CHECK(compare(rt, set_of(rt, LIST(N(1))), TL_LT, N(1)),
          "!TypeError: '<' not supported between instances of 'set' and "
          "'int'");
    TlValue s = set_of(rt, LIST(N(1), N(2)));
    CHECK(call(rt, s, "union", 2, LIST(N(3)), TUPLE(N(4))), "{1, 2, 3, 4}");
    CHECK(call(rt, s, "intersection", 2, LIST(N(2)), LIST(N(2), N(3))), "{2}");
    CHECK(call(rt, s, "symmetric_difference", 1, LIST(N(2), N(2), N(3))),
          "{1, 3}");
    CHECK(call(rt, s, "isdisjoint", 1, LIST(N(3))), "True");
    CHECK(call(rt, s, "issubset", 1, LIST(N(1), N(2), N(3))), "True");
    CHECK(call(rt, s, "issuperset", 1, LIST(N(1), N(4))), "False");
    CHECK(call(rt, s, "remove", 1, N(3)), "!KeyError: 3");
    CHECK(call(rt, s, "add", 1, EMPTY_LIST()),
          "!TypeError: unhashable type: 'list'");
    CHECK(call(rt, s, "clear", 0), "None");
    CHECK(call(rt, s, "pop", 0), "!KeyError: 'pop from an empty set'");
    CHECK(call(rt, s, "add", 1, frozen(rt, LIST(N(1)))), "None");
    CHECK(call(rt, s, "__contains__", 1, set_of(rt, LIST(N(1)))), "True");
    CHECK(call(rt, s, "discard", 1, set_of(rt, LIST(N(1)))), "None");
    CHECK_REF(s, "set()");
    CHECK(set_of(rt, N(1)), "!TypeError: 'int' object is not iterable");
    CHECK(make(rt, rt->types.set, 2, N(1), N(2)),
          "!TypeError: set expected at most 1 argument, got 2");
    tl_decref(rt, s);
    rt_free(rt);
}

static void frozenset_hash_is_cpythons(void **state) {
    TlRuntime *rt = rt_new();
    CHECK(hash_of(rt, frozen(rt, EMPTY_LIST())), "133146708735736");
    CHECK(hash_of(rt, frozen(rt, LIST(N(1), N(2), N(3)))),
          "-272375401224217160");
    CHECK(hash_of(rt, frozen(rt, make(rt, rt->types.range, 1, N(100)))),
          "4411996150312757951");
    CHECK(hash_of(rt, set_of(rt, LIST(N(1)))),
          "!TypeError: unhashable type: 'set'");
    rt_free(rt);
}

static void growing_while_iterated_is_noticed(void **state) {
    TlRuntime *rt = rt_new();
    TlValue s = set_of(rt, LIST(N(1), N(2)));
    TlValue it = tl_iter(rt, s);
    CHECK(tl_next(rt, it), "1");
    CHECK(call(rt, it, "__length_hint__", 0), "1");
    CHECK(call(rt, s, "add", 1, N(3)), "None");
    CHECK(tl_next(rt, it), "!RuntimeError: Set changed size during iteration");
    CHECK(call(rt, s, "discard", 1, N(3)), "None");
    CHECK(tl_next(rt, it), "!RuntimeError: Set changed size during iteration");
    tl_decref(rt, it);
    tl_decref(rt, s);
    rt_free(rt);
}

static void many_keys_come_and_go(void **state) {
    TlRuntime *rt = rt_new();
    TlSet *set = tl_set_new(rt, rt->types.set);
    for (int64_t i = 0; i < 20000; i++) {
        assert_int_equal(tl_set_add(rt, set, N(i * i)), 1);
        if (i >= 100) {
            int64_t old = (i - 100) * (i - 100);
            assert_int_equal(tl_set_discard(rt, set, N(old)), 1);
        }
    }
    assert_int_equal(set->used, 100);
    assert_true(set->mask < 4096);
    assert_int_equal(tl_set_contains(rt, set, N(19999 * INT64_C(19999))), 1);
    assert_int_equal(tl_set_contains(rt, set, N(5)), 0);
    tl_release(rt, set);
    rt_free(rt);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order_is_cpythons),
        cmocka_unit_test(operations),
        cmocka_unit_test(frozenset_hash_is_cpythons),
        cmocka_unit_test(growing_while_iterated_is_noticed),
        cmocka_unit_test(many_keys_come_and_go),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
