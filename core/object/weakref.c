// weakref.c — weak references and the table that finds them.
// SPDX-License-Identifier: MIT
//
// The table is a chained hash table over the references themselves, keyed by
// the target's address; references to one target are in one bucket, newest
// first, which is the order CPython calls them back in.
#include "object/weakref.h"

#include "base/check.h"
#include "object/builtin_args.h"
#include "object/class.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/str.h"
#include "object/type_impl.h"

#define FIRST_BUCKETS 64

typedef struct Table {
    TlWeakref **buckets;
    size_t size;   // a power of two
    size_t count;  // references in it
} Table;

static Table *table_of(TlRuntime *rt)
{
    return rt->weakrefs;
}

static size_t place(const Table *table, const TlObject *target)
{
    uint64_t key = (uint64_t)(uintptr_t)target >> 4;
    return (size_t)((key * UINT64_C(0x9E3779B97F4A7C15)) >> 32) &
           (table->size - 1);
}

static TlStatus grow(TlRuntime *rt, Table *table, size_t size)
{
    Table grown = {NULL, size, table->count};
    grown.buckets = tl_alloc_zero(&rt->alloc, size * sizeof *grown.buckets);
    if (grown.buckets == NULL) {
        tl_raise_memory(rt);
        return TL_RAISED;
    }
    for (size_t i = 0; i < table->size; i++) {
        // Appending keeps the order within a chain.
        for (TlWeakref *ref = table->buckets[i], *next; ref; ref = next) {
            next = ref->next;
            TlWeakref **end = &grown.buckets[place(&grown, ref->target)];
            while (*end != NULL) {
                end = &(*end)->next;
            }
            ref->next = NULL;
            *end = ref;
        }
    }
    tl_free(&rt->alloc, table->buckets, table->size * sizeof *table->buckets);
    *table = grown;
    return TL_OK;
}

static TlStatus make_room(TlRuntime *rt)
{
    if (rt->weakrefs == NULL) {
        rt->weakrefs = tl_alloc_zero(&rt->alloc, sizeof(Table));
        if (rt->weakrefs == NULL) {
            tl_raise_memory(rt);
            return TL_RAISED;
        }
    }
    Table *table = table_of(rt);
    if (table->count < table->size) {
        return TL_OK;
    }
    return grow(rt, table, table->size == 0 ? FIRST_BUCKETS : table->size * 2);
}

void tl_weakrefs_deinit(TlRuntime *rt)
{
    Table *table = table_of(rt);
    rt->weakrefs = NULL;
    if (table != NULL) {
        tl_free(&rt->alloc, table->buckets,
                table->size * sizeof *table->buckets);
        tl_free(&rt->alloc, table, sizeof *table);
    }
}

static void unlink_ref(TlRuntime *rt, TlWeakref *ref)
{
    Table *table = table_of(rt);
    TlWeakref **at = &table->buckets[place(table, ref->target)];
    while (*at != ref) {
        TL_ASSERT(*at != NULL, "a live weak reference is in the table");
        at = &(*at)->next;
    }
    *at = ref->next;
    ref->next = NULL;
    ref->target = NULL;
    table->count--;
}

static TlWeakref *find(TlRuntime *rt, const TlObject *target,
                       const TlType *type)
{
    Table *table = table_of(rt);
    if (!(target->bits & TL_OB_WEAKREFED)) {
        return NULL;
    }
    TlWeakref *ref = table->buckets[place(table, target)];
    for (; ref != NULL; ref = ref->next) {
        if (ref->target == target &&
            (type == NULL ||
             (ref->ob.type == type && !tl_has_value(ref->callback)))) {
            return ref;
        }
    }
    return NULL;
}

// ---- who can be referred to weakly

static bool is_refusing(TlRuntime *rt, TlType *type)
{
    const TlTypes *t = &rt->types;
    if (type->flags & TL_TYPE_HEAP) {
        return !(type->flags & TL_TYPE_WEAKREF);
    }
    return (type->flags & (TL_TYPE_IS_STR | TL_TYPE_IS_LIST |
                           TL_TYPE_IS_TUPLE | TL_TYPE_IS_DICT |
                           TL_TYPE_IS_BYTES | TL_TYPE_IS_INT |
                           TL_TYPE_IS_FLOAT | TL_TYPE_IS_EXC)) ||
           type == t->object || type == t->range || type == t->slice ||
           type == t->cell || type == t->property || type == t->super ||
           type == t->namespace || type == t->getset || type == t->member ||
           type == t->method_descr || type == t->slot_wrapper ||
           type == t->method_wrapper || type == t->bytearray ||
           type == t->mapping_proxy;
}

static bool takes_weakrefs(TlRuntime *rt, TlRef v)
{
    return tl_is_obj(v) && !is_refusing(rt, tl_as_obj(v)->type);
}

// ---- making

static TlValue make(TlRuntime *rt, TlType *type, TlRef obj, TlRef callback)
{
    if (!takes_weakrefs(rt, obj)) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "cannot create weak reference to '%T' object",
                            obj);
    }
    TlObject *target = tl_as_obj(obj);
    bool plain = !tl_has_value(callback) || tl_is_none(callback);
    if (plain) {
        TlWeakref *old = find(rt, target, type);
        if (old != NULL) {
            return tl_incref(tl_from_obj(old));
        }
    }
    if (make_room(rt) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlWeakref *ref = tl_object_new(rt, type);
    if (ref == NULL) {
        return TL_NO_VALUE;
    }
    ref->target = target;
    ref->callback = plain ? TL_NO_VALUE : tl_incref(callback);
    ref->hash = -1;
    Table *table = table_of(rt);
    TlWeakref **bucket = &table->buckets[place(table, target)];
    ref->next = *bucket;
    *bucket = ref;
    table->count++;
    target->bits |= TL_OB_WEAKREFED;
    return tl_from_obj(ref);
}

TlValue tl_weakref_new(TlRuntime *rt, TlRef obj, TlRef callback)
{
    return make(rt, rt->types.weakref, obj, callback);
}

TlValue tl_weakref_existing(TlRuntime *rt, TlRef obj)
{
    TlWeakref *ref = NULL;
    if (tl_is_obj(obj)) {
        ref = find(rt, tl_as_obj(obj), rt->types.weakref);
    }
    return ref == NULL ? TL_NONE : tl_incref(tl_from_obj(ref));
}

static TlWeakref *as_ref(TlRef v)
{
    return (TlWeakref *)(void *)tl_as_obj(v);
}

TlValue tl_weakref_get(TlRef weakref)
{
    TlObject *target = as_ref(weakref)->target;
    return target == NULL ? TL_NONE : tl_incref(tl_from_obj(target));
}

// ---- death of a target

void tl_weakrefs_clear(TlRuntime *rt, TlObject *obj)
{
    // First clear all, keeping those that want to be called, then call.
    TlValue error = rt->error;
    rt->error = TL_NO_VALUE;
    TlWeakref *calls = NULL, **end = &calls;
    for (TlWeakref *ref; (ref = find(rt, obj, NULL)) != NULL;) {
        unlink_ref(rt, ref);
        if (tl_has_value(ref->callback) && ref->ob.refs > 0) {
            *end = tl_retain(ref);
            end = &ref->next;
        }
    }
    obj->bits &= ~(uint32_t)TL_OB_WEAKREFED;
    while (calls != NULL) {
        TlWeakref *ref = calls;
        calls = ref->next;
        ref->next = NULL;
        TlValue callback = ref->callback;
        ref->callback = TL_NO_VALUE;
        TlValue result = tl_call1(rt, callback, tl_from_obj(ref));
        if (!tl_has_value(result)) {
            tl_write_unraisable(rt, callback);
        }
        tl_decref(rt, result);
        tl_decref(rt, callback);
        tl_release(rt, ref);
    }
    rt->error = error;
}

// ---- the type

static TlValue ref_new(TlRuntime *rt, TlType *type, const TlRef *args,
                       int nargs, TlTuple *kwnames)
{
    if (tl_check_nargs(rt, "__new__", nargs, 1, 2) != TL_OK) {
        return TL_NO_VALUE;
    }
    return make(rt, type, args[0], nargs == 2 ? args[1] : TL_NO_VALUE);
}

static TlStatus ref_init(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames)
{
    if (tl_check_no_keywords(rt, "ref", kwnames) != TL_OK) {
        return TL_RAISED;
    }
    return tl_check_nargs(rt, "__init__", nargs, 1, 2);
}

static TlValue ref_call(TlRuntime *rt, TlRef self, const TlRef *args,
                        int nargs, TlTuple *kwnames)
{
    if (tl_check_no_keywords(rt, "ReferenceType", kwnames) != TL_OK) {
        return TL_NO_VALUE;
    }
    if (nargs != 0) {
        return tl_raise_fmt(
            rt, rt->exc.TypeError,
            "weakref.ReferenceType.__call__() takes no arguments (%d given)",
            nargs);
    }
    return tl_weakref_get(self);
}

static TlStatus ref_hash(TlRuntime *rt, TlRef self, int64_t *hash)
{
    TlWeakref *ref = as_ref(self);
    if (ref->hash == -1) {
        if (ref->target == NULL) {
            tl_raise(rt, rt->exc.TypeError, "weak object has gone away");
            return TL_RAISED;
        }
        TlValue target = tl_weakref_get(self);
        int64_t value;
        TlStatus status = tl_hash(rt, target, &value);
        tl_decref(rt, target);
        if (status != TL_OK) {
            return TL_RAISED;
        }
        ref->hash = value;
    }
    *hash = ref->hash;
    return TL_OK;
}

// Live ones compare as their targets, dead ones by identity.
static TlValue ref_compare(TlRuntime *rt, TlRef a, TlRef b, TlCompareOp op)
{
    if ((op != TL_EQ && op != TL_NE) || !tl_is_weakref(rt, a) ||
        !tl_is_weakref(rt, b)) {
        return TL_NOT_IMPLEMENTED;
    }
    if (as_ref(a)->target == NULL || as_ref(b)->target == NULL) {
        return tl_bool((a == b) == (op == TL_EQ));
    }
    TlValue x = tl_weakref_get(a), y = tl_weakref_get(b);
    TlValue result = tl_compare(rt, x, y, op);
    tl_decref(rt, x);
    tl_decref(rt, y);
    return result;
}

static TlValue ref_repr(TlRuntime *rt, TlRef self)
{
    char own[TL_ADDRESS_TEXT], other[TL_ADDRESS_TEXT];
    tl_address_text(rt, self, own);
    TlObject *target = as_ref(self)->target;
    if (target == NULL) {
        return tl_str_fmt(rt, "<weakref at %s; dead>", own);
    }
    TlRef v = tl_from_obj(target);
    tl_address_text(rt, v, other);
    return tl_str_fmt(rt, "<weakref at %s; to '%T' at %s>", own, v, other);
}

static TlValue get_callback(TlRuntime *rt, TlRef self, void *closure)
{
    TlRef callback = as_ref(self)->callback;
    return tl_has_value(callback) ? tl_incref(callback) : TL_NONE;
}

static const TlGetSetDef ref_getsets[] = {
    {"__callback__", get_callback, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};

static void ref_traverse(TlObject *obj, TlVisit visit, void *arg)
{
    tl_visit(((TlWeakref *)(void *)obj)->callback, visit, arg);
}

static void ref_clear(TlRuntime *rt, TlObject *obj)
{
    tl_clear(rt, &((TlWeakref *)(void *)obj)->callback);
}

static void ref_free(TlRuntime *rt, TlObject *obj)
{
    TlWeakref *ref = (TlWeakref *)(void *)obj;
    if (ref->target != NULL) {
        unlink_ref(rt, ref);
    }
    ref_clear(rt, obj);
    tl_object_free(rt, obj);
}

static const TlSlots ref_slots = {
    .free = ref_free,
    .traverse = ref_traverse,
    .clear = ref_clear,
    .repr = ref_repr,
    .hash = ref_hash,
    .compare = ref_compare,
    .call = ref_call,
    .new_ = ref_new,
    .init = ref_init,
};

const TlTypeSpec tl_weakref_spec = {
    .name = "ReferenceType",
    .module = "weakref",
    .size = sizeof(TlWeakref),
    .flags = TL_TYPE_GC | TL_TYPE_BASE,
    .slots = &ref_slots,
    .getsets = ref_getsets,
};
