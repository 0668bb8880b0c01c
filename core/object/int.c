// int.c — the int type: making, converting, comparing, hashing.
// SPDX-License-Identifier: MIT
//
// Invariant: a value that fits 48 bits is always an immediate, unless it is an
// instance of a subclass; so exact ints are equal only if both are immediates
// or both are TlInt objects. Arithmetic is in int_arith.c, text in int_text.c,
// the type's methods in int_methods.c, digit arrays in bigint.c.

#include "object/number.h"

#include <math.h>

#include "base/check.h"
#include "object/exc.h"
#include "object/number_impl.h"
#include "object/str_impl.h"

// ---- making ----

static size_t int_size(const TlType *type, size_t ndigits) {
    return tl_var_size(type, ndigits * sizeof(uint32_t));
}

static TlValue int_object(TlRuntime *rt, TlType *type, int sign,
                          const uint32_t *d, size_t n) {
    TlInt *z = tl_object_new_sized(rt, type, int_size(type, n));
    if (z == NULL) {
        return TL_NO_VALUE;
    }
    z->sign = n == 0 ? 0 : sign;
    z->ndigits = (uint32_t)n;
    memcpy(z->digits, d, n * sizeof *d);
    return tl_from_obj(z);
}

static void int_free(TlRuntime *rt, TlObject *self) {
    size_t n = ((TlInt *)self)->ndigits;
    tl_object_free_sized(rt, self, int_size(self->type, n));
}

TlValue tl_int_from_mag(TlRuntime *rt, int sign, TlMag *m) {
    tl_mag_trim(m);
    if (m->n <= 2) {
        int64_t u = m->n == 0 ? 0 : m->d[0];
        if (m->n == 2) {
            u |= (int64_t)m->d[1] << TL_DIGIT_BITS;
        }
        int64_t i = sign < 0 ? -u : u;
        if (tl_fits_small(i)) {
            return tl_small_int(i);
        }
    }
    return int_object(rt, rt->types.int_, sign, m->d, m->n);
}

TlValue tl_int_subtype_new(TlRuntime *rt, TlType *type, TlRef v) {
    TlIntView view;
    tl_int_view(v, &view);
    return int_object(rt, type, view.sign, view.d, view.n);
}

TlValue tl_int_exact(TlRuntime *rt, TlRef v) {
    if (tl_is_small_int(v) ||
        (tl_is_obj(v) && tl_as_obj(v)->type == rt->types.int_)) {
        return tl_incref(v);
    }
    if (tl_is_bool(v)) {
        return tl_small_int(v == TL_TRUE);
    }
    TlIntView view;
    tl_int_view(v, &view);
    TlMag m;
    tl_mag_init(&m);
    TlValue exact = TL_NO_VALUE;
    if (tl_mag_copy(rt, &m, view.d, view.n) == TL_OK) {
        exact = tl_int_from_mag(rt, view.sign, &m);
    }
    tl_mag_free(rt, &m);
    return exact;
}

TlValue tl_int_from_u64(TlRuntime *rt, uint64_t u) {
    TlMag m;
    tl_mag_init(&m);
    tl_mag_set_u64(&m, u);
    return tl_int_from_mag(rt, 1, &m);
}

TlValue tl_int_from_i64(TlRuntime *rt, int64_t i) {
    if (tl_fits_small(i)) {
        return tl_small_int(i);
    }
    TlMag m;
    tl_mag_init(&m);
    tl_mag_set_u64(&m, i < 0 ? 0 - (uint64_t)i : (uint64_t)i);
    return tl_int_from_mag(rt, i < 0 ? -1 : 1, &m);
}

TlValue tl_int_from_integral(TlRuntime *rt, double d) {
    if (fabs(d) < 0x1p62) {
        return tl_int_from_i64(rt, (int64_t)d);
    }
    int exponent;
    uint64_t mantissa = (uint64_t)ldexp(frexp(fabs(d), &exponent), 53);
    TlMag m, shifted;
    tl_mag_init(&m);
    tl_mag_init(&shifted);
    tl_mag_set_u64(&m, mantissa);
    TlValue result = TL_NO_VALUE;
    if (tl_mag_shift_left(rt, &shifted, m.d, m.n, (uint64_t)(exponent - 53)) ==
        TL_OK) {
        result = tl_int_from_mag(rt, d < 0 ? -1 : 1, &shifted);
    }
    tl_mag_free(rt, &shifted);
    return result;
}

TlValue tl_int_from_double(TlRuntime *rt, double d) {
    if (isinf(d)) {
        return tl_raise(rt, rt->exc.OverflowError,
                        "cannot convert float infinity to integer");
    }
    if (isnan(d)) {
        return tl_raise(rt, rt->exc.ValueError,
                        "cannot convert float NaN to integer");
    }
    return tl_int_from_integral(rt, trunc(d));
}

// ---- to C ----

int tl_int_to_i64(TlRef v, int64_t *out) {
    TlIntView view;
    tl_int_view(v, &view);
    if (view.n > 3 || (view.n == 3 && view.d[2] >= 16)) {
        return 0;
    }
    uint64_t u = 0;
    for (size_t i = view.n; i-- > 0;) {
        u = u << TL_DIGIT_BITS | view.d[i];
    }
    if (view.sign < 0) {
        if (u > (uint64_t)INT64_MAX + 1) {
            return 0;
        }
        *out = u == (uint64_t)INT64_MAX + 1 ? INT64_MIN : -(int64_t)u;
        return 1;
    }
    *out = (int64_t)u;
    return u <= INT64_MAX;
}

int tl_int_sign(TlRef v) {
    TlIntView view;
    tl_int_view(v, &view);
    return view.sign;
}

TlStatus tl_int_to_double(TlRuntime *rt, TlRef v, double *out) {
    TlIntView view;
    tl_int_view(v, &view);
    uint64_t bits = tl_mag_bits(view.d, view.n);
    bool sticky;
    uint64_t top = tl_mag_top64(view.d, view.n, &sticky);
    // Keep 53 bits, round half to even on the 11 below and what is lower.
    uint64_t kept = top >> 11;
    uint64_t rest = top & 0x7FF;
    if (rest > 0x400 || (rest == 0x400 && (sticky || (kept & 1)))) {
        kept++;
    }
    double d = bits > 1024 ? INFINITY
                           : ldexp((double)kept, (int)bits - 53);
    if (isinf(d)) {
        tl_raise(rt, rt->exc.OverflowError,
                 "int too large to convert to float");
        return TL_RAISED;
    }
    *out = view.sign < 0 ? -d : d;
    return TL_OK;
}

// ---- comparing and hashing ----

int tl_int_compare(TlRef a, TlRef b) {
    if (tl_is_small_int(a) && tl_is_small_int(b)) {
        int64_t x = tl_as_small(a);
        int64_t y = tl_as_small(b);
        return (x > y) - (x < y);
    }
    TlIntView va, vb;
    tl_int_view(a, &va);
    tl_int_view(b, &vb);
    if (va.sign != vb.sign) {
        return va.sign < vb.sign ? -1 : 1;
    }
    int order = tl_mag_compare(va.d, va.n, vb.d, vb.n);
    return va.sign < 0 ? -order : order;
}

// Splits |d| >= 1 into the digits of its integral part; at most 35 of them.
static size_t double_digits(double d, uint32_t *digits) {
    size_t n = 0;
    double scale = 1;
    while (d / scale >= 0x1p30) {
        scale *= 0x1p30;
        n++;
    }
    for (size_t i = n + 1; i-- > 0; scale *= 0x1p-30) {
        digits[i] = (uint32_t)(d / scale);
        d -= digits[i] * scale;
    }
    return n + 1;
}

int tl_int_compare_double(TlRuntime *rt, TlRef a, double d) {
    if (isnan(d)) {
        return 2;
    }
    TlIntView view;
    tl_int_view(a, &view);
    int sign = (d > 0) - (d < 0);
    if (view.sign != sign) {
        return view.sign < sign ? -1 : 1;
    }
    if (view.n <= 1) {
        double x = view.n == 0 ? 0.0 : (double)view.d[0] * sign;
        return (x > d) - (x < d);
    }
    if (isinf(d)) {
        return -sign;
    }
    double whole = trunc(fabs(d));
    if (whole < 1) {
        return sign;
    }
    uint32_t digits[36];
    size_t n = double_digits(whole, digits);
    int order = tl_mag_compare(view.d, view.n, digits, n);
    if (order == 0 && whole < fabs(d)) {
        order = -1;
    }
    return order * sign;
}

// CPython's hash of numbers: the value modulo the prime 2**61 - 1.
#define HASH_BITS 61
#define HASH_PRIME ((UINT64_C(1) << HASH_BITS) - 1)

int64_t tl_hash_int(TlRef v) {
    TlIntView view;
    tl_int_view(v, &view);
    uint64_t h = 0;
    for (size_t i = view.n; i-- > 0;) {
        h = (h << TL_DIGIT_BITS & HASH_PRIME) |
            h >> (HASH_BITS - TL_DIGIT_BITS);
        h += view.d[i];
        if (h >= HASH_PRIME) {
            h -= HASH_PRIME;
        }
    }
    int64_t signed_hash = view.sign < 0 ? -(int64_t)h : (int64_t)h;
    return signed_hash == -1 ? -2 : signed_hash;
}

// ---- slots ----

static TlValue int_compare(TlRuntime *rt, TlRef a, TlRef b, TlCompareOp op) {
    if (!tl_is_int(a) || !tl_is_int(b)) {
        return TL_NOT_IMPLEMENTED;
    }
    return tl_order_result(tl_int_compare(a, b), op);
}

static TlStatus int_hash(TlRuntime *rt, TlRef self, int64_t *hash) {
    *hash = tl_hash_int(self);
    return TL_OK;
}

static int int_truth(TlRuntime *rt, TlRef self) {
    return tl_int_sign(self) != 0;
}

static TlValue int_repr(TlRuntime *rt, TlRef self) {
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    TlValue text = TL_NO_VALUE;
    if (tl_int_format_to(rt, self, 10, &out) == TL_OK) {
        text = tl_str_from_buf(rt, &out);
    }
    tl_buf_deinit(&out);
    return text;
}

static TlValue int_to_float(TlRuntime *rt, TlRef self) {
    double d;
    return tl_int_to_double(rt, self, &d) == TL_OK ? tl_from_double(d)
                                                   : TL_NO_VALUE;
}

// int(x) where a special method gave [v]: it must be an int.
static TlValue check_int(TlRuntime *rt, TlValue v, const char *method) {
    if (v == TL_NO_VALUE || tl_is_int(v)) {
        if (v == TL_NO_VALUE) {
            return v;
        }
        TlValue exact = tl_int_exact(rt, v);
        tl_decref(rt, v);
        return exact;
    }
    tl_raise_fmt(rt, rt->exc.TypeError, "%s returned non-int (type %T)",
                 method, v);
    tl_decref(rt, v);
    return TL_NO_VALUE;
}

static TlValue int_from_text(TlRuntime *rt, TlRef x, int base) {
    if (tl_is_str(x)) {
        TlBuf text;
        tl_buf_init(&text, &rt->alloc);
        TlValue result = TL_NO_VALUE;
        if (tl_number_text(rt, tl_as_str(x), &text) == TL_OK) {
            result = tl_int_parse_shown(rt, text.data, text.len, base, x);
        }
        tl_buf_deinit(&text);
        return result;
    }
    const char *data;
    int64_t len;
    tl_byteslike(rt, x, &data, &len);
    return tl_int_parse_shown(rt, data, (size_t)len, base, x);
}

static TlValue int_of(TlRuntime *rt, TlRef x) {
    if (tl_is_int(x) && !tl_is_obj(x)) {
        return tl_int_exact(rt, x);
    }
    TlType *type = tl_type_of(rt, x);
    if (type->slots.to_int != NULL) {
        return check_int(rt, type->slots.to_int(rt, x), "__int__");
    }
    if (type->slots.index != NULL) {
        return check_int(rt, type->slots.index(rt, x), "__index__");
    }
    TlValue trunc_method;
    int found = tl_lookup_special(rt, x, TL_NAME(rt, __trunc__), &trunc_method);
    if (found != 0) {
        TlValue v = found < 0 ? TL_NO_VALUE : tl_call0(rt, trunc_method);
        if (found > 0) {
            tl_decref(rt, trunc_method);
        }
        return check_int(rt, v, "__trunc__");
    }
    const char *data;
    int64_t len;
    if (tl_is_str(x) || tl_byteslike(rt, x, &data, &len)) {
        return int_from_text(rt, x, 10);
    }
    return tl_raise_fmt(rt, rt->exc.TypeError,
                        "int() argument must be a string, a bytes-like object "
                        "or a real number, not '%T'",
                        x);
}

static TlValue int_of_base(TlRuntime *rt, TlRef x, TlRef base_arg) {
    TlValue index = tl_index(rt, base_arg);
    if (index == TL_NO_VALUE) {
        return TL_NO_VALUE;
    }
    int64_t base = -1;
    if (!tl_int_to_i64(index, &base)) {
        base = -1;
    }
    tl_decref(rt, index);
    if (base != 0 && (base < 2 || base > 36)) {
        return tl_raise(rt, rt->exc.ValueError,
                        "int() base must be >= 2 and <= 36, or 0");
    }
    const char *data;
    int64_t len;
    if (!tl_is_str(x) && !tl_byteslike(rt, x, &data, &len)) {
        return tl_raise(rt, rt->exc.TypeError,
                        "int() can't convert non-string with explicit base");
    }
    return int_from_text(rt, x, (int)base);
}

static TlValue int_new(TlRuntime *rt, TlType *type, const TlRef *args,
                       int nargs, TlTuple *kwnames) {
    static const char *const names[] = {NULL, "base"};
    TlRef bound[2];
    if (tl_bind_constructor(rt, "int", names, 2, args, nargs, kwnames,
                            bound) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlValue v;
    if (bound[0] == TL_NO_VALUE) {
        if (bound[1] != TL_NO_VALUE) {
            return tl_raise(rt, rt->exc.TypeError,
                            "int() missing string argument");
        }
        v = tl_small_int(0);
    } else {
        v = bound[1] == TL_NO_VALUE ? int_of(rt, bound[0])
                                    : int_of_base(rt, bound[0], bound[1]);
    }
    if (v == TL_NO_VALUE || type == rt->types.int_) {
        return v;
    }
    TlValue instance = tl_int_subtype_new(rt, type, v);
    tl_decref(rt, v);
    return instance;
}

// Slots get any operands; tl_int_binary wants ints.
#define INT_BINARY(name, op)                                        \
    static TlValue name(TlRuntime *rt, TlRef a, TlRef b) {          \
        if (!tl_is_int(a) || !tl_is_int(b)) {                       \
            return TL_NOT_IMPLEMENTED;                              \
        }                                                           \
        return tl_int_binary(rt, a, b, op);                         \
    }

INT_BINARY(int_add, TL_BIN_ADD)
INT_BINARY(int_and, TL_BIN_AND)
INT_BINARY(int_floordiv, TL_BIN_FLOORDIV)
INT_BINARY(int_lshift, TL_BIN_LSHIFT)
INT_BINARY(int_mul, TL_BIN_MUL)
INT_BINARY(int_mod, TL_BIN_MOD)
INT_BINARY(int_or, TL_BIN_OR)
INT_BINARY(int_pow, TL_BIN_POW)
INT_BINARY(int_rshift, TL_BIN_RSHIFT)
INT_BINARY(int_sub, TL_BIN_SUB)
INT_BINARY(int_truediv, TL_BIN_TRUEDIV)
INT_BINARY(int_xor, TL_BIN_XOR)
INT_BINARY(int_divmod, TL_BIN_DIVMOD)

static TlValue int_pow3(TlRuntime *rt, TlRef a, TlRef b, TlRef mod) {
    if (!tl_is_int(a) || !tl_is_int(b) ||
        (mod != TL_NONE && !tl_is_int(mod))) {
        return TL_NOT_IMPLEMENTED;
    }
    return tl_int_pow(rt, a, b, mod);
}

static const TlSlots int_slots = {
    .free = int_free,
    .repr = int_repr,
    .hash = int_hash,
    .compare = int_compare,
    .truth = int_truth,
    .new_ = int_new,
    .binary = {[TL_BIN_ADD] = int_add, [TL_BIN_AND] = int_and,
               [TL_BIN_FLOORDIV] = int_floordiv, [TL_BIN_LSHIFT] = int_lshift,
               [TL_BIN_MUL] = int_mul, [TL_BIN_MOD] = int_mod,
               [TL_BIN_OR] = int_or, [TL_BIN_POW] = int_pow,
               [TL_BIN_RSHIFT] = int_rshift, [TL_BIN_SUB] = int_sub,
               [TL_BIN_TRUEDIV] = int_truediv, [TL_BIN_XOR] = int_xor,
               [TL_BIN_DIVMOD] = int_divmod},
    .pow3 = int_pow3,
    .neg = tl_int_negate,
    .pos = tl_int_exact,
    .abs = tl_int_abs,
    .invert = tl_int_invert,
    .to_int = tl_int_exact,
    .to_float = int_to_float,
    .index = tl_int_exact,
};

const TlTypeSpec tl_int__spec = {
    .name = "int",
    .doc = "int([x]) -> integer\n"
           "int(x, base=10) -> integer",
    .size = sizeof(TlInt),
    .flags = TL_TYPE_BASE | TL_TYPE_IS_INT,
    .slots = &int_slots,
    .methods = tl_int_methods,
    .getsets = tl_int_getsets,
};
