// abstract_call.c — generic calls and resumption.
// SPDX-License-Identifier: MIT
#include "object/exc.h"
#include "object/func.h"
#include "object/list.h"
#include "object/object.h"
#include "object/str.h"
#include "object/type_impl.h"

// Arguments up to this many are put together on the C stack.
#define SMALL_CALL 8

int tl_kw_count(const TlTuple *kwnames)
{
    return kwnames == NULL ? 0 : (int)kwnames->len;
}

TlStatus tl_check_no_keywords(TlRuntime *rt, const char *name,
                              const TlTuple *kwnames)
{
    if (tl_kw_count(kwnames) == 0) {
        return TL_OK;
    }
    tl_raise_fmt(rt, rt->exc.TypeError, "%s() takes no keyword arguments",
                 name);
    return TL_RAISED;
}

bool tl_callable(TlRuntime *rt, TlRef v)
{
    return tl_type_of(rt, v)->slots.call != NULL;
}

TlValue tl_call(TlRuntime *rt, TlRef callee, const TlRef *args, int nargs,
                TlTuple *kwnames)
{
    TlType *type = tl_type_of(rt, callee);
    if (type->slots.call == NULL) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "'%T' object is not callable", callee);
    }
    if (tl_enter_native(rt, " while calling a Python object") != TL_OK) {
        return TL_NO_VALUE;
    }
    // The callee may drop the last reference to itself.
    tl_incref(callee);
    TlValue result = type->slots.call(rt, callee, args, nargs, kwnames);
    tl_decref(rt, callee);
    tl_leave_native(rt);
    return result;
}

TlValue tl_call_prepend(TlRuntime *rt, TlRef callee, TlRef self,
                        const TlRef *args, int nargs, TlTuple *kwnames)
{
    TlRef small[SMALL_CALL];
    size_t count = (size_t)nargs + (size_t)tl_kw_count(kwnames) + 1;
    TlRef *all = small;
    if (count > SMALL_CALL) {
        all = tl_alloc(&rt->alloc, count * sizeof *all);
        if (all == NULL) {
            return tl_raise_memory(rt);
        }
    }
    all[0] = self;
    if (count > 1) {
        memcpy(all + 1, args, (count - 1) * sizeof *all);
    }
    TlValue result = tl_call(rt, callee, all, nargs + 1, kwnames);
    if (all != small) {
        tl_free(&rt->alloc, all, count * sizeof *all);
    }
    return result;
}

TlValue tl_call0(TlRuntime *rt, TlRef callee)
{
    return tl_call(rt, callee, NULL, 0, NULL);
}

TlValue tl_call1(TlRuntime *rt, TlRef callee, TlRef a)
{
    return tl_call(rt, callee, &a, 1, NULL);
}

TlValue tl_call2(TlRuntime *rt, TlRef callee, TlRef a, TlRef b)
{
    TlRef args[] = {a, b};
    return tl_call(rt, callee, args, 2, NULL);
}

TlValue tl_call_method(TlRuntime *rt, TlRef obj, TlStr *name,
                       const TlRef *args, int nargs)
{
    TlValue method = tl_getattr(rt, obj, name);
    if (!tl_has_value(method)) {
        return TL_NO_VALUE;
    }
    TlValue result = tl_call(rt, method, args, nargs, NULL);
    tl_decref(rt, method);
    return result;
}

// ---- resumption

// What a call of __next__ or send() came to.
static TlSendStatus sent(TlRuntime *rt, TlValue given, TlValue *result)
{
    if (tl_has_value(given)) {
        *result = given;
        return TL_SEND_NEXT;
    }
    return tl_take_stop_value(rt, result) == 1 ? TL_SEND_RETURN
                                               : TL_SEND_ERROR;
}

TlSendStatus tl_send(TlRuntime *rt, TlRef it, TlRef value, TlValue *result)
{
    TlType *type = tl_type_of(rt, it);
    *result = TL_NO_VALUE;
    if (type->slots.send != NULL) {
        return type->slots.send(rt, it, value, result);
    }
    if (!tl_is_none(value)) {
        return sent(rt,
                    tl_call_method(rt, it, TL_NAME(rt, send), &value, 1),
                    result);
    }
    if (type->slots.next == tl_slot_next) {
        // The method itself: its StopIteration may carry a value.
        TlValue method;
        if (tl_lookup_special(rt, it, TL_NAME(rt, __next__), &method) != 1) {
            return TL_SEND_ERROR;
        }
        TlValue given = tl_call0(rt, method);
        tl_decref(rt, method);
        return sent(rt, given, result);
    }
    if (type->slots.next == NULL) {
        tl_raise_fmt(rt, rt->exc.TypeError, "'%T' object is not an iterator",
                     it);
        return TL_SEND_ERROR;
    }
    return sent(rt, type->slots.next(rt, it), result);
}
