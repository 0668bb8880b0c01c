// int_methods.c — the methods and attributes of int.
// SPDX-License-Identifier: MIT

#include "object/exc.h"
#include "object/list.h"
#include "object/number_impl.h"
#include "object/str_impl.h"

static TlValue m_self(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                      TlTuple *kwnames) {
    return tl_int_exact(rt, self);
}

static TlValue m_bit_length(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames) {
    TlIntView v;
    tl_int_view(self, &v);
    return tl_small_int((int64_t)tl_mag_bits(v.d, v.n));
}

static TlValue m_bit_count(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames) {
    TlIntView v;
    tl_int_view(self, &v);
    int64_t count = 0;
    for (size_t i = 0; i < v.n; i++) {
        for (uint32_t rest = v.d[i]; rest != 0; rest &= rest - 1) {
            count++;
        }
    }
    return tl_small_int(count);
}

static TlValue m_as_integer_ratio(TlRuntime *rt, TlRef self, const TlRef *args,
                                  int nargs, TlTuple *kwnames) {
    TlValue exact = tl_int_exact(rt, self);
    if (exact == TL_NO_VALUE) {
        return TL_NO_VALUE;
    }
    TlValue pair = tl_tuple_pack2(rt, exact, tl_small_int(1));
    tl_decref(rt, exact);
    return pair;
}

static TlValue m_getnewargs(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames) {
    TlValue exact = tl_int_exact(rt, self);
    if (exact == TL_NO_VALUE) {
        return TL_NO_VALUE;
    }
    TlTuple *tuple = tl_tuple_from(rt, &exact, 1);
    tl_decref(rt, exact);
    return tuple == NULL ? TL_NO_VALUE : tl_from_obj(tuple);
}

static TlValue m_format(TlRuntime *rt, TlRef self, const TlRef *args,
                        int nargs, TlTuple *kwnames) {
    if (!tl_is_str(args[0])) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "__format__() argument must be str, not %T",
                            args[0]);
    }
    return tl_format_int(rt, self, tl_as_str(args[0]));
}

// ---- rounding ----

// [v] to the nearest multiple of [unit] > 0, ties to the even multiple.
static TlValue round_to(TlRuntime *rt, TlRef v, TlRef unit) {
    TlValue q, r;
    if (tl_int_floor_divmod(rt, v, unit, &q, &r) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlValue twice = tl_int_binary(rt, r, tl_small_int(1), TL_BIN_LSHIFT);
    tl_decref(rt, r);
    if (twice == TL_NO_VALUE) {
        tl_decref(rt, q);
        return TL_NO_VALUE;
    }
    int order = tl_int_compare(twice, unit);
    tl_decref(rt, twice);
    TlIntView view;
    tl_int_view(q, &view);
    if (order > 0 || (order == 0 && view.n > 0 && (view.d[0] & 1))) {
        TlValue next = tl_int_binary(rt, q, tl_small_int(1), TL_BIN_ADD);
        tl_decref(rt, q);
        q = next;
    }
    if (q == TL_NO_VALUE) {
        return TL_NO_VALUE;
    }
    TlValue result = tl_int_binary(rt, q, unit, TL_BIN_MUL);
    tl_decref(rt, q);
    return result;
}

static TlValue m_round(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                       TlTuple *kwnames) {
    if (tl_check_nargs(rt, "__round__", nargs, 0, 1) != TL_OK) {
        return TL_NO_VALUE;
    }
    if (nargs == 0) {
        return tl_int_exact(rt, self);
    }
    TlValue digits = tl_index(rt, args[0]);
    if (digits == TL_NO_VALUE) {
        return TL_NO_VALUE;
    }
    int64_t n = 0;
    bool fits = tl_int_to_i64(digits, &n);
    bool negative = tl_int_sign(digits) < 0;
    tl_decref(rt, digits);
    if (!negative) {
        return tl_int_exact(rt, self);
    }
    TlIntView v;
    tl_int_view(self, &v);
    if (!fits || n < -(int64_t)(tl_mag_bits(v.d, v.n) / 3) - 2) {
        return tl_small_int(0);  // less than half of the unit
    }
    TlValue unit = tl_int_pow(rt, tl_small_int(10), tl_small_int(-n), TL_NONE);
    if (unit == TL_NO_VALUE) {
        return TL_NO_VALUE;
    }
    TlValue result = round_to(rt, self, unit);
    tl_decref(rt, unit);
    return result;
}

// ---- bytes ----

// byteorder: 1 big, 0 little, -1 raised.
static int big_endian(TlRuntime *rt, TlRef order, const char *function) {
    if (order == TL_NO_VALUE) {
        return 1;
    }
    if (!tl_is_str(order)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "%s() argument 'byteorder' must be str, not %T", function,
                     order);
        return -1;
    }
    if (tl_str_is(tl_as_str(order), "big")) {
        return 1;
    }
    if (tl_str_is(tl_as_str(order), "little")) {
        return 0;
    }
    tl_raise(rt, rt->exc.ValueError,
             "byteorder must be either 'little' or 'big'");
    return -1;
}

// Fills [out] with the low bytes of [v] in two's complement. False: too big.
static bool write_bytes(const TlIntView *v, bool is_signed, bool big,
                        char *out, size_t len) {
    uint64_t pending = 0;
    int have = 0;
    size_t digit = 0;
    uint32_t carry = 1;
    uint32_t byte = 0;
    for (size_t i = 0; i < len; i++) {
        if (have < 8 && digit < v->n) {
            pending |= (uint64_t)v->d[digit++] << have;
            have += TL_DIGIT_BITS;
        }
        byte = (uint32_t)(pending & 0xFF);
        pending >>= 8;
        have = have >= 8 ? have - 8 : 0;
        if (v->sign < 0) {
            carry += ~byte & 0xFF;
            byte = carry & 0xFF;
            carry >>= 8;
        }
        out[big ? len - 1 - i : i] = (char)byte;
    }
    uint64_t bits = tl_mag_bits(v->d, v->n);
    if (bits > (uint64_t)len * 8) {
        return false;
    }
    if (!is_signed || v->sign == 0) {
        return true;
    }
    return len > 0 && (byte >> 7) == (v->sign < 0);
}

static TlValue m_to_bytes(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames) {
    int64_t len;
    if (tl_size_arg(rt, args[0], &len) != TL_OK) {
        return TL_NO_VALUE;
    }
    int big = big_endian(rt, args[1], "to_bytes");
    int is_signed = tl_truth(rt, args[2]);
    if (big < 0 || is_signed < 0) {
        return TL_NO_VALUE;
    }
    if (len < 0) {
        return tl_raise(rt, rt->exc.ValueError,
                        "length argument must be non-negative");
    }
    if (!is_signed && tl_int_sign(self) < 0) {
        return tl_raise(rt, rt->exc.OverflowError,
                        "can't convert negative int to unsigned");
    }
    TlIntView v;
    tl_int_view(self, &v);
    TlBytes *bytes = tl_bytes_alloc(rt, len);
    if (bytes == NULL) {
        return TL_NO_VALUE;
    }
    if (!write_bytes(&v, is_signed, big, bytes->data, (size_t)len)) {
        tl_release(rt, bytes);
        return tl_raise(rt, rt->exc.OverflowError, "int too big to convert");
    }
    return tl_from_obj(bytes);
}

static TlValue read_bytes(TlRuntime *rt, const unsigned char *data, size_t len,
                          bool big, bool is_signed) {
    TlMag m;
    tl_mag_init(&m);
    if (tl_mag_resize(rt, &m, len * 8 / TL_DIGIT_BITS + 1) != TL_OK) {
        return TL_NO_VALUE;
    }
    bool negative =
        is_signed && len > 0 && data[big ? 0 : len - 1] >= 0x80;
    uint64_t pending = 0;
    int have = 0;
    size_t digit = 0;
    uint32_t carry = 1;
    for (size_t i = 0; i < len; i++) {
        uint32_t byte = data[big ? len - 1 - i : i];
        if (negative) {
            carry += ~byte & 0xFF;
            byte = carry & 0xFF;
            carry >>= 8;
        }
        pending |= (uint64_t)byte << have;
        have += 8;
        if (have >= TL_DIGIT_BITS) {
            m.d[digit++] = (uint32_t)(pending & TL_DIGIT_MASK);
            pending >>= TL_DIGIT_BITS;
            have -= TL_DIGIT_BITS;
        }
    }
    m.d[digit++] = (uint32_t)pending;
    m.n = digit;
    // -2**(8 len) would need one bit more, but its magnitude's bytes are zero
    // only when the value is zero, which is not negative.
    TlValue v = tl_int_from_mag(rt, negative ? -1 : 1, &m);
    tl_mag_free(rt, &m);
    return v;
}

static TlValue m_from_bytes(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames) {
    int big = big_endian(rt, args[1], "from_bytes");
    int is_signed = tl_truth(rt, args[2]);
    if (big < 0 || is_signed < 0) {
        return TL_NO_VALUE;
    }
    TlValue bytes = tl_bytes_from_object(rt, args[0]);
    if (bytes == TL_NO_VALUE) {
        return TL_NO_VALUE;
    }
    const char *data;
    int64_t len;
    tl_byteslike(rt, bytes, &data, &len);
    TlValue v = read_bytes(rt, (const unsigned char *)data, (size_t)len, big,
                           is_signed);
    tl_decref(rt, bytes);
    if (v == TL_NO_VALUE || tl_as_obj(self) == (TlObject *)rt->types.int_) {
        return v;
    }
    TlValue instance = tl_call1(rt, self, v);
    tl_decref(rt, v);
    return instance;
}

// ---- tables ----

static TlValue get_self(TlRuntime *rt, TlRef self, void *closure) {
    return tl_int_exact(rt, self);
}

static TlValue get_zero(TlRuntime *rt, TlRef self, void *closure) {
    return tl_small_int(0);
}

static TlValue get_one(TlRuntime *rt, TlRef self, void *closure) {
    return tl_small_int(1);
}

const TlGetSetDef tl_int_getsets[] = {
    {"real", get_self, NULL, NULL},
    {"imag", get_zero, NULL, NULL},
    {"numerator", get_self, NULL, NULL},
    {"denominator", get_one, NULL, NULL},
    {0},
};

const TlNativeDef tl_int_methods[] = {
    {"conjugate", m_self, TL_FN_NOARGS, "(self, /)",
     "Returns self, the complex conjugate of any int."},
    {"bit_length", m_bit_length, TL_FN_NOARGS, "(self, /)",
     "Number of bits necessary to represent self in binary."},
    {"bit_count", m_bit_count, TL_FN_NOARGS, "(self, /)",
     "Number of ones in the binary representation of the absolute value of "
     "self."},
    {"to_bytes", m_to_bytes, TL_FN_SIG,
     "(length=1, byteorder=?, *, signed=False)",
     "Return an array of bytes representing an integer."},
    {"from_bytes", m_from_bytes, TL_FN_SIG | TL_FN_CLASS,
     "(bytes, byteorder=?, *, signed=False)",
     "Return the integer represented by the given array of bytes."},
    {"as_integer_ratio", m_as_integer_ratio, TL_FN_NOARGS, "(self, /)",
     "Return a pair of integers, whose ratio is equal to the original int."},
    {"__trunc__", m_self, TL_FN_NOARGS, "(self, /)",
     "Truncating an Integral returns itself."},
    {"__floor__", m_self, TL_FN_NOARGS, "(self, /)",
     "Flooring an Integral returns itself."},
    {"__ceil__", m_self, TL_FN_NOARGS, "(self, /)",
     "Ceiling of an Integral returns itself."},
    {"__round__", m_round, TL_FN_RAW, "(self, ndigits=None, /)",
     "Rounding an Integral returns itself."},
    {"__getnewargs__", m_getnewargs, TL_FN_NOARGS, "(self, /)", NULL},
    {"__format__", m_format, TL_FN_ONE, "(self, format_spec, /)", NULL},
    {0},
};
