// test_int.c — ints of any size. Expected values are CPython's.
// SPDX-License-Identifier: MIT
#include "object_fixture.h"

#include <math.h>
#include <string.h>

static TlValue num(TlRuntime *rt, const char *text)
{
    TlValue v = tl_int_parse(rt, text, strlen(text), 0);
    assert_true(tl_has_value(v));
    return v;
}

// a op b for decimal texts.
static TlValue op(TlRuntime *rt, const char *a, TlBinaryOp which,
                  const char *b)
{
    TlValue x = num(rt, a), y = num(rt, b);
    TlValue r = tl_binary(rt, x, y, which);
    tl_decref(rt, x);
    tl_decref(rt, y);
    return r;
}

static void results_are_normalised_to_immediates(void **state)
{
    TlRuntime *rt = rt_new();
    TlValue edge = num(rt, "140737488355327");
    assert_true(tl_is_small_int(edge));
    TlValue over = tl_binary(rt, edge, tl_small_int(1), TL_BIN_ADD);
    assert_false(tl_is_small_int(over));
    TlValue back = tl_binary(rt, over, tl_small_int(1), TL_BIN_SUB);
    assert_true(tl_is_small_int(back));
    assert_true(back == edge);
    tl_decref(rt, over);
    is_repr(rt, op(rt, "-140737488355328", TL_BIN_SUB, "1"),
            "-140737488355329");
    rt_free(rt);
}

static void arithmetic_is_exact(void **state)
{
    static const struct {
        const char *a, *b;
        TlBinaryOp which;
        const char *want;
    } cases[] = {
        {"99999999999999999999", "1", TL_BIN_ADD, "100000000000000000000"},
        {"100000000000000000000", "-1", TL_BIN_ADD, "99999999999999999999"},
        {"123456789012345678901234567890", "-987654321098765432109876543210",
         TL_BIN_MUL,
         "-121932631137021795226185032733622923332237463801111263526900"},
        {"-7", "2", TL_BIN_FLOORDIV, "-4"},
        {"-7", "2", TL_BIN_MOD, "1"},
        {"7", "-2", TL_BIN_DIVMOD, "(-4, -1)"},
        {"-100000000000000000000001", "1000000000000", TL_BIN_DIVMOD,
         "(-100000000001, 999999999999)"},
        {"-9223372036854775808", "-1", TL_BIN_FLOORDIV, "9223372036854775808"},
        {"-1", "12345678901234567890", TL_BIN_AND, "12345678901234567890"},
        {"-12345678901234567890", "255", TL_BIN_OR, "-12345678901234567681"},
        {"-12345678901234567890", "98765432109876543210", TL_BIN_XOR,
         "-109667687463059551292"},
        {"1", "100", TL_BIN_LSHIFT, "1267650600228229401496703205376"},
        {"-1267650600228229401496703205377", "100", TL_BIN_RSHIFT, "-2"},
        {"-5", "1000000000000000000000", TL_BIN_RSHIFT, "-1"},
        {"-3", "41", TL_BIN_POW, "-36472996377170786403"},
        {"10", "0", TL_BIN_POW, "1"},
        {"2", "-2", TL_BIN_POW, "0.25"},
        {"10000000000000000000001", "10000000000000000000000",
         TL_BIN_TRUEDIV, "1.0"},
        {"9007199254740993", "2", TL_BIN_TRUEDIV, "4503599627370496.0"},
        {"36893488147419103231", "2", TL_BIN_TRUEDIV, "1.8446744073709552e+19"},
    };
    TlRuntime *rt = rt_new();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        is_repr(rt, op(rt, cases[i].a, cases[i].which, cases[i].b),
                cases[i].want);
    }
    rt_free(rt);
}

static void long_products_agree_with_long_division(void **state)
{
    TlRuntime *rt = rt_new();
    // Long enough for Karatsuba, and of unequal length.
    TlValue a = op(rt, "7", TL_BIN_POW, "9000");
    TlValue b = op(rt, "3", TL_BIN_POW, "2000");
    TlValue product = tl_binary(rt, a, b, TL_BIN_MUL);
    TlValue sum = tl_binary(rt, product, tl_small_int(12345), TL_BIN_ADD);
    TlValue quot = tl_binary(rt, sum, a, TL_BIN_FLOORDIV);
    TlValue rem = tl_binary(rt, sum, a, TL_BIN_MOD);
    assert_int_equal(tl_int_compare(quot, b), 0);
    assert_true(rem == tl_small_int(12345));
    TlRef values[] = {a, b, product, sum, quot, rem};
    for (size_t i = 0; i < 6; i++) {
        tl_decref(rt, values[i]);
    }
    rt_free(rt);
}

static void modular_powers(void **state)
{
    TlRuntime *rt = rt_new();
    TlValue big = num(rt, "1000000000000000000000007");
    TlRef three = tl_small_int(3), five = tl_small_int(5);
    is_repr(rt, tl_power(rt, three, big, tl_small_int(1000007)), "943802");
    is_repr(rt, tl_power(rt, three, tl_small_int(-1), big),
            "333333333333333333333336");
    is_repr(rt, tl_power(rt, three, five, tl_small_int(-7)), "-2");
    is_repr(rt, tl_power(rt, five, tl_small_int(0), tl_small_int(1)), "0");
    raised(rt, tl_power(rt, tl_small_int(2), tl_small_int(-1),
                        tl_small_int(4)),
           "ValueError: base is not invertible for the given modulus");
    raised(rt, tl_power(rt, three, five, tl_small_int(0)),
           "ValueError: pow() 3rd argument cannot be 0");
    tl_decref(rt, big);
    rt_free(rt);
}

static void errors_have_cpythons_words(void **state)
{
    TlRuntime *rt = rt_new();
    raised(rt, op(rt, "1", TL_BIN_FLOORDIV, "0"),
           "ZeroDivisionError: integer division or modulo by zero");
    raised(rt, op(rt, "1", TL_BIN_MOD, "0"),
           "ZeroDivisionError: integer modulo by zero");
    raised(rt, op(rt, "1", TL_BIN_TRUEDIV, "0"),
           "ZeroDivisionError: division by zero");
    raised(rt, op(rt, "0", TL_BIN_POW, "-1"),
           "ZeroDivisionError: 0.0 cannot be raised to a negative power");
    raised(rt, op(rt, "1", TL_BIN_LSHIFT, "-1"),
           "ValueError: negative shift count");
    raised(rt, op(rt, "1", TL_BIN_LSHIFT, "1180591620717411303424"),
           "OverflowError: too many digits in integer");
    raised(rt, tl_int_parse(rt, "12a", 3, 10),
           "ValueError: invalid literal for int() with base 10: '12a'");
    raised(rt, tl_int_from_double(rt, INFINITY),
           "OverflowError: cannot convert float infinity to integer");
    TlValue huge = op(rt, "10", TL_BIN_POW, "400");
    double d;
    raised_status(rt, tl_int_to_double(rt, huge, &d),
                  "OverflowError: int too large to convert to float");
    raised(rt, tl_binary(rt, huge, tl_small_int(3), TL_BIN_TRUEDIV),
           "OverflowError: integer division result too large for a float");
    tl_decref(rt, huge);
    rt_free(rt);
}

static void decimal_text_is_limited(void **state)
{
    TlRuntime *rt = rt_new();
    char digits[5001];
    memset(digits, '1', 5000);
    digits[5000] = '\0';
    raised(rt, tl_int_parse(rt, digits, 5000, 10),
           "ValueError: Exceeds the limit (4300 digits) for integer string "
           "conversion: value has 5000 digits; use "
           "sys.set_int_max_str_digits() to increase the limit");
    TlValue fits = tl_int_parse(rt, digits, 4300, 10);
    digits[4300] = '\0';
    is_text(rt, tl_repr(rt, fits), digits);
    tl_decref(rt, fits);
    TlValue over = op(rt, "10", TL_BIN_POW, "4300");
    raised(rt, tl_repr(rt, over),
           "ValueError: Exceeds the limit (4300 digits) for integer string "
           "conversion; use sys.set_int_max_str_digits() to increase the "
           "limit");
    tl_decref(rt, over);
    rt_free(rt);
}

static void text_in_any_base(void **state)
{
    static const struct {
        const char *text;
        int base;
        const char *want;
    } cases[] = {
        {" -0x_ff\n", 0, "-255"},   {"0b101", 2, "5"},
        {"zz", 36, "1295"},         {"1_000", 10, "1000"},
        {"00", 0, "0"},             {"+7", 8, "7"},
        {"deadbeefdeadbeefdeadbeef", 16, "68915718021581205938132336367"},
    };
    TlRuntime *rt = rt_new();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        is_repr(rt, tl_int_parse(rt, cases[i].text, strlen(cases[i].text),
                                 cases[i].base),
                cases[i].want);
    }
    raised(rt, tl_int_parse(rt, "010", 3, 0),
           "ValueError: invalid literal for int() with base 0: '010'");
    raised(rt, tl_int_parse(rt, "1__0", 4, 10),
           "ValueError: invalid literal for int() with base 10: '1__0'");
    rt_free(rt);
}

static void comparison_with_floats_is_exact(void **state)
{
    TlRuntime *rt = rt_new();
    TlValue odd = num(rt, "9007199254740993");  // 2**53 + 1
    TlRef d = tl_from_double(9007199254740992.0);
    assert_true(tl_compare(rt, odd, d, TL_GT) == TL_TRUE);
    assert_true(tl_compare(rt, odd, d, TL_EQ) == TL_FALSE);
    assert_true(tl_compare(rt, d, odd, TL_LT) == TL_TRUE);
    TlValue huge = op(rt, "10", TL_BIN_POW, "400");
    assert_true(tl_compare(rt, huge, tl_from_double(INFINITY), TL_LT) ==
                TL_TRUE);
    assert_true(tl_compare(rt, huge, tl_from_double(NAN), TL_LT) == TL_FALSE);
    tl_decref(rt, huge);
    tl_decref(rt, odd);
    rt_free(rt);
}

static void hashes_are_cpythons(void **state)
{
    TlRuntime *rt = rt_new();
    TlValue v = num(rt, "123456789012345678901234567890");
    assert_true(tl_hash_int(v) == INT64_C(248789772095949448));
    tl_decref(rt, v);
    assert_true(tl_hash_int(tl_small_int(-1)) == -2);
    assert_true(tl_hash_double(rt, 1.5) == INT64_C(1152921504606846977));
    assert_true(tl_hash_double(rt, -INFINITY) == -314159);
    rt_free(rt);
}

static void methods(void **state)
{
    TlRuntime *rt = rt_new();
    TlValue v = num(rt, "-1267650600228229401496703205376");
    is_repr(rt, call_m(rt, v, "bit_length", TL_NO_VALUE), "101");
    is_repr(rt, call_m(rt, v, "bit_count", TL_NO_VALUE), "1");
    is_repr(rt, call_m(rt, v, "as_integer_ratio", TL_NO_VALUE),
            "(-1267650600228229401496703205376, 1)");
    is_repr(rt, call_m(rt, v, "__round__", tl_small_int(-29)),
            "-1300000000000000000000000000000");
    is_repr(rt, get(rt, v, "imag"), "0");
    tl_decref(rt, v);
    is_repr(rt, call_m(rt, tl_small_int(25), "__round__", tl_small_int(-1)),
            "20");
    is_repr(rt, call_m(rt, tl_small_int(258), "to_bytes", tl_small_int(3)),
            "b'\\x00\\x01\\x02'");
    raised(rt, call_m(rt, tl_small_int(258), "to_bytes", tl_small_int(1)),
           "OverflowError: int too big to convert");
    rt_free(rt);
}

static void limits_stop_a_long_operation(void **state)
{
    TlRuntime *rt = rt_new();
    rt->max_steps = 100000;
    tl_tick_grant(rt, INT64_MAX);
    raised(rt, tl_int_binary(rt, tl_small_int(9), tl_small_int(387420489),
                             TL_BIN_POW),
           "KeyboardInterrupt: step limit reached");
    rt_free(rt);
}

static void subclass_instances_are_ints(void **state)
{
    TlRuntime *rt = rt_new();
    TlRef args[3] = {mk(rt, "Count"), TL_NO_VALUE, TL_NO_VALUE};
    TlRef base = tl_from_obj(rt->types.int_);
    args[1] = tl_from_obj(tl_tuple_from(rt, &base, 1));
    args[2] = tl_from_obj(tl_dict_new(rt));
    TlValue cls = tl_call(rt, tl_from_obj(rt->types.type), args, 3, NULL);
    for (int i = 0; i < 3; i++) {
        tl_decref(rt, args[i]);
    }
    TlValue big = num(rt, "123456789012345678901234567890");
    TlValue v = tl_call1(rt, cls, big);
    assert_true(tl_is_int(v));
    assert_int_equal(set(rt, v, "note", tl_small_int(3)), TL_OK);
    is_repr(rt, get(rt, v, "note"), "3");
    assert_int_equal(tl_equal(rt, v, big), 1);
    TlValue zero = tl_binary(rt, v, big, TL_BIN_SUB);
    assert_true(zero == tl_small_int(0));
    is_repr(rt, v, "123456789012345678901234567890");
    tl_decref(rt, big);
    tl_decref(rt, cls);
    tl_gc_collect(rt);
    rt_free(rt);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(results_are_normalised_to_immediates),
        cmocka_unit_test(arithmetic_is_exact),
        cmocka_unit_test(long_products_agree_with_long_division),
        cmocka_unit_test(modular_powers),
        cmocka_unit_test(errors_have_cpythons_words),
        cmocka_unit_test(decimal_text_is_limited),
        cmocka_unit_test(text_in_any_base),
        cmocka_unit_test(comparison_with_floats_is_exact),
        cmocka_unit_test(hashes_are_cpythons),
        cmocka_unit_test(methods),
        cmocka_unit_test(limits_stop_a_long_operation),
        cmocka_unit_test(subclass_instances_are_ints),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
