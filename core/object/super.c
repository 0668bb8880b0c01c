// super.c — super(type, obj): attributes from behind [type] in the MRO.
// SPDX-License-Identifier: MIT
#include "object/class.h"

#include "object/builtin_args.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/str.h"
#include "object/type_impl.h"

typedef struct TlSuper {
    TlObject ob;
    TlType *type;      // counted
    TlValue obj;       // TL_NO_VALUE = unbound
    TlType *obj_type;  // counted; whose MRO is searched
} TlSuper;

static TlSuper *as_super(TlRef v)
{
    return (TlSuper *)(void *)tl_as_obj(v);
}

static bool is_class(TlRef v)
{
    return tl_is_obj(v) && (tl_as_obj(v)->type->flags & TL_TYPE_IS_TYPE);
}

// The class whose MRO is searched: [obj] itself, its type, or what it claims
// with __class__. Owned; NULL = raised.
static TlType *check(TlRuntime *rt, TlType *type, TlRef obj)
{
    if (is_class(obj)) {
        TlType *cls = (TlType *)(void *)tl_as_obj(obj);
        if (tl_is_subtype(cls, type)) {
            return tl_retain(cls);
        }
    }
    if (tl_is_subtype(tl_type_of(rt, obj), type)) {
        return tl_retain(tl_type_of(rt, obj));
    }
    TlValue claimed;
    int found = tl_getattr_opt(rt, obj, TL_NAME(rt, __class__), &claimed);
    if (found == 1) {
        if (is_class(claimed) &&
            tl_is_subtype((TlType *)(void *)tl_as_obj(claimed), type)) {
            return (TlType *)(void *)tl_as_obj(claimed);
        }
        tl_decref(rt, claimed);
    }
    if (found >= 0) {
        tl_raise(rt, rt->exc.TypeError,
                 "super(type, obj): obj must be an instance or subtype of "
                 "type");
    }
    return NULL;
}

static TlStatus fill(TlRuntime *rt, TlSuper *self, TlType *type, TlRef obj)
{
    TlType *obj_type = NULL;
    if (tl_has_value(obj)) {
        obj_type = check(rt, type, obj);
        if (obj_type == NULL) {
            return TL_RAISED;
        }
    }
    TlType *old_type = self->type, *old_obj_type = self->obj_type;
    TlValue old_obj = self->obj;
    self->type = tl_retain(type);
    self->obj = tl_incref(obj);
    self->obj_type = obj_type;
    tl_release(rt, old_type);
    tl_release(rt, old_obj_type);
    tl_decref(rt, old_obj);
    return TL_OK;
}

static TlValue super_new(TlRuntime *rt, TlType *type, const TlRef *args,
                         int nargs, TlTuple *kwnames)
{
    TlSuper *self = tl_object_new(rt, type);
    if (self == NULL) {
        return TL_NO_VALUE;
    }
    self->obj = TL_NO_VALUE;
    return tl_from_obj(self);
}

TlValue tl_super_new(TlRuntime *rt, TlType *type, TlRef obj)
{
    TlValue self = super_new(rt, rt->types.super, NULL, 0, NULL);
    if (tl_has_value(self) && fill(rt, as_super(self), type, obj) != TL_OK) {
        tl_decref(rt, self);
        return TL_NO_VALUE;
    }
    return self;
}

static TlStatus super_init(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    if (tl_check_no_keywords(rt, "super", kwnames) != TL_OK) {
        return TL_RAISED;
    }
    if (nargs == 0) {
        tl_raise(rt, rt->exc.RuntimeError, "super(): no arguments");
        return TL_RAISED;
    }
    if (tl_check_nargs(rt, "super", nargs, 0, 2) != TL_OK) {
        return TL_RAISED;
    }
    if (!is_class(args[0])) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "super() argument 1 must be a type, not %T", args[0]);
        return TL_RAISED;
    }
    TlRef obj = nargs == 2 && !tl_is_none(args[1]) ? args[1] : TL_NO_VALUE;
    return fill(rt, as_super(self), (TlType *)(void *)tl_as_obj(args[0]), obj);
}

// The first definition behind self->type; borrowed.
static TlRef find_behind(TlRuntime *rt, const TlSuper *self, TlStr *name)
{
    const TlTuple *mro = self->obj_type->mro;
    int64_t i = 0;
    while (mro != NULL && i < mro->len &&
           tl_as_obj(mro->items[i]) != &self->type->ob) {
        i++;
    }
    for (i++; mro != NULL && i < mro->len; i++) {
        TlType *t = (TlType *)(void *)tl_as_obj(mro->items[i]);
        TlRef found = tl_dict_get_str(rt, t->dict, name);
        if (tl_has_value(found)) {
            return found;
        }
    }
    return TL_NO_VALUE;
}

static TlValue super_getattr(TlRuntime *rt, TlRef v, TlStr *name)
{
    TlSuper *self = as_super(v);
    if (self->obj_type == NULL || tl_str_is(name, "__class__")) {
        return tl_generic_getattr(rt, v, name);
    }
    TlValue found = tl_incref(find_behind(rt, self, name));
    if (!tl_has_value(found)) {
        return tl_generic_getattr(rt, v, name);
    }
    TlType *kind = tl_type_of(rt, found);
    if (kind->slots.descr_get == NULL) {
        return found;
    }
    TlType *start = tl_retain(self->obj_type);
    TlRef obj = self->obj == tl_from_obj(start) ? TL_NO_VALUE : self->obj;
    TlValue result = kind->slots.descr_get(rt, found, obj, start);
    tl_release(rt, start);
    tl_decref(rt, found);
    return result;
}

// super(C) as a class attribute binds like a method.
static TlValue super_get(TlRuntime *rt, TlRef v, TlRef obj, TlType *type)
{
    TlSuper *self = as_super(v);
    if (!tl_has_value(obj) || tl_is_none(obj) || self->obj_type != NULL ||
        self->type == NULL) {
        return tl_incref(v);
    }
    return tl_super_new(rt, self->type, obj);
}

static TlValue super_repr(TlRuntime *rt, TlRef v)
{
    const TlSuper *self = as_super(v);
    const char *name = self->type == NULL ? "NULL" : self->type->name;
    if (self->obj_type == NULL) {
        return tl_str_fmt(rt, "<super: <class '%s'>, NULL>", name);
    }
    return tl_str_fmt(rt, "<super: <class '%s'>, <%s object>>", name,
                      self->obj_type->name);
}

static TlValue get_thisclass(TlRuntime *rt, TlRef v, void *closure)
{
    TlType *type = as_super(v)->type;
    return type == NULL ? TL_NONE : tl_incref(tl_from_obj(type));
}

static TlValue get_self(TlRuntime *rt, TlRef v, void *closure)
{
    TlRef obj = as_super(v)->obj;
    return tl_has_value(obj) ? tl_incref(obj) : TL_NONE;
}

static TlValue get_self_class(TlRuntime *rt, TlRef v, void *closure)
{
    TlType *type = as_super(v)->obj_type;
    return type == NULL ? TL_NONE : tl_incref(tl_from_obj(type));
}

static const TlGetSetDef super_getsets[] = {
    {"__thisclass__", get_thisclass, NULL, NULL},
    {"__self__", get_self, NULL, NULL},
    {"__self_class__", get_self_class, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};

static void super_traverse(TlObject *obj, TlVisit visit, void *arg)
{
    TlSuper *self = (TlSuper *)(void *)obj;
    tl_visit_ptr(self->type, visit, arg);
    tl_visit(self->obj, visit, arg);
    tl_visit_ptr(self->obj_type, visit, arg);
}

static void super_free(TlRuntime *rt, TlObject *obj)
{
    TlSuper *self = (TlSuper *)(void *)obj;
    TL_CLEAR_PTR(rt, self->type);
    tl_clear(rt, &self->obj);
    TL_CLEAR_PTR(rt, self->obj_type);
    tl_object_free(rt, obj);
}

static const TlSlots super_slots = {
    .free = super_free,
    .traverse = super_traverse,
    .repr = super_repr,
    .getattr = super_getattr,
    .descr_get = super_get,
    .new_ = super_new,
    .init = super_init,
};

const TlTypeSpec tl_super_spec = {
    .name = "super",
    .doc = "super(type, obj) -> bound super object",
    .size = sizeof(TlSuper),
    .flags = TL_TYPE_GC | TL_TYPE_BASE,
    .slots = &super_slots,
    .getsets = super_getsets,
};
