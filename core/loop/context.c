// context.c — entering and leaving contexts of variables.
// SPDX-License-Identifier: MIT
#include "loop/context.h"

bool tl_is_context(TlRuntime *rt, TlRef v)
{
    return rt->loops->context != NULL && tl_is_obj(v) &&
           tl_is_subtype(tl_as_obj(v)->type, rt->loops->context);
}

TlValue tl_context_copy(TlRuntime *rt)
{
    return tl_has_value(rt->context) ? tl_incref(rt->context) : TL_NONE;
}

void tl_context_enter(TlRuntime *rt, TlRef context, uint32_t id,
                      TlContextOuter *outer)
{
    TlLoops *loops = rt->loops;
    *outer = (TlContextOuter){.vars = rt->context,
                              .box = loops->context_box,
                              .id = loops->context_id};
    if (tl_is_context(rt, context)) {
        loops->context_box = tl_retain(tl_as_obj(context));
        loops->context_id = loops->context_box->id;
        rt->context = tl_incref(loops->context_box->vars);
    } else {
        loops->context_box = NULL;
        loops->context_id = id;
        rt->context = tl_incref(context);
    }
}

void tl_context_leave(TlRuntime *rt, TlValue *place, TlContextOuter *outer)
{
    TlLoops *loops = rt->loops;
    TlValue vars = rt->context;
    TlContext *box = loops->context_box;
    rt->context = outer->vars;
    loops->context_box = outer->box;
    loops->context_id = outer->id;
    *outer = (TlContextOuter){.vars = TL_NO_VALUE};
    if (box == NULL) {
        TlValue old = *place;
        *place = vars;
        vars = old;
    }
    tl_decref(rt, vars);
    tl_release(rt, box);
}

void tl_context_replace(TlRuntime *rt, TlRef vars)
{
    TlValue old = rt->context;
    rt->context = tl_incref(vars);
    tl_decref(rt, old);
    TlContext *box = rt->loops->context_box;
    if (box != NULL) {
        TlValue kept = box->vars;
        box->vars = tl_incref(vars);
        tl_decref(rt, kept);
    }
}
