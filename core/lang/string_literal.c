// string_literal.c — the values of string tokens: prefixes and escapes.
// SPDX-License-Identifier: MIT
//
// Positions in messages are those CPython reports: it first rewrites every
// character beyond ASCII as \UXXXXXXXX, so such a character counts ten.
#include "base/utf8.h"
#include "lang/char_names.h"
#include "lang/parser_impl.h"

#include <string.h>

TlStringToken tl_split_string(const TlToken *tok) {
    TlStringToken out = {tok->start, tok->end, false, false, false, false};
    for (; *out.body != '"' && *out.body != '\''; out.body++) {
        switch (*out.body | 0x20) {
        case 'b':
            out.is_bytes = true;
            break;
        case 'r':
            out.is_raw = true;
            break;
        case 'f':
            out.is_format = true;
            break;
        default:
            out.is_u = *out.body == 'u'; // 'U' leaves no trace
        }
    }
    bool is_triple = out.end - out.body >= 6 && out.body[1] == out.body[0] &&
                     out.body[2] == out.body[0];
    out.body += is_triple ? 3 : 1;
    out.end -= is_triple ? 3 : 1;
    return out;
}

static int hex_value(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// Up to three octal digits; [s] is at the first.
static const char *read_octal(const char *s, const char *end, uint32_t *cp) {
    *cp = 0;
    for (int i = 0; i < 3 && s < end && *s >= '0' && *s <= '7'; i++, s++) {
        *cp = *cp * 8 + (uint32_t)(*s - '0');
    }
    return s;
}

// The character for the one-letter escape [c], or -1.
static int simple_escape(char c) {
    static const char letters[] = "\\'\"abfnrtv";
    static const char values[] = "\\'\"\a\b\f\n\r\t\v";
    const char *at = c != '\0' ? strchr(letters, c) : NULL;
    return at != NULL ? values[at - letters] : -1;
}

// --- Text -------------------------------------------------------------------

typedef struct TextDecoder {
    TlParser *p;
    TlBuf *out;
    const char *start;
    const char *end;
} TextDecoder;

// Offset of [s] in CPython's rewritten text.
static int rewritten_offset(const TextDecoder *d, const char *s) {
    int offset = 0;
    for (const char *at = d->start; at < s; at++) {
        unsigned char c = (unsigned char)*at;
        offset += c < 0x80 ? 1 : (c & 0xC0) != 0x80 ? 10 : 0;
    }
    return offset;
}

// Error about the escape from [from] up to, and without, [to].
static const char *fail_escape(const TextDecoder *d, const char *from,
                               const char *to, const char *reason) {
    int first = rewritten_offset(d, from);
    int last = rewritten_offset(d, to) - 1;
    if (first == last) {
        tl_parser_error_here(d->p, TL_ERROR_SYNTAX,
                             "(unicode error) 'unicodeescape' codec can't "
                             "decode byte 0x5c in position %d: %s",
                             first, reason);
    } else {
        tl_parser_error_here(d->p, TL_ERROR_SYNTAX,
                             "(unicode error) 'unicodeescape' codec can't "
                             "decode bytes in position %d-%d: %s",
                             first, last, reason);
    }
    return NULL;
}

// \xHH, \uHHHH or \UHHHHHHHH; [s] is after the letter.
static const char *decode_hex(TextDecoder *d, const char *escape,
                              const char *s, int digits, const char *what) {
    uint32_t cp = 0;
    for (int i = 0; i < digits; i++, s++) {
        int value = s < d->end ? hex_value(*s) : -1;
        if (value < 0) {
            return fail_escape(d, escape, s, what);
        }
        cp = cp * 16 + (uint32_t)value;
    }
    if (cp > TL_UNICODE_MAX) {
        return fail_escape(d, escape, s, "illegal Unicode character");
    }
    tl_buf_append_utf8(d->out, cp);
    return s;
}

// \N{name}: only the names of char_names.h are known.
static const char *decode_name(TextDecoder *d, const char *escape,
                               const char *s) {
    const char *close =
        s < d->end && *s == '{' ? memchr(s, '}', (size_t)(d->end - s)) : NULL;
    if (close == NULL || close == s + 1) {
        const char *stop = close != NULL ? close : d->end;
        stop = s < d->end && *s == '{' ? stop : s;
        return fail_escape(d, escape, stop, "malformed \\N character escape");
    }
    uint32_t cp;
    size_t len = (size_t)(close - s - 1);
    if (tl_char_by_name(s + 1, len, &cp)) {
        tl_buf_append_utf8(d->out, cp);
        return close + 1;
    }
    tl_parser_error_here(d->p, TL_ERROR_SYNTAX,
                         "(unicode error) character name '%.*s' is not in the "
                         "short list known here; write the character itself "
                         "or \\u and its number",
                         (int)(len < 60 ? len : 60), s + 1);
    return NULL;
}

// One escape; [escape] is at the backslash. Returns the place after it.
static const char *decode_escape(TextDecoder *d, const char *escape) {
    const char *s = escape + 1;
    if (s == d->end) {
        return fail_escape(d, escape, s, "\\ at end of string");
    }
    char c = *s++;
    uint32_t cp;
    switch (c) {
    case '\n':
        return s;
    case 'x':
        return decode_hex(d, escape, s, 2, "truncated \\xXX escape");
    case 'u':
        return decode_hex(d, escape, s, 4, "truncated \\uXXXX escape");
    case 'U':
        return decode_hex(d, escape, s, 8, "truncated \\UXXXXXXXX escape");
    case 'N':
        return decode_name(d, escape, s);
    default:
        break;
    }
    if (c >= '0' && c <= '7') {
        s = read_octal(s - 1, d->end, &cp);
        tl_buf_append_utf8(d->out, cp);
        return s;
    }
    int simple = simple_escape(c);
    if (simple >= 0) {
        tl_buf_append_char(d->out, (char)simple);
        return s;
    }
    tl_buf_append_char(d->out, '\\'); // an unknown escape stays as it is
    return s - 1;
}

bool tl_decode_string(TlParser *p, TlBuf *out, const char *s, const char *end,
                      bool is_raw) {
    TextDecoder d = {p, out, s, end};
    while (s < end) {
        const char *stop =
            is_raw ? NULL : memchr(s, '\\', (size_t)(end - s));
        const char *plain_end = stop != NULL ? stop : end;
        tl_buf_append(out, s, (size_t)(plain_end - s));
        s = plain_end;
        if (stop != NULL) {
            s = decode_escape(&d, s);
            if (s == NULL) {
                return false;
            }
        }
    }
    return !out->failed || tl_fail_memory(p) != NULL;
}

// --- Bytes ------------------------------------------------------------------

// One escape of a bytes literal whose text began at [start].
static const char *decode_byte_escape(TlParser *p, TlBuf *out,
                                      const char *start, const char *escape,
                                      const char *end) {
    const char *s = escape + 1;
    char c = *s++; // a literal never ends in a lone backslash
    uint32_t value;
    if (c == '\n') {
        return s;
    }
    if (c >= '0' && c <= '7') {
        s = read_octal(s - 1, end, &value);
        tl_buf_append_char(out, (char)value);
        return s;
    }
    if (c == 'x') {
        int high = s < end ? hex_value(s[0]) : -1;
        int low = s + 1 < end ? hex_value(s[1]) : -1;
        if (high < 0 || low < 0) {
            tl_parser_error_here(
                p, TL_ERROR_SYNTAX,
                "(value error) invalid \\x escape at position %d",
                (int)(escape - start));
            return NULL;
        }
        tl_buf_append_char(out, (char)(high * 16 + low));
        return s + 2;
    }
    int simple = simple_escape(c);
    if (simple >= 0) {
        tl_buf_append_char(out, (char)simple);
        return s;
    }
    tl_buf_append_char(out, '\\');
    return s - 1;
}

bool tl_decode_bytes(TlParser *p, TlBuf *out, const TlToken *tok,
                     const TlStringToken *parts) {
    const char *s = parts->body;
    const char *end = parts->end;
    for (const char *at = s; at < end; at++) {
        if ((unsigned char)*at >= 0x80) {
            tl_parser_error(
                p, TL_ERROR_SYNTAX, tok->pos,
                "bytes can only contain ASCII literal characters");
            return false;
        }
    }
    const char *start = s;
    while (s != NULL && s < end) {
        if (*s == '\\' && !parts->is_raw) {
            s = decode_byte_escape(p, out, start, s, end);
        } else {
            tl_buf_append_char(out, *s++);
        }
    }
    return s != NULL && (!out->failed || tl_fail_memory(p) != NULL);
}
