// test_numfmt.c — numbers look exactly as Python prints them.
// SPDX-License-Identifier: MIT
//
// Every expected text comes from CPython 3.11: repr(x), format(x, spec),
// float(text).

#include "base/numfmt.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void *host_realloc(void *user, void *ptr, size_t old_size,
                          size_t new_size) {
    if (new_size == 0) {
        free(ptr);
        return NULL;
    }
    return realloc(ptr, new_size);
}

static void begin(TlAlloc *alloc, TlBuf *buf) {
    tl_alloc_init(alloc, host_realloc, NULL);
    tl_buf_init(buf, alloc);
}

static void end(TlAlloc *alloc, TlBuf *buf) {
    tl_buf_deinit(buf);
    assert_int_equal(alloc->live_bytes, 0);
    tl_alloc_deinit(alloc);
}

static void repr_is_the_shortest_that_reads_back(void **state) {
    const struct {
        double x;
        const char *text;
    } cases[] = {
        {0.0, "0.0"},
        {-0.0, "-0.0"},
        {1.0, "1.0"},
        {-1.5, "-1.5"},
        {0.1, "0.1"},
        {0.30000000000000004, "0.30000000000000004"},
        {0.3333333333333333, "0.3333333333333333"},
        {100.0, "100.0"},
        {123456789.0, "123456789.0"},
        {9999999999999998.0, "9999999999999998.0"},
        {1e16, "1e+16"},
        {1e22, "1e+22"},
        {1e23, "1e+23"},
        {0.0001, "0.0001"},
        {0.00001, "1e-05"},
        {1.5e-7, "1.5e-07"},
        {5e-324, "5e-324"},
        {5.684341886080802e-14, "5.684341886080802e-14"},
        {2.2250738585072014e-308, "2.2250738585072014e-308"},
        {1.7976931348623157e308, "1.7976931348623157e+308"},
        {4.35, "4.35"},
        {2.675, "2.675"},
        {1767225600.0, "1767225600.0"},
        {INFINITY, "inf"},
        {-INFINITY, "-inf"},
        {NAN, "nan"},
    };
    TlAlloc alloc;
    TlBuf buf;
    begin(&alloc, &buf);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        tl_buf_clear(&buf);
        assert_true(tl_format_repr(&buf, cases[i].x));
        assert_string_equal(tl_buf_cstr(&buf), cases[i].text);
    }
    end(&alloc, &buf);
}

static void repr_reads_back_for_every_exponent(void **state) {
    TlAlloc alloc;
    TlBuf buf;
    begin(&alloc, &buf);
    for (int e = -1074; e <= 1023; e++) {
        double power = ldexp(1.0, e);
        const double near[] = {nextafter(power, 0), power,
                               nextafter(power, INFINITY)};
        for (int i = 0; i < 3; i++) {
            tl_buf_clear(&buf);
            assert_true(tl_format_repr(&buf, near[i]));
            double back;
            assert_true(tl_parse_double(buf.data, buf.len, &back));
            assert_memory_equal(&back, &near[i], sizeof(back));
        }
    }
    end(&alloc, &buf);
}

static void formats_follow_pythons_rules(void **state) {
    const struct {
        double x;
        char type;
        int precision;
        unsigned flags;
        const char *text;
    } cases[] = {
        {3.14159, 'f', 2, 0, "3.14"},
        {2.5, 'f', 0, 0, "2"},
        {3.5, 'f', 0, 0, "4"},
        {2.675, 'f', 2, 0, "2.67"},
        {0.5, 'f', 0, TL_FMT_ALT, "0."},
        {-0.4, 'f', 0, 0, "-0"},
        {-0.4, 'f', 0, TL_FMT_NO_NEG_0, "0"},
        {-0.4, 'f', 0, TL_FMT_SIGN | TL_FMT_NO_NEG_0, "+0"},
        {1e22, 'f', 1, 0, "10000000000000000000000.0"},
        {1.0, 'f', 1, TL_FMT_SIGN, "+1.0"},
        {12345.678, 'e', 3, 0, "1.235e+04"},
        {0.0, 'e', 2, 0, "0.00e+00"},
        {1e-300, 'E', 1, 0, "1.0E-300"},
        {7.0, 'e', 0, TL_FMT_ALT, "7.e+00"},
        {0.0001, 'g', 6, 0, "0.0001"},
        {0.00001, 'g', 6, 0, "1e-05"},
        {999999.5, 'g', 6, 0, "1e+06"},
        {100000.0, 'g', 6, 0, "100000"},
        {1e6, 'g', 6, 0, "1e+06"},
        {1.5, 'g', 0, 0, "2"},
        {1.0, 'g', 4, TL_FMT_ALT, "1.000"},
        {0.0, 'g', 3, TL_FMT_ALT, "0.00"},
        {1e10, 'G', 3, TL_FMT_ALT, "1.00E+10"},
        {1234567.0, 'n', 3, 0, "1.23e+06"},
        {0.256, '%', 1, 0, "25.6%"},
        {-0.0, '%', 0, 0, "-0%"},
        {INFINITY, '%', 1, 0, "inf%"},
        {INFINITY, 'F', 2, 0, "INF"},
        {NAN, 'E', 2, 0, "NAN"},
        {-INFINITY, 'g', 1, TL_FMT_SIGN, "-inf"},
        {NAN, 'f', 1, TL_FMT_SIGN, "+nan"},
        {123456.0, 'g', 3, TL_FMT_ADD_DOT_0, "1.23e+05"},
        {100.0, 'g', 3, TL_FMT_ADD_DOT_0, "1e+02"},
        {12.0, 'g', 3, TL_FMT_ADD_DOT_0, "12.0"},
        {0.0, 'g', 2, TL_FMT_ADD_DOT_0, "0.0"},
        {1e16, 'r', 0, TL_FMT_ADD_DOT_0, "1e+16"},
        {1e16, 'r', 0, TL_FMT_ALT | TL_FMT_ADD_DOT_0, "1.e+16"},
        {-2.0, 'r', 0, TL_FMT_SIGN | TL_FMT_ADD_DOT_0, "-2.0"},
    };
    TlAlloc alloc;
    TlBuf buf;
    begin(&alloc, &buf);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        tl_buf_clear(&buf);
        assert_true(tl_buf_append_char(&buf, '<')); // what is there stays
        assert_true(tl_format_double(&buf, cases[i].x, cases[i].type,
                                     cases[i].precision, cases[i].flags));
        assert_string_equal(tl_buf_cstr(&buf) + 1, cases[i].text);
        assert_int_equal(buf.data[0], '<');
    }
    end(&alloc, &buf);
}

static void precision_may_be_in_the_thousands(void **state) {
    TlAlloc alloc;
    TlBuf buf;
    begin(&alloc, &buf);
    // The smallest double has 751 significant digits, the last at 1074.
    assert_true(tl_format_double(&buf, 5e-324, 'f', 5000, 0));
    assert_int_equal(buf.len, 5002);
    assert_memory_equal(buf.data + 2 + 323, "494065645841246544", 18);
    assert_memory_equal(buf.data + 2 + 1074 - 6, "265625", 6);
    assert_int_equal(buf.data[2 + 1074], '0');
    tl_buf_clear(&buf);
    assert_true(tl_format_double(&buf, 0.5, 'g', 3000, TL_FMT_ALT));
    assert_int_equal(buf.len, 3002);
    assert_memory_equal(buf.data, "0.5000", 6);
    end(&alloc, &buf);
}

static void double_digits_are_stripped_and_placed(void **state) {
    char digits[TL_DOUBLE_DIGITS_MAX + 1];
    int decpt;
    assert_int_equal(tl_double_digits(-1250.0, 0, digits, &decpt), 3);
    assert_string_equal(digits, "125");
    assert_int_equal(decpt, 4);
    assert_int_equal(tl_double_digits(0.0, 0, digits, &decpt), 1);
    assert_string_equal(digits, "0");
    assert_int_equal(decpt, 1);
    assert_int_equal(tl_double_digits(0.001, 3, digits, &decpt), 1);
    assert_string_equal(digits, "1");
    assert_int_equal(decpt, -2);
    tl_double_digits(nextafter(0x1p-1022, 0), 100000, digits, &decpt);
    assert_int_equal(strlen(digits), 767); // the longest there is
}

static void formatting_reports_refused_memory(void **state) {
    TlAlloc alloc;
    TlBuf buf;
    begin(&alloc, &buf);
    const char types[] = "refg%";
    for (int i = 0; types[i] != '\0'; i++) {
        tl_buf_deinit(&buf);
        tl_alloc_set_failure(&alloc, 0, true);
        assert_false(tl_format_double(&buf, -1.5, types[i], 3, 0));
        tl_buf_deinit(&buf);
        assert_false(tl_format_double(&buf, INFINITY, types[i], 3, 0));
        assert_false(tl_format_int64(&buf, 1));
    }
    end(&alloc, &buf);
}

static void integers_print_to_both_ends(void **state) {
    char text[TL_INT64_TEXT_MAX];
    assert_int_equal(tl_int64_text(0, text), 1);
    assert_string_equal(text, "0");
    assert_int_equal(tl_int64_text(-1907, text), 5);
    assert_string_equal(text, "-1907");
    tl_int64_text(INT64_MAX, text);
    assert_string_equal(text, "9223372036854775807");
    assert_int_equal(tl_int64_text(INT64_MIN, text), 20);
    assert_string_equal(text, "-9223372036854775808");
    TlAlloc alloc;
    TlBuf buf;
    begin(&alloc, &buf);
    assert_true(tl_format_int64(&buf, 42));
    assert_string_equal(tl_buf_cstr(&buf), "42");
    end(&alloc, &buf);
}

static bool parses(const char *text, double *x) {
    return tl_parse_double(text, strlen(text), x);
}

static void floats_read_as_python_reads_them(void **state) {
    const struct {
        const char *text;
        double x;
    } cases[] = {
        {"0", 0.0},
        {"-0", -0.0},
        {"1", 1.0},
        {"+1.5", 1.5},
        {".5", 0.5},
        {"5.", 5.0},
        {"1e3", 1000.0},
        {"1E+03", 1000.0},
        {"1.25e-2", 0.0125},
        {"1_000.0_1", 1000.01},
        {"1_0e1_0", 100000000000.0},
        {"00012", 12.0},
        {"0e999999999999999999999", 0.0},
        {"1e400", INFINITY},
        {"-1e400", -INFINITY},
        {"1e-400", 0.0},
        {"9007199254740993", 9007199254740992.0},
        {"0.1", 0.1},
        {"179769313486231580793e289", INFINITY},
        {"1e23", 1e+23},
        {"inf", INFINITY},
        {"-Infinity", -INFINITY},
        {"+INF", INFINITY},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        double x = 7;
        assert_true(parses(cases[i].text, &x));
        assert_memory_equal(&x, &cases[i].x, sizeof(x));
    }
    double x = 7;
    assert_true(parses("nan", &x));
    assert_true(isnan(x) && !signbit(x));
    assert_true(parses("-NaN", &x));
    assert_true(isnan(x) && signbit(x));
}

static void what_python_refuses_is_refused(void **state) {
    const char *const texts[] = {
        "",     "+",       "-",     ".",     "e5",    ".e5",  "1e",   "1e+",
        "1__0", "_1",      "1_",    "1_.5",  "1._5",  "1_e5", "1e_5", "1e5_",
        "n_an", "infinit", "in",    "0x10",  "0x1p3", "1 ",   " 1",   "1 0",
        "--1",  "+-1",     "1.2.3", "1e5.0", "1f",    "1,5",
    };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        double x = 7;
        assert_false(parses(texts[i], &x));
        assert_true(x == 7);
    }
    double x = 7;
    assert_false(tl_parse_double("1\0", 2, &x));
}

// Text of [digits], then [zeros] zeros, then [tail].
static bool parses_padded(const char *digits, size_t zeros, const char *tail,
                          double *x) {
    TlAlloc alloc;
    TlBuf buf;
    begin(&alloc, &buf);
    tl_buf_append_str(&buf, digits);
    tl_buf_append_fill(&buf, '0', zeros);
    tl_buf_append_str(&buf, tail);
    assert_false(buf.failed);
    bool ok = tl_parse_double(buf.data, buf.len, x);
    end(&alloc, &buf);
    return ok;
}

static void long_texts_read_exactly(void **state) {
    // 2**53 + 1 is half-way between two doubles: even wins, unless anything
    // follows, however late.
    double x;
    assert_true(parses_padded("9007199254740993.", 5000, "", &x));
    assert_true(x == 9007199254740992.0);
    assert_true(parses_padded("9007199254740993.", 5000, "1", &x));
    assert_true(x == 9007199254740994.0);
    assert_true(parses_padded("1", 5000, "e-5000", &x));
    assert_true(x == 1.0);
    assert_true(parses_padded("0.", 5000, "25e5001", &x));
    assert_true(x == 2.5);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(repr_is_the_shortest_that_reads_back),
        cmocka_unit_test(repr_reads_back_for_every_exponent),
        cmocka_unit_test(formats_follow_pythons_rules),
        cmocka_unit_test(precision_may_be_in_the_thousands),
        cmocka_unit_test(double_digits_are_stripped_and_placed),
        cmocka_unit_test(formatting_reports_refused_memory),
        cmocka_unit_test(integers_print_to_both_ends),
        cmocka_unit_test(floats_read_as_python_reads_them),
        cmocka_unit_test(what_python_refuses_is_refused),
        cmocka_unit_test(long_texts_read_exactly),
    };
    if (argc > 1) {
        cmocka_set_test_filter(argv[1]);
    }
    return cmocka_run_group_tests_name("numfmt", tests, NULL, NULL);
}
