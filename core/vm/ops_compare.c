// ops_compare.c — comparisons and membership.
// SPDX-License-Identifier: MIT
#include "vm/vm_impl.h"

TlStatus tl_op_compare(TlRuntime *rt, TlFrame *f, uint32_t op)
{
    TlRef a = f->sp[-2], b = f->sp[-1];
    if (tl_is_obj(a) && tl_is_obj(b) && (op == TL_EQ || op == TL_NE) &&
        tl_as_obj(a)->type == rt->types.str &&
        tl_as_obj(b)->type == rt->types.str) {
        bool equal = a == b || tl_str_equal(tl_as_str(a), tl_as_str(b));
        return tl_replace(rt, f, 2, tl_bool(equal == (op == TL_EQ)));
    }
    return tl_replace(rt, f, 2, tl_compare(rt, a, b, (TlCompareOp)op));
}

TlStatus tl_op_contains(TlRuntime *rt, TlFrame *f, bool invert)
{
    int found = tl_contains(rt, f->sp[-1], f->sp[-2]);
    return found < 0 ? TL_RAISED
                     : tl_replace(rt, f, 2, tl_bool((found != 0) != invert));
}
