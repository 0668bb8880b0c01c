// alloc.c — the slow half of the allocator: chunks, limits, resizing.
// SPDX-License-Identifier: MIT
//
// Every allocation that is not a plain pop from a free list is admitted here:
// admit() says whether it may happen, the block is found, account() books it.
// What the host refuses is therefore never booked.

#include "base/alloc.h"

typedef struct TlAllocChunk {
    struct TlAllocChunk *next;
    char padding[TL_ALLOC_GRAIN - sizeof(void *)]; // blocks stay 16-aligned
} TlAllocChunk;

static_assert(sizeof(TlAllocChunk) == TL_ALLOC_GRAIN,
              "a chunk's header takes one grain");
static_assert(sizeof(TlFreeBlock) <= TL_ALLOC_GRAIN,
              "the smallest block can hold a free-list link");

static size_t min_size(size_t a, size_t b) {
    return a < b ? a : b;
}

// What a block of [size] bytes counts for. Pool or no pool, the same, so that
// a budget means the same in every build. 0 when [size] is absurd.
static size_t booked_size(size_t size) {
    if (size > SIZE_MAX - TL_ALLOC_GRAIN) {
        return 0;
    }
    return tl_alloc_class(size) * TL_ALLOC_GRAIN;
}

static bool is_pooled(size_t size) {
#ifdef TL_ALLOC_DIRECT
    return false;
#else
    return size <= TL_ALLOC_SMALL_MAX;
#endif
}

static void update_fast_limit(TlAlloc *a) {
    a->fast_limit = a->peak_bytes;
    if (a->budget != 0) {
        a->fast_limit = min_size(a->fast_limit, a->budget);
    }
    if (a->fail_after >= 0) {
        a->fast_limit = 0;
    }
}

// Whether [bytes] more may be booked; counts down an injected failure.
static bool admit(TlAlloc *a, size_t bytes) {
    if (a->fail_after == 0) {
        if (!a->fail_forever) {
            a->fail_after = -1;
            update_fast_limit(a);
        }
        return false;
    }
    if (a->fail_after > 0) {
        a->fail_after--;
    }
    size_t limit = a->budget != 0 ? a->budget : SIZE_MAX;
    return a->live_bytes <= limit && bytes <= limit - a->live_bytes;
}

static void account(TlAlloc *a, size_t more, size_t less) {
    TL_ASSERT(a->live_bytes >= less, "no more is freed than was allocated");
    a->live_bytes = a->live_bytes - less + more;
    if (a->live_bytes > a->peak_bytes) {
        a->peak_bytes = a->live_bytes;
        update_fast_limit(a);
    }
}

static void push_free(TlAlloc *a, void *p, size_t cls) {
    TlFreeBlock *block = p;
    block->next = a->free_lists[cls];
    a->free_lists[cls] = block;
}

// Starts a new chunk to carve from. What is left of the old one is smaller
// than some small block, hence exactly one block of a smaller class.
static bool add_chunk(TlAlloc *a) {
    TlAllocChunk *chunk = a->fn(a->user, NULL, 0, TL_ALLOC_CHUNK_SIZE);
    if (chunk == NULL) {
        return false;
    }
    size_t left = (size_t)(a->carve_end - a->carve_next);
    if (left > 0) {
        push_free(a, a->carve_next, left / TL_ALLOC_GRAIN);
    }
    chunk->next = a->chunks;
    a->chunks = chunk;
    a->carve_next = (char *)chunk + sizeof(TlAllocChunk);
    a->carve_end = (char *)chunk + TL_ALLOC_CHUNK_SIZE;
    return true;
}

// Finds a block of [size] bytes without asking or booking.
static void *find_block(TlAlloc *a, size_t size) {
    if (!is_pooled(size)) {
        // The host takes 0 for a free, so zero bytes are one.
        return a->fn(a->user, NULL, 0, size + (size == 0));
    }
    size_t cls = tl_alloc_class(size);
    TlFreeBlock *block = a->free_lists[cls];
    if (block != NULL) {
        a->free_lists[cls] = block->next;
        return block;
    }
    size_t bytes = cls * TL_ALLOC_GRAIN;
    if ((size_t)(a->carve_end - a->carve_next) < bytes && !add_chunk(a)) {
        return NULL;
    }
    char *p = a->carve_next;
    a->carve_next += bytes;
    return p;
}

static void return_block(TlAlloc *a, void *p, size_t size) {
    if (is_pooled(size)) {
        push_free(a, p, tl_alloc_class(size));
    } else {
        (void)a->fn(a->user, p, size + (size == 0), 0);
    }
}

void tl_alloc_init(TlAlloc *a, TlReallocFn fn, void *user) {
    memset(a, 0, sizeof(*a));
    a->fn = fn;
    a->user = user;
    a->fail_after = -1;
}

void tl_alloc_deinit(TlAlloc *a) {
    while (a->chunks != NULL) {
        TlAllocChunk *chunk = a->chunks;
        a->chunks = chunk->next;
        (void)a->fn(a->user, chunk, TL_ALLOC_CHUNK_SIZE, 0);
    }
    memset(a->free_lists, 0, sizeof(a->free_lists));
    a->carve_next = NULL;
    a->carve_end = NULL;
}

void tl_alloc_set_budget(TlAlloc *a, size_t budget) {
    a->budget = budget;
    update_fast_limit(a);
}

void tl_alloc_set_failure(TlAlloc *a, int64_t after, bool forever) {
    a->fail_after = after < 0 ? -1 : after;
    a->fail_forever = forever;
    update_fast_limit(a);
}

void *tl_alloc_slow(TlAlloc *a, size_t size) {
    size_t bytes = booked_size(size);
    if (bytes == 0 || !admit(a, bytes)) {
        return NULL;
    }
    void *p = find_block(a, size);
    if (p != NULL) {
        account(a, bytes, 0);
    }
    return p;
}

void tl_free_slow(TlAlloc *a, void *p, size_t size) {
    return_block(a, p, size);
    account(a, 0, booked_size(size));
}

// Moves [p] to a block of the new size, one of the two being pooled.
static void *move_block(TlAlloc *a, void *p, size_t old_size, size_t new_size) {
    void *q = find_block(a, new_size);
    if (q != NULL) {
        memcpy(q, p, min_size(old_size, new_size));
        return_block(a, p, old_size);
    }
    return q;
}

void *tl_realloc(TlAlloc *a, void *p, size_t old_size, size_t new_size) {
    if (p == NULL) {
        return new_size == 0 ? NULL : tl_alloc(a, new_size);
    }
    if (new_size == 0) {
        tl_free(a, p, old_size);
        return NULL;
    }
    size_t before = booked_size(old_size);
    size_t after = booked_size(new_size);
    if (after == 0 || (after > before && !admit(a, after - before))) {
        return NULL;
    }
    void *q;
    if (!is_pooled(old_size) && !is_pooled(new_size)) {
        q = a->fn(a->user, p, old_size + (old_size == 0), new_size);
    } else if (before == after) {
        q = p; // the same size class
    } else {
        q = move_block(a, p, old_size, new_size);
    }
    if (q != NULL) {
        account(a, after, before);
    }
    return q;
}
