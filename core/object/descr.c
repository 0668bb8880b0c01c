// descr.c — attributes of C structs as descriptors: getset and member.
// SPDX-License-Identifier: MIT
//
// A getset calls a pair of C functions, a member reads one __slots__ value.
// Both are data descriptors and check that the object is of their class.
#include "object/class.h"

#include "object/dict.h"
#include "object/exc.h"
#include "object/str.h"
#include "object/type_impl.h"
#include "object/weakref.h"

typedef struct TlDescr {
    TlObject ob;
    TlType *owner;           // counted
    TlStr *name;
    const TlGetSetDef *def;  // getset only
    ptrdiff_t offset;        // member only
} TlDescr;

static TlDescr *as_descr(TlRef v)
{
    return (TlDescr *)(void *)tl_as_obj(v);
}

static TlDescr *descr_new(TlRuntime *rt, TlType *kind, TlType *owner,
                          TlStr *name)
{
    TlDescr *descr = tl_object_new(rt, kind);
    if (descr != NULL) {
        descr->owner = tl_retain(owner);
        descr->name = tl_retain(name);
    }
    return descr;
}

TlValue tl_getset_new(TlRuntime *rt, TlType *owner, const TlGetSetDef *def)
{
    TlStr *name = tl_intern_cstr(rt, def->name);
    if (name == NULL) {
        return TL_NO_VALUE;
    }
    TlDescr *descr = descr_new(rt, rt->types.getset, owner, name);
    tl_release(rt, name);
    if (descr == NULL) {
        return TL_NO_VALUE;
    }
    descr->def = def;
    return tl_from_obj(descr);
}

TlValue tl_member_new(TlRuntime *rt, TlType *owner, TlStr *name,
                      uint32_t index)
{
    TlDescr *descr = descr_new(rt, rt->types.member, owner, name);
    if (descr == NULL) {
        return TL_NO_VALUE;
    }
    descr->offset =
        owner->slots_offset + (ptrdiff_t)(index * sizeof(TlValue));
    return tl_from_obj(descr);
}

static void descr_traverse(TlObject *self, TlVisit visit, void *arg)
{
    tl_visit_ptr(((TlDescr *)(void *)self)->owner, visit, arg);
}

static void descr_free(TlRuntime *rt, TlObject *self)
{
    TlDescr *descr = (TlDescr *)(void *)self;
    TL_CLEAR_PTR(rt, descr->owner);
    TL_CLEAR_PTR(rt, descr->name);
    tl_object_free(rt, self);
}

static TlStatus check_owner(TlRuntime *rt, const TlDescr *descr, TlRef obj)
{
    if (tl_is_subtype(tl_type_of(rt, obj), descr->owner)) {
        return TL_OK;
    }
    tl_raise_fmt(rt, rt->exc.TypeError,
                 "descriptor '%U' for '%s' objects doesn't apply to a '%T' "
                 "object",
                 descr->name, descr->owner->name, obj);
    return TL_RAISED;
}

static TlValue descr_name(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_incref(tl_from_obj(as_descr(self)->name));
}

static TlValue descr_qualname(TlRuntime *rt, TlRef self, void *closure)
{
    TlDescr *descr = as_descr(self);
    return tl_str_fmt(rt, "%U.%U", descr->owner->qualname, descr->name);
}

static TlValue descr_objclass(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_incref(tl_from_obj(as_descr(self)->owner));
}

static const TlGetSetDef descr_getsets[] = {
    {"__name__", descr_name, NULL, NULL},
    {"__qualname__", descr_qualname, NULL, NULL},
    {"__objclass__", descr_objclass, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};

// ---- getset

static TlValue getset_get(TlRuntime *rt, TlRef self, TlRef obj, TlType *type)
{
    TlDescr *descr = as_descr(self);
    if (!tl_has_value(obj)) {
        return tl_incref(self);
    }
    if (check_owner(rt, descr, obj) != TL_OK) {
        return TL_NO_VALUE;
    }
    return descr->def->get(rt, obj, descr->def->closure);
}

static TlStatus getset_set(TlRuntime *rt, TlRef self, TlRef obj, TlRef value)
{
    TlDescr *descr = as_descr(self);
    if (check_owner(rt, descr, obj) != TL_OK) {
        return TL_RAISED;
    }
    if (descr->def->set == NULL) {
        tl_raise_fmt(rt, rt->exc.AttributeError,
                     "attribute '%U' of '%s' objects is not writable",
                     descr->name, descr->owner->name);
        return TL_RAISED;
    }
    return descr->def->set(rt, obj, value, descr->def->closure);
}

static TlValue getset_repr(TlRuntime *rt, TlRef self)
{
    TlDescr *descr = as_descr(self);
    return tl_str_fmt(rt, "<attribute '%U' of '%s' objects>", descr->name,
                      descr->owner->name);
}

static const TlSlots getset_slots = {
    .free = descr_free,
    .traverse = descr_traverse,
    .repr = getset_repr,
    .descr_get = getset_get,
    .descr_set = getset_set,
};

const TlTypeSpec tl_getset_spec = {
    .name = "getset_descriptor",
    .size = sizeof(TlDescr),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &getset_slots,
    .getsets = descr_getsets,
};

// ---- member

static TlValue *member_place(const TlDescr *descr, TlRef obj)
{
    return (TlValue *)(void *)((char *)tl_as_obj(obj) + descr->offset);
}

static TlValue member_get(TlRuntime *rt, TlRef self, TlRef obj, TlType *type)
{
    TlDescr *descr = as_descr(self);
    if (!tl_has_value(obj)) {
        return tl_incref(self);
    }
    if (check_owner(rt, descr, obj) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlValue value = *member_place(descr, obj);
    return tl_has_value(value) ? tl_incref(value)
                               : tl_raise_attribute(rt, obj, descr->name);
}

static TlStatus member_set(TlRuntime *rt, TlRef self, TlRef obj, TlRef value)
{
    TlDescr *descr = as_descr(self);
    if (check_owner(rt, descr, obj) != TL_OK) {
        return TL_RAISED;
    }
    TlValue *place = member_place(descr, obj);
    TlValue old = *place;
    if (!tl_has_value(old) && !tl_has_value(value)) {
        tl_raise_with(rt, rt->exc.AttributeError, tl_from_obj(descr->name));
        return TL_RAISED;
    }
    *place = tl_incref(value);
    tl_decref(rt, old);
    return TL_OK;
}

static TlValue member_repr(TlRuntime *rt, TlRef self)
{
    TlDescr *descr = as_descr(self);
    return tl_str_fmt(rt, "<member '%U' of '%s' objects>", descr->name,
                      descr->owner->name);
}

static const TlSlots member_slots = {
    .free = descr_free,
    .traverse = descr_traverse,
    .repr = member_repr,
    .descr_get = member_get,
    .descr_set = member_set,
};

const TlTypeSpec tl_member_spec = {
    .name = "member_descriptor",
    .size = sizeof(TlDescr),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &member_slots,
    .getsets = descr_getsets,
};

TlStatus tl_readonly_member(TlRuntime *rt, TlRef self, TlRef value,
                            void *closure)
{
    tl_raise(rt, rt->exc.AttributeError, "readonly attribute");
    return TL_RAISED;
}

// ---- what classes give their instances

static TlValue get_dict(TlRuntime *rt, TlRef self, void *closure)
{
    TlDict **place = tl_instance_dict(self);
    if (place == NULL) {
        return tl_raise_attribute(rt, self, TL_NAME(rt, __dict__));
    }
    if (*place == NULL) {
        *place = tl_dict_new(rt);
        if (*place == NULL) {
            return TL_NO_VALUE;
        }
    }
    return tl_incref(tl_from_obj(*place));
}

static TlStatus set_dict(TlRuntime *rt, TlRef self, TlRef value, void *closure)
{
    TlDict **place = tl_instance_dict(self);
    if (place == NULL) {
        tl_raise_attribute(rt, self, TL_NAME(rt, __dict__));
        return TL_RAISED;
    }
    if (tl_has_value(value) && !tl_is_dict(value)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "__dict__ must be set to a dictionary, not a '%T'",
                     value);
        return TL_RAISED;
    }
    TlDict *old = *place;
    *place = tl_has_value(value) ? tl_retain(tl_as_dict(value)) : NULL;
    tl_release(rt, old);
    return TL_OK;
}

const TlGetSetDef tl_dict_getset = {"__dict__", get_dict, set_dict, NULL};

static TlValue get_weakref(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_weakref_existing(rt, self);
}

const TlGetSetDef tl_weakref_getset = {"__weakref__", get_weakref, NULL, NULL};
