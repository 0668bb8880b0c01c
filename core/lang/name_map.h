// name_map.h — a set of pointers that remembers the order they came in.
// SPDX-License-Identifier: MIT
//
// Names of one tree are unique objects, so that they are compared by address;
// the place of a name in its map is the operand of the instructions that use
// it. Each entry carries one pointer more for what belongs to the name.
// Everything lives in an arena and dies with it.
#ifndef TL_LANG_NAME_MAP_H
#define TL_LANG_NAME_MAP_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct TlNameMapEntry {
    const void *key;
    void *value;
} TlNameMapEntry;

typedef struct TlNameMap {
    TlArena *arena;
    TlNameMapEntry *entries; // in order of insertion
    int count;
    int cap;
    int32_t *index; // open addressing, -1 = free; NULL while the map is small
    uint32_t index_size; // a power of two
} TlNameMap;

// An empty map; takes no memory yet.
void tl_name_map_init(TlNameMap *map, TlArena *arena);

// The place of [key], or -1.
int tl_name_map_find(const TlNameMap *map, const void *key);

// The place of [key], which is put at the end (with value NULL) unless it is
// there already. -1: memory was refused.
int tl_name_map_add(TlNameMap *map, const void *key);

#endif
