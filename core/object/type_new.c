// type_new.c — making classes: type(name, bases, dict).
// SPDX-License-Identifier: MIT
//
// The order of steps and the texts are those of CPython's type_new: winner
// among the metaclasses, best base, layout of __slots__ and __dict__, MRO,
// slots, then __set_name__ of the attributes and __init_subclass__ of the
// parent.
#include "object/class.h"

#include "object/dict.h"
#include "object/exc.h"
#include "object/func.h"
#include "object/list.h"
#include "object/str.h"
#include "object/type_impl.h"

// What is known while a class is being made. All borrowed unless said.
typedef struct NewClass {
    TlType *meta, *base;
    TlStr *name;
    TlTuple *bases;
    TlDict *ns;         // the copy that becomes the class dict; owned
    TlTuple *slots;     // names of __slots__, mangled and sorted; owned, or
                        // NULL without __slots__
    bool add_dict, add_weakref;
} NewClass;

// ---- metaclass and base

TlType *tl_calculate_metaclass(TlRuntime *rt, TlType *meta, TlTuple *bases)
{
    TlType *winner = meta;
    for (int64_t i = 0; i < bases->len; i++) {
        TlType *other = tl_type_of(rt, bases->items[i]);
        if (tl_is_subtype(winner, other)) {
            continue;
        }
        if (!tl_is_subtype(other, winner)) {
            tl_raise(rt, rt->exc.TypeError,
                     "metaclass conflict: the metaclass of a derived class "
                     "must be a (non-strict) subclass of the metaclasses of "
                     "all its bases");
            return NULL;
        }
        winner = other;
    }
    return winner;
}

// The nearest base whose instances have fields of their own besides a dict.
static TlType *layout_of(TlType *type)
{
    while (type->base != NULL) {
        bool own = type->flags & TL_TYPE_HEAP
                       ? type->nslots > 0
                       : type->basic_size != type->base->basic_size;
        if (own) {
            break;
        }
        type = type->base;
    }
    return type;
}

static TlType *best_base(TlRuntime *rt, TlTuple *bases)
{
    TlType *best = NULL, *winner = NULL;
    for (int64_t i = 0; i < bases->len; i++) {
        TlRef item = bases->items[i];
        if (!tl_is_obj(item) ||
            !(tl_as_obj(item)->type->flags & TL_TYPE_IS_TYPE)) {
            tl_raise(rt, rt->exc.TypeError, "bases must be types");
            return NULL;
        }
        TlType *base = (TlType *)tl_as_obj(item);
        if (!(base->flags & TL_TYPE_BASE)) {
            tl_raise_fmt(rt, rt->exc.TypeError,
                         "type '%s' is not an acceptable base type",
                         base->name);
            return NULL;
        }
        TlType *layout = layout_of(base);
        bool extends = winner == NULL ||
                       (winner != layout && tl_is_subtype(layout, winner));
        if (extends) {
            winner = layout;
            best = base;
        } else if (!tl_is_subtype(winner, layout)) {
            tl_raise(rt, rt->exc.TypeError,
                     "multiple bases have instance lay-out conflict");
            return NULL;
        }
    }
    return best;
}

// ---- __slots__

static TlStatus slots_error(TlRuntime *rt, TlType *type, const char *message)
{
    tl_raise(rt, type, message);
    return TL_RAISED;
}

static bool is_identifier(const TlStr *s)
{
    for (int64_t i = 0; i < s->len; i++) {
        uint32_t cp = tl_str_at(s, i);
        if (i == 0 ? !tl_uni_is_id_start(cp) && cp != '_'
                   : !tl_uni_is_id_continue(cp)) {
            return false;
        }
    }
    return s->len > 0;
}

// `__x` inside class C is `_C__x`.
static TlStr *mangle(TlRuntime *rt, TlStr *class_name, TlStr *name)
{
    int64_t n = name->len, skip = 0;
    bool is_private = n > 2 && tl_str_at(name, 0) == '_' &&
                      tl_str_at(name, 1) == '_' &&
                      !(tl_str_at(name, n - 1) == '_' &&
                        tl_str_at(name, n - 2) == '_');
    while (skip < class_name->len && tl_str_at(class_name, skip) == '_') {
        skip++;
    }
    if (!is_private || skip == class_name->len) {
        return tl_retain(name);
    }
    TlValue stem = tl_str_slice(rt, class_name, skip, class_name->len);
    if (!tl_has_value(stem)) {
        return NULL;
    }
    TlValue result = tl_str_fmt(rt, "_%U%U", tl_as_str(stem), name);
    tl_decref(rt, stem);
    return tl_has_value(result) ? tl_as_str(result) : NULL;
}

// CPython's types with an item size.
static bool has_items(const TlType *type)
{
    return (type->flags &
            (TL_TYPE_IS_INT | TL_TYPE_IS_TUPLE | TL_TYPE_IS_BYTES)) != 0;
}

static bool may_add_weakref(const NewClass *c)
{
    return !(c->base->flags & TL_TYPE_WEAKREF) && !has_items(c->base) &&
           !c->add_weakref;
}

// One entry of __slots__: a special one sets its flag, others go to [out].
static TlStatus take_slot(TlRuntime *rt, NewClass *c, TlRef item, TlList *out)
{
    if (!tl_is_str(item)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "__slots__ items must be strings, not '%T'", item);
        return TL_RAISED;
    }
    TlStr *name = tl_as_str(item);
    if (!is_identifier(name)) {
        return slots_error(rt, rt->exc.TypeError,
                           "__slots__ must be identifiers");
    }
    if (tl_str_is(name, "__dict__")) {
        if (c->base->dict_offset != 0 || c->add_dict) {
            return slots_error(
                rt, rt->exc.TypeError,
                "__dict__ slot disallowed: we already got one");
        }
        c->add_dict = true;
        return TL_OK;
    }
    if (tl_str_is(name, "__weakref__")) {
        if (!may_add_weakref(c)) {
            return slots_error(
                rt, rt->exc.TypeError,
                "__weakref__ slot disallowed: either we already got one, or "
                "__itemsize__ != 0");
        }
        c->add_weakref = true;
        return TL_OK;
    }
    TlStr *mangled = mangle(rt, c->name, name);
    if (mangled == NULL) {
        return TL_RAISED;
    }
    tl_intern_in_place(rt, &mangled);
    TlStatus status = TL_OK;
    bool own = tl_str_is(mangled, "__qualname__") ||
               tl_str_is(mangled, "__classcell__");
    if (!own && tl_has_value(tl_dict_get_str(rt, c->ns, mangled))) {
        tl_raise_fmt(rt, rt->exc.ValueError,
                     "%R in __slots__ conflicts with class variable",
                     tl_from_obj(mangled));
        status = TL_RAISED;
    }
    if (status == TL_OK) {
        status = tl_list_append(rt, out, tl_from_obj(mangled));
    }
    tl_release(rt, mangled);
    return status;
}

static TlStatus take_slots(TlRuntime *rt, NewClass *c, TlTuple *names)
{
    if (names->len > 0 && has_items(c->base)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "nonempty __slots__ not supported for subtype of '%s'",
                     c->base->name);
        return TL_RAISED;
    }
    TlList *out = tl_list_new(rt, names->len);
    if (out == NULL) {
        return TL_RAISED;
    }
    TlStatus status = TL_OK;
    for (int64_t i = 0; i < names->len && status == TL_OK; i++) {
        status = take_slot(rt, c, names->items[i], out);
    }
    if (status == TL_OK) {
        status = tl_list_sort(rt, out, TL_NONE, false);
    }
    if (status == TL_OK) {
        c->slots = tl_tuple_from(rt, out->items, out->len);
        status = c->slots == NULL ? TL_RAISED : TL_OK;
    }
    tl_release(rt, out);
    return status;
}

static TlStatus read_slots(TlRuntime *rt, NewClass *c)
{
    TlRef value = tl_dict_get_str(rt, c->ns, TL_NAME(rt, __slots__));
    if (!tl_has_value(value)) {
        c->add_dict = c->base->dict_offset == 0;
        c->add_weakref = may_add_weakref(c);
        return TL_OK;
    }
    TlTuple *names = tl_is_str(value) ? tl_tuple_from(rt, &value, 1)
                                      : tl_tuple_from_iter(rt, value);
    if (names == NULL) {
        return TL_RAISED;
    }
    TlStatus status = take_slots(rt, c, names);
    tl_release(rt, names);
    // A second base may bring the dict its other one does not have.
    for (int64_t i = 0; status == TL_OK && i < c->bases->len; i++) {
        TlType *other = (TlType *)tl_as_obj(c->bases->items[i]);
        if (other != c->base && other->dict_offset != 0 &&
            c->base->dict_offset == 0) {
            c->add_dict = true;
        }
    }
    return status;
}

// ---- the type object

static bool is_variable_sized(const TlType *type)
{
    return (type->flags & (TL_TYPE_IS_INT | TL_TYPE_IS_STR | TL_TYPE_IS_TUPLE |
                           TL_TYPE_IS_BYTES)) != 0;
}

static void lay_out(TlType *type, const NewClass *c)
{
    TlType *base = c->base;
    uint32_t nslots = c->slots == NULL ? 0 : (uint32_t)c->slots->len;
    size_t extra = (c->add_dict ? 8 : 0) + 8 * (size_t)nslots;
    type->dict_offset = base->dict_offset;
    type->nslots = nslots;
    type->prefix_size = base->prefix_size;
    type->basic_size = base->basic_size;
    ptrdiff_t at;
    if (is_variable_sized(base)) {
        type->prefix_size += (uint32_t)extra;
        at = -(ptrdiff_t)(type->prefix_size + sizeof(TlGcHead));
    } else {
        at = (ptrdiff_t)((base->basic_size + 7) & ~(size_t)7);
        if (extra > 0) {
            type->basic_size = (size_t)at + extra;
        }
    }
    if (c->add_dict) {
        type->dict_offset = at;
        at += 8;
    }
    if (nslots > 0) {
        type->slots_offset = at;
    }
}

static TlType *alloc_type(TlRuntime *rt, NewClass *c)
{
    TlType *type = tl_object_new(rt, c->meta);
    if (type == NULL) {
        return NULL;
    }
    type->flags = TL_TYPE_HEAP | TL_TYPE_BASE | TL_TYPE_GC |
                  tl_type_inherited_flags(c->base);
    type->flags |= c->base->flags & TL_TYPE_WEAKREF;
    if (c->add_weakref) {
        type->flags |= TL_TYPE_WEAKREF;
    }
    type->base = tl_retain(c->base);
    lay_out(type, c);
    if (type->dict_offset != 0) {
        type->flags |= TL_TYPE_DICT;
    }
    type->slots = c->base->slots;
    type->slots.free = tl_instance_free;
    type->slots.traverse = tl_instance_traverse;
    type->slots.clear = tl_instance_clear;
    type->name_obj = tl_retain(c->name);
    size_t len;
    type->name = tl_str_utf8(rt, c->name, &len);
    type->bases = tl_retain(c->bases);
    type->dict = tl_retain(c->ns);
    if (type->name != NULL && strlen(type->name) != len) {
        tl_raise(rt, rt->exc.ValueError,
                 "type name must not contain null characters");
        type->name = NULL;
    }
    if (type->name == NULL) {
        tl_release(rt, type);
        return NULL;
    }
    return type;
}

// ---- the class dict

static TlStatus take_qualname(TlRuntime *rt, TlType *type)
{
    TlStr *key = TL_NAME(rt, __qualname__);
    TlValue value = tl_incref(tl_dict_get_str(rt, type->dict, key));
    if (!tl_has_value(value)) {
        type->qualname = tl_retain(type->name_obj);
        return TL_OK;
    }
    if (!tl_is_str(value)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "type __qualname__ must be a str, not %T", value);
        tl_decref(rt, value);
        return TL_RAISED;
    }
    type->qualname = tl_as_str(value);
    return tl_dict_del(rt, type->dict, tl_from_obj(key)) < 0 ? TL_RAISED
                                                             : TL_OK;
}

// __new__ is a static method, the two hooks are class methods, even when they
// are written as plain functions.
static TlStatus wrap_function(TlRuntime *rt, TlType *type, TlStr *name,
                              TlValue (*wrap)(TlRuntime *rt, TlRef func))
{
    TlRef func = tl_dict_get_str(rt, type->dict, name);
    if (!tl_is_obj(func) || tl_as_obj(func)->type != rt->types.function) {
        return TL_OK;
    }
    TlValue wrapped = wrap(rt, func);
    if (!tl_has_value(wrapped)) {
        return TL_RAISED;
    }
    TlStatus status = tl_dict_set_str(rt, type->dict, name, wrapped);
    tl_decref(rt, wrapped);
    return status;
}

static TlStatus put_steal(TlRuntime *rt, TlType *type, TlStr *name,
                          TlValue value)
{
    if (!tl_has_value(value)) {
        return TL_RAISED;
    }
    TlStatus status = tl_dict_set_str(rt, type->dict, name, value);
    tl_decref(rt, value);
    return status;
}

static TlStatus add_members(TlRuntime *rt, TlType *type, const NewClass *c)
{
    for (uint32_t i = 0; i < type->nslots; i++) {
        TlStr *name = tl_as_str(c->slots->items[i]);
        if (put_steal(rt, type, name, tl_member_new(rt, type, name, i)) !=
            TL_OK) {
            return TL_RAISED;
        }
    }
    if (c->add_dict &&
        put_steal(rt, type, TL_NAME(rt, __dict__),
                  tl_getset_new(rt, type, &tl_dict_getset)) != TL_OK) {
        return TL_RAISED;
    }
    if (c->add_weakref &&
        put_steal(rt, type, TL_NAME(rt, __weakref__),
                  tl_getset_new(rt, type, &tl_weakref_getset)) != TL_OK) {
        return TL_RAISED;
    }
    return TL_OK;
}

// A class made by calling type() belongs to the module of the caller.
static TlStatus default_module(TlRuntime *rt, TlType *type)
{
    TlStr *key = TL_NAME(rt, __module__);
    TlDict *globals = rt->hooks.globals(rt);
    if (globals == NULL || tl_has_value(tl_dict_get_str(rt, type->dict, key))) {
        return TL_OK;
    }
    TlRef module = tl_dict_get_str(rt, globals, TL_NAME(rt, __name__));
    return tl_has_value(module) ? tl_dict_set_str(rt, type->dict, key, module)
                                : TL_OK;
}

static TlStatus default_doc_and_hash(TlRuntime *rt, TlType *type)
{
    TlStr *doc = TL_NAME(rt, __doc__), *hash = TL_NAME(rt, __hash__);
    if (!tl_has_value(tl_dict_get_str(rt, type->dict, doc)) &&
        tl_dict_set_str(rt, type->dict, doc, TL_NONE) != TL_OK) {
        return TL_RAISED;
    }
    // Who redefines equality only is not hashable.
    TlRef eq = tl_dict_get_str(rt, type->dict, TL_NAME(rt, __eq__));
    if (tl_has_value(eq) &&
        !tl_has_value(tl_dict_get_str(rt, type->dict, hash))) {
        return tl_dict_set_str(rt, type->dict, hash, TL_NONE);
    }
    return TL_OK;
}

// The cell through which methods see `__class__`.
static TlStatus set_classcell(TlRuntime *rt, TlType *type)
{
    TlStr *name = TL_NAME(rt, __classcell__);
    TlRef cell = tl_dict_get_str(rt, type->dict, name);
    if (!tl_has_value(cell)) {
        return TL_OK;
    }
    if (!tl_is_obj(cell) || tl_as_obj(cell)->type != rt->types.cell) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "__classcell__ must be a nonlocal cell, not <class '%T'>",
                     cell);
        return TL_RAISED;
    }
    TlCell *target = (TlCell *)(void *)tl_as_obj(cell);
    TlValue old = target->value;
    target->value = tl_incref(tl_from_obj(type));
    tl_decref(rt, old);
    return tl_dict_del(rt, type->dict, tl_from_obj(name)) < 0 ? TL_RAISED
                                                              : TL_OK;
}

static TlStatus call_set_names(TlRuntime *rt, TlType *type)
{
    // Over a copy: user code may change the class dict.
    TlDict *names = tl_dict_copy(rt, type->dict);
    if (names == NULL) {
        return TL_RAISED;
    }
    int64_t pos = 0;
    TlRef key, value;
    TlStatus status = TL_OK;
    while (status == TL_OK && tl_dict_next(names, &pos, &key, &value)) {
        TlValue method;
        int found = tl_lookup_special(rt, value, TL_NAME(rt, __set_name__),
                                      &method);
        if (found < 0) {
            status = TL_RAISED;
        }
        if (found != 1) {
            continue;
        }
        TlValue result = tl_call2(rt, method, tl_from_obj(type), key);
        tl_decref(rt, method);
        if (!tl_has_value(result)) {
            TlValue cause = tl_fetch(rt);
            tl_raise_fmt(rt, rt->exc.RuntimeError,
                         "Error calling __set_name__ on '%T' instance %R in "
                         "'%s'", value, key, type->name);
            tl_exc_set_cause(rt, rt->error, cause);
            status = TL_RAISED;
        }
        tl_decref(rt, result);
    }
    tl_release(rt, names);
    return status;
}

static TlStatus call_init_subclass(TlRuntime *rt, TlType *type,
                                   const TlRef *kwargs, TlTuple *kwnames)
{
    TlValue parent = tl_super_new(rt, type, tl_from_obj(type));
    if (!tl_has_value(parent)) {
        return TL_RAISED;
    }
    TlValue hook = tl_getattr(rt, parent, TL_NAME(rt, __init_subclass__));
    tl_decref(rt, parent);
    if (!tl_has_value(hook)) {
        return TL_RAISED;
    }
    TlValue result = tl_call(rt, hook, kwargs, 0, kwnames);
    tl_decref(rt, hook);
    tl_decref(rt, result);
    return tl_has_value(result) ? TL_OK : TL_RAISED;
}

static TlStatus fill_type(TlRuntime *rt, TlType *type, NewClass *c)
{
    if (take_qualname(rt, type) != TL_OK || add_members(rt, type, c) != TL_OK ||
        wrap_function(rt, type, TL_NAME(rt, __new__),
                      tl_staticmethod_new) != TL_OK ||
        wrap_function(rt, type, TL_NAME(rt, __init_subclass__),
                      tl_classmethod_new) != TL_OK ||
        wrap_function(rt, type, TL_NAME(rt, __class_getitem__),
                      tl_classmethod_new) != TL_OK ||
        default_module(rt, type) != TL_OK ||
        default_doc_and_hash(rt, type) != TL_OK ||
        set_classcell(rt, type) != TL_OK) {
        return TL_RAISED;
    }
    type->mro = tl_mro_compute(rt, type, type->bases);
    if (type->mro == NULL) {
        return TL_RAISED;
    }
    type->flags |= TL_TYPE_READY;
    tl_slots_fixup(rt, type);
    return tl_type_link(rt, type);
}

static TlType *build(TlRuntime *rt, NewClass *c, const TlRef *kwargs,
                     TlTuple *kwnames)
{
    c->base = best_base(rt, c->bases);
    if (c->base == NULL || read_slots(rt, c) != TL_OK) {
        return NULL;
    }
    TlType *type = alloc_type(rt, c);
    if (type == NULL) {
        return NULL;
    }
    if (fill_type(rt, type, c) != TL_OK || call_set_names(rt, type) != TL_OK ||
        call_init_subclass(rt, type, kwargs, kwnames) != TL_OK) {
        tl_release(rt, type);
        return NULL;
    }
    return type;
}

TlValue tl_type_new(TlRuntime *rt, TlType *meta, TlStr *name, TlTuple *bases,
                    TlDict *dict, const TlRef *kwargs, TlTuple *kwnames)
{
    TlRef object = tl_from_obj(rt->types.object);
    NewClass c = {.meta = meta, .name = name};
    c.bases = bases->len > 0 ? tl_retain(bases)
                             : tl_tuple_from(rt, &object, 1);
    c.ns = tl_dict_copy(rt, dict);
    TlType *type = NULL;
    if (c.bases != NULL && c.ns != NULL) {
        type = build(rt, &c, kwargs, kwnames);
    }
    tl_release(rt, c.bases);
    tl_release(rt, c.ns);
    tl_release(rt, c.slots);
    return type == NULL ? TL_NO_VALUE : tl_from_obj(type);
}
