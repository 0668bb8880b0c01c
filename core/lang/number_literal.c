// number_literal.c — the values of number tokens.
// SPDX-License-Identifier: MIT
//
// The lexer has checked the form. Integers stay text, because they may be of
// any size; the compiler makes objects of them.
#include "base/numfmt.h"
#include "lang/parser_impl.h"

#include <string.h>

// CPython's limit on decimal text, against quadratic conversion.
#define MAX_DECIMAL_DIGITS 4300

static bool has_prefix(const char *s, size_t len) {
    return len > 1 && s[0] == '0' && strchr("xXoObB", s[1]) != NULL;
}

static bool set_int(TlParser *p, const TlToken *tok, const TlBuf *digits,
                    TlConstant *out) {
    const char *s = digits->data;
    size_t len = digits->len;
    if (!has_prefix(s, len)) {
        while (len > 1 && s[0] == '0') { // 00 is a zero too
            s++;
            len--;
        }
        if (len > MAX_DECIMAL_DIGITS) {
            TlPos pos = {tok->pos.line, -1, tok->pos.end_line, -1};
            tl_parser_error(
                p, TL_ERROR_SYNTAX, pos,
                "Exceeds the limit (%d digits) for integer string conversion: "
                "value has %d digits; use sys.set_int_max_str_digits() to "
                "increase the limit - Consider hexadecimal for huge integer "
                "literals to avoid decimal conversion limits.",
                MAX_DECIMAL_DIGITS, (int)len);
            return false;
        }
    }
    out->kind = TL_CONST_INT;
    out->text = tl_arena_strndup(p->arena, s, len);
    out->len = len;
    return out->text != NULL || tl_fail_memory(p) != NULL;
}

static bool set_number(TlParser *p, const TlToken *tok, TlBuf *digits,
                       TlConstant *out) {
    const char *text = tl_buf_cstr(digits);
    if (text == NULL) {
        return tl_fail_memory(p) != NULL;
    }
    bool is_prefixed = has_prefix(text, digits->len);
    bool is_imaginary =
        !is_prefixed && strchr("jJ", text[digits->len - 1]) != NULL;
    if (is_prefixed || (!is_imaginary && strpbrk(text, ".eE") == NULL)) {
        return set_int(p, tok, digits, out);
    }
    out->kind = is_imaginary ? TL_CONST_IMAGINARY : TL_CONST_FLOAT;
    return tl_parse_double(text, digits->len - is_imaginary, &out->number) ||
           tl_fail_memory(p) != NULL;
}

bool tl_number_literal(TlParser *p, const TlToken *tok, TlConstant *out) {
    TlBuf digits;
    tl_buf_init(&digits, p->alloc);
    for (const char *s = tok->start; s < tok->end; s++) {
        if (*s != '_') {
            tl_buf_append_char(&digits, *s);
        }
    }
    bool ok = set_number(p, tok, &digits, out);
    tl_buf_deinit(&digits);
    return ok;
}
