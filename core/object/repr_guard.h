// repr_guard.h — which objects are being printed, so that cycles end.
// SPDX-License-Identifier: MIT
//
// A container's repr enters its guard before it prints its items; when the
// object is already on the stack, it prints "[...]" instead. The nodes live on
// the C stack of the repr functions, linked from rt->repr_stack: no
// allocation, and strictly last in, first out, since nothing suspends inside a
// repr.
#ifndef TL_OBJECT_REPR_GUARD_H
#define TL_OBJECT_REPR_GUARD_H

#include "object/runtime.h"

typedef struct TlReprGuard {
    TlRef obj;
    struct TlReprGuard *outer;
} TlReprGuard;

// True: [obj] is now marked by [guard], call tl_repr_leave() when done.
// False: it is being printed already, nothing was entered.
bool tl_repr_enter(TlRuntime *rt, TlReprGuard *guard, TlRef obj);
void tl_repr_leave(TlRuntime *rt, TlReprGuard *guard);

#endif
