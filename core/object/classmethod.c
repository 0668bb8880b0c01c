// classmethod.c — classmethod and staticmethod.
// SPDX-License-Identifier: MIT
#include "object/class.h"

#include "object/builtin_args.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/func.h"
#include "object/list.h"
#include "object/str.h"
#include "object/type_impl.h"

typedef struct TlMethodKind {
    TlObject ob;
    TlValue func;  // TL_NO_VALUE before __init__
    TlDict *dict;
} TlMethodKind;

static TlMethodKind *as_kind(TlRef v)
{
    return (TlMethodKind *)(void *)tl_as_obj(v);
}

static void kind_traverse(TlObject *obj, TlVisit visit, void *arg)
{
    TlMethodKind *self = (TlMethodKind *)(void *)obj;
    tl_visit(self->func, visit, arg);
    tl_visit_ptr(self->dict, visit, arg);
}

static void kind_clear(TlRuntime *rt, TlObject *obj)
{
    TlMethodKind *self = (TlMethodKind *)(void *)obj;
    tl_clear(rt, &self->func);
    TL_CLEAR_PTR(rt, self->dict);
}

static void kind_free(TlRuntime *rt, TlObject *obj)
{
    kind_clear(rt, obj);
    tl_object_free(rt, obj);
}

static TlValue kind_new(TlRuntime *rt, TlType *type, const TlRef *args,
                        int nargs, TlTuple *kwnames)
{
    TlMethodKind *self = tl_object_new(rt, type);
    if (self == NULL) {
        return TL_NO_VALUE;
    }
    self->func = TL_NO_VALUE;
    return tl_from_obj(self);
}

// What functools.wraps would copy.
static TlStatus copy_attributes(TlRuntime *rt, TlRef self, TlRef func)
{
    TlStr *const names[] = {
        TL_NAME(rt, __module__), TL_NAME(rt, __name__),
        TL_NAME(rt, __qualname__), TL_NAME(rt, __doc__)};
    for (int i = 0; i < 4; i++) {
        TlValue value;
        int found = tl_getattr_opt(rt, func, names[i], &value);
        if (found == 1) {
            TlStatus status = tl_setattr(rt, self, names[i], value);
            tl_decref(rt, value);
            found = status == TL_OK ? 1 : -1;
        }
        if (found < 0) {
            return TL_RAISED;
        }
    }
    return tl_setattr(rt, self, TL_NAME(rt, __wrapped__), func);
}

static TlStatus kind_init(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    const char *name = tl_is_subtype(tl_type_of(rt, self),
                                     rt->types.classmethod)
                           ? "classmethod"
                           : "staticmethod";
    if (tl_check_no_keywords(rt, name, kwnames) != TL_OK ||
        tl_check_nargs(rt, name, nargs, 1, 1) != TL_OK) {
        return TL_RAISED;
    }
    TlValue old = as_kind(self)->func;
    as_kind(self)->func = tl_incref(args[0]);
    tl_decref(rt, old);
    return copy_attributes(rt, self, args[0]);
}

static TlValue make(TlRuntime *rt, TlType *type, TlRef func, bool copy)
{
    TlValue self = kind_new(rt, type, NULL, 0, NULL);
    if (!tl_has_value(self)) {
        return TL_NO_VALUE;
    }
    as_kind(self)->func = tl_incref(func);
    if (copy && copy_attributes(rt, self, func) != TL_OK) {
        tl_decref(rt, self);
        return TL_NO_VALUE;
    }
    return self;
}

TlValue tl_classmethod_new(TlRuntime *rt, TlRef func)
{
    return make(rt, rt->types.classmethod, func, true);
}

TlValue tl_staticmethod_new(TlRuntime *rt, TlRef func)
{
    // Static methods of built-in types are made before there is much to copy.
    bool is_native = tl_type_of(rt, func) == rt->types.native;
    return make(rt, rt->types.staticmethod, func, !is_native);
}

static TlValue classmethod_get(TlRuntime *rt, TlRef descr, TlRef obj,
                               TlType *type)
{
    TlRef func = as_kind(descr)->func;
    if (!tl_has_value(func)) {
        return tl_raise(rt, rt->exc.RuntimeError,
                        "uninitialized classmethod object");
    }
    TlType *kind = tl_type_of(rt, func);
    // What it wraps may be a descriptor itself, as of 3.9.
    if (kind->slots.descr_get != NULL) {
        return kind->slots.descr_get(rt, func, tl_from_obj(type), type);
    }
    return tl_method_new(rt, func, tl_from_obj(type));
}

static TlValue staticmethod_get(TlRuntime *rt, TlRef descr, TlRef obj,
                                TlType *type)
{
    TlRef func = as_kind(descr)->func;
    if (!tl_has_value(func)) {
        return tl_raise(rt, rt->exc.RuntimeError,
                        "uninitialized staticmethod object");
    }
    return tl_incref(func);
}

static TlValue staticmethod_call(TlRuntime *rt, TlRef callee,
                                 const TlRef *args, int nargs,
                                 TlTuple *kwnames)
{
    return tl_call(rt, as_kind(callee)->func, args, nargs, kwnames);
}

static TlValue classmethod_repr(TlRuntime *rt, TlRef self)
{
    return tl_str_fmt(rt, "<classmethod(%R)>", as_kind(self)->func);
}

static TlValue staticmethod_repr(TlRuntime *rt, TlRef self)
{
    return tl_str_fmt(rt, "<staticmethod(%R)>", as_kind(self)->func);
}

static TlValue get_func(TlRuntime *rt, TlRef self, void *closure)
{
    TlRef func = as_kind(self)->func;
    return tl_has_value(func) ? tl_incref(func) : TL_NONE;
}

static TlValue get_abstract(TlRuntime *rt, TlRef self, void *closure)
{
    TlRef func = as_kind(self)->func;
    int answer = tl_has_value(func) ? tl_is_abstract(rt, func) : 0;
    return answer < 0 ? TL_NO_VALUE : tl_bool(answer);
}

int tl_is_abstract(TlRuntime *rt, TlRef v)
{
    TlValue mark = tl_getattr_cstr(rt, v, "__isabstractmethod__");
    if (!tl_has_value(mark)) {
        if (!tl_error_is(rt, rt->exc.AttributeError)) {
            return -1;
        }
        tl_clear_error(rt);
        return 0;
    }
    int answer = tl_truth(rt, mark);
    tl_decref(rt, mark);
    return answer;
}

static const TlGetSetDef kind_getsets[] = {
    {"__func__", get_func, NULL, NULL},
    {"__isabstractmethod__", get_abstract, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};

static const TlSlots classmethod_slots = {
    .free = kind_free,
    .traverse = kind_traverse,
    .clear = kind_clear,
    .repr = classmethod_repr,
    .new_ = kind_new,
    .init = kind_init,
    .descr_get = classmethod_get,
};

const TlTypeSpec tl_classmethod_spec = {
    .name = "classmethod",
    .doc = "classmethod(function) -> method\n\n"
           "Convert a function to be a class method.",
    .size = sizeof(TlMethodKind),
    .dict_offset = offsetof(TlMethodKind, dict),
    .flags = TL_TYPE_GC | TL_TYPE_BASE,
    .slots = &classmethod_slots,
    .getsets = kind_getsets,
};

static const TlSlots staticmethod_slots = {
    .free = kind_free,
    .traverse = kind_traverse,
    .clear = kind_clear,
    .repr = staticmethod_repr,
    .call = staticmethod_call,
    .new_ = kind_new,
    .init = kind_init,
    .descr_get = staticmethod_get,
};

const TlTypeSpec tl_staticmethod_spec = {
    .name = "staticmethod",
    .doc = "staticmethod(function) -> method\n\n"
           "Convert a function to be a static method.",
    .size = sizeof(TlMethodKind),
    .dict_offset = offsetof(TlMethodKind, dict),
    .flags = TL_TYPE_GC | TL_TYPE_BASE,
    .slots = &staticmethod_slots,
    .getsets = kind_getsets,
};
