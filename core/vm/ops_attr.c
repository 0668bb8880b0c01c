// ops_attr.c — attributes, with their inline caches.
// SPDX-License-Identifier: MIT
//
// What a cache remembers is guarded by the version of the object's type (or,
// for attributes of classes, of the class itself), so it holds until a class
// changes:
//   FIELD   an entry of the instance dict that no descriptor of the type hides
//   CLASS   a plain attribute found in a class
//   METHOD  a function in the type, for LOAD_METHOD
#include "object/class.h"
#include "object/dict.h"
#include "vm/interp_fast.h"
#include "vm/vm_impl.h"

static bool looks_up_plainly(TlRuntime *rt, const TlType *type)
{
    return type->slots.getattr == tl_generic_getattr ||
           type == rt->types.module;
}

static bool has_field_dict(const TlType *type)
{
    return type->dict_offset != 0;
}

static bool is_function_like(TlRuntime *rt, TlRef v)
{
    return tl_is_obj(v) && (tl_as_obj(v)->type == rt->types.function ||
                            tl_as_obj(v)->type == rt->types.method_descr);
}

static bool is_classmethod(TlRuntime *rt, TlRef v)
{
    return tl_as_obj(v)->type == rt->types.method_descr &&
           (((TlNative *)tl_as_obj(v))->def->kind & TL_FN_CLASS);
}

static bool is_descriptor(TlRef v)
{
    return tl_is_obj(v) &&
           (tl_as_obj(v)->type->slots.descr_get != NULL ||
            tl_as_obj(v)->type->slots.descr_set != NULL);
}

// Remembers where the instance dict of [obj] has [name].
static void cache_field(TlRuntime *rt, TlObject *obj, TlStr *name,
                        TlInlineCache *cache)
{
    const TlDict *dict = tl_field_dict(obj);
    int64_t at =
        dict == NULL ? -1 : tl_dict_find_str(rt, tl_field_dict(obj), name);
    if (at >= 0) {
        cache->kind = TL_CACHE_FIELD;
        cache->at = at;
        cache->version = tl_type_version(rt, obj->type);
    }
}

static void fill_class(TlRuntime *rt, TlType *cls, TlStr *name,
                       TlInlineCache *cache)
{
    if (cls->ob.type != rt->types.type ||
        tl_has_value(tl_type_lookup(rt, rt->types.type, name))) {
        return;
    }
    TlRef found = tl_type_lookup(rt, cls, name);
    bool plain = tl_has_value(found) &&
                 (!is_descriptor(found) ||
                  (is_function_like(rt, found) && !is_classmethod(rt, found)));
    uint32_t version = tl_type_version(rt, cls);
    if (plain && version != 0) {
        cache->kind = TL_CACHE_CLASS;
        cache->version = version;
        cache->value = found;
    }
}

static void fill_load(TlRuntime *rt, TlRef v, TlStr *name,
                      TlInlineCache *cache)
{
    cache->kind = TL_CACHE_NONE;
    if (!tl_is_obj(v)) {
        return;
    }
    TlObject *obj = tl_as_obj(v);
    if (obj->type->flags & TL_TYPE_IS_TYPE) {
        fill_class(rt, (TlType *)obj, name, cache);
        return;
    }
    if (!looks_up_plainly(rt, obj->type) ||
        tl_type_version(rt, obj->type) == 0) {
        return;
    }
    TlRef found = tl_type_lookup(rt, obj->type, name);
    if ((!tl_has_value(found) || !tl_is_data_descr(found)) &&
        has_field_dict(obj->type)) {
        cache_field(rt, obj, name, cache);
    }
}

TlStatus tl_op_load_attr(TlRuntime *rt, TlFrame *f, TlStr *name,
                         TlInlineCache *cache)
{
    fill_load(rt, f->sp[-1], name, cache);
    return tl_replace(rt, f, 1, tl_getattr(rt, f->sp[-1], name));
}

// ---- storing

// The cache says where other instances have [name]; this one gets it now.
static TlStatus add_field(TlRuntime *rt, TlObject *obj, TlStr *name,
                          TlRef value)
{
    TlDict **place =
        (TlDict **)(void *)((char *)obj + obj->type->dict_offset);
    if (*place == NULL) {
        *place = tl_dict_new(rt);
        if (*place == NULL) {
            return TL_RAISED;
        }
    }
    return tl_dict_set_str(rt, *place, name, value);
}

static TlStatus store_and_fill(TlRuntime *rt, TlRef obj, TlStr *name,
                               TlRef value, TlInlineCache *cache)
{
    cache->kind = TL_CACHE_NONE;
    TlStatus status = tl_setattr(rt, obj, name, value);
    if (status == TL_OK && tl_is_obj(obj)) {
        TlType *type = tl_as_obj(obj)->type;
        if (type->slots.setattr == tl_generic_setattr &&
            has_field_dict(type) && tl_type_version(rt, type) != 0 &&
            !tl_is_data_descr(tl_type_lookup(rt, type, name))) {
            cache_field(rt, tl_as_obj(obj), name, cache);
        }
    }
    return status;
}

TlStatus tl_op_store_attr(TlRuntime *rt, TlFrame *f, TlStr *name,
                          TlInlineCache *cache)
{
    TlRef obj = f->sp[-1], value = f->sp[-2];
    bool known = cache->kind == TL_CACHE_FIELD && tl_is_obj(obj) &&
                 tl_as_obj(obj)->type->version == cache->version;
    TlStatus status = known
                          ? add_field(rt, tl_as_obj(obj), name, value)
                          : store_and_fill(rt, obj, name, value, cache);
    tl_drop(rt, f);
    tl_drop(rt, f);
    return status;
}

TlStatus tl_op_delete_attr(TlRuntime *rt, TlFrame *f, TlStr *name)
{
    TlStatus status = tl_setattr(rt, f->sp[-1], name, TL_NO_VALUE);
    tl_drop(rt, f);
    return status;
}

// ---- methods

// An instance attribute hides the type's method.
static bool is_hidden(TlRuntime *rt, TlRef v, TlStr *name)
{
    if (!tl_is_obj(v)) {
        return false;
    }
    TlObject *obj = tl_as_obj(v);
    if (!has_field_dict(obj->type)) {
        return false;
    }
    TlDict *dict = tl_field_dict(obj);
    return dict != NULL && tl_has_value(tl_dict_get_str(rt, dict, name));
}

// Borrowed: the function to call with [obj] as its first argument.
static TlRef find_method(TlRuntime *rt, TlRef obj, TlStr *name,
                         TlInlineCache *cache)
{
    TlType *type = tl_type_of(rt, obj);
    if (cache->kind == TL_CACHE_METHOD && cache->version == type->version) {
        return cache->value;
    }
    if (!looks_up_plainly(rt, type)) {
        return TL_NO_VALUE;
    }
    TlRef found = tl_type_lookup(rt, type, name);
    if (!is_function_like(rt, found) || is_classmethod(rt, found)) {
        return TL_NO_VALUE;
    }
    uint32_t version = tl_type_version(rt, type);
    if (version != 0) {
        cache->kind = TL_CACHE_METHOD;
        cache->version = version;
        cache->value = found;
    }
    return found;
}

TlStatus tl_op_load_method(TlRuntime *rt, TlFrame *f, TlStr *name,
                           TlInlineCache *cache)
{
    TlRef obj = f->sp[-1];
    TlRef hit = cache->kind != TL_CACHE_METHOD ? tl_attr_hit(obj, name, cache)
                                               : TL_NO_VALUE;
    TlRef method = tl_has_value(hit) ? TL_NO_VALUE
                                     : find_method(rt, obj, name, cache);
    if (tl_has_value(method) && !is_hidden(rt, obj, name)) {
        f->sp[-1] = tl_incref(method);
        tl_push(f, obj);
        return TL_OK;
    }
    TlValue v;
    if (tl_has_value(hit)) {
        v = tl_incref(hit);
    } else {
        fill_load(rt, obj, name, cache);
        v = tl_getattr(rt, obj, name);
    }
    if (tl_replace(rt, f, 1, v) != TL_OK) {
        return TL_RAISED;
    }
    tl_push(f, TL_NO_VALUE);
    return TL_OK;
}
