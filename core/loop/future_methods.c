// future_methods.c — asyncio.Future and Task as Python sees them.
// SPDX-License-Identifier: MIT
#include "loop/context.h"
#include "loop/methods.h"
#include "object/exc.h"
#include "object/func.h"
#include "object/list.h"
#include "object/number.h"
#include "object/str.h"

static TlFuture *as_future(TlRef self)
{
    return (TlFuture *)tl_as_obj(self);
}

static TlTask *as_task(TlRef self)
{
    return (TlTask *)tl_as_obj(self);
}

static TlValue none_if(TlStatus status)
{
    return status == TL_OK ? TL_NONE : TL_NO_VALUE;
}

static TlRef or_none(TlRef value)
{
    return tl_has_value(value) ? value : TL_NONE;
}

static TlRef context_arg(TlRef arg)
{
    return tl_is_none(arg) ? TL_NO_VALUE : arg;
}

// ---- construction

// The loop given, or the current one. Counted; NULL = raised.
static TlLoop *loop_argument(TlRuntime *rt, TlRef arg)
{
    TlValue loop = TL_NO_VALUE;
    if (!tl_is_none(arg)) {
        loop = tl_incref(arg);
    } else if (rt->loops->running != NULL) {
        loop = tl_incref(tl_from_obj(rt->loops->running));
    } else if (rt->loops->get_event_loop != NULL) {
        loop = rt->loops->get_event_loop(rt);
    } else {
        tl_raise(rt, rt->exc.RuntimeError, "no running event loop");
    }
    if (!tl_has_value(loop)) {
        return NULL;
    }
    if (!tl_is_obj(loop) ||
        !tl_is_subtype(tl_as_obj(loop)->type, rt->loops->loop)) {
        tl_raise_fmt(rt, rt->exc.TypeError, "an event loop is required, not %T",
                     loop);
        tl_decref(rt, loop);
        return NULL;
    }
    return (TlLoop *)tl_as_obj(loop);
}

static TlValue init_future(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    (void)nargs, (void)kwnames;
    TlLoop *loop = loop_argument(rt, args[0]);
    if (loop == NULL) {
        return TL_NO_VALUE;
    }
    TlFuture *fut = as_future(self);
    TlStatus status = tl_future_init(rt, fut, loop, "user");
    tl_trace_emit2(&rt->trace, TL_EV_FUTURE_CREATE, fut->id, fut->what, 0);
    tl_release(rt, loop);
    return none_if(status);
}

static TlStr *name_argument(TlRuntime *rt, TlRef arg)
{
    TlValue name = tl_str(rt, arg);
    return tl_has_value(name) ? tl_as_str(name) : NULL;
}

static TlValue init_task(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames)
{
    (void)nargs, (void)kwnames;
    TlLoop *loop = loop_argument(rt, args[1]);
    if (loop == NULL) {
        return TL_NO_VALUE;
    }
    TlStr *name = NULL;
    TlStatus status = TL_RAISED;
    if (tl_is_none(args[2]) || (name = name_argument(rt, args[2])) != NULL) {
        status = tl_task_init(rt, as_task(self), loop, args[0], name,
                              context_arg(args[3]));
    }
    tl_release(rt, name);
    tl_release(rt, loop);
    return none_if(status);
}

static const TlNativeDef init_future_def = {"Future", init_future, TL_FN_SIG,
                                            "(*, loop=None)", NULL};
static const TlNativeDef init_task_def = {
    "Task", init_task, TL_FN_SIG,
    "(coro, *, loop=None, name=None, context=None)", NULL};

// Binds the arguments by way of a native function of [def].
static TlStatus call_init(TlRuntime *rt, const TlNativeDef *def, TlRef self,
                          const TlRef *args, int nargs, TlTuple *kwnames)
{
    TlValue native = tl_native_new(rt, def, self, NULL);
    TlValue result = tl_has_value(native)
                         ? tl_call(rt, native, args, nargs, kwnames)
                         : TL_NO_VALUE;
    tl_decref(rt, native);
    return tl_has_value(result) ? TL_OK : TL_RAISED;
}

TlStatus tl_future_init_slot(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    return call_init(rt, &init_future_def, self, args, nargs, kwnames);
}

TlStatus tl_task_init_slot(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    return call_init(rt, &init_task_def, self, args, nargs, kwnames);
}

// ---- methods of futures

static TlValue future_result(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return tl_future_result(rt, as_future(self));
}

static TlValue future_exception(TlRuntime *rt, TlRef self, const TlRef *args,
                                int nargs, TlTuple *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return tl_future_exception(rt, as_future(self));
}

static TlValue future_set_result(TlRuntime *rt, TlRef self, const TlRef *args,
                                 int nargs, TlTuple *kwnames)
{
    (void)nargs, (void)kwnames;
    return none_if(tl_future_set_result(rt, as_future(self), args[0]));
}

static TlValue future_set_exception(TlRuntime *rt, TlRef self,
                                    const TlRef *args, int nargs,
                                    TlTuple *kwnames)
{
    (void)nargs, (void)kwnames;
    return none_if(tl_future_set_exception(rt, as_future(self), args[0]));
}

static TlValue bool_or_raised(int outcome)
{
    return outcome < 0 ? TL_NO_VALUE : tl_bool(outcome != 0);
}

static TlValue future_cancel(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    (void)nargs, (void)kwnames;
    return bool_or_raised(tl_future_cancel(rt, as_future(self), args[0]));
}

static TlValue gathering_cancel(TlRuntime *rt, TlRef self, const TlRef *args,
                                int nargs, TlTuple *kwnames)
{
    (void)nargs, (void)kwnames;
    return bool_or_raised(tl_gather_cancel(rt, as_future(self), args[0]));
}

static TlValue future_cancelled(TlRuntime *rt, TlRef self, const TlRef *args,
                                int nargs, TlTuple *kwnames)
{
    (void)rt, (void)args, (void)nargs, (void)kwnames;
    return tl_bool(as_future(self)->state == TL_FUTURE_CANCELLED);
}

static TlValue future_is_done(TlRuntime *rt, TlRef self, const TlRef *args,
                              int nargs, TlTuple *kwnames)
{
    (void)rt, (void)args, (void)nargs, (void)kwnames;
    return tl_bool(tl_future_done(as_future(self)));
}

static TlValue future_add_done_callback(TlRuntime *rt, TlRef self,
                                        const TlRef *args, int nargs,
                                        TlTuple *kwnames)
{
    (void)nargs, (void)kwnames;
    TlValue context =
        tl_is_none(args[1]) ? tl_context_copy(rt) : tl_incref(args[1]);
    TlStatus status =
        tl_future_add_callback(rt, as_future(self), args[0], context);
    tl_decref(rt, context);
    return none_if(status);
}

static TlValue future_remove_done_callback(TlRuntime *rt, TlRef self,
                                           const TlRef *args, int nargs,
                                           TlTuple *kwnames)
{
    (void)nargs, (void)kwnames;
    int64_t removed = tl_future_remove_callback(rt, as_future(self), args[0]);
    return removed < 0 ? TL_NO_VALUE : tl_small_int(removed);
}

static TlValue future_get_loop(TlRuntime *rt, TlRef self, const TlRef *args,
                               int nargs, TlTuple *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    TlLoop *loop = as_future(self)->loop;
    if (loop == NULL) {
        return tl_raise(rt, rt->exc.RuntimeError,
                        "Future object is not initialized.");
    }
    return tl_incref(tl_from_obj(loop));
}

static TlValue future_make_cancelled(TlRuntime *rt, TlRef self,
                                     const TlRef *args, int nargs,
                                     TlTuple *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return tl_future_make_cancelled(rt, as_future(self));
}

const TlNativeDef tl_future_methods[] = {
    {"result", future_result, TL_FN_NOARGS, "()",
     "Return the result this future represents."},
    {"exception", future_exception, TL_FN_NOARGS, "()",
     "Return the exception that was set on this future."},
    {"set_result", future_set_result, TL_FN_ONE, "(result, /)",
     "Mark the future done and set its result."},
    {"set_exception", future_set_exception, TL_FN_ONE, "(exception, /)",
     "Mark the future done and set an exception."},
    {"cancel", future_cancel, TL_FN_SIG, "(msg=None)",
     "Cancel the future and schedule callbacks."},
    {"cancelled", future_cancelled, TL_FN_NOARGS, "()",
     "Return True if the future was cancelled."},
    {"done", future_is_done, TL_FN_NOARGS, "()",
     "Return True if the future is done."},
    {"add_done_callback", future_add_done_callback, TL_FN_SIG,
     "(fn, /, *, context=None)",
     "Add a callback to be run when the future becomes done."},
    {"remove_done_callback", future_remove_done_callback, TL_FN_ONE, "(fn, /)",
     "Remove all instances of a callback from the call when done list."},
    {"get_loop", future_get_loop, TL_FN_NOARGS, "()",
     "Return the event loop the Future is bound to."},
    {"_make_cancelled_error", future_make_cancelled, TL_FN_NOARGS, "()",
     "Create the CancelledError to raise if the Future is cancelled."},
    {0},
};

const TlNativeDef tl_gathering_methods[] = {
    {"cancel", gathering_cancel, TL_FN_SIG, "(msg=None)",
     "Cancel all children that are not done."},
    {0},
};

// ---- attributes of futures (read by asyncio's own Python code)

static TlValue get_state(TlRuntime *rt, TlRef self, void *closure)
{
    (void)closure;
    static const char *const names[] = {"PENDING", "CANCELLED", "FINISHED"};
    return tl_str_from_cstr(rt, names[as_future(self)->state]);
}

static TlValue get_value_field(TlRuntime *rt, TlRef self, void *closure)
{
    (void)rt;
    size_t offset = (size_t)(uintptr_t)closure;
    TlRef value = *(TlValue *)(void *)((char *)tl_as_obj(self) + offset);
    return tl_incref(or_none(value));
}

static TlValue get_object_field(TlRuntime *rt, TlRef self, void *closure)
{
    (void)rt;
    size_t offset = (size_t)(uintptr_t)closure;
    void *obj = *(void **)(void *)((char *)tl_as_obj(self) + offset);
    return obj == NULL ? TL_NONE : tl_incref(tl_from_obj(obj));
}

static TlValue get_flag(TlRuntime *rt, TlRef self, void *closure)
{
    (void)rt;
    size_t offset = (size_t)(uintptr_t)closure;
    return tl_bool(*((bool *)tl_as_obj(self) + offset));
}

static TlStatus set_flag(TlRuntime *rt, TlRef self, TlRef value, void *closure)
{
    size_t offset = (size_t)(uintptr_t)closure;
    int truth = tl_has_value(value) ? tl_truth(rt, value) : 0;
    if (truth < 0) {
        return TL_RAISED;
    }
    *((bool *)tl_as_obj(self) + offset) = truth != 0;
    return TL_OK;
}

static TlStatus set_log_traceback(TlRuntime *rt, TlRef self, TlRef value,
                                  void *closure)
{
    int truth = tl_has_value(value) ? tl_truth(rt, value) : 0;
    if (truth > 0) {
        tl_raise(rt, rt->exc.ValueError,
                 "_log_traceback can only be set to False");
    }
    return truth == 0 ? set_flag(rt, self, value, closure) : TL_RAISED;
}

// What a callback is called in a repr: internal ones by a text.
static TlValue callback_name(TlRuntime *rt, const TlCallback *callback)
{
    switch (callback->action) {
    case TL_HANDLE_TASK_WAKEUP:
        return tl_str_from_cstr(rt, "Task.task_wakeup()");
    case TL_HANDLE_GATHER_CHILD:
        return tl_str_from_cstr(rt, "gather.<locals>._done_callback()");
    default: return tl_incref(callback->target);
    }
}

// Callbacks as a list of (callable or text, context); None when empty.
static TlValue get_callbacks(TlRuntime *rt, TlRef self, void *closure)
{
    (void)closure;
    TlFuture *fut = as_future(self);
    if (fut->callback_count == 0) {
        return TL_NONE;
    }
    TlList *list = tl_list_new(rt, fut->callback_count);
    for (int32_t i = 0; list != NULL && i < fut->callback_count; i++) {
        const TlCallback *callback = &fut->callbacks[i];
        TlValue name = callback_name(rt, callback);
        TlValue pair = tl_has_value(name)
                           ? tl_tuple_pack2(rt, name, or_none(callback->context))
                           : TL_NO_VALUE;
        tl_decref(rt, name);
        if (!tl_has_value(pair) ||
            tl_list_append_steal(rt, list, pair) != TL_OK) {
            TL_CLEAR_PTR(rt, list);
        }
    }
    return list == NULL ? TL_NO_VALUE : tl_from_obj(list);
}

#define AT(type, field) (void *)(uintptr_t)offsetof(type, field)

const TlGetSetDef tl_future_getsets[] = {
    {"_state", get_state, NULL, NULL},
    {"_loop", get_object_field, NULL, AT(TlFuture, loop)},
    {"_result", get_value_field, NULL, AT(TlFuture, result)},
    {"_exception", get_value_field, NULL, AT(TlFuture, exception)},
    {"_cancel_message", get_value_field, NULL, AT(TlFuture, cancel_message)},
    {"_callbacks", get_callbacks, NULL, NULL},
    {"_log_traceback", get_flag, set_log_traceback,
     AT(TlFuture, log_traceback)},
    {"_asyncio_future_blocking", get_flag, set_flag, AT(TlFuture, blocking)},
    {0},
};

// ---- methods of tasks

static TlValue task_cancel(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    (void)nargs, (void)kwnames;
    return bool_or_raised(tl_task_cancel(rt, as_task(self), args[0]));
}

static TlValue task_uncancel(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    (void)rt, (void)args, (void)nargs, (void)kwnames;
    TlTask *task = as_task(self);
    if (task->cancel_requests > 0) {
        task->cancel_requests--;
    }
    return tl_small_int(task->cancel_requests);
}

static TlValue task_cancelling(TlRuntime *rt, TlRef self, const TlRef *args,
                               int nargs, TlTuple *kwnames)
{
    (void)rt, (void)args, (void)nargs, (void)kwnames;
    return tl_small_int(as_task(self)->cancel_requests);
}

static TlValue task_get_coro(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    (void)rt, (void)args, (void)nargs, (void)kwnames;
    return tl_incref(or_none(as_task(self)->coro));
}

static TlValue task_get_name(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    (void)rt, (void)args, (void)nargs, (void)kwnames;
    TlStr *name = as_task(self)->name;
    return name == NULL ? TL_NONE : tl_incref(tl_from_obj(name));
}

static TlValue task_set_name(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    (void)nargs, (void)kwnames;
    TlStr *name = name_argument(rt, args[0]);
    if (name == NULL) {
        return TL_NO_VALUE;
    }
    TlTask *task = as_task(self);
    TlStr *old = task->name;
    task->name = name;
    tl_release(rt, old);
    tl_trace_emit2(&rt->trace, TL_EV_TASK_NAME, task->future.id,
                   tl_trace_value(rt, tl_from_obj(name)), 0);
    return TL_NONE;
}

static TlValue task_set_result(TlRuntime *rt, TlRef self, const TlRef *args,
                               int nargs, TlTuple *kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return tl_raise(rt, rt->exc.RuntimeError,
                    "Task does not support set_result operation");
}

static TlValue task_set_exception(TlRuntime *rt, TlRef self, const TlRef *args,
                                  int nargs, TlTuple *kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return tl_raise(rt, rt->exc.RuntimeError,
                    "Task does not support set_exception operation");
}

const TlNativeDef tl_task_methods[] = {
    {"cancel", task_cancel, TL_FN_SIG, "(msg=None)",
     "Request that this task cancel itself."},
    {"uncancel", task_uncancel, TL_FN_NOARGS, "()",
     "Decrement the task's count of cancellation requests."},
    {"cancelling", task_cancelling, TL_FN_NOARGS, "()",
     "Return the count of the task's cancellation requests."},
    {"get_coro", task_get_coro, TL_FN_NOARGS, "()", NULL},
    {"get_name", task_get_name, TL_FN_NOARGS, "()", NULL},
    {"set_name", task_set_name, TL_FN_ONE, "(value, /)", NULL},
    {"set_result", task_set_result, TL_FN_ONE, "(result, /)", NULL},
    {"set_exception", task_set_exception, TL_FN_ONE, "(exception, /)", NULL},
    {0},
};

const TlGetSetDef tl_task_getsets[] = {
    {"_coro", get_value_field, NULL, AT(TlTask, coro)},
    {"_fut_waiter", get_object_field, NULL, AT(TlTask, waiting_for)},
    {"_must_cancel", get_flag, NULL, AT(TlTask, must_cancel)},
    {"_log_destroy_pending", get_flag, set_flag,
     AT(TlTask, log_destroy_pending)},
    {0},
};
