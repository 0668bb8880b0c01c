// call_fast.h — the path of a plain call: a frame made, entered and dropped.
// SPDX-License-Identifier: MIT
//
// Inlined into the dispatch loop. Frames come straight from the pool; they are
// untracked and do not count their type, which outlives them with the VM.
#ifndef TL_VM_CALL_FAST_H
#define TL_VM_CALL_FAST_H

#include "vm/vm_impl.h"

TL_INLINE size_t tl_frame_block_size(uint32_t slot_count)
{
    return sizeof(TlGcHead) + sizeof(TlFrame) + slot_count * sizeof(TlValue);
}

// A frame for [func], whose reference it takes over; slots are not set yet.
// NULL = no memory, nothing raised, the reference still the caller's.
TL_INLINE TlFrame *tl_frame_make(TlRuntime *rt, TlFunction *func, TlCode *code,
                                 uint32_t slot_count)
{
    TlGcHead *head = tl_alloc(&rt->alloc, tl_frame_block_size(slot_count));
    if (TL_UNLIKELY(head == NULL)) {
        return NULL;
    }
    head->prev = head->next = NULL;
    TlFrame *f = (TlFrame *)(void *)(head + 1);
    f->ob.refs = 1;
    f->ob.bits = 0;
    f->ob.type = rt->vm->frame;
    rt->live_objects++;
    f->back = NULL;
    f->ip = code->instrs;
    f->sp = f->slots + code->nlocals;
    f->code = code;
    code->ob.refs++;
    f->func = func;
    f->globals = func->globals;
    f->builtins = func->builtins;
    f->locals = TL_NO_VALUE;
    f->gen = NULL;
    f->aux = TL_NO_VALUE;
    f->trace_id = 0;
    f->slot_count = slot_count;
    f->state = TL_FRAME_RUNNING;
    f->ret = TL_RET_CALL;
    return f;
}

// Sets slots [from] on: unset locals, then the free variables.
TL_INLINE void tl_frame_clear_slots(TlFrame *f, int from)
{
    const TlCode *code = f->code;
    int plain = code->nlocals - code->nfree;
    for (int i = from; i < plain; i++) {
        f->slots[i] = TL_NO_VALUE;
    }
    for (int i = 0; i < code->nfree; i++) {
        f->slots[plain + i] = tl_incref(f->func->closure->items[i]);
    }
}

// Positional arguments that fill the parameters exactly.
TL_INLINE bool tl_call_is_exact(const TlFunction *func, int nargs)
{
    const TlCode *code = (const TlCode *)func->code;
    return code->argcount == nargs && code->kwonlyargcount == 0 &&
           !(code->flags & (TL_CODE_VARARGS | TL_CODE_VARKEYWORDS));
}

// The frame of such a call: callable and arguments move from the stack of [f]
// into it. NULL: not possible here, nothing has changed; take the long way.
TL_INLINE TlFrame *tl_call_exact(TlRuntime *rt, TlFrame *f, TlFunction *func,
                                 TlValue *base, const TlValue *args, int nargs)
{
    TlCode *code = (TlCode *)func->code;
    if (TL_UNLIKELY(rt->depth >= rt->depth_limit)) {
        return NULL;
    }
    TlFrame *callee = tl_frame_make(
        rt, func, code,
        (uint32_t)(code->nlocals + code->stack_size + TL_STACK_SPARE));
    if (TL_UNLIKELY(callee == NULL)) {
        return NULL;
    }
    for (int i = 0; i < nargs; i++) {
        callee->slots[i] = args[i];
    }
    tl_frame_clear_slots(callee, nargs);
    f->sp = base;
    tl_push_frame(rt, f, callee);
    return callee;
}

// tl_frame_finish() for a frame whose stack and `aux` are empty.
TL_INLINE void tl_frame_drop(TlRuntime *rt, TlFrame *f)
{
    TL_ASSERT(f->sp == tl_frame_stack(f), "a frame ends with an empty stack");
    if (TL_UNLIKELY(f->ob.refs > 1 || f->ob.bits != 0 ||
                    tl_has_value(f->locals))) {
        tl_frame_finish(rt, f);
        return;
    }
    TlCode *code = f->code;
    TlFunction *func = f->func;
    for (int i = 0; i < code->nlocals; i++) {
        TlValue v = f->slots[i];
        if (tl_is_obj(v) && --tl_as_obj(v)->refs == 0) {
            f->slots[i] = TL_NO_VALUE;
            tl_object_dead(rt, tl_as_obj(v));
        }
    }
    rt->live_objects--;
    tl_free(&rt->alloc, (TlGcHead *)(void *)f - 1,
            tl_frame_block_size(f->slot_count));
    tl_release(rt, func);
    if (TL_UNLIKELY(--code->ob.refs == 0)) {
        tl_object_dead(rt, &code->ob);
    }
}

#endif
