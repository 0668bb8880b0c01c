// interp.h — the dispatch loop.
// SPDX-License-Identifier: MIT
#ifndef TL_VM_INTERP_H
#define TL_VM_INTERP_H

#include "vm/vm.h"

// Runs vm->top and what it calls until its base frame (ret == TL_RET_BASE) is
// done: RETURN or NEXT with *result, ERROR; or SUSPENDED, with vm->top where
// it goes on and, when a native waits, the sendable in *result (else
// TL_NO_VALUE). With rt->error set it begins by unwinding.
TlSendStatus tl_interp_run(TlRuntime *rt, TlValue *result);

#endif
