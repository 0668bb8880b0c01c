// exc.c — raising, fetching and describing exceptions.
// SPDX-License-Identifier: MIT
//
// Everything that raises ends in set_error(), which chains the new exception
// to the one being handled, as CPython's _PyErr_SetObject does.
#include "object/exc.h"

#include "object/class.h"
#include "object/exc_impl.h"
#include "object/list.h"
#include "object/str.h"
#include "object/type_impl.h"

TlRef tl_handled(const TlRuntime *rt)
{
    const TlExcState *state = rt->exc_state;
    while (state != NULL && !tl_has_value(state->exc)) {
        state = state->prev;
    }
    return state == NULL ? TL_NO_VALUE : state->exc;
}

bool tl_exc_is(TlRef exc, const TlType *type)
{
    return tl_is_obj(exc) && tl_is_subtype(tl_as_obj(exc)->type, type);
}

bool tl_error_is(TlRuntime *rt, const TlType *type)
{
    return tl_exc_is(rt->error, type);
}

// ---- the pending exception

void tl_restore(TlRuntime *rt, TlValue exc)
{
    TlValue old = rt->error;
    rt->error = exc;
    tl_decref(rt, old);
}

TlValue tl_fetch(TlRuntime *rt)
{
    TlValue exc = rt->error;
    rt->error = TL_NO_VALUE;
    return exc;
}

void tl_clear_error(TlRuntime *rt)
{
    tl_decref(rt, tl_fetch(rt));
}

void tl_write_unraisable(TlRuntime *rt, TlRef where)
{
    TlValue exc = tl_fetch(rt);
    if (tl_has_value(exc) && rt->hooks.unraisable != NULL) {
        rt->hooks.unraisable(rt, where, exc);
        tl_clear_error(rt);
    }
    tl_decref(rt, exc);
}

// ---- chaining

static void set_link(TlRuntime *rt, TlValue *field, TlValue value)
{
    TlValue old = *field;
    *field = tl_is_none(value) ? TL_NO_VALUE : value;
    tl_decref(rt, old);
}

void tl_exc_set_cause(TlRuntime *rt, TlRef exc, TlValue cause)
{
    tl_as_exc(exc)->suppress_context = true;
    set_link(rt, &tl_as_exc(exc)->cause, cause);
}

// Takes [exc] out of the chain that starts at [from], so that linking it in
// front makes no ring. The chain may be a ring already: the slow walker stops.
static void cut_out(TlRuntime *rt, TlRef from, TlRef exc)
{
    TlRef at = from, slow = from;
    bool step_slow = false;
    for (;;) {
        TlRef next = tl_as_exc(at)->context;
        if (!tl_has_value(next)) {
            return;
        }
        if (next == exc) {
            set_link(rt, &tl_as_exc(at)->context, TL_NO_VALUE);
            return;
        }
        at = next;
        if (at == slow) {
            return;
        }
        if (step_slow) {
            slow = tl_as_exc(slow)->context;
        }
        step_slow = !step_slow;
    }
}

void tl_exc_set_context(TlRuntime *rt, TlRef exc, TlRef context)
{
    if (!tl_has_value(context) || context == exc) {
        return;
    }
    TlValue held = tl_incref(context);
    cut_out(rt, context, exc);
    set_link(rt, &tl_as_exc(exc)->context, held);
}

// Makes [exc] the pending exception. Steals.
static void set_error(TlRuntime *rt, TlValue exc)
{
    tl_exc_set_context(rt, exc, tl_handled(rt));
    tl_restore(rt, exc);
}

// ---- making exceptions

static bool is_exc_class(TlRuntime *rt, TlRef v)
{
    return tl_is_obj(v) && (tl_as_obj(v)->type->flags & TL_TYPE_IS_TYPE) &&
           (((TlType *)(void *)tl_as_obj(v))->flags & TL_TYPE_IS_EXC);
}

TlValue tl_exc_new(TlRuntime *rt, TlType *type, TlRef arg)
{
    int nargs = tl_has_value(arg) ? 1 : 0;
    // The usual case needs no call: it works at any depth.
    if (type->slots.new_ == tl_exc_new_slot && !(type->flags & TL_TYPE_HEAP)) {
        TlValue exc = tl_exc_new_slot(rt, type, &arg, nargs, NULL);
        if (tl_has_value(exc) &&
            type->slots.init(rt, exc, &arg, nargs, NULL) != TL_OK) {
            tl_decref(rt, exc);
            return TL_NO_VALUE;
        }
        return exc;
    }
    return tl_call(rt, tl_from_obj(type), &arg, nargs, NULL);
}

TlValue tl_raise_with(TlRuntime *rt, TlType *type, TlRef arg)
{
    TlValue exc = tl_exc_new(rt, type, arg);
    if (tl_has_value(exc)) {
        set_error(rt, exc);
    }
    return TL_NO_VALUE;
}

TlValue tl_raise(TlRuntime *rt, TlType *type, const char *message)
{
    TlValue text = tl_str_from_cstr(rt, message);
    if (tl_has_value(text)) {
        tl_raise_with(rt, type, text);
        tl_decref(rt, text);
    }
    return TL_NO_VALUE;
}

TlValue tl_raise_fmt(TlRuntime *rt, TlType *type, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    TlValue text = tl_str_vfmt(rt, format, args);
    va_end(args);
    if (tl_has_value(text)) {
        tl_raise_with(rt, type, text);
        tl_decref(rt, text);
    }
    return TL_NO_VALUE;
}

TlValue tl_raise_obj(TlRuntime *rt, TlRef exc_or_type)
{
    if (tl_exc_is(exc_or_type, rt->exc.BaseException)) {
        set_error(rt, tl_incref(exc_or_type));
        return TL_NO_VALUE;
    }
    if (!is_exc_class(rt, exc_or_type)) {
        return tl_raise(rt, rt->exc.TypeError,
                        "exceptions must derive from BaseException");
    }
    TlValue exc = tl_call0(rt, exc_or_type);
    if (!tl_has_value(exc)) {
        return TL_NO_VALUE;
    }
    if (!tl_exc_is(exc, rt->exc.BaseException)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "calling %R should have returned an instance of "
                     "BaseException, not %R",
                     exc_or_type, tl_from_obj(tl_type_of(rt, exc)));
        tl_decref(rt, exc);
        return TL_NO_VALUE;
    }
    set_error(rt, exc);
    return TL_NO_VALUE;
}

void tl_memory_error_reset(TlRuntime *rt)
{
    if (tl_has_value(rt->memory_error)) {
        TlExc *exc = tl_as_exc(rt->memory_error);
        tl_clear(rt, &exc->traceback);
        tl_clear(rt, &exc->context);
        tl_clear(rt, &exc->cause);
        exc->suppress_context = false;
    }
}

TlValue tl_raise_memory(TlRuntime *rt)
{
    TlValue reserve = rt->memory_error;
    if (!tl_has_value(reserve)) {
        // During boot, which only looks at the result, or below.
        return TL_NO_VALUE;
    }
    // What was refused was probably large. A new exception is better, since
    // the reserve holds its traceback, and all that hangs from it, for long.
    rt->memory_error = TL_NO_VALUE;
    TlValue exc = tl_exc_new(rt, rt->exc.MemoryError, TL_NO_VALUE);
    rt->memory_error = reserve;
    if (!tl_has_value(exc)) {
        tl_memory_error_reset(rt);
        exc = tl_incref(reserve);
    }
    set_error(rt, exc);
    return TL_NO_VALUE;
}

TlValue tl_raise_key(TlRuntime *rt, TlRef key)
{
    return tl_raise_with(rt, rt->exc.KeyError, key);
}

TlValue tl_raise_stop(TlRuntime *rt, TlRef value)
{
    bool plain = !tl_has_value(value) || tl_is_none(value);
    return tl_raise_with(rt, rt->exc.StopIteration,
                         plain ? TL_NO_VALUE : value);
}

void tl_exc_set_attribute(TlRuntime *rt, TlRef exc, TlRef obj, TlStr *name)
{
    tl_exc_set_extra(rt, tl_as_exc(exc), TL_EXTRA_NAME, tl_from_obj(name));
    tl_exc_set_extra(rt, tl_as_exc(exc), TL_EXTRA_OBJ, obj);
}

TlValue tl_raise_attribute(TlRuntime *rt, TlRef obj, TlStr *name)
{
    TlType *type = tl_type_of(rt, obj);
    if (type->flags & TL_TYPE_IS_TYPE) {
        tl_raise_fmt(rt, rt->exc.AttributeError,
                     "type object '%s' has no attribute '%U'",
                     ((TlType *)(void *)tl_as_obj(obj))->name, name);
    } else {
        tl_raise_fmt(rt, rt->exc.AttributeError,
                     "'%T' object has no attribute '%U'", obj, name);
    }
    if (tl_error_is(rt, rt->exc.AttributeError)) {
        tl_exc_set_attribute(rt, rt->error, obj, name);
    }
    return TL_NO_VALUE;
}

int tl_take_stop_value(TlRuntime *rt, TlValue *value)
{
    *value = TL_NO_VALUE;
    if (!tl_raised(rt)) {
        *value = TL_NONE;
        return 1;
    }
    if (!tl_error_is(rt, rt->exc.StopIteration)) {
        return 0;
    }
    TlValue exc = tl_fetch(rt);
    TlRef found = tl_as_exc(exc)->extra[TL_EXTRA_VALUE];
    *value = tl_has_value(found) ? tl_incref(found) : TL_NONE;
    tl_decref(rt, exc);
    return 1;
}

// ---- text

static TlValue class_text(TlRuntime *rt, TlType *type)
{
    TlValue module = tl_type_module(rt, type);
    bool bare = !tl_is_str(module) ||
                tl_str_is(tl_as_str(module), "builtins") ||
                tl_str_is(tl_as_str(module), "__main__");
    TlValue text =
        bare ? tl_incref(tl_from_obj(type->qualname))
             : tl_str_fmt(rt, "%U.%U", tl_as_str(module), type->qualname);
    tl_decref(rt, module);
    return text;
}

static TlValue message_of(TlRuntime *rt, TlRef exc)
{
    TlRef msg = TL_NO_VALUE;
    if (tl_exc_is(exc, rt->exc.SyntaxError)) {
        // The place is printed above it.
        msg = tl_as_exc(exc)->extra[TL_EXTRA_SYN_MSG];
        msg = tl_has_value(msg) ? msg : TL_NONE;
    }
    TlValue text = tl_str(rt, tl_has_value(msg) ? msg : exc);
    if (!tl_has_value(text)) {
        tl_clear_error(rt);
        text = tl_str_from_cstr(rt, "<exception str() failed>");
    }
    return text;
}

TlValue tl_exc_summary(TlRuntime *rt, TlRef exc)
{
    TlValue name = class_text(rt, tl_type_of(rt, exc));
    TlValue message = message_of(rt, exc);
    TlValue text = TL_NO_VALUE;
    if (tl_has_value(name) && tl_has_value(message)) {
        text = tl_as_str(message)->len == 0
                   ? tl_incref(name)
                   : tl_str_fmt(rt, "%U: %U", tl_as_str(name),
                                tl_as_str(message));
    }
    tl_decref(rt, name);
    tl_decref(rt, message);
    return text;
}
