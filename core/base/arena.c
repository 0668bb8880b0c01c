// arena.c — bump allocator for things that die together.
// SPDX-License-Identifier: MIT
//
// A request that does not fit the newest block starts the next one, twice the
// last one's size up to a megabyte; an outsized request gets its own size.

#include "base/arena.h"

#include "base/check.h"

#include <string.h>

#define FIRST_BLOCK_SIZE 4096
#define LAST_BLOCK_SIZE  (1u << 20)
#define ALIGNMENT        8

typedef struct TlArenaBlock {
    struct TlArenaBlock *next;
    uint64_t size; // whole block; a uint64_t so that the rest is 8-aligned
} TlArenaBlock;

static_assert(sizeof(TlArenaBlock) % ALIGNMENT == 0,
              "what follows a block's header is aligned");

void tl_arena_init(TlArena *arena, TlAlloc *alloc) {
    *arena = (TlArena){.alloc = alloc, .block_size = FIRST_BLOCK_SIZE};
}

void tl_arena_deinit(TlArena *arena) {
    TlArenaBlock *block = arena->blocks;
    while (block != NULL) {
        TlArenaBlock *next = block->next;
        tl_free(arena->alloc, block, (size_t)block->size);
        block = next;
    }
    tl_arena_init(arena, arena->alloc);
}

// Starts a block with room for [size] bytes. Blocks are zeroed as a whole, so
// handing out a piece costs no more than moving a pointer.
static bool add_block(TlArena *arena, size_t size) {
    size_t whole = arena->block_size;
    if (size > whole - sizeof(TlArenaBlock)) {
        whole = size + sizeof(TlArenaBlock);
    }
    TlArenaBlock *block = tl_alloc_zero(arena->alloc, whole);
    if (block == NULL) {
        return false;
    }
    block->next = arena->blocks;
    block->size = whole;
    arena->blocks = block;
    arena->next = (char *)(block + 1);
    arena->end = (char *)block + whole;
    if (arena->block_size < LAST_BLOCK_SIZE) {
        arena->block_size *= 2;
    }
    return true;
}

void *tl_arena_alloc(TlArena *arena, size_t size) {
    if (size > SIZE_MAX / 2) {
        return NULL;
    }
    size_t padded = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    bool fits =
        arena->blocks != NULL && padded <= (size_t)(arena->end - arena->next);
    if (!fits && !add_block(arena, padded)) {
        return NULL;
    }
    void *p = arena->next;
    arena->next += padded;
    arena->used_bytes += padded;
    return p;
}

char *tl_arena_strndup(TlArena *arena, const char *s, size_t n) {
    if (n == SIZE_MAX) {
        return NULL;
    }
    char *copy = tl_arena_alloc(arena, n + 1);
    if (copy != NULL && n > 0) {
        memcpy(copy, s, n); // the arena's zeros end it
    }
    return copy;
}
