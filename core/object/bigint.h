// bigint.h — arithmetic on magnitudes: arrays of 30-bit digits.
// SPDX-License-Identifier: MIT
//
// What is under int.c. A magnitude is an array of digits, least significant
// first; zero has no digits. Functions take borrowed operands and write to a
// TlMag the caller has initialised. All results are trimmed: the highest digit
// is not zero. An output never aliases an operand.
//
// Long operations count steps (tl_tick_slow), so that limits stop them, and
// may therefore raise KeyboardInterrupt besides MemoryError.
#ifndef TL_OBJECT_BIGINT_H
#define TL_OBJECT_BIGINT_H

#include "object/runtime.h"

#define TL_DIGIT_BITS 30
#define TL_DIGIT_MASK ((UINT32_C(1) << TL_DIGIT_BITS) - 1)
// More digits are refused with MemoryError, before any memory is asked for.
#define TL_DIGITS_MAX ((size_t)1 << 28)
#define TL_MAG_INLINE 12

typedef struct TlMag {
    uint32_t *d;  // points to [room] or to an owned block of [cap] digits
    size_t n, cap;
    uint32_t room[TL_MAG_INLINE];
} TlMag;

// The value of an int, whatever it is stored as; borrows a TlInt's digits, so
// it is valid while that lives.
typedef struct TlIntView {
    int sign;
    size_t n;
    const uint32_t *d;
    uint32_t room[2];
} TlIntView;

// [view] points into itself for small ints: do not copy it.
void tl_int_view(TlRef v, TlIntView *view);  // [v] must be an int

void tl_mag_init(TlMag *m);
void tl_mag_free(TlRuntime *rt, TlMag *m);
// Makes room for [n] digits and sets m->n; contents undefined.
TlStatus tl_mag_resize(TlRuntime *rt, TlMag *m, size_t n);
void tl_mag_trim(TlMag *m);
void tl_mag_set_u64(TlMag *m, uint64_t u);
TlStatus tl_mag_copy(TlRuntime *rt, TlMag *m, const uint32_t *d, size_t n);

int tl_mag_compare(const uint32_t *a, size_t na, const uint32_t *b, size_t nb);
uint64_t tl_mag_bits(const uint32_t *a, size_t na);  // bit_length
TlStatus tl_mag_add(TlRuntime *rt, TlMag *out, const uint32_t *a, size_t na,
                    const uint32_t *b, size_t nb);
// a - b; a must not be less than b.
TlStatus tl_mag_sub(TlRuntime *rt, TlMag *out, const uint32_t *a, size_t na,
                    const uint32_t *b, size_t nb);
TlStatus tl_mag_mul(TlRuntime *rt, TlMag *out, const uint32_t *a, size_t na,
                    const uint32_t *b, size_t nb);
// Quotient and remainder of magnitudes; nb > 0. [quot] or [rem] may be NULL.
TlStatus tl_mag_divmod(TlRuntime *rt, TlMag *quot, TlMag *rem,
                       const uint32_t *a, size_t na, const uint32_t *b,
                       size_t nb);
// In place: m = m * by + add, m = m / by with the remainder returned.
TlStatus tl_mag_mul_small(TlRuntime *rt, TlMag *m, uint32_t by, uint32_t add);
uint32_t tl_mag_div_small(TlMag *m, uint32_t by);
TlStatus tl_mag_shift_left(TlRuntime *rt, TlMag *out, const uint32_t *a,
                           size_t na, uint64_t bits);
// Drops the low bits; *lost says whether any of them was set.
TlStatus tl_mag_shift_right(TlRuntime *rt, TlMag *out, const uint32_t *a,
                            size_t na, uint64_t bits, bool *lost);
// The 64 highest bits, left-aligned, and whether any lower bit is set.
uint64_t tl_mag_top64(const uint32_t *a, size_t na, bool *sticky);
// Counts [cost] steps.
TlStatus tl_mag_spend(TlRuntime *rt, size_t cost);

#endif
