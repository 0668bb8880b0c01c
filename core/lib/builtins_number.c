// builtins_number.c — built-in functions over single numbers and characters.
// SPDX-License-Identifier: MIT
#include "lib/builtins.h"

#include "object/exc.h"
#include "object/list.h"
#include "object/number.h"
#include "object/str.h"

static TlValue builtin_abs(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    return tl_abs(rt, args[0]);
}

static TlValue builtin_divmod(TlRuntime *rt, TlRef self, const TlRef *args,
                              int nargs, TlTuple *kwnames)
{
    return tl_binary(rt, args[0], args[1], TL_BIN_DIVMOD);
}

static TlValue builtin_pow(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    return tl_power(rt, args[0], args[1], args[2]);
}

static TlValue builtin_round(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    TlValue method;
    int found =
        tl_lookup_special(rt, args[0], TL_NAME(rt, __round__), &method);
    if (found != 1) {
        return found < 0
                   ? TL_NO_VALUE
                   : tl_raise_fmt(rt, rt->exc.TypeError,
                                  "type %T doesn't define __round__ method",
                                  args[0]);
    }
    TlValue result = tl_is_none(args[1]) ? tl_call0(rt, method)
                                         : tl_call1(rt, method, args[1]);
    tl_decref(rt, method);
    return result;
}

// ---- text of an int in a base

static TlValue in_base(TlRuntime *rt, TlRef v, int base, const char *prefix)
{
    TlValue number = tl_index(rt, v);
    if (!tl_has_value(number)) {
        return TL_NO_VALUE;
    }
    TlBuf digits, out;
    tl_buf_init(&digits, &rt->alloc);
    tl_buf_init(&out, &rt->alloc);
    TlValue text = TL_NO_VALUE;
    if (tl_int_format_to(rt, number, base, &digits) == TL_OK) {
        size_t sign = digits.len > 0 && digits.data[0] == '-';
        tl_buf_append(&out, "-", sign);
        tl_buf_append_str(&out, prefix);
        tl_buf_append(&out, digits.data + sign, digits.len - sign);
        text = tl_str_from_buf(rt, &out);
    }
    tl_buf_deinit(&digits);
    tl_buf_deinit(&out);
    tl_decref(rt, number);
    return text;
}

static TlValue builtin_bin(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    return in_base(rt, args[0], 2, "0b");
}

static TlValue builtin_hex(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    return in_base(rt, args[0], 16, "0x");
}

static TlValue builtin_oct(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    return in_base(rt, args[0], 8, "0o");
}

// ---- characters

static TlValue builtin_chr(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    TlValue number = tl_index(rt, args[0]);
    if (!tl_has_value(number)) {
        return TL_NO_VALUE;
    }
    int64_t cp;
    bool fits = tl_int_to_i64(number, &cp) && cp >= INT32_MIN &&
                cp <= INT32_MAX;
    tl_decref(rt, number);
    if (!fits) {
        return tl_raise(rt, rt->exc.OverflowError,
                        "Python int too large to convert to C int");
    }
    if (cp < 0 || cp > 0x10FFFF) {
        return tl_raise(rt, rt->exc.ValueError,
                        "chr() arg not in range(0x110000)");
    }
    return tl_str_from_char(rt, (uint32_t)cp);
}

static TlValue builtin_ord(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    TlRef v = args[0];
    int64_t len;
    if (tl_is_str(v)) {
        len = tl_as_str(v)->len;
    } else if (tl_is_bytes(v) ||
               tl_type_of(rt, v) == rt->types.bytearray) {
        len = tl_len(rt, v);
    } else {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "ord() expected string of length 1, but %T found",
                            v);
    }
    if (len != 1) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "ord() expected a character, but string of "
                            "length %lld found",
                            (long long)len);
    }
    return tl_is_str(v) ? tl_small_int(tl_str_at(tl_as_str(v), 0))
                        : tl_getitem(rt, v, tl_small_int(0));
}

const TlNativeDef tl_builtins_number_defs[] = {
    {"abs", builtin_abs, TL_FN_ONE, "(x, /)",
     "Return the absolute value of the argument."},
    {"bin", builtin_bin, TL_FN_ONE, "(number, /)",
     "Return the binary representation of an integer."},
    {"chr", builtin_chr, TL_FN_ONE, "(i, /)",
     "Return a Unicode string of one character with ordinal i."},
    {"divmod", builtin_divmod, TL_FN_SIG, "(x, y, /)",
     "Return the tuple (x//y, x%y)."},
    {"hex", builtin_hex, TL_FN_ONE, "(number, /)",
     "Return the hexadecimal representation of an integer."},
    {"oct", builtin_oct, TL_FN_ONE, "(number, /)",
     "Return the octal representation of an integer."},
    {"ord", builtin_ord, TL_FN_ONE, "(c, /)",
     "Return the Unicode code point for a one-character string."},
    {"pow", builtin_pow, TL_FN_SIG, "(base, exp, mod=None)",
     "Equivalent to base**exp, or base**exp % mod."},
    {"round", builtin_round, TL_FN_SIG, "(number, ndigits=None)",
     "Round a number to a given precision in decimal digits."},
    {NULL, NULL, 0, NULL, NULL},
};
