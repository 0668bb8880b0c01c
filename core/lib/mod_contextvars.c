// mod_contextvars.c — _contextvars: the running context for py/contextvars.py.
// SPDX-License-Identifier: MIT
#include "lib/modules.h"
#include "loop/context.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/number.h"

static TlContext *as_context(TlRef self)
{
    return (TlContext *)tl_as_obj(self);
}

// ---- Context

static TlValue context_new(TlRuntime *rt, TlType *type, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    TlContext *self = tl_object_new(rt, type);
    if (self == NULL) {
        return TL_NO_VALUE;
    }
    self->vars = TL_NONE;
    self->outer.vars = TL_NO_VALUE;
    self->id = tl_trace_new_id(&rt->trace);
    return tl_from_obj(self);
}

static void context_clear(TlRuntime *rt, TlObject *obj)
{
    TlContext *self = (TlContext *)obj;
    tl_clear(rt, &self->vars);
    tl_clear(rt, &self->outer.vars);
    TL_CLEAR_PTR(rt, self->outer.box);
}

static void context_free(TlRuntime *rt, TlObject *obj)
{
    tl_gc_untrack(rt, obj);
    context_clear(rt, obj);
    tl_object_free(rt, obj);
}

static void context_traverse(TlObject *obj, TlVisit visit, void *arg)
{
    TlContext *self = (TlContext *)obj;
    tl_visit(self->vars, visit, arg);
    tl_visit(self->outer.vars, visit, arg);
    tl_visit_ptr(self->outer.box, visit, arg);
}

static TlValue context_enter(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    TlContext *context = as_context(self);
    if (context->entered) {
        return tl_raise_fmt(rt, rt->exc.RuntimeError,
                            "cannot enter context: %R is already entered",
                            self);
    }
    context->entered = true;
    tl_context_enter(rt, self, context->id, &context->outer);
    return TL_NONE;
}

static TlValue context_leave(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    TlContext *context = as_context(self);
    if (context->entered) {
        context->entered = false;
        tl_context_leave(rt, &context->vars, &context->outer);
    }
    return TL_NONE;
}

static TlValue context_vars(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    return tl_incref(as_context(self)->vars);
}

static TlValue context_fill(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    TlValue old = as_context(self)->vars;
    as_context(self)->vars = tl_incref(args[0]);
    tl_decref(rt, old);
    return TL_NONE;
}

static const TlNativeDef context_methods[] = {
    {"_enter", context_enter, TL_FN_NOARGS, "()", NULL},
    {"_leave", context_leave, TL_FN_NOARGS, "()", NULL},
    {"_vars", context_vars, TL_FN_NOARGS, "()", NULL},
    {"_fill", context_fill, TL_FN_ONE, "(vars, /)", NULL},
    {0},
};

static const TlSlots context_slots = {
    .free = context_free,
    .traverse = context_traverse,
    .clear = context_clear,
    .new_ = context_new,
};

static const TlTypeSpec context_spec = {
    .name = "_Context",
    .module = "_contextvars",
    .size = sizeof(TlContext),
    .flags = TL_TYPE_GC | TL_TYPE_BASE,
    .slots = &context_slots,
    .methods = context_methods,
};

// ---- the running one

static TlValue current(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                       TlTuple *kwnames)
{
    return tl_context_copy(rt);
}

static TlValue current_id(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    return tl_small_int(rt->loops->context_id);
}

static TlValue replace(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                       TlTuple *kwnames)
{
    tl_context_replace(rt, args[0]);
    return TL_NONE;
}

static const TlNativeDef functions[] = {
    {"current", current, TL_FN_NOARGS, "()",
     "The running context's mapping, never to be changed, or None."},
    {"current_id", current_id, TL_FN_NOARGS, "()",
     "A number that tells the running context from others."},
    {"replace", replace, TL_FN_ONE, "(vars, /)",
     "Gives the running context another mapping."},
    {0},
};

TlStatus tl_init__contextvars(TlRuntime *rt, TlModule *module)
{
    rt->loops->context = tl_type_from_spec(rt, &context_spec, NULL);
    if (rt->loops->context == NULL ||
        tl_dict_set_cstr(rt, module->dict, "_Context",
                         tl_from_obj(rt->loops->context)) != TL_OK) {
        return TL_RAISED;
    }
    return tl_module_add_functions(rt, tl_from_obj(module), functions);
}
