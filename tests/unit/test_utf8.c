// test_utf8.c — UTF-8 as the standard defines it, and WTF-8 next to it.
// SPDX-License-Identifier: MIT

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static bool is_surrogate(uint32_t cp) {
    return cp >= 0xd800 && cp <= 0xdfff;
}

static void utf8_round_trips_every_code_point(void **state) {
    for (uint32_t cp = 0; cp <= TL_UNICODE_MAX; cp++) {
        char bytes[TL_UTF8_MAX];
        int length = tl_utf8_encode(cp, bytes);
        int expected = cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
        uint32_t back = 0xffffffff;
        if (length != expected ||
            tl_utf8_decode_wtf8(bytes, (size_t)length, &back) != length ||
            back != cp) {
            fail_msg("code point U+%04X", (unsigned)cp);
        }
        back = 0xffffffff;
        int strict = tl_utf8_decode(bytes, (size_t)length, &back);
        assert_int_equal(strict, is_surrogate(cp) ? 0 : length);
        assert_int_equal(back, is_surrogate(cp) ? 0xffffffff : cp);
    }
}

static void utf8_encodes_the_standards_examples(void **state) {
    // Unicode 15.0, table 3-4.
    const struct {
        uint32_t cp;
        const char *bytes;
    } examples[] = {
        {0x4d, "\x4d"},
        {0x430, "\xd0\xb0"},
        {0x4e8c, "\xe4\xba\x8c"},
        {0x10302, "\xf0\x90\x8c\x82"},
    };
    for (size_t i = 0; i < 4; i++) {
        char bytes[TL_UTF8_MAX];
        int length = tl_utf8_encode(examples[i].cp, bytes);
        assert_int_equal(length, strlen(examples[i].bytes));
        assert_memory_equal(bytes, examples[i].bytes, (size_t)length);
    }
}

static void utf8_rejects_what_is_malformed(void **state) {
    const char *const malformed[] = {
        "\x80",             // continuation byte first
        "\xbf",             //
        "\xc0\x80",         // overlong NUL
        "\xc1\xbf",         // overlong two bytes
        "\xe0\x80\x80",     // overlong three bytes
        "\xe0\x9f\xbf",     //
        "\xf0\x80\x80\x80", // overlong four bytes
        "\xf0\x8f\xbf\xbf", //
        "\xf4\x90\x80\x80", // above U+10FFFF
        "\xf5\x80\x80\x80", //
        "\xfe",             // never a lead byte
        "\xff",             //
        "\xc3(",            // second byte is no continuation
        "\xe2\x82(",        // third is not
        "\xf0\x9f\x90(",    // fourth is not
    };
    for (size_t i = 0; i < sizeof(malformed) / sizeof(malformed[0]); i++) {
        uint32_t cp = 7;
        size_t n = strlen(malformed[i]);
        assert_int_equal(tl_utf8_decode(malformed[i], n, &cp), 0);
        assert_int_equal(tl_utf8_decode_wtf8(malformed[i], n, &cp), 0);
        assert_int_equal(cp, 7);
        assert_int_equal(tl_utf8_validate(malformed[i], n), 0);
    }
}

static void utf8_rejects_truncated_sequences(void **state) {
    const char *const snake = "\xf0\x9f\x90\x8d";
    uint32_t cp;
    for (size_t n = 0; n < 4; n++) {
        assert_int_equal(tl_utf8_decode(snake, n, &cp), 0);
    }
    assert_int_equal(tl_utf8_decode(snake, 4, &cp), 4);
    assert_int_equal(cp, 0x1f40d);
    assert_int_equal(tl_utf8_decode("ab", 2, &cp), 1);
}

static void utf8_lets_surrogates_pass_as_wtf8_only(void **state) {
    const char *const text = "a\xed\xa0\x80z";
    assert_int_equal(tl_utf8_validate(text, 5), 1);
    assert_int_equal(tl_utf8_validate_wtf8(text, 5), -1);
    uint32_t cp;
    assert_int_equal(tl_utf8_decode(text + 1, 4, &cp), 0);
    assert_int_equal(tl_utf8_decode_wtf8(text + 1, 4, &cp), 3);
    assert_int_equal(cp, 0xd800);
}

static void utf8_validates_to_the_first_bad_byte(void **state) {
    assert_int_equal(tl_utf8_validate("", 0), -1);
    assert_int_equal(tl_utf8_validate("plain\0text", 10), -1);
    assert_int_equal(tl_utf8_validate("h\xc3\xa9llo \xf0\x9f\x90\x8d", 11), -1);
    assert_int_equal(tl_utf8_validate("h\xc3\xa9llo \xf0\x9f\x90\x8d", 10), 7);
    assert_int_equal(tl_utf8_validate("ab\xffz\xff", 5), 2);
}

static void utf8_counts_code_points(void **state) {
    assert_int_equal(tl_utf8_count("", 0), 0);
    assert_int_equal(tl_utf8_count("a\0b", 3), 3);
    assert_int_equal(tl_utf8_count("h\xc3\xa9llo \xf0\x9f\x90\x8d", 11), 7);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_round_trips_every_code_point),
        cmocka_unit_test(utf8_encodes_the_standards_examples),
        cmocka_unit_test(utf8_rejects_what_is_malformed),
        cmocka_unit_test(utf8_rejects_truncated_sequences),
        cmocka_unit_test(utf8_lets_surrogates_pass_as_wtf8_only),
        cmocka_unit_test(utf8_validates_to_the_first_bad_byte),
        cmocka_unit_test(utf8_counts_code_points),
    };
    if (argc > 1) {
        cmocka_set_test_filter(argv[1]);
    }
    return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
