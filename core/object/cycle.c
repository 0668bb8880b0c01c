// cycle.c — the cycle collector: trial deletion over the tracked objects.
// SPDX-License-Identifier: MIT
//
// Three passes find what only garbage refers to: count each object's
// references that do not come from tracked objects, mark everything reachable
// from those that have some, split off the rest. No user code runs during the
// passes, and counts are not touched: the copy being counted down lives in
// TlGcHead.prev, which later links the list of objects still to be marked and
// is put right by the last pass.
//
// Then, as CPython 3.11: weak references to the garbage are cleared and their
// callbacks run, finalizers run, the passes are repeated over the garbage (a
// finalizer may have brought some back), and what is left is cleared.
#include "object/object.h"

#include "base/check.h"
#include "object/runtime.h"
#include "object/weakref.h"

#define THRESHOLD_MIN 10000

static TlObject *object_of(TlGcHead *head)
{
    return (TlObject *)(void *)(head + 1);
}

static TlGcHead *head_of(TlObject *obj)
{
    return (TlGcHead *)(void *)obj - 1;
}

static bool is_white(const TlObject *obj)
{
    return (obj->bits & TL_OB_WHITE) != 0;
}

// The type of an instance is a reference like any other, but only classes can
// be part of garbage.
static void traverse(TlObject *obj, TlVisit visit, void *arg)
{
    if (obj->type->flags & TL_TYPE_HEAP) {
        visit(&obj->type->ob, arg);
    }
    if (obj->type->slots.traverse != NULL) {
        obj->type->slots.traverse(obj, visit, arg);
    }
}

static void set_count(TlObject *obj, uintptr_t count)
{
    head_of(obj)->prev = (TlGcHead *)count;
}

static uintptr_t get_count(TlObject *obj)
{
    return (uintptr_t)head_of(obj)->prev;
}

static void subtract_one(TlObject *child, void *arg)
{
    if (is_white(child)) {
        TL_ASSERT(get_count(child) > 0, "every reference is counted");
        set_count(child, get_count(child) - 1);
    }
}

// Pass 1: white, and counts without the references from inside [list].
static void count_outside(TlGcHead *list)
{
    for (TlGcHead *h = list->next; h != list; h = h->next) {
        TlObject *obj = object_of(h);
        obj->bits |= TL_OB_WHITE;
        set_count(obj, obj->refs);
    }
    for (TlGcHead *h = list->next; h != list; h = h->next) {
        traverse(object_of(h), subtract_one, NULL);
    }
}

static void mark(TlObject *obj, void *arg)
{
    TlGcHead **todo = arg;
    if (is_white(obj)) {
        obj->bits &= ~(uint32_t)TL_OB_WHITE;
        head_of(obj)->prev = *todo;
        *todo = head_of(obj);
    }
}

// Pass 2: what has a reference from outside, and all it reaches, is no longer
// white.
static void mark_reachable(TlGcHead *list)
{
    TlGcHead *todo = NULL;
    for (TlGcHead *h = list->next; h != list; h = h->next) {
        TlObject *root = object_of(h);
        if (is_white(root) && get_count(root) > 0) {
            mark(root, &todo);
        }
        while (todo != NULL) {
            TlObject *obj = object_of(todo);
            todo = todo->prev;
            traverse(obj, mark, &todo);
        }
    }
}

static void append(TlGcHead *list, TlGcHead *head)
{
    head->prev = list->prev;
    head->next = list;
    list->prev->next = head;
    list->prev = head;
}

static void list_init(TlGcHead *list)
{
    list->prev = list->next = list;
}

// Moves everything in [from] to the end of [to].
static void splice(TlGcHead *to, TlGcHead *from)
{
    if (from->next == from) {
        return;
    }
    from->next->prev = to->prev;
    to->prev->next = from->next;
    from->prev->next = to;
    to->prev = from->prev;
    list_init(from);
}

// Pass 3: relinks [list] and moves what is still white to [garbage], in the
// order they were made.
static void split(TlGcHead *list, TlGcHead *garbage)
{
    TlGcHead *next = list->next;
    list_init(list);
    while (next != list) {
        TlGcHead *h = next;
        next = h->next;
        TlObject *obj = object_of(h);
        append(is_white(obj) ? garbage : list, h);
        obj->bits &= ~(uint32_t)TL_OB_WHITE;
    }
}

static void find_garbage(TlGcHead *list, TlGcHead *garbage)
{
    count_outside(list);
    mark_reachable(list);
    split(list, garbage);
}

// Runs [step] on every object of [list]; each is kept alive meanwhile and
// stays in [done] (unless it dies), so user code may do what it wants.
static void for_each(TlRuntime *rt, TlGcHead *list, TlGcHead *done,
                     void (*step)(TlRuntime *rt, TlObject *obj))
{
    while (list->next != list) {
        TlGcHead *h = list->next;
        TlObject *obj = object_of(h);
        h->prev->next = h->next;
        h->next->prev = h->prev;
        append(done, h);
        obj->refs++;
        step(rt, obj);
        tl_release(rt, obj);
    }
}

// A reference that is garbage itself never calls back.
static void silence(TlRuntime *rt, TlObject *obj)
{
    if (tl_is_weakref(rt, tl_from_obj(obj))) {
        tl_clear(rt, &((TlWeakref *)(void *)obj)->callback);
    }
}

static void clear_weakrefs(TlRuntime *rt, TlObject *obj)
{
    if (obj->bits & TL_OB_WEAKREFED) {
        tl_weakrefs_clear(rt, obj);
    }
}

static void finalize(TlRuntime *rt, TlObject *obj)
{
    if (obj->type->slots.finalize != NULL &&
        !(obj->bits & TL_OB_FINALIZED)) {
        obj->bits |= TL_OB_FINALIZED;
        obj->type->slots.finalize(rt, tl_from_obj(obj));
    }
}

static void clear(TlRuntime *rt, TlObject *obj)
{
    if (obj->type->slots.clear != NULL) {
        obj->type->slots.clear(rt, obj);
    }
}

static size_t length(const TlGcHead *list)
{
    size_t n = 0;
    for (const TlGcHead *h = list->next; h != list; h = h->next) {
        n++;
    }
    return n;
}

static void free_garbage(TlRuntime *rt, TlGcHead *garbage)
{
    TlGcHead done;
    list_init(&done);
    for_each(rt, garbage, &done, silence);
    splice(garbage, &done);
    for_each(rt, garbage, &done, clear_weakrefs);
    splice(garbage, &done);
    for_each(rt, garbage, &done, finalize);
    // What a finalizer made reachable again survives this collection.
    TlGcHead dead;
    list_init(&dead);
    find_garbage(&done, &dead);
    splice(&rt->gc_list, &done);
    for_each(rt, &dead, &rt->gc_list, clear);
}

size_t tl_gc_collect(TlRuntime *rt)
{
    if (rt->gc_running) {
        return 0;
    }
    rt->gc_running = true;
    TlGcHead garbage;
    list_init(&garbage);
    find_garbage(&rt->gc_list, &garbage);
    size_t found = length(&garbage);
    if (found > 0) {
        TlValue error = rt->error;
        rt->error = TL_NO_VALUE;
        free_garbage(rt, &garbage);
        TL_ASSERT(rt->error == TL_NO_VALUE, "finalizers keep errors in");
        rt->error = error;
    }
    // Each collection visits all survivors, so it waits until as many objects
    // again have been made: the cost per object stays constant.
    rt->gc_threshold = rt->gc_count * 2;
    if (rt->gc_threshold < THRESHOLD_MIN) {
        rt->gc_threshold = THRESHOLD_MIN;
    }
    rt->gc_running = false;
    return found;
}
