// coro.h — generators, coroutines and asynchronous generators.
// SPDX-License-Identifier: MIT
//
// All three are a TlGen around a suspended frame. `await` chains are linked by
// SEND: the coroutine at the root of a chain remembers its innermost frame, so
// that resuming it costs the same at any depth. Frames between root and leaf
// stay linked while the chain is suspended; driving an inner coroutine by hand
// splits the chain there (tl_gen_split).
#ifndef TL_VM_CORO_H
#define TL_VM_CORO_H

#include "vm/frame.h"

typedef enum TlGenKind { TL_GEN_PLAIN, TL_GEN_CORO, TL_GEN_ASYNC } TlGenKind;

typedef struct TlGen {
    TlObject ob;
    TlFrame *frame;        // counted; NULL when finished
    TlCode *code;          // counted
    TlStr *name, *qualname;
    TlExcState exc;        // what its code handles; linked while it runs
    struct TlGen *root;    // root of the chain it is part of, itself if alone
    TlFrame *leaf;         // at a root: innermost frame of the suspended chain
    int32_t chain_depth;   // at a root: frames of the chain inside it
    struct TlGen *thrown;  // at a root: see hide_outer_handlers, or NULL
    uint8_t kind;          // TlGenKind
    // Asynchronous generators only.
    bool hooks_done;       // firstiter was called
    bool closed;
    bool running_async;    // an asend()/athrow()/aclose() is in progress
    bool yielding;         // the value on its way out is a `yield`, no await
    TlValue finalizer;     // or TL_NO_VALUE
    uint32_t id;           // trace: the coroutine
} TlGen;

bool tl_is_generator(TlRuntime *rt, TlRef v);
bool tl_is_coroutine(TlRuntime *rt, TlRef v);
bool tl_is_async_gen(TlRuntime *rt, TlRef v);
bool tl_gen_is_running(const TlGen *gen);
TL_INLINE bool tl_gen_is_finished(const TlGen *gen)
{
    return gen->frame == NULL;
}
// The generator, coroutine, async generator or other object that [gen] waits
// for (gi_yieldfrom, cr_await, ag_await): borrowed, TL_NO_VALUE = none.
TlRef tl_gen_awaited(TlGen *gen);

// Runs [gen] from C: sends [value], or throws [exc] (an instance) when that is
// not TL_NO_VALUE. Any status; nested calls cannot suspend.
TlSendStatus tl_gen_resume(TlRuntime *rt, TlGen *gen, TlRef value, TlRef exc,
                           TlValue *result);
// gen.close(): TL_RAISED "generator ignored GeneratorExit" etc.
TlStatus tl_gen_close(TlRuntime *rt, TlGen *gen);

// What `await obj` drives (GET_AWAITABLE), owned; TypeError otherwise.
TlValue tl_awaitable_iter(TlRuntime *rt, TlRef obj);

// Makes [gen] the root of its own chain; its former parent waits at SEND.
void tl_gen_split(TlRuntime *rt, TlGen *gen);

extern const TlTypeSpec tl_generator_spec, tl_coroutine_spec;
extern const TlTypeSpec tl_coro_wrapper_spec;
extern const TlTypeSpec tl_async_gen_spec, tl_async_gen_asend_spec;
extern const TlTypeSpec tl_async_gen_athrow_spec;

#endif
