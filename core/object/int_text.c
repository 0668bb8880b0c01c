// int_text.c — ints to text and back.
// SPDX-License-Identifier: MIT
//
// Bases that are powers of two are read and written bit by bit; the others
// digit group by digit group, which takes quadratic time. Decimal text is
// therefore limited to 4300 digits, as in CPython.

#include "base/numfmt.h"
#include "object/exc.h"
#include "object/number_impl.h"
#include "object/str_impl.h"

#define MAX_STR_DIGITS 4300

// ---- reading ----

static int digit_value(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'z') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : 99;
}

static bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F);
}

// What is left of a literal: digits of [base], with single underscores.
typedef struct Digits {
    const char *text, *end;
    int base;
    bool negative;
    int64_t count;  // digits without the underscores
} Digits;

// Skips "0x" and the like and settles base 0. False: malformed.
static bool read_prefix(Digits *d) {
    const char *p = d->text;
    int named = 0;
    if (d->end - p >= 2 && p[0] == '0') {
        char c = (char)(p[1] | 0x20);
        named = c == 'x' ? 16 : c == 'o' ? 8 : c == 'b' ? 2 : 0;
    }
    if (named != 0 && (d->base == 0 || d->base == named)) {
        d->base = named;
        d->text += 2;
        if (d->text < d->end && *d->text == '_') {
            d->text++;
        }
        return true;
    }
    if (d->base == 0) {
        d->base = 10;
        if (p < d->end && *p == '0') {  // only zeros may begin with zero
            for (; p < d->end; p++) {
                if (*p != '0' && *p != '_') {
                    return false;
                }
            }
        }
    }
    return true;
}

static bool count_digits(Digits *d) {
    bool after_digit = false;
    d->count = 0;
    for (const char *p = d->text; p < d->end; p++) {
        if (*p == '_') {
            if (!after_digit) {
                return false;
            }
            after_digit = false;
        } else if (digit_value(*p) < d->base) {
            after_digit = true;
            d->count++;
        } else {
            return false;
        }
    }
    return after_digit;
}

static bool scan(const char *text, size_t len, int base, Digits *d) {
    *d = (Digits){text, text + len, base, false, 0};
    while (d->text < d->end && is_space(*d->text)) {
        d->text++;
    }
    while (d->end > d->text && is_space(d->end[-1])) {
        d->end--;
    }
    if (d->text < d->end && (*d->text == '+' || *d->text == '-')) {
        d->negative = *d->text++ == '-';
    }
    return read_prefix(d) && count_digits(d);
}

static int log2_of(int base) {
    int bits = 0;
    while ((1 << bits) < base) {
        bits++;
    }
    return (1 << bits) == base ? bits : 0;
}

static TlStatus read_binary(TlRuntime *rt, const Digits *d, int bits,
                            TlMag *m) {
    size_t n = (size_t)(d->count * bits / TL_DIGIT_BITS + 1);
    if (tl_mag_resize(rt, m, n) != TL_OK) {
        return TL_RAISED;
    }
    memset(m->d, 0, n * sizeof *m->d);
    size_t at = 0;
    for (const char *p = d->end; p-- > d->text;) {
        if (*p == '_') {
            continue;
        }
        uint64_t digit = (uint64_t)digit_value(*p) << at % TL_DIGIT_BITS;
        m->d[at / TL_DIGIT_BITS] |= (uint32_t)(digit & TL_DIGIT_MASK);
        if (digit >> TL_DIGIT_BITS) {
            m->d[at / TL_DIGIT_BITS + 1] |= (uint32_t)(digit >> TL_DIGIT_BITS);
        }
        at += (size_t)bits;
    }
    tl_mag_trim(m);
    return TL_OK;
}

static TlStatus read_any(TlRuntime *rt, const Digits *d, TlMag *m) {
    const char *p = d->text;
    uint32_t group = 0, scale = 1;
    for (; p < d->end; p++) {
        if (*p == '_') {
            continue;
        }
        group = group * (uint32_t)d->base + (uint32_t)digit_value(*p);
        scale *= (uint32_t)d->base;
        if (scale > TL_DIGIT_MASK / 36) {
            if (tl_mag_mul_small(rt, m, scale, group) != TL_OK) {
                return TL_RAISED;
            }
            group = 0;
            scale = 1;
        }
    }
    return scale == 1 ? TL_OK : tl_mag_mul_small(rt, m, scale, group);
}

// 1 read, 0 not an int, -1 raised.
static int parse(TlRuntime *rt, const char *text, size_t len, int base,
                 TlValue *out) {
    Digits d;
    if (!scan(text, len, base, &d)) {
        return 0;
    }
    int bits = log2_of(d.base);
    if (bits == 0 && d.count > MAX_STR_DIGITS) {
        tl_raise_fmt(rt, rt->exc.ValueError,
                     "Exceeds the limit (%d digits) for integer string "
                     "conversion: value has %lld digits; use "
                     "sys.set_int_max_str_digits() to increase the limit",
                     MAX_STR_DIGITS, (long long)d.count);
        return -1;
    }
    TlMag m;
    tl_mag_init(&m);
    TlStatus status = bits != 0 ? read_binary(rt, &d, bits, &m)
                                : read_any(rt, &d, &m);
    *out = status == TL_OK ? tl_int_from_mag(rt, d.negative ? -1 : 1, &m)
                           : TL_NO_VALUE;
    tl_mag_free(rt, &m);
    return *out == TL_NO_VALUE ? -1 : 1;
}

TlValue tl_int_parse_shown(TlRuntime *rt, const char *text, size_t len,
                           int base, TlRef shown) {
    TlValue v = TL_NO_VALUE;
    if (parse(rt, text, len, base, &v) == 0) {
        tl_raise_fmt(rt, rt->exc.ValueError,
                     "invalid literal for int() with base %d: %.200R", base,
                     shown);
    }
    return v;
}

TlValue tl_int_parse(TlRuntime *rt, const char *text, size_t len, int base) {
    TlValue v = TL_NO_VALUE;
    if (parse(rt, text, len, base, &v) == 0) {
        TlValue shown = tl_str_from_utf8(rt, text, len);
        if (shown != TL_NO_VALUE) {
            tl_raise_fmt(rt, rt->exc.ValueError,
                         "invalid literal for int() with base %d: %.200R", base,
                         shown);
            tl_decref(rt, shown);
        }
    }
    return v;
}

TlStatus tl_number_text(TlRuntime *rt, TlStr *s, TlBuf *out) {
    for (int64_t i = 0; i < s->len; i++) {
        uint32_t cp = tl_str_at(s, i);
        int decimal = cp < 128 ? -1 : tl_uni_decimal(cp);
        char c = cp < 128             ? (char)cp
                 : decimal >= 0       ? (char)('0' + decimal)
                 : tl_uni_is_space(cp) ? ' '
                                      : '?';
        tl_buf_append_char(out, c);
    }
    if (out->failed) {
        tl_raise_memory(rt);
        return TL_RAISED;
    }
    return TL_OK;
}

// ---- writing ----

static void write_binary(const TlIntView *v, int bits, TlBuf *out) {
    uint64_t left = tl_mag_bits(v->d, v->n);
    uint64_t at = (left + (uint64_t)bits - 1) / (uint64_t)bits * (uint64_t)bits;
    while (at > 0) {
        at -= (uint64_t)bits;
        size_t i = (size_t)(at / TL_DIGIT_BITS);
        uint64_t pair = v->d[i];
        if (i + 1 < v->n) {
            pair |= (uint64_t)v->d[i + 1] << TL_DIGIT_BITS;
        }
        unsigned digit = (unsigned)(pair >> at % TL_DIGIT_BITS) &
                         ((1u << bits) - 1);
        tl_buf_append_char(out, "0123456789abcdef"[digit]);
    }
}

static TlStatus write_decimal(TlRuntime *rt, const TlIntView *v, TlBuf *out) {
    TlMag m;
    tl_mag_init(&m);
    uint32_t groups[MAX_STR_DIGITS / 9 + 2];
    size_t n = 0;
    TlStatus status = tl_mag_copy(rt, &m, v->d, v->n);
    while (status == TL_OK && m.n > 0) {
        groups[n++] = tl_mag_div_small(&m, 1000000000);
        status = tl_mag_spend(rt, m.n / 32);
    }
    tl_mag_free(rt, &m);
    if (status == TL_OK) {
        tl_buf_append_fmt(out, "%u", groups[--n]);
        while (n > 0) {
            tl_buf_append_fmt(out, "%09u", groups[--n]);
        }
    }
    return status;
}

// Bits of 10 ** 4300 - 1, the largest int that may be written in decimal.
#define MAX_STR_BITS 14285

static TlStatus write_limited(TlRuntime *rt, const TlIntView *v, TlBuf *out) {
    size_t before = out->len;
    bool too_long = tl_mag_bits(v->d, v->n) > MAX_STR_BITS;
    if (!too_long) {
        if (write_decimal(rt, v, out) != TL_OK) {
            return TL_RAISED;
        }
        too_long = out->len - before > MAX_STR_DIGITS;
    }
    if (too_long) {
        tl_raise_fmt(rt, rt->exc.ValueError,
                     "Exceeds the limit (%d digits) for integer string "
                     "conversion; use sys.set_int_max_str_digits() to "
                     "increase the limit",
                     MAX_STR_DIGITS);
        return TL_RAISED;
    }
    return TL_OK;
}

TlStatus tl_int_format_to(TlRuntime *rt, TlRef v, int base, TlBuf *out) {
    TlIntView view;
    tl_int_view(v, &view);
    TlStatus status = TL_OK;
    if (view.sign < 0) {
        tl_buf_append_char(out, '-');
    }
    if (view.n == 0) {
        tl_buf_append_char(out, '0');
    } else if (base != 10) {
        write_binary(&view, log2_of(base), out);
    } else if (view.n <= 2) {
        uint64_t u = view.d[0];
        if (view.n == 2) {
            u |= (uint64_t)view.d[1] << TL_DIGIT_BITS;
        }
        tl_format_int64(out, (int64_t)u);
    } else {
        status = write_limited(rt, &view, out);
    }
    if (status == TL_OK && out->failed) {
        tl_raise_memory(rt);
        return TL_RAISED;
    }
    return status;
}
