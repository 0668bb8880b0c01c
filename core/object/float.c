// float.c — the float type: arithmetic, comparison, hash, text.
// SPDX-License-Identifier: MIT
//
// A float is an immediate double; only instances of subclasses are objects.
// Where C and Python differ (signs of remainders, division by zero, errors of
// powers) Python's rule is spelled out here.

#include <math.h>

#include "base/numfmt.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/number_impl.h"
#include "object/str_impl.h"

// ---- converting ----

// An operand of arithmetic: 1 converted, 0 not a number, -1 raised.
static int operand(TlRuntime *rt, TlRef v, double *out) {
    if (tl_is_float(v)) {
        *out = tl_float_value(v);
        return 1;
    }
    if (!tl_is_int(v)) {
        return 0;
    }
    return tl_int_to_double(rt, v, out) == TL_OK ? 1 : -1;
}

// What __float__ gave: it must be a float.
static TlStatus take_float(TlRuntime *rt, TlRef from, TlValue v, double *out) {
    if (v == TL_NO_VALUE) {
        return TL_RAISED;
    }
    if (!tl_is_float(v)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "%T.__float__ returned non-float (type %T)", from, v);
        tl_decref(rt, v);
        return TL_RAISED;
    }
    *out = tl_float_value(v);
    tl_decref(rt, v);
    return TL_OK;
}

// float(v) for anything with __float__ or __index__: 1, 0 neither, -1 raised.
static int number_to_double(TlRuntime *rt, TlRef v, double *out) {
    if (tl_is_double(v)) {
        *out = tl_as_double(v);
        return 1;
    }
    TlType *type = tl_type_of(rt, v);
    if (type->slots.to_float != NULL) {
        TlValue f = type->slots.to_float(rt, v);
        return take_float(rt, v, f, out) == TL_OK ? 1 : -1;
    }
    if (type->slots.index == NULL) {
        return 0;
    }
    TlValue i = tl_index(rt, v);
    if (i == TL_NO_VALUE) {
        return -1;
    }
    TlStatus status = tl_int_to_double(rt, i, out);
    tl_decref(rt, i);
    return status == TL_OK ? 1 : -1;
}

TlStatus tl_to_double(TlRuntime *rt, TlRef v, double *out) {
    int found = number_to_double(rt, v, out);
    if (found == 0) {
        tl_raise_fmt(rt, rt->exc.TypeError, "must be real number, not %T", v);
    }
    return found > 0 ? TL_OK : TL_RAISED;
}

static TlStatus parse_float(TlRuntime *rt, const char *s, size_t n,
                            TlRef shown, double *out) {
    while (n > 0 && (*s == ' ' || (*s >= 9 && *s <= 13) ||
                     (*s >= 0x1C && *s <= 0x1F))) {
        s++;
        n--;
    }
    while (n > 0 && (s[n - 1] == ' ' || (s[n - 1] >= 9 && s[n - 1] <= 13) ||
                     (s[n - 1] >= 0x1C && s[n - 1] <= 0x1F))) {
        n--;
    }
    if (tl_parse_double(s, n, out)) {
        return TL_OK;
    }
    tl_raise_fmt(rt, rt->exc.ValueError,
                 "could not convert string to float: %R", shown);
    return TL_RAISED;
}

static TlStatus float_of(TlRuntime *rt, TlRef x, double *out) {
    int found = number_to_double(rt, x, out);
    if (found != 0) {
        return found > 0 ? TL_OK : TL_RAISED;
    }
    const char *data;
    int64_t len;
    if (tl_byteslike(rt, x, &data, &len)) {
        return parse_float(rt, data, (size_t)len, x, out);
    }
    if (!tl_is_str(x)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "float() argument must be a string or a real number, "
                     "not '%T'",
                     x);
        return TL_RAISED;
    }
    TlBuf text;
    tl_buf_init(&text, &rt->alloc);
    TlStatus status = tl_number_text(rt, tl_as_str(x), &text);
    if (status == TL_OK) {
        status = parse_float(rt, text.data, text.len, x, out);
    }
    tl_buf_deinit(&text);
    return status;
}

static TlValue float_new(TlRuntime *rt, TlType *type, const TlRef *args,
                         int nargs, TlTuple *kwnames) {
    // A subclass may give keywords a meaning in its __init__.
    TlTuple *forbidden = type == rt->types.float_ ? kwnames : NULL;
    if (tl_bind_optional(rt, "float", nargs, forbidden) != TL_OK) {
        return TL_NO_VALUE;
    }
    double d = 0.0;
    if (nargs > 0 && float_of(rt, args[0], &d) != TL_OK) {
        return TL_NO_VALUE;
    }
    if (type == rt->types.float_) {
        return tl_from_double(d);
    }
    TlFloat *self = tl_object_new(rt, type);
    if (self == NULL) {
        return TL_NO_VALUE;
    }
    self->value = d;
    return tl_from_obj(self);
}

static void float_free(TlRuntime *rt, TlObject *self) {
    tl_object_free(rt, self);
}

// ---- arithmetic ----

static double float_mod(double x, double y) {
    double mod = fmod(x, y);
    if (mod == 0.0) {
        return copysign(0.0, y);
    }
    return (y < 0) != (mod < 0) ? mod + y : mod;
}

// floor(x / y), exact where x / y would round up past it.
static double float_floordiv(double x, double y) {
    double mod = fmod(x, y);
    double div = (x - mod) / y;
    if (mod != 0.0 && (y < 0) != (mod < 0)) {
        div -= 1.0;
    }
    if (div == 0.0) {
        return copysign(0.0, x / y);
    }
    double whole = floor(div);
    return div - whole > 0.5 ? whole + 1.0 : whole;
}

static TlValue range_error(TlRuntime *rt) {
    TlValue text = tl_str_from_cstr(rt, "Numerical result out of range");
    if (text == TL_NO_VALUE) {
        return TL_NO_VALUE;
    }
    TlValue exc = tl_call2(rt, tl_from_obj(rt->exc.OverflowError),
                           tl_small_int(34), text);
    tl_decref(rt, text);
    if (exc != TL_NO_VALUE) {
        tl_raise_obj(rt, exc);
        tl_decref(rt, exc);
    }
    return TL_NO_VALUE;
}

TlValue tl_float_pow(TlRuntime *rt, double x, double y) {
    bool finite = isfinite(x) && isfinite(y);
    if (x == 0.0 && y < 0.0 && finite) {
        return tl_raise(rt, rt->exc.ZeroDivisionError,
                        "0.0 cannot be raised to a negative power");
    }
    if (finite && x < 0.0 && y != floor(y)) {
        return tl_raise(rt, rt->exc.ValueError,
                        "complex numbers are not supported");
    }
    double result = pow(x, y);
    return finite && isinf(result) ? range_error(rt)
                                   : tl_from_double(result);
}

static TlValue zero_division(TlRuntime *rt, const char *message) {
    return tl_raise(rt, rt->exc.ZeroDivisionError, message);
}

static TlValue divmod(TlRuntime *rt, double x, double y) {
    if (y == 0.0) {
        return zero_division(rt, "float divmod()");
    }
    return tl_tuple_pack2(rt, tl_from_double(float_floordiv(x, y)),
                          tl_from_double(float_mod(x, y)));
}

static TlValue calculate(TlRuntime *rt, double x, double y, TlBinaryOp op) {
    switch (op) {
    case TL_BIN_ADD: return tl_from_double(x + y);
    case TL_BIN_SUB: return tl_from_double(x - y);
    case TL_BIN_MUL: return tl_from_double(x * y);
    case TL_BIN_TRUEDIV:
        return y == 0.0 ? zero_division(rt, "float division by zero")
                        : tl_from_double(x / y);
    case TL_BIN_FLOORDIV:
        return y == 0.0 ? zero_division(rt, "float floor division by zero")
                        : tl_from_double(float_floordiv(x, y));
    case TL_BIN_MOD:
        return y == 0.0 ? zero_division(rt, "float modulo")
                        : tl_from_double(float_mod(x, y));
    case TL_BIN_DIVMOD: return divmod(rt, x, y);
    case TL_BIN_POW: return tl_float_pow(rt, x, y);
    default: return TL_NOT_IMPLEMENTED;
    }
}

static TlValue binary(TlRuntime *rt, TlRef a, TlRef b, TlBinaryOp op) {
    double x, y;
    int found = operand(rt, a, &x);
    if (found > 0) {
        found = operand(rt, b, &y);
    }
    if (found <= 0) {
        return found == 0 ? TL_NOT_IMPLEMENTED : TL_NO_VALUE;
    }
    return calculate(rt, x, y, op);
}

#define FLOAT_BINARY(name, op)                             \
    static TlValue name(TlRuntime *rt, TlRef a, TlRef b) { \
        return binary(rt, a, b, op);                       \
    }

FLOAT_BINARY(float_add, TL_BIN_ADD)
FLOAT_BINARY(float_sub, TL_BIN_SUB)
FLOAT_BINARY(float_mul, TL_BIN_MUL)
FLOAT_BINARY(float_truediv, TL_BIN_TRUEDIV)
FLOAT_BINARY(float_floor, TL_BIN_FLOORDIV)
FLOAT_BINARY(float_modulo, TL_BIN_MOD)
FLOAT_BINARY(float_divmod, TL_BIN_DIVMOD)
FLOAT_BINARY(float_power, TL_BIN_POW)

static TlValue float_pow3(TlRuntime *rt, TlRef a, TlRef b, TlRef mod) {
    if (mod != TL_NONE) {
        return tl_raise(rt, rt->exc.TypeError,
                        "pow() 3rd argument not allowed unless all arguments "
                        "are integers");
    }
    return binary(rt, a, b, TL_BIN_POW);
}

static TlValue float_neg(TlRuntime *rt, TlRef self) {
    return tl_from_double(-tl_float_value(self));
}

static TlValue float_pos(TlRuntime *rt, TlRef self) {
    return tl_from_double(tl_float_value(self));
}

static TlValue float_abs(TlRuntime *rt, TlRef self) {
    return tl_from_double(fabs(tl_float_value(self)));
}

static TlValue float_to_int(TlRuntime *rt, TlRef self) {
    return tl_int_from_double(rt, tl_float_value(self));
}

// ---- comparing, hashing, text ----

static TlValue float_compare(TlRuntime *rt, TlRef a, TlRef b, TlCompareOp op) {
    double x = tl_float_value(a);
    int order;
    if (tl_is_float(b)) {
        double y = tl_float_value(b);
        order = x != x || y != y ? 2 : (x > y) - (x < y);
    } else if (tl_is_int(b)) {
        order = tl_int_compare_double(rt, b, x);
        order = order == 2 ? 2 : -order;
    } else {
        return TL_NOT_IMPLEMENTED;
    }
    return tl_order_result(order, op);
}

int64_t tl_hash_double(TlRuntime *rt, double d) {
    const int bits = 61;
    const uint64_t prime = (UINT64_C(1) << bits) - 1;
    if (isinf(d)) {
        return d > 0 ? 314159 : -314159;
    }
    if (isnan(d)) {
        return 0;  // NaN is one immediate here, CPython hashes its identity
    }
    int exponent;
    double m = frexp(fabs(d), &exponent);
    uint64_t h = 0;
    while (m != 0.0) {
        h = (h << 28 & prime) | h >> (bits - 28);
        m *= 0x1p28;
        exponent -= 28;
        uint64_t part = (uint64_t)m;
        m -= (double)part;
        h += part;
        if (h >= prime) {
            h -= prime;
        }
    }
    int turn = exponent >= 0 ? exponent % bits
                             : bits - 1 - (-1 - exponent) % bits;
    h = (h << turn & prime) | h >> (bits - turn);
    int64_t hash = d < 0 ? -(int64_t)h : (int64_t)h;
    return hash == -1 ? -2 : hash;
}

static TlStatus float_hash(TlRuntime *rt, TlRef self, int64_t *hash) {
    *hash = tl_hash_double(rt, tl_float_value(self));
    return TL_OK;
}

static int float_truth(TlRuntime *rt, TlRef self) {
    return tl_float_value(self) != 0.0;
}

static TlValue float_repr(TlRuntime *rt, TlRef self) {
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    tl_format_repr(&out, tl_float_value(self));
    TlValue text = tl_str_from_buf(rt, &out);
    tl_buf_deinit(&out);
    return text;
}

static const TlSlots float_slots = {
    .free = float_free,
    .repr = float_repr,
    .hash = float_hash,
    .compare = float_compare,
    .truth = float_truth,
    .new_ = float_new,
    .binary = {[TL_BIN_ADD] = float_add, [TL_BIN_SUB] = float_sub,
               [TL_BIN_MUL] = float_mul, [TL_BIN_TRUEDIV] = float_truediv,
               [TL_BIN_FLOORDIV] = float_floor, [TL_BIN_MOD] = float_modulo,
               [TL_BIN_DIVMOD] = float_divmod, [TL_BIN_POW] = float_power},
    .pow3 = float_pow3,
    .neg = float_neg,
    .pos = float_pos,
    .abs = float_abs,
    .to_int = float_to_int,
    .to_float = float_pos,
};

const TlTypeSpec tl_float__spec = {
    .name = "float",
    .doc = "Convert a string or number to a floating point number, if "
           "possible.",
    .size = sizeof(TlFloat),
    .flags = TL_TYPE_BASE | TL_TYPE_IS_FLOAT,
    .slots = &float_slots,
    .methods = tl_float_methods,
    .getsets = tl_float_getsets,
};
