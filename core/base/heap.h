// heap.h — binary min-heap of nodes that know their place.
// SPDX-License-Identifier: MIT
//
// Timers sit in one. A node is embedded in what it orders and stores its
// index, so removing any node is O(log n). The heap owns only its array.
//
// Invariants: nodes[i]->index == i, and no node is less than its parent
// (tl_heap_check walks both). Order between equals is the comparator's
// business: give it a tie-breaker when it matters.

#ifndef TL_BASE_HEAP_H
#define TL_BASE_HEAP_H

#include "base/alloc.h"
#include "base/config.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TlHeapNode {
    size_t index; // place in the heap; only meaningful while inside one
} TlHeapNode;

// The struct of type [type] whose member [member] is at [node].
#define TL_HEAP_ENTRY(node, type, member)                                      \
    ((type *)(void *)((char *)(node)-offsetof(type, member)))

// Strict weak order: may not change for nodes inside a heap.
typedef bool (*TlHeapLess)(const TlHeapNode *a, const TlHeapNode *b);

typedef struct TlHeap {
    TlAlloc *alloc;
    TlHeapNode **nodes; // owned array, borrowed nodes
    size_t len;
    size_t cap;
    TlHeapLess less;
} TlHeap;

// Starts an empty heap; takes no memory yet.
void tl_heap_init(TlHeap *heap, TlAlloc *alloc, TlHeapLess less);

// Frees the array, not the nodes; usable again afterwards.
void tl_heap_deinit(TlHeap *heap);

TL_INLINE size_t tl_heap_len(const TlHeap *heap) {
    return heap->len;
}

// Returns a least node without removing it; NULL when empty.
TL_INLINE TlHeapNode *tl_heap_peek(const TlHeap *heap) {
    return heap->len == 0 ? NULL : heap->nodes[0];
}

// Adds [node], which is in no heap. It must stay where it is in memory while
// inside. False when memory was refused; nothing changed.
TL_MUST_CHECK bool tl_heap_push(TlHeap *heap, TlHeapNode *node);

// Removes and returns a least node; NULL when empty.
TlHeapNode *tl_heap_pop_min(TlHeap *heap);

// Removes [node], which is in this heap.
void tl_heap_remove(TlHeap *heap, TlHeapNode *node);

// Whether the invariants hold. O(n), for tests and stress builds.
bool tl_heap_check(const TlHeap *heap);

#endif
