// loop_methods.c — event loops and handles as Python sees them.
// SPDX-License-Identifier: MIT
#include "loop/methods.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/func.h"
#include "object/list.h"
#include "object/number.h"
#include "object/str.h"

static TlLoop *as_loop(TlRef self)
{
    return (TlLoop *)tl_as_obj(self);
}

static TlHandle *as_handle(TlRef self)
{
    return (TlHandle *)tl_as_obj(self);
}

static TlValue object_or_raised(void *obj)
{
    return obj == NULL ? TL_NO_VALUE : tl_from_obj(obj);
}

static TlValue none_if(TlStatus status)
{
    return status == TL_OK ? TL_NONE : TL_NO_VALUE;
}

// *args of a scheduling call: NULL when there are none.
static TlTuple *rest(TlRef args)
{
    TlTuple *tuple = tl_as_tuple(args);
    return tuple->len == 0 ? NULL : tuple;
}

static TlRef context_arg(TlRef arg)
{
    return tl_is_none(arg) ? TL_NO_VALUE : arg;
}

// ---- scheduling

static TlValue loop_call_soon(TlRuntime *rt, TlRef self, const TlRef *args,
                              int nargs, TlTuple *kwnames)
{
    (void)nargs, (void)kwnames;
    return object_or_raised(tl_loop_call_soon(
        rt, as_loop(self), args[0], rest(args[1]), context_arg(args[2])));
}

// Seconds from now as a deadline: added as Python adds. NO_VALUE = raised.
static TlValue deadline(TlRuntime *rt, TlLoop *loop, TlRef delay)
{
    return tl_binary(rt, tl_from_double(tl_loop_time(rt, loop)), delay,
                     TL_BIN_ADD);
}

static TlValue loop_call_later(TlRuntime *rt, TlRef self, const TlRef *args,
                               int nargs, TlTuple *kwnames)
{
    (void)nargs, (void)kwnames;
    if (tl_is_none(args[0])) {
        return tl_raise(rt, rt->exc.TypeError, "delay must not be None");
    }
    TlLoop *loop = as_loop(self);
    TlValue when = deadline(rt, loop, args[0]);
    if (!tl_has_value(when)) {
        return TL_NO_VALUE;
    }
    TlTimerHandle *timer = tl_loop_call_at(
        rt, loop, when, args[1], rest(args[2]), context_arg(args[3]));
    tl_decref(rt, when);
    return object_or_raised(timer);
}

static TlValue loop_call_at(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    (void)nargs, (void)kwnames;
    if (tl_is_none(args[0])) {
        return tl_raise(rt, rt->exc.TypeError, "when cannot be None");
    }
    return object_or_raised(tl_loop_call_at(rt, as_loop(self), args[0], args[1],
                                            rest(args[2]),
                                            context_arg(args[3])));
}

static TlValue loop_time(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return tl_from_double(tl_loop_time(rt, as_loop(self)));
}

// (future, handle) for sleep(): the future is resolved after the delay.
static TlValue loop_sleep(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    (void)nargs, (void)kwnames;
    TlLoop *loop = as_loop(self);
    TlValue when = deadline(rt, loop, args[0]);
    TlFuture *fut =
        tl_has_value(when) ? tl_future_new(rt, loop, "sleep") : NULL;
    TlTimerHandle *timer = NULL;
    if (fut != NULL) {
        timer = tl_loop_resolve_at(rt, loop, when, tl_from_obj(fut), args[1]);
    }
    tl_decref(rt, when);
    TlValue pair = timer == NULL ? TL_NO_VALUE
                                 : tl_tuple_pack2(rt, tl_from_obj(fut),
                                                  tl_from_obj(timer));
    tl_release(rt, timer);
    tl_release(rt, fut);
    return pair;
}

// ---- futures and tasks

static TlValue loop_create_future(TlRuntime *rt, TlRef self, const TlRef *args,
                                  int nargs, TlTuple *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return object_or_raised(tl_future_new(rt, as_loop(self), "user"));
}

// A future of asyncio's own, with its maker's name in the trace.
static TlValue loop_named_future(TlRuntime *rt, TlRef self, const TlRef *args,
                                 int nargs, TlTuple *kwnames)
{
    (void)nargs, (void)kwnames;
    size_t len;
    const char *what = tl_is_str(args[0])
                           ? tl_str_utf8(rt, tl_as_str(args[0]), &len)
                           : "asyncio";
    return what == NULL
               ? TL_NO_VALUE
               : object_or_raised(tl_future_new(rt, as_loop(self), what));
}

static TlValue task_from_factory(TlRuntime *rt, TlLoop *loop, TlRef coro,
                                 TlRef name, TlRef context)
{
    TlRef call_args[3] = {tl_from_obj(loop), coro, context};
    TlTuple *names = NULL;
    TlValue result = TL_NO_VALUE;
    if (!tl_is_none(context)) {
        TlValue key = tl_str_from_cstr(rt, "context");
        names = tl_has_value(key) ? tl_tuple_from(rt, &key, 1) : NULL;
        tl_decref(rt, key);
        if (names == NULL) {
            return TL_NO_VALUE;
        }
    }
    result = tl_call(rt, loop->task_factory, call_args, 2, names);
    tl_release(rt, names);
    if (tl_has_value(result) && !tl_is_none(name)) {
        TlStr *set_name = tl_intern_cstr(rt, "set_name");
        TlValue done = set_name == NULL ? TL_NO_VALUE
                                        : tl_call_method(rt, result, set_name,
                                                         &name, 1);
        tl_release(rt, set_name);
        if (!tl_has_value(done)) {
            tl_clear(rt, &result);
        }
        tl_decref(rt, done);
    }
    return result;
}

static TlValue loop_create_task(TlRuntime *rt, TlRef self, const TlRef *args,
                                int nargs, TlTuple *kwnames)
{
    (void)nargs, (void)kwnames;
    TlLoop *loop = as_loop(self);
    if (tl_loop_check_closed(rt, loop) != TL_OK) {
        return TL_NO_VALUE;
    }
    if (!tl_is_none(loop->task_factory)) {
        return task_from_factory(rt, loop, args[0], args[1], args[2]);
    }
    TlValue name = tl_is_none(args[1]) ? TL_NONE : tl_str(rt, args[1]);
    if (!tl_has_value(name)) {
        return TL_NO_VALUE;
    }
    TlTask *task =
        tl_task_new(rt, loop, args[0], tl_is_none(name) ? NULL : tl_as_str(name),
                    context_arg(args[2]));
    tl_decref(rt, name);
    return object_or_raised(task);
}

// ---- running

static TlValue loop_run_forever(TlRuntime *rt, TlRef self, const TlRef *args,
                                int nargs, TlTuple *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    TlValue runner = tl_loop_runner_new(rt, as_loop(self));
    return tl_has_value(runner) ? rt->hooks.suspend_on(rt, runner)
                                : TL_NO_VALUE;
}

// What run_until_complete checks before it makes a task.
static TlValue loop_check_runnable(TlRuntime *rt, TlRef self,
                                   const TlRef *args, int nargs,
                                   TlTuple *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    TlValue runner = tl_loop_runner_new(rt, as_loop(self));
    tl_decref(rt, runner);
    return tl_has_value(runner) ? TL_NONE : TL_NO_VALUE;
}

// Tells the trace what the next run is for.
static TlValue loop_run_is_for(TlRuntime *rt, TlRef self, const TlRef *args,
                               int nargs, TlTuple *kwnames)
{
    (void)nargs, (void)kwnames;
    if (tl_is_future(rt, args[0])) {
        as_loop(self)->until = ((TlFuture *)tl_as_obj(args[0]))->id;
    }
    return TL_NONE;
}

static TlValue loop_stop(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    tl_loop_stop(rt, as_loop(self));
    return TL_NONE;
}

static TlValue loop_close(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return none_if(tl_loop_close(rt, as_loop(self)));
}

static TlValue loop_check_closed(TlRuntime *rt, TlRef self, const TlRef *args,
                                 int nargs, TlTuple *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return none_if(tl_loop_check_closed(rt, as_loop(self)));
}

static TlValue loop_is_running(TlRuntime *rt, TlRef self, const TlRef *args,
                               int nargs, TlTuple *kwnames)
{
    (void)rt, (void)args, (void)nargs, (void)kwnames;
    return tl_bool(as_loop(self)->running);
}

static TlValue loop_is_closed(TlRuntime *rt, TlRef self, const TlRef *args,
                              int nargs, TlTuple *kwnames)
{
    (void)rt, (void)args, (void)nargs, (void)kwnames;
    return tl_bool(as_loop(self)->closed);
}

// ---- settings and errors

static TlValue loop_get_debug(TlRuntime *rt, TlRef self, const TlRef *args,
                              int nargs, TlTuple *kwnames)
{
    (void)rt, (void)args, (void)nargs, (void)kwnames;
    return tl_bool(as_loop(self)->debug);
}

static TlValue loop_set_debug(TlRuntime *rt, TlRef self, const TlRef *args,
                              int nargs, TlTuple *kwnames)
{
    (void)nargs, (void)kwnames;
    int truth = tl_truth(rt, args[0]);
    as_loop(self)->debug = truth > 0;
    return truth < 0 ? TL_NO_VALUE : TL_NONE;
}

static TlValue set_callable(TlRuntime *rt, TlValue *field, TlRef value,
                            const char *format)
{
    if (!tl_is_none(value) && !tl_callable(rt, value)) {
        return tl_raise_fmt(rt, rt->exc.TypeError, format, value);
    }
    TlValue old = *field;
    *field = tl_incref(value);
    tl_decref(rt, old);
    return TL_NONE;
}

static TlValue loop_set_exception_handler(TlRuntime *rt, TlRef self,
                                          const TlRef *args, int nargs,
                                          TlTuple *kwnames)
{
    (void)nargs, (void)kwnames;
    return set_callable(rt, &as_loop(self)->exception_handler, args[0],
                        "A callable object or None is expected, got %R");
}

static TlValue loop_get_exception_handler(TlRuntime *rt, TlRef self,
                                          const TlRef *args, int nargs,
                                          TlTuple *kwnames)
{
    (void)rt, (void)args, (void)nargs, (void)kwnames;
    return tl_incref(as_loop(self)->exception_handler);
}

static TlValue loop_set_task_factory(TlRuntime *rt, TlRef self,
                                     const TlRef *args, int nargs,
                                     TlTuple *kwnames)
{
    (void)nargs, (void)kwnames;
    return set_callable(rt, &as_loop(self)->task_factory, args[0],
                        "task factory must be a callable or None");
}

static TlValue loop_get_task_factory(TlRuntime *rt, TlRef self,
                                     const TlRef *args, int nargs,
                                     TlTuple *kwnames)
{
    (void)rt, (void)args, (void)nargs, (void)kwnames;
    return tl_incref(as_loop(self)->task_factory);
}

static TlValue loop_call_exception_handler(TlRuntime *rt, TlRef self,
                                           const TlRef *args, int nargs,
                                           TlTuple *kwnames)
{
    (void)nargs, (void)kwnames;
    if (!tl_is_dict(args[0])) {
        return tl_raise(rt, rt->exc.TypeError, "a context dict is expected");
    }
    tl_loop_call_exception_handler(rt, as_loop(self), tl_as_dict(args[0]));
    return tl_raised(rt) ? TL_NO_VALUE : TL_NONE;
}

static TlValue loop_default_exception_handler(TlRuntime *rt, TlRef self,
                                              const TlRef *args, int nargs,
                                              TlTuple *kwnames)
{
    (void)nargs, (void)kwnames;
    if (rt->loops->report != NULL && tl_is_dict(args[0])) {
        rt->loops->report(rt, as_loop(self), tl_as_dict(args[0]));
    }
    return tl_raised(rt) ? TL_NO_VALUE : TL_NONE;
}

const TlNativeDef tl_loop_methods[] = {
    {"call_soon", loop_call_soon, TL_FN_SIG,
     "(callback, *args, context=None)",
     "Arrange for a callback to be called as soon as possible."},
    {"call_soon_threadsafe", loop_call_soon, TL_FN_SIG,
     "(callback, *args, context=None)", "Like call_soon(), but thread-safe."},
    {"call_later", loop_call_later, TL_FN_SIG,
     "(delay, callback, *args, context=None)",
     "Arrange for a callback to be called at a given time from now."},
    {"call_at", loop_call_at, TL_FN_SIG,
     "(when, callback, *args, context=None)",
     "Like call_later(), but uses an absolute time."},
    {"time", loop_time, TL_FN_NOARGS, "()",
     "Return the time according to the event loop's clock."},
    {"_sleep", loop_sleep, TL_FN_SIG, "(delay, result, /)", NULL},
    {"create_future", loop_create_future, TL_FN_NOARGS, "()",
     "Create a Future object attached to the loop."},
    {"_named_future", loop_named_future, TL_FN_ONE, "(what, /)", NULL},
    {"create_task", loop_create_task, TL_FN_SIG,
     "(coro, *, name=None, context=None)", "Schedule a coroutine object."},
    {"run_forever", loop_run_forever, TL_FN_NOARGS, "()",
     "Run until stop() is called."},
    {"_check_runnable", loop_check_runnable, TL_FN_NOARGS, "()", NULL},
    {"_run_is_for", loop_run_is_for, TL_FN_ONE, "(future, /)", NULL},
    {"_check_closed", loop_check_closed, TL_FN_NOARGS, "()", NULL},
    {"stop", loop_stop, TL_FN_NOARGS, "()", "Stop running the event loop."},
    {"close", loop_close, TL_FN_NOARGS, "()", "Close the event loop."},
    {"is_running", loop_is_running, TL_FN_NOARGS, "()",
     "Returns True if the event loop is running."},
    {"is_closed", loop_is_closed, TL_FN_NOARGS, "()",
     "Returns True if the event loop was closed."},
    {"get_debug", loop_get_debug, TL_FN_NOARGS, "()", NULL},
    {"set_debug", loop_set_debug, TL_FN_ONE, "(enabled, /)", NULL},
    {"set_exception_handler", loop_set_exception_handler, TL_FN_ONE,
     "(handler, /)", "Set the handler of errors that nobody caught."},
    {"get_exception_handler", loop_get_exception_handler, TL_FN_NOARGS, "()",
     NULL},
    {"set_task_factory", loop_set_task_factory, TL_FN_ONE, "(factory, /)",
     "Set a task factory that will be used by loop.create_task()."},
    {"get_task_factory", loop_get_task_factory, TL_FN_NOARGS, "()", NULL},
    {"call_exception_handler", loop_call_exception_handler, TL_FN_ONE,
     "(context, /)", "Call the current event loop's exception handler."},
    {"default_exception_handler", loop_default_exception_handler, TL_FN_ONE,
     "(context, /)", "Default exception handler."},
    {0},
};

static TlValue get_current_task(TlRuntime *rt, TlRef self, void *closure)
{
    (void)rt, (void)closure;
    TlTask *task = as_loop(self)->current_task;
    return task == NULL ? TL_NONE : tl_incref(tl_from_obj(task));
}

const TlGetSetDef tl_loop_getsets[] = {
    {"_current_task", get_current_task, NULL, NULL},
    {0},
};

// ---- handles

static TlValue handle_cancel(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    tl_handle_cancel(rt, as_handle(self));
    return TL_NONE;
}

static TlValue handle_cancelled(TlRuntime *rt, TlRef self, const TlRef *args,
                                int nargs, TlTuple *kwnames)
{
    (void)rt, (void)args, (void)nargs, (void)kwnames;
    return tl_bool(as_handle(self)->cancelled);
}

static TlValue timer_when(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    (void)rt, (void)args, (void)nargs, (void)kwnames;
    return tl_incref(((TlTimerHandle *)tl_as_obj(self))->when_given);
}

const TlNativeDef tl_handle_methods[] = {
    {"cancel", handle_cancel, TL_FN_NOARGS, "()", "Cancel the callback."},
    {"cancelled", handle_cancelled, TL_FN_NOARGS, "()",
     "Return True if the callback was cancelled."},
    {0},
};

const TlNativeDef tl_timer_handle_methods[] = {
    {"when", timer_when, TL_FN_NOARGS, "()",
     "Return a scheduled callback time."},
    {0},
};

static TlValue get_callback(TlRuntime *rt, TlRef self, void *closure)
{
    (void)closure;
    TlHandle *handle = as_handle(self);
    switch (handle->action) {
    case TL_HANDLE_TASK_STEP: return tl_str_from_cstr(rt, "Task.task_step()");
    case TL_HANDLE_TASK_WAKEUP:
        return tl_str_from_cstr(rt, "Task.task_wakeup()");
    case TL_HANDLE_SET_RESULT:
        return tl_str_from_cstr(rt, "_set_result_unless_cancelled()");
    default:
        return tl_has_value(handle->target) ? tl_incref(handle->target)
                                            : TL_NONE;
    }
}

static TlValue get_args(TlRuntime *rt, TlRef self, void *closure)
{
    (void)closure;
    TlTuple *args = as_handle(self)->args;
    return tl_incref(args == NULL ? rt->empty_tuple : tl_from_obj(args));
}

const TlGetSetDef tl_handle_getsets[] = {
    {"_callback", get_callback, NULL, NULL},
    {"_args", get_args, NULL, NULL},
    {0},
};
