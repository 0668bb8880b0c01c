// math_sum.c — math functions over many numbers: fsum, prod, hypot, dist.
// SPDX-License-Identifier: MIT
#include <math.h>

#include "base/check.h"
#include "lib/math_impl.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/number.h"
#include "object/seq.h"

// ---- fsum

// Partial sums that do not overlap, smallest first: 2098 bits of exponent
// range and mantissa in pieces of 53 are 40 at most.
enum { PARTIALS_MAX = 64 };

typedef struct Sum {
    double partials[PARTIALS_MAX];
    int count;
    double special;   // sum of infinities and NaNs
    double infinity;  // of infinities only
} Sum;

// Shewchuk: adds [x] without losing a bit; the rest that is left at the top
// is returned.
static double add_exactly(Sum *sum, double x)
{
    int kept = 0;
    for (int i = 0; i < sum->count; i++) {
        double y = sum->partials[i];
        if (fabs(x) < fabs(y)) {
            double swap = x;
            x = y;
            y = swap;
        }
        volatile double high = x + y;
        volatile double taken = high - x;
        double low = y - taken;
        if (low != 0) {
            sum->partials[kept++] = low;
        }
        x = high;
    }
    sum->count = kept;
    return x;
}

static TlStatus sum_add(TlRuntime *rt, Sum *sum, double x)
{
    double top = add_exactly(sum, x);
    if (isfinite(top)) {
        if (top != 0) {
            TL_ASSERT(sum->count < PARTIALS_MAX, "partials do not overlap");
            sum->partials[sum->count++] = top;
        }
        return TL_OK;
    }
    if (isfinite(x)) {
        tl_raise(rt, rt->exc.OverflowError, "intermediate overflow in fsum");
        return TL_RAISED;
    }
    if (isinf(x)) {
        sum->infinity += x;
    }
    sum->special += x;
    sum->count = 0;
    return TL_OK;
}

// The partials rounded once, half to even.
static double sum_round(const Sum *sum)
{
    int n = sum->count;
    double high = n > 0 ? sum->partials[--n] : 0;
    volatile double low = 0;
    while (n > 0 && low == 0) {
        double x = high, y = sum->partials[--n];
        high = x + y;
        low = y - (high - x);
    }
    // On a tie the next partial says to which side the sum really lies.
    if (n > 0 && low != 0 && (low < 0) == (sum->partials[n - 1] < 0)) {
        double twice = low * 2;
        volatile double moved = high + twice;
        if (moved - high == twice) {
            high = moved;
        }
    }
    return high;
}

static TlStatus sum_all(TlRuntime *rt, Sum *sum, TlRef it)
{
    TlValue item;
    while (tl_seq_tick(rt) == TL_OK && tl_has_value(item = tl_next(rt, it))) {
        double x;
        TlStatus status = tl_to_double(rt, item, &x);
        tl_decref(rt, item);
        if (status != TL_OK || sum_add(rt, sum, x) != TL_OK) {
            break;
        }
    }
    return tl_raised(rt) ? TL_RAISED : TL_OK;
}

static TlValue math_fsum(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames)
{
    TlValue it = tl_iter(rt, args[0]);
    if (!tl_has_value(it)) {
        return TL_NO_VALUE;
    }
    Sum sum = {.count = 0};
    TlStatus status = sum_all(rt, &sum, it);
    tl_decref(rt, it);
    if (status != TL_OK) {
        return TL_NO_VALUE;
    }
    if (sum.special != 0) {
        return isnan(sum.infinity) ? tl_raise(rt, rt->exc.ValueError,
                                              "-inf + inf in fsum")
                                   : tl_from_double(sum.special);
    }
    return tl_from_double(sum_round(&sum));
}

// ---- prod

// args: iterable, start.
static TlValue math_prod(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames)
{
    TlValue it = tl_iter(rt, args[0]);
    if (!tl_has_value(it)) {
        return TL_NO_VALUE;
    }
    TlValue product = tl_incref(args[1]), item;
    while (tl_has_value(product) && tl_seq_tick(rt) == TL_OK &&
           tl_has_value(item = tl_next(rt, it))) {
        TlValue old = product;
        product = tl_binary(rt, old, item, TL_BIN_MUL);
        tl_decref(rt, old);
        tl_decref(rt, item);
    }
    if (tl_raised(rt)) {
        tl_clear(rt, &product);
    }
    tl_decref(rt, it);
    return product;
}

// ---- hypot, dist

// A sum of squares in twice the precision, of numbers scaled by 2**-scale so
// that none overflows and none that counts underflows.
typedef struct Squares {
    double high, low;
    int scale;
} Squares;

static void add_square(Squares *sum, double x)
{
    x = ldexp(x, -sum->scale);
    double square = x * x;
    double error = fma(x, x, -square);
    double high = sum->high + square;
    double part = high - sum->high;
    sum->low += (sum->high - (high - part)) + (square - part) + error;
    sum->high = high;
}

static double root(const Squares *sum)
{
    double high = sum->high + sum->low;
    double low = (sum->high - high) + sum->low;
    double r = sqrt(high);
    // One step of Newton in the higher precision.
    r += (fma(-r, r, high) + low) / (2 * r);
    return ldexp(r, sum->scale);
}

// The length of the vector [x].
static double norm(const double *x, int64_t count)
{
    double largest = 0;
    bool nan = false;
    for (int64_t i = 0; i < count; i++) {
        nan = nan || isnan(x[i]);
        largest = fabs(x[i]) > largest ? fabs(x[i]) : largest;
    }
    if (isinf(largest) || nan || largest == 0) {
        return nan && !isinf(largest) ? NAN : largest;
    }
    Squares sum = {0, 0, 0};
    frexp(largest, &sum.scale);
    for (int64_t i = 0; i < count; i++) {
        add_square(&sum, x[i]);
    }
    return root(&sum);
}

// Room for [count] doubles; NULL = MemoryError raised.
static double *new_vector(TlRuntime *rt, int64_t count)
{
    double *x = tl_alloc(&rt->alloc, ((size_t)count + 1) * sizeof *x);
    if (x == NULL) {
        tl_raise_memory(rt);
    }
    return x;
}

static void free_vector(TlRuntime *rt, double *x, int64_t count)
{
    tl_free(&rt->alloc, x, ((size_t)count + 1) * sizeof *x);
}

// args: a tuple of the coordinates.
static TlValue math_hypot(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    const TlTuple *items = tl_as_tuple(args[0]);
    double *x = new_vector(rt, items->len);
    if (x == NULL) {
        return TL_NO_VALUE;
    }
    TlStatus status = TL_OK;
    for (int64_t i = 0; i < items->len && status == TL_OK; i++) {
        status = tl_to_double(rt, items->items[i], &x[i]);
    }
    TlValue result = status == TL_OK ? tl_from_double(norm(x, items->len))
                                     : TL_NO_VALUE;
    free_vector(rt, x, items->len);
    return result;
}

static TlValue distance(TlRuntime *rt, const TlTuple *p, const TlTuple *q)
{
    if (p->len != q->len) {
        return tl_raise(rt, rt->exc.ValueError,
                        "both points must have the same number of "
                        "dimensions");
    }
    double *x = new_vector(rt, p->len);
    if (x == NULL) {
        return TL_NO_VALUE;
    }
    TlStatus status = TL_OK;
    for (int64_t i = 0; i < p->len && status == TL_OK; i++) {
        double a = 0, b = 0;
        status = tl_to_double(rt, p->items[i], &a);
        if (status == TL_OK) {
            status = tl_to_double(rt, q->items[i], &b);
        }
        x[i] = a - b;
    }
    TlValue result =
        status == TL_OK ? tl_from_double(norm(x, p->len)) : TL_NO_VALUE;
    free_vector(rt, x, p->len);
    return result;
}

static TlValue math_dist(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames)
{
    TlTuple *p = tl_tuple_from_iter(rt, args[0]);
    TlTuple *q = p == NULL ? NULL : tl_tuple_from_iter(rt, args[1]);
    TlValue result = q == NULL ? TL_NO_VALUE : distance(rt, p, q);
    tl_release(rt, p);
    tl_release(rt, q);
    return result;
}

const TlNativeDef tl_math_sum_defs[] = {
    {"dist", math_dist, TL_FN_SIG, "(p, q, /)",
     "Return the Euclidean distance between two points p and q."},
    {"fsum", math_fsum, TL_FN_ONE, "(seq, /)",
     "Return an accurate floating point sum of values in the iterable."},
    {"hypot", math_hypot, TL_FN_SIG, "(*coordinates)",
     "Multidimensional Euclidean distance from the origin to a point."},
    {"prod", math_prod, TL_FN_SIG, "(iterable, /, *, start=1)",
     "Calculate the product of all the elements in the input iterable."},
    {NULL, NULL, 0, NULL, NULL},
};
