// ops_with.c — with and async with.
// SPDX-License-Identifier: MIT
#include "object/class.h"
#include "vm/vm_impl.h"

static TlStatus raise_no_protocol(TlRuntime *rt, TlRef mgr, bool is_async,
                                  const char *missed)
{
    const char *kind = is_async ? "asynchronous context manager"
                                : "context manager";
    if (missed == NULL) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "'%T' object does not support the %s protocol", mgr,
                     kind);
    } else {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "'%T' object does not support the %s protocol (missed "
                     "%s method)",
                     mgr, kind, missed);
    }
    return TL_RAISED;
}

// Both methods, bound; entering one first, as CPython looks them up.
static TlStatus look_up(TlRuntime *rt, TlRef mgr, bool is_async,
                        TlValue *enter, TlValue *exit)
{
    TlStr *first = is_async ? TL_NAME(rt, __aenter__)
                            : TL_NAME(rt, __enter__);
    TlStr *second = is_async ? TL_NAME(rt, __aexit__) : TL_NAME(rt, __exit__);
    int found = tl_lookup_special(rt, mgr, first, enter);
    if (found <= 0) {
        return found < 0 ? TL_RAISED
                         : raise_no_protocol(rt, mgr, is_async, NULL);
    }
    found = tl_lookup_special(rt, mgr, second, exit);
    if (found > 0) {
        return TL_OK;
    }
    tl_decref(rt, *enter);
    if (found == 0) {
        raise_no_protocol(rt, mgr, is_async,
                          is_async ? "__aexit__" : "__exit__");
    }
    return TL_RAISED;
}

// mgr -> exit (result of enter()), which is a call like any other.
static TlFlow enter(TlRuntime *rt, TlFrame *f, bool is_async)
{
    TlValue enter_method, exit_method;
    if (look_up(rt, f->sp[-1], is_async, &enter_method, &exit_method) !=
        TL_OK) {
        return TL_FLOW_ERROR;
    }
    tl_replace(rt, f, 1, exit_method);
    tl_push(f, enter_method);
    tl_push(f, TL_NO_VALUE);
    return tl_op_call(rt, f, 0, NULL);
}

TlFlow tl_op_before_with(TlRuntime *rt, TlFrame *f)
{
    return enter(rt, f, false);
}

TlFlow tl_op_before_async_with(TlRuntime *rt, TlFrame *f)
{
    return enter(rt, f, true);
}

// exit lasti prev exc -> exit lasti prev exc exit(type, exc, traceback)
TlFlow tl_op_with_except_start(TlRuntime *rt, TlFrame *f)
{
    TlRef exit = f->sp[-4], exc = f->sp[-1];
    TlRef tb = ((TlExc *)tl_as_obj(exc))->traceback;
    tl_push(f, tl_incref(exit));
    tl_push(f, TL_NO_VALUE);
    tl_push(f, tl_incref(tl_from_obj(tl_as_obj(exc)->type)));
    tl_push(f, tl_incref(exc));
    tl_push(f, tl_has_value(tb) ? tl_incref(tb) : TL_NONE);
    return tl_op_call(rt, f, 3, NULL);
}
