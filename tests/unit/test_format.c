// test_format.c — format specs, str.format, %. Expected values are CPython's.
// SPDX-License-Identifier: MIT
#include "object_fixture.h"

#include <string.h>

static TlValue fmt(TlRuntime *rt, TlRef v, const char *spec)
{
    TlValue s = mk(rt, spec);
    TlValue text = tl_format(rt, v, s);
    tl_decref(rt, s);
    return text;
}

static void ints(void **state)
{
    static const struct {
        int64_t value;
        const char *spec, *want;
    } cases[] = {
        {1234567, ",", "1,234,567"},       {1234567, "_x", "12_d687"},
        {-42, "08d", "-0000042"},          {42, "#010b", "0b00101010"},
        {42, "+^9", "+++42++++"},          {255, "#X", "0XFF"},
        {1, "010,", "00,000,001"},         {1, "012,", "0,000,000,001"},
        {65, "5c", "    A"},               {3, ".2f", "3.00"},
        {1, "%", "100.000000%"},           {7, "*<5", "7****"},
        {-7, "*=5", "-***7"},              {5, "\xE2\x82\xAC>3",
                                            "\xE2\x82\xAC\xE2\x82\xAC" "5"},
    };
    TlRuntime *rt = rt_new();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        is_text(rt, fmt(rt, tl_small_int(cases[i].value), cases[i].spec),
                cases[i].want);
    }
    raised(rt, fmt(rt, tl_small_int(1), "s"),
           "ValueError: Unknown format code 's' for object of type 'int'");
    raised(rt, fmt(rt, tl_small_int(1), ".2d"),
           "ValueError: Precision not allowed in integer format specifier");
    raised(rt, fmt(rt, tl_small_int(1), ",x"),
           "ValueError: Cannot specify ',' with 'x'.");
    raised(rt, fmt(rt, tl_small_int(1), ",_"),
           "ValueError: Cannot specify both ',' and '_'.");
    raised(rt, fmt(rt, tl_small_int(1), "xx"),
           "ValueError: Invalid format specifier 'xx' for object of type "
           "'int'");
    rt_free(rt);
}

static void floats(void **state)
{
    static const struct {
        double value;
        const char *spec, *want;
    } cases[] = {
        {3.14159, ".2f", "3.14"},     {1234567.891, ",.1f", "1,234,567.9"},
        {1e10, "", "10000000000.0"},  {1e10, "g", "1e+10"},
        {0.5, ".0%", "50%"},          {-0.04, "z.1f", "0.0"},
        {1.0, "#.0f", "1."},          {1.5, "010", "00000001.5"},
        {123.456, ".3", "1.23e+02"},  {100.0, ".3", "1e+02"},
        {1.5, "E", "1.500000E+00"},   {2.5, "+.0f", "+2"},
    };
    TlRuntime *rt = rt_new();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        is_text(rt, fmt(rt, tl_from_double(cases[i].value), cases[i].spec),
                cases[i].want);
    }
    raised(rt, fmt(rt, tl_from_double(1), "d"),
           "ValueError: Unknown format code 'd' for object of type 'float'");
    raised(rt, fmt(rt, tl_from_double(1), ".2147483648f"),
           "ValueError: precision too big");
    rt_free(rt);
}

static void texts(void **state)
{
    TlRuntime *rt = rt_new();
    TlValue s = mk(rt, "h\xC3\xA9llo");
    is_text(rt, fmt(rt, s, ".3"), "h\xC3\xA9l");
    is_text(rt, fmt(rt, s, "^9"), "  h\xC3\xA9llo  ");
    is_text(rt, fmt(rt, s, "08"), "h\xC3\xA9llo000");
    raised(rt, fmt(rt, s, "=8"),
           "ValueError: '=' alignment not allowed in string format "
           "specifier");
    raised(rt, fmt(rt, s, "+"),
           "ValueError: Sign not allowed in string format specifier");
    tl_decref(rt, s);
    rt_free(rt);
}

static TlValue format_method(TlRuntime *rt, const char *template)
{
    TlValue s = mk(rt, template);
    TlValue method = get(rt, s, "format");
    TlValue args[3] = {tl_from_double(3.14159), mk(rt, "abc"),
                       tl_small_int(7)};
    TlValue key = mk(rt, "key");
    TlTuple *names = tl_tuple_from(rt, &key, 1);
    TlValue text = tl_call(rt, method, args, 2, names);
    tl_release(rt, names);
    tl_decref(rt, key);
    tl_decref(rt, args[1]);
    tl_decref(rt, method);
    tl_decref(rt, s);
    return text;
}

static void the_format_method(void **state)
{
    static const char *const cases[][2] = {
        {"{} {}", "3.14159 abc"},
        {"{1!r:>7}|{0:.2f}", "  'abc'|3.14"},
        {"{{{key}}}", "{7}"},
        {"{1[0]}{key.real}", "a7"},
        {"{0:{key}.3}", "   3.14"},
    };
    static const char *const wrong[][2] = {
        {"{", "ValueError: Single '{' encountered in format string"},
        {"a}", "ValueError: Single '}' encountered in format string"},
        {"{0}{}", "ValueError: cannot switch from manual field "
                  "specification to automatic field numbering"},
        {"{5}", "IndexError: Replacement index 5 out of range for positional "
                "args tuple"},
        {"{no}", "KeyError: 'no'"},
        {"{!x}", "ValueError: Unknown conversion specifier x"},
        {"{0:{1:{2}}}", "ValueError: Max string recursion exceeded"},
        {"{1[x]}", "TypeError: string indices must be integers, not 'str'"},
    };
    TlRuntime *rt = rt_new();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        is_text(rt, format_method(rt, cases[i][0]), cases[i][1]);
    }
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        raised(rt, format_method(rt, wrong[i][0]), wrong[i][1]);
    }
    rt_free(rt);
}

static TlValue percent(TlRuntime *rt, const char *format, TlRef arg)
{
    TlValue s = mk(rt, format);
    TlValue text = tl_binary(rt, s, arg, TL_BIN_MOD);
    tl_decref(rt, s);
    return text;
}

static void the_percent_operator(void **state)
{
    TlRuntime *rt = rt_new();
    TlRef n = tl_small_int(-42), d = tl_from_double(2.5);
    is_text(rt, percent(rt, "%08.5d|", n), "-0000042|");
    is_text(rt, percent(rt, "%-8d|", n), "-42     |");
    is_text(rt, percent(rt, "%#x", tl_small_int(255)), "0xff");
    is_text(rt, percent(rt, "%+.1e", d), "+2.5e+00");
    is_text(rt, percent(rt, "%d%%", d), "2%");
    is_text(rt, percent(rt, "%c%%", tl_small_int(0x20AC)), "\xE2\x82\xAC%");
    raised(rt, percent(rt, "%d %d", n),
           "TypeError: not enough arguments for format string");
    raised(rt, percent(rt, "x", n),
           "TypeError: not all arguments converted during string formatting");
    raised(rt, percent(rt, "%x", d),
           "TypeError: %x format: an integer is required, not float");
    raised(rt, percent(rt, "%d", TL_NONE),
           "TypeError: %d format: a real number is required, not NoneType");
    raised(rt, percent(rt, "%y", n),
           "ValueError: unsupported format character 'y' (0x79) at index 1");
    raised(rt, percent(rt, "%(a)s", n),
           "TypeError: format requires a mapping");
    TlDict *dict = tl_dict_new(rt);
    assert_int_equal(tl_dict_set_cstr(rt, dict, "a", n), TL_OK);
    is_text(rt, percent(rt, "<%(a)5d>", tl_from_obj(dict)), "<  -42>");
    tl_release(rt, dict);
    rt_free(rt);
}

static void c_templates_take_values(void **state)
{
    TlRuntime *rt = rt_new();
    TlValue s = mk(rt, "it's");
    is_text(rt, tl_str_fmt(rt, "%s %d %5.3s|%R %S %T %U %c %lld%%", "x", -3,
                           "abcdef", s, s, s, tl_as_str(s), 0x20AC,
                           (long long)1 << 40),
            "x -3 abc|\"it's\" it's str it's \xE2\x82\xAC 1099511627776%");
    is_text(rt, tl_str_fmt(rt, "%.3R", s), "\"it");
    tl_decref(rt, s);
    rt_free(rt);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ints),
        cmocka_unit_test(floats),
        cmocka_unit_test(texts),
        cmocka_unit_test(the_format_method),
        cmocka_unit_test(the_percent_operator),
        cmocka_unit_test(c_templates_take_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
