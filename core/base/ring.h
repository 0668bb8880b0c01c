// ring.h — double-ended queue of pointers in a ring.
// SPDX-License-Identifier: MIT
//
// The loop's ready queue and every other first-in-first-out list. Pushing and
// popping are O(1); growth is refused or done before anything changes.
//
// Invariants: cap is 0 or a power of two; the queue's item i is at
// items[(head + i) & (cap - 1)], for i < len. The ring does not own what it
// points to.

#ifndef TL_BASE_RING_H
#define TL_BASE_RING_H

#include "base/alloc.h"
#include "base/check.h"
#include "base/config.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TlRing {
    TlAlloc *alloc;
    void **items; // owned array
    size_t cap;
    size_t head; // index of the first item, < cap
    size_t len;
} TlRing;

// Starts an empty ring; takes no memory yet.
void tl_ring_init(TlRing *ring, TlAlloc *alloc);

// Frees the array, not what it points to; usable again afterwards.
void tl_ring_deinit(TlRing *ring);

// Forgets all items, keeps the array.
void tl_ring_clear(TlRing *ring);

// Doubles the room, keeping the order. False when refused; nothing changed.
TL_MUST_CHECK bool tl_ring_grow(TlRing *ring);

TL_INLINE size_t tl_ring_len(const TlRing *ring) {
    return ring->len;
}

// Returns item [i], counted from the front, without removing it.
TL_INLINE void *tl_ring_peek(const TlRing *ring, size_t i) {
    TL_ASSERT(i < ring->len, "a peeked index is inside the ring");
    return ring->items[(ring->head + i) & (ring->cap - 1)];
}

// Adds [item] at the back. False when memory was refused; nothing changed.
TL_MUST_CHECK TL_INLINE bool tl_ring_push(TlRing *ring, void *item) {
    if (TL_UNLIKELY(ring->len == ring->cap) && !tl_ring_grow(ring)) {
        return false;
    }
    ring->items[(ring->head + ring->len) & (ring->cap - 1)] = item;
    ring->len++;
    return true;
}

// Adds [item] at the front. False when memory was refused; nothing changed.
TL_MUST_CHECK TL_INLINE bool tl_ring_push_front(TlRing *ring, void *item) {
    if (TL_UNLIKELY(ring->len == ring->cap) && !tl_ring_grow(ring)) {
        return false;
    }
    ring->head = (ring->head - 1) & (ring->cap - 1);
    ring->items[ring->head] = item;
    ring->len++;
    return true;
}

// Removes and returns the front item; NULL when the ring is empty.
TL_INLINE void *tl_ring_pop(TlRing *ring) {
    if (ring->len == 0) {
        return NULL;
    }
    void *item = ring->items[ring->head];
    ring->head = (ring->head + 1) & (ring->cap - 1);
    ring->len--;
    return item;
}

#endif
