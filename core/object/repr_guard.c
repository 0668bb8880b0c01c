// repr_guard.c — which objects are being printed, so that cycles end.
// SPDX-License-Identifier: MIT

#include "object/repr_guard.h"

#include "base/check.h"

bool tl_repr_enter(TlRuntime *rt, TlReprGuard *guard, TlRef obj) {
    for (TlReprGuard *g = rt->repr_stack; g != NULL; g = g->outer) {
        if (g->obj == obj) {
            return false;
        }
    }
    guard->obj = obj;
    guard->outer = rt->repr_stack;
    rt->repr_stack = guard;
    return true;
}

void tl_repr_leave(TlRuntime *rt, TlReprGuard *guard) {
    TL_ASSERT(rt->repr_stack == guard, "reprs end in the reverse order");
    rt->repr_stack = guard->outer;
}
