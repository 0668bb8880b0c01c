// str_percent.c — the % operator of str and bytes.
// SPDX-License-Identifier: MIT
//
//     %[(key)][flags][width][.precision]type
//
// bytes are formatted as text with one code point per byte; what differs is
// what %s, %b and %c accept.

#include <limits.h>

#include "base/numfmt.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/number.h"
#include "object/seq.h"
#include "object/str_impl.h"

typedef struct Percent {
    TlRuntime *rt;
    const TlStr *format;
    int64_t at;
    bool bytes;
    TlBuf out;
    TlRef args;      // what stands right of the %
    TlTuple *tuple;  // the same when it is a tuple
    int64_t next;    // index of the next argument
    bool mapping;    // keys are allowed
    TlValue keyed;   // the value of a key: then the only argument
} Percent;

typedef struct Directive {
    bool left, plus, blank, alternate, zero;
    int64_t width, precision;  // -1 = absent
    uint32_t type;
} Directive;

static TlStatus fail(Percent *p, TlType *type, const char *message) {
    tl_raise(p->rt, type, message);
    return TL_RAISED;
}

static uint32_t peek(const Percent *p) {
    return p->at < p->format->len ? tl_str_at(p->format, p->at) : 0;
}

// The next argument, borrowed; TL_NO_VALUE = raised.
static TlRef next_arg(Percent *p) {
    if (p->tuple == NULL && p->next++ == 0) {
        return p->keyed != TL_NO_VALUE ? p->keyed : p->args;
    }
    if (p->tuple != NULL && p->next < p->tuple->len) {
        return p->tuple->items[p->next++];
    }
    return tl_raise(p->rt, p->rt->exc.TypeError,
                    "not enough arguments for format string");
}

// ---- parsing ----

static TlStatus parse_key(Percent *p) {
    TlRuntime *rt = p->rt;
    if (!p->mapping) {
        return fail(p, rt->exc.TypeError, "format requires a mapping");
    }
    int64_t start = ++p->at;
    for (int depth = 1;; p->at++) {
        if (p->at >= p->format->len) {
            return fail(p, rt->exc.ValueError, "incomplete format key");
        }
        uint32_t cp = peek(p);
        depth += (cp == '(') - (cp == ')');
        if (depth == 0) {
            break;
        }
    }
    TlValue key = tl_str_slice(rt, (TlStr *)p->format, start, p->at++);
    if (key != TL_NO_VALUE && p->bytes) {
        TlValue text = key;
        key = tl_str_encode(rt, tl_as_str(text), "latin-1", NULL);
        tl_decref(rt, text);
    }
    if (key == TL_NO_VALUE) {
        return TL_RAISED;
    }
    TlValue value = tl_getitem(rt, p->args, key);
    tl_decref(rt, key);
    tl_clear(rt, &p->keyed);
    p->keyed = value;
    p->next = 0;
    return value == TL_NO_VALUE ? TL_RAISED : TL_OK;
}

static void parse_flags(Percent *p, Directive *d) {
    for (;; p->at++) {
        switch (peek(p)) {
        case '-': d->left = true; break;
        case '+': d->plus = true; break;
        case ' ': d->blank = true; break;
        case '#': d->alternate = true; break;
        case '0': d->zero = true; break;
        default: return;
        }
    }
}

// A width or precision from the arguments.
static TlStatus star(Percent *p, int64_t *out, bool is_precision) {
    p->at++;
    TlRef v = next_arg(p);
    if (v == TL_NO_VALUE) {
        return TL_RAISED;
    }
    if (!tl_is_int(v)) {
        return fail(p, p->rt->exc.TypeError, "* wants int");
    }
    bool fits = tl_int_to_i64(v, out);
    if (fits && is_precision) {
        fits = *out >= INT_MIN && *out <= INT_MAX;
    }
    if (!fits) {
        return fail(p, p->rt->exc.OverflowError,
                    is_precision
                        ? "Python int too large to convert to C int"
                        : "Python int too large to convert to C ssize_t");
    }
    return TL_OK;
}

static TlStatus parse_digits(Percent *p, int64_t *out, int64_t max,
                             const char *message) {
    for (; peek(p) >= '0' && peek(p) <= '9'; p->at++) {
        int64_t digit = peek(p) - '0';
        *out = *out < 0 ? 0 : *out;
        if (*out > (max - digit) / 10) {
            return fail(p, p->rt->exc.ValueError, message);
        }
        *out = *out * 10 + digit;
    }
    return TL_OK;
}

static TlStatus parse_directive(Percent *p, Directive *d) {
    *d = (Directive){.width = -1, .precision = -1};
    if (peek(p) == '(' && parse_key(p) != TL_OK) {
        return TL_RAISED;
    }
    parse_flags(p, d);
    if (peek(p) == '*') {
        if (star(p, &d->width, false) != TL_OK) {
            return TL_RAISED;
        }
        if (d->width < 0) {
            d->left = true;
            d->width = d->width == INT64_MIN ? INT64_MAX : -d->width;
        }
    } else if (parse_digits(p, &d->width, INT64_MAX, "width too big") !=
               TL_OK) {
        return TL_RAISED;
    }
    if (peek(p) == '.') {
        p->at++;
        d->precision = 0;
        TlStatus status =
            peek(p) == '*'
                ? star(p, &d->precision, true)
                : parse_digits(p, &d->precision, INT_MAX, "precision too big");
        if (status != TL_OK) {
            return TL_RAISED;
        }
        d->precision = d->precision < 0 ? 0 : d->precision;
    }
    if (peek(p) == 'h' || peek(p) == 'l' || peek(p) == 'L') {
        p->at++;
    }
    if (p->at >= p->format->len) {
        return fail(p, p->rt->exc.ValueError, "incomplete format");
    }
    d->type = tl_str_at(p->format, p->at++);
    return TL_OK;
}

// ---- text ----

static void put_text(Percent *p, const Directive *d, const TlStr *s) {
    int64_t len = d->precision >= 0 && d->precision < s->len ? d->precision
                                                             : s->len;
    int64_t room = d->width > len ? d->width - len : 0;
    tl_format_fill(&p->out, ' ', d->left ? 0 : room);
    tl_str_append_range(&p->out, s, 0, len);
    tl_format_fill(&p->out, ' ', d->left ? room : 0);
}

// The bytes of [v] as text; calls __bytes__. Owned.
static TlValue bytes_text(Percent *p, TlRef v) {
    TlRuntime *rt = p->rt;
    const char *data;
    int64_t len;
    if (tl_byteslike(rt, v, &data, &len)) {
        return tl_bytes_decode(rt, v, "latin-1", NULL);
    }
    TlValue method;
    int found = tl_lookup_special(rt, v, TL_NAME(rt, __bytes__), &method);
    if (found == 0) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "%%b requires a bytes-like object, or an object "
                            "that implements __bytes__, not '%T'",
                            v);
    }
    TlValue bytes = found < 0 ? TL_NO_VALUE : tl_call0(rt, method);
    if (found > 0) {
        tl_decref(rt, method);
    }
    if (bytes != TL_NO_VALUE && !tl_is_bytes(bytes)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "__bytes__ returned non-bytes (type %T)", bytes);
        tl_clear(rt, &bytes);
    }
    if (bytes == TL_NO_VALUE) {
        return TL_NO_VALUE;
    }
    TlValue text = tl_bytes_decode(rt, bytes, "latin-1", NULL);
    tl_decref(rt, bytes);
    return text;
}

static TlStatus convert_text(Percent *p, const Directive *d, TlRef v) {
    TlRuntime *rt = p->rt;
    TlValue text;
    if (d->type == 'a' || (p->bytes && d->type == 'r')) {
        text = tl_ascii(rt, v);
    } else if (d->type == 'r') {
        text = tl_repr(rt, v);
    } else {
        text = p->bytes ? bytes_text(p, v) : tl_str(rt, v);
    }
    if (text == TL_NO_VALUE) {
        return TL_RAISED;
    }
    put_text(p, d, tl_as_str(text));
    tl_decref(rt, text);
    return TL_OK;
}

static TlStatus wrong_char(Percent *p) {
    return fail(p, p->rt->exc.TypeError,
                p->bytes ? "%c requires an integer in range(256) or a single "
                           "byte"
                         : "%c requires int or char");
}

static TlStatus convert_char(Percent *p, const Directive *d, TlRef v) {
    TlRuntime *rt = p->rt;
    uint32_t cp = 0;
    const char *data;
    int64_t len, code;
    if (!p->bytes && tl_is_str(v)) {
        if (tl_as_str(v)->len != 1) {
            return wrong_char(p);
        }
        cp = tl_str_at(tl_as_str(v), 0);
    } else if (p->bytes && tl_byteslike(rt, v, &data, &len)) {
        if (len != 1) {
            return wrong_char(p);
        }
        cp = (unsigned char)*data;
    } else if (!tl_has_index(rt, v)) {
        return wrong_char(p);
    } else {
        TlValue i = tl_index(rt, v);
        if (i == TL_NO_VALUE) {
            return TL_RAISED;
        }
        bool fits = tl_int_to_i64(i, &code);
        tl_decref(rt, i);
        if (!fits && !p->bytes) {
            return wrong_char(p);
        }
        if (!fits || code < 0 || code > (p->bytes ? 0xFF : 0x10FFFF)) {
            return fail(p, rt->exc.OverflowError,
                        p->bytes ? "%c arg not in range(256)"
                                 : "%c arg not in range(0x110000)");
        }
        cp = (uint32_t)code;
    }
    int64_t room = d->width > 1 ? d->width - 1 : 0;
    tl_format_fill(&p->out, ' ', d->left ? 0 : room);
    tl_buf_append_utf8(&p->out, cp);
    tl_format_fill(&p->out, ' ', d->left ? room : 0);
    return TL_OK;
}

// ---- numbers ----

static TlFormatSpec number_spec(const Directive *d) {
    TlFormatSpec spec = {' ', '>', 0, false, d->alternate, 0, d->width,
                         d->precision, d->type};
    spec.sign = d->plus ? '+' : d->blank ? ' ' : 0;
    if (d->left) {
        spec.align = '<';
    } else if (d->zero) {
        spec.fill = '0';
        spec.align = '=';
    }
    return spec;
}

// An owned int from what %d or %x got; TL_NO_VALUE = raised.
static TlValue int_arg(Percent *p, const Directive *d, TlRef v) {
    TlRuntime *rt = p->rt;
    if (tl_is_int(v)) {
        return tl_incref(v);
    }
    bool index_only = d->type == 'o' || d->type == 'x' || d->type == 'X';
    const TlSlots *slots = &tl_type_of(rt, v)->slots;
    TlValue i = TL_NO_VALUE;
    if (slots->index != NULL) {
        i = tl_index(rt, v);
    } else if (!index_only && slots->to_int != NULL) {
        i = slots->to_int(rt, v);
    }
    if (i != TL_NO_VALUE && tl_is_int(i)) {
        return i;
    }
    tl_decref(rt, i);
    if (tl_raised(rt) && !tl_error_is(rt, rt->exc.TypeError)) {
        return TL_NO_VALUE;
    }
    tl_clear_error(rt);
    return tl_raise_fmt(rt, rt->exc.TypeError,
                        "%%%c format: %s is required, not %T", (int)d->type,
                        index_only ? "an integer" : "a real number", v);
}

static TlStatus convert_int(Percent *p, const Directive *d, TlRef v) {
    TlRuntime *rt = p->rt;
    TlValue i = int_arg(p, d, v);
    if (i == TL_NO_VALUE) {
        return TL_RAISED;
    }
    int base = d->type == 'o' ? 8 : (d->type | 0x20) == 'x' ? 16 : 10;
    TlBuf text;
    tl_buf_init(&text, &rt->alloc);
    TlStatus status = tl_int_format_to(rt, i, base, &text);
    bool negative = tl_int_sign(i) < 0;
    tl_decref(rt, i);
    if (status == TL_OK && text.len - negative < (size_t)d->precision &&
        d->precision > 0) {
        TlBuf padded;  // %.5d: zeros make up the digits
        tl_buf_init(&padded, &rt->alloc);
        tl_buf_append(&padded, "-", negative);
        tl_format_fill(&padded, '0',
                       d->precision - (int64_t)(text.len - negative));
        tl_buf_append(&padded, text.data + negative, text.len - negative);
        tl_buf_deinit(&text);
        text = padded;
    }
    if (status == TL_OK && !text.failed) {
        for (size_t k = 0; d->type == 'X' && k < text.len; k++) {
            char c = text.data[k];
            text.data[k] = c >= 'a' ? (char)(c - 'a' + 'A') : c;
        }
        TlFormatSpec spec = number_spec(d);
        const char *prefix = !d->alternate   ? ""
                             : d->type == 'x' ? "0x"
                             : d->type == 'X' ? "0X"
                             : d->type == 'o' ? "0o"
                                              : "";
        TlNumberText num = {negative, prefix, text.data + negative,
                            text.len - negative, "", 0};
        tl_format_number(&p->out, &num, &spec);
    }
    p->out.failed = p->out.failed || text.failed;
    tl_buf_deinit(&text);
    return status;
}

static TlStatus convert_float(Percent *p, const Directive *d, TlRef v) {
    double x;
    if (tl_to_double(p->rt, v, &x) != TL_OK) {
        if (p->bytes && tl_error_is(p->rt, p->rt->exc.TypeError)) {
            tl_clear_error(p->rt);
            tl_raise_fmt(p->rt, p->rt->exc.TypeError,
                         "float argument required, not %T", v);
        }
        return TL_RAISED;
    }
    TlBuf text;
    tl_buf_init(&text, &p->rt->alloc);
    tl_format_double(&text, x, (char)d->type,
                     d->precision < 0 ? 6 : (int)d->precision,
                     d->alternate ? TL_FMT_ALT : 0u);
    if (!text.failed) {
        TlFormatSpec spec = number_spec(d);
        TlNumberText num;
        tl_number_split(text.data, text.len, &num);
        tl_format_number(&p->out, &num, &spec);
    }
    p->out.failed = p->out.failed || text.failed;
    tl_buf_deinit(&text);
    return TL_OK;
}

// ---- the whole ----

static TlStatus convert(Percent *p, const Directive *d) {
    TlRef v = next_arg(p);
    if (v == TL_NO_VALUE) {
        return TL_RAISED;
    }
    switch (d->type) {
    case 'b':
        if (!p->bytes) {
            break;
        }
        return convert_text(p, d, v);
    case 's':
    case 'r':
    case 'a': return convert_text(p, d, v);
    case 'c': return convert_char(p, d, v);
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X': return convert_int(p, d, v);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G': return convert_float(p, d, v);
    default: break;
    }
    tl_raise_fmt(p->rt, p->rt->exc.ValueError,
                 "unsupported format character '%c' (0x%x) at index %lld",
                 d->type > 31 && d->type < 127 ? (int)d->type : '?',
                 (unsigned)d->type, (long long)(p->at - 1));
    return TL_RAISED;
}

static TlStatus run(Percent *p) {
    const TlStr *format = p->format;
    while (p->at < format->len) {
        int64_t start = p->at;
        while (p->at < format->len && peek(p) != '%') {
            p->at++;
        }
        tl_str_append_range(&p->out, format, start, p->at);
        if (p->at == format->len) {
            break;
        }
        p->at++;
        if (peek(p) == '%') {
            tl_buf_append_char(&p->out, '%');
            p->at++;
            continue;
        }
        Directive d;
        TlStatus status = parse_directive(p, &d);
        if (status == TL_OK) {
            status = convert(p, &d);
        }
        if (status != TL_OK || tl_seq_tick(p->rt) != TL_OK) {
            return TL_RAISED;
        }
    }
    int64_t count = p->tuple != NULL ? p->tuple->len : 1;
    if (p->next < count && !p->mapping) {
        return fail(p, p->rt->exc.TypeError,
                    p->bytes
                        ? "not all arguments converted during bytes formatting"
                        : "not all arguments converted during string "
                          "formatting");
    }
    return TL_OK;
}

static TlValue format_args(TlRuntime *rt, const TlStr *format, TlRef args,
                           bool bytes) {
    Percent p = {.rt = rt,
                 .format = format,
                 .bytes = bytes,
                 .args = args,
                 .keyed = TL_NO_VALUE};
    tl_buf_init(&p.out, &rt->alloc);
    const char *data;
    int64_t len;
    p.tuple = tl_is_tuple(args) ? tl_as_tuple(args) : NULL;
    p.mapping = p.tuple == NULL && !tl_is_str(args) &&
                !(bytes && tl_byteslike(rt, args, &data, &len)) &&
                tl_type_of(rt, args)->slots.getitem != NULL;
    TlValue text = TL_NO_VALUE;
    if (run(&p) == TL_OK) {
        text = tl_str_from_buf(rt, &p.out);
    }
    tl_clear(rt, &p.keyed);
    tl_buf_deinit(&p.out);
    return text;
}

TlValue tl_str_percent(TlRuntime *rt, TlStr *format, TlRef args) {
    return format_args(rt, format, args, false);
}

TlValue tl_bytes_percent(TlRuntime *rt, TlRef format, TlRef args) {
    TlValue text = tl_bytes_decode(rt, format, "latin-1", NULL);
    if (text == TL_NO_VALUE) {
        return TL_NO_VALUE;
    }
    TlValue made = format_args(rt, tl_as_str(text), args, true);
    tl_decref(rt, text);
    if (made == TL_NO_VALUE) {
        return TL_NO_VALUE;
    }
    TlValue bytes = tl_str_encode(rt, tl_as_str(made), "latin-1", NULL);
    tl_decref(rt, made);
    return bytes;
}
