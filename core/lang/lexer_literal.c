// lexer_literal.c — where numbers and strings end, and what is wrong in them.
// SPDX-License-Identifier: MIT
//
// Only the extent is found here; values are made in number_literal.c and
// string_literal.c. [c] is always a byte that has been read already, and the
// functions that go on reading return the first byte they do not want.
#include "lang/lexer_impl.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define FAILED (-2) // no byte: the error is set

bool tl_lexer_fail(TlLexer *lex, const char *fmt, ...) {
    char message[sizeof lex->error->message];
    va_list args;
    va_start(args, fmt);
    vsnprintf(message, sizeof message, fmt, args);
    va_end(args);
    tl_syntax_error_set(lex->error, TL_ERROR_SYNTAX, tl_lexer_here(lex), "%s",
                        message);
    lex->state = TL_LEXER_FAILED;
    return false;
}

static bool is_digit(int c) {
    return c >= '0' && c <= '9';
}

static int fail_at(TlLexer *lex, int c, const char *message) {
    tl_lexer_unread(lex, c);
    (void)tl_lexer_fail(lex, "%s", message);
    return FAILED;
}

// --- Numbers ----------------------------------------------------------------

static bool text_follows(const TlLexer *lex, const char *text) {
    size_t len = strlen(text);
    return (size_t)(lex->line_end - lex->cursor) >= len &&
           memcmp(lex->cursor, text, len) == 0;
}

// A keyword may follow a number without a space: `1if x else 2`. As CPython,
// look only at its first letters; [c] is the first of them.
static bool keyword_follows(const TlLexer *lex, int c) {
    switch (c) {
    case 'a':
        return text_follows(lex, "nd");
    case 'e':
        return text_follows(lex, "lse");
    case 'f':
        return text_follows(lex, "or");
    case 'i':
        return text_follows(lex, "f") || text_follows(lex, "n") ||
               text_follows(lex, "s");
    case 'n':
        return text_follows(lex, "ot");
    case 'o':
        return text_follows(lex, "r");
    default:
        return false;
    }
}

// [c] follows the number: no name may begin with it.
static bool check_number_end(TlLexer *lex, int c, const char *what) {
    if (keyword_follows(lex, c) || !tl_lexer_is_name_char(c)) {
        return true;
    }
    tl_lexer_unread(lex, c);
    return tl_lexer_fail(lex, "invalid %s literal", what);
}

// Digits with single underscores between them; one digit has been read.
static int read_digits(TlLexer *lex) {
    for (;;) {
        int c;
        do {
            c = tl_lexer_read(lex);
        } while (is_digit(c));
        if (c != '_') {
            return c;
        }
        c = tl_lexer_read(lex);
        if (!is_digit(c)) {
            return fail_at(lex, c, "invalid decimal literal");
        }
    }
}

static bool is_digit_of(int c, int base) {
    if (base == 16 && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))) {
        return true;
    }
    return is_digit(c) && c - '0' < base;
}

static bool bad_digit(TlLexer *lex, int c, const char *what) {
    return tl_lexer_fail(lex, "invalid digit '%c' in %s literal", c, what);
}

// After 0x, 0o or 0b.
static bool read_prefixed(TlLexer *lex, int base, const char *what) {
    int c = tl_lexer_read(lex);
    do {
        if (c == '_') {
            c = tl_lexer_read(lex);
        }
        if (!is_digit_of(c, base)) {
            if (is_digit(c)) {
                return bad_digit(lex, c, what);
            }
            tl_lexer_unread(lex, c);
            return tl_lexer_fail(lex, "invalid %s literal", what);
        }
        do {
            c = tl_lexer_read(lex);
        } while (is_digit_of(c, base));
    } while (c == '_');
    if (is_digit(c)) {
        return bad_digit(lex, c, what);
    }
    if (!check_number_end(lex, c, what)) {
        return false;
    }
    tl_lexer_unread(lex, c);
    return true;
}

static bool read_imaginary(TlLexer *lex) {
    int c = tl_lexer_read(lex);
    if (!check_number_end(lex, c, "imaginary")) {
        return false;
    }
    tl_lexer_unread(lex, c);
    return true;
}

static bool finish_decimal(TlLexer *lex, int c) {
    if (c == 'j' || c == 'J') {
        return read_imaginary(lex);
    }
    if (!check_number_end(lex, c, "decimal")) {
        return false;
    }
    tl_lexer_unread(lex, c);
    return true;
}

// [e] is the letter after the mantissa. If no digits follow it is no exponent
// and must begin a keyword, as in `1else`.
static bool read_exponent(TlLexer *lex, int e) {
    int c = tl_lexer_read(lex);
    if (c == '+' || c == '-') {
        c = tl_lexer_read(lex);
        if (!is_digit(c)) {
            return fail_at(lex, c, "invalid decimal literal") != FAILED;
        }
    } else if (!is_digit(c)) {
        tl_lexer_unread(lex, c);
        if (!check_number_end(lex, e, "decimal")) {
            return false;
        }
        tl_lexer_unread(lex, e);
        return true;
    }
    c = read_digits(lex);
    return c != FAILED && finish_decimal(lex, c);
}

static bool finish_float(TlLexer *lex, int c) {
    if (c == 'e' || c == 'E') {
        return read_exponent(lex, c);
    }
    return finish_decimal(lex, c);
}

// After the point.
static bool read_fraction(TlLexer *lex) {
    int c = tl_lexer_read(lex);
    if (is_digit(c)) {
        c = read_digits(lex);
        if (c == FAILED) {
            return false;
        }
    }
    return finish_float(lex, c);
}

static bool fail_leading_zeros(TlLexer *lex, int c, const char *zeros_end) {
    tl_lexer_unread(lex, c);
    (void)tl_lexer_fail(lex, "leading zeros in decimal integer literals are "
                             "not permitted; use an 0o prefix for octal "
                             "integers");
    lex->error->pos.col = (int32_t)(lex->token_start - lex->line_start);
    lex->error->pos.end_col = (int32_t)(zeros_end - lex->line_start) - 1;
    return false;
}

// A number that begins with zeros and has no base prefix: [c] follows the
// first zero.
static bool read_zeros(TlLexer *lex, int c) {
    for (;;) {
        if (c == '_') {
            c = tl_lexer_read(lex);
            if (!is_digit(c)) {
                return fail_at(lex, c, "invalid decimal literal") != FAILED;
            }
        }
        if (c != '0') {
            break;
        }
        c = tl_lexer_read(lex);
    }
    const char *zeros_end = lex->cursor;
    bool is_nonzero = is_digit(c);
    if (is_nonzero) {
        c = read_digits(lex);
        if (c == FAILED) {
            return false;
        }
    }
    if (c == '.') {
        return read_fraction(lex);
    }
    if (c == 'e' || c == 'E' || c == 'j' || c == 'J' || !is_nonzero) {
        return finish_float(lex, c);
    }
    return fail_leading_zeros(lex, c, zeros_end);
}

bool tl_lexer_read_number(TlLexer *lex, int c) {
    if (c == '.') {
        return read_fraction(lex);
    }
    if (c != '0') {
        c = read_digits(lex);
        if (c == FAILED) {
            return false;
        }
        return c == '.' ? read_fraction(lex) : finish_float(lex, c);
    }
    c = tl_lexer_read(lex);
    switch (c) {
    case 'x':
    case 'X':
        return read_prefixed(lex, 16, "hexadecimal");
    case 'o':
    case 'O':
        return read_prefixed(lex, 8, "octal");
    case 'b':
    case 'B':
        return read_prefixed(lex, 2, "binary");
    default:
        return read_zeros(lex, c);
    }
}

// --- Strings ----------------------------------------------------------------

// The error stands at the string's first quote (or prefix), not at its end.
static bool fail_unterminated(TlLexer *lex, bool is_triple) {
    int last_line = (int)lex->line;
    lex->cursor = lex->token_start + 1;
    lex->line_start = lex->string_line_start;
    lex->line = lex->string_line;
    return tl_lexer_fail(lex,
                         "unterminated %sstring literal (detected at line %d)",
                         is_triple ? "triple-quoted " : "", last_line);
}

bool tl_lexer_read_string(TlLexer *lex, int quote) {
    lex->string_line = lex->line;
    lex->string_line_start = lex->line_start;
    int quotes = 1;   // as many begin and end the string
    int end_quotes = 0; // seen so far at the end
    int c = tl_lexer_read(lex);
    if (c == quote) {
        c = tl_lexer_read(lex);
        if (c == quote) {
            quotes = 3;
        } else {
            end_quotes = 1; // '' and nothing more
        }
    }
    if (c != quote) {
        tl_lexer_unread(lex, c);
    }
    while (end_quotes != quotes) {
        c = tl_lexer_read(lex);
        if (c == TL_LEXER_EOF || (quotes == 1 && c == '\n')) {
            return fail_unterminated(lex, quotes == 3);
        }
        end_quotes = c == quote ? end_quotes + 1 : 0;
        if (c == '\\') {
            (void)tl_lexer_read(lex);
        }
    }
    return true;
}
