// thread.c — executions: begin, suspend, go on; the main thread's driver.
// SPDX-License-Identifier: MIT
//
// Invariant: the stack of suspended executions has room for all that run now,
// so suspending cannot fail.
#include "vm/thread.h"

#include <math.h>

#include "vm/interp.h"
#include "vm/vm_impl.h"

TlStatus tl_exec_reserve(TlRuntime *rt)
{
    TlThread *t = rt->vm->thread;
    uint32_t need = t->count + t->active + 1;
    if (TL_LIKELY(need <= t->cap)) {
        return TL_OK;
    }
    uint32_t cap = need * 2 + 6;
    TlExec *grown = tl_realloc(&rt->alloc, t->execs, t->cap * sizeof *grown,
                               cap * sizeof *grown);
    if (grown == NULL) {
        tl_raise_memory(rt);
        return TL_RAISED;
    }
    t->execs = grown;
    t->cap = cap;
    return TL_OK;
}

TlSendStatus tl_exec_run(TlRuntime *rt, TlFrame *outer, TlValue *result)
{
    TlThread *t = rt->vm->thread;
    TL_ASSERT(t->count + t->active < t->cap, "room was reserved");
    t->active++;
    TlSendStatus status = tl_interp_run(rt, result);
    t->active--;
    if (status == TL_SEND_SUSPENDED) {
        t->execs[t->count++] =
            (TlExec){.top = rt->vm->top, .waiting_on = *result};
        *result = TL_NO_VALUE;
        rt->vm->top = outer;
    }
    return status;
}

TlSendStatus tl_exec_begin(TlRuntime *rt, TlFlow flow, TlFrame *outer,
                           TlValue *result)
{
    TlThread *t = rt->vm->thread;
    if (flow == TL_FLOW_SUSPEND) {
        t->execs[t->count++] = (TlExec){.top = rt->vm->top,
                                        .waiting_on = rt->vm->end_value};
        rt->vm->end_value = TL_NO_VALUE;
        rt->vm->top = outer;
        return TL_SEND_SUSPENDED;
    }
    return tl_exec_run(rt, outer, result);
}

// What the suspended execution waits for may be over: its result goes on the
// stack. SUSPENDED, or RETURN when the frames can go on.
static TlSendStatus resume_waiting(TlRuntime *rt, TlExec *e)
{
    TlThread *t = rt->vm->thread;
    TlValue value = TL_NO_VALUE;
    t->active++;
    TlSendStatus status = tl_send(rt, e->waiting_on, TL_NO_VALUE, &value);
    t->active--;
    if (status == TL_SEND_SUSPENDED) {
        return status;
    }
    tl_clear(rt, &e->waiting_on);
    if (status == TL_SEND_RETURN) {
        tl_push(e->top, value);
    } else if (status == TL_SEND_NEXT) {
        tl_decref(rt, value);
        tl_raise(rt, rt->exc.RuntimeError,
                 "a blocking operation yielded a value");
    }
    return TL_SEND_RETURN;
}

TlSendStatus tl_exec_resume(TlRuntime *rt, TlValue *result)
{
    TlThread *t = rt->vm->thread;
    TlFrame *outer = rt->vm->top;
    TL_ASSERT(t->count > 0, "there is something to resume");
    TlExec e = t->execs[--t->count];
    rt->vm->top = e.top;
    if (tl_has_value(e.waiting_on) &&
        resume_waiting(rt, &e) == TL_SEND_SUSPENDED) {
        t->execs[t->count++] = e;
        rt->vm->top = outer;
        return TL_SEND_SUSPENDED;
    }
    return tl_exec_run(rt, outer, result);
}

// ---- nested runs, from C code that cannot suspend

TlStatus tl_nest(TlRuntime *rt)
{
    if (tl_exec_reserve(rt) != TL_OK) {
        return TL_RAISED;
    }
    rt->nested++;
    return TL_OK;
}

void tl_unnest(TlRuntime *rt)
{
    rt->nested--;
    // A slice that ended inside ends as soon as it can.
    if (rt->nested == 0 && rt->must_yield) {
        tl_tick_expire(rt);
    }
}

TlValue tl_run_nested(TlRuntime *rt, TlFrame *frame)
{
    if (frame == NULL) {
        return TL_NO_VALUE;
    }
    if (tl_check_depth(rt, 1) != TL_OK || tl_nest(rt) != TL_OK) {
        frame->back = NULL;
        tl_frame_finish(rt, frame);
        return TL_NO_VALUE;
    }
    TlFrame *outer = rt->vm->top;
    frame->ret = TL_RET_BASE;
    tl_push_frame(rt, outer, frame);
    TlValue result = TL_NO_VALUE;
    TlSendStatus status = tl_exec_run(rt, outer, &result);
    tl_unnest(rt);
    return status == TL_SEND_RETURN ? result : TL_NO_VALUE;
}

// Time passes for a wait that cannot be handed to the host.
static TlStatus pass_time(TlRuntime *rt)
{
    if (!rt->wait.waiting) {
        return tl_tick_slow(rt);
    }
    if (!rt->clock_virtual || isinf(rt->wait.deadline)) {
        tl_raise(rt, rt->exc.RuntimeError,
                 "cannot wait here: called from native code");
        return TL_RAISED;
    }
    if (rt->wait.deadline > rt->now) {
        rt->now = rt->wait.deadline;
        rt->trace.now = rt->now;
    }
    return TL_OK;
}

TlValue tl_drive(TlRuntime *rt, TlRef sendable)
{
    TlValue result = TL_NO_VALUE;
    if (tl_nest(rt) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlSendStatus status;
    do {
        status = tl_send(rt, sendable, TL_NO_VALUE, &result);
    } while (status == TL_SEND_SUSPENDED && pass_time(rt) == TL_OK);
    tl_unnest(rt);
    if (status == TL_SEND_NEXT) {
        tl_decref(rt, result);
        return tl_raise(rt, rt->exc.RuntimeError,
                        "a blocking operation yielded a value");
    }
    return status == TL_SEND_RETURN ? result : TL_NO_VALUE;
}

// ---- hooks

TlSendStatus tl_hook_call(TlRuntime *rt, TlRef callee, const TlRef *args,
                          int nargs, TlTuple *kwnames, TlValue *result)
{
    TlFrame *outer = rt->vm->top;
    if (tl_exec_reserve(rt) != TL_OK || tl_check_depth(rt, 1) != TL_OK) {
        return TL_SEND_ERROR;
    }
    if (tl_is_obj(callee) &&
        tl_as_obj(callee)->type == rt->types.function) {
        TlFrame *f = tl_bind_call(rt, (TlFunction *)tl_as_obj(callee), args,
                                  nargs, kwnames);
        if (f == NULL) {
            return TL_SEND_ERROR;
        }
        f->ret = TL_RET_BASE;
        tl_push_frame(rt, outer, f);
        return tl_exec_run(rt, outer, result);
    }
    TlFrame *f = tl_trampoline_new(rt, nargs + 2);
    if (f == NULL) {
        return TL_SEND_ERROR;
    }
    tl_push_frame(rt, outer, f);
    TlFlow flow = tl_trampoline_call(rt, f, callee, args, nargs, kwnames);
    return tl_exec_begin(rt, flow, outer, result);
}

static TlSendStatus throw_natively(TlRuntime *rt, TlRef coro, TlRef exc,
                                   TlValue *result)
{
    *result = tl_call_method(rt, coro, TL_NAME(rt, throw), &exc, 1);
    if (tl_has_value(*result)) {
        return TL_SEND_NEXT;
    }
    return tl_error_is(rt, rt->exc.StopIteration) &&
                   tl_take_stop_value(rt, result) > 0
               ? TL_SEND_RETURN : TL_SEND_ERROR;
}

TlSendStatus tl_hook_throw(TlRuntime *rt, TlRef coro, TlRef exc,
                           TlValue *result)
{
    if (tl_is_coroutine(rt, coro) || tl_is_generator(rt, coro)) {
        return tl_gen_resume(rt, (TlGen *)tl_as_obj(coro), TL_NO_VALUE, exc,
                             result);
    }
    return throw_natively(rt, coro, exc, result);
}

TlSendStatus tl_hook_resume(TlRuntime *rt, TlValue *result)
{
    return tl_exec_resume(rt, result);
}

TlValue tl_hook_suspend_on(TlRuntime *rt, TlValue sendable)
{
    TlTail *tail = &rt->vm->tail;
    TL_ASSERT(tail->kind == TL_TAIL_NONE, "suspend_on is the last act");
    tail->kind = TL_TAIL_SENDABLE;
    tail->value = sendable;
    return TL_NO_VALUE;
}

// ---- the main thread

TlStatus tl_thread_start(TlRuntime *rt, TlRef callee)
{
    TlThread *t = rt->vm->thread;
    tl_clear(rt, &t->program);
    t->program = tl_incref(callee);
    // The frame that calls the program's body is not one of the program's.
    rt->depth = -1;
    return TL_OK;
}

TlSendStatus tl_thread_run(TlRuntime *rt, TlValue *result)
{
    TlThread *t = rt->vm->thread;
    TlSendStatus status;
    *result = TL_NO_VALUE;
    if (tl_has_value(t->program)) {
        TlValue program = t->program;
        t->program = TL_NO_VALUE;
        status = tl_hook_call(rt, program, NULL, 0, NULL, result);
        tl_decref(rt, program);
    } else if (t->count > 0) {
        status = tl_exec_resume(rt, result);
    } else {
        status = TL_SEND_RETURN;
        *result = TL_NONE;
    }
    return status;
}

// Frees the frames of one execution, innermost first.
static void abandon_frames(TlRuntime *rt, TlFrame *f)
{
    for (bool last = false; f != NULL && !last;) {
        TlFrame *back = f->back;
        last = f->ret == TL_RET_BASE;
        rt->vm->top = back;
        if (f->gen != NULL) {
            tl_gen_finished(rt, f->gen);
        }
        tl_frame_finish(rt, f);
        f = back;
    }
}

void tl_thread_abandon(TlRuntime *rt)
{
    TlThread *t = rt->vm->thread;
    tl_clear(rt, &t->program);
    // Innermost executions first: their frames hang from the outer ones.
    for (uint32_t i = 0; i < t->count; i++) {
        TlExec e = t->execs[i];
        abandon_frames(rt, e.top);
        tl_decref(rt, e.waiting_on);
    }
    t->count = 0;
    rt->depth = 0;
    rt->vm->top = NULL;
    rt->exc_state = &rt->exc_base;
}
