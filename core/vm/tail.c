// tail.c — what natives ask the interpreter to do in their place.
// SPDX-License-Identifier: MIT
#include "vm/interp.h"
#include "vm/vm_impl.h"

void tl_tail_clear(TlRuntime *rt)
{
    TlTail t = rt->vm->tail;
    rt->vm->tail = (TlTail){.kind = TL_TAIL_NONE,
                            .value = TL_NO_VALUE,
                            .exc = TL_NO_VALUE,
                            .dflt = TL_NO_VALUE};
    if (t.frame != NULL) {
        tl_frame_finish(rt, t.frame);
    }
    tl_release(rt, t.gen);
    tl_decref(rt, t.value);
    tl_decref(rt, t.exc);
    tl_decref(rt, t.dflt);
}

static TlFlow begin_sendable(TlRuntime *rt, TlFrame *f, TlValue sendable)
{
    TlValue result = TL_NO_VALUE;
    TlSendStatus status;
    if (rt->nested > 0) {
        result = tl_drive(rt, sendable);
        status = tl_has_value(result) ? TL_SEND_RETURN : TL_SEND_ERROR;
    } else {
        status = tl_send(rt, sendable, TL_NO_VALUE, &result);
    }
    if (status == TL_SEND_SUSPENDED) {
        rt->vm->end_value = sendable;
        return TL_FLOW_SUSPEND;
    }
    tl_decref(rt, sendable);
    if (status == TL_SEND_NEXT) {
        tl_decref(rt, result);
        tl_raise(rt, rt->exc.RuntimeError,
                 "a blocking operation yielded a value");
    }
    if (status != TL_SEND_RETURN) {
        return TL_FLOW_ERROR;
    }
    tl_push(f, result);
    return TL_FLOW_FRAME;
}

static TlFlow begin_frame(TlRuntime *rt, TlFrame *f, TlFrame *callee)
{
    if (tl_check_depth(rt, 1) != TL_OK) {
        tl_frame_finish(rt, callee);
        return TL_FLOW_ERROR;
    }
    tl_push_frame(rt, f, callee);
    return tl_tick(rt) ? TL_FLOW_FRAME : tl_pause(rt, TL_FLOW_FRAME);
}

static TlFlow begin_gen(TlRuntime *rt, TlFrame *f, TlTail *t)
{
    if (t->gen->frame == NULL && tl_has_value(t->dflt)) {
        tl_release(rt, t->gen);
        tl_push(f, t->dflt);
        return TL_FLOW_FRAME;
    }
    tl_push(f, tl_from_obj(t->gen));
    TlFlow flow = tl_gen_enter(rt, t->gen, t->ret, t->value, t->exc);
    tl_decref(rt, t->exc);
    if (tl_has_value(t->dflt)) {
        if (rt->vm->top != f) {
            t->gen->frame->aux = t->dflt;
        } else {
            tl_decref(rt, t->dflt);
        }
    }
    return flow;
}

TlFlow tl_tail_begin(TlRuntime *rt, TlFrame *f)
{
    TlTail t = rt->vm->tail;
    rt->vm->tail.kind = TL_TAIL_NONE;
    rt->vm->tail.frame = NULL;
    rt->vm->tail.gen = NULL;
    rt->vm->tail.value = TL_NO_VALUE;
    rt->vm->tail.exc = TL_NO_VALUE;
    rt->vm->tail.dflt = TL_NO_VALUE;
    switch (t.kind) {
    case TL_TAIL_SENDABLE: return begin_sendable(rt, f, t.value);
    case TL_TAIL_FRAME: return begin_frame(rt, f, t.frame);
    case TL_TAIL_GEN: return begin_gen(rt, f, &t);
    case TL_TAIL_NONE: break;
    }
    tl_raise(rt, rt->exc.SystemError,
             "a native function returned nothing and raised nothing");
    return TL_FLOW_ERROR;
}

TlValue tl_vm_finish_tail(TlRuntime *rt)
{
    if (tl_nest(rt) != TL_OK) {
        tl_tail_clear(rt);
        return TL_NO_VALUE;
    }
    TlValue result = TL_NO_VALUE;
    TlFrame *outer = rt->vm->top;
    TlFrame *f = tl_trampoline_new(rt, 2);
    if (f != NULL) {
        tl_push_frame(rt, outer, f);
        tl_tail_begin(rt, f);
        tl_exec_run(rt, outer, &result);
    } else {
        tl_tail_clear(rt);
    }
    tl_unnest(rt);
    return result;
}

// ---- the forms

TlValue tl_vm_tail_code(TlRuntime *rt, TlCode *code, TlDict *globals,
                        TlRef locals)
{
    TlValue func = tl_vm_code_function(rt, code, globals);
    if (!tl_has_value(func)) {
        return TL_NO_VALUE;
    }
    TlFrame *f = tl_frame_new(rt, (TlFunction *)tl_as_obj(func));
    if (f != NULL) {
        f->locals = tl_incref(locals);
        rt->vm->tail.kind = TL_TAIL_FRAME;
        rt->vm->tail.frame = f;
    }
    return TL_NO_VALUE;
}

TlValue tl_vm_tail_resume(TlRuntime *rt, TlGen *gen, TlRef value, TlRef exc)
{
    TlTail *t = &rt->vm->tail;
    t->kind = TL_TAIL_GEN;
    t->ret = TL_RET_NEXT;
    t->gen = tl_retain(gen);
    t->value = tl_incref(value);
    t->exc = tl_incref(exc);
    return TL_NO_VALUE;
}

TlValue tl_vm_tail_next(TlRuntime *rt, TlRef it, TlRef dflt)
{
    if (tl_is_generator(rt, it)) {
        tl_vm_tail_resume(rt, (TlGen *)tl_as_obj(it), TL_NONE, TL_NO_VALUE);
        rt->vm->tail.dflt = tl_incref(dflt);
        return TL_NO_VALUE;
    }
    TlValue v = tl_next(rt, it);
    if (tl_has_value(v)) {
        return v;
    }
    if (tl_raised(rt) && !tl_error_is(rt, rt->exc.StopIteration)) {
        return TL_NO_VALUE;
    }
    if (tl_has_value(dflt)) {
        tl_clear_error(rt);
        return tl_incref(dflt);
    }
    return tl_raised(rt) ? TL_NO_VALUE : tl_raise_stop(rt, TL_NONE);
}
