// str_format.c — format specifications: format(x, ">10,.2f").
// SPDX-License-Identifier: MIT
//
//     [[fill]align][sign][z][#][0][width][grouping][.precision][type]
//
// One parser for str, int and float, one writer for all numbers. Text is put
// together in UTF-8; widths count code points.

#include <limits.h>

#include "base/numfmt.h"
#include "base/utf8.h"
#include "object/exc.h"
#include "object/number.h"
#include "object/str_impl.h"

// ---- parsing ----

typedef struct Parser {
    TlRuntime *rt;
    const TlStr *s;
    int64_t at;
    TlRef obj;  // for messages
} Parser;

static uint32_t peek(const Parser *p) {
    return p->at < p->s->len ? tl_str_at(p->s, p->at) : 0;
}

static bool accept(Parser *p, uint32_t cp) {
    if (p->at < p->s->len && tl_str_at(p->s, p->at) == cp) {
        p->at++;
        return true;
    }
    return false;
}

static bool is_align(uint32_t cp) {
    return cp == '<' || cp == '>' || cp == '=' || cp == '^';
}

static bool parse_failed(Parser *p, const char *message) {
    tl_raise(p->rt, p->rt->exc.ValueError, message);
    return false;
}

// Digits, of any script; -1 when there are none. False = raised.
static bool parse_digits(Parser *p, int64_t *out) {
    int64_t value = -1;
    while (p->at < p->s->len) {
        int digit = tl_uni_decimal(peek(p));
        if (digit < 0) {
            break;
        }
        value = value < 0 ? 0 : value;
        if (value > (INT64_MAX - digit) / 10) {
            return parse_failed(p,
                                "Too many decimal digits in format string");
        }
        value = value * 10 + digit;
        p->at++;
    }
    *out = value;
    return true;
}

// Returns whether an alignment was given; the fill too: *filled.
static bool parse_align(Parser *p, TlFormatSpec *spec, bool *filled) {
    *filled = false;
    if (p->s->len - p->at >= 2 && is_align(tl_str_at(p->s, p->at + 1))) {
        spec->fill = peek(p);
        spec->align = (char)tl_str_at(p->s, p->at + 1);
        p->at += 2;
        *filled = true;
        return true;
    }
    if (is_align(peek(p))) {
        spec->align = (char)peek(p);
        p->at++;
        return true;
    }
    return false;
}

static bool parse_grouping(Parser *p, TlFormatSpec *spec) {
    if (accept(p, ',')) {
        spec->grouping = ',';
    }
    if (peek(p) == '_') {
        if (spec->grouping != 0) {
            return parse_failed(p, "Cannot specify both ',' and '_'.");
        }
        spec->grouping = '_';
        p->at++;
    }
    if (spec->grouping == '_' && peek(p) == ',') {
        return parse_failed(p, "Cannot specify both ',' and '_'.");
    }
    return true;
}

// How messages show a type character: as it is, or by its number.
static const char *shown_type(uint32_t type, char text[16]) {
    if (type > 32 && type < 128) {
        text[0] = (char)type;
        text[1] = '\0';
        return text;
    }
    static const char digits[] = "0123456789abcdef";
    char *p = text + 15;
    *p = '\0';
    do {
        *--p = digits[type & 15];
        type >>= 4;
    } while (type != 0);
    *--p = 'x';
    *--p = '\\';
    return p;
}

static bool check_grouping(Parser *p, const TlFormatSpec *spec) {
    if (spec->grouping == 0) {
        return true;
    }
    uint32_t type = spec->type;
    if (type == 0 ||
        (type < 128 && strchr("defgEFG%", (int)type) != NULL) ||
        (spec->grouping == '_' && type < 128 &&
         strchr("boxX", (int)type) != NULL)) {
        return true;
    }
    char text[16];
    tl_raise_fmt(p->rt, p->rt->exc.ValueError, "Cannot specify '%c' with '%s'.",
                 spec->grouping, shown_type(type, text));
    return false;
}

// Fills [spec], which has the defaults of the object's type.
static bool parse_spec(Parser *p, TlFormatSpec *spec) {
    bool filled;
    bool numeric = spec->align == '>';
    bool aligned = parse_align(p, spec, &filled);
    uint32_t cp = peek(p);
    if (cp == '+' || cp == '-' || cp == ' ') {
        spec->sign = (char)cp;
        p->at++;
    }
    spec->no_neg_zero = accept(p, 'z');
    spec->alternate = accept(p, '#');
    if (!filled && accept(p, '0')) {
        spec->fill = '0';
        if (!aligned && numeric) {
            spec->align = '=';
        }
    }
    if (!parse_digits(p, &spec->width) || !parse_grouping(p, spec)) {
        return false;
    }
    if (accept(p, '.')) {
        if (!parse_digits(p, &spec->precision)) {
            return false;
        }
        if (spec->precision < 0) {
            return parse_failed(p, "Format specifier missing precision");
        }
    }
    if (p->s->len - p->at > 1) {
        tl_raise_fmt(p->rt, p->rt->exc.ValueError,
                     "Invalid format specifier '%U' for object of type '%T'",
                     p->s, p->obj);
        return false;
    }
    if (p->at < p->s->len) {
        spec->type = peek(p);
    }
    return check_grouping(p, spec);
}

static TlValue unknown_type(TlRuntime *rt, TlRef v, uint32_t type) {
    char text[16];
    return tl_raise_fmt(rt, rt->exc.ValueError,
                        "Unknown format code '%s' for object of type '%T'",
                        shown_type(type, text), v);
}

// ---- writing ----

void tl_format_fill(TlBuf *out, uint32_t fill, int64_t n) {
    if (n <= 0) {
        return;
    }
    if ((uint64_t)n > SIZE_MAX / 8) {
        out->failed = true;  // cannot be had: MemoryError
    } else if (fill < 128) {
        tl_buf_append_fill(out, (char)fill, (size_t)n);
    } else {
        for (; n > 0 && !out->failed; n--) {
            tl_buf_append_utf8(out, fill);
        }
    }
}

void tl_format_padded(TlBuf *out, const char *text, size_t len,
                      const TlFormatSpec *spec) {
    int64_t room = spec->width - (int64_t)tl_utf8_count(text, len);
    room = room < 0 ? 0 : room;
    int64_t left = spec->align == '>' ? room : spec->align == '^' ? room / 2
                                                                  : 0;
    tl_format_fill(out, spec->fill, left);
    tl_buf_append(out, text, len);
    tl_format_fill(out, spec->fill, room - left);
}

void tl_number_split(const char *text, size_t len, TlNumberText *num) {
    num->prefix = "";
    num->negative = len > 0 && *text == '-';
    if (num->negative) {
        text++;
        len--;
    }
    num->digits = text;
    size_t n = 0;
    while (n < len && text[n] >= '0' && text[n] <= '9') {
        n++;
    }
    num->ndigits = n;
    num->tail = text + n;
    num->ntail = len - n;
}

static int group_size(const TlFormatSpec *spec) {
    bool binary = spec->type != 0 && spec->type < 128 &&
                  strchr("boxX", (int)spec->type) != NULL;
    return binary ? 4 : 3;
}

// How wide [n] digits become when they are grouped and filled up with zeros to
// at least [min]; *zeros of them are zeros.
static int64_t grouped_width(const TlFormatSpec *spec, int64_t n, int64_t min,
                             int64_t *zeros) {
    if (spec->grouping == 0) {
        *zeros = min > n ? min - n : 0;
        return n + *zeros;
    }
    // With separators g digits take g + (g - 1) / size places. A group is
    // never begun by a separator, so one more digit may be needed.
    int64_t size = group_size(spec);
    int64_t digits = n;
    if (min > n + (n - 1) / size) {
        digits = min - min / (size + 1);
        if (min % (size + 1) == 0) {
            digits++;
        }
    }
    *zeros = digits - n;
    return digits + (digits - 1) / size;
}

static void append_grouped(TlBuf *out, const TlNumberText *num, int64_t zeros,
                           const TlFormatSpec *spec) {
    int64_t left = zeros + (int64_t)num->ndigits;
    if (spec->grouping == 0) {
        tl_format_fill(out, '0', zeros);
        tl_buf_append(out, num->digits, num->ndigits);
        return;
    }
    int size = group_size(spec);
    for (int64_t i = 0; left > 0 && !out->failed; i++, left--) {
        tl_buf_append_char(out, i < zeros ? '0' : num->digits[i - zeros]);
        if (left > 1 && (left - 1) % size == 0) {
            tl_buf_append_char(out, spec->grouping);
        }
    }
}

void tl_format_number(TlBuf *out, const TlNumberText *num,
                      const TlFormatSpec *spec) {
    char sign = num->negative ? '-' : spec->sign == '-' ? 0 : spec->sign;
    size_t nprefix = strlen(num->prefix);
    int64_t fixed = (sign != 0) + (int64_t)nprefix +
                    (int64_t)tl_utf8_count(num->tail, num->ntail);
    bool zero_fill = spec->fill == '0' && spec->align == '=';
    int64_t zeros = 0, body = 0;
    if (num->ndigits > 0) {
        int64_t min = zero_fill ? spec->width - fixed : 0;
        body = grouped_width(spec, (int64_t)num->ndigits, min, &zeros);
    }
    int64_t room = spec->width - fixed - body;
    room = room < 0 ? 0 : room;
    int64_t left = spec->align == '>' ? room : spec->align == '^' ? room / 2
                                                                  : 0;
    int64_t inner = spec->align == '=' ? room : 0;
    tl_format_fill(out, spec->fill, left);
    if (sign != 0) {
        tl_buf_append_char(out, sign);
    }
    tl_buf_append(out, num->prefix, nprefix);
    tl_format_fill(out, spec->fill, inner);
    append_grouped(out, num, zeros, spec);
    tl_buf_append(out, num->tail, num->ntail);
    tl_format_fill(out, spec->fill, room - left - inner);
}

static TlValue finish(TlRuntime *rt, TlBuf *out, TlStatus status) {
    TlValue text = status == TL_OK ? tl_str_from_buf(rt, out) : TL_NO_VALUE;
    tl_buf_deinit(out);
    return text;
}

// ---- str ----

static bool check_str_spec(TlRuntime *rt, const TlFormatSpec *spec) {
    const char *wrong =
        spec->sign == ' '    ? "Space not allowed in string format specifier"
        : spec->sign != 0    ? "Sign not allowed in string format specifier"
        : spec->no_neg_zero  ? "Negative zero coercion (z) not allowed in "
                               "string format specifier"
        : spec->alternate    ? "Alternate form (#) not allowed in string "
                               "format specifier"
        : spec->align == '=' ? "'=' alignment not allowed in string format "
                               "specifier"
                             : NULL;
    if (wrong != NULL) {
        tl_raise(rt, rt->exc.ValueError, wrong);
    }
    return wrong == NULL;
}

TlValue tl_format_str(TlRuntime *rt, TlRef v, TlStr *format) {
    if (format->len == 0) {
        return tl_str(rt, v);
    }
    TlFormatSpec spec = {' ', '<', 0, false, false, 0, -1, -1, 's'};
    Parser p = {rt, format, 0, v};
    if (!parse_spec(&p, &spec)) {
        return TL_NO_VALUE;
    }
    if (spec.type != 's') {
        return unknown_type(rt, v, spec.type);
    }
    if (!check_str_spec(rt, &spec)) {
        return TL_NO_VALUE;
    }
    TlStr *s = tl_as_str(v);
    int64_t len = s->len;
    if (spec.precision >= 0 && spec.precision < len) {
        len = spec.precision;
    }
    TlBuf text, out;
    tl_buf_init(&text, &rt->alloc);
    tl_buf_init(&out, &rt->alloc);
    tl_str_append_range(&text, s, 0, len);
    tl_format_padded(&out, text.data, text.len, &spec);
    out.failed = out.failed || text.failed;
    tl_buf_deinit(&text);
    return finish(rt, &out, TL_OK);
}

// ---- float ----

static TlValue format_double(TlRuntime *rt, double d,
                             const TlFormatSpec *spec) {
    char type = (char)spec->type;
    int64_t precision = spec->precision;
    unsigned flags = (spec->alternate ? TL_FMT_ALT : 0u) |
                     (spec->no_neg_zero ? TL_FMT_NO_NEG_0 : 0u);
    if (precision > INT_MAX) {
        return tl_raise(rt, rt->exc.ValueError, "precision too big");
    }
    if (type == 0) {
        flags |= TL_FMT_ADD_DOT_0;
        type = precision < 0 ? 'r' : 'g';
    }
    TlBuf text, out;
    tl_buf_init(&text, &rt->alloc);
    tl_buf_init(&out, &rt->alloc);
    tl_format_double(&text, d, type, precision < 0 ? 6 : (int)precision,
                     flags);
    if (!text.failed) {
        TlNumberText num;
        tl_number_split(text.data, text.len, &num);
        tl_format_number(&out, &num, spec);
    }
    out.failed = out.failed || text.failed;
    tl_buf_deinit(&text);
    return finish(rt, &out, TL_OK);
}

TlValue tl_format_float(TlRuntime *rt, TlRef v, TlStr *format) {
    if (format->len == 0) {
        return tl_str(rt, v);
    }
    TlFormatSpec spec = {' ', '>', 0, false, false, 0, -1, -1, 0};
    Parser p = {rt, format, 0, v};
    if (!parse_spec(&p, &spec)) {
        return TL_NO_VALUE;
    }
    if (spec.type != 0 &&
        (spec.type > 127 || strchr("eEfFgGn%", (int)spec.type) == NULL)) {
        return unknown_type(rt, v, spec.type);
    }
    return format_double(rt, tl_float_value(v), &spec);
}

// ---- int ----

static bool check_int_spec(TlRuntime *rt, const TlFormatSpec *spec) {
    bool as_char = spec->type == 'c';
    const char *wrong =
        spec->precision >= 0 ? "Precision not allowed in integer format "
                               "specifier"
        : spec->no_neg_zero  ? "Negative zero coercion (z) not allowed in "
                               "integer format specifier"
        : as_char && spec->sign != 0
            ? "Sign not allowed with integer format specifier 'c'"
        : as_char && spec->alternate
            ? "Alternate form (#) not allowed with integer format specifier "
              "'c'"
            : NULL;
    if (wrong != NULL) {
        tl_raise(rt, rt->exc.ValueError, wrong);
    }
    return wrong == NULL;
}

// The character with the code [v], as text without digits.
static TlStatus char_text(TlRuntime *rt, TlRef v, TlBuf *text) {
    int64_t code;
    if (!tl_int_to_i64(v, &code)) {
        tl_raise(rt, rt->exc.OverflowError,
                 "Python int too large to convert to C long");
        return TL_RAISED;
    }
    if (code < 0 || code > 0x10FFFF) {
        tl_raise(rt, rt->exc.OverflowError,
                 "%c arg not in range(0x110000)");
        return TL_RAISED;
    }
    tl_buf_append_utf8(text, (uint32_t)code);
    return TL_OK;
}

static const char *base_prefix(uint32_t type) {
    return type == 'x'   ? "0x"
           : type == 'X' ? "0X"
           : type == 'o' ? "0o"
           : type == 'b' ? "0b"
                         : "";
}

static TlStatus int_text(TlRuntime *rt, TlRef v, const TlFormatSpec *spec,
                         TlBuf *text, TlNumberText *num) {
    if (spec->type == 'c') {
        if (char_text(rt, v, text) != TL_OK) {
            return TL_RAISED;
        }
        *num = (TlNumberText){false, "", text->data, 0, text->data, text->len};
        return TL_OK;
    }
    int base = (spec->type | 0x20) == 'x' ? 16
               : spec->type == 'o'        ? 8
               : spec->type == 'b'        ? 2
                                          : 10;
    if (tl_int_format_to(rt, v, base, text) != TL_OK) {
        return TL_RAISED;
    }
    for (size_t i = 0; spec->type == 'X' && i < text->len; i++) {
        char c = text->data[i];
        text->data[i] = c >= 'a' ? (char)(c - 'a' + 'A') : c;
    }
    bool negative = text->data[0] == '-';
    *num = (TlNumberText){negative,
                          spec->alternate ? base_prefix(spec->type) : "",
                          text->data + negative,
                          text->len - negative,
                          "",
                          0};
    return TL_OK;
}

TlValue tl_format_int(TlRuntime *rt, TlRef v, TlStr *format) {
    if (format->len == 0) {
        return tl_str(rt, v);
    }
    TlFormatSpec spec = {' ', '>', 0, false, false, 0, -1, -1, 'd'};
    Parser p = {rt, format, 0, v};
    if (!parse_spec(&p, &spec)) {
        return TL_NO_VALUE;
    }
    if (spec.type < 128 && strchr("eEfFgG%", (int)spec.type) != NULL) {
        double d;
        if (tl_int_to_double(rt, v, &d) != TL_OK) {
            return TL_NO_VALUE;
        }
        return format_double(rt, d, &spec);
    }
    if (spec.type > 127 || strchr("bcdnoxX", (int)spec.type) == NULL) {
        return unknown_type(rt, v, spec.type);
    }
    if (!check_int_spec(rt, &spec)) {
        return TL_NO_VALUE;
    }
    TlBuf text, out;
    tl_buf_init(&text, &rt->alloc);
    tl_buf_init(&out, &rt->alloc);
    TlNumberText num;
    TlStatus status = int_text(rt, v, &spec, &text, &num);
    if (status == TL_OK) {
        tl_format_number(&out, &num, &spec);
    }
    tl_buf_deinit(&text);
    return finish(rt, &out, status);
}
