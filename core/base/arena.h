// arena.h — bump allocator for things that die together.
// SPDX-License-Identifier: MIT
//
// Syntax trees live in one: many small nodes, no single free, all gone at
// deinit. Blocks grow geometrically from 4 KiB.
//
// Invariant: [next, end) is the unused part of the newest block.

#ifndef TL_BASE_ARENA_H
#define TL_BASE_ARENA_H

#include "base/alloc.h"
#include "base/config.h"

#include <stddef.h>

struct TlArenaBlock;

typedef struct TlArena {
    TlAlloc *alloc;
    struct TlArenaBlock *blocks; // owned, newest first
    char *next;
    char *end;
    size_t block_size; // size of the next block
    size_t used_bytes; // handed out so far, padding included
} TlArena;

// Starts an empty arena; takes no memory yet.
void tl_arena_init(TlArena *arena, TlAlloc *alloc);

// Frees everything the arena handed out; usable again afterwards.
void tl_arena_deinit(TlArena *arena);

// Returns [size] zeroed bytes, 8-aligned, valid until deinit; NULL when
// memory was refused.
TL_MUST_CHECK void *tl_arena_alloc(TlArena *arena, size_t size);

// Returns a NUL-terminated copy of the [n] bytes at [s], valid until deinit;
// NULL when memory was refused.
TL_MUST_CHECK char *tl_arena_strndup(TlArena *arena, const char *s, size_t n);

#endif
