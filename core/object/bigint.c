// bigint.c — arithmetic on magnitudes: arrays of 30-bit digits.
// SPDX-License-Identifier: MIT
//
// Schoolbook and Karatsuba multiplication, division by Knuth's algorithm D.
// Two digits and a carry fit 64 bits with room to spare, which is why a digit
// has 30 bits. Signs, normalisation and Python objects are int.c's.

#include "object/bigint.h"

#include "base/check.h"
#include "object/builtin_args.h"
#include "object/exc.h"
#include "object/number.h"

// Operands shorter than this are multiplied digit by digit. CPython's figure.
#define KARATSUBA_CUTOFF 70

// About so many digit operations take as long as one step of the VM.
#define DIGITS_PER_STEP 32

TlStatus tl_mag_spend(TlRuntime *rt, size_t cost) {
    return tl_spend(rt, (int64_t)cost);
}

void tl_int_view(TlRef v, TlIntView *view) {
    if (tl_is_obj(v)) {
        const TlInt *big = (const TlInt *)tl_as_obj(v);
        view->sign = big->sign;
        view->n = big->ndigits;
        view->d = big->digits;
        return;
    }
    int64_t i = tl_is_small_int(v) ? tl_as_small(v) : v == TL_TRUE;
    uint64_t u = i < 0 ? (uint64_t)-i : (uint64_t)i;
    view->sign = (i > 0) - (i < 0);
    view->room[0] = (uint32_t)(u & TL_DIGIT_MASK);
    view->room[1] = (uint32_t)(u >> TL_DIGIT_BITS);
    view->n = u == 0 ? 0 : view->room[1] != 0 ? 2 : 1;
    view->d = view->room;
}

// ---- storage ----

void tl_mag_init(TlMag *m) {
    m->d = m->room;
    m->n = 0;
    m->cap = TL_MAG_INLINE;
}

void tl_mag_free(TlRuntime *rt, TlMag *m) {
    if (m->d != m->room) {
        tl_free(&rt->alloc, m->d, m->cap * sizeof *m->d);
    }
    tl_mag_init(m);
}

static TlStatus mag_grow(TlRuntime *rt, TlMag *m, size_t cap) {
    if (cap > TL_DIGITS_MAX) {
        tl_raise_memory(rt);
        return TL_RAISED;
    }
    uint32_t *d = tl_alloc(&rt->alloc, cap * sizeof *d);
    if (d == NULL) {
        tl_raise_memory(rt);
        return TL_RAISED;
    }
    memcpy(d, m->d, m->n * sizeof *d);
    size_t n = m->n;
    tl_mag_free(rt, m);
    m->d = d;
    m->n = n;
    m->cap = cap;
    return TL_OK;
}

TlStatus tl_mag_resize(TlRuntime *rt, TlMag *m, size_t n) {
    if (n > m->cap && mag_grow(rt, m, n) != TL_OK) {
        return TL_RAISED;
    }
    m->n = n;
    return TL_OK;
}

void tl_mag_trim(TlMag *m) {
    while (m->n > 0 && m->d[m->n - 1] == 0) {
        m->n--;
    }
}

void tl_mag_set_u64(TlMag *m, uint64_t u) {
    m->n = 0;
    for (; u != 0; u >>= TL_DIGIT_BITS) {
        m->d[m->n++] = (uint32_t)(u & TL_DIGIT_MASK);
    }
}

TlStatus tl_mag_copy(TlRuntime *rt, TlMag *m, const uint32_t *d, size_t n) {
    if (tl_mag_resize(rt, m, n) != TL_OK) {
        return TL_RAISED;
    }
    memcpy(m->d, d, n * sizeof *d);
    return TL_OK;
}

// ---- comparing, adding ----

int tl_mag_compare(const uint32_t *a, size_t na, const uint32_t *b,
                   size_t nb) {
    if (na != nb) {
        return na < nb ? -1 : 1;
    }
    while (na-- > 0) {
        if (a[na] != b[na]) {
            return a[na] < b[na] ? -1 : 1;
        }
    }
    return 0;
}

static int bits_of(uint32_t digit) {
    int bits = 0;
    for (; digit != 0; digit >>= 1) {
        bits++;
    }
    return bits;
}

uint64_t tl_mag_bits(const uint32_t *a, size_t na) {
    if (na == 0) {
        return 0;
    }
    return (uint64_t)(na - 1) * TL_DIGIT_BITS + (uint64_t)bits_of(a[na - 1]);
}

// x[0..nx) += y[0..ny), ny <= nx; returns the carry out.
static uint32_t add_into(uint32_t *x, size_t nx, const uint32_t *y,
                         size_t ny) {
    uint32_t carry = 0;
    size_t i = 0;
    for (; i < ny; i++) {
        carry += x[i] + y[i];
        x[i] = carry & TL_DIGIT_MASK;
        carry >>= TL_DIGIT_BITS;
    }
    for (; carry != 0 && i < nx; i++) {
        carry += x[i];
        x[i] = carry & TL_DIGIT_MASK;
        carry >>= TL_DIGIT_BITS;
    }
    return carry;
}

// x[0..nx) -= y[0..ny), ny <= nx; the result must not be negative.
static void sub_from(uint32_t *x, size_t nx, const uint32_t *y, size_t ny) {
    uint32_t borrow = 0;
    size_t i = 0;
    for (; i < ny; i++) {
        borrow = x[i] - y[i] - borrow;
        x[i] = borrow & TL_DIGIT_MASK;
        borrow = (borrow >> TL_DIGIT_BITS) & 1;
    }
    for (; borrow != 0 && i < nx; i++) {
        borrow = x[i] - borrow;
        x[i] = borrow & TL_DIGIT_MASK;
        borrow = (borrow >> TL_DIGIT_BITS) & 1;
    }
    TL_ASSERT(borrow == 0, "the larger magnitude is subtracted from");
}

TlStatus tl_mag_add(TlRuntime *rt, TlMag *out, const uint32_t *a, size_t na,
                    const uint32_t *b, size_t nb) {
    if (na < nb) {
        return tl_mag_add(rt, out, b, nb, a, na);
    }
    if (tl_mag_spend(rt, na / DIGITS_PER_STEP) != TL_OK ||
        tl_mag_resize(rt, out, na + 1) != TL_OK) {
        return TL_RAISED;
    }
    memcpy(out->d, a, na * sizeof *a);
    out->d[na] = add_into(out->d, na, b, nb);
    tl_mag_trim(out);
    return TL_OK;
}

TlStatus tl_mag_sub(TlRuntime *rt, TlMag *out, const uint32_t *a, size_t na,
                    const uint32_t *b, size_t nb) {
    if (tl_mag_spend(rt, na / DIGITS_PER_STEP) != TL_OK ||
        tl_mag_copy(rt, out, a, na) != TL_OK) {
        return TL_RAISED;
    }
    sub_from(out->d, na, b, nb);
    tl_mag_trim(out);
    return TL_OK;
}

// ---- multiplying ----

// out[0..na+nb) = a * b.
static TlStatus mul_school(TlRuntime *rt, uint32_t *out, const uint32_t *a,
                           size_t na, const uint32_t *b, size_t nb) {
    memset(out, 0, (na + nb) * sizeof *out);
    for (size_t i = 0; i < na; i++) {
        if (nb >= DIGITS_PER_STEP &&
            tl_mag_spend(rt, nb / DIGITS_PER_STEP) != TL_OK) {
            return TL_RAISED;
        }
        uint64_t carry = 0;
        for (size_t j = 0; j < nb; j++) {
            carry += (uint64_t)a[i] * b[j] + out[i + j];
            out[i + j] = (uint32_t)(carry & TL_DIGIT_MASK);
            carry >>= TL_DIGIT_BITS;
        }
        out[i + nb] = (uint32_t)carry;
    }
    return TL_OK;
}

static TlStatus mul_any(TlRuntime *rt, uint32_t *out, const uint32_t *a,
                        size_t na, const uint32_t *b, size_t nb);

// Balanced operands, nb/2 < na <= nb: with x = xh B + xl (B of nb/2 digits)
// a b = ah bh B² + ((ah + al)(bh + bl) - ah bh - al bl) B + al bl.
// [scratch] has room for the two sums and their product.
static TlStatus mul_split(TlRuntime *rt, uint32_t *out, const uint32_t *a,
                          size_t na, const uint32_t *b, size_t nb,
                          uint32_t *scratch) {
    size_t half = nb / 2;
    size_t high_a = na - half;
    size_t high_b = nb - half;
    size_t n = high_b + 1;
    uint32_t *sum_a = scratch;
    uint32_t *sum_b = scratch + n;
    uint32_t *mid = scratch + 2 * n;
    if (mul_any(rt, out, a, half, b, half) != TL_OK ||
        mul_any(rt, out + 2 * half, a + half, high_a, b + half, high_b) !=
            TL_OK) {
        return TL_RAISED;
    }
    memset(sum_a, 0, 2 * n * sizeof *sum_a);
    memcpy(sum_a, a, half * sizeof *a);
    add_into(sum_a, n, a + half, high_a);
    memcpy(sum_b, b, half * sizeof *b);
    add_into(sum_b, n, b + half, high_b);
    if (mul_any(rt, mid, sum_a, n, sum_b, n) != TL_OK) {
        return TL_RAISED;
    }
    sub_from(mid, 2 * n, out, 2 * half);
    sub_from(mid, 2 * n, out + 2 * half, high_a + high_b);
    size_t n_mid = 2 * n;
    while (n_mid > 0 && mid[n_mid - 1] == 0) {
        n_mid--;
    }
    add_into(out + half, na + nb - half, mid, n_mid);
    return TL_OK;
}

static TlStatus mul_karatsuba(TlRuntime *rt, uint32_t *out, const uint32_t *a,
                              size_t na, const uint32_t *b, size_t nb) {
    size_t size = 4 * (nb - nb / 2 + 1) * sizeof *out;
    uint32_t *scratch = tl_alloc(&rt->alloc, size);
    if (scratch == NULL) {
        tl_raise_memory(rt);
        return TL_RAISED;
    }
    TlStatus status = mul_split(rt, out, a, na, b, nb, scratch);
    tl_free(&rt->alloc, scratch, size);
    return status;
}

// One operand at least twice as long: the long one in pieces of na digits.
static TlStatus mul_lopsided(TlRuntime *rt, uint32_t *out, const uint32_t *a,
                             size_t na, const uint32_t *b, size_t nb) {
    size_t size = 2 * na * sizeof *out;
    uint32_t *piece = tl_alloc(&rt->alloc, size);
    if (piece == NULL) {
        tl_raise_memory(rt);
        return TL_RAISED;
    }
    memset(out, 0, (na + nb) * sizeof *out);
    TlStatus status = TL_OK;
    for (size_t at = 0; at < nb && status == TL_OK; at += na) {
        size_t n = nb - at < na ? nb - at : na;
        status = mul_any(rt, piece, a, na, b + at, n);
        if (status == TL_OK) {
            add_into(out + at, na + nb - at, piece, na + n);
        }
    }
    tl_free(&rt->alloc, piece, size);
    return status;
}

static TlStatus mul_any(TlRuntime *rt, uint32_t *out, const uint32_t *a,
                        size_t na, const uint32_t *b, size_t nb) {
    if (na > nb) {
        return mul_any(rt, out, b, nb, a, na);
    }
    if (na <= KARATSUBA_CUTOFF) {
        return mul_school(rt, out, a, na, b, nb);
    }
    if (2 * na <= nb) {
        return mul_lopsided(rt, out, a, na, b, nb);
    }
    return mul_karatsuba(rt, out, a, na, b, nb);
}

TlStatus tl_mag_mul(TlRuntime *rt, TlMag *out, const uint32_t *a, size_t na,
                    const uint32_t *b, size_t nb) {
    if (tl_mag_resize(rt, out, na + nb) != TL_OK ||
        mul_any(rt, out->d, a, na, b, nb) != TL_OK) {
        return TL_RAISED;
    }
    tl_mag_trim(out);
    return TL_OK;
}

TlStatus tl_mag_mul_small(TlRuntime *rt, TlMag *m, uint32_t by, uint32_t add) {
    if (m->n == m->cap && mag_grow(rt, m, m->cap * 2) != TL_OK) {
        return TL_RAISED;
    }
    uint64_t carry = add;
    for (size_t i = 0; i < m->n; i++) {
        carry += (uint64_t)m->d[i] * by;
        m->d[i] = (uint32_t)(carry & TL_DIGIT_MASK);
        carry >>= TL_DIGIT_BITS;
    }
    if (carry != 0) {
        m->d[m->n++] = (uint32_t)carry;
    }
    return tl_mag_spend(rt, m->n / DIGITS_PER_STEP);
}

// ---- dividing ----

uint32_t tl_mag_div_small(TlMag *m, uint32_t by) {
    uint64_t rest = 0;
    for (size_t i = m->n; i-- > 0;) {
        rest = rest << TL_DIGIT_BITS | m->d[i];
        m->d[i] = (uint32_t)(rest / by);
        rest %= by;
    }
    tl_mag_trim(m);
    return (uint32_t)rest;
}

// One quotient digit (Knuth 4.3.1, D3 to D6): u has n + 1 digits, v n, both
// shifted so that v's highest bit is set. u loses q * v.
static uint32_t quotient_digit(uint32_t *u, const uint32_t *v, size_t n) {
    uint64_t top = (uint64_t)u[n] << TL_DIGIT_BITS | u[n - 1];
    uint64_t q = top / v[n - 1];
    uint64_t r = top % v[n - 1];
    while (q > TL_DIGIT_MASK ||
           q * v[n - 2] > (r << TL_DIGIT_BITS | u[n - 2])) {
        q--;
        r += v[n - 1];
        if (r > TL_DIGIT_MASK) {
            break;
        }
    }
    int64_t borrow = 0;
    for (size_t i = 0; i < n; i++) {
        borrow += (int64_t)u[i] - (int64_t)(q * v[i]);
        u[i] = (uint32_t)(borrow & TL_DIGIT_MASK);
        borrow >>= TL_DIGIT_BITS;
    }
    borrow += u[n];
    u[n] = 0;
    if (borrow < 0) {  // q was one too large, which is rare
        add_into(u, n, v, n);
        q--;
    }
    return (uint32_t)q;
}

static TlStatus div_long(TlRuntime *rt, TlMag *quot, TlMag *u,
                         const uint32_t *v, size_t n) {
    size_t m = u->n - n;  // quotient digits
    if (quot != NULL && tl_mag_resize(rt, quot, m) != TL_OK) {
        return TL_RAISED;
    }
    for (size_t j = m; j-- > 0;) {
        if (tl_mag_spend(rt, n / DIGITS_PER_STEP) != TL_OK) {
            return TL_RAISED;
        }
        uint32_t q = quotient_digit(u->d + j, v, n);
        if (quot != NULL) {
            quot->d[j] = q;
        }
    }
    if (quot != NULL) {
        tl_mag_trim(quot);
    }
    return TL_OK;
}

// na >= nb >= 2.
static TlStatus divmod_long(TlRuntime *rt, TlMag *quot, TlMag *rem,
                            const uint32_t *a, size_t na, const uint32_t *b,
                            size_t nb) {
    uint64_t shift = (uint64_t)(TL_DIGIT_BITS - bits_of(b[nb - 1]));
    TlMag u, v;
    tl_mag_init(&u);
    tl_mag_init(&v);
    TlStatus status = TL_RAISED;
    bool lost;
    if (tl_mag_shift_left(rt, &v, b, nb, shift) != TL_OK ||
        tl_mag_shift_left(rt, &u, a, na, shift) != TL_OK) {
        goto done;
    }
    size_t have = u.n;
    if (tl_mag_resize(rt, &u, na + 1) != TL_OK) {
        goto done;
    }
    if (have == na) {
        u.d[na] = 0;
    }
    if (div_long(rt, quot, &u, v.d, nb) != TL_OK) {
        goto done;
    }
    tl_mag_trim(&u);
    status = rem == NULL
                 ? TL_OK
                 : tl_mag_shift_right(rt, rem, u.d, u.n, shift, &lost);
done:
    tl_mag_free(rt, &u);
    tl_mag_free(rt, &v);
    return status;
}

static TlStatus divmod_small(TlRuntime *rt, TlMag *quot, TlMag *rem,
                             const uint32_t *a, size_t na, uint32_t by) {
    TlMag work;
    tl_mag_init(&work);
    TlMag *q = quot != NULL ? quot : &work;
    TlStatus status = tl_mag_copy(rt, q, a, na);
    if (status == TL_OK) {
        status = tl_mag_spend(rt, na / DIGITS_PER_STEP);
    }
    if (status == TL_OK) {
        uint32_t rest = tl_mag_div_small(q, by);
        if (rem != NULL) {
            tl_mag_set_u64(rem, rest);
        }
    }
    tl_mag_free(rt, &work);
    return status;
}

TlStatus tl_mag_divmod(TlRuntime *rt, TlMag *quot, TlMag *rem,
                       const uint32_t *a, size_t na, const uint32_t *b,
                       size_t nb) {
    TL_ASSERT(nb > 0, "division by zero is the caller's error");
    if (tl_mag_compare(a, na, b, nb) < 0) {
        if (quot != NULL) {
            quot->n = 0;
        }
        return rem == NULL ? TL_OK : tl_mag_copy(rt, rem, a, na);
    }
    if (nb == 1) {
        return divmod_small(rt, quot, rem, a, na, b[0]);
    }
    return divmod_long(rt, quot, rem, a, na, b, nb);
}

// ---- shifting ----

TlStatus tl_mag_shift_left(TlRuntime *rt, TlMag *out, const uint32_t *a,
                           size_t na, uint64_t bits) {
    uint64_t whole = bits / TL_DIGIT_BITS;
    int part = (int)(bits % TL_DIGIT_BITS);
    if (na == 0) {
        out->n = 0;
        return TL_OK;
    }
    if (whole > TL_DIGITS_MAX) {
        tl_raise_memory(rt);
        return TL_RAISED;
    }
    size_t zeros = (size_t)whole;
    if (tl_mag_spend(rt, (zeros + na) / DIGITS_PER_STEP) != TL_OK ||
        tl_mag_resize(rt, out, zeros + na + 1) != TL_OK) {
        return TL_RAISED;
    }
    memset(out->d, 0, zeros * sizeof *out->d);
    uint32_t carry = 0;
    for (size_t i = 0; i < na; i++) {
        out->d[zeros + i] = (a[i] << part & TL_DIGIT_MASK) | carry;
        carry = part == 0 ? 0 : a[i] >> (TL_DIGIT_BITS - part);
    }
    out->d[zeros + na] = carry;
    tl_mag_trim(out);
    return TL_OK;
}

TlStatus tl_mag_shift_right(TlRuntime *rt, TlMag *out, const uint32_t *a,
                            size_t na, uint64_t bits, bool *lost) {
    uint64_t whole = bits / TL_DIGIT_BITS;
    int part = (int)(bits % TL_DIGIT_BITS);
    *lost = false;
    for (size_t i = 0; i < na && i < whole && !*lost; i++) {
        *lost = a[i] != 0;
    }
    if (whole >= na) {
        out->n = 0;
        return TL_OK;
    }
    size_t skip = (size_t)whole;
    size_t n = na - skip;
    if (tl_mag_resize(rt, out, n) != TL_OK) {
        return TL_RAISED;
    }
    if ((a[skip] & ((UINT32_C(1) << part) - 1)) != 0) {
        *lost = true;
    }
    for (size_t i = 0; i < n; i++) {
        uint32_t high = i + 1 < n ? a[skip + i + 1] : 0;
        uint64_t both = (uint64_t)high << TL_DIGIT_BITS | a[skip + i];
        out->d[i] = (uint32_t)(both >> part & TL_DIGIT_MASK);
    }
    tl_mag_trim(out);
    return TL_OK;
}

uint64_t tl_mag_top64(const uint32_t *a, size_t na, bool *sticky) {
    uint64_t top = 0;
    int have = 0;
    *sticky = false;
    size_t i = na;
    while (i > 0 && have < 64) {
        uint32_t digit = a[--i];
        int bits = have == 0 ? bits_of(digit) : TL_DIGIT_BITS;
        int take = bits < 64 - have ? bits : 64 - have;
        top = (take == 64 ? 0 : top << take) | digit >> (bits - take);
        have += take;
        if ((digit & ((UINT32_C(1) << (bits - take)) - 1)) != 0) {
            *sticky = true;
        }
    }
    while (i > 0 && !*sticky) {
        *sticky = a[--i] != 0;
    }
    return have == 0 ? 0 : top << (64 - have);
}
