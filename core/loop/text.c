// text.c — words for people: reprs, and short texts for the trace.
// SPDX-License-Identifier: MIT
//
// What goes into the trace must not run user code, or tracing would change the
// program: values of built-in types are shown by their text, all others by the
// name of their type.
#include <stdio.h>

#include "loop/task.h"
#include "object/exc.h"
#include "object/func.h"
#include "object/list.h"
#include "object/number.h"
#include "object/str.h"

enum { MAX_VALUE_TEXT = 80 };

// ---- reprs

static const char *state_name(const TlFuture *fut)
{
    static const char *const names[] = {"pending", "cancelled", "finished"};
    return names[fut->state];
}

TlValue tl_future_repr(TlRuntime *rt, TlRef self)
{
    if (rt->loops->repr != NULL) {
        return rt->loops->repr(rt, self);
    }
    return tl_str_fmt(rt, "<%T %s>", self,
                      state_name((TlFuture *)tl_as_obj(self)));
}

TlValue tl_handle_repr(TlRuntime *rt, TlRef self)
{
    if (rt->loops->repr != NULL) {
        return rt->loops->repr(rt, self);
    }
    return tl_str_fmt(rt, "<%T>", self);
}

TlValue tl_handle_failure_message(TlRuntime *rt, TlHandle *handle)
{
    TlRef self = tl_from_obj(handle);
    TlValue callback = rt->loops->describe_callback != NULL
                           ? rt->loops->describe_callback(rt, self)
                           : tl_repr(rt, handle->target);
    if (!tl_has_value(callback)) {
        return TL_NO_VALUE;
    }
    TlValue text = tl_str_fmt(rt, "Exception in callback %S", callback);
    tl_decref(rt, callback);
    return text;
}

// ---- texts for the trace

// [text] (owned, or absent with an exception pending) as a string id.
static uint32_t take_text(TlRuntime *rt, TlValue text)
{
    if (!tl_has_value(text)) {
        tl_clear_error(rt);
        return 0;
    }
    size_t len;
    const char *utf8 = tl_str_utf8(rt, tl_as_str(text), &len);
    uint32_t id = 0;
    if (utf8 == NULL) {
        tl_clear_error(rt);
    } else {
        id = tl_trace_str(&rt->trace, utf8, len);
    }
    tl_decref(rt, text);
    return id;
}

static bool is_plain(TlRef v)
{
    return !tl_is_obj(v) || !(tl_as_obj(v)->type->flags & TL_TYPE_HEAP);
}

static bool is_scalar(TlRef v)
{
    return is_plain(v) && (!tl_is_obj(v) || tl_is_str(v) || tl_is_int(v) ||
                           tl_is_bytes(v));
}

static TlValue cut(TlRuntime *rt, TlValue text)
{
    if (tl_has_value(text) && tl_as_str(text)->len > MAX_VALUE_TEXT) {
        TlValue head = tl_str_slice(rt, tl_as_str(text), 0, MAX_VALUE_TEXT);
        tl_decref(rt, text);
        if (!tl_has_value(head)) {
            return head;
        }
        text = tl_str_fmt(rt, "%S...", head);
        tl_decref(rt, head);
    }
    return text;
}

static TlValue exception_text(TlRuntime *rt, TlRef exc)
{
    TlTuple *args = ((TlExc *)tl_as_obj(exc))->args;
    if (args != NULL && args->len == 1 && is_scalar(args->items[0])) {
        return tl_str_fmt(rt, "%T(%R)", exc, args->items[0]);
    }
    return tl_str_fmt(rt, "%T", exc);
}

static TlValue value_text(TlRuntime *rt, TlRef value)
{
    if (is_scalar(value)) {
        return tl_repr(rt, value);
    }
    if (tl_as_obj(value)->type->flags & TL_TYPE_IS_EXC) {
        return exception_text(rt, value);
    }
    if (tl_is_list(value) && is_plain(value)) {
        return tl_str_fmt(rt, "list of %lld",
                          (long long)tl_as_list(value)->len);
    }
    if (tl_is_tuple(value) && is_plain(value)) {
        return tl_str_fmt(rt, "tuple of %lld",
                          (long long)tl_as_tuple(value)->len);
    }
    return tl_str_fmt(rt, "%T object", value);
}

uint32_t tl_trace_value(TlRuntime *rt, TlRef value)
{
    if (!tl_trace_on(&rt->trace, TL_TRACE_SCHED)) {
        return 0;
    }
    TlValue pending = tl_fetch(rt);
    TlValue text = tl_is_str(value) && is_plain(value) ? tl_incref(value)
                                                       : value_text(rt, value);
    uint32_t id = take_text(rt, cut(rt, text));
    if (tl_has_value(pending)) {
        tl_restore(rt, pending);
    }
    return id;
}

// __qualname__ or __name__ of an object whose type is built in: no user code.
static TlValue callable_name(TlRuntime *rt, TlRef callable)
{
    TlValue name = TL_NO_VALUE;
    if (is_plain(callable) &&
        tl_getattr_opt(rt, callable, TL_NAME(rt, __qualname__), &name) > 0 &&
        tl_is_str(name)) {
        return name;
    }
    tl_decref(rt, name);
    tl_clear_error(rt);
    return tl_str_fmt(rt, "%T", callable);
}

uint32_t tl_trace_callable(TlRuntime *rt, TlRef callable)
{
    if (!tl_trace_on(&rt->trace, TL_TRACE_SCHED)) {
        return 0;
    }
    TlValue pending = tl_fetch(rt);
    TlValue target = tl_incref(callable);
    TlValue inner = TL_NO_VALUE;
    // functools.partial: what counts is the function inside.
    while (is_plain(target) && tl_is_obj(target) &&
           strcmp(tl_as_obj(target)->type->name, "functools.partial") == 0 &&
           tl_getattr_opt(rt, target, TL_NAME(rt, func), &inner) > 0) {
        tl_decref(rt, target);
        target = inner;
    }
    uint32_t id = take_text(rt, cut(rt, callable_name(rt, target)));
    tl_decref(rt, target);
    if (tl_has_value(pending)) {
        tl_restore(rt, pending);
    }
    return id;
}
