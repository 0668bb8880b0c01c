// task.c — stepping a coroutine: CPython's task_step_impl in pieces.
// SPDX-License-Identifier: MIT
//
// A step has three parts: send or throw, look at what came out, leave. When the
// coroutine SUSPENDED in the middle (`stepping`), the step goes on in
// tl_task_resume() with the same last two parts.
#include "loop/task.h"

#include <stdio.h>

#include "base/check.h"
#include "loop/context.h"
#include "loop/methods.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/str.h"

bool tl_is_task(TlRuntime *rt, TlRef v)
{
    return tl_is_obj(v) && tl_is_subtype(tl_as_obj(v)->type, rt->loops->task);
}

TlTask *tl_current_task(TlRuntime *rt, TlLoop *loop)
{
    (void)rt;
    return loop->current_task;
}

// Records an event of [task] at the line its coroutine stands at.
static uint32_t emit_in_task(TlRuntime *rt, TlTask *task, TlEventKind kind,
                             uint32_t f0, uint32_t f1)
{
    TlEvent event = {.kind = kind,
                     .id = task->future.id,
                     .f = {f0, f1},
                     .cause = TL_NO_CAUSE};
    if (tl_trace_on(&rt->trace, TL_TRACE_SCHED) && rt->hooks.where_in != NULL) {
        event.has_position =
            rt->hooks.where_in(rt, task->coro, &event.file, &event.line);
    }
    return tl_trace_emit(&rt->trace, &event);
}

// ---- making

static void link_task(TlRuntime *rt, TlTask *task)
{
    TlTask *head = rt->loops->task_list;
    task->list_prev = NULL;
    task->list_next = head;
    if (head != NULL) {
        head->list_prev = task;
    }
    rt->loops->task_list = task;
}

static void unlink_task(TlRuntime *rt, TlTask *task)
{
    if (task->list_prev != NULL) {
        task->list_prev->list_next = task->list_next;
    } else if (rt->loops->task_list == task) {
        rt->loops->task_list = task->list_next;
    }
    if (task->list_next != NULL) {
        task->list_next->list_prev = task->list_prev;
    }
    task->list_next = task->list_prev = NULL;
}

static TlValue task_alloc(TlRuntime *rt, TlType *type, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    TlValue value =
        rt->loops->future->slots.new_(rt, type, args, nargs, kwnames);
    if (tl_has_value(value)) {
        TlTask *task = (TlTask *)tl_as_obj(value);
        task->coro = task->context = TL_NO_VALUE;
        link_task(rt, task);
    }
    return value;
}

// A task may drive whatever can be sent to; asyncio accepts coroutines.
static bool is_coroutine(TlRuntime *rt, TlRef v)
{
    return tl_is_obj(v) && tl_as_obj(v)->type->slots.send != NULL &&
           tl_as_obj(v)->type != rt->loops->future_iter;
}

static TlStr *default_name(TlRuntime *rt)
{
    char text[32];
    snprintf(text, sizeof text, "Task-%llu",
             (unsigned long long)++rt->loops->task_name_counter);
    TlValue name = tl_str_from_cstr(rt, text);
    return tl_has_value(name) ? tl_as_str(name) : NULL;
}

// The seq of task.create: the first step is scheduled because of it.
static uint32_t trace_create(TlRuntime *rt, TlTask *task)
{
    if (!tl_trace_on(&rt->trace, TL_TRACE_SCHED)) {
        return TL_NO_CAUSE;
    }
    TlTask *parent = task->future.loop->current_task;
    TlEvent event = {.kind = TL_EV_TASK_CREATE,
                     .id = task->future.id,
                     .f = {tl_trace_value(rt, tl_from_obj(task->name)),
                           tl_trace_callable(rt, task->coro),
                           parent == NULL ? 0 : parent->future.id},
                     .cause = TL_NO_CAUSE};
    return tl_trace_emit(&rt->trace, &event);
}

TlStatus tl_task_init(TlRuntime *rt, TlTask *task, TlLoop *loop, TlRef coro,
                      TlStr *name, TlRef context)
{
    if (!is_coroutine(rt, coro)) {
        task->log_destroy_pending = false;
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "a coroutine was expected, got %R", coro);
        return TL_RAISED;
    }
    tl_future_init(rt, &task->future, loop, "task");
    TL_CLEAR_PTR(rt, task->name);
    task->name = name != NULL ? tl_retain(name) : default_name(rt);
    if (task->name == NULL) {
        return TL_RAISED;
    }
    tl_clear(rt, &task->coro);
    task->coro = tl_incref(coro);
    tl_clear(rt, &task->context);
    task->context =
        tl_has_value(context) ? tl_incref(context) : tl_context_copy(rt);
    task->must_cancel = false;
    task->log_destroy_pending = true;
    task->cancel_requests = 0;
    uint32_t created = trace_create(rt, task);
    return tl_loop_schedule(rt, loop, TL_HANDLE_TASK_STEP, tl_from_obj(task),
                            TL_NO_VALUE, task->context, created, "step");
}

TlTask *tl_task_new(TlRuntime *rt, TlLoop *loop, TlRef coro, TlStr *name,
                    TlRef context)
{
    TlValue value = task_alloc(rt, rt->loops->task, NULL, 0, NULL);
    if (!tl_has_value(value)) {
        return NULL;
    }
    TlTask *task = (TlTask *)tl_as_obj(value);
    if (tl_task_init(rt, task, loop, coro, name, context) != TL_OK) {
        task->log_destroy_pending = false;
        tl_release(rt, task);
        return NULL;
    }
    return task;
}

// ---- cancelling

// obj.cancel(msg=message) by name. 1, 0, -1.
static int call_cancel(TlRuntime *rt, TlRef obj, TlRef message)
{
    TlValue method = tl_getattr_cstr(rt, obj, "cancel");
    TlStr *msg = tl_has_value(method) ? tl_intern_cstr(rt, "msg") : NULL;
    TlRef name = msg == NULL ? TL_NO_VALUE : tl_from_obj(msg);
    TlTuple *names = msg == NULL ? NULL : tl_tuple_from(rt, &name, 1);
    TlValue result = names == NULL ? TL_NO_VALUE
                                   : tl_call(rt, method, &message, 0, names);
    int cancelled = tl_has_value(result) ? tl_truth(rt, result) : -1;
    tl_decref(rt, result);
    tl_release(rt, names);
    tl_release(rt, msg);
    tl_decref(rt, method);
    return cancelled;
}

// fut.cancel(msg=...) of whatever the task waits for. 1, 0, -1.
static int cancel_waited(TlRuntime *rt, TlTask *task, TlRef message)
{
    TlFuture *waited = tl_retain(task->waiting_for);
    int cancelled;
    TlType *type = waited->ob.type;
    if (type == rt->loops->future) {
        cancelled = tl_future_cancel(rt, waited, message);
    } else if (type == rt->loops->task) {
        cancelled = tl_task_cancel(rt, (TlTask *)waited, message);
    } else if (type == rt->loops->gathering) {
        cancelled = tl_gather_cancel(rt, waited, message);
    } else {
        cancelled = call_cancel(rt, tl_from_obj(waited), message);
    }
    tl_release(rt, waited);
    return cancelled;
}

static void trace_cancel(TlRuntime *rt, TlTask *task, TlRef message)
{
    TlLoop *running = rt->loops->running;
    TlTask *by = running == NULL ? NULL : running->current_task;
    tl_trace_emit2(&rt->trace, TL_EV_TASK_CANCEL, task->future.id,
                   by == NULL ? 0 : by->future.id,
                   tl_is_none(message) ? 0 : tl_trace_value(rt, message));
}

// Whether cancelling [task] is only passed on to the task it waits for.
static bool waits_for_task(TlRuntime *rt, const TlTask *task)
{
    return task->waiting_for != NULL &&
           task->waiting_for->ob.type == rt->loops->task &&
           task->waiting_for->state == TL_FUTURE_PENDING;
}

int tl_task_cancel(TlRuntime *rt, TlTask *task, TlRef message)
{
    task->future.log_traceback = false;
    if (task->future.state != TL_FUTURE_PENDING) {
        return 0;
    }
    // A chain of tasks that wait for each other is walked, not recursed into;
    // the bound finds the ones that wait in a circle.
    for (int depth = 0;; depth++) {
        trace_cancel(rt, task, message);
        task->cancel_requests++;
        task->future.log_traceback = false;
        if (!waits_for_task(rt, task)) {
            break;
        }
        if (depth > rt->depth_limit * 10) {
            tl_raise(rt, rt->exc.RecursionError,
                     "maximum recursion depth exceeded");
            return -1;
        }
        task = (TlTask *)task->waiting_for;
    }
    if (task->waiting_for != NULL) {
        int cancelled = cancel_waited(rt, task, message);
        if (cancelled != 0) {
            return cancelled;
        }
    }
    task->must_cancel = true;
    TlValue old = task->future.cancel_message;
    task->future.cancel_message = tl_incref(message);
    tl_decref(rt, old);
    return 1;
}

// ---- what a step's outcome means

static TlSendStatus finish_with_result(TlRuntime *rt, TlTask *task,
                                       TlValue result)
{
    TlStatus status;
    if (task->must_cancel) {
        // Cancelled right before the coroutine stopped.
        task->must_cancel = false;
        status = tl_future_cancel(rt, &task->future,
                                  task->future.cancel_message) < 0
                     ? TL_RAISED
                     : TL_OK;
    } else {
        status = tl_future_set_result(rt, &task->future, result);
    }
    tl_decref(rt, result);
    return status == TL_OK ? TL_SEND_RETURN : TL_SEND_ERROR;
}

static TlSendStatus finish_with_error(TlRuntime *rt, TlTask *task)
{
    TlValue exc = tl_fetch(rt);
    TlStatus status;
    if (tl_exc_is(exc, rt->exc.CancelledError)) {
        tl_clear(rt, &task->future.cancelled_exc);
        task->future.cancelled_exc = tl_incref(exc);
        status = tl_future_cancel(rt, &task->future, TL_NONE) < 0 ? TL_RAISED
                                                                  : TL_OK;
    } else {
        status = tl_future_set_exception(rt, &task->future, exc);
    }
    if (status == TL_OK && (tl_exc_is(exc, rt->exc.SystemExit) ||
                            tl_exc_is(exc, rt->exc.KeyboardInterrupt))) {
        tl_restore(rt, exc);
        return TL_SEND_ERROR;
    }
    tl_decref(rt, exc);
    return status == TL_OK ? TL_SEND_RETURN : TL_SEND_ERROR;
}

// A mistake in what was yielded is thrown into the coroutine next turn.
static TlSendStatus throw_next_turn(TlRuntime *rt, TlTask *task,
                                    const char *format, TlRef a, TlRef b)
{
    TlRef self = tl_from_obj(task);
    TlValue text = tl_str_fmt(rt, format, a, b);
    TlValue exc = tl_has_value(text)
                      ? tl_exc_new(rt, rt->exc.RuntimeError, text)
                      : TL_NO_VALUE;
    tl_decref(rt, text);
    if (!tl_has_value(exc)) {
        return TL_SEND_ERROR;
    }
    TlStatus status = tl_loop_schedule(rt, task->future.loop,
                                       TL_HANDLE_TASK_STEP, self, exc,
                                       task->context, TL_NO_CAUSE, "step");
    tl_decref(rt, exc);
    return status == TL_OK ? TL_SEND_RETURN : TL_SEND_ERROR;
}

static TlSendStatus wait_for_future(TlRuntime *rt, TlTask *task, TlFuture *fut)
{
    TlRef yielded = tl_from_obj(fut);
    TlRef self = tl_from_obj(task);
    if (fut == &task->future) {
        return throw_next_turn(rt, task, "Task cannot await on itself: %R",
                               self, TL_NO_VALUE);
    }
    if (!fut->blocking) {
        return throw_next_turn(
            rt, task, "yield was used instead of yield from in task %R with %R",
            self, yielded);
    }
    if (fut->loop != task->future.loop) {
        return throw_next_turn(
            rt, task, "Task %R got Future %R attached to a different loop",
            self, yielded);
    }
    fut->blocking = false;
    emit_in_task(rt, task, TL_EV_TASK_WAIT, fut->id, fut->what);
    if (tl_future_add_action(rt, fut, TL_HANDLE_TASK_WAKEUP, tl_from_obj(task),
                             task->context) != TL_OK) {
        return TL_SEND_ERROR;
    }
    TlFuture *old = task->waiting_for;
    task->waiting_for = tl_retain(fut);
    tl_release(rt, old);
    if (task->must_cancel) {
        int cancelled = cancel_waited(rt, task, task->future.cancel_message);
        if (cancelled < 0) {
            return TL_SEND_ERROR;
        }
        task->must_cancel = cancelled == 0;
    }
    return TL_SEND_RETURN;
}

static TlSendStatus handle_yield(TlRuntime *rt, TlTask *task, TlRef yielded)
{
    if (tl_is_future(rt, yielded)) {
        return wait_for_future(rt, task, (TlFuture *)tl_as_obj(yielded));
    }
    if (tl_is_none(yielded)) {
        // A bare yield gives the others a turn (asyncio.sleep(0)).
        return tl_loop_schedule(rt, task->future.loop, TL_HANDLE_TASK_STEP,
                                tl_from_obj(task), TL_NO_VALUE, task->context,
                                TL_NO_CAUSE, "step") == TL_OK
                   ? TL_SEND_RETURN
                   : TL_SEND_ERROR;
    }
    if (tl_is_obj(yielded) && tl_as_obj(yielded)->type->slots.send != NULL) {
        return throw_next_turn(rt, task,
                               "yield was used instead of yield from for "
                               "generator in task %R with %R",
                               tl_from_obj(task), yielded);
    }
    return throw_next_turn(rt, task, "Task got bad yield: %R", yielded,
                           TL_NO_VALUE);
}

static const char *step_state(TlRuntime *rt, const TlTask *task)
{
    switch (task->future.state) {
    case TL_FUTURE_CANCELLED: return "cancelled";
    case TL_FUTURE_FINISHED:
        return tl_has_value(task->future.exception) ? "exception" : "result";
    case TL_FUTURE_PENDING: break;
    }
    return task->waiting_for != NULL ? "waiting" : "yielded";
}

static void leave_step(TlRuntime *rt, TlTask *task)
{
    task->stepping = false;
    task->future.loop->current_task = NULL;
    TlFuture *on = task->waiting_for;
    emit_in_task(rt, task, TL_EV_TASK_STEP_END,
                 tl_trace_cstr(&rt->trace, step_state(rt, task)),
                 on == NULL ? 0 : on->id);
    rt->trace.cause = task->outer_cause;
}

// The second and third part of a step.
static TlSendStatus after_send(TlRuntime *rt, TlTask *task, TlSendStatus sent,
                               TlValue result)
{
    TlSendStatus status;
    switch (sent) {
    case TL_SEND_SUSPENDED: return sent;
    case TL_SEND_RETURN: status = finish_with_result(rt, task, result); break;
    case TL_SEND_ERROR: status = finish_with_error(rt, task); break;
    default:
        status = handle_yield(rt, task, result);
        tl_decref(rt, result);
        break;
    }
    leave_step(rt, task);
    return status;
}

// ---- sending

// coro.throw(exc) by way of its method, for sendables that are not the VM's.
static TlSendStatus throw_natively(TlRuntime *rt, TlRef coro, TlRef exc,
                                   TlValue *result)
{
    *result = tl_call_method(rt, coro, TL_NAME(rt, throw), &exc, 1);
    if (tl_has_value(*result)) {
        return TL_SEND_NEXT;
    }
    if (tl_error_is(rt, rt->exc.StopIteration)) {
        return tl_take_stop_value(rt, result) > 0 ? TL_SEND_RETURN
                                                  : TL_SEND_ERROR;
    }
    return TL_SEND_ERROR;
}

static TlSendStatus throw_into(TlRuntime *rt, TlRef coro, TlRef exc,
                               TlValue *result)
{
    return rt->hooks.throw_into != NULL
               ? rt->hooks.throw_into(rt, coro, exc, result)
               : throw_natively(rt, coro, exc, result);
}

// What is really thrown: a requested cancellation wins. Owned, or TL_NO_VALUE
// (nothing to throw); on failure an exception is pending.
static TlValue exception_to_throw(TlRuntime *rt, TlTask *task, TlRef exc)
{
    if (!task->must_cancel) {
        return tl_incref(exc);
    }
    task->must_cancel = false;
    if (tl_has_value(exc) && tl_exc_is(exc, rt->exc.CancelledError)) {
        return tl_incref(exc);
    }
    return tl_future_make_cancelled(rt, &task->future);
}

static TlStatus enter_step(TlRuntime *rt, TlTask *task)
{
    TlLoop *loop = task->future.loop;
    if (tl_future_done(&task->future)) {
        tl_raise_fmt(rt, rt->exc.InvalidStateError,
                     "__step(): already done: %R", tl_from_obj(task));
        return TL_RAISED;
    }
    if (loop->current_task != NULL) {
        tl_raise_fmt(rt, rt->exc.RuntimeError,
                     "Cannot enter into task %R while another task %R is being "
                     "executed.",
                     tl_from_obj(task), tl_from_obj(loop->current_task));
        return TL_RAISED;
    }
    loop->current_task = task;
    task->stepping = true;
    TL_CLEAR_PTR(rt, task->waiting_for);
    task->outer_cause = rt->trace.cause;
    rt->trace.cause =
        emit_in_task(rt, task, TL_EV_TASK_STEP_BEGIN,
                     loop->current == NULL ? 0 : loop->current->id, 0);
    return TL_OK;
}

TlSendStatus tl_task_step(TlRuntime *rt, TlTask *task, TlRef exc)
{
    if (enter_step(rt, task) != TL_OK) {
        return TL_SEND_ERROR;
    }
    TlValue thrown = exception_to_throw(rt, task, exc);
    TlValue result = TL_NO_VALUE;
    TlSendStatus sent;
    if (tl_has_value(thrown)) {
        sent = throw_into(rt, task->coro, thrown, &result);
        tl_decref(rt, thrown);
    } else if (tl_raised(rt)) {
        sent = TL_SEND_ERROR;
    } else {
        sent = tl_send(rt, task->coro, TL_NONE, &result);
    }
    return after_send(rt, task, sent, result);
}

TlSendStatus tl_task_wakeup(TlRuntime *rt, TlTask *task, TlRef fut)
{
    TlValue result = tl_future_result(rt, (TlFuture *)tl_as_obj(fut));
    if (tl_has_value(result)) {
        tl_decref(rt, result);
        return tl_task_step(rt, task, TL_NO_VALUE);
    }
    TlValue exc = tl_fetch(rt);
    TlSendStatus status = tl_task_step(rt, task, exc);
    tl_decref(rt, exc);
    return status;
}

TlSendStatus tl_task_resume(TlRuntime *rt, TlTask *task)
{
    TL_ASSERT(task->stepping, "only a task in the middle of a step resumes");
    TlValue result = TL_NO_VALUE;
    TlSendStatus sent = tl_send(rt, task->coro, TL_NO_VALUE, &result);
    return after_send(rt, task, sent, result);
}

// ---- the object

// Task.__del__: "Task was destroyed but it is pending!"
static void task_finalize(TlRuntime *rt, TlRef self)
{
    TlTask *task = (TlTask *)tl_as_obj(self);
    if (task->future.state == TL_FUTURE_PENDING && task->log_destroy_pending &&
        task->future.loop != NULL) {
        TlValue pending = tl_fetch(rt);
        TlDict *context = tl_dict_new(rt);
        TlValue message =
            tl_str_from_cstr(rt, "Task was destroyed but it is pending!");
        if (context != NULL && tl_has_value(message) &&
            tl_dict_set_cstr(rt, context, "task", self) == TL_OK &&
            tl_dict_set_cstr(rt, context, "message", message) == TL_OK) {
            tl_loop_call_exception_handler(rt, task->future.loop, context);
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
    tl_future_finalize(rt, self);
}

static void task_clear(TlRuntime *rt, TlObject *self)
{
    TlTask *task = (TlTask *)self;
    tl_future_drop(rt, &task->future);
    TL_CLEAR_PTR(rt, task->future.dict);
    tl_clear(rt, &task->coro);
    tl_clear(rt, &task->context);
    TL_CLEAR_PTR(rt, task->waiting_for);
    TL_CLEAR_PTR(rt, task->name);
}

static void task_free(TlRuntime *rt, TlObject *self)
{
    tl_gc_untrack(rt, self);
    unlink_task(rt, (TlTask *)self);
    task_clear(rt, self);
    tl_object_free(rt, self);
}

static void task_traverse(TlObject *self, TlVisit visit, void *arg)
{
    TlTask *task = (TlTask *)self;
    tl_future_traverse(self, visit, arg);
    tl_visit(task->coro, visit, arg);
    tl_visit(task->context, visit, arg);
    tl_visit_ptr(task->waiting_for, visit, arg);
    tl_visit_ptr(task->name, visit, arg);
}

static const TlSlots task_slots = {
    .free = task_free,
    .traverse = task_traverse,
    .clear = task_clear,
    .finalize = task_finalize,
    .new_ = task_alloc,
    .init = tl_task_init_slot,
};

const TlTypeSpec tl_task_spec = {
    .name = "_asyncio.Task",
    .module = "_asyncio",
    .doc = "A coroutine wrapped in a Future.",
    .size = sizeof(TlTask),
    .dict_offset = offsetof(TlFuture, dict),
    .flags = TL_TYPE_GC | TL_TYPE_BASE | TL_TYPE_DICT,
    .slots = &task_slots,
    .methods = tl_task_methods,
    .getsets = tl_task_getsets,
};
