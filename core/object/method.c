// method.c — bound methods.
// SPDX-License-Identifier: MIT
#include "object/func.h"

#include "object/class.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/str.h"
#include "object/type_impl.h"

static TlMethod *as_method(TlRef v)
{
    return (TlMethod *)(void *)tl_as_obj(v);
}

TlValue tl_method_new(TlRuntime *rt, TlRef func, TlRef self)
{
    TlMethod *method = tl_object_new(rt, rt->types.method);
    if (method == NULL) {
        return TL_NO_VALUE;
    }
    method->func = tl_incref(func);
    method->self = tl_incref(self);
    return tl_from_obj(method);
}

// types.MethodType(function, instance)
static TlValue method_new(TlRuntime *rt, TlType *type, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    if (tl_check_no_keywords(rt, "method", kwnames) != TL_OK) {
        return TL_NO_VALUE;
    }
    if (nargs != 2) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "method expected 2 arguments, got %d", nargs);
    }
    if (!tl_callable(rt, args[0])) {
        return tl_raise(rt, rt->exc.TypeError,
                        "first argument must be callable");
    }
    if (tl_is_none(args[1])) {
        return tl_raise(rt, rt->exc.TypeError, "instance must not be None");
    }
    return tl_method_new(rt, args[0], args[1]);
}

static TlValue method_call(TlRuntime *rt, TlRef callee, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    TlMethod *method = as_method(callee);
    return tl_call_prepend(rt, method->func, method->self, args, nargs,
                           kwnames);
}

// What the method does not have itself is the function's.
static TlValue method_getattr(TlRuntime *rt, TlRef self, TlStr *name)
{
    if (tl_has_value(tl_type_lookup(rt, rt->types.method, name))) {
        return tl_generic_getattr(rt, self, name);
    }
    return tl_getattr(rt, as_method(self)->func, name);
}

static TlValue method_repr(TlRuntime *rt, TlRef v)
{
    TlMethod *method = as_method(v);
    TlValue name;
    int found = tl_getattr_opt(rt, method->func, TL_NAME(rt, __qualname__),
                               &name);
    if (found == 0) {
        found = tl_getattr_opt(rt, method->func, TL_NAME(rt, __name__), &name);
    }
    if (found < 0) {
        return TL_NO_VALUE;
    }
    TlValue result;
    if (found == 1 && tl_is_str(name)) {
        result = tl_str_fmt(rt, "<bound method %U of %R>", tl_as_str(name),
                            method->self);
    } else {
        result = tl_str_fmt(rt, "<bound method ? of %R>", method->self);
    }
    tl_decref(rt, name);
    return result;
}

static TlValue method_compare(TlRuntime *rt, TlRef a, TlRef b, TlCompareOp op)
{
    if ((op != TL_EQ && op != TL_NE) || !tl_is_obj(b) ||
        tl_as_obj(b)->type != rt->types.method) {
        return TL_NOT_IMPLEMENTED;
    }
    int same = 0;
    if (as_method(a)->self == as_method(b)->self) {
        same = tl_equal(rt, as_method(a)->func, as_method(b)->func);
    }
    return same < 0 ? TL_NO_VALUE : tl_bool(same == (op == TL_EQ));
}

static TlStatus method_hash(TlRuntime *rt, TlRef v, int64_t *hash)
{
    const TlMethod *method = as_method(v);
    if (tl_hash(rt, method->func, hash) != TL_OK) {
        return TL_RAISED;
    }
    if (tl_is_obj(method->self)) {
        *hash ^= (int64_t)tl_object_number(rt, tl_as_obj(method->self)) << 20;
    }
    *hash = *hash == -1 ? -2 : *hash;
    return TL_OK;
}

static TlValue get_func(TlRuntime *rt, TlRef v, void *closure)
{
    return tl_incref(as_method(v)->func);
}

static TlValue get_self(TlRuntime *rt, TlRef v, void *closure)
{
    return tl_incref(as_method(v)->self);
}

static TlValue get_doc(TlRuntime *rt, TlRef v, void *closure)
{
    return tl_getattr(rt, as_method(v)->func, TL_NAME(rt, __doc__));
}

static const TlGetSetDef method_getsets[] = {
    {"__func__", get_func, tl_readonly_member, NULL},
    {"__self__", get_self, tl_readonly_member, NULL},
    {"__doc__", get_doc, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};

static void method_traverse(TlObject *obj, TlVisit visit, void *arg)
{
    TlMethod *method = (TlMethod *)(void *)obj;
    tl_visit(method->func, visit, arg);
    tl_visit(method->self, visit, arg);
}

static void method_free(TlRuntime *rt, TlObject *obj)
{
    TlMethod *method = (TlMethod *)(void *)obj;
    tl_clear(rt, &method->func);
    tl_clear(rt, &method->self);
    tl_object_free(rt, obj);
}

static const TlSlots method_slots = {
    .free = method_free,
    .traverse = method_traverse,
    .repr = method_repr,
    .hash = method_hash,
    .compare = method_compare,
    .getattr = method_getattr,
    .call = method_call,
    .new_ = method_new,
};

const TlTypeSpec tl_method_spec = {
    .name = "method",
    .size = sizeof(TlMethod),
    .flags = TL_TYPE_GC,
    .slots = &method_slots,
    .getsets = method_getsets,
};
