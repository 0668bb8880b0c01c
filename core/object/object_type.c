// object_type.c — the type `object`: what every object can do.
// SPDX-License-Identifier: MIT
#include "object/class.h"

#include <stdio.h>

#include "object/dict.h"
#include "object/exc.h"
#include "object/func.h"
#include "object/list.h"
#include "object/str.h"
#include "object/type_impl.h"

void tl_address_text(TlRuntime *rt, TlRef v, char text[TL_ADDRESS_TEXT])
{
    uint64_t address = tl_is_obj(v) ? tl_object_address(rt, tl_as_obj(v))
                                    : UINT64_C(0x7e0000000000) + (uint32_t)v;
    snprintf(text, TL_ADDRESS_TEXT, "0x%012llx", (unsigned long long)address);
}

// ---- construction

static TlStatus excess_args(TlRuntime *rt, TlType *type, bool in_init)
{
    TlTypes *types = &rt->types;
    bool own_new = type->slots.new_ != tl_object_new_slot;
    bool own_init = type->slots.init != tl_object_init_slot;
    if (in_init ? own_init : own_new) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     in_init ? "object.__init__() takes exactly one argument "
                               "(the instance to initialize)"
                             : "object.__new__() takes exactly one argument "
                               "(the type to instantiate)");
        return TL_RAISED;
    }
    if (in_init ? !own_new : !own_init) {
        const char *format =
            in_init ? "%s.__init__() takes exactly one argument (the instance "
                      "to initialize)"
                    : "%s() takes no arguments";
        tl_raise_fmt(rt, rt->exc.TypeError, format,
                     type == types->object ? "object" : type->name);
        return TL_RAISED;
    }
    return TL_OK;
}

static TlValue raise_abstract(TlRuntime *rt, TlType *type)
{
    TlValue names = tl_getattr(rt, tl_from_obj(type),
                               TL_NAME(rt, __abstractmethods__));
    if (!tl_has_value(names)) {
        return TL_NO_VALUE;
    }
    TlList *sorted = tl_list_from_iter(rt, names);
    tl_decref(rt, names);
    TlValue comma = tl_str_from_cstr(rt, ", "), joined = TL_NO_VALUE;
    if (sorted != NULL && tl_has_value(comma) &&
        tl_list_sort(rt, sorted, TL_NONE, false) == TL_OK) {
        joined = tl_str_join(rt, tl_as_str(comma), sorted->items, sorted->len);
    }
    if (tl_has_value(joined)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "Can't instantiate abstract class %s with abstract "
                     "method%s %U",
                     type->name, sorted->len > 1 ? "s" : "", tl_as_str(joined));
    }
    tl_decref(rt, joined);
    tl_decref(rt, comma);
    tl_release(rt, sorted);
    return TL_NO_VALUE;
}

TlValue tl_object_new_instance(TlRuntime *rt, TlType *type)
{
    if (type->flags & TL_TYPE_HAS_ABSTRACT) {
        return raise_abstract(rt, type);
    }
    TlObject *obj = tl_object_new(rt, type);
    return obj == NULL ? TL_NO_VALUE : tl_from_obj(obj);
}

TlValue tl_object_new_slot(TlRuntime *rt, TlType *type, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    if ((nargs > 0 || tl_kw_count(kwnames) > 0) &&
        excess_args(rt, type, false) != TL_OK) {
        return TL_NO_VALUE;
    }
    return tl_object_new_instance(rt, type);
}

TlStatus tl_object_init_slot(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    if (nargs > 0 || tl_kw_count(kwnames) > 0) {
        return excess_args(rt, tl_type_of(rt, self), true);
    }
    return TL_OK;
}

// The __new__ of built-in types: self is the type whose constructor this is.
static TlValue new_wrapper(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    TlType *owner = (TlType *)(void *)tl_as_obj(self);
    if (nargs == 0) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "%s.__new__(): not enough arguments", owner->name);
    }
    if (!tl_is_obj(args[0]) ||
        !(tl_as_obj(args[0])->type->flags & TL_TYPE_IS_TYPE)) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "%s.__new__(X): X is not a type object (%T)",
                            owner->name, args[0]);
    }
    TlType *type = (TlType *)(void *)tl_as_obj(args[0]);
    if (!tl_is_subtype(type, owner)) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "%s.__new__(%s): %s is not a subtype of %s",
                            owner->name, type->name, type->name, owner->name);
    }
    TlType *solid = tl_type_solid_base(type);
    if (solid->slots.new_ != owner->slots.new_) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "%s.__new__(%s) is not safe, use %s.__new__()",
                            owner->name, type->name, solid->name);
    }
    return owner->slots.new_(rt, type, args + 1, nargs - 1, kwnames);
}

const TlNativeDef tl_new_def = {
    "__new__", new_wrapper, TL_FN_RAW_KW, "($type, *args, **kwargs)",
    "Create and return a new object.  See help(type) for accurate signature."};

// ---- slots

static void object_free(TlRuntime *rt, TlObject *self)
{
    tl_object_free(rt, self);
}

static TlValue object_repr(TlRuntime *rt, TlRef self)
{
    TlType *type = tl_type_of(rt, self);
    char address[TL_ADDRESS_TEXT];
    tl_address_text(rt, self, address);
    TlValue module = tl_type_module(rt, type);
    TlValue result;
    if (tl_is_str(module) && !tl_str_is(tl_as_str(module), "builtins")) {
        result = tl_str_fmt(rt, "<%U.%U object at %s>", tl_as_str(module),
                            type->qualname, address);
    } else {
        result = tl_str_fmt(rt, "<%s object at %s>", type->name, address);
    }
    tl_decref(rt, module);
    return result;
}

static TlValue object_str(TlRuntime *rt, TlRef self)
{
    return tl_type_of(rt, self)->slots.repr(rt, self);
}

// In order of the first asking, so that sets of objects iterate alike in
// every run.
static TlStatus object_hash(TlRuntime *rt, TlRef self, int64_t *hash)
{
    *hash = tl_is_obj(self) ? (int64_t)tl_object_number(rt, tl_as_obj(self))
                            : (int64_t)(self & 0xff);
    return TL_OK;
}

static TlValue object_compare(TlRuntime *rt, TlRef a, TlRef b, TlCompareOp op)
{
    if (op == TL_EQ) {
        return a == b ? TL_TRUE : TL_NOT_IMPLEMENTED;
    }
    if (op != TL_NE) {
        return TL_NOT_IMPLEMENTED;
    }
    // The opposite of what the type says about equality.
    TlType *type = tl_type_of(rt, a);
    TlValue equal = type->slots.compare == NULL
                        ? TL_NOT_IMPLEMENTED
                        : type->slots.compare(rt, a, b, TL_EQ);
    if (!tl_has_value(equal) || equal == TL_NOT_IMPLEMENTED) {
        return equal;
    }
    int truth = tl_truth(rt, equal);
    tl_decref(rt, equal);
    return truth < 0 ? TL_NO_VALUE : tl_bool(!truth);
}

// ---- __class__

static TlValue get_class(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_incref(tl_from_obj(tl_type_of(rt, self)));
}

// The type of the same layout nearest to object.
static bool same_layout(const TlType *a, const TlType *b)
{
    while (a != b) {
        bool a_adds = a->base != NULL && (a->flags & TL_TYPE_HEAP);
        bool b_adds = b->base != NULL && (b->flags & TL_TYPE_HEAP);
        if (!a_adds && !b_adds) {
            return false;
        }
        if (a->nslots > 0 || b->nslots > 0) {
            return false;
        }
        a = a_adds ? a->base : a;
        b = b_adds ? b->base : b;
    }
    return true;
}

static TlStatus set_class(TlRuntime *rt, TlRef self, TlRef value, void *closure)
{
    if (!tl_has_value(value)) {
        tl_raise(rt, rt->exc.TypeError, "can't delete __class__ attribute");
        return TL_RAISED;
    }
    if (!tl_is_obj(value) ||
        !(tl_as_obj(value)->type->flags & TL_TYPE_IS_TYPE)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "__class__ must be set to a class, not '%T' object",
                     value);
        return TL_RAISED;
    }
    TlType *to = (TlType *)(void *)tl_as_obj(value);
    TlType *from = tl_type_of(rt, self);
    if (!(to->flags & from->flags & TL_TYPE_HEAP)) {
        tl_raise(rt, rt->exc.TypeError,
                 "__class__ assignment only supported for mutable types or "
                 "ModuleType subclasses");
        return TL_RAISED;
    }
    if (to->basic_size != from->basic_size ||
        to->prefix_size != from->prefix_size ||
        to->dict_offset != from->dict_offset || !same_layout(to, from)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "__class__ assignment: '%s' object layout differs from "
                     "'%s'",
                     to->name, from->name);
        return TL_RAISED;
    }
    tl_as_obj(self)->type = tl_retain(to);
    tl_release(rt, from);
    return TL_OK;
}

static const TlGetSetDef object_getsets[] = {
    {"__class__", get_class, set_class, NULL},
    {NULL, NULL, NULL, NULL},
};

// ---- methods

TlStatus tl_dir_merge_class(TlRuntime *rt, TlDict *names, TlType *type)
{
    for (int64_t i = 0; type->mro != NULL && i < type->mro->len; i++) {
        TlType *t = (TlType *)(void *)tl_as_obj(type->mro->items[i]);
        if (tl_dict_update(rt, names, tl_from_obj(t->dict)) != TL_OK) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

static TlStatus merge_instance_dict(TlRuntime *rt, TlDict *names, TlRef self)
{
    TlValue dict;
    int found = tl_getattr_opt(rt, self, TL_NAME(rt, __dict__), &dict);
    if (found != 1) {
        return found == 0 ? TL_OK : TL_RAISED;
    }
    TlStatus status = TL_OK;
    if (tl_is_dict(dict)) {
        status = tl_dict_update(rt, names, dict);
    }
    tl_decref(rt, dict);
    return status;
}

static TlValue object_dir(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    TlDict *names = tl_dict_new(rt);
    if (names == NULL || merge_instance_dict(rt, names, self) != TL_OK ||
        tl_dir_merge_class(rt, names, tl_type_of(rt, self)) != TL_OK) {
        tl_release(rt, names);
        return TL_NO_VALUE;
    }
    TlList *list = tl_list_from_iter(rt, tl_from_obj(names));
    tl_release(rt, names);
    return list == NULL ? TL_NO_VALUE : tl_from_obj(list);
}

static TlValue object_format(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    if (!tl_is_str(args[0])) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "__format__() argument must be str, not %T",
                            args[0]);
    }
    if (tl_as_str(args[0])->len > 0) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "unsupported format string passed to "
                            "%T.__format__",
                            self);
    }
    return tl_str(rt, self);
}

static TlValue object_init_subclass(TlRuntime *rt, TlRef self,
                                    const TlRef *args, int nargs,
                                    TlTuple *kwnames)
{
    const char *name = ((TlType *)(void *)tl_as_obj(self))->name;
    if (tl_kw_count(kwnames) > 0) {
        return tl_raise_fmt(
            rt, rt->exc.TypeError,
            "%s.__init_subclass__() takes no keyword arguments", name);
    }
    if (nargs > 0) {
        return tl_raise_fmt(
            rt, rt->exc.TypeError,
            "%s.__init_subclass__() takes no arguments (%d given)", name,
            nargs);
    }
    return TL_NONE;
}

static TlValue object_subclasshook(TlRuntime *rt, TlRef self,
                                   const TlRef *args, int nargs,
                                   TlTuple *kwnames)
{
    return TL_NOT_IMPLEMENTED;
}

static const TlNativeDef object_methods[] = {
    {"__dir__", object_dir, TL_FN_NOARGS, "($self, /)", NULL},
    {"__format__", object_format, TL_FN_ONE, "($self, format_spec, /)", NULL},
    {"__init_subclass__", object_init_subclass, TL_FN_RAW_KW | TL_FN_CLASS,
     NULL, NULL},
    {"__subclasshook__", object_subclasshook, TL_FN_RAW | TL_FN_CLASS, NULL,
     NULL},
    {NULL, NULL, 0, NULL, NULL},
};

static const TlSlots object_slots = {
    .free = object_free,
    .repr = object_repr,
    .str = object_str,
    .hash = object_hash,
    .compare = object_compare,
    .getattr = tl_generic_getattr,
    .setattr = tl_generic_setattr,
    .new_ = tl_object_new_slot,
    .init = tl_object_init_slot,
};

const TlTypeSpec tl_object_spec = {
    .name = "object",
    .doc = "The base class of the class hierarchy.",
    .size = sizeof(TlObject),
    .flags = TL_TYPE_BASE,
    .slots = &object_slots,
    .methods = object_methods,
    .getsets = object_getsets,
};
