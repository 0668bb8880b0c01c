// number_impl.h — what the files of int and float share among themselves.
// SPDX-License-Identifier: MIT
#ifndef TL_OBJECT_NUMBER_IMPL_H
#define TL_OBJECT_NUMBER_IMPL_H

#include "object/bigint.h"
#include "object/number.h"
#include "object/str.h"
#include "object/type_spec.h"

// int.c: a normalised int from a magnitude; [sign] is ignored for zero.
TlValue tl_int_from_mag(TlRuntime *rt, int sign, TlMag *m);
// An instance of the int subclass [type] with the value of the int [v].
TlValue tl_int_subtype_new(TlRuntime *rt, TlType *type, TlRef v);
// The int itself, without its subclass: a new reference to an exact int.
TlValue tl_int_exact(TlRuntime *rt, TlRef v);
// Compares an int with a double exactly; NaN compares unordered: 2.
int tl_int_compare_double(TlRuntime *rt, TlRef a, double d);
// [d] must be finite and integral.
TlValue tl_int_from_integral(TlRuntime *rt, double d);

// int_arith.c: slots are built from these; operands must be ints.
TlValue tl_int_pow(TlRuntime *rt, TlRef a, TlRef b, TlRef mod);
TlStatus tl_int_floor_divmod(TlRuntime *rt, TlRef a, TlRef b, TlValue *quot,
                             TlValue *rem);
// mantissa * 2^exponent (with [sticky]: and a bit more), rounded half to even
// at the precision a double has there. [mantissa] has at least 55 bits.
double tl_round_scaled(uint64_t mantissa, int64_t exponent, bool sticky);
TlValue tl_int_negate(TlRuntime *rt, TlRef v);
TlValue tl_int_abs(TlRuntime *rt, TlRef v);
TlValue tl_int_invert(TlRuntime *rt, TlRef v);

// int_methods.c
extern const TlNativeDef tl_int_methods[];
extern const TlGetSetDef tl_int_getsets[];

// int_text.c: text of a str with decimal digits and spaces of any script as
// ASCII, other characters as '?'; for int() and float().
TlStatus tl_number_text(TlRuntime *rt, TlStr *s, TlBuf *out);
// int(text, base) where [shown] is what an error message shows.
TlValue tl_int_parse_shown(TlRuntime *rt, const char *text, size_t len,
                           int base, TlRef shown);

// float.c: x ** y with CPython's errors.
TlValue tl_float_pow(TlRuntime *rt, double x, double y);

// float_methods.c
extern const TlNativeDef tl_float_methods[];
extern const TlGetSetDef tl_float_getsets[];

#endif
