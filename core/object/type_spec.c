// type_spec.c — built-in types, made from their descriptions.
// SPDX-License-Identifier: MIT
//
// In two steps, because the first types come before there are strings and
// dicts: the raw type can already make instances, finishing gives it its
// names, its MRO and its dict.
#include "object/type_spec.h"

#include "object/dict.h"
#include "object/exc.h"
#include "object/func.h"
#include "object/list.h"
#include "object/str.h"
#include "object/type_impl.h"

#define INHERITED_FLAGS                                                      \
    (TL_TYPE_GC | TL_TYPE_SEQUENCE | TL_TYPE_MAPPING | TL_TYPE_DICT |        \
     TL_TYPE_IS_INT | TL_TYPE_IS_STR | TL_TYPE_IS_LIST | TL_TYPE_IS_TUPLE |  \
     TL_TYPE_IS_DICT | TL_TYPE_IS_BYTES | TL_TYPE_IS_TYPE | TL_TYPE_IS_EXC | \
     TL_TYPE_IS_SET | TL_TYPE_IS_FLOAT)

static const TlSlots no_slots = {0};

static const TlSlots *spec_slots(const TlTypeSpec *spec)
{
    return spec->slots != NULL ? spec->slots : &no_slots;
}

uint32_t tl_type_inherited_flags(const TlType *base)
{
    return base->flags & INHERITED_FLAGS;
}

TlType *tl_type_raw(TlRuntime *rt, const TlTypeSpec *spec, TlType *base)
{
    // Not tl_object_new(): the type `type` may not exist yet.
    char *block =
        tl_alloc_zero(&rt->alloc, sizeof(TlGcHead) + sizeof(TlType));
    if (block == NULL) {
        return NULL;
    }
    TlType *type = (TlType *)(void *)(block + sizeof(TlGcHead));
    type->ob.refs = 1;
    type->ob.type = tl_retain(rt->types.type);
    rt->live_objects++;
    type->name = spec->name;
    type->basic_size = spec->size;
    type->dict_offset = (ptrdiff_t)spec->dict_offset;
    type->flags = spec->flags;
    type->base = tl_retain(base);
    const TlSlots *own = spec_slots(spec);
    tl_slots_inherit(&type->slots, own, base);
    if (base != NULL) {
        type->flags |= tl_type_inherited_flags(base);
        if (type->basic_size == 0) {
            type->basic_size = base->basic_size;
        }
        if (type->dict_offset == 0) {
            type->dict_offset = base->dict_offset;
        }
    }
    if (type->dict_offset != 0) {
        type->flags |= TL_TYPE_DICT;
    }
    // object() takes anything; other types say themselves how they are made.
    bool of_object = base == NULL || base->base == NULL;
    if (own->new_ == NULL && (of_object || (spec->flags & TL_TYPE_ABSTRACT))) {
        type->slots.new_ = NULL;
    }
    return type;
}

// ---- subclass lists

static TlStatus add_subclass(TlRuntime *rt, TlType *base, TlType *type)
{
    if (base->subclass_count == base->subclass_cap) {
        size_t cap = base->subclass_cap == 0 ? 4 : base->subclass_cap * 2;
        TlType **grown = tl_realloc(&rt->alloc, base->subclasses,
                                    base->subclass_cap * sizeof *grown,
                                    cap * sizeof *grown);
        if (grown == NULL) {
            tl_raise_memory(rt);
            return TL_RAISED;
        }
        base->subclasses = grown;
        base->subclass_cap = cap;
    }
    base->subclasses[base->subclass_count++] = type;
    return TL_OK;
}

static void remove_subclass(TlType *base, const TlType *type)
{
    for (size_t i = 0; i < base->subclass_count; i++) {
        if (base->subclasses[i] == type) {
            base->subclass_count--;
            memmove(base->subclasses + i, base->subclasses + i + 1,
                    (base->subclass_count - i) * sizeof *base->subclasses);
            return;
        }
    }
}

TlStatus tl_type_link(TlRuntime *rt, TlType *type)
{
    for (int64_t i = 0; i < type->bases->len; i++) {
        TlType *base = (TlType *)tl_as_obj(type->bases->items[i]);
        if (add_subclass(rt, base, type) != TL_OK) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

void tl_type_unlink(TlRuntime *rt, TlType *type)
{
    for (int64_t i = 0; type->bases != NULL && i < type->bases->len; i++) {
        remove_subclass((TlType *)tl_as_obj(type->bases->items[i]), type);
    }
}

// ---- the dict

static TlStatus put(TlRuntime *rt, TlType *type, const char *name,
                    TlValue value)
{
    if (!tl_has_value(value)) {
        return TL_RAISED;
    }
    TlStr *key = tl_intern_cstr(rt, name);
    TlStatus status = TL_RAISED;
    if (key != NULL) {
        status = tl_dict_set_str(rt, type->dict, key, value);
        tl_release(rt, key);
    }
    tl_decref(rt, value);
    return status;
}

static TlStatus add_methods(TlRuntime *rt, TlType *type,
                            const TlTypeSpec *spec)
{
    const TlNativeDef *def = spec->methods;
    for (; def != NULL && def->name != NULL; def++) {
        if (put(rt, type, def->name, tl_method_descr_new(rt, type, def)) !=
            TL_OK) {
            return TL_RAISED;
        }
    }
    const TlGetSetDef *getset = spec->getsets;
    for (; getset != NULL && getset->name != NULL; getset++) {
        if (put(rt, type, getset->name, tl_getset_new(rt, type, getset)) !=
            TL_OK) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

static TlStatus add_new(TlRuntime *rt, TlType *type, const TlTypeSpec *spec)
{
    if (spec_slots(spec)->new_ == NULL) {
        return TL_OK;
    }
    return put(rt, type, "__new__",
               tl_native_new(rt, &tl_new_def, tl_from_obj(type), NULL));
}

// A type whose instances have such an attribute keeps that in its dict.
static bool has_entry(TlRuntime *rt, TlType *type, TlStr *name)
{
    return tl_has_value(tl_dict_get_str(rt, type->dict, name));
}

static TlStatus add_texts(TlRuntime *rt, TlType *type, const TlTypeSpec *spec)
{
    if (!has_entry(rt, type, TL_NAME(rt, __doc__))) {
        TlValue doc = TL_NONE;
        if (spec->doc != NULL) {
            doc = tl_str_from_cstr(rt, spec->doc);
        }
        if (put(rt, type, "__doc__", doc) != TL_OK) {
            return TL_RAISED;
        }
    }
    // Without an entry a built-in type is of module builtins.
    if (spec->module == NULL) {
        return TL_OK;
    }
    TlStr *name = tl_intern_cstr(rt, spec->module);
    return name == NULL ? TL_RAISED
                        : put(rt, type, "__module__", tl_from_obj(name));
}

static TlStatus add_dict_getset(TlRuntime *rt, TlType *type,
                                const TlTypeSpec *spec)
{
    bool has_own = spec->dict_offset != 0 &&
                   !(spec->flags & TL_TYPE_IS_TYPE) &&
                   !has_entry(rt, type, TL_NAME(rt, __dict__));
    return has_own ? put(rt, type, "__dict__",
                         tl_getset_new(rt, type, &tl_dict_getset))
                   : TL_OK;
}

static TlTuple *single_base(TlRuntime *rt, TlType *type)
{
    TlRef base = tl_from_obj(type->base);
    return type->base == NULL ? tl_tuple_new(rt, 0)
                              : tl_tuple_from(rt, &base, 1);
}

TlStatus tl_type_finish(TlRuntime *rt, TlType *type, const TlTypeSpec *spec,
                        TlTuple *bases)
{
    const char *dot = strrchr(spec->name, '.');
    type->name_obj = tl_intern_cstr(rt, dot == NULL ? spec->name : dot + 1);
    type->qualname = tl_retain(type->name_obj);
    type->bases = bases != NULL ? tl_retain(bases) : single_base(rt, type);
    type->dict = tl_dict_new(rt);
    if (type->name_obj == NULL || type->bases == NULL || type->dict == NULL) {
        return TL_RAISED;
    }
    if (type->base == NULL) {
        TlRef self = tl_from_obj(type);
        type->mro = tl_tuple_from(rt, &self, 1);
    } else {
        type->mro = tl_mro_compute(rt, type, type->bases);
    }
    if (type->mro == NULL || add_methods(rt, type, spec) != TL_OK ||
        add_new(rt, type, spec) != TL_OK ||
        tl_slots_add_wrappers(rt, type, spec_slots(spec)) != TL_OK ||
        add_dict_getset(rt, type, spec) != TL_OK ||
        add_texts(rt, type, spec) != TL_OK || tl_type_link(rt, type) != TL_OK) {
        return TL_RAISED;
    }
    type->flags |= TL_TYPE_READY;
    return TL_OK;
}

TlType *tl_type_from_spec_bases(TlRuntime *rt, const TlTypeSpec *spec,
                                TlTuple *bases)
{
    TlType *base = (TlType *)tl_as_obj(bases->items[0]);
    TlType *type = tl_type_raw(rt, spec, base);
    if (type == NULL) {
        tl_raise_memory(rt);
        return NULL;
    }
    if (tl_type_finish(rt, type, spec, bases) != TL_OK) {
        tl_type_clear(rt, type);
        tl_release(rt, type);
        return NULL;
    }
    // From now on the collector knows it: its dict may hold anything.
    tl_gc_track(rt, &type->ob);
    return type;
}

TlType *tl_type_from_spec(TlRuntime *rt, const TlTypeSpec *spec, TlType *base)
{
    TlRef ref = tl_from_obj(base != NULL ? base : rt->types.object);
    TlTuple *bases = tl_tuple_from(rt, &ref, 1);
    if (bases == NULL) {
        return NULL;
    }
    TlType *type = tl_type_from_spec_bases(rt, spec, bases);
    tl_release(rt, bases);
    return type;
}

void tl_type_clear(TlRuntime *rt, TlType *type)
{
    tl_type_unlink(rt, type);
    tl_type_modified(rt, type);
    TL_CLEAR_PTR(rt, type->dict);
    TL_CLEAR_PTR(rt, type->mro);
    TL_CLEAR_PTR(rt, type->bases);
}
