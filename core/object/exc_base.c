// exc_base.c — BaseException: memory, arguments, text, attributes.
// SPDX-License-Identifier: MIT
#include "object/exc_impl.h"

#include "object/builtin_args.h"
#include "object/dict.h"
#include "object/list.h"
#include "object/str.h"
#include "object/type_impl.h"

#define EXTRA_COUNT ((int)(sizeof((TlExc *)0)->extra / sizeof(TlValue)))

// ---- memory

static void exc_traverse(TlObject *obj, TlVisit visit, void *arg)
{
    TlExc *exc = (TlExc *)(void *)obj;
    tl_visit_ptr(exc->args, visit, arg);
    tl_visit_ptr(exc->dict, visit, arg);
    tl_visit(exc->traceback, visit, arg);
    tl_visit(exc->cause, visit, arg);
    tl_visit(exc->context, visit, arg);
    for (int i = 0; i < EXTRA_COUNT; i++) {
        tl_visit(exc->extra[i], visit, arg);
    }
}

static void exc_clear(TlRuntime *rt, TlObject *obj)
{
    TlExc *exc = (TlExc *)(void *)obj;
    TL_CLEAR_PTR(rt, exc->args);
    TL_CLEAR_PTR(rt, exc->dict);
    tl_clear(rt, &exc->traceback);
    tl_clear(rt, &exc->cause);
    tl_clear(rt, &exc->context);
    for (int i = 0; i < EXTRA_COUNT; i++) {
        tl_clear(rt, &exc->extra[i]);
    }
}

static void exc_free(TlRuntime *rt, TlObject *obj)
{
    exc_clear(rt, obj);
    tl_object_free(rt, obj);
}

TlStatus tl_exc_set_args(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs)
{
    TlTuple *tuple = nargs == 0 ? tl_tuple_new(rt, 0)
                                : tl_tuple_from(rt, args, nargs);
    if (tuple == NULL) {
        return TL_RAISED;
    }
    TlExc *exc = tl_as_exc(self);
    TlTuple *old = exc->args;
    exc->args = tuple;
    tl_release(rt, old);
    return TL_OK;
}

TlValue tl_exc_new_slot(TlRuntime *rt, TlType *type, const TlRef *args,
                        int nargs, TlTuple *kwnames)
{
    TlExc *exc = tl_object_new(rt, type);
    if (exc == NULL) {
        return TL_NO_VALUE;
    }
    exc->traceback = exc->cause = exc->context = TL_NO_VALUE;
    for (int i = 0; i < EXTRA_COUNT; i++) {
        exc->extra[i] = TL_NO_VALUE;
    }
    TlValue self = tl_from_obj(exc);
    if (tl_exc_set_args(rt, self, args, nargs) != TL_OK) {
        tl_decref(rt, self);
        return TL_NO_VALUE;
    }
    return self;
}

TlStatus tl_exc_init_slot(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    const char *name = tl_type_of(rt, self)->name;
    if (tl_check_no_keywords(rt, name, kwnames) != TL_OK) {
        return TL_RAISED;
    }
    return tl_exc_set_args(rt, self, args, nargs);
}

// ---- fields of subclasses

void tl_exc_set_extra(TlRuntime *rt, TlExc *exc, int at, TlRef value)
{
    TlValue old = exc->extra[at];
    exc->extra[at] = tl_incref(value);
    tl_decref(rt, old);
}

TlValue tl_exc_get_extra(TlRuntime *rt, TlRef self, void *closure)
{
    TlRef value = tl_as_exc(self)->extra[(uintptr_t)closure];
    return tl_has_value(value) ? tl_incref(value) : TL_NONE;
}

TlStatus tl_exc_put_extra(TlRuntime *rt, TlRef self, TlRef value,
                          void *closure)
{
    tl_exc_set_extra(rt, tl_as_exc(self), (int)(uintptr_t)closure, value);
    return TL_OK;
}

TlStatus tl_exc_take_keywords(TlRuntime *rt, TlRef self,
                              const char *const *names, int n,
                              const TlRef *values, TlTuple *kwnames)
{
    for (int k = 0; k < tl_kw_count(kwnames); k++) {
        TlStr *key = tl_as_str(kwnames->items[k]);
        int at = 0;
        while (at < n && !tl_str_is(key, names[at])) {
            at++;
        }
        if (at == n) {
            tl_raise_fmt(rt, rt->exc.TypeError,
                         "'%U' is an invalid keyword argument for %s()", key,
                         tl_type_of(rt, self)->name);
            return TL_RAISED;
        }
        tl_exc_set_extra(rt, tl_as_exc(self), at, values[k]);
    }
    return TL_OK;
}

// ---- text

TlValue tl_exc_str_slot(TlRuntime *rt, TlRef self)
{
    TlTuple *args = tl_as_exc(self)->args;
    if (args == NULL || args->len == 0) {
        return tl_str_from_cstr(rt, "");
    }
    TlValue held = tl_incref(args->len == 1 ? args->items[0]
                                            : tl_from_obj(args));
    TlValue text = tl_str(rt, held);
    tl_decref(rt, held);
    return text;
}

static TlValue exc_repr(TlRuntime *rt, TlRef self)
{
    const char *name = tl_type_of(rt, self)->name;
    TlTuple *args = tl_retain(tl_as_exc(self)->args);
    TlValue text;
    if (args != NULL && args->len == 1) {
        text = tl_str_fmt(rt, "%s(%R)", name, args->items[0]);
    } else if (args != NULL) {
        text = tl_str_fmt(rt, "%s%R", name, tl_from_obj(args));
    } else {
        text = tl_str_fmt(rt, "%s()", name);
    }
    tl_release(rt, args);
    return text;
}

static TlValue key_error_str(TlRuntime *rt, TlRef self)
{
    TlTuple *args = tl_as_exc(self)->args;
    if (args != NULL && args->len == 1) {
        TlValue key = tl_incref(args->items[0]);
        TlValue text = tl_repr(rt, key);
        tl_decref(rt, key);
        return text;
    }
    return tl_exc_str_slot(rt, self);
}

const TlSlots tl_key_error_slots = {.str = key_error_str};

// ---- attributes

static TlValue or_none(TlRef v)
{
    return tl_has_value(v) ? tl_incref(v) : TL_NONE;
}

static TlValue get_args(TlRuntime *rt, TlRef self, void *closure)
{
    TlTuple *args = tl_as_exc(self)->args;
    return args == NULL ? TL_NONE : tl_incref(tl_from_obj(args));
}

static TlStatus set_args(TlRuntime *rt, TlRef self, TlRef value, void *closure)
{
    if (!tl_has_value(value)) {
        tl_raise(rt, rt->exc.TypeError, "args may not be deleted");
        return TL_RAISED;
    }
    TlTuple *tuple = tl_tuple_from_iter(rt, value);
    if (tuple == NULL) {
        return TL_RAISED;
    }
    TlExc *exc = tl_as_exc(self);
    TlTuple *old = exc->args;
    exc->args = tuple;
    tl_release(rt, old);
    return TL_OK;
}

static TlValue get_traceback(TlRuntime *rt, TlRef self, void *closure)
{
    return or_none(tl_as_exc(self)->traceback);
}

static TlStatus set_traceback(TlRuntime *rt, TlRef self, TlRef value,
                              void *closure)
{
    if (!tl_has_value(value)) {
        tl_raise(rt, rt->exc.TypeError, "__traceback__ may not be deleted");
        return TL_RAISED;
    }
    // The VM owns the type of tracebacks; it is known by its name only.
    if (!tl_is_none(value) &&
        strcmp(tl_type_of(rt, value)->name, "traceback") != 0) {
        tl_raise(rt, rt->exc.TypeError,
                 "__traceback__ must be a traceback or None");
        return TL_RAISED;
    }
    TlExc *exc = tl_as_exc(self);
    TlValue old = exc->traceback;
    exc->traceback = tl_is_none(value) ? TL_NO_VALUE : tl_incref(value);
    tl_decref(rt, old);
    return TL_OK;
}

static TlValue get_cause(TlRuntime *rt, TlRef self, void *closure)
{
    return or_none(tl_as_exc(self)->cause);
}

static TlValue get_context(TlRuntime *rt, TlRef self, void *closure)
{
    return or_none(tl_as_exc(self)->context);
}

// Checks what __cause__ and __context__ may be.
static TlStatus check_link(TlRuntime *rt, TlRef value, const char *name,
                           const char *what)
{
    if (!tl_has_value(value)) {
        tl_raise_fmt(rt, rt->exc.TypeError, "%s may not be deleted", name);
        return TL_RAISED;
    }
    if (!tl_is_none(value) && !tl_exc_is(value, rt->exc.BaseException)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "exception %s must be None or derive from BaseException",
                     what);
        return TL_RAISED;
    }
    return TL_OK;
}

static TlStatus set_cause(TlRuntime *rt, TlRef self, TlRef value,
                          void *closure)
{
    if (check_link(rt, value, "__cause__", "cause") != TL_OK) {
        return TL_RAISED;
    }
    tl_exc_set_cause(rt, self, tl_incref(value));
    return TL_OK;
}

static TlStatus set_context(TlRuntime *rt, TlRef self, TlRef value,
                            void *closure)
{
    if (check_link(rt, value, "__context__", "context") != TL_OK) {
        return TL_RAISED;
    }
    TlExc *exc = tl_as_exc(self);
    TlValue old = exc->context;
    exc->context = tl_is_none(value) ? TL_NO_VALUE : tl_incref(value);
    tl_decref(rt, old);
    return TL_OK;
}

static TlValue get_suppress(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_bool(tl_as_exc(self)->suppress_context);
}

static TlStatus set_suppress(TlRuntime *rt, TlRef self, TlRef value,
                             void *closure)
{
    if (!tl_has_value(value)) {
        tl_raise(rt, rt->exc.TypeError, "can't delete numeric/char attribute");
        return TL_RAISED;
    }
    if (!tl_is_bool(value)) {
        tl_raise(rt, rt->exc.TypeError,
                 "attribute value type must be bool");
        return TL_RAISED;
    }
    tl_as_exc(self)->suppress_context = value == TL_TRUE;
    return TL_OK;
}

const TlGetSetDef tl_exc_getsets[] = {
    {"args", get_args, set_args, NULL},
    {"__traceback__", get_traceback, set_traceback, NULL},
    {"__cause__", get_cause, set_cause, NULL},
    {"__context__", get_context, set_context, NULL},
    {"__suppress_context__", get_suppress, set_suppress, NULL},
    {NULL, NULL, NULL, NULL},
};

// ---- methods

static TlValue with_traceback(TlRuntime *rt, TlRef self, const TlRef *args,
                              int nargs, TlTuple *kwnames)
{
    if (set_traceback(rt, self, args[0], NULL) != TL_OK) {
        return TL_NO_VALUE;
    }
    return tl_incref(self);
}

static TlValue add_note(TlRuntime *rt, TlRef self, const TlRef *args,
                        int nargs, TlTuple *kwnames)
{
    if (!tl_is_str(args[0])) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "note must be a str, not '%T'", args[0]);
    }
    TlStr *name = TL_NAME(rt, __notes__);
    TlValue notes;
    int found = tl_getattr_opt(rt, self, name, &notes);
    if (found < 0) {
        return TL_NO_VALUE;
    }
    if (found == 0) {
        TlList *made = tl_list_new(rt, 1);
        if (made == NULL) {
            return TL_NO_VALUE;
        }
        notes = tl_from_obj(made);
        if (tl_setattr(rt, self, name, notes) != TL_OK) {
            tl_decref(rt, notes);
            return TL_NO_VALUE;
        }
    }
    TlStatus status = TL_RAISED;
    if (!tl_is_list(notes)) {
        tl_raise(rt, rt->exc.TypeError,
                 "Cannot add note: __notes__ is not a list");
    } else {
        status = tl_list_append(rt, tl_as_list(notes), args[0]);
    }
    tl_decref(rt, notes);
    return status == TL_OK ? TL_NONE : TL_NO_VALUE;
}

const TlNativeDef tl_exc_methods[] = {
    {"with_traceback", with_traceback, TL_FN_ONE, "($self, tb, /)",
     "Exception.with_traceback(tb) --\n"
     "    set self.__traceback__ to tb and return self."},
    {"add_note", add_note, TL_FN_ONE, "($self, note, /)",
     "Exception.add_note(note) --\n    add a note to the exception"},
    {NULL, NULL, 0, NULL, NULL},
};

const TlSlots tl_exc_slots = {
    .free = exc_free,
    .traverse = exc_traverse,
    .clear = exc_clear,
    .repr = exc_repr,
    .str = tl_exc_str_slot,
    .new_ = tl_exc_new_slot,
    .init = tl_exc_init_slot,
};

// ---- StopIteration and SystemExit

static TlStatus stop_init(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    if (tl_exc_init_slot(rt, self, args, nargs, kwnames) != TL_OK) {
        return TL_RAISED;
    }
    tl_exc_set_extra(rt, tl_as_exc(self), TL_EXTRA_VALUE,
                     nargs > 0 ? args[0] : TL_NONE);
    return TL_OK;
}

const TlSlots tl_stop_iteration_slots = {.init = stop_init};
const TlGetSetDef tl_stop_iteration_getsets[] = {
    TL_EXTRA("value", TL_EXTRA_VALUE),
    {NULL, NULL, NULL, NULL},
};

static TlStatus exit_init(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    if (tl_exc_init_slot(rt, self, args, nargs, kwnames) != TL_OK) {
        return TL_RAISED;
    }
    TlExc *exc = tl_as_exc(self);
    TlRef code = nargs == 0   ? TL_NONE
                 : nargs == 1 ? args[0]
                              : tl_from_obj(exc->args);
    tl_exc_set_extra(rt, exc, TL_EXTRA_VALUE, code);
    return TL_OK;
}

const TlSlots tl_system_exit_slots = {.init = exit_init};
const TlGetSetDef tl_system_exit_getsets[] = {
    TL_EXTRA("code", TL_EXTRA_VALUE),
    {NULL, NULL, NULL, NULL},
};
