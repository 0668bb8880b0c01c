// float_methods.c — the methods and attributes of float.
// SPDX-License-Identifier: MIT

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/numfmt.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/number_impl.h"
#include "object/str_impl.h"

static TlValue m_self(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                      TlTuple *kwnames) {
    return tl_from_double(tl_float_value(self));
}

static TlValue m_is_integer(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames) {
    double d = tl_float_value(self);
    return tl_bool(isfinite(d) && floor(d) == d);
}

static TlValue m_trunc(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                       TlTuple *kwnames) {
    return tl_int_from_double(rt, tl_float_value(self));
}

static TlValue m_floor(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                       TlTuple *kwnames) {
    return tl_int_from_double(rt, floor(tl_float_value(self)));
}

static TlValue m_ceil(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                      TlTuple *kwnames) {
    return tl_int_from_double(rt, ceil(tl_float_value(self)));
}

static TlValue m_getnewargs(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames) {
    TlValue exact = tl_from_double(tl_float_value(self));
    TlTuple *tuple = tl_tuple_from(rt, &exact, 1);
    return tuple == NULL ? TL_NO_VALUE : tl_from_obj(tuple);
}

static TlValue m_format(TlRuntime *rt, TlRef self, const TlRef *args,
                        int nargs, TlTuple *kwnames) {
    if (!tl_is_str(args[0])) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "__format__() argument must be str, not %T",
                            args[0]);
    }
    return tl_format_float(rt, self, tl_as_str(args[0]));
}

// The pair m, 2**e as ints with d == m * 2**e in lowest terms.
static TlValue ratio(TlRuntime *rt, double d) {
    int exponent;
    double fraction = frexp(d, &exponent);
    while (fraction != floor(fraction)) {
        fraction *= 2.0;
        exponent--;
    }
    TlValue num = tl_int_from_integral(rt, fraction);
    TlValue power = tl_int_binary(rt, tl_small_int(1),
                                  tl_small_int(abs(exponent)), TL_BIN_LSHIFT);
    TlValue pair = TL_NO_VALUE;
    if (num != TL_NO_VALUE && power != TL_NO_VALUE) {
        if (exponent > 0) {
            TlValue scaled = tl_int_binary(rt, num, power, TL_BIN_MUL);
            tl_decref(rt, power);
            power = tl_small_int(1);
            tl_decref(rt, num);
            num = scaled;
        }
        if (num != TL_NO_VALUE) {
            pair = tl_tuple_pack2(rt, num, power);
        }
    }
    tl_decref(rt, num);
    tl_decref(rt, power);
    return pair;
}

static TlValue m_as_integer_ratio(TlRuntime *rt, TlRef self, const TlRef *args,
                                  int nargs, TlTuple *kwnames) {
    double d = tl_float_value(self);
    if (isinf(d)) {
        return tl_raise(rt, rt->exc.OverflowError,
                        "cannot convert Infinity to integer ratio");
    }
    if (isnan(d)) {
        return tl_raise(rt, rt->exc.ValueError,
                        "cannot convert NaN to integer ratio");
    }
    return ratio(rt, d);
}

// ---- rounding ----

// Digits of the exact decimal value of any double: "d.ddd...e+xxx".
#define EXACT_DIGITS 767

// |x| to the nearest multiple of 10**places > 1, ties to even, from the exact
// value: rounding twice would go wrong.
static double round_left(double x, int places) {
    char text[EXACT_DIGITS + 16];
    snprintf(text, sizeof text, "%.*e", EXACT_DIGITS - 1, x);
    int exponent = atoi(strchr(text, 'e') + 1);
    int keep = exponent + 1 - places;  // digits in front of the cut
    if (keep < 0) {
        return 0.0;
    }
    if (keep > 0) {
        snprintf(text, sizeof text, "%.*e", keep - 1, x);
        return strtod(text, NULL);
    }
    *strchr(text, 'e') = '\0';
    bool above_half =
        text[0] > '5' || (text[0] == '5' && strspn(text + 2, "0") !=
                                                strlen(text + 2));
    if (!above_half) {
        return 0.0;
    }
    snprintf(text, sizeof text, "1e%d", places);
    return strtod(text, NULL);
}

static double round_right(double x, int places) {
    char text[360 + 330];
    snprintf(text, sizeof text, "%.*f", places, x);
    return strtod(text, NULL);
}

static TlValue round_places(TlRuntime *rt, double x, int64_t places) {
    if (!isfinite(x) || x == 0.0 || places > 323) {
        return tl_from_double(x);
    }
    if (places < -308) {
        return tl_from_double(0.0 * x);
    }
    double r = places < 0 ? round_left(fabs(x), (int)-places)
                          : round_right(fabs(x), (int)places);
    if (isinf(r)) {
        return tl_raise(rt, rt->exc.OverflowError,
                        "rounded value too large to represent");
    }
    return tl_from_double(copysign(r, x));
}

static TlValue m_round(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                       TlTuple *kwnames) {
    if (tl_check_nargs(rt, "__round__", nargs, 0, 1) != TL_OK) {
        return TL_NO_VALUE;
    }
    double x = tl_float_value(self);
    if (nargs == 0 || args[0] == TL_NONE) {
        double r = round(x);
        if (fabs(x - r) == 0.5) {
            r = 2.0 * round(x / 2.0);
        }
        return tl_int_from_double(rt, r);
    }
    int64_t places;
    if (tl_size_arg(rt, args[0], &places) != TL_OK) {
        return TL_NO_VALUE;
    }
    return round_places(rt, x, places);
}

// ---- hexadecimal ----

static TlValue m_hex(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                     TlTuple *kwnames) {
    double d = tl_float_value(self);
    const char *sign = signbit(d) ? "-" : "";
    if (isnan(d)) {
        return tl_str_from_cstr(rt, "nan");
    }
    if (isinf(d)) {
        return tl_str_fmt(rt, "%sinf", sign);
    }
    if (d == 0.0) {
        return tl_str_fmt(rt, "%s0x0.0p+0", sign);
    }
    int exponent;
    double fraction = frexp(fabs(d), &exponent);
    exponent--;
    int shift = exponent < -1022 ? -1022 - exponent : 0;
    uint64_t mantissa = (uint64_t)ldexp(fraction, 53 - shift);
    exponent += shift;
    char digits[24];
    snprintf(digits, sizeof digits, "%013llx",
             (unsigned long long)(mantissa & ((UINT64_C(1) << 52) - 1)));
    return tl_str_fmt(rt, "%s0x%d.%sp%s%d", sign, (int)(mantissa >> 52),
                      digits, exponent < 0 ? "" : "+", exponent);
}

// What fromhex has read: mantissa * 2**exponent.
typedef struct Hex {
    uint64_t mantissa;  // the first 60 bits
    bool sticky;        // a bit was cut off
    int64_t exponent;
    bool any;  // a digit was seen
} Hex;

static int hex_value(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    char lower = (char)(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

static const char *hex_digits(const char *p, const char *end, Hex *h,
                              int per_digit) {
    for (; p < end && hex_value(*p) >= 0; p++) {
        int digit = hex_value(*p);
        h->any = true;
        if (h->mantissa >> 56 != 0) {
            h->sticky = h->sticky || digit != 0;
            h->exponent += 4;
        } else {
            h->mantissa = h->mantissa << 4 | (unsigned)digit;
        }
        h->exponent += per_digit;
    }
    return p;
}

// "p" and a decimal exponent, when there is one. NULL: malformed.
static const char *hex_exponent(const char *p, const char *end, Hex *h) {
    if (p == end || (*p | 0x20) != 'p') {
        return p;
    }
    p++;
    bool negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+')) {
        p++;
    }
    const char *first = p;
    int64_t value = 0;
    for (; p < end && *p >= '0' && *p <= '9'; p++) {
        value = value > 100000000 ? value : value * 10 + (*p - '0');
    }
    if (p == first) {
        return NULL;
    }
    h->exponent += negative ? -value : value;
    return p;
}

static bool is_word(const char *p, const char *end, const char *word) {
    for (; p < end && *word != '\0' && (*p | 0x20) == *word; p++, word++) {
    }
    return p == end && *word == '\0';
}

// False: malformed. Infinite when too large.
static bool parse_hex(const char *p, const char *end, double *out) {
    bool negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+')) {
        p++;
    }
    double d;
    if (is_word(p, end, "inf") || is_word(p, end, "infinity")) {
        d = INFINITY;
        *out = negative ? -d : d;
        return true;
    }
    if (is_word(p, end, "nan")) {
        *out = NAN;
        return true;
    }
    if (end - p >= 2 && p[0] == '0' && (p[1] | 0x20) == 'x') {
        p += 2;
    }
    Hex h = {0, false, 0, false};
    p = hex_digits(p, end, &h, 0);
    if (p < end && *p == '.') {
        p = hex_digits(p + 1, end, &h, -4);
    }
    p = h.any ? hex_exponent(p, end, &h) : NULL;
    if (p != end) {
        return false;
    }
    if (h.mantissa == 0 || h.exponent < -2000) {
        d = 0.0;
    } else if (h.exponent > 2000) {
        d = HUGE_VAL;
    } else {
        while (h.mantissa >> 60 == 0) {
            h.mantissa <<= 1;
            h.exponent--;
        }
        d = tl_round_scaled(h.mantissa, h.exponent, h.sticky);
    }
    *out = negative ? -d : d;
    return true;
}

static TlValue m_fromhex(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames) {
    if (!tl_is_str(args[0])) {
        return tl_raise(rt, rt->exc.TypeError, "bad argument type for "
                                               "built-in operation");
    }
    size_t len;
    const char *p = tl_str_utf8(rt, tl_as_str(args[0]), &len);
    if (p == NULL) {
        return TL_NO_VALUE;
    }
    const char *end = p + len;
    while (p < end && (*p == ' ' || (*p >= 9 && *p <= 13))) {
        p++;
    }
    while (end > p && (end[-1] == ' ' || (end[-1] >= 9 && end[-1] <= 13))) {
        end--;
    }
    double d;
    if (!parse_hex(p, end, &d)) {
        return tl_raise(rt, rt->exc.ValueError,
                        "invalid hexadecimal floating-point string");
    }
    if (isinf(d) && (p[0] | 0x20) != 'i' && (p[1] | 0x20) != 'i') {
        return tl_raise(rt, rt->exc.OverflowError,
                        "hexadecimal value too large to represent as a float");
    }
    if (tl_as_obj(self) == (TlObject *)rt->types.float_) {
        return tl_from_double(d);
    }
    return tl_call1(rt, self, tl_from_double(d));
}

// ---- tables ----

static TlValue get_self(TlRuntime *rt, TlRef self, void *closure) {
    return tl_from_double(tl_float_value(self));
}

static TlValue get_zero(TlRuntime *rt, TlRef self, void *closure) {
    return tl_from_double(0.0);
}

const TlGetSetDef tl_float_getsets[] = {
    {"real", get_self, NULL, NULL},
    {"imag", get_zero, NULL, NULL},
    {0},
};

const TlNativeDef tl_float_methods[] = {
    {"conjugate", m_self, TL_FN_NOARGS, "(self, /)",
     "Return self, the complex conjugate of any float."},
    {"is_integer", m_is_integer, TL_FN_NOARGS, "(self, /)",
     "Return True if the float is an integer."},
    {"as_integer_ratio", m_as_integer_ratio, TL_FN_NOARGS, "(self, /)",
     "Return a pair of integers, whose ratio is exactly equal to the "
     "original float."},
    {"hex", m_hex, TL_FN_NOARGS, "(self, /)",
     "Return a hexadecimal representation of a floating-point number."},
    {"fromhex", m_fromhex, TL_FN_ONE | TL_FN_CLASS, "(string, /)",
     "Create a floating-point number from a hexadecimal string."},
    {"__trunc__", m_trunc, TL_FN_NOARGS, "(self, /)",
     "Return the Integral closest to x between 0 and x."},
    {"__floor__", m_floor, TL_FN_NOARGS, "(self, /)",
     "Return the floor as an Integral."},
    {"__ceil__", m_ceil, TL_FN_NOARGS, "(self, /)",
     "Return the ceiling as an Integral."},
    {"__round__", m_round, TL_FN_RAW, "(self, ndigits=None, /)",
     "Return the Integral closest to x, rounding half toward even."},
    {"__getnewargs__", m_getnewargs, TL_FN_NOARGS, "(self, /)", NULL},
    {"__format__", m_format, TL_FN_ONE, "(self, format_spec, /)",
     "Formats the float according to format_spec."},
    {0},
};
