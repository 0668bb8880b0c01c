// value.h — the tagged 64-bit value every Python object is handled by.
// SPDX-License-Identifier: MIT
//
// NaN-boxing: a double is its own bits (NaNs are canonical); above
// TL_TAG_FIRST the top 16 bits are a tag and the low 48 the payload.
//   pointer   0xFFFA  a TlObject, counted
//   small int 0xFFFB  48-bit signed; larger ints are TlInt objects
//   special   0xFFFC  None, True, False, NotImplemented, Ellipsis, NO_VALUE
// Only pointers are counted, so incref and decref of the rest cost one test.
//
// Ownership is in the type name: a `TlValue` result is owned by the caller, a
// `TlRef` parameter or result is borrowed. A function that consumes a
// parameter takes it as TlValue and has `_take` or `_steal` in its name or
// contract. Functions that may raise return TL_NO_VALUE (or -1 / TL_RAISED)
// with the exception in the runtime.
#ifndef TL_OBJECT_VALUE_H
#define TL_OBJECT_VALUE_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/config.h"

typedef uint64_t TlValue;
typedef uint64_t TlRef;

typedef struct TlObject TlObject;
typedef struct TlType TlType;
typedef struct TlRuntime TlRuntime;

#define TL_TAG_FIRST UINT64_C(0xFFFA000000000000)
#define TL_TAG_OBJ UINT64_C(0xFFFA)
#define TL_TAG_INT UINT64_C(0xFFFB)
#define TL_PAYLOAD UINT64_C(0x0000FFFFFFFFFFFF)

#define TL_SPECIAL(n) (UINT64_C(0xFFFC000000000000) | (n))
#define TL_NO_VALUE TL_SPECIAL(0)  // absent, unbound, or "raised"
#define TL_NONE TL_SPECIAL(1)
#define TL_FALSE TL_SPECIAL(2)
#define TL_TRUE TL_SPECIAL(3)
#define TL_NOT_IMPLEMENTED TL_SPECIAL(4)
#define TL_ELLIPSIS TL_SPECIAL(5)

#define TL_SMALL_INT_MAX INT64_C(0x00007FFFFFFFFFFF)
#define TL_SMALL_INT_MIN (-TL_SMALL_INT_MAX - 1)

static inline bool tl_is_double(TlRef v) { return v < TL_TAG_FIRST; }
static inline bool tl_is_obj(TlRef v) { return (v >> 48) == TL_TAG_OBJ; }
static inline bool tl_is_small_int(TlRef v) { return (v >> 48) == TL_TAG_INT; }
static inline bool tl_is_none(TlRef v) { return v == TL_NONE; }
static inline bool tl_is_bool(TlRef v) { return (v | 1) == TL_TRUE; }
static inline bool tl_has_value(TlRef v) { return v != TL_NO_VALUE; }

static inline TlValue tl_bool(bool b) { return b ? TL_TRUE : TL_FALSE; }

static inline TlValue tl_from_double(double d)
{
    uint64_t bits;
    if (d != d) {
        return UINT64_C(0x7FF8000000000000);
    }
    memcpy(&bits, &d, sizeof bits);
    return bits;
}

static inline double tl_as_double(TlRef v)
{
    double d;
    memcpy(&d, &v, sizeof d);
    return d;
}

static inline bool tl_fits_small(int64_t i)
{
    return i >= TL_SMALL_INT_MIN && i <= TL_SMALL_INT_MAX;
}

// [i] must fit; tl_int_from_i64() takes any.
static inline TlValue tl_small_int(int64_t i)
{
    return (TL_TAG_INT << 48) | ((uint64_t)i & TL_PAYLOAD);
}

static inline int64_t tl_as_small(TlRef v)
{
    return (int64_t)(v << 16) >> 16;
}

static inline TlObject *tl_as_obj(TlRef v)
{
    return (TlObject *)(uintptr_t)(v & TL_PAYLOAD);
}

static inline TlValue tl_from_obj(const void *obj)
{
    return (TL_TAG_OBJ << 48) | (uint64_t)(uintptr_t)obj;
}

#endif
