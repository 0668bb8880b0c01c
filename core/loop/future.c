// future.c — the one-shot result cell and its callbacks.
// SPDX-License-Identifier: MIT
//
// Invariants: callbacks are only held while pending; result is set exactly in
// state FINISHED without an exception; log_traceback is true from
// set_exception() until somebody asks for the exception.
#include "loop/future.h"

#include "base/check.h"
#include "loop/methods.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/str.h"

bool tl_is_future(TlRuntime *rt, TlRef v)
{
    return tl_is_obj(v) &&
           tl_is_subtype(tl_as_obj(v)->type, rt->loops->future);
}

TlStatus tl_future_init(TlRuntime *rt, TlFuture *fut, TlLoop *loop,
                        const char *what)
{
    tl_future_drop(rt, fut);  // __init__ may be called again
    fut->loop = tl_retain(loop);
    fut->state = TL_FUTURE_PENDING;
    fut->id = tl_trace_new_id(&rt->trace);
    fut->what = tl_trace_cstr(&rt->trace, what);
    return TL_OK;
}

// An instance without a loop yet: every value field absent.
static TlValue future_alloc(TlRuntime *rt, TlType *type, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    TlFuture *fut = tl_object_new(rt, type);
    if (fut == NULL) {
        return TL_NO_VALUE;
    }
    fut->result = fut->exception = fut->exception_tb = TL_NO_VALUE;
    fut->cancel_message = fut->cancelled_exc = TL_NO_VALUE;
    fut->callbacks = &fut->inline_cb;
    fut->callback_cap = 1;
    return tl_from_obj(fut);
}

TlFuture *tl_future_new(TlRuntime *rt, TlLoop *loop, const char *what)
{
    TlValue value = future_alloc(rt, rt->loops->future, NULL, 0, NULL);
    if (!tl_has_value(value)) {
        return NULL;
    }
    TlFuture *fut = (TlFuture *)tl_as_obj(value);
    tl_future_init(rt, fut, loop, what);
    tl_trace_emit2(&rt->trace, TL_EV_FUTURE_CREATE, fut->id, fut->what, 0);
    return fut;
}

// ---- callbacks

static TlStatus grow_callbacks(TlRuntime *rt, TlFuture *fut)
{
    int32_t cap = fut->callback_cap * 2;
    TlCallback *list = tl_alloc(&rt->alloc, (size_t)cap * sizeof *list);
    if (list == NULL) {
        tl_raise_memory(rt);
        return TL_RAISED;
    }
    memcpy(list, fut->callbacks, (size_t)fut->callback_count * sizeof *list);
    if (fut->callbacks != &fut->inline_cb) {
        tl_free(&rt->alloc, fut->callbacks,
                (size_t)fut->callback_cap * sizeof *list);
    }
    fut->callbacks = list;
    fut->callback_cap = cap;
    return TL_OK;
}

static TlStatus append_callback(TlRuntime *rt, TlFuture *fut,
                                TlHandleAction action, TlRef target,
                                TlRef context)
{
    if (fut->callback_count == fut->callback_cap &&
        grow_callbacks(rt, fut) != TL_OK) {
        return TL_RAISED;
    }
    fut->callbacks[fut->callback_count++] =
        (TlCallback){.target = tl_incref(target),
                     .context = tl_incref(context),
                     .action = action};
    return TL_OK;
}

static void drop_callback(TlRuntime *rt, TlCallback callback)
{
    tl_decref(rt, callback.target);
    tl_decref(rt, callback.context);
}

// Takes the list out of the future: releasing may run user code.
static void drop_callbacks(TlRuntime *rt, TlFuture *fut)
{
    TlCallback *list = fut->callbacks;
    TlCallback first = fut->inline_cb;
    int32_t count = fut->callback_count;
    int32_t cap = fut->callback_cap;
    bool inlined = list == &fut->inline_cb;
    fut->callbacks = &fut->inline_cb;
    fut->callback_count = 0;
    fut->callback_cap = 1;
    for (int32_t i = 0; i < count; i++) {
        drop_callback(rt, inlined ? first : list[i]);
    }
    if (!inlined && list != NULL) {
        tl_free(&rt->alloc, list, (size_t)cap * sizeof *list);
    }
}

static TlStatus schedule_callback(TlRuntime *rt, TlFuture *fut,
                                  const TlCallback *callback, uint32_t cause)
{
    const char *why =
        callback->action == TL_HANDLE_TASK_WAKEUP ? "wakeup" : "callback";
    return tl_loop_schedule(rt, fut->loop, callback->action, callback->target,
                            tl_from_obj(fut), callback->context, cause, why);
}

// Future.__schedule_callbacks: each through call_soon, in order.
static TlStatus schedule_callbacks(TlRuntime *rt, TlFuture *fut)
{
    for (int32_t i = 0; i < fut->callback_count; i++) {
        if (schedule_callback(rt, fut, &fut->callbacks[i], fut->done_event) !=
            TL_OK) {
            return TL_RAISED;
        }
    }
    drop_callbacks(rt, fut);
    return TL_OK;
}

TlStatus tl_future_add_action(TlRuntime *rt, TlFuture *fut,
                              TlHandleAction action, TlRef target,
                              TlRef context)
{
    uint32_t task =
        tl_is_task(rt, target) ? ((TlFuture *)tl_as_obj(target))->id : 0;
    if (tl_trace_on(&rt->trace, TL_TRACE_SCHED)) {
        uint32_t text = action == TL_HANDLE_CALL
                            ? tl_trace_callable(rt, target)
                        : action == TL_HANDLE_TASK_WAKEUP
                            ? tl_trace_cstr(&rt->trace, "task wakeup")
                            : tl_trace_cstr(&rt->trace, "gather: one done");
        tl_trace_emit2(&rt->trace, TL_EV_CALLBACK_ADD, fut->id, text, task);
    }
    if (fut->state == TL_FUTURE_PENDING) {
        return append_callback(rt, fut, action, target, context);
    }
    TlCallback now = {.target = target, .context = context, .action = action};
    return schedule_callback(rt, fut, &now, TL_NO_CAUSE);
}

TlStatus tl_future_add_callback(TlRuntime *rt, TlFuture *fut, TlRef callback,
                                TlRef context)
{
    return tl_future_add_action(rt, fut, TL_HANDLE_CALL, callback, context);
}

// Does entry [i] hold [callback]? Compares with ==, so user code may run and
// the list may change: 1, 0, -1 raised.
static int callback_matches(TlRuntime *rt, TlFuture *fut, int32_t i,
                            TlRef callback)
{
    if (fut->callbacks[i].action != TL_HANDLE_CALL) {
        return 0;
    }
    TlValue held = tl_incref(fut->callbacks[i].target);
    int same = tl_equal(rt, held, callback);
    tl_decref(rt, held);
    return same;
}

int64_t tl_future_remove_callback(TlRuntime *rt, TlFuture *fut, TlRef callback)
{
    int64_t removed = 0;
    int32_t i = 0;
    while (i < fut->callback_count) {
        int same = callback_matches(rt, fut, i, callback);
        if (same < 0) {
            return -1;
        }
        if (same == 0 || i >= fut->callback_count) {
            i++;
            continue;
        }
        TlCallback gone = fut->callbacks[i];
        memmove(&fut->callbacks[i], &fut->callbacks[i + 1],
                (size_t)(fut->callback_count - i - 1) * sizeof gone);
        fut->callback_count--;
        removed++;
        drop_callback(rt, gone);
    }
    return removed;
}

// ---- outcome

static void trace_done(TlRuntime *rt, TlFuture *fut, const char *outcome,
                       TlRef value)
{
    TlTrace *trace = &rt->trace;
    fut->done_event = trace->cause;
    if (tl_trace_on(trace, TL_TRACE_SCHED)) {
        bool task = tl_is_task(rt, tl_from_obj(fut));
        fut->done_event = tl_trace_emit2(
            trace, task ? TL_EV_TASK_DONE : TL_EV_FUTURE_DONE, fut->id,
            tl_trace_cstr(trace, outcome),
            tl_has_value(value) ? tl_trace_value(rt, value) : 0);
    }
}

static TlStatus check_pending(TlRuntime *rt, TlFuture *fut)
{
    if (fut->loop == NULL) {
        tl_raise(rt, rt->exc.RuntimeError,
                 "Future object is not initialized.");
        return TL_RAISED;
    }
    if (fut->state != TL_FUTURE_PENDING) {
        tl_raise(rt, rt->exc.InvalidStateError, "invalid state");
        return TL_RAISED;
    }
    return TL_OK;
}

TlStatus tl_future_set_result(TlRuntime *rt, TlFuture *fut, TlRef result)
{
    if (check_pending(rt, fut) != TL_OK) {
        return TL_RAISED;
    }
    fut->result = tl_incref(result);
    fut->state = TL_FUTURE_FINISHED;
    trace_done(rt, fut, "result", result);
    return schedule_callbacks(rt, fut);
}

// An instance for [exc], which may be a class. Owned.
static TlValue exception_instance(TlRuntime *rt, TlRef exc)
{
    TlValue instance;
    if (tl_is_obj(exc) && (tl_as_obj(exc)->type->flags & TL_TYPE_IS_TYPE)) {
        instance = tl_call0(rt, exc);
    } else {
        instance = tl_incref(exc);
    }
    if (!tl_has_value(instance)) {
        return TL_NO_VALUE;
    }
    if (!tl_is_obj(instance) ||
        !(tl_as_obj(instance)->type->flags & TL_TYPE_IS_EXC)) {
        tl_decref(rt, instance);
        return tl_raise(rt, rt->exc.TypeError, "invalid exception object");
    }
    if (tl_is_subtype(tl_as_obj(instance)->type, rt->exc.StopIteration)) {
        tl_decref(rt, instance);
        return tl_raise(rt, rt->exc.TypeError,
                        "StopIteration interacts badly with generators and "
                        "cannot be raised into a Future");
    }
    return instance;
}

TlStatus tl_future_set_exception(TlRuntime *rt, TlFuture *fut, TlRef exc)
{
    if (check_pending(rt, fut) != TL_OK) {
        return TL_RAISED;
    }
    TlValue instance = exception_instance(rt, exc);
    if (!tl_has_value(instance)) {
        return TL_RAISED;
    }
    fut->exception = instance;
    fut->exception_tb = tl_incref(((TlExc *)tl_as_obj(instance))->traceback);
    fut->state = TL_FUTURE_FINISHED;
    fut->log_traceback = true;
    trace_done(rt, fut, "exception", instance);
    return schedule_callbacks(rt, fut);
}

// Cancelling is virtual: tasks and gather's future have their own rules, and a
// Python subclass may override cancel().
static int cancel_plain(TlRuntime *rt, TlFuture *fut, TlRef message)
{
    fut->log_traceback = false;
    if (fut->state != TL_FUTURE_PENDING) {
        return 0;
    }
    fut->state = TL_FUTURE_CANCELLED;
    TlValue old = fut->cancel_message;
    fut->cancel_message = tl_incref(message);
    tl_decref(rt, old);
    trace_done(rt, fut, "cancelled", TL_NO_VALUE);
    return schedule_callbacks(rt, fut) == TL_OK ? 1 : -1;
}

int tl_future_cancel(TlRuntime *rt, TlFuture *fut, TlRef message)
{
    return cancel_plain(rt, fut, message);
}

TlValue tl_future_make_cancelled(TlRuntime *rt, TlFuture *fut)
{
    if (tl_has_value(fut->cancelled_exc)) {
        TlValue exc = fut->cancelled_exc;
        fut->cancelled_exc = TL_NO_VALUE;
        return exc;
    }
    TlRef message = fut->cancel_message;
    return tl_exc_new(rt, rt->exc.CancelledError,
                      tl_is_none(message) ? TL_NO_VALUE : message);
}

// The exception of a finished future, its traceback put back. Owned.
static TlValue retrieve_exception(TlRuntime *rt, TlFuture *fut)
{
    TlExc *exc = (TlExc *)tl_as_obj(fut->exception);
    TlValue old = exc->traceback;
    exc->traceback = fut->exception_tb;
    fut->exception_tb = TL_NO_VALUE;
    tl_decref(rt, old);
    return tl_incref(fut->exception);
}

static TlValue raise_if_not_finished(TlRuntime *rt, TlFuture *fut,
                                     const char *pending_text)
{
    if (fut->state == TL_FUTURE_CANCELLED) {
        TlValue exc = tl_future_make_cancelled(rt, fut);
        if (tl_has_value(exc)) {
            tl_raise_obj(rt, exc);
            tl_decref(rt, exc);
        }
        return TL_NO_VALUE;
    }
    return tl_raise(rt, rt->exc.InvalidStateError, pending_text);
}

TlValue tl_future_result(TlRuntime *rt, TlFuture *fut)
{
    if (fut->state != TL_FUTURE_FINISHED) {
        return raise_if_not_finished(rt, fut, "Result is not set.");
    }
    fut->log_traceback = false;
    if (tl_has_value(fut->exception)) {
        TlValue exc = retrieve_exception(rt, fut);
        tl_raise_obj(rt, exc);
        tl_decref(rt, exc);
        return TL_NO_VALUE;
    }
    return tl_incref(fut->result);
}

TlValue tl_future_exception(TlRuntime *rt, TlFuture *fut)
{
    if (fut->state != TL_FUTURE_FINISHED) {
        return raise_if_not_finished(rt, fut, "Exception is not set.");
    }
    fut->log_traceback = false;
    return tl_has_value(fut->exception) ? tl_incref(fut->exception) : TL_NONE;
}

// ---- the object

void tl_future_finalize(TlRuntime *rt, TlRef self)
{
    TlFuture *fut = (TlFuture *)tl_as_obj(self);
    if (!fut->log_traceback) {
        return;
    }
    fut->log_traceback = false;
    TlValue pending = tl_fetch(rt);
    TlDict *context = tl_dict_new(rt);
    TlValue message = tl_str_fmt(rt, "%U exception was never retrieved",
                                 fut->ob.type->name_obj);
    if (context != NULL && tl_has_value(message) &&
        tl_dict_set_cstr(rt, context, "message", message) == TL_OK &&
        tl_dict_set_cstr(rt, context, "exception", fut->exception) == TL_OK &&
        tl_dict_set_cstr(rt, context, "future", self) == TL_OK) {
        tl_loop_call_exception_handler(rt, fut->loop, context);
    }
    if (tl_raised(rt)) {
        tl_write_unraisable(rt, self);
    }
    tl_release(rt, context);
    tl_decref(rt, message);
    if (tl_has_value(pending)) {
        tl_restore(rt, pending);
    }
}

void tl_future_drop(TlRuntime *rt, TlFuture *fut)
{
    drop_callbacks(rt, fut);
    tl_clear(rt, &fut->result);
    tl_clear(rt, &fut->exception);
    tl_clear(rt, &fut->exception_tb);
    tl_clear(rt, &fut->cancel_message);
    tl_clear(rt, &fut->cancelled_exc);
    fut->cancel_message = TL_NONE;
    fut->log_traceback = false;
    TL_CLEAR_PTR(rt, fut->loop);
}

static void future_clear(TlRuntime *rt, TlObject *self)
{
    TlFuture *fut = (TlFuture *)self;
    tl_future_drop(rt, fut);
    TL_CLEAR_PTR(rt, fut->dict);
}

static void future_free(TlRuntime *rt, TlObject *self)
{
    tl_gc_untrack(rt, self);
    future_clear(rt, self);
    tl_object_free(rt, self);
}

void tl_future_traverse(TlObject *self, TlVisit visit, void *arg)
{
    TlFuture *fut = (TlFuture *)self;
    for (int32_t i = 0; i < fut->callback_count; i++) {
        tl_visit(fut->callbacks[i].target, visit, arg);
        tl_visit(fut->callbacks[i].context, visit, arg);
    }
    tl_visit(fut->result, visit, arg);
    tl_visit(fut->exception, visit, arg);
    tl_visit(fut->exception_tb, visit, arg);
    tl_visit(fut->cancel_message, visit, arg);
    tl_visit(fut->cancelled_exc, visit, arg);
    tl_visit_ptr(fut->loop, visit, arg);
    tl_visit_ptr(fut->dict, visit, arg);
}

static TlValue future_await(TlRuntime *rt, TlRef self)
{
    return tl_future_iter_new(rt, (TlFuture *)tl_as_obj(self));
}

static const TlSlots future_slots = {
    .free = future_free,
    .traverse = tl_future_traverse,
    .clear = future_clear,
    .finalize = tl_future_finalize,
    .repr = tl_future_repr,
    .new_ = future_alloc,
    .init = tl_future_init_slot,
    .iter = future_await,
    .await = future_await,
};

const TlTypeSpec tl_future_spec = {
    .name = "_asyncio.Future",
    .module = "_asyncio",
    .doc = "A future result of an asynchronous operation.",
    .size = sizeof(TlFuture),
    .dict_offset = offsetof(TlFuture, dict),
    .flags = TL_TYPE_GC | TL_TYPE_BASE | TL_TYPE_DICT,
    .slots = &future_slots,
    .methods = tl_future_methods,
    .getsets = tl_future_getsets,
};
