// number.h — int (small and big), bool and float.
// SPDX-License-Identifier: MIT
#ifndef TL_OBJECT_NUMBER_H
#define TL_OBJECT_NUMBER_H

#include "base/buf.h"
#include "object/runtime.h"

// An int outside 48 bits (or an instance of an int subclass): sign and
// magnitude in 30-bit digits, least significant first, no leading zero digit.
typedef struct TlInt {
    TlObject ob;
    int32_t sign;      // -1, 0, 1
    uint32_t ndigits;
    uint32_t digits[];
} TlInt;

static inline bool tl_is_int(TlRef v)  // bool counts, as in Python
{
    return tl_is_small_int(v) || tl_is_bool(v) ||
           (tl_is_obj(v) && (tl_as_obj(v)->type->flags & TL_TYPE_IS_INT));
}

TlValue tl_int_from_i64(TlRuntime *rt, int64_t i);
TlValue tl_int_from_u64(TlRuntime *rt, uint64_t u);
TlValue tl_int_from_double(TlRuntime *rt, double d);  // truncates; inf/nan raise
// [v] must be an int (tl_is_int). 1 fits, 0 does not; never raises.
int tl_int_to_i64(TlRef v, int64_t *out);
int tl_int_sign(TlRef v);
TlStatus tl_int_to_double(TlRuntime *rt, TlRef v, double *out);  // OverflowError
// Python's int(text, base): base 0 or 2..36, whitespace, underscores, sign.
// Raises ValueError with CPython's text.
TlValue tl_int_parse(TlRuntime *rt, const char *text, size_t len, int base);
// base 2, 8, 10 or 16, no prefix; MemoryError/ValueError (4300 digits) raised.
TlStatus tl_int_format_to(TlRuntime *rt, TlRef v, int base, TlBuf *out);
TlValue tl_int_binary(TlRuntime *rt, TlRef a, TlRef b, TlBinaryOp op);
int tl_int_compare(TlRef a, TlRef b);  // -1, 0, 1
int64_t tl_hash_int(TlRef v);
int64_t tl_hash_double(TlRuntime *rt, double d);  // equal to CPython's

// A float: immediate, or an instance of a float subclass.
typedef struct TlFloat {
    TlObject ob;
    double value;
} TlFloat;

static inline bool tl_is_float(TlRef v)
{
    return tl_is_double(v) ||
           (tl_is_obj(v) && (tl_as_obj(v)->type->flags & TL_TYPE_IS_FLOAT));
}

static inline double tl_float_value(TlRef v)  // [v] must be a float
{
    return tl_is_double(v) ? tl_as_double(v)
                           : ((TlFloat *)tl_as_obj(v))->value;
}

// A number as a C double: int, float, __float__, __index__; else TypeError
// "must be real number, not X".
TlStatus tl_to_double(TlRuntime *rt, TlRef v, double *out);

#endif
