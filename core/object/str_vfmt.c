// str_vfmt.c — text from a printf-like template with Python values.
// SPDX-License-Identifier: MIT
//
// %s %d %i %u %c %x with the lengths l, ll, z, and for values: %S str(v),
// %R repr(v), %T the type's name (TlRef each), %U a TlStr *. %s, %S and %R may
// have a precision, which cuts long text.
// Literal text and %s are UTF-8.

#include <stdio.h>

#include "base/check.h"
#include "base/utf8.h"
#include "object/exc.h"
#include "object/str_impl.h"

// One conversion: "%.200s" has precision 200, "%lld" length 2, 'd'.
typedef struct Conversion {
    int precision;  // -1 = none
    int width;
    bool zero;
    int longs;  // number of l's; 'z' counts as pointer-sized
    bool size;
    char type;
} Conversion;

static const char *read_conversion(const char *p, Conversion *c) {
    *c = (Conversion){-1, 0, *p == '0', 0, false, 0};
    for (; *p >= '0' && *p <= '9'; p++) {
        c->width = c->width * 10 + (*p - '0');
    }
    if (*p == '.') {
        c->precision = 0;
        for (p++; *p >= '0' && *p <= '9'; p++) {
            c->precision = c->precision * 10 + (*p - '0');
        }
    }
    for (; *p == 'l'; p++) {
        c->longs++;
    }
    if (*p == 'z') {
        c->size = true;
        p++;
    }
    c->type = *p;
    return p + 1;
}

static void append_cstr(TlBuf *out, const Conversion *c, const char *text) {
    size_t len = strlen(text);
    if (c->precision >= 0 && len > (size_t)c->precision) {
        len = (size_t)c->precision;
        while (len > 0 && ((unsigned char)text[len] & 0xC0) == 0x80) {
            len--;  // cut between characters
        }
    }
    tl_buf_append(out, text, len);
}

static void append_number(TlBuf *out, const Conversion *c, uint64_t u,
                          bool negative) {
    char digits[32];
    int n = snprintf(digits, sizeof digits, c->type == 'x' ? "%llx" : "%llu",
                     (unsigned long long)u);
    if (negative) {
        tl_buf_append_char(out, '-');
        n++;
    }
    if (n < c->width) {
        tl_buf_append_fill(out, c->zero ? '0' : ' ', (size_t)(c->width - n));
    }
    tl_buf_append_str(out, digits);
}

// A va_list in a struct, so that helpers can take from it portably.
typedef struct Args {
    va_list list;
} Args;

static int64_t take_signed(const Conversion *c, Args *args) {
    if (c->size) {
        return va_arg(args->list, ptrdiff_t);
    }
    switch (c->longs) {
    case 0: return va_arg(args->list, int);
    case 1: return va_arg(args->list, long);
    default: return va_arg(args->list, long long);
    }
}

static uint64_t take_unsigned(const Conversion *c, Args *args) {
    if (c->size) {
        return va_arg(args->list, size_t);
    }
    switch (c->longs) {
    case 0: return va_arg(args->list, unsigned);
    case 1: return va_arg(args->list, unsigned long);
    default: return va_arg(args->list, unsigned long long);
    }
}

static TlStatus append_value(TlRuntime *rt, TlBuf *out, const Conversion *c,
                             TlRef v) {
    bool repr = c->type == 'R';
    TlValue text = repr ? tl_repr(rt, v) : tl_str(rt, v);
    if (text == TL_NO_VALUE) {
        return TL_RAISED;
    }
    int64_t len = tl_as_str(text)->len;
    bool cut = c->precision >= 0 && c->precision < len;
    tl_str_append_range(out, tl_as_str(text), 0, cut ? c->precision : len);
    tl_decref(rt, text);
    return TL_OK;
}

static TlStatus convert(TlRuntime *rt, TlBuf *out, const Conversion *c,
                        Args *args) {
    switch (c->type) {
    case 's': append_cstr(out, c, va_arg(args->list, const char *)); break;
    case 'd':
    case 'i': {
        int64_t i = take_signed(c, args);
        uint64_t u = i < 0 ? 0 - (uint64_t)i : (uint64_t)i;
        append_number(out, c, u, i < 0);
        break;
    }
    case 'u':
    case 'x': append_number(out, c, take_unsigned(c, args), false); break;
    case 'c':
        tl_buf_append_utf8(out, (uint32_t)va_arg(args->list, int));
        break;
    case 'S':
    case 'R': return append_value(rt, out, c, va_arg(args->list, TlRef));
    case 'T': {
        TlType *type = tl_type_of(rt, va_arg(args->list, TlRef));
        tl_buf_append_str(out, type->name);
        break;
    }
    case 'U': tl_str_append_to(out, va_arg(args->list, TlStr *)); break;
    case '%': tl_buf_append_char(out, '%'); break;
    default: TL_UNREACHABLE("a template has only conversions we know");
    }
    return TL_OK;
}

TlValue tl_str_vfmt(TlRuntime *rt, const char *format, va_list list) {
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    Args args;
    va_copy(args.list, list);
    TlStatus status = TL_OK;
    while (*format != '\0' && status == TL_OK) {
        size_t plain = strcspn(format, "%");
        tl_buf_append(&out, format, plain);
        format += plain;
        if (*format == '%') {
            Conversion c;
            format = read_conversion(format + 1, &c);
            status = convert(rt, &out, &c, &args);
        }
    }
    va_end(args.list);
    TlValue text =
        status == TL_OK ? tl_str_from_buf(rt, &out) : TL_NO_VALUE;
    tl_buf_deinit(&out);
    return text;
}

TlValue tl_str_fmt(TlRuntime *rt, const char *format, ...) {
    va_list args;
    va_start(args, format);
    TlValue text = tl_str_vfmt(rt, format, args);
    va_end(args);
    return text;
}
