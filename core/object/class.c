// class.c — looking things up in classes: cache, versions, attributes.
// SPDX-License-Identifier: MIT
//
// A type's version stands for everything its MRO says: it is 0 until somebody
// asks for it and becomes 0 again, with those of all subclasses, when a class
// dict or the bases change. Nobody ever gets an old version again, so a cache
// entry keyed by one needs no other invalidation.
#include "object/class.h"

#include "base/check.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/func.h"
#include "object/list.h"
#include "object/str.h"
#include "object/type_impl.h"

#define CACHE_SIZE 1024  // a power of two

typedef struct CacheEntry {
    uint32_t version;  // 0 = empty
    TlStr *name;       // counted
    TlRef value;       // borrowed, or TL_NO_VALUE: not there
} CacheEntry;

struct TlLookupCache {
    CacheEntry entries[CACHE_SIZE];
};

static CacheEntry *cache_entry(TlRuntime *rt, uint32_t version,
                               const TlStr *name)
{
    if (rt->lookup_cache == NULL) {
        rt->lookup_cache =
            tl_alloc_zero(&rt->alloc, sizeof *rt->lookup_cache);
        if (rt->lookup_cache == NULL) {
            return NULL;  // it works without
        }
    }
    size_t at = version * 31u ^ (uintptr_t)name >> 4;
    return &rt->lookup_cache->entries[at & (CACHE_SIZE - 1)];
}

void tl_lookup_cache_deinit(TlRuntime *rt)
{
    struct TlLookupCache *cache = rt->lookup_cache;
    rt->lookup_cache = NULL;
    if (cache == NULL) {
        return;
    }
    for (int i = 0; i < CACHE_SIZE; i++) {
        tl_release(rt, cache->entries[i].name);
    }
    tl_free(&rt->alloc, cache, sizeof *cache);
}

static TlRef lookup_in_mro(TlRuntime *rt, TlType *type, TlStr *name)
{
    TlTuple *mro = type->mro;
    if (mro == NULL) {
        return TL_NO_VALUE;
    }
    for (int64_t i = 0; i < mro->len; i++) {
        TlType *t = (TlType *)tl_as_obj(mro->items[i]);
        TlRef found = tl_dict_get_str(rt, t->dict, name);
        if (tl_has_value(found)) {
            return found;
        }
    }
    return TL_NO_VALUE;
}

TlRef tl_type_lookup(TlRuntime *rt, TlType *type, TlStr *name)
{
    uint32_t version = tl_type_version(rt, type);
    CacheEntry *entry = NULL;
    if (version != 0 && name->interned) {
        entry = cache_entry(rt, version, name);
    }
    if (entry == NULL) {
        return lookup_in_mro(rt, type, name);
    }
    if (entry->version != version || entry->name != name) {
        entry->value = lookup_in_mro(rt, type, name);
        entry->version = version;
        TlStr *old = entry->name;
        entry->name = tl_retain(name);
        tl_release(rt, old);
    }
    return entry->value;
}

uint32_t tl_type_version(TlRuntime *rt, TlType *type)
{
    if (type->version != 0 || !(type->flags & TL_TYPE_READY)) {
        return type->version;
    }
    if (rt->next_type_version == UINT32_MAX) {
        return 0;
    }
    // A change of a base must reach this type: bases have versions too.
    for (int64_t i = 0; i < type->bases->len; i++) {
        TlType *base = (TlType *)tl_as_obj(type->bases->items[i]);
        if (tl_type_version(rt, base) == 0) {
            return 0;
        }
    }
    type->version = ++rt->next_type_version;
    return type->version;
}

void tl_type_modified(TlRuntime *rt, TlType *type)
{
    if (type->version == 0) {
        return;  // then no subclass has one either
    }
    type->version = 0;
    for (size_t i = 0; i < type->subclass_count; i++) {
        tl_type_modified(rt, type->subclasses[i]);
    }
}

bool tl_is_subtype(const TlType *type, const TlType *of)
{
    if (type == of) {
        return true;
    }
    const TlTuple *mro = type->mro;
    if (mro == NULL) {  // while the first types are made
        for (type = type->base; type != NULL; type = type->base) {
            if (type == of) {
                return true;
            }
        }
        return false;
    }
    for (int64_t i = 0; i < mro->len; i++) {
        if (tl_as_obj(mro->items[i]) == &of->ob) {
            return true;
        }
    }
    return false;
}

bool tl_is_data_descr(TlRef descr)
{
    return tl_is_obj(descr) &&
           tl_as_obj(descr)->type->slots.descr_set != NULL;
}

TlDict **tl_instance_dict(TlRef obj)
{
    if (!tl_is_obj(obj)) {
        return NULL;
    }
    TlObject *o = tl_as_obj(obj);
    if (o->type->dict_offset == 0) {
        return NULL;
    }
    return (TlDict **)(void *)((char *)o + o->type->dict_offset);
}

// ---- object.__getattribute__ and object.__setattr__

static TlValue bind(TlRuntime *rt, TlRef descr, TlRef obj, TlType *type)
{
    if (tl_is_obj(descr) && tl_as_obj(descr)->type->slots.descr_get != NULL) {
        return tl_as_obj(descr)->type->slots.descr_get(rt, descr, obj, type);
    }
    return tl_incref(descr);
}

TlValue tl_generic_getattr(TlRuntime *rt, TlRef obj, TlStr *name)
{
    TlType *type = tl_type_of(rt, obj);
    // Held, since a descriptor may remove itself from its class.
    TlValue descr = tl_incref(tl_type_lookup(rt, type, name));
    TlValue result;
    if (tl_has_value(descr) && tl_is_data_descr(descr)) {
        result = bind(rt, descr, obj, type);
        tl_decref(rt, descr);
        return result;
    }
    TlDict **dict = tl_instance_dict(obj);
    if (dict != NULL && *dict != NULL) {
        TlRef own = tl_dict_get_str(rt, *dict, name);
        if (tl_has_value(own)) {
            result = tl_incref(own);
            tl_decref(rt, descr);
            return result;
        }
    }
    if (tl_has_value(descr)) {
        result = bind(rt, descr, obj, type);
        tl_decref(rt, descr);
        return result;
    }
    return tl_raise_attribute(rt, obj, name);
}

static TlStatus set_in_dict(TlRuntime *rt, TlRef obj, TlDict **place,
                            TlStr *name, TlRef value)
{
    if (!tl_has_value(value)) {
        int found = *place == NULL
                        ? 0
                        : tl_dict_del(rt, *place, tl_from_obj(name));
        if (found == 0) {
            tl_raise_attribute(rt, obj, name);
        }
        return found == 1 ? TL_OK : TL_RAISED;
    }
    if (*place == NULL) {
        *place = tl_dict_new(rt);
        if (*place == NULL) {
            return TL_RAISED;
        }
    }
    TlDict *dict = tl_retain(*place);
    TlStatus status = tl_dict_set_str(rt, dict, name, value);
    tl_release(rt, dict);
    return status;
}

TlStatus tl_generic_setattr(TlRuntime *rt, TlRef obj, TlStr *name, TlRef value)
{
    TlType *type = tl_type_of(rt, obj);
    TlValue descr = tl_incref(tl_type_lookup(rt, type, name));
    TlStatus status = TL_RAISED;
    if (tl_has_value(descr) && tl_is_data_descr(descr)) {
        status = tl_as_obj(descr)->type->slots.descr_set(rt, descr, obj, value);
        tl_decref(rt, descr);
        return status;
    }
    TlDict **dict = tl_instance_dict(obj);
    if (dict != NULL) {
        status = set_in_dict(rt, obj, dict, name, value);
    } else if (tl_has_value(descr)) {
        tl_raise_fmt(rt, rt->exc.AttributeError,
                     "'%T' object attribute '%U' is read-only", obj, name);
    } else {
        tl_raise_attribute(rt, obj, name);
    }
    tl_decref(rt, descr);
    return status;
}

bool tl_type_simple_init(TlRuntime *rt, TlType *type, TlRef *init)
{
    if (type->slots.new_ != tl_object_new_slot ||
        type->slots.init != tl_slot_init ||
        (type->flags & TL_TYPE_HAS_ABSTRACT) ||
        type->ob.type->slots.call != tl_type_call) {
        return false;
    }
    *init = tl_type_lookup(rt, type, TL_NAME(rt, __init__));
    return tl_is_obj(*init) && tl_as_obj(*init)->type == rt->types.function;
}
