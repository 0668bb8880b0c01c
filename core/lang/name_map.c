// name_map.c — a set of pointers that remembers the order they came in.
// SPDX-License-Identifier: MIT
//
// Up to SMALL entries are searched one by one; then a hash index is kept at
// most half full. Outgrown arrays stay in the arena.
#include "lang/name_map.h"

#include <string.h>

#define SMALL 8

void tl_name_map_init(TlNameMap *map, TlArena *arena) {
    memset(map, 0, sizeof *map);
    map->arena = arena;
}

// Where in the index [key] is, or the free place for it.
static uint32_t find_slot(const TlNameMap *map, const void *key) {
    uint64_t hash = (uint64_t)(uintptr_t)key * UINT64_C(0x9E3779B97F4A7C15);
    uint32_t mask = map->index_size - 1;
    uint32_t i = (uint32_t)(hash >> 32) & mask;
    while (map->index[i] >= 0 && map->entries[map->index[i]].key != key) {
        i = (i + 1) & mask;
    }
    return i;
}

int tl_name_map_find(const TlNameMap *map, const void *key) {
    if (map->index != NULL) {
        return map->index[find_slot(map, key)];
    }
    for (int i = 0; i < map->count; i++) {
        if (map->entries[i].key == key) {
            return i;
        }
    }
    return -1;
}

static bool rebuild_index(TlNameMap *map) {
    uint32_t size = (uint32_t)map->cap * 2;
    int32_t *index = tl_arena_alloc(map->arena, sizeof *index * size);
    if (index == NULL) {
        return false;
    }
    memset(index, 0xff, sizeof *index * size);
    map->index = index;
    map->index_size = size;
    for (int i = 0; i < map->count; i++) {
        index[find_slot(map, map->entries[i].key)] = i;
    }
    return true;
}

static bool grow(TlNameMap *map) {
    int cap = map->cap == 0 ? SMALL : map->cap * 2;
    TlNameMapEntry *entries =
        tl_arena_alloc(map->arena, sizeof *entries * (size_t)cap);
    if (entries == NULL) {
        return false;
    }
    if (map->count > 0) {
        memcpy(entries, map->entries, sizeof *entries * (size_t)map->count);
    }
    map->entries = entries;
    map->cap = cap;
    return cap <= SMALL || rebuild_index(map);
}

int tl_name_map_add(TlNameMap *map, const void *key) {
    int at = tl_name_map_find(map, key);
    if (at >= 0) {
        return at;
    }
    if (map->count == map->cap && !grow(map)) {
        return -1;
    }
    at = map->count++;
    map->entries[at].key = key;
    map->entries[at].value = NULL;
    if (map->index != NULL) {
        map->index[find_slot(map, key)] = at;
    }
    return at;
}
