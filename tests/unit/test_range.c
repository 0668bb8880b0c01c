// test_range.c — range: any size of ints, items, search, iteration.
// SPDX-License-Identifier: MIT
//
// Expected texts are CPython 3.11's.

#include "value_check.h"

static TlValue pow2(TlRuntime *rt, int64_t exponent) {
    return binary(rt, N(2), TL_BIN_POW, N(exponent));
}

static TlValue range3(TlRuntime *rt, TlValue a, TlValue b, TlValue c) {
    return make(rt, rt->types.range, 3, a, b, c);
}

static TlValue range1(TlRuntime *rt, TlValue stop) {
    return make(rt, rt->types.range, 1, stop);
}

// 2**70 + i
static TlValue far(TlRuntime *rt, int64_t i) {
    return binary(rt, pow2(rt, 70), TL_BIN_ADD, N(i));
}

static TlValue hash_of(TlRuntime *rt, TlValue v) {
    int64_t hash;
    TlStatus status = tl_hash(rt, v, &hash);
    tl_decref(rt, v);
    return status == TL_OK ? tl_int_from_i64(rt, hash) : TL_NO_VALUE;
}

static TlValue reversed_list(TlRuntime *rt, TlValue v) {
    TlValue it = call(rt, v, "__reversed__", 0);
    tl_decref(rt, v);
    return listed(rt, it);
}

static void construction(void **state) {
    TlRuntime *rt = rt_new();
    CHECK(range1(rt, N(5)), "range(0, 5)");
    CHECK(range3(rt, N(1), N(10), N(3)), "range(1, 10, 3)");
    CHECK(range3(rt, N(1), N(10), N(0)),
          "!ValueError: range() arg 3 must not be zero");
    CHECK(make(rt, rt->types.range, 0),
          "!TypeError: range expected at least 1 argument, got 0");
    CHECK(range1(rt, tl_from_double(1.5)),
          "!TypeError: 'float' object cannot be interpreted as an integer");
    rt_free(rt);
}

static void items(void **state) {
    TlRuntime *rt = rt_new();
    TlValue r = range1(rt, N(10)), large = range1(rt, pow2(rt, 70));
    CHECK(item(rt, r, N(-10)), "0");
    CHECK(item(rt, r, N(10)), "!IndexError: range object index out of range");
    CHECK(item(rt, r, S("a")),
          "!TypeError: range indices must be integers or slices, not str");
    CHECK(item(rt, r, slice(rt, N(2), N(8), N(2))), "range(2, 8, 2)");
    CHECK(item(rt, r, slice(rt, TL_NONE, TL_NONE, N(-1))), "range(9, -1, -1)");
    CHECK(item(rt, large, pow2(rt, 69)), "590295810358705651712");
    assert_int_equal(tl_len(rt, large), -1);
    CHECK(TL_NO_VALUE, "!OverflowError: Python int too large to convert to C "
                       "ssize_t");
    assert_int_equal(tl_truth(rt, large), 1);
    TlValue middle = pow2(rt, 69);
    assert_int_equal(tl_contains(rt, large, middle), 1);
    tl_decref(rt, middle);
    assert_int_equal(tl_contains(rt, r, tl_from_double(3.0)), 1);
    assert_int_equal(tl_contains(rt, r, TL_TRUE), 1);
    CHECK(call(rt, r, "index", 1, N(3)), "3");
    CHECK(call(rt, r, "index", 1, N(30)), "!ValueError: 30 is not in range");
    CHECK(call(rt, r, "index", 1, S("a")),
          "!ValueError: sequence.index(x): x not in sequence");
    CHECK(call(rt, r, "count", 1, tl_from_double(3.0)), "1");
    tl_decref(rt, r);
    tl_decref(rt, large);
    rt_free(rt);
}

static void equality_and_hash(void **state) {
    TlRuntime *rt = rt_new();
    CHECK(compare(rt, range3(rt, N(0), N(10), N(3)), TL_EQ,
                  range3(rt, N(0), N(12), N(3))), "True");
    CHECK(compare(rt, range1(rt, N(0)), TL_EQ, range3(rt, N(5), N(5), N(1))),
          "True");
    CHECK(compare(rt, range1(rt, N(3)), TL_LT, range1(rt, N(4))),
          "!TypeError: '<' not supported between instances of 'range' and "
          "'range'");
    CHECK(hash_of(rt, range1(rt, N(10))), "-7546101314042312252");
    // A step that is never taken does not count.
    CHECK(compare(rt, hash_of(rt, range3(rt, N(5), N(6), N(1))), TL_EQ,
                  hash_of(rt, range3(rt, N(5), N(6), N(2)))), "True");
    CHECK(hash_of(rt, range1(rt, pow2(rt, 70))), "7320047211865846142");
    rt_free(rt);
}

static void iteration(void **state) {
    TlRuntime *rt = rt_new();
    CHECK(listed(rt, range3(rt, N(5), N(-5), N(-3))), "[5, 2, -1, -4]");
    CHECK(reversed_list(rt, range3(rt, N(0), N(10), N(3))), "[9, 6, 3, 0]");
    CHECK(listed(rt, range3(rt, far(rt, 0), far(rt, 2), N(1))),
          "[1180591620717411303424, 1180591620717411303425]");
    CHECK(reversed_list(rt, range3(rt, far(rt, 0), far(rt, 2), N(1))),
          "[1180591620717411303425, 1180591620717411303424]");
    TlValue max = tl_int_from_i64(rt, INT64_MAX);
    TlValue step = tl_int_from_i64(rt, -(INT64_C(1) << 62));
    TlValue min = tl_int_from_i64(rt, INT64_MIN);
    CHECK(listed(rt, range3(rt, max, min, step)),
          "[9223372036854775807, 4611686018427387903, -1, "
          "-4611686018427387905]");
    rt_free(rt);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(construction),
        cmocka_unit_test(items),
        cmocka_unit_test(equality_and_hash),
        cmocka_unit_test(iteration),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
