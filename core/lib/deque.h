// deque.h — collections.deque: a ring of values.
// SPDX-License-Identifier: MIT
#ifndef TL_LIB_DEQUE_H
#define TL_LIB_DEQUE_H

#include "object/type_spec.h"

typedef struct TlDeque {
    TlObject ob;
    TlValue *ring;     // owned; cap places, item i at (head + i) & (cap - 1)
    int64_t cap;       // 0 or a power of two
    int64_t head, len;
    int64_t maxlen;    // -1 = unbounded
    uint64_t changes;  // counts every change of size or order
} TlDeque;

static inline TlDeque *tl_as_deque(TlRef v) { return (TlDeque *)tl_as_obj(v); }

static inline TlValue *tl_deque_at(const TlDeque *d, int64_t i)
{
    return &d->ring[(d->head + i) & (d->cap - 1)];
}

// Add at an end; an item falls out at the other when there are maxlen.
TlStatus tl_deque_push(TlRuntime *rt, TlDeque *d, TlRef item);
TlStatus tl_deque_push_left(TlRuntime *rt, TlDeque *d, TlRef item);
// The deque must not be empty. Owned.
TlValue tl_deque_pop(TlDeque *d);
TlValue tl_deque_pop_left(TlDeque *d);
void tl_deque_empty(TlRuntime *rt, TlDeque *d);
TlStatus tl_deque_extend(TlRuntime *rt, TlDeque *d, TlRef iterable);
// Of the same class and maxlen; NULL = raised.
TlDeque *tl_deque_copy(TlRuntime *rt, TlDeque *d);
// A forward or backward iterator.
TlValue tl_deque_iter(TlRuntime *rt, TlRef self, bool backwards);
// del deque[i]; [i] is a valid place.
void tl_deque_delete_at(TlRuntime *rt, TlDeque *d, int64_t i);

extern const TlNativeDef tl_deque_methods[];
extern const TlGetSetDef tl_deque_getsets[];

#endif
