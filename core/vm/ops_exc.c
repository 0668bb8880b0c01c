// ops_exc.c — raise and except.
// SPDX-License-Identifier: MIT
#include "vm/ops_exc.h"

void tl_op_push_exc_info(TlRuntime *rt, TlFrame *f)
{
    TlExcState *state = rt->exc_state;
    TlValue exc = f->sp[-1];
    f->sp[-1] = tl_has_value(state->exc) ? state->exc : TL_NONE;
    state->exc = tl_incref(exc);
    tl_push(f, exc);
}

void tl_set_handled(TlRuntime *rt, TlValue exc)
{
    TlValue old = rt->exc_state->exc;
    rt->exc_state->exc = exc;
    tl_decref(rt, old);
}

void tl_op_pop_except(TlRuntime *rt, TlFrame *f)
{
    TlValue prev = tl_pop(f);
    tl_set_handled(rt, tl_is_none(prev) ? TL_NO_VALUE : prev);
}

// ---- matching

static bool is_exception_class(TlRef v)
{
    return tl_is_obj(v) && (tl_as_obj(v)->type->flags & TL_TYPE_IS_TYPE) &&
           (((TlType *)tl_as_obj(v))->flags & TL_TYPE_IS_EXC);
}

bool tl_exc_matches(TlRef exc, TlRef want)
{
    if (tl_is_tuple(want)) {
        const TlTuple *classes = tl_as_tuple(want);
        for (int64_t i = 0; i < classes->len; i++) {
            if (tl_exc_matches(exc, classes->items[i])) {
                return true;
            }
        }
        return false;
    }
    return is_exception_class(want) &&
           tl_exc_is(exc, (TlType *)tl_as_obj(want));
}

TlStatus tl_check_exc_classes(TlRuntime *rt, TlRef want, bool star)
{
    int64_t n = tl_is_tuple(want) ? tl_as_tuple(want)->len : 1;
    for (int64_t i = 0; i < n; i++) {
        TlRef cls = tl_is_tuple(want) ? tl_as_tuple(want)->items[i] : want;
        if (!is_exception_class(cls)) {
            tl_raise(rt, rt->exc.TypeError,
                     "catching classes that do not inherit from "
                     "BaseException is not allowed");
            return TL_RAISED;
        }
        if (star && tl_is_subtype((TlType *)tl_as_obj(cls),
                                  rt->exc.BaseExceptionGroup)) {
            tl_raise(rt, rt->exc.TypeError,
                     "catching ExceptionGroup with except* is not allowed. "
                     "Use except instead.");
            return TL_RAISED;
        }
    }
    return TL_OK;
}

TlStatus tl_op_check_exc_match(TlRuntime *rt, TlFrame *f)
{
    TlRef want = f->sp[-1];
    if (tl_check_exc_classes(rt, want, false) != TL_OK) {
        return TL_RAISED;
    }
    return tl_replace(rt, f, 1, tl_bool(tl_exc_matches(f->sp[-2], want)));
}

// ---- raise

// The traceback keeps the line of the first raise; where the handler of a
// reraised exception is depends on the RERAISE itself.
TlFlow tl_op_reraise(TlRuntime *rt, TlFrame *f)
{
    tl_restore(rt, tl_pop(f));
    return TL_FLOW_RERAISE;
}

static TlFlow raise_again(TlRuntime *rt)
{
    TlRef exc = tl_handled(rt);
    if (!tl_has_value(exc)) {
        tl_raise(rt, rt->exc.RuntimeError,
                 "No active exception to reraise");
        return TL_FLOW_ERROR;
    }
    tl_restore(rt, tl_incref(exc));
    return TL_FLOW_RERAISE;
}

static bool is_exception(TlRef v)
{
    return tl_is_obj(v) && (tl_as_obj(v)->type->flags & TL_TYPE_IS_EXC);
}

// An instance of what is raised, owned. [message]: when it is no exception.
static TlValue to_instance(TlRuntime *rt, TlRef v, const char *message)
{
    if (is_exception(v)) {
        return tl_incref(v);
    }
    if (!is_exception_class(v)) {
        return tl_raise(rt, rt->exc.TypeError, message);
    }
    TlValue made = tl_call0(rt, v);
    if (tl_has_value(made) && !is_exception(made)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "calling %R should have returned an instance of "
                     "BaseException, not %R",
                     v, tl_from_obj(tl_type_of(rt, made)));
        tl_clear(rt, &made);
    }
    return made;
}

static TlStatus set_cause(TlRuntime *rt, TlRef exc, TlRef cause)
{
    TlValue made = TL_NO_VALUE;
    if (!tl_is_none(cause)) {
        made = to_instance(rt, cause,
                           "exception causes must derive from BaseException");
        if (!tl_has_value(made)) {
            return TL_RAISED;
        }
    }
    TlExc *e = (TlExc *)tl_as_obj(exc);
    TlValue old = e->cause;
    e->cause = made;
    e->suppress_context = true;
    tl_decref(rt, old);
    return TL_OK;
}

TlFlow tl_op_raise(TlRuntime *rt, TlFrame *f, int n)
{
    if (n == 0) {
        return raise_again(rt);
    }
    TlValue exc = to_instance(rt, f->sp[-n],
                              "exceptions must derive from BaseException");
    if (tl_has_value(exc) &&
        (n == 1 || set_cause(rt, exc, f->sp[-1]) == TL_OK)) {
        tl_raise_obj(rt, exc);
    }
    tl_decref(rt, exc);
    return TL_FLOW_ERROR;
}
