// test_slice.c — slice: fields, indices(), comparison.
// SPDX-License-Identifier: MIT
//
// Expected texts are CPython 3.11's.

#include "value_check.h"

static TlValue indices(TlRuntime *rt, TlValue s, TlValue len) {
    TlValue result = call(rt, s, "indices", 1, len);
    tl_decref(rt, s);
    return result;
}

static TlValue pow2(TlRuntime *rt, int64_t exponent) {
    return binary(rt, N(2), TL_BIN_POW, N(exponent));
}

static void construction(void **state) {
    TlRuntime *rt = rt_new();
    CHECK(make(rt, rt->types.slice, 1, N(1)), "slice(None, 1, None)");
    CHECK(make(rt, rt->types.slice, 3, N(1), N(2), N(3)), "slice(1, 2, 3)");
    CHECK(make(rt, rt->types.slice, 0),
          "!TypeError: slice expected at least 1 argument, got 0");
    CHECK(make(rt, rt->types.slice, 4, N(1), N(2), N(3), N(4)),
          "!TypeError: slice expected at most 3 arguments, got 4");
    TlValue s = slice(rt, N(1), N(2), N(3));
    CHECK(tl_getattr_cstr(rt, s, "start"), "1");
    CHECK(tl_getattr_cstr(rt, s, "step"), "3");
    int64_t hash;
    assert_int_equal(tl_hash(rt, s, &hash), TL_RAISED);
    CHECK(TL_NO_VALUE, "!TypeError: unhashable type: 'slice'");
    tl_decref(rt, s);
    CHECK(compare(rt, slice(rt, N(1), N(2), TL_NONE), TL_EQ,
                  slice(rt, N(1), N(2), TL_NONE)), "True");
    CHECK(compare(rt, slice(rt, N(1), N(2), N(0)), TL_LT,
                  slice(rt, N(1), N(3), N(0))), "True");
    rt_free(rt);
}

static void indices_of_any_size(void **state) {
    TlRuntime *rt = rt_new();
    CHECK(indices(rt, slice(rt, TL_NONE, TL_NONE, N(-1)), N(5)), "(4, -1, -1)");
    CHECK(indices(rt, slice(rt, N(-100), N(100), TL_NONE), N(5)), "(0, 5, 1)");
    CHECK(indices(rt, slice(rt, N(1), N(2), N(0)), N(3)),
          "!ValueError: slice step cannot be zero");
    CHECK(indices(rt, slice(rt, TL_NONE, N(1), TL_NONE), N(-1)),
          "!ValueError: length should not be negative");
    CHECK(indices(rt, slice(rt, TL_NONE, TL_NONE, N(-1)), pow2(rt, 70)),
          "(1180591620717411303423, -1, -1)");
    TlValue a = S("a");
    CHECK(indices(rt, slice(rt, a, TL_NONE, TL_NONE), N(3)),
          "!TypeError: slice indices must be integers or None or have an "
          "__index__ method");
    tl_decref(rt, a);
    rt_free(rt);
}

// Every start, stop and step around a short sequence, counted the slow way.
static void adjusting_agrees_with_walking(void **state) {
    TlRuntime *rt = rt_new();
    for (int64_t a = -7; a <= 7; a++) {
        for (int64_t b = -7; b <= 7; b++) {
            for (int64_t c = -3; c <= 3; c++) {
                if (c == 0) {
                    continue;
                }
                TlValue s = slice(rt, N(a), N(b), N(c));
                int64_t start, stop, step, count, n = 0;
                assert_int_equal(
                    tl_slice_indices(rt, (TlSlice *)tl_as_obj(s), 5, &start,
                                     &stop, &step, &count), TL_OK);
                for (int64_t i = start; c > 0 ? i < stop : i > stop; i += c) {
                    assert_in_range(i, 0, 4);
                    n++;
                }
                assert_int_equal(n, count);
                tl_decref(rt, s);
            }
        }
    }
    rt_free(rt);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(construction),
        cmocka_unit_test(indices_of_any_size),
        cmocka_unit_test(adjusting_agrees_with_walking),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
