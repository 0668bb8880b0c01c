// test_float.c — floats. Expected values are CPython's.
// SPDX-License-Identifier: MIT
#include "object_fixture.h"

#include <math.h>

static TlValue op(TlRuntime *rt, double a, TlBinaryOp which, double b)
{
    return tl_binary(rt, tl_from_double(a), tl_from_double(b), which);
}

static TlValue rounded(TlRuntime *rt, double d, int digits)
{
    return call_m(rt, tl_from_double(d), "__round__", tl_small_int(digits));
}

static void repr_is_the_shortest(void **state)
{
    TlRuntime *rt = rt_new();
    is_repr(rt, tl_from_double(0.1 + 0.2), "0.30000000000000004");
    is_repr(rt, tl_from_double(1e16), "1e+16");
    is_repr(rt, tl_from_double(123456789012345680.0), "1.2345678901234568e+17");
    is_repr(rt, tl_from_double(-0.0), "-0.0");
    is_repr(rt, tl_from_double(5e-324), "5e-324");
    is_repr(rt, tl_from_double(NAN), "nan");
    rt_free(rt);
}

static void remainders_take_the_divisors_sign(void **state)
{
    TlRuntime *rt = rt_new();
    is_repr(rt, op(rt, -7.5, TL_BIN_MOD, 2), "0.5");
    is_repr(rt, op(rt, 7.5, TL_BIN_MOD, -2), "-0.5");
    is_repr(rt, op(rt, -6, TL_BIN_MOD, 3), "0.0");
    is_repr(rt, op(rt, 6, TL_BIN_MOD, -3), "-0.0");
    is_repr(rt, op(rt, -7.5, TL_BIN_DIVMOD, 2), "(-4.0, 0.5)");
    is_repr(rt, op(rt, 1, TL_BIN_FLOORDIV, 0.1), "9.0");
    is_repr(rt, op(rt, 5, TL_BIN_MOD, INFINITY), "5.0");
    is_repr(rt, op(rt, -5, TL_BIN_MOD, INFINITY), "inf");
    rt_free(rt);
}

static void division_and_power_errors(void **state)
{
    TlRuntime *rt = rt_new();
    raised(rt, op(rt, 1, TL_BIN_TRUEDIV, 0),
           "ZeroDivisionError: float division by zero");
    raised(rt, op(rt, 1, TL_BIN_FLOORDIV, 0),
           "ZeroDivisionError: float floor division by zero");
    raised(rt, op(rt, 1, TL_BIN_MOD, 0), "ZeroDivisionError: float modulo");
    raised(rt, op(rt, 1, TL_BIN_DIVMOD, 0),
           "ZeroDivisionError: float divmod()");
    raised(rt, op(rt, 0, TL_BIN_POW, -1),
           "ZeroDivisionError: 0.0 cannot be raised to a negative power");
    raised(rt, op(rt, 1e308, TL_BIN_POW, 2),
           "OverflowError: (34, 'Numerical result out of range')");
    raised(rt, op(rt, -8, TL_BIN_POW, 0.5),
           "ValueError: complex numbers are not supported");
    is_repr(rt, op(rt, NAN, TL_BIN_POW, 0), "1.0");
    is_repr(rt, op(rt, 1, TL_BIN_POW, NAN), "1.0");
    is_repr(rt, op(rt, -INFINITY, TL_BIN_POW, 3), "-inf");
    rt_free(rt);
}

static void round_is_correct(void **state)
{
    TlRuntime *rt = rt_new();
    is_repr(rt, rounded(rt, 2.675, 2), "2.67");
    is_repr(rt, rounded(rt, 0.125, 2), "0.12");
    is_repr(rt, rounded(rt, 0.375, 2), "0.38");
    is_repr(rt, rounded(rt, 25.0, -1), "20.0");
    is_repr(rt, rounded(rt, 35.0, -1), "40.0");
    is_repr(rt, rounded(rt, 5.000001, -1), "10.0");
    is_repr(rt, rounded(rt, 5.0, -1), "0.0");
    is_repr(rt, rounded(rt, -0.4, 0), "-0.0");
    is_repr(rt, rounded(rt, 1e308, -400), "0.0");
    is_repr(rt, rounded(rt, 1.5, 400), "1.5");
    raised(rt, rounded(rt, 1.7e308, -308),
           "OverflowError: rounded value too large to represent");
    TlRef half = tl_from_double(2.5);
    is_repr(rt, call_m(rt, half, "__round__", TL_NO_VALUE), "2");
    rt_free(rt);
}

static void text_both_ways(void **state)
{
    TlRuntime *rt = rt_new();
    TlRef type = tl_from_obj(rt->types.float_);
    TlValue texts[] = {mk(rt, " 1_0.5\n"), mk(rt, "-Infinity"),
                       mk(rt, "\xD9\xA1.5"), mk(rt, "1__0")};
    is_repr(rt, tl_call1(rt, type, texts[0]), "10.5");
    is_repr(rt, tl_call1(rt, type, texts[1]), "-inf");
    is_repr(rt, tl_call1(rt, type, texts[2]), "1.5");
    raised(rt, tl_call1(rt, type, texts[3]),
           "ValueError: could not convert string to float: '1__0'");
    raised(rt, tl_call1(rt, type, TL_NONE),
           "TypeError: float() argument must be a string or a real number, "
           "not 'NoneType'");
    for (int i = 0; i < 4; i++) {
        tl_decref(rt, texts[i]);
    }
    rt_free(rt);
}

static void hexadecimal_text(void **state)
{
    TlRuntime *rt = rt_new();
    TlRef type = tl_from_obj(rt->types.float_);
    is_text(rt, call_m(rt, tl_from_double(3.14), "hex", TL_NO_VALUE),
            "0x1.91eb851eb851fp+1");
    is_text(rt, call_m(rt, tl_from_double(-5e-324), "hex", TL_NO_VALUE),
            "-0x0.0000000000001p-1022");
    static const char *const pairs[][2] = {
        {"0x1.91eb851eb851fp+1", "3.14"},
        {"0x.8", "0.5"},
        {"0x1.00000000000008p0", "1.0"},  // a tie goes to even
        {"0x1.000000000000081p0", "1.0000000000000002"},
        {"0x0.00000000000008p-1022", "0.0"},
        {" -inf ", "-inf"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        TlValue text = mk(rt, pairs[i][0]);
        is_repr(rt, call_m(rt, type, "fromhex", text), pairs[i][1]);
        tl_decref(rt, text);
    }
    TlValue huge = mk(rt, "0x1p1024");
    raised(rt, call_m(rt, type, "fromhex", huge),
           "OverflowError: hexadecimal value too large to represent as a "
           "float");
    tl_decref(rt, huge);
    rt_free(rt);
}

static void ratios_are_exact(void **state)
{
    TlRuntime *rt = rt_new();
    is_repr(rt, call_m(rt, tl_from_double(0.1), "as_integer_ratio",
                       TL_NO_VALUE),
            "(3602879701896397, 36028797018963968)");
    is_repr(rt, call_m(rt, tl_from_double(1e22), "as_integer_ratio",
                       TL_NO_VALUE),
            "(10000000000000000000000, 1)");
    raised(rt, call_m(rt, tl_from_double(NAN), "as_integer_ratio",
                      TL_NO_VALUE),
           "ValueError: cannot convert NaN to integer ratio");
    rt_free(rt);
}

static void equal_numbers_have_equal_hashes(void **state)
{
    TlRuntime *rt = rt_new();
    double d = 1267650600228229401496703205376.0;  // 2**100
    TlValue i = tl_int_from_double(rt, d);
    assert_int_equal(tl_equal(rt, i, tl_from_double(d)), 1);
    assert_true(tl_hash_int(i) == tl_hash_double(rt, d));
    tl_decref(rt, i);
    rt_free(rt);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(repr_is_the_shortest),
        cmocka_unit_test(remainders_take_the_divisors_sign),
        cmocka_unit_test(division_and_power_errors),
        cmocka_unit_test(round_is_correct),
        cmocka_unit_test(text_both_ways),
        cmocka_unit_test(hexadecimal_text),
        cmocka_unit_test(ratios_are_exact),
        cmocka_unit_test(equal_numbers_have_equal_hashes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
