// alloc.h — the one way to get memory: pool, budget, failure on demand.
// SPDX-License-Identifier: MIT
//
// All memory of a runtime comes from one TlAlloc, which gets it from the
// host's realloc-like function. Callers pass the exact size back when they
// free, so blocks carry no headers.
//
// Blocks up to TL_ALLOC_SMALL_MAX bytes come in 16-byte size classes, carved
// from chunks and recycled through a free list per class; larger ones go to
// the host one by one. Chunks go back to the host at deinit only.
//
// Invariants: [live_bytes] is the sum of all live blocks, each rounded up to
// 16 bytes, and never exceeds a non-zero [budget] through an allocation;
// [peak_bytes] is the highest value it has had. [fast_limit] is the highest
// live_bytes the inline path may reach by itself: the peak so far (within the
// budget), or 0 while failures are being injected. That makes one comparison
// cover the peak, the budget and the injection.

#ifndef TL_BASE_ALLOC_H
#define TL_BASE_ALLOC_H

#include "base/check.h"
#include "base/config.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define TL_ALLOC_GRAIN      16
#define TL_ALLOC_SMALL_MAX  512
#define TL_ALLOC_CLASSES    (TL_ALLOC_SMALL_MAX / TL_ALLOC_GRAIN)
#define TL_ALLOC_CHUNK_SIZE 32768

// The host's allocator. [ptr] NULL allocates, [new_size] 0 frees (the result
// is ignored), anything else resizes. Returns NULL to refuse, which leaves
// [ptr] as it was. Sizes are always exact; blocks are at least 8-aligned.
typedef void *(*TlReallocFn)(void *user, void *ptr, size_t old_size,
                             size_t new_size);

// A free small block holds the link to the next one of its class.
typedef struct TlFreeBlock {
    struct TlFreeBlock *next;
} TlFreeBlock;

struct TlAllocChunk;

typedef struct TlAlloc {
    size_t live_bytes;
    size_t fast_limit;
    TlFreeBlock *free_lists[TL_ALLOC_CLASSES + 1]; // by size class, from 1
    char *carve_next; // the newest chunk's unused part
    char *carve_end;
    struct TlAllocChunk *chunks;
    size_t peak_bytes;
    size_t budget;      // 0: none. Set with tl_alloc_set_budget.
    int64_t fail_after; // -1: off. Set with tl_alloc_set_failure.
    bool fail_forever;
    TlReallocFn fn;
    void *user;
} TlAlloc;

// Prepares [a] over the host's [fn], called with [user]. Takes no memory yet.
void tl_alloc_init(TlAlloc *a, TlReallocFn fn, void *user);

// Returns the pool's chunks to the host, and with them every small block that
// is still live. [live_bytes] still says what leaked; leaked large blocks stay
// with the host.
void tl_alloc_deinit(TlAlloc *a);

// Refuses allocations that would lift live_bytes over [budget]; 0 lifts the
// limit. A budget below what is live now refuses all growth until enough has
// been freed.
void tl_alloc_set_budget(TlAlloc *a, size_t budget);

// For tests: [after] more allocations succeed, then one is refused, or with
// [forever] all are. A negative [after] ends it. A tl_realloc that grows
// counts as an allocation; one that shrinks does not.
void tl_alloc_set_failure(TlAlloc *a, int64_t after, bool forever);

// Everything the inline path below leaves out. Same contract as tl_alloc.
TL_MUST_CHECK void *tl_alloc_slow(TlAlloc *a, size_t size);

// Gives a block that is no pool block back to the host, and accounts for it.
void tl_free_slow(TlAlloc *a, void *p, size_t size);

// Resizes [p], which has [old_size] bytes; the result holds the first
// min(old, new) of them. NULL [p] allocates, [new_size] 0 frees and returns
// NULL. On refusal returns NULL and leaves [p] as it was.
TL_MUST_CHECK void *tl_realloc(TlAlloc *a, void *p, size_t old_size,
                               size_t new_size);

// The size class of a small block. Class n has blocks of 16 n bytes; zero
// bytes take a block like one byte does.
TL_INLINE size_t tl_alloc_class(size_t size) {
    return (size + (size == 0) + TL_ALLOC_GRAIN - 1) / TL_ALLOC_GRAIN;
}

// Returns a block of [size] bytes with undefined contents, or NULL when the
// budget, the host or an injected failure refuses. The caller owns it and
// frees it with tl_free and the same size.
TL_MUST_CHECK TL_INLINE void *tl_alloc(TlAlloc *a, size_t size) {
#ifndef TL_ALLOC_DIRECT
    if (TL_LIKELY(size <= TL_ALLOC_SMALL_MAX)) {
        size_t cls = tl_alloc_class(size);
        size_t live = a->live_bytes + cls * TL_ALLOC_GRAIN;
        TlFreeBlock *block = a->free_lists[cls];
        if (TL_LIKELY(block != NULL && live <= a->fast_limit)) {
            a->free_lists[cls] = block->next;
            a->live_bytes = live;
            return block;
        }
    }
#endif
    return tl_alloc_slow(a, size);
}

// As tl_alloc, with every byte zero.
TL_MUST_CHECK TL_INLINE void *tl_alloc_zero(TlAlloc *a, size_t size) {
    void *p = tl_alloc(a, size);
    if (TL_LIKELY(p != NULL)) {
        memset(p, 0, size);
    }
    return p;
}

// Frees [p], which was allocated with exactly [size] bytes. NULL is fine.
TL_INLINE void tl_free(TlAlloc *a, void *p, size_t size) {
    if (p == NULL) {
        return;
    }
#ifndef TL_ALLOC_DIRECT
    if (TL_LIKELY(size <= TL_ALLOC_SMALL_MAX)) {
        size_t cls = tl_alloc_class(size);
        TL_ASSERT(a->live_bytes >= cls * TL_ALLOC_GRAIN,
                  "a block is freed once, with the size it was given");
#ifdef TL_DEBUG_CHECKS
        memset(p, 0xdd, cls * TL_ALLOC_GRAIN); // stale reads should show
#endif
        TlFreeBlock *block = p;
        block->next = a->free_lists[cls];
        a->free_lists[cls] = block;
        a->live_bytes -= cls * TL_ALLOC_GRAIN;
        return;
    }
#endif
    tl_free_slow(a, p, size);
}

#endif
