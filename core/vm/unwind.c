// unwind.c — how frames end: return, yield, and the search for a handler.
// SPDX-License-Identifier: MIT
//
// A frame that ends hands its result to whoever waits for it; TlReturnKind
// says how. The waiting frame's ip is behind its instruction, so the target of
// a FOR_ITER or SEND that is over is read from the word before ip.
#include "lang/opcodes.h"
#include "vm/async_gen.h"
#include "vm/call_fast.h"
#include "vm/vm_impl.h"

TlStatus tl_check_depth(TlRuntime *rt, int n)
{
    if (TL_LIKELY(rt->depth + n <= rt->depth_limit)) {
        return TL_OK;
    }
    tl_raise(rt, rt->exc.RecursionError, "maximum recursion depth exceeded");
    return TL_RAISED;
}

TlFlow tl_pause(TlRuntime *rt, TlFlow flow)
{
    if (tl_tick_slow(rt) != TL_OK) {
        return TL_FLOW_ERROR;
    }
    if (rt->must_yield && rt->nested == 0) {
        rt->wait.waiting = false;
        rt->vm->end_value = TL_NO_VALUE;
        return TL_FLOW_SUSPEND;
    }
    return flow;
}

static TlFlow end_execution(TlRuntime *rt, TlSendStatus status, TlValue value)
{
    rt->vm->end = status;
    rt->vm->end_value = value;
    return TL_FLOW_END;
}

// The instruction [f] stands behind is over: on to its target.
static void jump(TlFrame *f)
{
    f->ip = f->code->instrs + TL_INSTR_ARG(f->ip[-1]);
}

// Takes the top frame off. A generator's frame was its generator's.
static void pop_frame(TlRuntime *rt, TlFrame *f)
{
    TlGen *gen = f->gen;
    rt->vm->top = f->back;
    rt->depth--;
    if (gen != NULL) {
        tl_gen_finished(rt, gen);
    }
    tl_frame_drop(rt, f);
}

// ---- return

static TlFlow return_from_init(TlRuntime *rt, TlFrame *caller, TlValue value,
                               TlValue instance)
{
    if (TL_LIKELY(tl_is_none(value))) {
        tl_push(caller, instance);
        return TL_FLOW_FRAME;
    }
    tl_raise_fmt(rt, rt->exc.TypeError,
                 "__init__() should return None, not '%T'", value);
    tl_decref(rt, value);
    tl_decref(rt, instance);
    return TL_FLOW_ERROR;
}

static TlFlow return_from_class(TlRuntime *rt, TlFrame *caller, TlValue cell,
                                TlValue state)
{
    TlValue cls = tl_class_finish(rt, state, cell);
    tl_decref(rt, cell);
    tl_decref(rt, state);
    if (!tl_has_value(cls)) {
        return TL_FLOW_ERROR;
    }
    tl_push(caller, cls);
    return TL_FLOW_FRAME;
}

// next() or send() of a generator that is over.
static TlFlow return_to_next(TlRuntime *rt, TlFrame *caller, TlValue value,
                             TlValue dflt)
{
    tl_drop(rt, caller);
    if (tl_has_value(dflt)) {
        tl_decref(rt, value);
        tl_push(caller, dflt);
        return TL_FLOW_FRAME;
    }
    tl_raise_stop(rt, value);
    tl_decref(rt, value);
    return TL_FLOW_ERROR;
}

TlFlow tl_deliver(TlRuntime *rt, TlFrame *caller, TlReturnKind ret,
                  TlGen *gen, TlValue value, TlValue aux)
{
    switch (ret) {
    case TL_RET_BASE:
        return end_execution(rt, TL_SEND_RETURN, value);
    case TL_RET_CALL:
        tl_push(caller, value);
        return TL_FLOW_FRAME;
    case TL_RET_INIT:
        return return_from_init(rt, caller, value, aux);
    case TL_RET_CLASS:
        return return_from_class(rt, caller, value, aux);
    case TL_RET_FOR:
        tl_decref(rt, value);
        tl_drop(rt, caller);
        jump(caller);
        return TL_FLOW_FRAME;
    case TL_RET_SEND:
        tl_drop(rt, caller);
        tl_push(caller, value);
        jump(caller);
        return TL_FLOW_FRAME;
    case TL_RET_ASEND:
        tl_decref(rt, value);
        return tl_asend_finished(rt, caller, gen);
    case TL_RET_NEXT:
        return return_to_next(rt, caller, value, aux);
    case TL_RET_CLOSE:
        tl_decref(rt, value);
        tl_drop(rt, caller);
        tl_push(caller, TL_NONE);
        return TL_FLOW_FRAME;
    }
    TL_UNREACHABLE("every way to return is above");
    return TL_FLOW_ERROR;
}

TlFlow tl_leave_return(TlRuntime *rt, TlFrame *f, TlValue value)
{
    TlFrame *caller = f->back;
    TlReturnKind ret = f->ret;
    TlGen *gen = f->gen;
    TlValue aux = f->aux;
    f->aux = TL_NO_VALUE;
    if (f->trace_id != 0) {
        tl_trace_exit(rt, f, false);
    }
    pop_frame(rt, f);
    return tl_deliver(rt, caller, ret, gen, value, aux);
}

// ---- yield

static void trace_chain_suspended(TlRuntime *rt, TlFrame *f, TlFrame *root)
{
    for (; f != root; f = f->back) {
        tl_trace_suspend(rt, f);
    }
    tl_trace_suspend(rt, root);
}

// `yield` of an asynchronous generator that is driven from a frame: its asend
// object is done, the generator rests outside the awaiting chain.
static TlFlow yield_item(TlRuntime *rt, TlFrame *f, TlValue value)
{
    TlGen *gen = f->gen;
    TlFrame *caller = f->back;
    tl_gen_leave_handlers(rt, gen);
    gen->root->chain_depth--;
    gen->root = gen;
    gen->leaf = f;
    gen->chain_depth = 0;
    gen->yielding = false;
    rt->depth--;
    rt->vm->top = caller;
    f->back = NULL;
    f->state = TL_FRAME_SUSPENDED;
    tl_trace_suspend(rt, f);
    return tl_asend_yielded(rt, caller, gen, value);
}

static TlFlow ignored_exit(TlRuntime *rt, TlGen *gen, TlValue value)
{
    static const char *const kinds[] = {"generator", "coroutine",
                                        "async generator"};
    tl_decref(rt, value);
    tl_raise_fmt(rt, rt->exc.RuntimeError, "%s ignored GeneratorExit",
                 kinds[gen->kind]);
    return TL_FLOW_ERROR;
}

TlFlow tl_leave_yield(TlRuntime *rt, TlFrame *f, TlValue value)
{
    if (f->ret == TL_RET_ASEND && f->gen->yielding) {
        return yield_item(rt, f, value);
    }
    TlGen *root = f->gen->root;
    TlFrame *base = root->frame;
    TlFrame *caller = base->back;
    if (rt->trace.level >= TL_TRACE_LINES) {
        trace_chain_suspended(rt, f, base);
    }
    root->leaf = f;
    base->state = TL_FRAME_SUSPENDED;
    base->back = NULL;
    rt->depth -= root->chain_depth + 1;
    tl_gen_show_handlers(root);
    rt->exc_state = root->exc.prev;
    rt->vm->top = caller;
    switch (base->ret) {
    case TL_RET_BASE:
        return end_execution(rt, TL_SEND_NEXT, value);
    case TL_RET_FOR:
        tl_push(caller, value);
        return TL_FLOW_FRAME;
    case TL_RET_CLOSE:
        return ignored_exit(rt, root, value);
    default:
        TL_ASSERT(base->ret == TL_RET_NEXT, "a root is driven by next()");
        tl_clear(rt, &base->aux);
        tl_drop(rt, caller);
        tl_push(caller, value);
        return TL_FLOW_FRAME;
    }
}

// ---- errors

static TlFlow error_to_close(TlRuntime *rt, TlFrame *caller)
{
    if (!tl_error_is(rt, rt->exc.GeneratorExit) &&
        !tl_error_is(rt, rt->exc.StopIteration)) {
        return TL_FLOW_ERROR;
    }
    tl_clear_error(rt);
    tl_drop(rt, caller);
    tl_push(caller, TL_NONE);
    return TL_FLOW_FRAME;
}

TlFlow tl_leave_error(TlRuntime *rt, TlFrame *f)
{
    // What lies on the stack dies while the frame still runs.
    for (TlValue *bottom = tl_frame_stack(f); f->sp > bottom;) {
        tl_drop(rt, f);
    }
    TlFrame *caller = f->back;
    TlReturnKind ret = f->ret;
    TlGen *gen = f->gen;
    TlValue aux = f->aux;
    f->aux = TL_NO_VALUE;
    if (f->trace_id != 0) {
        tl_trace_exit(rt, f, true);
    }
    pop_frame(rt, f);
    if (gen != NULL) {
        tl_gen_convert_stop(rt, gen);
    }
    tl_decref(rt, aux);
    switch (ret) {
    case TL_RET_BASE:
        return end_execution(rt, TL_SEND_ERROR, TL_NO_VALUE);
    case TL_RET_CLOSE:
        return error_to_close(rt, caller);
    case TL_RET_ASEND:
        return tl_asend_failed(rt, caller, gen);
    default:
        return TL_FLOW_ERROR;
    }
}

static void enter_handler(TlRuntime *rt, TlFrame *f, const TlExcEntry *handler)
{
    uint32_t at = tl_frame_instr(f);
    TlValue *keep = tl_frame_stack(f) + handler->depth;
    while (f->sp > keep) {
        tl_drop(rt, f);
    }
    if (handler->lasti) {
        tl_push(f, tl_small_int(at));
    }
    tl_push(f, tl_fetch(rt));
    f->ip = f->code->instrs + handler->target;
}

TlFlow tl_unwind(TlRuntime *rt, bool with_entry)
{
    rt->vm->fresh_entries = 0;
    for (;;) {
        TlFrame *f = rt->vm->top;
        if (with_entry) {
            tl_traceback_here(rt, f);
        }
        const TlExcEntry *handler =
            tl_code_handler(f->code, tl_frame_instr(f));
        if (handler != NULL) {
            enter_handler(rt, f, handler);
            return TL_FLOW_FRAME;
        }
        TlFlow flow = tl_leave_error(rt, f);
        if (flow != TL_FLOW_ERROR) {
            return flow;
        }
        with_entry = true;
    }
}
