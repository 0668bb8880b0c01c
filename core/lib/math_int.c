// math_int.c — math functions of ints: gcd, isqrt, factorial, comb ...
// SPDX-License-Identifier: MIT
//
// 64-bit arithmetic as far as it goes, then the operators of int. Long loops
// count their steps; the products of large ints count theirs themselves.
#include <math.h>

#include "lib/math_impl.h"
#include "object/bigint.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/number.h"
#include "object/seq.h"

// a OP b of ints, consuming [a]; TL_NO_VALUE stays TL_NO_VALUE.
static TlValue apply_steal(TlRuntime *rt, TlValue a, TlRef b, TlBinaryOp op)
{
    if (!tl_has_value(a)) {
        return TL_NO_VALUE;
    }
    TlValue result = tl_int_binary(rt, a, b, op);
    tl_decref(rt, a);
    return result;
}

// The same consuming both.
static TlValue combine_steal(TlRuntime *rt, TlValue a, TlValue b,
                             TlBinaryOp op)
{
    if (!tl_has_value(b)) {
        tl_decref(rt, a);
        return TL_NO_VALUE;
    }
    TlValue result = apply_steal(rt, a, b, op);
    tl_decref(rt, b);
    return result;
}

static TlValue absolute_steal(TlRuntime *rt, TlValue v)
{
    if (!tl_has_value(v) || (tl_int_sign(v) >= 0 && !tl_is_bool(v))) {
        return v;
    }
    if (tl_is_bool(v)) {
        return tl_small_int(v == TL_TRUE);
    }
    TlValue result = tl_neg(rt, v);
    tl_decref(rt, v);
    return result;
}

// ---- gcd, lcm

// Both consumed, not negative.
static TlValue gcd_steal(TlRuntime *rt, TlValue a, TlValue b)
{
    while (tl_has_value(a) && tl_int_sign(b) != 0) {
        TlValue rest = apply_steal(rt, a, b, TL_BIN_MOD);
        a = b;
        b = rest;
        if (!tl_has_value(b) || tl_seq_tick(rt) != TL_OK) {
            tl_clear(rt, &a);
        }
    }
    tl_decref(rt, b);
    return a;
}

// a / gcd(a, b) * b; both consumed, not negative.
static TlValue lcm_steal(TlRuntime *rt, TlValue a, TlValue b)
{
    if (tl_int_sign(a) == 0 || tl_int_sign(b) == 0) {
        tl_decref(rt, a);
        tl_decref(rt, b);
        return tl_small_int(0);
    }
    TlValue common = gcd_steal(rt, tl_incref(a), tl_incref(b));
    return combine_steal(rt, combine_steal(rt, a, common, TL_BIN_FLOORDIV), b,
                         TL_BIN_MUL);
}

typedef TlValue (*Combine)(TlRuntime *rt, TlValue a, TlValue b);

static TlValue combine_all(TlRuntime *rt, const TlTuple *ints, TlValue start,
                           Combine combine)
{
    TlValue result = start;
    for (int64_t i = 0; i < ints->len; i++) {
        TlValue next = absolute_steal(rt, tl_index(rt, ints->items[i]));
        if (!tl_has_value(next)) {
            tl_decref(rt, result);
            return TL_NO_VALUE;
        }
        result = combine(rt, result, next);
        if (!tl_has_value(result)) {
            return TL_NO_VALUE;
        }
    }
    return result;
}

static TlValue math_gcd(TlRuntime *rt, TlRef self, const TlRef *args,
                        int nargs, TlTuple *kwnames)
{
    return combine_all(rt, tl_as_tuple(args[0]), tl_small_int(0), gcd_steal);
}

static TlValue math_lcm(TlRuntime *rt, TlRef self, const TlRef *args,
                        int nargs, TlTuple *kwnames)
{
    return combine_all(rt, tl_as_tuple(args[0]), tl_small_int(1), lcm_steal);
}

// ---- isqrt

// [n] below 2**62.
static uint64_t small_root(uint64_t n)
{
    uint64_t r = (uint64_t)sqrt((double)n);
    while (r * r > n) {
        r--;
    }
    while ((r + 1) * (r + 1) <= n) {
        r++;
    }
    return r;
}

// A number that is at least the root of [n] and near it.
static TlValue guess_root(TlRuntime *rt, TlRef n, uint64_t bits)
{
    int64_t shift = (int64_t)((bits - 62 + 1) & ~UINT64_C(1));
    TlValue top = tl_int_binary(rt, n, tl_small_int(shift), TL_BIN_RSHIFT);
    int64_t high = 0;
    if (!tl_has_value(top)) {
        return TL_NO_VALUE;
    }
    tl_int_to_i64(top, &high);
    tl_decref(rt, top);
    return apply_steal(
        rt, tl_int_from_u64(rt, small_root((uint64_t)high) + 1),
        tl_small_int(shift / 2), TL_BIN_LSHIFT);
}

// Newton's steps from above: the first that does not get smaller is behind
// the root.
static TlValue big_root(TlRuntime *rt, TlRef n, uint64_t bits)
{
    TlValue root = guess_root(rt, n, bits);
    while (tl_has_value(root)) {
        TlValue next = tl_int_binary(rt, n, root, TL_BIN_FLOORDIV);
        next = apply_steal(rt, next, root, TL_BIN_ADD);
        next = apply_steal(rt, next, tl_small_int(1), TL_BIN_RSHIFT);
        if (tl_has_value(next) && tl_int_compare(next, root) >= 0) {
            tl_decref(rt, next);
            return root;
        }
        tl_decref(rt, root);
        root = next;
    }
    return TL_NO_VALUE;
}

static TlValue math_isqrt(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    TlValue n = tl_index(rt, args[0]);
    if (!tl_has_value(n)) {
        return TL_NO_VALUE;
    }
    TlValue root;
    TlIntView view;
    tl_int_view(n, &view);
    uint64_t bits = tl_mag_bits(view.d, view.n);
    int64_t small = 0;
    if (view.sign < 0) {
        root = tl_raise(rt, rt->exc.ValueError,
                        "isqrt() argument must be nonnegative");
    } else if (bits <= 62) {
        tl_int_to_i64(n, &small);
        root = tl_int_from_u64(rt, small_root((uint64_t)small));
    } else {
        root = big_root(rt, n, bits);
    }
    tl_decref(rt, n);
    return root;
}

// ---- factorial, perm, comb

// first * (first + 1) * ... * last in one word as far as it fits, by halves
// else: large factors meet large ones.
static TlValue product(TlRuntime *rt, int64_t first, int64_t last)
{
    if (last - first >= 32) {
        int64_t middle = first + (last - first) / 2;
        TlValue low = product(rt, first, middle);
        return tl_has_value(low)
                   ? combine_steal(rt, low, product(rt, middle + 1, last),
                                   TL_BIN_MUL)
                   : TL_NO_VALUE;
    }
    TlValue result = tl_small_int(1);
    uint64_t word = 1;
    for (uint64_t i = (uint64_t)first; i <= (uint64_t)last; i++) {
        if (word > (uint64_t)INT64_MAX / i) {
            result = combine_steal(rt, result, tl_int_from_u64(rt, word),
                                   TL_BIN_MUL);
            word = 1;
        }
        word *= i;
    }
    if (tl_seq_tick(rt) != TL_OK) {
        tl_clear(rt, &result);
    }
    return tl_has_value(result)
               ? combine_steal(rt, result, tl_int_from_u64(rt, word),
                               TL_BIN_MUL)
               : TL_NO_VALUE;
}

static TlValue math_factorial(TlRuntime *rt, TlRef self, const TlRef *args,
                              int nargs, TlTuple *kwnames)
{
    TlValue n = tl_index(rt, args[0]);
    if (!tl_has_value(n)) {
        return TL_NO_VALUE;
    }
    int sign = tl_int_sign(n);
    int64_t last;
    int fits = tl_int_to_i64(n, &last);
    tl_decref(rt, n);
    if (sign < 0) {
        return tl_raise(rt, rt->exc.ValueError,
                        "factorial() not defined for negative values");
    }
    if (!fits) {
        return tl_raise_fmt(rt, rt->exc.OverflowError,
                            "factorial() argument should not exceed %lld",
                            (long long)INT64_MAX);
    }
    return product(rt, 1, last);
}

// n * (n - 1) * ... of [k] factors, for any n.
static TlValue falling(TlRuntime *rt, TlRef n, int64_t k)
{
    int64_t small;
    if (tl_int_to_i64(n, &small)) {
        return product(rt, small - k + 1, small);
    }
    TlValue result = tl_small_int(1);
    for (int64_t i = 0; i < k && tl_has_value(result); i++) {
        TlValue factor = tl_int_binary(rt, n, tl_small_int(i), TL_BIN_SUB);
        result = combine_steal(rt, result, factor, TL_BIN_MUL);
        if (tl_seq_tick(rt) != TL_OK) {
            tl_clear(rt, &result);
        }
    }
    return result;
}

// The ints n and k of perm and comb, checked. Owned.
static TlStatus take_pair(TlRuntime *rt, const TlRef *args, TlValue *n,
                          TlValue *k)
{
    *k = TL_NO_VALUE;
    *n = tl_index(rt, args[0]);
    if (tl_has_value(*n)) {
        *k = tl_index(rt, args[1]);
    }
    if (tl_has_value(*k)) {
        if (tl_int_sign(*n) >= 0 && tl_int_sign(*k) >= 0) {
            return TL_OK;
        }
        tl_raise_fmt(rt, rt->exc.ValueError,
                     "%s must be a non-negative integer",
                     tl_int_sign(*n) < 0 ? "n" : "k");
    }
    tl_clear(rt, n);
    tl_clear(rt, k);
    return TL_RAISED;
}

static TlValue perm(TlRuntime *rt, TlRef n, TlRef k)
{
    int64_t count;
    if (tl_int_compare(n, k) < 0) {
        return tl_small_int(0);
    }
    if (!tl_int_to_i64(k, &count)) {
        return tl_raise_fmt(rt, rt->exc.OverflowError,
                            "k must not exceed %lld", (long long)INT64_MAX);
    }
    return falling(rt, n, count);
}

static TlValue math_perm(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames)
{
    if (tl_is_none(args[1])) {
        return math_factorial(rt, self, args, 1, NULL);
    }
    TlValue n, k;
    if (take_pair(rt, args, &n, &k) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlValue result = perm(rt, n, k);
    tl_decref(rt, n);
    tl_decref(rt, k);
    return result;
}

static TlValue comb(TlRuntime *rt, TlRef n, TlRef k)
{
    TlValue others = tl_int_binary(rt, n, k, TL_BIN_SUB);
    if (!tl_has_value(others)) {
        return TL_NO_VALUE;
    }
    int sign = tl_int_sign(others);
    int64_t count;
    int fits =
        tl_int_to_i64(tl_int_compare(k, others) < 0 ? k : others, &count);
    tl_decref(rt, others);
    if (sign < 0) {
        return tl_small_int(0);
    }
    if (!fits) {
        return tl_raise_fmt(rt, rt->exc.OverflowError,
                            "min(n - k, k) must not exceed %lld",
                            (long long)INT64_MAX);
    }
    TlValue ways = falling(rt, n, count);
    return tl_has_value(ways) ? combine_steal(rt, ways, product(rt, 1, count),
                                              TL_BIN_FLOORDIV)
                              : TL_NO_VALUE;
}

static TlValue math_comb(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames)
{
    TlValue n, k;
    if (take_pair(rt, args, &n, &k) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlValue result = comb(rt, n, k);
    tl_decref(rt, n);
    tl_decref(rt, k);
    return result;
}

const TlNativeDef tl_math_int_defs[] = {
    {"comb", math_comb, TL_FN_SIG, "(n, k, /)",
     "Number of ways to choose k items from n items without repetition and "
     "without order."},
    {"factorial", math_factorial, TL_FN_ONE, "(x, /)", "Find x!."},
    {"gcd", math_gcd, TL_FN_SIG, "(*integers)", "Greatest Common Divisor."},
    {"isqrt", math_isqrt, TL_FN_ONE, "(n, /)",
     "Return the integer part of the square root of the input."},
    {"lcm", math_lcm, TL_FN_SIG, "(*integers)", "Least Common Multiple."},
    {"perm", math_perm, TL_FN_SIG, "(n, k=None, /)",
     "Number of ways to choose k items from n items without repetition and "
     "with order."},
    {NULL, NULL, 0, NULL, NULL},
};
