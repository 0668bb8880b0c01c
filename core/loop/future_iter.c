// future_iter.c — awaiting a future: yields it once, then gives its result.
// SPDX-License-Identifier: MIT
#include "loop/future.h"
#include "object/exc.h"

typedef struct TlFutureIter {
    TlObject ob;
    TlFuture *future;  // NULL when finished
} TlFutureIter;

TlValue tl_future_iter_new(TlRuntime *rt, TlFuture *fut)
{
    TlFutureIter *it = tl_object_new(rt, rt->loops->future_iter);
    if (it == NULL) {
        return TL_NO_VALUE;
    }
    it->future = tl_retain(fut);
    return tl_from_obj(it);
}

// FutureIter.send: the first send of a pending future yields the future itself,
// marked as awaited properly; any later one takes its result.
static TlSendStatus iter_send(TlRuntime *rt, TlRef self, TlRef value,
                              TlValue *result)
{
    (void)value;
    TlFutureIter *it = (TlFutureIter *)tl_as_obj(self);
    TlFuture *fut = it->future;
    *result = TL_NO_VALUE;
    if (fut == NULL) {
        *result = TL_NONE;
        return TL_SEND_RETURN;
    }
    if (fut->state == TL_FUTURE_PENDING) {
        if (!fut->blocking) {
            fut->blocking = true;
            *result = tl_incref(tl_from_obj(fut));
            return TL_SEND_NEXT;
        }
        tl_raise(rt, rt->exc.RuntimeError, "await wasn't used with future");
        return TL_SEND_ERROR;
    }
    it->future = NULL;
    *result = tl_future_result(rt, fut);
    tl_release(rt, fut);
    return tl_has_value(*result) ? TL_SEND_RETURN : TL_SEND_ERROR;
}

static TlValue iter_next(TlRuntime *rt, TlRef self)
{
    TlValue result;
    switch (iter_send(rt, self, TL_NONE, &result)) {
    case TL_SEND_NEXT: return result;
    case TL_SEND_RETURN:
        tl_raise_stop(rt, result);
        tl_decref(rt, result);
        return TL_NO_VALUE;
    default: return TL_NO_VALUE;
    }
}

static TlValue iter_self(TlRuntime *rt, TlRef self)
{
    (void)rt;
    return tl_incref(self);
}

static void iter_clear(TlRuntime *rt, TlObject *self)
{
    TL_CLEAR_PTR(rt, ((TlFutureIter *)self)->future);
}

static TlValue iter_send_method(TlRuntime *rt, TlRef self, const TlRef *args,
                                int nargs, TlTuple *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return iter_next(rt, self);
}

// throw(type[, value[, tb]]): the exception comes out here; the future is left.
static TlValue iter_throw(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    (void)kwnames;
    iter_clear(rt, tl_as_obj(self));
    TlRef exc = nargs > 1 && !tl_is_none(args[1]) ? args[1] : args[0];
    if (!tl_is_obj(exc) || !(tl_as_obj(exc)->type->flags & TL_TYPE_IS_EXC)) {
        return tl_raise_obj(rt, exc);
    }
    // Only comes through: what is being handled is no context of it.
    tl_restore(rt, tl_incref(exc));
    return TL_NO_VALUE;
}

static TlValue iter_close(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    iter_clear(rt, tl_as_obj(self));
    return TL_NONE;
}

static void iter_free(TlRuntime *rt, TlObject *self)
{
    tl_gc_untrack(rt, self);
    iter_clear(rt, self);
    tl_object_free(rt, self);
}

static void iter_traverse(TlObject *self, TlVisit visit, void *arg)
{
    tl_visit_ptr(((TlFutureIter *)self)->future, visit, arg);
}

static const TlSlots iter_slots = {
    .free = iter_free,
    .traverse = iter_traverse,
    .clear = iter_clear,
    .iter = iter_self,
    .next = iter_next,
    .send = iter_send,
};

static const TlNativeDef iter_methods[] = {
    {"send", iter_send_method, TL_FN_ONE, "(value, /)", NULL},
    {"throw", iter_throw, TL_FN_RAW, "(typ, val=None, tb=None, /)", NULL},
    {"close", iter_close, TL_FN_NOARGS, "()", NULL},
    {0},
};

const TlTypeSpec tl_future_iter_spec = {
    .name = "FutureIter",
    .module = "_asyncio",
    .size = sizeof(TlFutureIter),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &iter_slots,
    .methods = iter_methods,
};
