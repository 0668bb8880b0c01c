// ring.c — growth of the ring; the daily work is inline in ring.h.
// SPDX-License-Identifier: MIT

#include "base/ring.h"

#include <string.h>

void tl_ring_init(TlRing *ring, TlAlloc *alloc) {
    *ring = (TlRing){.alloc = alloc};
}

void tl_ring_deinit(TlRing *ring) {
    tl_free(ring->alloc, ring->items, ring->cap * sizeof(void *));
    tl_ring_init(ring, ring->alloc);
}

void tl_ring_clear(TlRing *ring) {
    ring->head = 0;
    ring->len = 0;
}

bool tl_ring_grow(TlRing *ring) {
    size_t cap = ring->cap == 0 ? 8 : ring->cap * 2;
    void **items = tl_alloc(ring->alloc, cap * sizeof(void *));
    if (items == NULL) {
        return false;
    }
    // Straighten the ring: head to the array's end, then what wrapped.
    size_t first = ring->cap - ring->head;
    if (first > ring->len) {
        first = ring->len;
    }
    if (ring->len > 0) {
        memcpy(items, ring->items + ring->head, first * sizeof(void *));
        memcpy(items + first, ring->items,
               (ring->len - first) * sizeof(void *));
    }
    tl_free(ring->alloc, ring->items, ring->cap * sizeof(void *));
    ring->items = items;
    ring->cap = cap;
    ring->head = 0;
    return true;
}
