// async_gen.h — the awaitables of asynchronous generators, for SEND.
// SPDX-License-Identifier: MIT
//
// asend(), athrow(), aclose() and __anext__() give an awaitable that drives
// the generator. Under SEND the generator's frame is pushed on top of the
// awaiting frame, whose stack top is that awaitable; what then comes out of
// the generator arrives here.
#ifndef TL_VM_ASYNC_GEN_H
#define TL_VM_ASYNC_GEN_H

#include "vm/vm_impl.h"

// SEND on an asend or athrow object with [value] (consumed) in [f].
TlFlow tl_asend_send(TlRuntime *rt, TlFrame *f, TlRef it, TlValue value);
// The generator yielded an item, returned, or raised (rt->error).
TlFlow tl_asend_yielded(TlRuntime *rt, TlFrame *caller, TlGen *gen,
                        TlValue value);
TlFlow tl_asend_finished(TlRuntime *rt, TlFrame *caller, TlGen *gen);
TlFlow tl_asend_failed(TlRuntime *rt, TlFrame *caller, TlGen *gen);
TlValue tl_async_gen_anext(TlRuntime *rt, TlRef self);

#endif
