// handle.c — handles: making, cancelling, releasing.
// SPDX-License-Identifier: MIT
//
// A handle owns its callback and arguments until it is cancelled or freed. A
// timer handle is in the loop's heap exactly while `scheduled`, and the heap
// then owns a reference.
#include "loop/handle.h"

#include "loop/context.h"
#include "loop/methods.h"
#include "object/list.h"
#include "object/number.h"

static void fill(TlRuntime *rt, TlHandle *handle, TlLoop *loop,
                 TlHandleAction action, TlRef target, TlTuple *args,
                 TlRef context)
{
    handle->loop = tl_retain(loop);
    handle->action = action;
    handle->target = tl_incref(target);
    handle->args = tl_retain(args);
    handle->context =
        tl_has_value(context) ? tl_incref(context) : tl_context_copy(rt);
    handle->id = tl_trace_new_id(&rt->trace);
    handle->cause = rt->trace.cause;
}

TlHandle *tl_handle_new(TlRuntime *rt, TlLoop *loop, TlHandleAction action,
                        TlRef target, TlTuple *args, TlRef context)
{
    TlHandle *handle = tl_object_new(rt, rt->loops->handle);
    if (handle != NULL) {
        fill(rt, handle, loop, action, target, args, context);
    }
    return handle;
}

TlTimerHandle *tl_timer_handle_new(TlRuntime *rt, TlLoop *loop, TlRef when,
                                   TlHandleAction action, TlRef target,
                                   TlTuple *args, TlRef context)
{
    double seconds;
    if (tl_to_double(rt, when, &seconds) != TL_OK) {
        return NULL;
    }
    TlTimerHandle *timer = tl_object_new(rt, rt->loops->timer_handle);
    if (timer != NULL) {
        fill(rt, &timer->handle, loop, action, target, args, context);
        timer->handle.timed = true;
        timer->when = seconds;
        timer->when_given = tl_incref(when);
    }
    return timer;
}

static void unschedule(TlRuntime *rt, TlTimerHandle *timer)
{
    if (timer->scheduled) {
        timer->scheduled = false;
        tl_heap_remove(&timer->handle.loop->timers, &timer->node);
        tl_release(rt, timer);
    }
}

// Cancelling what has run already prevents nothing, so it is no event.
static void trace_cancel(TlRuntime *rt, TlHandle *handle)
{
    if (handle->queued) {
        tl_trace_emit2(&rt->trace, TL_EV_HANDLE_CANCEL, handle->id, 0, 0);
    } else if (handle->timed && ((TlTimerHandle *)handle)->scheduled) {
        tl_trace_emit2(&rt->trace, TL_EV_TIMER_CANCEL, handle->id, 0, 0);
    }
}

void tl_handle_cancel(TlRuntime *rt, TlHandle *handle)
{
    if (handle->cancelled) {
        return;
    }
    handle->cancelled = true;
    trace_cancel(rt, handle);
    tl_clear(rt, &handle->target);
    TL_CLEAR_PTR(rt, handle->args);
    if (handle->timed) {
        unschedule(rt, (TlTimerHandle *)handle);
    }
}

static void handle_clear(TlRuntime *rt, TlObject *self)
{
    TlHandle *handle = (TlHandle *)self;
    tl_clear(rt, &handle->target);
    TL_CLEAR_PTR(rt, handle->args);
    tl_clear(rt, &handle->context);
}

static void handle_free(TlRuntime *rt, TlObject *self)
{
    tl_gc_untrack(rt, self);
    handle_clear(rt, self);
    TL_CLEAR_PTR(rt, ((TlHandle *)self)->loop);
    if (((TlHandle *)self)->timed) {
        tl_clear(rt, &((TlTimerHandle *)self)->when_given);
    }
    tl_object_free(rt, self);
}

static void handle_traverse(TlObject *self, TlVisit visit, void *arg)
{
    TlHandle *handle = (TlHandle *)self;
    tl_visit(handle->target, visit, arg);
    tl_visit_ptr(handle->args, visit, arg);
    tl_visit(handle->context, visit, arg);
    tl_visit_ptr(handle->loop, visit, arg);
}

static const TlSlots handle_slots = {
    .free = handle_free,
    .traverse = handle_traverse,
    .clear = handle_clear,
    .repr = tl_handle_repr,
};

const TlTypeSpec tl_handle_spec = {
    .name = "Handle",
    .module = "asyncio.events",
    .doc = "Object returned by callback registration methods.",
    .size = sizeof(TlHandle),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &handle_slots,
    .methods = tl_handle_methods,
    .getsets = tl_handle_getsets,
};

const TlTypeSpec tl_timer_handle_spec = {
    .name = "TimerHandle",
    .module = "asyncio.events",
    .doc = "Object returned by timed callback registration methods.",
    .size = sizeof(TlTimerHandle),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &handle_slots,
    .methods = tl_timer_handle_methods,
};
