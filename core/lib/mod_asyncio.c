// mod_asyncio.c — the native module _asyncio: binds core/loop to asyncio.
// SPDX-License-Identifier: MIT
//
// asyncio itself is our own Python in py/asyncio/; what is hot or needs the
// loop's inside is here. Texts for people (reprs, reports) are made by that
// Python too, through the hooks set here when it is imported.
#include "lib/modules.h"
#include "loop/group.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/str.h"
#include "vm/vm.h"

// ---- the running loop and its tasks

static TlValue running_loop(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    TlLoop *loop = rt->loops->running;
    return loop == NULL ? TL_NONE : tl_incref(tl_from_obj(loop));
}

static TlValue get_running_loop(TlRuntime *rt, TlRef self, const TlRef *args,
                                int nargs, TlTuple *kwnames)
{
    if (rt->loops->running == NULL) {
        return tl_raise(rt, rt->exc.RuntimeError, "no running event loop");
    }
    return running_loop(rt, self, args, nargs, kwnames);
}

static TlValue current_task(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    TlLoop *loop = rt->loops->running;
    if (!tl_is_none(args[0])) {
        loop = (TlLoop *)tl_as_obj(args[0]);
    } else if (loop == NULL) {
        return tl_raise(rt, rt->exc.RuntimeError, "no running event loop");
    }
    TlTask *task = tl_current_task(rt, loop);
    return task == NULL ? TL_NONE : tl_incref(tl_from_obj(task));
}

// Tasks of [loop] that are not done, oldest first.
static TlValue pending_tasks(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    TlList *list = tl_list_new(rt, 0);
    TlTask *last = rt->loops->task_list;
    while (last != NULL && last->list_next != NULL) {
        last = last->list_next;
    }
    for (TlTask *t = last; list != NULL && t != NULL; t = t->list_prev) {
        if (t->future.ob.refs > 0 && !tl_future_done(&t->future) &&
            tl_from_obj(t->future.loop) == args[0] &&
            tl_list_append(rt, list, tl_from_obj(t)) != TL_OK) {
            TL_CLEAR_PTR(rt, list);
        }
    }
    return list == NULL ? TL_NO_VALUE : tl_from_obj(list);
}

// ---- gather

static TlValue gather_new(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    int truth = tl_truth(rt, args[1]);
    TlFuture *outer = truth < 0
                          ? NULL
                          : tl_gather_new(rt, (TlLoop *)tl_as_obj(args[0]),
                                          truth > 0);
    return outer == NULL ? TL_NO_VALUE : tl_from_obj(outer);
}

static TlValue gather_watch(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    TlStatus status = tl_gather_watch(rt, (TlFuture *)tl_as_obj(args[0]),
                                      (TlFuture *)tl_as_obj(args[1]));
    return status == TL_OK ? TL_NONE : TL_NO_VALUE;
}

static TlValue gather_begin(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    (void)rt, (void)self, (void)nargs, (void)kwnames;
    tl_gather_begin((TlFuture *)tl_as_obj(args[0]), tl_as_tuple(args[1]));
    return TL_NONE;
}

static TlValue is_future(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    return tl_bool(tl_is_future(rt, args[0]));
}

// types.coroutine(): the generators of a function may be awaited. Its code is
// marked in place, so the function stays the same object.
static TlValue make_awaitable(TlRuntime *rt, TlRef self, const TlRef *args,
                              int nargs, TlTuple *kwnames)
{
    (void)rt, (void)self, (void)nargs, (void)kwnames;
    TlFunction *func = (TlFunction *)tl_as_obj(args[0]);
    TlCode *code = (TlCode *)func->code;
    if (code->flags & TL_CODE_GENERATOR) {
        code->flags |= TL_CODE_ITERABLE_COROUTINE;
    }
    return TL_NONE;
}

// ---- hooks into Python

static const char hooks_key[] = "_asyncio.hooks";

// The Python function for [what], borrowed; TL_NO_VALUE before the import.
static TlRef find_hook(TlRuntime *rt, const char *what)
{
    TlStr *key = tl_intern_cstr(rt, hooks_key);
    TlStr *name = key == NULL ? NULL : tl_intern_cstr(rt, what);
    TlRef hook = TL_NO_VALUE;
    if (name != NULL && rt->lib->state != NULL) {
        TlRef hooks = tl_dict_get_str(rt, rt->lib->state, key);
        hook = tl_has_value(hooks)
                   ? tl_dict_get_str(rt, tl_as_dict(hooks), name)
                   : TL_NO_VALUE;
    }
    tl_release(rt, key);
    tl_release(rt, name);
    return hook;
}

static TlValue call_hook(TlRuntime *rt, const char *what, const TlRef *args,
                         int nargs)
{
    TlRef hook = find_hook(rt, what);
    if (!tl_has_value(hook)) {
        return tl_raise_fmt(rt, rt->exc.RuntimeError,
                            "asyncio is being shut down (%s)", what);
    }
    return tl_call(rt, hook, args, nargs, NULL);
}

static TlValue repr_hook(TlRuntime *rt, TlRef self)
{
    return call_hook(rt, "repr", &self, 1);
}

static TlValue describe_hook(TlRuntime *rt, TlRef handle)
{
    return call_hook(rt, "describe_callback", &handle, 1);
}

static TlValue event_loop_hook(TlRuntime *rt)
{
    return call_hook(rt, "get_event_loop", NULL, 0);
}

static void report_hook(TlRuntime *rt, TlLoop *loop, TlDict *context)
{
    TlRef args[2] = {tl_from_obj(loop), tl_from_obj(context)};
    tl_decref(rt, call_hook(rt, "report", args, 2));
}

// An interrupt between two handles: a handler set by the Runner may cancel the
// main task instead of raising. The pending KeyboardInterrupt is its to take.
static int interrupt_hook(TlRuntime *rt, TlLoop *loop)
{
    TlRef handler = find_hook(rt, "on_interrupt");
    if (!tl_has_value(handler) || tl_is_none(handler)) {
        return 0;
    }
    TlValue exc = tl_fetch(rt);
    TlRef arg = tl_from_obj(loop);
    TlValue handled = tl_call(rt, handler, &arg, 1, NULL);
    int truth = tl_has_value(handled) ? tl_truth(rt, handled) : -1;
    tl_decref(rt, handled);
    if (truth == 0) {
        tl_restore(rt, exc);
        return 0;
    }
    tl_decref(rt, exc);
    return truth;
}

// _set_hook(name, function)
static TlValue set_hook(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                        TlTuple *kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    TlStr *key = tl_intern_cstr(rt, hooks_key);
    if (key == NULL) {
        return TL_NO_VALUE;
    }
    TlRef hooks = tl_dict_get_str(rt, rt->lib->state, key);
    TlStatus status =
        tl_dict_set_str(rt, tl_as_dict(hooks), tl_as_str(args[0]), args[1]);
    tl_release(rt, key);
    return status == TL_OK ? TL_NONE : TL_NO_VALUE;
}

// Text on stderr that is not a traceback (the default exception handler).
static TlValue write_report(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    tl_lib_report_text(rt, tl_as_str(args[0]), args[1]);
    return TL_NONE;
}

static TlStatus install_hooks(TlRuntime *rt)
{
    TlDict *hooks = tl_dict_new(rt);
    if (hooks == NULL) {
        return TL_RAISED;
    }
    TlStatus status =
        tl_dict_set_cstr(rt, rt->lib->state, hooks_key, tl_from_obj(hooks));
    tl_release(rt, hooks);
    rt->loops->repr = repr_hook;
    rt->loops->describe_callback = describe_hook;
    rt->loops->get_event_loop = event_loop_hook;
    rt->loops->report = report_hook;
    rt->loops->on_interrupt = interrupt_hook;
    return status;
}

// ---- the module

static const TlNativeDef functions[] = {
    {"_get_running_loop", running_loop, TL_FN_NOARGS, "()",
     "The running event loop or None."},
    {"get_running_loop", get_running_loop, TL_FN_NOARGS, "()",
     "Return the running event loop.  Raise a RuntimeError if there is none."},
    {"current_task", current_task, TL_FN_SIG, "(loop=None)",
     "Return a currently executed task."},
    {"_pending_tasks", pending_tasks, TL_FN_ONE, "(loop, /)", NULL},
    {"_gather_new", gather_new, TL_FN_SIG, "(loop, return_exceptions, /)",
     NULL},
    {"_gather_watch", gather_watch, TL_FN_SIG, "(outer, child, /)", NULL},
    {"_gather_begin", gather_begin, TL_FN_SIG, "(outer, children, /)", NULL},
    {"isfuture", is_future, TL_FN_ONE, "(obj, /)",
     "Return True if obj is a Future."},
    {"_make_awaitable", make_awaitable, TL_FN_ONE, "(func, /)", NULL},
    {"_set_hook", set_hook, TL_FN_SIG, "(name, function, /)", NULL},
    {"_write_report", write_report, TL_FN_SIG, "(text, exc, /)", NULL},
    {0},
};

TlStatus tl_init__asyncio(TlRuntime *rt, TlModule *module)
{
    TlLoops *loops = rt->loops;
    struct {
        const char *name;
        TlType *type;
    } types[] = {
        {"Future", loops->future},
        {"Task", loops->task},
        {"Handle", loops->handle},
        {"TimerHandle", loops->timer_handle},
        {"_Loop", loops->loop},
        {"_ref", rt->types.weakref},
        {"CancelledError", rt->exc.CancelledError},
        {"InvalidStateError", rt->exc.InvalidStateError},
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        if (tl_dict_set_cstr(rt, module->dict, types[i].name,
                             tl_from_obj(types[i].type)) != TL_OK) {
            return TL_RAISED;
        }
    }
    return install_hooks(rt) != TL_OK
               ? TL_RAISED
               : tl_module_add_functions(rt, tl_from_obj(module), functions);
}
