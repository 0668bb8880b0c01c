// int_arith.c — arithmetic of ints.
// SPDX-License-Identifier: MIT
//
// Small operands are done in 64-bit arithmetic; the rest goes through
// magnitudes (bigint.c) and signs. Bit operations act as if negative numbers
// were written in two's complement with endlessly many leading ones.

#include <math.h>

#include "base/check.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/number_impl.h"

static bool both_small(TlRef a, TlRef b) {
    return tl_is_small_int(a) && tl_is_small_int(b);
}

// Turns a finished (or failed) magnitude into the result.
static TlValue finish(TlRuntime *rt, TlStatus status, int sign, TlMag *m) {
    TlValue v =
        status == TL_OK ? tl_int_from_mag(rt, sign, m) : TL_NO_VALUE;
    tl_mag_free(rt, m);
    return v;
}

// ---- adding and multiplying ----

// a + b, or a - b with [flip] -1.
static TlValue add_signed(TlRuntime *rt, TlRef a, TlRef b, int flip) {
    if (both_small(a, b)) {
        return tl_int_from_i64(rt, tl_as_small(a) + flip * tl_as_small(b));
    }
    TlIntView x, y;
    tl_int_view(a, &x);
    tl_int_view(b, &y);
    int sign_y = y.sign * flip;
    TlMag m;
    tl_mag_init(&m);
    if (x.sign * sign_y >= 0) {
        TlStatus status = tl_mag_add(rt, &m, x.d, x.n, y.d, y.n);
        return finish(rt, status, x.sign != 0 ? x.sign : sign_y, &m);
    }
    if (tl_mag_compare(x.d, x.n, y.d, y.n) >= 0) {
        TlStatus status = tl_mag_sub(rt, &m, x.d, x.n, y.d, y.n);
        return finish(rt, status, x.sign, &m);
    }
    TlStatus status = tl_mag_sub(rt, &m, y.d, y.n, x.d, x.n);
    return finish(rt, status, sign_y, &m);
}

static TlValue multiply(TlRuntime *rt, TlRef a, TlRef b) {
    TlIntView x, y;
    tl_int_view(a, &x);
    tl_int_view(b, &y);
    if (x.n <= 1 && y.n <= 1) {
        uint64_t u = (x.n ? (uint64_t)x.d[0] : 0) * (y.n ? y.d[0] : 0);
        return tl_int_from_i64(rt, x.sign * y.sign * (int64_t)u);
    }
    TlMag m;
    tl_mag_init(&m);
    TlStatus status = tl_mag_mul(rt, &m, x.d, x.n, y.d, y.n);
    return finish(rt, status, x.sign * y.sign, &m);
}

TlValue tl_int_negate(TlRuntime *rt, TlRef v) {
    return add_signed(rt, tl_small_int(0), v, -1);
}

TlValue tl_int_abs(TlRuntime *rt, TlRef v) {
    return tl_int_sign(v) < 0 ? tl_int_negate(rt, v) : tl_int_exact(rt, v);
}

TlValue tl_int_invert(TlRuntime *rt, TlRef v) {  // ~v == -1 - v
    return add_signed(rt, tl_small_int(-1), v, -1);
}

// ---- dividing ----

static TlStatus divmod_small(TlRuntime *rt, int64_t x, int64_t y,
                             TlValue *quot, TlValue *rem) {
    int64_t q = x / y;
    int64_t r = x % y;
    if (r != 0 && (r < 0) != (y < 0)) {
        q--;
        r += y;
    }
    *rem = tl_small_int(r);
    *quot = tl_int_from_i64(rt, q);
    return *quot == TL_NO_VALUE ? TL_RAISED : TL_OK;
}

// Quotient towards zero to towards minus infinity: the remainder takes the
// divisor's sign.
static TlStatus floor_adjust(TlRuntime *rt, const TlIntView *y, TlMag *q,
                             TlMag *r) {
    static const uint32_t one[] = {1};
    TlMag next_q, next_r;
    tl_mag_init(&next_q);
    tl_mag_init(&next_r);
    TlStatus status = TL_RAISED;
    if (tl_mag_add(rt, &next_q, q->d, q->n, one, 1) == TL_OK &&
        tl_mag_sub(rt, &next_r, y->d, y->n, r->d, r->n) == TL_OK &&
        tl_mag_copy(rt, q, next_q.d, next_q.n) == TL_OK) {
        status = tl_mag_copy(rt, r, next_r.d, next_r.n);
    }
    tl_mag_free(rt, &next_q);
    tl_mag_free(rt, &next_r);
    return status;
}

TlStatus tl_int_floor_divmod(TlRuntime *rt, TlRef a, TlRef b, TlValue *quot,
                             TlValue *rem) {
    TlIntView x, y;
    tl_int_view(a, &x);
    tl_int_view(b, &y);
    TL_ASSERT(y.sign != 0, "callers refuse division by zero");
    if (both_small(a, b)) {
        return divmod_small(rt, tl_as_small(a), tl_as_small(b), quot, rem);
    }
    TlMag q, r;
    tl_mag_init(&q);
    tl_mag_init(&r);
    *quot = *rem = TL_NO_VALUE;
    TlStatus status = tl_mag_divmod(rt, &q, &r, x.d, x.n, y.d, y.n);
    if (status == TL_OK && r.n > 0 && x.sign != y.sign) {
        status = floor_adjust(rt, &y, &q, &r);
    }
    if (status == TL_OK) {
        *quot = tl_int_from_mag(rt, x.sign * y.sign, &q);
        *rem = tl_int_from_mag(rt, y.sign, &r);
        if (*quot == TL_NO_VALUE || *rem == TL_NO_VALUE) {
            tl_clear(rt, quot);
            tl_clear(rt, rem);
            status = TL_RAISED;
        }
    }
    tl_mag_free(rt, &q);
    tl_mag_free(rt, &r);
    return status;
}

static TlValue divide(TlRuntime *rt, TlRef a, TlRef b, TlBinaryOp op) {
    if (tl_int_sign(b) == 0) {
        return tl_raise(rt, rt->exc.ZeroDivisionError,
                        op == TL_BIN_MOD
                            ? "integer modulo by zero"
                            : "integer division or modulo by zero");
    }
    TlValue quot, rem;
    if (tl_int_floor_divmod(rt, a, b, &quot, &rem) != TL_OK) {
        return TL_NO_VALUE;
    }
    if (op == TL_BIN_FLOORDIV) {
        tl_decref(rt, rem);
        return quot;
    }
    if (op == TL_BIN_MOD) {
        tl_decref(rt, quot);
        return rem;
    }
    TlValue pair = tl_tuple_pack2(rt, quot, rem);
    tl_decref(rt, quot);
    tl_decref(rt, rem);
    return pair;
}

double tl_round_scaled(uint64_t mantissa, int64_t exponent, bool sticky) {
    int bits = 0;
    for (uint64_t rest = mantissa; rest != 0; rest >>= 1) {
        bits++;
    }
    int64_t drop = bits - 53;
    if (exponent + drop < -1074) {  // subnormal: less precision
        drop = -1074 - exponent;
    }
    if (drop > 63) {
        return 0.0;
    }
    uint64_t kept = mantissa >> drop;
    uint64_t half = UINT64_C(1) << (drop - 1);
    uint64_t rest = mantissa & (half * 2 - 1);
    if (rest > half || (rest == half && (sticky || (kept & 1)))) {
        kept++;
    }
    return ldexp((double)kept, (int)(exponent + drop));
}

// A quotient of at least 55 bits and whether anything was cut off below it.
static TlStatus scaled_quotient(TlRuntime *rt, const TlIntView *x,
                                const TlIntView *y, int64_t shift, TlMag *q,
                                bool *inexact) {
    TlMag scaled, rem;
    tl_mag_init(&scaled);
    tl_mag_init(&rem);
    bool lost = false;
    TlStatus status =
        shift >= 0 ? tl_mag_shift_left(rt, &scaled, x->d, x->n, (uint64_t)shift)
                   : tl_mag_shift_right(rt, &scaled, x->d, x->n,
                                        (uint64_t)-shift, &lost);
    if (status == TL_OK) {
        status = tl_mag_divmod(rt, q, &rem, scaled.d, scaled.n, y->d, y->n);
    }
    *inexact = lost || rem.n > 0;
    tl_mag_free(rt, &scaled);
    tl_mag_free(rt, &rem);
    return status;
}

static TlValue true_divide(TlRuntime *rt, TlRef a, TlRef b) {
    if (tl_int_sign(b) == 0) {
        return tl_raise(rt, rt->exc.ZeroDivisionError, "division by zero");
    }
    if (both_small(a, b)) {  // both exact as doubles: one rounding
        return tl_from_double((double)tl_as_small(a) / (double)tl_as_small(b));
    }
    TlIntView x, y;
    tl_int_view(a, &x);
    tl_int_view(b, &y);
    int64_t bits_x = (int64_t)tl_mag_bits(x.d, x.n);
    int64_t bits_y = (int64_t)tl_mag_bits(y.d, y.n);
    double d = 0.0;
    if (bits_x - bits_y > 1025) {
        d = INFINITY;
    } else if (x.n > 0 && bits_x - bits_y >= -1080) {
        int64_t shift = bits_y - bits_x + 60;  // gives 60 or 61 bits
        TlMag q;
        tl_mag_init(&q);
        bool inexact, more;
        TlStatus status = scaled_quotient(rt, &x, &y, shift, &q, &inexact);
        int bits = (int)tl_mag_bits(q.d, q.n);
        uint64_t top = tl_mag_top64(q.d, q.n, &more);
        tl_mag_free(rt, &q);
        if (status != TL_OK) {
            return TL_NO_VALUE;
        }
        d = tl_round_scaled(top >> (64 - bits), -shift, inexact);
    }
    if (isinf(d)) {
        return tl_raise(rt, rt->exc.OverflowError,
                        "integer division result too large for a float");
    }
    return tl_from_double((x.sign < 0) != (y.sign < 0) ? -d : d);
}

// ---- shifting and bit operations ----

static TlValue shift_left(TlRuntime *rt, TlRef a, TlRef b) {
    if (tl_int_sign(b) < 0) {
        return tl_raise(rt, rt->exc.ValueError, "negative shift count");
    }
    TlIntView x;
    tl_int_view(a, &x);
    int64_t bits;
    if (x.n == 0) {
        return tl_small_int(0);
    }
    if (!tl_int_to_i64(b, &bits)) {
        return tl_raise(rt, rt->exc.OverflowError,
                        "too many digits in integer");
    }
    TlMag m;
    tl_mag_init(&m);
    TlStatus status = tl_mag_shift_left(rt, &m, x.d, x.n, (uint64_t)bits);
    return finish(rt, status, x.sign, &m);
}

static TlValue shift_right(TlRuntime *rt, TlRef a, TlRef b) {
    if (tl_int_sign(b) < 0) {
        return tl_raise(rt, rt->exc.ValueError, "negative shift count");
    }
    TlIntView x;
    tl_int_view(a, &x);
    int64_t bits;
    if (!tl_int_to_i64(b, &bits)) {
        bits = INT64_MAX;
    }
    TlMag m;
    tl_mag_init(&m);
    bool lost;
    TlStatus status = tl_mag_shift_right(rt, &m, x.d, x.n, (uint64_t)bits,
                                         &lost);
    if (status == TL_OK && lost && x.sign < 0) {  // towards minus infinity
        status = tl_mag_mul_small(rt, &m, 1, 1);
    }
    return finish(rt, status, x.sign, &m);
}

// Negates n digits in two's complement.
static void complement(uint32_t *d, size_t n) {
    uint32_t carry = 1;
    for (size_t i = 0; i < n; i++) {
        carry += ~d[i] & TL_DIGIT_MASK;
        d[i] = carry & TL_DIGIT_MASK;
        carry >>= TL_DIGIT_BITS;
    }
}

// The value in two's complement with exactly [n] digits.
static TlStatus to_twos(TlRuntime *rt, TlMag *m, const TlIntView *x,
                        size_t n) {
    if (tl_mag_resize(rt, m, n) != TL_OK) {
        return TL_RAISED;
    }
    memset(m->d, 0, n * sizeof *m->d);
    memcpy(m->d, x->d, x->n * sizeof *x->d);
    if (x->sign < 0) {
        complement(m->d, n);
    }
    return TL_OK;
}

static uint32_t bit_op(uint32_t x, uint32_t y, TlBinaryOp op) {
    return op == TL_BIN_AND ? x & y : op == TL_BIN_OR ? x | y : x ^ y;
}

static TlValue bitwise(TlRuntime *rt, TlRef a, TlRef b, TlBinaryOp op) {
    if (both_small(a, b)) {
        int64_t x = tl_as_small(a);
        int64_t y = tl_as_small(b);
        return tl_small_int(op == TL_BIN_AND  ? x & y
                            : op == TL_BIN_OR ? x | y
                                              : x ^ y);
    }
    TlIntView x, y;
    tl_int_view(a, &x);
    tl_int_view(b, &y);
    size_t n = (x.n > y.n ? x.n : y.n) + 1;  // room for the sign
    TlMag p, q;
    tl_mag_init(&p);
    tl_mag_init(&q);
    TlStatus status = to_twos(rt, &p, &x, n);
    if (status == TL_OK) {
        status = to_twos(rt, &q, &y, n);
    }
    int sign = 1;
    if (status == TL_OK) {
        for (size_t i = 0; i < n; i++) {
            p.d[i] = bit_op(p.d[i], q.d[i], op);
        }
        if (p.d[n - 1] >> (TL_DIGIT_BITS - 1)) {
            sign = -1;
            complement(p.d, n);
        }
    }
    tl_mag_free(rt, &q);
    return finish(rt, status, sign, &p);
}

// ---- powers ----

// power = power * by, reduced by [mod] when there is one.
static TlStatus pow_step(TlRuntime *rt, TlMag *power, const uint32_t *by,
                         size_t nby, const TlIntView *mod) {
    TlMag product;
    tl_mag_init(&product);
    TlStatus status =
        tl_mag_mul(rt, &product, power->d, power->n, by, nby);
    if (status == TL_OK && mod == NULL) {
        status = tl_mag_copy(rt, power, product.d, product.n);
    } else if (status == TL_OK) {
        status = tl_mag_divmod(rt, NULL, power, product.d, product.n, mod->d,
                               mod->n);
    }
    tl_mag_free(rt, &product);
    return status;
}

// power = base ^ exp, from the exponent's highest bit down.
static TlStatus pow_loop(TlRuntime *rt, TlMag *power, const TlIntView *base,
                         const TlIntView *exp, const TlIntView *mod) {
    tl_mag_set_u64(power, 1);
    for (uint64_t bit = tl_mag_bits(exp->d, exp->n); bit-- > 0;) {
        if (power->n != 1 || power->d[0] != 1) {
            if (pow_step(rt, power, power->d, power->n, mod) != TL_OK) {
                return TL_RAISED;
            }
        }
        size_t digit = (size_t)(bit / TL_DIGIT_BITS);
        if (exp->d[digit] >> (bit % TL_DIGIT_BITS) & 1) {
            if (pow_step(rt, power, base->d, base->n, mod) != TL_OK) {
                return TL_RAISED;
            }
        }
        if (tl_mag_spend(rt, 1) != TL_OK) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

static TlValue pow_plain(TlRuntime *rt, TlRef a, TlRef b) {
    TlIntView base, exp;
    tl_int_view(a, &base);
    tl_int_view(b, &exp);
    bool odd = exp.n > 0 && (exp.d[0] & 1);
    bool unit = base.n == 0 || (base.n == 1 && base.d[0] == 1);
    if (exp.n > 2 && !unit) {  // no memory holds it
        return tl_raise_memory(rt);
    }
    if (unit && exp.n > 0) {
        return tl_small_int(base.n == 0 ? 0 : odd ? base.sign : 1);
    }
    TlMag power;
    tl_mag_init(&power);
    TlStatus status = pow_loop(rt, &power, &base, &exp, NULL);
    return finish(rt, status, odd ? base.sign : 1, &power);
}

// The x with a x = 1 modulo m > 0, by Euclid's algorithm.
static TlValue mod_inverse(TlRuntime *rt, TlRef a, TlRef m) {
    TlValue r0 = tl_incref(m);
    TlValue r1 = tl_int_binary(rt, a, m, TL_BIN_MOD);
    TlValue t0 = tl_small_int(0);
    TlValue t1 = tl_small_int(1);
    while (r1 != TL_NO_VALUE && tl_int_sign(r1) != 0) {
        TlValue q, r2;
        if (tl_int_floor_divmod(rt, r0, r1, &q, &r2) != TL_OK) {
            break;
        }
        TlValue product = tl_int_binary(rt, q, t1, TL_BIN_MUL);
        TlValue t2 = product == TL_NO_VALUE
                         ? TL_NO_VALUE
                         : tl_int_binary(rt, t0, product, TL_BIN_SUB);
        tl_decref(rt, q);
        tl_decref(rt, product);
        tl_decref(rt, r0);
        tl_decref(rt, t0);
        r0 = r1;
        r1 = r2;
        t0 = t1;
        t1 = t2;
        if (t2 == TL_NO_VALUE) {
            break;
        }
    }
    if (!tl_raised(rt) && tl_int_compare(r0, tl_small_int(1)) != 0) {
        tl_raise(rt, rt->exc.ValueError,
                 "base is not invertible for the given modulus");
    }
    tl_decref(rt, r0);
    tl_decref(rt, r1);
    tl_decref(rt, t1);
    if (tl_raised(rt)) {
        tl_clear(rt, &t0);
    }
    return t0;
}

// a ^ b modulo |m|, 0 <= a, b.
static TlValue pow_mod_positive(TlRuntime *rt, TlRef a, TlRef b, TlRef m) {
    TlIntView base, exp, mod;
    tl_int_view(a, &base);
    tl_int_view(b, &exp);
    tl_int_view(m, &mod);
    TlMag power;
    tl_mag_init(&power);
    TlStatus status = pow_loop(rt, &power, &base, &exp, &mod);
    if (status == TL_OK && exp.n == 0 && mod.n == 1 && mod.d[0] == 1) {
        power.n = 0;
    }
    return finish(rt, status, 1, &power);
}

static TlValue pow_mod(TlRuntime *rt, TlRef a, TlRef b, TlRef mod) {
    if (tl_int_sign(mod) == 0) {
        return tl_raise(rt, rt->exc.ValueError,
                        "pow() 3rd argument cannot be 0");
    }
    TlValue m = tl_int_abs(rt, mod);
    TlValue exp = tl_int_abs(rt, b);
    TlValue base = TL_NO_VALUE, power = TL_NO_VALUE, result = TL_NO_VALUE;
    if (m != TL_NO_VALUE && exp != TL_NO_VALUE) {
        base = tl_int_sign(b) < 0 ? mod_inverse(rt, a, m)
                                  : tl_incref(a);
    }
    if (base != TL_NO_VALUE) {
        TlValue reduced = tl_int_binary(rt, base, m, TL_BIN_MOD);
        tl_decref(rt, base);
        base = reduced;
    }
    if (base != TL_NO_VALUE) {
        power = pow_mod_positive(rt, base, exp, m);
    }
    if (power != TL_NO_VALUE) {  // the result has the modulus' sign
        result = tl_int_binary(rt, power, mod, TL_BIN_MOD);
    }
    tl_decref(rt, m);
    tl_decref(rt, exp);
    tl_decref(rt, base);
    tl_decref(rt, power);
    return result;
}

TlValue tl_int_pow(TlRuntime *rt, TlRef a, TlRef b, TlRef mod) {
    if (mod != TL_NONE) {
        return pow_mod(rt, a, b, mod);
    }
    if (tl_int_sign(b) >= 0) {
        return pow_plain(rt, a, b);
    }
    double x, y;
    if (tl_int_to_double(rt, a, &x) != TL_OK ||
        tl_int_to_double(rt, b, &y) != TL_OK) {
        return TL_NO_VALUE;
    }
    return tl_float_pow(rt, x, y);
}

TlValue tl_int_binary(TlRuntime *rt, TlRef a, TlRef b, TlBinaryOp op) {
    switch (op) {
    case TL_BIN_ADD: return add_signed(rt, a, b, 1);
    case TL_BIN_SUB: return add_signed(rt, a, b, -1);
    case TL_BIN_MUL: return multiply(rt, a, b);
    case TL_BIN_FLOORDIV:
    case TL_BIN_MOD:
    case TL_BIN_DIVMOD: return divide(rt, a, b, op);
    case TL_BIN_TRUEDIV: return true_divide(rt, a, b);
    case TL_BIN_LSHIFT: return shift_left(rt, a, b);
    case TL_BIN_RSHIFT: return shift_right(rt, a, b);
    case TL_BIN_AND:
    case TL_BIN_OR:
    case TL_BIN_XOR: return bitwise(rt, a, b, op);
    case TL_BIN_POW: return tl_int_pow(rt, a, b, TL_NONE);
    default: return TL_NOT_IMPLEMENTED;
    }
}
