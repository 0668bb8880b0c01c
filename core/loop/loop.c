// loop.c — turns of the loop: timers, ready handles, waiting.
// SPDX-License-Identifier: MIT
//
// The runner is the sendable behind run_forever(). Between two sends the loop
// is in one of three states: at the start of a turn (left_in_turn == 0), in the
// middle of one (left_in_turn > 0), or inside a handle that suspended
// (resuming). Nothing else is kept on the C stack.
#include "loop/loop.h"

#include <math.h>

#include "base/check.h"
#include "loop/methods.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/str.h"

// time.get_clock_info('monotonic').resolution on the reference platform; a
// timer this close to now is due (BaseEventLoop._clock_resolution).
static const double clock_resolution = 1e-9;

// ---- scheduling

TlStatus tl_loop_check_closed(TlRuntime *rt, TlLoop *loop)
{
    if (loop->closed) {
        tl_raise(rt, rt->exc.RuntimeError, "Event loop is closed");
        return TL_RAISED;
    }
    return TL_OK;
}

static uint32_t handle_task_id(TlRuntime *rt, const TlHandle *handle)
{
    return tl_has_value(handle->target) && tl_is_task(rt, handle->target)
               ? ((TlFuture *)tl_as_obj(handle->target))->id
               : 0;
}

static uint32_t trace_callback(TlRuntime *rt, const TlHandle *handle)
{
    if (!tl_trace_on(&rt->trace, TL_TRACE_SCHED)) {
        return 0;
    }
    switch (handle->action) {
    case TL_HANDLE_CALL: return tl_trace_callable(rt, handle->target);
    case TL_HANDLE_TASK_STEP: return tl_trace_cstr(&rt->trace, "task step");
    case TL_HANDLE_TASK_WAKEUP: return tl_trace_cstr(&rt->trace, "task wakeup");
    case TL_HANDLE_SET_RESULT: return tl_trace_cstr(&rt->trace, "end of sleep");
    case TL_HANDLE_GATHER_CHILD:
        return tl_trace_cstr(&rt->trace, "gather: one done");
    }
    TL_UNREACHABLE("every action is named");
}

// Queues [handle] and records it; the queue takes a reference of its own.
static TlStatus enqueue(TlRuntime *rt, TlLoop *loop, TlHandle *handle,
                        uint32_t cause, const char *why)
{
    if (!tl_ring_push(&loop->ready, handle)) {
        tl_raise_memory(rt);
        return TL_RAISED;
    }
    tl_retain(handle);
    handle->queued = true;
    TlEvent event = {.kind = TL_EV_HANDLE_SCHEDULE,
                     .id = handle->id,
                     .f = {trace_callback(rt, handle),
                           tl_trace_cstr(&rt->trace, why),
                           handle_task_id(rt, handle)},
                     .cause = cause};
    handle->cause = tl_trace_emit(&rt->trace, &event);
    return TL_OK;
}

TlHandle *tl_loop_call_soon(TlRuntime *rt, TlLoop *loop, TlRef callback,
                            TlTuple *args, TlRef context)
{
    if (tl_loop_check_closed(rt, loop) != TL_OK) {
        return NULL;
    }
    TlHandle *handle =
        tl_handle_new(rt, loop, TL_HANDLE_CALL, callback, args, context);
    if (handle != NULL &&
        enqueue(rt, loop, handle, TL_NO_CAUSE, "soon") != TL_OK) {
        tl_release(rt, handle);
        return NULL;
    }
    return handle;
}

TlStatus tl_loop_schedule(TlRuntime *rt, TlLoop *loop, TlHandleAction action,
                          TlRef target, TlRef arg, TlRef context,
                          uint32_t cause, const char *why)
{
    if (tl_loop_check_closed(rt, loop) != TL_OK) {
        return TL_RAISED;
    }
    TlTuple *args = NULL;
    if (tl_has_value(arg) && (args = tl_tuple_from(rt, &arg, 1)) == NULL) {
        return TL_RAISED;
    }
    TlHandle *handle = tl_handle_new(rt, loop, action, target, args, context);
    tl_release(rt, args);
    if (handle == NULL) {
        return TL_RAISED;
    }
    TlStatus status = enqueue(rt, loop, handle, cause, why);
    tl_release(rt, handle);
    return status;
}

double tl_loop_time(TlRuntime *rt, TlLoop *loop)
{
    (void)loop;
    return tl_now(rt);
}

// Puts [timer] into the heap, which takes its own reference.
static TlStatus schedule_timer(TlRuntime *rt, TlLoop *loop,
                               TlTimerHandle *timer, uint32_t future)
{
    timer->sequence = loop->timer_sequence++;
    if (!tl_heap_push(&loop->timers, &timer->node)) {
        tl_raise_memory(rt);
        return TL_RAISED;
    }
    tl_retain(timer);
    timer->scheduled = true;
    TlEvent event = {.kind = TL_EV_TIMER_SET,
                     .id = timer->handle.id,
                     .f = {trace_callback(rt, &timer->handle), future},
                     .number = timer->when,
                     .cause = TL_NO_CAUSE};
    timer->handle.cause = tl_trace_emit(&rt->trace, &event);
    return TL_OK;
}

static TlTimerHandle *call_at(TlRuntime *rt, TlLoop *loop, TlRef when,
                              TlHandleAction action, TlRef target,
                              TlTuple *args, TlRef context, uint32_t future)
{
    if (tl_loop_check_closed(rt, loop) != TL_OK) {
        return NULL;
    }
    TlTimerHandle *timer =
        tl_timer_handle_new(rt, loop, when, action, target, args, context);
    if (timer != NULL && schedule_timer(rt, loop, timer, future) != TL_OK) {
        tl_release(rt, timer);
        return NULL;
    }
    return timer;
}

TlTimerHandle *tl_loop_call_at(TlRuntime *rt, TlLoop *loop, TlRef when,
                               TlRef callback, TlTuple *args, TlRef context)
{
    return call_at(rt, loop, when, TL_HANDLE_CALL, callback, args, context, 0);
}

TlTimerHandle *tl_loop_resolve_at(TlRuntime *rt, TlLoop *loop, TlRef when,
                                  TlRef fut, TlRef result)
{
    TlTuple *args = tl_tuple_from(rt, &result, 1);
    if (args == NULL) {
        return NULL;
    }
    TlTimerHandle *timer =
        call_at(rt, loop, when, TL_HANDLE_SET_RESULT, fut, args, TL_NO_VALUE,
                ((TlFuture *)tl_as_obj(fut))->id);
    tl_release(rt, args);
    return timer;
}

// ---- running one handle

// "Exception in callback f()": the error of a callback goes to the loop's
// exception handler. SystemExit and KeyboardInterrupt leave the loop.
static TlSendStatus callback_failed(TlRuntime *rt, TlLoop *loop,
                                    TlHandle *handle)
{
    if (tl_error_is(rt, rt->exc.SystemExit) ||
        tl_error_is(rt, rt->exc.KeyboardInterrupt)) {
        return TL_SEND_ERROR;
    }
    TlValue exc = tl_fetch(rt);
    TlDict *context = tl_dict_new(rt);
    TlValue message = tl_handle_failure_message(rt, handle);
    if (context != NULL && tl_has_value(message) &&
        tl_dict_set_cstr(rt, context, "message", message) == TL_OK &&
        tl_dict_set_cstr(rt, context, "exception", exc) == TL_OK &&
        tl_dict_set_cstr(rt, context, "handle", tl_from_obj(handle)) == TL_OK) {
        tl_loop_call_exception_handler(rt, loop, context);
    }
    tl_release(rt, context);
    tl_decref(rt, message);
    tl_decref(rt, exc);
    return tl_raised(rt) ? TL_SEND_ERROR : TL_SEND_RETURN;
}

static TlSendStatus set_sleep_result(TlRuntime *rt, TlHandle *handle)
{
    TlFuture *fut = (TlFuture *)tl_as_obj(handle->target);
    if (!tl_future_done(fut) &&
        tl_future_set_result(rt, fut, handle->args->items[0]) != TL_OK) {
        return TL_SEND_ERROR;
    }
    return TL_SEND_RETURN;
}

static TlSendStatus start_handle(TlRuntime *rt, TlHandle *handle)
{
    TlValue result = TL_NO_VALUE;
    TlTuple *args = handle->args;
    TlSendStatus status;
    switch (handle->action) {
    case TL_HANDLE_CALL:
        status = rt->hooks.call(rt, handle->target,
                                args != NULL ? args->items : NULL,
                                args != NULL ? (int)args->len : 0, NULL,
                                &result);
        tl_decref(rt, result);
        return status;
    case TL_HANDLE_TASK_STEP:
        return tl_task_step(rt, (TlTask *)tl_as_obj(handle->target),
                            args != NULL ? args->items[0] : TL_NO_VALUE);
    case TL_HANDLE_TASK_WAKEUP:
        return tl_task_wakeup(rt, (TlTask *)tl_as_obj(handle->target),
                              args->items[0]);
    case TL_HANDLE_SET_RESULT: return set_sleep_result(rt, handle);
    case TL_HANDLE_GATHER_CHILD:
        return tl_gather_child_done(rt, handle->target, args->items[0]) == TL_OK
                   ? TL_SEND_RETURN
                   : TL_SEND_ERROR;
    }
    TL_UNREACHABLE("every action runs");
}

static TlSendStatus resume_handle(TlRuntime *rt, TlHandle *handle)
{
    if (handle->action == TL_HANDLE_TASK_STEP ||
        handle->action == TL_HANDLE_TASK_WAKEUP) {
        return tl_task_resume(rt, (TlTask *)tl_as_obj(handle->target));
    }
    TlValue result = TL_NO_VALUE;
    TlSendStatus status = rt->hooks.resume(rt, &result);
    tl_decref(rt, result);
    return status;
}

// The task whose step the handle is, or NULL.
static TlTask *stepped_task(const TlHandle *handle)
{
    return handle->action == TL_HANDLE_TASK_STEP ||
                   handle->action == TL_HANDLE_TASK_WAKEUP
               ? (TlTask *)tl_as_obj(handle->target)
               : NULL;
}

// A task keeps its context from one step to the next.
static TlValue *context_place(TlHandle *handle)
{
    TlTask *task = stepped_task(handle);
    return task != NULL ? &task->context : &handle->context;
}

static void begin_handle(TlRuntime *rt, TlLoop *loop, TlHandle *handle)
{
    loop->outer_cause = rt->trace.cause;
    TlEvent event = {
        .kind = TL_EV_HANDLE_RUN,
        .id = handle->id,
        .f = {trace_callback(rt, handle), handle_task_id(rt, handle)},
        .cause = handle->cause};
    rt->trace.cause = tl_trace_emit(&rt->trace, &event);
    TlTask *task = stepped_task(handle);
    tl_context_enter(rt, *context_place(handle),
                     task != NULL ? task->future.id : handle->id,
                     &loop->outer_context);
}

static void end_handle(TlRuntime *rt, TlLoop *loop, TlHandle *handle)
{
    tl_context_leave(rt, context_place(handle), &loop->outer_context);
    tl_trace_emit2(&rt->trace, TL_EV_HANDLE_END, handle->id, 0, 0);
    rt->trace.cause = loop->outer_cause;
}

// Starts or goes on with loop->current.
static TlSendStatus run_current(TlRuntime *rt, TlLoop *loop)
{
    TlHandle *handle = loop->current;
    TlSendStatus status;
    if (loop->resuming) {
        status = resume_handle(rt, handle);
    } else {
        begin_handle(rt, loop, handle);
        status = start_handle(rt, handle);
    }
    loop->resuming = status == TL_SEND_SUSPENDED;
    if (loop->resuming) {
        return status;
    }
    if (status == TL_SEND_ERROR) {
        status = callback_failed(rt, loop, handle);
    }
    end_handle(rt, loop, handle);
    loop->current = NULL;
    tl_release(rt, handle);
    return status;
}

// ---- one turn

static void fire_timer(TlRuntime *rt, TlLoop *loop, TlTimerHandle *timer)
{
    TlEvent fired = {.kind = TL_EV_TIMER_FIRE,
                     .id = timer->handle.id,
                     .number = timer->when,
                     .cause = timer->handle.cause};
    uint32_t cause = tl_trace_emit(&rt->trace, &fired);
    enqueue(rt, loop, &timer->handle, cause, "timer");
}

// Far in the future the resolution is below one ulp: a deadline that is reached
// exactly is due all the same.
static bool is_due(const TlRuntime *rt, const TlTimerHandle *timer)
{
    return timer->when <= rt->now || timer->when < rt->now + clock_resolution;
}

// Moves every due timer to the ready queue, in (when, sequence) order.
static TlStatus promote_timers(TlRuntime *rt, TlLoop *loop)
{
    TlHeapNode *node;
    while ((node = tl_heap_peek(&loop->timers)) != NULL) {
        TlTimerHandle *timer = TL_HEAP_ENTRY(node, TlTimerHandle, node);
        if (!is_due(rt, timer)) {
            break;
        }
        tl_heap_pop_min(&loop->timers);
        timer->scheduled = false;
        fire_timer(rt, loop, timer);
        tl_release(rt, timer);
        if (tl_raised(rt)) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

static TlTimerHandle *next_timer(const TlLoop *loop)
{
    TlHeapNode *node = tl_heap_peek(&loop->timers);
    return node == NULL ? NULL : TL_HEAP_ENTRY(node, TlTimerHandle, node);
}

// True when there is nothing to run before a deadline that lies ahead.
static bool must_wait(TlRuntime *rt, TlLoop *loop)
{
    if (tl_ring_len(&loop->ready) > 0 || loop->stopping) {
        return false;
    }
    TlTimerHandle *timer = next_timer(loop);
    rt->wait.deadline = timer == NULL ? INFINITY : timer->when;
    if (timer != NULL && is_due(rt, timer)) {
        return false;
    }
    if (!loop->waiting) {
        loop->waiting = true;
        TlEvent event = {.kind = TL_EV_LOOP_WAIT,
                         .id = loop->id,
                         .f = {timer == NULL ? 0 : timer->handle.id},
                         .number = rt->wait.deadline,
                         .cause = TL_NO_CAUSE};
        tl_trace_emit(&rt->trace, &event);
    }
    rt->wait.waiting = true;
    return true;
}

static TlStatus begin_turn(TlRuntime *rt, TlLoop *loop)
{
    loop->waiting = false;
    if (tl_heap_len(&loop->timers) > 0) {
        tl_now(rt);
    }
    if (promote_timers(rt, loop) != TL_OK) {
        return TL_RAISED;
    }
    loop->left_in_turn = (int64_t)tl_ring_len(&loop->ready);
    loop->iterations++;
    TlEvent event = {.kind = TL_EV_LOOP_ITERATION,
                     .id = loop->id,
                     .f = {(uint32_t)loop->iterations,
                           (uint32_t)loop->left_in_turn,
                           (uint32_t)tl_heap_len(&loop->timers)},
                     .cause = loop->start_event};
    rt->trace.cause = tl_trace_emit(&rt->trace, &event);
    return TL_OK;
}

// Takes the next handle that is not cancelled; NULL at the end of the turn.
static TlHandle *take_handle(TlRuntime *rt, TlLoop *loop)
{
    while (loop->left_in_turn > 0) {
        loop->left_in_turn--;
        TlHandle *handle = tl_ring_pop(&loop->ready);
        if (handle == NULL) {
            return NULL;
        }
        handle->queued = false;
        if (!handle->cancelled) {
            return handle;
        }
        tl_release(rt, handle);
    }
    return NULL;
}

// Counts a step. RETURN = go on; SUSPENDED; ERROR = an interrupt left the loop.
static TlSendStatus count_step(TlRuntime *rt, TlLoop *loop)
{
    if (tl_tick(rt) && !rt->interrupt) {
        return TL_SEND_RETURN;
    }
    if (tl_tick_slow(rt) != TL_OK) {
        if (rt->loops->on_interrupt == NULL) {
            return TL_SEND_ERROR;
        }
        int handled = rt->loops->on_interrupt(rt, loop);
        return handled > 0 ? TL_SEND_RETURN : TL_SEND_ERROR;
    }
    if (rt->must_yield && rt->nested == 0) {
        rt->wait.waiting = false;
        return TL_SEND_SUSPENDED;
    }
    return TL_SEND_RETURN;
}

// Runs until stop() took effect (RETURN), an error leaves, or a suspension.
static TlSendStatus run_turns(TlRuntime *rt, TlLoop *loop)
{
    for (;;) {
        if (loop->current == NULL) {
            // A step that ended the slice is not counted again after it.
            TlSendStatus step =
                loop->counted ? TL_SEND_RETURN : count_step(rt, loop);
            loop->counted = step == TL_SEND_SUSPENDED;
            if (step != TL_SEND_RETURN) {
                return step;
            }
            if (loop->left_in_turn == 0) {
                if (must_wait(rt, loop)) {
                    return TL_SEND_SUSPENDED;
                }
                if (begin_turn(rt, loop) != TL_OK) {
                    return TL_SEND_ERROR;
                }
            }
            loop->current = take_handle(rt, loop);
        }
        if (loop->current != NULL) {
            TlSendStatus status = run_current(rt, loop);
            if (status != TL_SEND_RETURN) {
                return status;
            }
        }
        if (loop->left_in_turn == 0 && loop->stopping) {
            return TL_SEND_RETURN;
        }
    }
}

// ---- the runner: run_forever() as a sendable

typedef struct TlLoopRunner {
    TlObject ob;
    TlLoop *loop;
    bool started;
    TlLoop *outer_running;  // borrowed
    uint32_t outer_loop_id;
    uint32_t outer_cause;
} TlLoopRunner;

TlValue tl_loop_runner_new(TlRuntime *rt, TlLoop *loop)
{
    if (tl_loop_check_closed(rt, loop) != TL_OK) {
        return TL_NO_VALUE;
    }
    if (loop->running) {
        return tl_raise(rt, rt->exc.RuntimeError,
                        "This event loop is already running");
    }
    if (rt->loops->running != NULL) {
        return tl_raise(
            rt, rt->exc.RuntimeError,
            "Cannot run the event loop while another loop is running");
    }
    TlLoopRunner *runner = tl_object_new(rt, rt->loops->loop_runner);
    if (runner == NULL) {
        return TL_NO_VALUE;
    }
    runner->loop = tl_retain(loop);
    return tl_from_obj(runner);
}

static void runner_start(TlRuntime *rt, TlLoopRunner *runner)
{
    TlLoop *loop = runner->loop;
    runner->started = true;
    runner->outer_running = rt->loops->running;
    runner->outer_loop_id = rt->trace.loop;
    runner->outer_cause = rt->trace.cause;
    rt->loops->running = loop;
    rt->trace.loop = loop->id;
    loop->running = true;
    loop->start_event =
        tl_trace_emit2(&rt->trace, TL_EV_LOOP_START, loop->id, loop->until, 0);
    loop->until = 0;
    rt->trace.cause = loop->start_event;
}

static void runner_finish(TlRuntime *rt, TlLoopRunner *runner)
{
    TlLoop *loop = runner->loop;
    loop->stopping = false;
    loop->running = false;
    loop->left_in_turn = 0;
    tl_trace_emit2(&rt->trace, TL_EV_LOOP_STOP, loop->id, 0, 0);
    rt->loops->running = runner->outer_running;
    rt->trace.loop = runner->outer_loop_id;
    rt->trace.cause = runner->outer_cause;
    runner->started = false;
}

static TlSendStatus runner_send(TlRuntime *rt, TlRef self, TlRef value,
                                TlValue *result)
{
    (void)value;
    TlLoopRunner *runner = (TlLoopRunner *)tl_as_obj(self);
    if (!runner->started) {
        runner_start(rt, runner);
    }
    TlSendStatus status = run_turns(rt, runner->loop);
    if (status != TL_SEND_SUSPENDED) {
        runner_finish(rt, runner);
        *result = TL_NONE;
    }
    return status;
}

static void runner_free(TlRuntime *rt, TlObject *self)
{
    TlLoopRunner *runner = (TlLoopRunner *)self;
    tl_gc_untrack(rt, self);
    if (runner->started) {
        runner_finish(rt, runner);
    }
    TL_CLEAR_PTR(rt, runner->loop);
    tl_object_free(rt, self);
}

static void runner_traverse(TlObject *self, TlVisit visit, void *arg)
{
    tl_visit_ptr(((TlLoopRunner *)self)->loop, visit, arg);
}

static const TlSlots runner_slots = {
    .free = runner_free, .traverse = runner_traverse, .send = runner_send};

const TlTypeSpec tl_loop_runner_spec = {
    .name = "_LoopRunner",
    .module = "asyncio.base_events",
    .size = sizeof(TlLoopRunner),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &runner_slots,
};

// ---- the loop object

void tl_loop_stop(TlRuntime *rt, TlLoop *loop)
{
    (void)rt;
    loop->stopping = true;
}

static void drop_queues(TlRuntime *rt, TlLoop *loop)
{
    TlHandle *handle;
    while ((handle = tl_ring_pop(&loop->ready)) != NULL) {
        tl_release(rt, handle);
    }
    TlHeapNode *node;
    while ((node = tl_heap_pop_min(&loop->timers)) != NULL) {
        TlTimerHandle *timer = TL_HEAP_ENTRY(node, TlTimerHandle, node);
        timer->scheduled = false;
        tl_release(rt, timer);
    }
}

TlStatus tl_loop_close(TlRuntime *rt, TlLoop *loop)
{
    if (loop->running) {
        tl_raise(rt, rt->exc.RuntimeError, "Cannot close a running event loop");
        return TL_RAISED;
    }
    if (!loop->closed) {
        loop->closed = true;
        tl_trace_emit2(&rt->trace, TL_EV_LOOP_CLOSE, loop->id, 0, 0);
        drop_queues(rt, loop);
    }
    return TL_OK;
}

void tl_loop_call_exception_handler(TlRuntime *rt, TlLoop *loop,
                                    TlDict *context)
{
    if (tl_is_none(loop->exception_handler)) {
        if (rt->loops->report != NULL) {
            rt->loops->report(rt, loop, context);
        }
        return;
    }
    TlRef args[2] = {tl_from_obj(loop), tl_from_obj(context)};
    TlValue handler = tl_incref(loop->exception_handler);
    TlValue result = tl_call(rt, handler, args, 2, NULL);
    tl_decref(rt, handler);
    if (tl_has_value(result)) {
        tl_decref(rt, result);
        return;
    }
    if (tl_error_is(rt, rt->exc.SystemExit) ||
        tl_error_is(rt, rt->exc.KeyboardInterrupt) ||
        rt->loops->report == NULL) {
        return;
    }
    TlValue exc = tl_fetch(rt);
    TlValue text =
        tl_str_from_cstr(rt, "Unhandled error in exception handler");
    TlDict *nested = tl_dict_new(rt);
    if (nested != NULL && tl_has_value(text) &&
        tl_dict_set_cstr(rt, nested, "message", text) == TL_OK &&
        tl_dict_set_cstr(rt, nested, "exception", exc) == TL_OK &&
        tl_dict_set_cstr(rt, nested, "context", args[1]) == TL_OK) {
        rt->loops->report(rt, loop, nested);
    }
    tl_release(rt, nested);
    tl_decref(rt, text);
    tl_decref(rt, exc);
}

static bool timer_less(const TlHeapNode *a, const TlHeapNode *b)
{
    const TlTimerHandle *x = TL_HEAP_ENTRY(a, const TlTimerHandle, node);
    const TlTimerHandle *y = TL_HEAP_ENTRY(b, const TlTimerHandle, node);
    return x->when < y->when ||
           (!(y->when < x->when) && x->sequence < y->sequence);
}

static TlValue loop_new(TlRuntime *rt, TlType *type, const TlRef *args,
                        int nargs, TlTuple *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    TlLoop *loop = tl_object_new(rt, type);
    if (loop == NULL) {
        return TL_NO_VALUE;
    }
    tl_ring_init(&loop->ready, &rt->alloc);
    tl_heap_init(&loop->timers, &rt->alloc, timer_less);
    loop->exception_handler = TL_NONE;
    loop->task_factory = TL_NONE;
    loop->id = tl_trace_new_id(&rt->trace);
    tl_trace_emit2(&rt->trace, TL_EV_LOOP_CREATE, loop->id, 0, 0);
    return tl_from_obj(loop);
}

TlLoop *tl_loop_new(TlRuntime *rt)
{
    TlValue loop = loop_new(rt, rt->loops->loop, NULL, 0, NULL);
    return tl_has_value(loop) ? (TlLoop *)tl_as_obj(loop) : NULL;
}

static void loop_clear(TlRuntime *rt, TlObject *self)
{
    TlLoop *loop = (TlLoop *)self;
    drop_queues(rt, loop);
    TL_CLEAR_PTR(rt, loop->current);
    tl_clear(rt, &loop->exception_handler);
    tl_clear(rt, &loop->task_factory);
    TL_CLEAR_PTR(rt, loop->dict);
}

static void loop_free(TlRuntime *rt, TlObject *self)
{
    TlLoop *loop = (TlLoop *)self;
    tl_gc_untrack(rt, self);
    loop_clear(rt, self);
    tl_ring_deinit(&loop->ready);
    tl_heap_deinit(&loop->timers);
    tl_object_free(rt, self);
}

static void loop_traverse(TlObject *self, TlVisit visit, void *arg)
{
    TlLoop *loop = (TlLoop *)self;
    for (size_t i = 0; i < tl_ring_len(&loop->ready); i++) {
        tl_visit_ptr(tl_ring_peek(&loop->ready, i), visit, arg);
    }
    for (size_t i = 0; i < tl_heap_len(&loop->timers); i++) {
        tl_visit_ptr(
            TL_HEAP_ENTRY(loop->timers.nodes[i], TlTimerHandle, node), visit,
            arg);
    }
    tl_visit_ptr(loop->current, visit, arg);
    tl_visit(loop->exception_handler, visit, arg);
    tl_visit(loop->task_factory, visit, arg);
    tl_visit_ptr(loop->dict, visit, arg);
}

// A loop that nobody closed is closed when it dies.
static void loop_finalize(TlRuntime *rt, TlRef self)
{
    TlLoop *loop = (TlLoop *)tl_as_obj(self);
    if (!loop->running) {
        TlValue pending = tl_fetch(rt);
        tl_loop_close(rt, loop);
        tl_restore(rt, pending);
    }
}

static const TlSlots loop_slots = {
    .free = loop_free,
    .finalize = loop_finalize,
    .traverse = loop_traverse,
    .clear = loop_clear,
    .new_ = loop_new,
};

const TlTypeSpec tl_loop_spec = {
    .name = "_Loop",
    .module = "asyncio.base_events",
    .doc = "The part of an event loop that schedules and runs handles.",
    .size = sizeof(TlLoop),
    .dict_offset = offsetof(TlLoop, dict),
    .flags = TL_TYPE_GC | TL_TYPE_BASE | TL_TYPE_DICT,
    .slots = &loop_slots,
    .methods = tl_loop_methods,
    .getsets = tl_loop_getsets,
};
