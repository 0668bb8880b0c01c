// ops_except_star.c — except*: groups taken apart and put together again.
// SPDX-License-Identifier: MIT
//
// CPython's exception_group_match and _PyExc_PrepReraiseStar. What no clause
// matched and what clauses raised again unchanged becomes one group with the
// shape of the original; new exceptions stand beside it.
#include "vm/ops_exc.h"

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
    if (tl_exc_matches(exc, want)) {
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
    if (tl_check_exc_classes(rt, want, true) != TL_OK ||
        match_group(rt, exc, want, &match, &rest) != TL_OK) {
        return TL_RAISED;
    }
    if (!tl_is_none(match)) {
        tl_set_handled(rt, tl_incref(match));
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

static bool is_among(const TlList *list, TlRef exc)
{
    for (int64_t i = 0; i < list->len; i++) {
        if (list->items[i] == exc) {
            return true;
        }
    }
    return false;
}

static void copy_field(TlRuntime *rt, TlValue *to, TlRef from)
{
    TlValue old = *to;
    *to = tl_incref(from);
    tl_decref(rt, old);
}

static TlStatus copy_notes(TlRuntime *rt, TlRef from, TlRef to)
{
    TlValue notes;
    int found = tl_getattr_opt(rt, from, TL_NAME(rt, __notes__), &notes);
    if (found <= 0) {
        return found < 0 ? TL_RAISED : TL_OK;
    }
    TlStatus status = TL_OK;
    if (tl_is_list(notes)) {
        TlList *copy = tl_list_from_iter(rt, notes);
        status = copy == NULL ? TL_RAISED
                              : tl_setattr(rt, to, TL_NAME(rt, __notes__),
                                           tl_from_obj(copy));
        tl_release(rt, copy);
    }
    tl_decref(rt, notes);
    return status;
}

// A group like [group] of other exceptions: group.derive(excs), with all that
// says where it came from.
static TlValue derive(TlRuntime *rt, TlRef group, TlList *excs)
{
    TlStr *name = tl_intern_cstr(rt, "derive");
    if (name == NULL) {
        return TL_NO_VALUE;
    }
    TlRef arg = tl_from_obj(excs);
    TlValue made = tl_call_method(rt, group, name, &arg, 1);
    tl_release(rt, name);
    if (!tl_has_value(made)) {
        return TL_NO_VALUE;
    }
    if (!is_group(rt, made)) {
        tl_raise(rt, rt->exc.TypeError,
                 "derive must return an instance of BaseExceptionGroup");
        tl_clear(rt, &made);
        return made;
    }
    TlExc *to = tl_as_exc(made);
    const TlExc *from = tl_as_exc(group);
    copy_field(rt, &to->traceback, from->traceback);
    copy_field(rt, &to->context, from->context);
    copy_field(rt, &to->cause, from->cause);
    to->suppress_context = true;
    if (copy_notes(rt, group, made) != TL_OK) {
        tl_clear(rt, &made);
    }
    return made;
}

// [exc] cut down to the leaves among [leaves]: keeps its shape. None for none.
static TlValue keep_leaves(TlRuntime *rt, TlRef exc, TlList *leaves)
{
    if (!is_group(rt, exc)) {
        return is_among(leaves, exc) ? tl_incref(exc) : TL_NONE;
    }
    if (tl_enter_native(rt, " in except*") != TL_OK) {
        return TL_NO_VALUE;
    }
    TlList *kept = tl_list_new(rt, 0);
    TlStatus status = kept == NULL ? TL_RAISED : TL_OK;
    const TlTuple *excs =
        tl_as_tuple(tl_as_exc(exc)->extra[TL_EXTRA_GROUP_EXCS]);
    for (int64_t i = 0; i < excs->len && status == TL_OK; i++) {
        TlValue part = keep_leaves(rt, excs->items[i], leaves);
        if (!tl_has_value(part)) {
            status = TL_RAISED;
        } else if (!tl_is_none(part)) {
            status = tl_list_append_steal(rt, kept, part);
        }
    }
    tl_leave_native(rt);
    TlValue result = status != TL_OK ? TL_NO_VALUE
                     : kept->len == 0 ? TL_NONE
                                      : derive(rt, exc, kept);
    tl_release(rt, kept);
    return result;
}

static TlValue project(TlRuntime *rt, TlRef orig, TlList *parts)
{
    TlList *leaves = tl_list_new(rt, 0);
    TlStatus status = leaves == NULL ? TL_RAISED : TL_OK;
    for (int64_t i = 0; i < parts->len && status == TL_OK; i++) {
        status = collect_leaves(rt, parts->items[i], leaves);
    }
    TlValue result = status == TL_OK ? keep_leaves(rt, orig, leaves)
                                     : TL_NO_VALUE;
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
