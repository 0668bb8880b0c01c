// heap.c — binary min-heap of nodes that know their place.
// SPDX-License-Identifier: MIT
//
// Sifting moves a hole instead of swapping: every step writes one slot, and
// the node is put down once where the hole ends up.

#include "base/heap.h"

#include "base/check.h"

static void put(TlHeap *heap, size_t i, TlHeapNode *node) {
    heap->nodes[i] = node;
    node->index = i;
}

// Moves the hole at [i] towards the root until [node] fits into it.
static void sift_up(TlHeap *heap, size_t i, TlHeapNode *node) {
    while (i > 0) {
        size_t parent = (i - 1) / 2;
        if (!heap->less(node, heap->nodes[parent])) {
            break;
        }
        put(heap, i, heap->nodes[parent]);
        i = parent;
    }
    put(heap, i, node);
}

// Moves the hole at [i] towards the leaves until [node] fits into it.
static void sift_down(TlHeap *heap, size_t i, TlHeapNode *node) {
    for (;;) {
        size_t child = 2 * i + 1;
        if (child >= heap->len) {
            break;
        }
        if (child + 1 < heap->len &&
            heap->less(heap->nodes[child + 1], heap->nodes[child])) {
            child++;
        }
        if (!heap->less(heap->nodes[child], node)) {
            break;
        }
        put(heap, i, heap->nodes[child]);
        i = child;
    }
    put(heap, i, node);
}

void tl_heap_init(TlHeap *heap, TlAlloc *alloc, TlHeapLess less) {
    *heap = (TlHeap){.alloc = alloc, .less = less};
}

void tl_heap_deinit(TlHeap *heap) {
    tl_free(heap->alloc, heap->nodes, heap->cap * sizeof(TlHeapNode *));
    tl_heap_init(heap, heap->alloc, heap->less);
}

bool tl_heap_push(TlHeap *heap, TlHeapNode *node) {
    if (heap->len == heap->cap) {
        size_t cap = heap->cap == 0 ? 8 : heap->cap * 2;
        TlHeapNode **nodes = tl_realloc(heap->alloc, heap->nodes,
                                        heap->cap * sizeof(TlHeapNode *),
                                        cap * sizeof(TlHeapNode *));
        if (nodes == NULL) {
            return false;
        }
        heap->nodes = nodes;
        heap->cap = cap;
    }
    heap->len++;
    sift_up(heap, heap->len - 1, node);
    return true;
}

TlHeapNode *tl_heap_pop_min(TlHeap *heap) {
    TlHeapNode *min = tl_heap_peek(heap);
    if (min != NULL) {
        tl_heap_remove(heap, min);
    }
    return min;
}

void tl_heap_remove(TlHeap *heap, TlHeapNode *node) {
    size_t i = node->index;
    TL_ASSERT(i < heap->len && heap->nodes[i] == node,
              "a removed node is in the heap");
    TlHeapNode *last = heap->nodes[--heap->len];
    if (last == node) {
        return;
    }
    // The last node may come from another branch, so it can belong above the
    // hole as well as below it.
    if (i > 0 && heap->less(last, heap->nodes[(i - 1) / 2])) {
        sift_up(heap, i, last);
    } else {
        sift_down(heap, i, last);
    }
}

bool tl_heap_check(const TlHeap *heap) {
    for (size_t i = 0; i < heap->len; i++) {
        const TlHeapNode *node = heap->nodes[i];
        if (node->index != i ||
            (i > 0 && heap->less(node, heap->nodes[(i - 1) / 2]))) {
            return false;
        }
    }
    return true;
}
