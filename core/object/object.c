// object.c — memory of objects: allocation, death, deferred deallocation.
// SPDX-License-Identifier: MIT
//
// A block is [fields a class adds in front][TlGcHead][object]; the first two
// only where the type has them. A dying object is finalised (once in its
// life; it may come back), loses its weak references, leaves the collector's
// list and is freed by its type. Chains of any length die without recursion:
// past DEALLOC_DEPTH levels objects wait in rt->trash.
#include "object/object.h"

#include "base/check.h"
#include "object/exc.h"
#include "object/runtime.h"
#include "object/type_impl.h"
#include "object/weakref.h"

// As deep as CPython's trashcan.
#define DEALLOC_DEPTH 50

// 24 bits of the header hold an object's number.
#define NUMBER_MAX ((1u << (32 - TL_OB_NUMBER_SHIFT)) - 1)

static size_t front_size(const TlType *type)
{
    size_t head = type->flags & TL_TYPE_GC ? sizeof(TlGcHead) : 0;
    return head + type->prefix_size;
}

static TlGcHead *gc_head(TlObject *obj)
{
    return (TlGcHead *)(void *)obj - 1;
}

void *tl_object_new(TlRuntime *rt, TlType *type)
{
    return tl_object_new_sized(rt, type, type->basic_size);
}

void *tl_object_new_sized(TlRuntime *rt, TlType *type, size_t size)
{
    size_t front = front_size(type);
    char *block = NULL;
    if (size <= SIZE_MAX / 2) {
        block = tl_alloc_zero(&rt->alloc, front + size);
    }
    if (block == NULL) {
        tl_raise_memory(rt);
        return NULL;
    }
    TlObject *obj = (TlObject *)(void *)(block + front);
    obj->refs = 1;
    obj->type = type;
    type->ob.refs++;
    rt->live_objects++;
    if (type->flags & TL_TYPE_HEAP) {
        tl_instance_init_slots(type, obj);
    }
    if (type->flags & TL_TYPE_GC) {
        tl_gc_track(rt, obj);
    }
    return obj;
}

void tl_object_free(TlRuntime *rt, TlObject *obj)
{
    tl_object_free_sized(rt, obj, obj->type->basic_size);
}

void tl_object_free_sized(TlRuntime *rt, TlObject *obj, size_t size)
{
    TlType *type = obj->type;
    size_t front = front_size(type);
    tl_gc_untrack(rt, obj);
    tl_free(&rt->alloc, (char *)obj - front, front + size);
    rt->live_objects--;
    tl_release(rt, type);
}

void tl_gc_track(TlRuntime *rt, TlObject *obj)
{
    TL_ASSERT(obj->type->flags & TL_TYPE_GC, "only GC types are tracked");
    if (obj->bits & TL_OB_TRACKED) {
        return;
    }
    TlGcHead *head = gc_head(obj);
    TlGcHead *list = &rt->gc_list;
    head->prev = list->prev;
    head->next = list;
    list->prev->next = head;
    list->prev = head;
    obj->bits |= TL_OB_TRACKED;
    rt->gc_count++;
    if (rt->gc_count > rt->gc_threshold && rt->gc_enabled) {
        tl_tick_expire(rt);
    }
}

void tl_gc_untrack(TlRuntime *rt, TlObject *obj)
{
    if (!(obj->bits & TL_OB_TRACKED)) {
        return;
    }
    TlGcHead *head = gc_head(obj);
    head->prev->next = head->next;
    head->next->prev = head->prev;
    head->prev = head->next = NULL;
    obj->bits &= ~(uint32_t)TL_OB_TRACKED;
    rt->gc_count--;
}

// True when the object lives on.
static bool finalize(TlRuntime *rt, TlObject *obj)
{
    if (obj->type->slots.finalize == NULL || (obj->bits & TL_OB_FINALIZED)) {
        return false;
    }
    obj->bits |= TL_OB_FINALIZED;
    obj->refs = 1;
    obj->type->slots.finalize(rt, tl_from_obj(obj));
    return --obj->refs > 0;
}

static void destroy(TlRuntime *rt, TlObject *obj)
{
    if (finalize(rt, obj)) {
        return;
    }
    if (obj->bits & TL_OB_WEAKREFED) {
        tl_weakrefs_clear(rt, obj);
    }
    // From here on the collector must not see it half taken apart.
    tl_gc_untrack(rt, obj);
    obj->type->slots.free(rt, obj);
}

// The trash is linked through the collector's head: what cannot nest deeply
// has none and is never deferred.
static void defer(TlRuntime *rt, TlObject *obj)
{
    tl_gc_untrack(rt, obj);
    gc_head(obj)->next = (TlGcHead *)(void *)rt->trash;
    rt->trash = obj;
}

static void empty_trash(TlRuntime *rt)
{
    while (rt->trash != NULL) {
        TlObject *obj = rt->trash;
        rt->trash = (TlObject *)(void *)gc_head(obj)->next;
        gc_head(obj)->next = NULL;
        // Its finalizer may bring it back to life.
        tl_gc_track(rt, obj);
        rt->dealloc_depth++;
        destroy(rt, obj);
        rt->dealloc_depth--;
    }
}

void tl_object_dead(TlRuntime *rt, TlObject *obj)
{
    if (rt->dealloc_depth >= DEALLOC_DEPTH &&
        (obj->type->flags & TL_TYPE_GC)) {
        defer(rt, obj);
        return;
    }
    rt->dealloc_depth++;
    destroy(rt, obj);
    rt->dealloc_depth--;
    if (rt->dealloc_depth == 0 && rt->trash != NULL) {
        empty_trash(rt);
    }
}

uint32_t tl_object_number(TlRuntime *rt, TlObject *obj)
{
    uint32_t number = obj->bits >> TL_OB_NUMBER_SHIFT;
    if (number == 0) {
        rt->next_object_number = rt->next_object_number % NUMBER_MAX + 1;
        number = rt->next_object_number;
        obj->bits |= number << TL_OB_NUMBER_SHIFT;
    }
    return number;
}

uint64_t tl_object_address(TlRuntime *rt, TlObject *obj)
{
    return UINT64_C(0x7f0000000000) + 16 * (uint64_t)tl_object_number(rt, obj);
}
