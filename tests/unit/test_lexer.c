// test_lexer.c — text becomes tokens with CPython's places.
// SPDX-License-Identifier: MIT

#include "lang/lexer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const char *const kind_names[] = {
#define NAME(name, text) #name,
    TL_TOKENS_CLASS(NAME) TL_TOKENS_OPERATOR(NAME) TL_TOKENS_KEYWORD(NAME)
#undef NAME
};

// The kinds of all tokens of [text], with spaces between.
static const char *kinds(const char *text, TlSyntaxError *err) {
    static char out[1024];
    TlLexer lex;
    TlToken tok;
    out[0] = '\0';
    memset(err, 0, sizeof *err);
    tl_lexer_init(&lex, text, strlen(text), err);
    while (lex.state == TL_LEXER_OK && tl_lexer_next(&lex, &tok)) {
        strcat(out, kind_names[tok.kind]);
        strcat(out, " ");
    }
    return out;
}

static void check_kinds(const char *text, const char *expected) {
    TlSyntaxError err;
    assert_string_equal(kinds(text, &err), expected);
    assert_int_equal(err.cls, TL_ERROR_NONE);
}

static void check_error(const char *text, TlErrorClass cls,
                        const char *message, int line, int col) {
    TlSyntaxError err;
    kinds(text, &err);
    assert_string_equal(err.message, message);
    assert_int_equal(err.cls, cls);
    assert_int_equal(err.pos.line, line);
    assert_int_equal(err.pos.col, col);
}

static void lexer_tells_names_from_keywords(void **state) {
    check_kinds("if ifx match None none\n",
                "KW_IF NAME NAME KW_NONE NAME NEWLINE END ");
    check_kinds("\xC3\xA9t\xC3\xA9 = _1\n", "NAME EQUAL NAME NEWLINE END ");
}

static void lexer_takes_the_longest_operator(void **state) {
    check_kinds("a **= b // c <<= ... -> := != .5\n",
                "NAME DOUBLE_STAR_EQUAL NAME DOUBLE_SLASH NAME "
                "LEFT_SHIFT_EQUAL ELLIPSIS ARROW COLON_EQUAL NOT_EQUAL NUMBER "
                "NEWLINE END ");
    check_kinds("a<>b\n", "NAME UNKNOWN NAME NEWLINE END ");
}

static void lexer_makes_indents_from_columns(void **state) {
    check_kinds("if a:\n    b\n\n  # c\n    d\ne\n",
                "KW_IF NAME COLON NEWLINE INDENT NAME NEWLINE NAME NEWLINE "
                "DEDENT NAME NEWLINE END ");
    check_kinds("a:\n b:\n  c\n",
                "NAME COLON NEWLINE INDENT NAME COLON NEWLINE INDENT NAME "
                "NEWLINE DEDENT DEDENT END ");
}

static void lexer_joins_lines(void **state) {
    check_kinds("(a,\n  b)\nc \\\n  d\n",
                "LPAR NAME COMMA NAME RPAR NEWLINE NAME NAME NEWLINE END ");
}

static void lexer_reads_prefixed_strings(void **state) {
    check_kinds("b'' Rb\"x\" f'''a\n''' u'' ur''\n",
                "STRING STRING STRING STRING NAME STRING NEWLINE END ");
}

static void lexer_places_tokens(void **state) {
    static const char text[] = "  \xC3\xA9 + '''\nx'''\n";
    TlSyntaxError err;
    TlLexer lex;
    TlToken tok;
    tl_lexer_init(&lex, text, sizeof text - 1, &err);
    assert_true(tl_lexer_next(&lex, &tok)); // INDENT
    assert_int_equal(tok.pos.col, -1);
    assert_true(tl_lexer_next(&lex, &tok));
    assert_int_equal(tok.pos.col, 2);
    assert_int_equal(tok.pos.end_col, 4); // bytes
    assert_true(tl_lexer_next(&lex, &tok));
    assert_true(tl_lexer_next(&lex, &tok));
    assert_int_equal(tok.pos.line, 1);
    assert_int_equal(tok.pos.col, 7);
    assert_int_equal(tok.pos.end_line, 2);
    assert_int_equal(tok.pos.end_col, 4);
}

static void lexer_refuses_bad_numbers(void **state) {
    check_error("1__0\n", TL_ERROR_SYNTAX, "invalid decimal literal", 1, 1);
    check_error("0b12\n", TL_ERROR_SYNTAX,
                "invalid digit '2' in binary literal", 1, 3);
    check_error("x = 0777\n", TL_ERROR_SYNTAX,
                "leading zeros in decimal integer literals are not permitted; "
                "use an 0o prefix for octal integers",
                1, 4);
    check_kinds("1if 0_0 00 1_0.5e-1_0j\n",
                "NUMBER KW_IF NUMBER NUMBER NUMBER NEWLINE END ");
}

static void lexer_refuses_open_strings(void **state) {
    check_error("x = 'a\n", TL_ERROR_SYNTAX,
                "unterminated string literal (detected at line 1)", 1, 4);
    check_error("'''\n\n", TL_ERROR_SYNTAX,
                "unterminated triple-quoted string literal (detected at line "
                "2)",
                1, 0);
}

static void lexer_refuses_bad_brackets(void **state) {
    check_error(")\n", TL_ERROR_SYNTAX, "unmatched ')'", 1, 0);
    check_error("(\n]\n", TL_ERROR_SYNTAX,
                "closing parenthesis ']' does not match opening parenthesis "
                "'(' on line 1",
                2, 0);
    check_error("f(\n\n", TL_ERROR_SYNTAX, "'(' was never closed", 1, 1);
}

static void lexer_refuses_bad_indentation(void **state) {
    check_error("a:\n    b\n  c\n", TL_ERROR_INDENTATION,
                "unindent does not match any outer indentation level", 3, 3);
    check_error("a:\n\tb\n        c\n", TL_ERROR_TAB,
                "inconsistent use of tabs and spaces in indentation", 3, 0);
}

static void lexer_refuses_bad_characters(void **state) {
    check_error("x =\xC2\xA0"
                "1\n",
                TL_ERROR_SYNTAX, "invalid non-printable character U+00A0", 1,
                3);
    check_error("\xE2\x82\xAC\n", TL_ERROR_SYNTAX,
                "invalid character '\xE2\x82\xAC' (U+20AC)", 1, 0);
    check_error("a \\ \n", TL_ERROR_SYNTAX,
                "unexpected character after line continuation character", 1,
                3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lexer_tells_names_from_keywords),
        cmocka_unit_test(lexer_takes_the_longest_operator),
        cmocka_unit_test(lexer_makes_indents_from_columns),
        cmocka_unit_test(lexer_joins_lines),
        cmocka_unit_test(lexer_reads_prefixed_strings),
        cmocka_unit_test(lexer_places_tokens),
        cmocka_unit_test(lexer_refuses_bad_numbers),
        cmocka_unit_test(lexer_refuses_open_strings),
        cmocka_unit_test(lexer_refuses_bad_brackets),
        cmocka_unit_test(lexer_refuses_bad_indentation),
        cmocka_unit_test(lexer_refuses_bad_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
