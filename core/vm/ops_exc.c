// ops_exc.c — raise, except and except*.
// SPDX-License-Identifier: MIT
#include "object/exc_impl.h"
#include "vm/vm_impl.h"

void tl_op_push_exc_info(TlRuntime *rt, TlFrame *f)
{
    TlExcState *state = rt->exc_state;
    TlValue exc = f->sp[-1];
    f->sp[-1] = tl_has_value(state->exc) ? state->exc : TL_NONE;
    state->exc = tl_incref(exc);
    tl_push(f, exc);
}

static void set_handled(TlRuntime *rt, TlValue exc)
{
    TlValue old = rt->exc_state->exc;
    rt->exc_state->exc = exc;
    tl_decref(rt, old);
}

void tl_op_pop_except(TlRuntime *rt, TlFrame *f)
{
    TlValue prev = tl_pop(f);
    set_handled(rt, tl_is_none(prev) ? TL_NO_VALUE : prev);
}

// ---- matching

static bool is_exception_class(TlRef v)
{
    return tl_is_obj(v) && (tl_as_obj(v)->type->flags & TL_TYPE_IS_TYPE) &&
           (((TlType *)tl_as_obj(v))->flags & TL_TYPE_IS_EXC);
}

// [want] is a class or a (nested) tuple of classes.
static bool matches(TlRef exc, TlRef want)
{
    if (tl_is_tuple(want)) {
        const TlTuple *classes = tl_as_tuple(want);
        for (int64_t i = 0; i < classes->len; i++) {
            if (matches(exc, classes->items[i])) {
                return true;
            }
        }
        return false;
    }
    return is_exception_class(want) &&
           tl_exc_is(exc, (TlType *)tl_as_obj(want));
}

static TlStatus check_classes(TlRuntime *rt, TlRef want, bool star)
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
    if (check_classes(rt, want, false) != TL_OK) {
        return TL_RAISED;
    }
    return tl_replace(rt, f, 1, tl_bool(matches(f->sp[-2], want)));
}

// ---- except*

static bool is_group(TlRuntime *rt, TlRef exc)
{
    return tl_exc_is(exc, rt->exc.BaseExceptionGroup);
}

// BaseExceptionGroup("", excs) or ExceptionGroup, as its constructor decides.
static TlValue make_group(TlRuntime *rt, TlRef excs)
{
    TlRef args[] = {rt->empty_str, excs};
    return tl_call(rt, tl_from_obj(rt->exc.BaseExceptionGroup), args, 2, NULL);
}

// A naked exception is caught as a group of one.
static TlValue wrap(TlRuntime *rt, TlRef exc)
{
    TlTuple *one = tl_tuple_from(rt, &exc, 1);
    if (one == NULL) {
        return TL_NO_VALUE;
    }
    TlValue group = make_group(rt, tl_from_obj(one));
    tl_release(rt, one);
    if (tl_has_value(group)) {
        TlExc *g = (TlExc *)tl_as_obj(group);
        tl_decref(rt, g->traceback);
        g->traceback = tl_incref(((TlExc *)tl_as_obj(exc))->traceback);
    }
    return group;
}

// Splits the group [exc]: both parts owned.
static TlStatus split(TlRuntime *rt, TlRef exc, TlRef want, TlValue *match,
                      TlValue *rest)
{
    TlStr *name = tl_intern_cstr(rt, "split");
    if (name == NULL) {
        return TL_RAISED;
    }
    TlValue pair = tl_call_method(rt, exc, name, &want, 1);
    tl_release(rt, name);
    if (!tl_has_value(pair)) {
        return TL_RAISED;
    }
    bool fine = tl_is_tuple(pair) && tl_as_tuple(pair)->len >= 2;
    if (fine) {
        *match = tl_incref(tl_as_tuple(pair)->items[0]);
        *rest = tl_incref(tl_as_tuple(pair)->items[1]);
    } else {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "%T.split must return a 2-tuple", exc);
    }
    tl_decref(rt, pair);
    return fine ? TL_OK : TL_RAISED;
}

static TlStatus match_group(TlRuntime *rt, TlRef exc, TlRef want,
                            TlValue *match, TlValue *rest)
{
    *match = *rest = TL_NONE;
    if (tl_is_none(exc)) {
        return TL_OK;
    }
    if (matches(exc, want)) {
        *match = is_group(rt, exc) ? tl_incref(exc) : wrap(rt, exc);
        return tl_has_value(*match) ? TL_OK : TL_RAISED;
    }
    if (is_group(rt, exc)) {
        return split(rt, exc, want, match, rest);
    }
    *rest = tl_incref(exc);
    return TL_OK;
}

TlStatus tl_op_check_eg_match(TlRuntime *rt, TlFrame *f)
{
    TlRef exc = f->sp[-2], want = f->sp[-1];
    TlValue match, rest;
    if (check_classes(rt, want, true) != TL_OK ||
        match_group(rt, exc, want, &match, &rest) != TL_OK) {
        return TL_RAISED;
    }
    if (!tl_is_none(match)) {
        set_handled(rt, tl_incref(match));
    }
    tl_drop(rt, f);
    tl_drop(rt, f);
    tl_push(f, rest);
    tl_push(f, match);
    return TL_OK;
}

// Was [e] only taken apart, not raised anew? Then it still has what [orig] has.
static bool is_part_of(TlRuntime *rt, TlRef e, TlRef orig)
{
    if (!is_group(rt, e)) {
        return false;
    }
    const TlExc *a = (TlExc *)tl_as_obj(e), *b = (TlExc *)tl_as_obj(orig);
    return a->traceback == b->traceback && a->cause == b->cause &&
           a->context == b->context;
}

static TlStatus collect_leaves(TlRuntime *rt, TlRef exc, TlList *out)
{
    if (!is_group(rt, exc)) {
        return tl_list_append(rt, out, exc);
    }
    TlTuple *excs =
        tl_as_tuple(((TlExc *)tl_as_obj(exc))->extra[TL_EXTRA_GROUP_EXCS]);
    for (int64_t i = 0; i < excs->len; i++) {
        if (collect_leaves(rt, excs->items[i], out) != TL_OK) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

// self is the list of leaves.
static TlValue is_leaf(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                       TlTuple *kwnames)
{
    const TlList *leaves = tl_as_list(self);
    for (int64_t i = 0; i < leaves->len; i++) {
        if (leaves->items[i] == args[0]) {
            return TL_TRUE;
        }
    }
    return TL_FALSE;
}

// [orig] cut down to the leaves of [parts]: keeps its shape. None for none.
static TlValue project(TlRuntime *rt, TlRef orig, TlList *parts)
{
    static const TlNativeDef def = {"is_leaf", is_leaf, TL_FN_ONE, "(exc, /)",
                                    NULL};
    TlList *leaves = tl_list_new(rt, 0);
    if (leaves == NULL) {
        return TL_NO_VALUE;
    }
    TlStatus status = TL_OK;
    for (int64_t i = 0; i < parts->len && status == TL_OK; i++) {
        status = collect_leaves(rt, parts->items[i], leaves);
    }
    TlValue result = TL_NO_VALUE, test = TL_NO_VALUE;
    TlStr *name = tl_intern_cstr(rt, "subgroup");
    if (status == TL_OK && name != NULL) {
        test = tl_native_new(rt, &def, tl_from_obj(leaves), NULL);
    }
    if (tl_has_value(test)) {
        result = tl_call_method(rt, orig, name, &test, 1);
    }
    tl_decref(rt, test);
    tl_release(rt, name);
    tl_release(rt, leaves);
    return result;
}

// What is left to raise after the clauses of an except* ran: [excs] are what
// they raised or did not match.
static TlValue combine(TlRuntime *rt, TlRef orig, TlList *excs, TlList *raised,
                       TlList *reraised)
{
    for (int64_t i = 0; i < excs->len; i++) {
        TlRef e = excs->items[i];
        if (!tl_is_none(e) &&
            tl_list_append(rt, is_part_of(rt, e, orig) ? reraised : raised,
                           e) != TL_OK) {
            return TL_NO_VALUE;
        }
    }
    TlValue kept = reraised->len > 0 ? project(rt, orig, reraised) : TL_NONE;
    if (raised->len == 0 || !tl_has_value(kept)) {
        return kept;
    }
    if (!tl_is_none(kept) && tl_list_append_steal(rt, raised, kept) != TL_OK) {
        return TL_NO_VALUE;
    }
    return raised->len == 1 ? tl_incref(raised->items[0])
                            : make_group(rt, tl_from_obj(raised));
}

static TlValue prepare_reraise(TlRuntime *rt, TlRef orig, TlList *excs)
{
    if (excs->len == 0) {
        return TL_NONE;
    }
    if (!is_group(rt, orig)) {
        return tl_incref(excs->items[0]);
    }
    TlList *raised = tl_list_new(rt, 0);
    TlList *reraised = raised == NULL ? NULL : tl_list_new(rt, 0);
    TlValue result = reraised == NULL
                         ? TL_NO_VALUE
                         : combine(rt, orig, excs, raised, reraised);
    tl_release(rt, raised);
    tl_release(rt, reraised);
    return result;
}

TlStatus tl_op_prep_reraise_star(TlRuntime *rt, TlFrame *f)
{
    return tl_replace(rt, f, 2, prepare_reraise(rt, f->sp[-2],
                                                tl_as_list(f->sp[-1])));
}

// ---- raise

// The traceback keeps the line of the first raise; where the handler of a
// reraised exception is depends on the RERAISE itself.
TlFlow tl_op_reraise(TlRuntime *rt, TlFrame *f, int lasti_at)
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
