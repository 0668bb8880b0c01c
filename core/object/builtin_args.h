// builtin_args.h — small things every built-in type's C code needs.
// SPDX-License-Identifier: MIT
#ifndef TL_OBJECT_BUILTIN_ARGS_H
#define TL_OBJECT_BUILTIN_ARGS_H

#include "object/runtime.h"

// Bytes of an object of variable size: the fixed part, then [payload] bytes
// rounded up.
static inline size_t tl_var_size(const TlType *type, size_t payload) {
    return type->basic_size + ((payload + 7) & ~(size_t)7);
}

// Counts [steps] at once, after native work of that size. TL_RAISED: a stop
// or a limit. May run user code (the collector's finalizers).
static inline TlStatus tl_spend(TlRuntime *rt, int64_t steps) {
    rt->tick_left -= steps;
    return rt->tick_left > 0 ? TL_OK : tl_tick_slow(rt);
}

// A three-way order (-1, 0, 1; anything else is unordered) as the answer to
// one comparison.
static inline TlValue tl_order_result(int order, TlCompareOp op) {
    bool unordered = order < -1 || order > 1;
    switch (op) {
    case TL_LT: return tl_bool(order == -1);
    case TL_LE: return tl_bool(!unordered && order <= 0);
    case TL_EQ: return tl_bool(order == 0);
    case TL_NE: return tl_bool(order != 0);
    case TL_GT: return tl_bool(order == 1);
    case TL_GE: return tl_bool(!unordered && order >= 0);
    }
    return TL_NOT_IMPLEMENTED;
}

// The arguments of a type's constructor. [names] has [max] parameter names,
// NULL for a positional-only one; absent arguments become TL_NO_VALUE in
// [bound] (borrowed). The messages are those of PyArg_ParseTupleAndKeywords.
TlStatus tl_bind_constructor(TlRuntime *rt, const char *type_name,
                             const char *const *names, int max,
                             const TlRef *args, int nargs, TlTuple *kwnames,
                             TlRef *bound);
// Constructors with at most one positional argument (bool, float).
TlStatus tl_bind_optional(TlRuntime *rt, const char *type_name, int nargs,
                          TlTuple *kwnames);
// For TL_FN_RAW functions: TypeError unless min <= nargs <= max.
TlStatus tl_check_nargs(TlRuntime *rt, const char *name, int nargs, int min,
                        int max);
// An optional index argument: [fallback] when it is absent or None, clipped to
// int64 when it is larger.
TlStatus tl_optional_index(TlRuntime *rt, TlRef v, int64_t fallback,
                           int64_t *out);
// An index that must fit (OverflowError as CPython words it for Py_ssize_t).
TlStatus tl_size_arg(TlRuntime *rt, TlRef v, int64_t *out);

#endif
