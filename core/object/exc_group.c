// exc_group.c — BaseExceptionGroup and ExceptionGroup.
// SPDX-License-Identifier: MIT
//
// A group is a message and a tuple of exceptions, some of which may be groups.
// Splitting keeps the shape of the tree: each part is a tree of groups made by
// derive(), with the original's traceback, cause, context and notes.
#include "object/exc_impl.h"

#include "object/builtin_args.h"
#include "object/class.h"
#include "object/dict.h"
#include "object/list.h"
#include "object/str.h"
#include "object/type_impl.h"

static TlTuple *excs_of(TlRef group)
{
    return tl_as_tuple(tl_as_exc(group)->extra[TL_EXTRA_GROUP_EXCS]);
}

static bool is_group(TlRuntime *rt, TlRef v)
{
    return tl_exc_is(v, rt->exc.BaseExceptionGroup);
}

// ---- construction

// The exceptions as a tuple; *nested_base: one is no Exception.
static TlTuple *take_exceptions(TlRuntime *rt, TlRef arg, bool *nested_base)
{
    TlType *kind = tl_type_of(rt, arg);
    bool sequence = kind->slots.getitem != NULL &&
                    !(kind->flags & TL_TYPE_IS_DICT);
    if (!sequence) {
        tl_raise(rt, rt->exc.TypeError,
                 "second argument (exceptions) must be a sequence");
        return NULL;
    }
    TlTuple *excs = tl_tuple_from_iter(rt, arg);
    if (excs == NULL) {
        return NULL;
    }
    if (excs->len == 0) {
        tl_raise(rt, rt->exc.ValueError,
                 "second argument (exceptions) must be a non-empty sequence");
    }
    *nested_base = false;
    for (int64_t i = 0; i < excs->len && !tl_raised(rt); i++) {
        if (!tl_exc_is(excs->items[i], rt->exc.BaseException)) {
            tl_raise_fmt(rt, rt->exc.ValueError,
                         "Item %lld of second argument (exceptions) is not an "
                         "exception",
                         (long long)i);
        } else if (!tl_exc_is(excs->items[i], rt->exc.Exception)) {
            *nested_base = true;
        }
    }
    if (tl_raised(rt)) {
        tl_release(rt, excs);
        return NULL;
    }
    return excs;
}

// BaseExceptionGroup of Exceptions only is made an ExceptionGroup; an
// Exception must not hide a BaseException. NULL = raised.
static TlType *choose_type(TlRuntime *rt, TlType *type, bool nested_base)
{
    if (type == rt->exc.BaseExceptionGroup) {
        return nested_base ? type : rt->exc.ExceptionGroup;
    }
    if (!nested_base || !tl_is_subtype(type, rt->exc.Exception)) {
        return type;
    }
    if (type == rt->exc.ExceptionGroup) {
        tl_raise(rt, rt->exc.TypeError,
                 "Cannot nest BaseExceptions in an ExceptionGroup");
    } else {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "Cannot nest BaseExceptions in '%s'", type->name);
    }
    return NULL;
}

static TlValue group_new(TlRuntime *rt, TlType *type, const TlRef *args,
                         int nargs, TlTuple *kwnames)
{
    if (nargs != 2) {
        return tl_raise_fmt(
            rt, rt->exc.TypeError,
            "BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)",
            nargs);
    }
    if (!tl_is_str(args[0])) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "BaseExceptionGroup.__new__() argument 1 must be "
                            "str, not %T",
                            args[0]);
    }
    bool nested_base;
    TlTuple *excs = take_exceptions(rt, args[1], &nested_base);
    if (excs == NULL) {
        return TL_NO_VALUE;
    }
    type = choose_type(rt, type, nested_base);
    TlValue self = TL_NO_VALUE;
    if (type != NULL) {
        self = tl_exc_new_slot(rt, type, args, nargs, kwnames);
    }
    if (tl_has_value(self)) {
        tl_exc_set_extra(rt, tl_as_exc(self), TL_EXTRA_GROUP_MSG, args[0]);
        tl_exc_set_extra(rt, tl_as_exc(self), TL_EXTRA_GROUP_EXCS,
                         tl_from_obj(excs));
    }
    tl_release(rt, excs);
    return self;
}

static TlStatus group_init(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    if (tl_check_no_keywords(rt, tl_type_of(rt, self)->name, kwnames) !=
        TL_OK) {
        return TL_RAISED;
    }
    return tl_exc_set_args(rt, self, args, nargs);
}

static TlValue group_str(TlRuntime *rt, TlRef self)
{
    int64_t n = excs_of(self)->len;
    return tl_str_fmt(rt, "%S (%lld sub-exception%s)",
                      tl_as_exc(self)->extra[TL_EXTRA_GROUP_MSG],
                      (long long)n, n == 1 ? "" : "s");
}

// ---- derive, split, subgroup

static TlValue group_derive(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    TlRef parts[] = {tl_as_exc(self)->extra[TL_EXTRA_GROUP_MSG], args[0]};
    return tl_call(rt, tl_from_obj(rt->exc.BaseExceptionGroup), parts, 2,
                   NULL);
}

static TlStatus copy_notes(TlRuntime *rt, TlRef from, TlRef to)
{
    TlStr *name = TL_NAME(rt, __notes__);
    TlValue notes;
    int found = tl_getattr_opt(rt, from, name, &notes);
    if (found != 1) {
        return found < 0 ? TL_RAISED : TL_OK;
    }
    TlStatus status = TL_OK;
    TlType *kind = tl_type_of(rt, notes);
    if (kind->flags & TL_TYPE_SEQUENCE) {
        TlList *copy = tl_list_from_iter(rt, notes);
        status = copy == NULL ? TL_RAISED
                              : tl_setattr(rt, to, name, tl_from_obj(copy));
        tl_release(rt, copy);
    }
    tl_decref(rt, notes);
    return status;
}

// A group of [excs] with everything else from [group]; None for none.
static TlValue subset(TlRuntime *rt, TlRef group, TlList *excs)
{
    if (excs->len == 0) {
        return TL_NONE;
    }
    static const char method[] = "derive";
    TlStr *name = tl_intern_cstr(rt, method);
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
        tl_decref(rt, made);
        return TL_NO_VALUE;
    }
    const TlExc *from = tl_as_exc(group);
    TlExc *to = tl_as_exc(made);
    to->traceback = tl_incref(from->traceback);
    to->context = tl_incref(from->context);
    to->cause = tl_incref(from->cause);
    to->suppress_context = tl_has_value(from->cause);
    if (copy_notes(rt, group, made) != TL_OK) {
        tl_decref(rt, made);
        return TL_NO_VALUE;
    }
    return made;
}

// A condition is a type, a tuple of types, or a function.
typedef struct Condition {
    TlRef arg;
    bool is_function;
} Condition;

static bool is_exc_class(TlRuntime *rt, TlRef v)
{
    return tl_is_obj(v) && (tl_as_obj(v)->type->flags & TL_TYPE_IS_TYPE) &&
           (((TlType *)(void *)tl_as_obj(v))->flags & TL_TYPE_IS_EXC);
}

static bool is_condition_tuple(TlRuntime *rt, TlRef v)
{
    if (!tl_is_tuple(v)) {
        return false;
    }
    TlTuple *tuple = tl_as_tuple(v);
    for (int64_t i = 0; i < tuple->len; i++) {
        if (!is_exc_class(rt, tuple->items[i])) {
            return false;
        }
    }
    return true;
}

static TlStatus read_condition(TlRuntime *rt, TlRef arg, Condition *out)
{
    out->arg = arg;
    out->is_function = tl_type_of(rt, arg) == rt->types.function;
    if (out->is_function || is_exc_class(rt, arg) ||
        is_condition_tuple(rt, arg)) {
        return TL_OK;
    }
    tl_raise(rt, rt->exc.TypeError,
             "expected a function, exception type or tuple of exception types");
    return TL_RAISED;
}

static int matches(TlRuntime *rt, TlRef exc, const Condition *condition)
{
    if (!condition->is_function) {
        return tl_isinstance(rt, exc, condition->arg);
    }
    TlValue answer = tl_call1(rt, condition->arg, exc);
    int truth = tl_has_value(answer) ? tl_truth(rt, answer) : -1;
    tl_decref(rt, answer);
    return truth;
}

static TlStatus split(TlRuntime *rt, TlRef exc, const Condition *condition,
                      TlValue *match, TlValue *rest);

// Appends what is there; None and absent are not. Consumes [exc].
static TlStatus append_part(TlRuntime *rt, TlList *list, TlValue exc)
{
    TlStatus status = TL_OK;
    if (tl_has_value(exc) && !tl_is_none(exc)) {
        status = tl_list_append(rt, list, exc);
    }
    tl_decref(rt, exc);
    return status;
}

static TlStatus split_members(TlRuntime *rt, TlTuple *excs,
                              const Condition *condition, TlList *yes,
                              TlList *no)
{
    for (int64_t i = 0; i < excs->len; i++) {
        TlValue match, rest;
        if (split(rt, excs->items[i], condition, &match, &rest) != TL_OK) {
            return TL_RAISED;
        }
        TlStatus status = append_part(rt, yes, match);
        if (append_part(rt, no, rest) != TL_OK || status != TL_OK) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

static TlStatus split_group(TlRuntime *rt, TlRef group,
                            const Condition *condition, TlValue *match,
                            TlValue *rest)
{
    TlList *yes = tl_list_new(rt, 0), *no = tl_list_new(rt, 0);
    TlTuple *excs = tl_retain(excs_of(group));
    TlStatus status = TL_RAISED;
    if (yes != NULL && no != NULL &&
        split_members(rt, excs, condition, yes, no) == TL_OK) {
        *match = subset(rt, group, yes);
        if (tl_has_value(*match)) {
            *rest = subset(rt, group, no);
            status = tl_has_value(*rest) ? TL_OK : TL_RAISED;
        }
        if (status != TL_OK) {
            tl_clear(rt, match);
        }
    }
    tl_release(rt, excs);
    tl_release(rt, yes);
    tl_release(rt, no);
    return status;
}

// Both results owned; None for nothing.
static TlStatus split(TlRuntime *rt, TlRef exc, const Condition *condition,
                      TlValue *match, TlValue *rest)
{
    *match = *rest = TL_NONE;
    int whole = matches(rt, exc, condition);
    if (whole < 0) {
        return TL_RAISED;
    }
    if (whole) {
        *match = tl_incref(exc);
        return TL_OK;
    }
    if (!is_group(rt, exc)) {
        *rest = tl_incref(exc);
        return TL_OK;
    }
    if (tl_enter_native(rt, " in exceptiongroup_split_recursive") != TL_OK) {
        return TL_RAISED;
    }
    TlStatus status = split_group(rt, exc, condition, match, rest);
    tl_leave_native(rt);
    return status;
}

static TlValue group_split(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    Condition condition;
    TlValue match, rest;
    if (read_condition(rt, args[0], &condition) != TL_OK ||
        split(rt, self, &condition, &match, &rest) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlValue pair = tl_tuple_pack2(rt, match, rest);
    tl_decref(rt, match);
    tl_decref(rt, rest);
    return pair;
}

static TlValue group_subgroup(TlRuntime *rt, TlRef self, const TlRef *args,
                              int nargs, TlTuple *kwnames)
{
    Condition condition;
    TlValue match, rest;
    if (read_condition(rt, args[0], &condition) != TL_OK ||
        split(rt, self, &condition, &match, &rest) != TL_OK) {
        return TL_NO_VALUE;
    }
    tl_decref(rt, rest);
    return match;
}

const TlNativeDef tl_group_methods[] = {
    {"derive", group_derive, TL_FN_ONE, "($self, excs, /)", NULL},
    {"split", group_split, TL_FN_ONE, "($self, condition, /)", NULL},
    {"subgroup", group_subgroup, TL_FN_ONE, "($self, condition, /)", NULL},
    {NULL, NULL, 0, NULL, NULL},
};

const TlGetSetDef tl_group_getsets[] = {
    TL_EXTRA_READONLY("message", TL_EXTRA_GROUP_MSG),
    TL_EXTRA_READONLY("exceptions", TL_EXTRA_GROUP_EXCS),
    {NULL, NULL, NULL, NULL},
};

const TlSlots tl_group_slots = {
    .new_ = group_new,
    .init = group_init,
    .str = group_str,
};
