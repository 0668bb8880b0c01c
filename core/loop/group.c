// group.c — gather: one future for the outcomes of many.
// SPDX-License-Identifier: MIT
//
// The outer future counts its children down through done-callbacks of their
// own kind (GATHER_CHILD), so no callable is made per child. The same child may
// stand at several places; it gets one callback.
#include "loop/group.h"

#include "base/check.h"
#include "loop/methods.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/str.h"

typedef struct TlGathering {
    TlFuture future;
    TlTuple *children;   // in the order of the results
    int64_t different;   // children counted once each
    int64_t finished;
    bool return_exceptions;
    bool cancel_requested;
} TlGathering;

TlFuture *tl_ensure_future(TlRuntime *rt, TlRef awaitable, TlLoop *loop)
{
    if (tl_is_future(rt, awaitable)) {
        TlFuture *fut = (TlFuture *)tl_as_obj(awaitable);
        if (loop != NULL && fut->loop != loop) {
            tl_raise(rt, rt->exc.ValueError,
                     "The future belongs to a different loop than the one "
                     "specified as the loop argument");
            return NULL;
        }
        return tl_retain(fut);
    }
    if (loop == NULL) {
        loop = rt->loops->running;
    }
    if (loop == NULL) {
        tl_raise(rt, rt->exc.RuntimeError, "no running event loop");
        return NULL;
    }
    return (TlFuture *)tl_task_new(rt, loop, awaitable, NULL, TL_NO_VALUE);
}

// ---- making

TlFuture *tl_gather_new(TlRuntime *rt, TlLoop *loop, bool return_exceptions)
{
    TlValue value =
        rt->loops->future->slots.new_(rt, rt->loops->gathering, NULL, 0, NULL);
    if (!tl_has_value(value)) {
        return NULL;
    }
    TlGathering *outer = (TlGathering *)tl_as_obj(value);
    tl_future_init(rt, &outer->future, loop, "gather");
    tl_trace_emit2(&rt->trace, TL_EV_FUTURE_CREATE, outer->future.id,
                   outer->future.what, 0);
    outer->return_exceptions = return_exceptions;
    return &outer->future;
}

TlStatus tl_gather_watch(TlRuntime *rt, TlFuture *fut, TlFuture *child)
{
    ((TlGathering *)fut)->different++;
    return tl_future_add_action(rt, child, TL_HANDLE_GATHER_CHILD,
                                tl_from_obj(fut), TL_NO_VALUE);
}

void tl_gather_begin(TlFuture *fut, TlTuple *children)
{
    TlGathering *outer = (TlGathering *)fut;
    TL_ASSERT(outer->children == NULL, "a group begins once");
    outer->children = tl_retain(children);
}

// ---- a child is done

// The CancelledError that stands for a cancelled child in the results.
static TlValue cancelled_result(TlRuntime *rt, TlFuture *child)
{
    TlRef message = child->cancel_message;
    if (!tl_is_none(message)) {
        return tl_exc_new(rt, rt->exc.CancelledError, message);
    }
    return tl_exc_new(rt, rt->exc.CancelledError, rt->empty_str);
}

// What a child contributes with return_exceptions, or its result. Owned.
static TlValue child_outcome(TlRuntime *rt, TlFuture *child)
{
    if (child->state == TL_FUTURE_CANCELLED) {
        return cancelled_result(rt, child);
    }
    TlValue exc = tl_future_exception(rt, child);
    return tl_is_none(exc) ? tl_future_result(rt, child) : exc;
}

static TlFuture *child_at(const TlGathering *outer, int64_t i)
{
    return (TlFuture *)tl_as_obj(outer->children->items[i]);
}

static TlList *collect(TlRuntime *rt, TlGathering *outer)
{
    TlList *results = tl_list_new(rt, outer->children->len);
    for (int64_t i = 0; results != NULL && i < outer->children->len; i++) {
        TlValue item = child_outcome(rt, child_at(outer, i));
        if (!tl_has_value(item) ||
            tl_list_append_steal(rt, results, item) != TL_OK) {
            tl_release(rt, results);
            return NULL;
        }
    }
    return results;
}

static TlStatus set_cancelled(TlRuntime *rt, TlGathering *outer,
                              TlFuture *child)
{
    TlValue exc = tl_future_make_cancelled(rt, child);
    if (!tl_has_value(exc)) {
        return TL_RAISED;
    }
    TlStatus status = tl_future_set_exception(rt, &outer->future, exc);
    tl_decref(rt, exc);
    return status;
}

// All are done. The outcomes count as retrieved also when the group was
// cancelled; its error is then the last argument's, as in CPython.
static TlStatus finish(TlRuntime *rt, TlGathering *outer)
{
    TlList *results = collect(rt, outer);
    if (results == NULL) {
        return TL_RAISED;
    }
    TlStatus status =
        outer->cancel_requested
            ? set_cancelled(rt, outer,
                            child_at(outer, outer->children->len - 1))
            : tl_future_set_result(rt, &outer->future, tl_from_obj(results));
    tl_release(rt, results);
    return status;
}

// Marks a child's exception as seen: the group is over, or never began.
static TlStatus ignore_outcome(TlRuntime *rt, TlFuture *child)
{
    if (child->state != TL_FUTURE_CANCELLED) {
        tl_decref(rt, tl_future_exception(rt, child));
    }
    return TL_OK;
}

TlStatus tl_gather_child_done(TlRuntime *rt, TlRef outer_ref, TlRef child_ref)
{
    TlGathering *outer = (TlGathering *)tl_as_obj(outer_ref);
    TlFuture *child = (TlFuture *)tl_as_obj(child_ref);
    outer->finished++;
    if (outer->children == NULL || tl_future_done(&outer->future)) {
        return ignore_outcome(rt, child);
    }
    if (!outer->return_exceptions) {
        if (child->state == TL_FUTURE_CANCELLED) {
            return set_cancelled(rt, outer, child);
        }
        TlValue exc = tl_future_exception(rt, child);
        if (!tl_is_none(exc)) {
            TlStatus status = tl_future_set_exception(rt, &outer->future, exc);
            tl_decref(rt, exc);
            return status;
        }
    }
    if (outer->finished < outer->different) {
        return TL_OK;
    }
    return finish(rt, outer);
}

// ---- cancelling the group

static int cancel_child(TlRuntime *rt, TlFuture *child, TlRef message)
{
    if (tl_is_task(rt, tl_from_obj(child))) {
        return tl_task_cancel(rt, (TlTask *)child, message);
    }
    if (child->ob.type == rt->loops->gathering) {
        return tl_gather_cancel(rt, child, message);
    }
    return tl_future_cancel(rt, child, message);
}

int tl_gather_cancel(TlRuntime *rt, TlFuture *fut, TlRef message)
{
    TlGathering *outer = (TlGathering *)fut;
    if (tl_future_done(fut)) {
        return 0;
    }
    if (tl_enter_native(rt, "") != TL_OK) {
        return -1;
    }
    int any = 0;
    for (int64_t i = 0; i < outer->children->len && any >= 0; i++) {
        int one = cancel_child(
            rt, (TlFuture *)tl_as_obj(outer->children->items[i]), message);
        any = one < 0 ? -1 : any | one;
    }
    tl_leave_native(rt);
    if (any > 0) {
        // The outcome is decided when the last child is done.
        outer->cancel_requested = true;
    }
    return any;
}

// ---- the object

static void gathering_clear(TlRuntime *rt, TlObject *self)
{
    TlGathering *outer = (TlGathering *)self;
    tl_future_drop(rt, &outer->future);
    TL_CLEAR_PTR(rt, outer->future.dict);
    TL_CLEAR_PTR(rt, outer->children);
}

static void gathering_free(TlRuntime *rt, TlObject *self)
{
    tl_gc_untrack(rt, self);
    gathering_clear(rt, self);
    tl_object_free(rt, self);
}

static void gathering_traverse(TlObject *self, TlVisit visit, void *arg)
{
    tl_future_traverse(self, visit, arg);
    tl_visit_ptr(((TlGathering *)self)->children, visit, arg);
}

static const TlSlots gathering_slots = {
    .free = gathering_free,
    .traverse = gathering_traverse,
    .clear = gathering_clear,
};

const TlTypeSpec tl_gathering_spec = {
    .name = "_GatheringFuture",
    .module = "asyncio.tasks",
    .doc = "The future that gather() returns.",
    .size = sizeof(TlGathering),
    .dict_offset = offsetof(TlFuture, dict),
    .flags = TL_TYPE_GC | TL_TYPE_DICT | TL_TYPE_ABSTRACT,
    .slots = &gathering_slots,
    .methods = tl_gathering_methods,
};
