// interp.h — the dispatch loop.
// SPDX-License-Identifier: MIT
#ifndef TL_VM_INTERP_H
#define TL_VM_INTERP_H

#include "vm/vm.h"

// Runs the thread's top frame and what it calls until its base frame (ret ==
// TL_RET_BASE) is done: RETURN or NEXT with *result, ERROR; or SUSPENDED with
// the top frame left in thread->top and, when a native waits, the sendable
// in *result. With rt->error set it begins by unwinding.
TlSendStatus tl_interp_run(TlRuntime *rt, TlFrame *top, TlValue *result);

#endif
