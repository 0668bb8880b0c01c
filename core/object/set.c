// set.c — the hash table of set and frozenset.
// SPDX-License-Identifier: MIT
//
// The order in which a set gives its items is the order of its table, so the
// table is CPython's in every respect that shows: its size and when it grows,
// the probe sequence (runs of ten neighbours, then a perturbed jump), which
// dummy is used again, and where pop() goes on searching.
//
// Invariants: mask + 1 is the size, a power of two from 8 on; the table is
// NULL while nothing was ever added; `fill` places are not empty, `used` hold
// keys, the rest are dummies. Comparing keys runs user code: a probe that
// finds the table or its entry replaced starts again.

#include "object/set_impl.h"

#include "base/check.h"
#include "object/dict_impl.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/seq.h"
#include "object/str.h"

// Where a key was. Its hash field is -1, which no key has.
#define DUMMY TL_SPECIAL(6)

enum {
    MIN_SIZE = 8,
    LINEAR_PROBES = 9,
    PERTURB_SHIFT = 5,
    BIG_SET = 50000  // larger ones grow by two instead of four
};

// ---- the table

static TlSetEntry *new_table(TlRuntime *rt, uint64_t size) {
    TlSetEntry *table = NULL;
    if (size <= SIZE_MAX / 2 / sizeof(TlSetEntry)) {
        table = tl_alloc(&rt->alloc, (size_t)size * sizeof(TlSetEntry));
    }
    if (table == NULL) {
        tl_raise_memory(rt);
        return NULL;
    }
    for (uint64_t i = 0; i < size; i++) {
        table[i] = (TlSetEntry){TL_NO_VALUE, 0};
    }
    return table;
}

static void free_table(TlRuntime *rt, TlSetEntry *table, int64_t mask) {
    if (table != NULL) {
        tl_free(&rt->alloc, table, (size_t)(mask + 1) * sizeof(TlSetEntry));
    }
}

static TlStatus ensure_table(TlRuntime *rt, TlSet *set) {
    if (set->table == NULL) {
        set->table = new_table(rt, (uint64_t)set->mask + 1);
    }
    return set->table == NULL ? TL_RAISED : TL_OK;
}

static bool is_key(const TlSetEntry *entry) {
    return tl_has_value(entry->key) && entry->key != DUMMY;
}

// Puts a key into a table that has no dummies and not this key.
static void insert_clean(TlSetEntry *table, uint64_t mask, TlValue key,
                         int64_t hash) {
    uint64_t perturb = (uint64_t)hash, i = (uint64_t)hash & mask;
    for (;;) {
        uint64_t run = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
        for (uint64_t j = i; j <= i + run; j++) {
            if (!tl_has_value(table[j].key)) {
                table[j] = (TlSetEntry){key, hash};
                return;
            }
        }
        perturb >>= PERTURB_SHIFT;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

// Rebuilds the table with room for more than [min_used] keys.
static TlStatus resize(TlRuntime *rt, TlSet *set, int64_t min_used) {
    uint64_t size = MIN_SIZE;
    while (size <= (uint64_t)min_used) {
        size <<= 1;
    }
    bool stays_small = size == MIN_SIZE && set->mask + 1 == MIN_SIZE;
    if (stays_small && set->fill == set->used && set->table != NULL) {
        return TL_OK;
    }
    TlSetEntry *table = new_table(rt, size);
    if (table == NULL) {
        return TL_RAISED;
    }
    TlSetEntry *old = set->table;
    int64_t old_mask = set->mask;
    for (int64_t i = 0; old != NULL && i <= old_mask; i++) {
        if (is_key(&old[i])) {
            insert_clean(table, size - 1, old[i].key, old[i].hash);
        }
    }
    set->table = table;
    set->mask = (int64_t)(size - 1);
    set->fill = set->used;
    free_table(rt, old, old_mask);
    return TL_OK;
}

static TlStatus grow(TlRuntime *rt, TlSet *set) {
    int factor = set->used > BIG_SET ? 2 : 4;
    return resize(rt, set, set->used * factor);
}

// ---- probing

typedef struct Found {
    int64_t at;    // of the key; -1 absent, -2 raised
    int64_t free;  // where it would go
} Found;

enum { ABSENT = -1, RAISED = -2 };

// Does the entry at [i] have this key (same hash)? 1, 0, -1 raised, 2 the
// table changed under the comparison.
static int same_key(TlRuntime *rt, TlSet *set, uint64_t i, TlRef key) {
    TlValue mine = set->table[i].key;
    if (mine == key) {
        return 1;
    }
    if (tl_is_obj(mine) && tl_is_obj(key) &&
        tl_as_obj(mine)->type == rt->types.str &&
        tl_as_obj(key)->type == rt->types.str) {
        return tl_str_equal(tl_as_str(mine), tl_as_str(key));
    }
    const TlSetEntry *table = set->table;
    int64_t mask = set->mask;
    tl_incref(mine);
    tl_incref(key);
    int same = tl_equal(rt, mine, key);
    tl_decref(rt, mine);
    tl_decref(rt, key);
    if (same < 0) {
        return -1;
    }
    bool changed = set->table != table || set->mask != mask ||
                   set->table[i].key != mine;
    return changed ? 2 : same;
}

// One walk along the probe sequence. False: start again.
static bool probe(TlRuntime *rt, TlSet *set, TlRef key, int64_t hash,
                  Found *found) {
    uint64_t mask = (uint64_t)set->mask;
    uint64_t perturb = (uint64_t)hash, i = (uint64_t)hash & mask;
    found->free = -1;
    for (;;) {
        uint64_t run = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
        for (uint64_t j = i; j <= i + run; j++) {
            const TlSetEntry *entry = &set->table[j];
            if (!tl_has_value(entry->key)) {
                found->at = ABSENT;
                found->free = found->free < 0 ? (int64_t)j : found->free;
                return true;
            }
            if (entry->key == DUMMY) {
                found->free = (int64_t)j;  // the last one met, as in CPython
            } else if (entry->hash == hash) {
                int same = same_key(rt, set, j, key);
                if (same == 2) {
                    return false;
                }
                if (same != 0) {
                    found->at = same > 0 ? (int64_t)j : RAISED;
                    return true;
                }
            }
        }
        perturb >>= PERTURB_SHIFT;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

static Found find(TlRuntime *rt, TlSet *set, TlRef key, int64_t hash) {
    Found found = {ABSENT, -1};
    while (set->table != NULL && !probe(rt, set, key, hash, &found)) {
        found.at = ABSENT;
    }
    return found;
}

int tl_set_contains_hashed(TlRuntime *rt, TlSet *set, TlRef key,
                           int64_t hash) {
    int64_t at = find(rt, set, key, hash).at;
    return at >= 0 ? 1 : at == ABSENT ? 0 : -1;
}

int tl_set_add_hashed(TlRuntime *rt, TlSet *set, TlRef key, int64_t hash) {
    if (ensure_table(rt, set) == TL_RAISED) {
        return -1;
    }
    Found found = find(rt, set, key, hash);
    if (found.at != ABSENT) {
        return found.at >= 0 ? 0 : -1;
    }
    if (set->table == NULL) {  // cleared by a comparison
        return tl_set_add_hashed(rt, set, key, hash);
    }
    TlSetEntry *entry = &set->table[found.free];
    bool fresh = entry->key != DUMMY;
    *entry = (TlSetEntry){tl_incref(key), hash};
    set->used++;
    set->fill += fresh;
    if (fresh && set->fill * 5 >= set->mask * 3 &&
        grow(rt, set) == TL_RAISED) {
        // A table that cannot grow must not fill up: probes need an end.
        *entry = (TlSetEntry){TL_NO_VALUE, 0};
        set->used--;
        set->fill--;
        tl_decref(rt, key);
        return -1;
    }
    return 1;
}

int tl_set_discard_hashed(TlRuntime *rt, TlSet *set, TlRef key,
                          int64_t hash) {
    int64_t at = find(rt, set, key, hash).at;
    if (at < 0) {
        return at == ABSENT ? 0 : -1;
    }
    TlSetEntry *entry = &set->table[at];
    TlValue old = entry->key;
    *entry = (TlSetEntry){DUMMY, -1};
    set->used--;
    tl_decref(rt, old);
    return 1;
}

// ---- with hashing

int tl_set_add(TlRuntime *rt, TlSet *set, TlRef key) {
    int64_t hash;
    if (tl_hash_key(rt, key, &hash) == TL_RAISED) {
        return -1;
    }
    return tl_set_add_hashed(rt, set, key, hash);
}

int tl_set_contains(TlRuntime *rt, TlSet *set, TlRef key) {
    int64_t hash;
    if (tl_hash_key(rt, key, &hash) == TL_RAISED) {
        return -1;
    }
    return tl_set_contains_hashed(rt, set, key, hash);
}

int tl_set_discard(TlRuntime *rt, TlSet *set, TlRef key) {
    int64_t hash;
    if (tl_hash_key(rt, key, &hash) == TL_RAISED) {
        return -1;
    }
    return tl_set_discard_hashed(rt, set, key, hash);
}

// ---- walking

int tl_set_next_hashed(TlSet *set, int64_t *pos, TlRef *key, int64_t *hash) {
    for (int64_t i = *pos; set->table != NULL && i <= set->mask; i++) {
        if (is_key(&set->table[i])) {
            *key = set->table[i].key;
            *hash = set->table[i].hash;
            *pos = i + 1;
            return 1;
        }
    }
    *pos = set->mask + 1;
    return 0;
}

int tl_set_next(TlSet *set, int64_t *pos, TlRef *key) {
    int64_t hash;
    return tl_set_next_hashed(set, pos, key, &hash);
}

TlValue tl_set_take_any(TlSet *set) {
    TL_ASSERT(set->used > 0, "there is something to take");
    int64_t at = set->finger & set->mask;
    while (!is_key(&set->table[at])) {
        at = at == set->mask ? 0 : at + 1;
    }
    TlValue key = set->table[at].key;
    set->table[at] = (TlSetEntry){DUMMY, -1};
    set->used--;
    set->finger = at + 1;
    return key;
}

// ---- whole sets

TlSet *tl_set_new(TlRuntime *rt, TlType *type) {
    TlSet *set = tl_object_new(rt, type);
    if (set != NULL) {
        set->mask = MIN_SIZE - 1;
        set->hash = -1;
    }
    return set;
}

void tl_set_empty(TlRuntime *rt, TlSet *set) {
    TlSetEntry *table = set->table;
    int64_t mask = set->mask;
    set->table = NULL;
    set->mask = MIN_SIZE - 1;
    set->used = set->fill = set->finger = 0;
    set->hash = -1;
    for (int64_t i = 0; table != NULL && i <= mask; i++) {
        tl_decref(rt, table[i].key);
    }
    free_table(rt, table, mask);
}

void tl_set_swap(TlSet *a, TlSet *b) {
    TlSet was = *a;
    a->used = b->used;
    a->fill = b->fill;
    a->mask = b->mask;
    a->table = b->table;
    a->hash = b->hash;
    b->used = was.used;
    b->fill = was.fill;
    b->mask = was.mask;
    b->table = was.table;
    b->hash = was.hash;
}

TlStatus tl_set_make_room(TlRuntime *rt, TlSet *set, int64_t extra) {
    if ((set->fill + extra) * 5 < set->mask * 3) {
        return TL_OK;
    }
    return resize(rt, set, (set->used + extra) * 2);
}

TlStatus tl_set_tidy(TlRuntime *rt, TlSet *set) {
    return set->fill - set->used <= set->mask / 4 ? TL_OK : grow(rt, set);
}

// Copies [other] into an empty table: place by place when the sizes agree.
static void fill_empty(TlSet *set, TlSet *other) {
    bool alike = set->mask == other->mask && other->fill == other->used;
    for (int64_t i = 0; i <= other->mask; i++) {
        const TlSetEntry *entry = &other->table[i];
        if (!is_key(entry)) {
            continue;
        }
        tl_incref(entry->key);
        if (alike) {
            set->table[i] = *entry;
        } else {
            insert_clean(set->table, (uint64_t)set->mask, entry->key,
                         entry->hash);
        }
    }
    set->fill = set->used = other->used;
}

TlStatus tl_set_merge(TlRuntime *rt, TlSet *set, TlSet *other) {
    if (other == set || other->used == 0) {
        return TL_OK;
    }
    if (tl_set_make_room(rt, set, other->used) == TL_RAISED ||
        ensure_table(rt, set) == TL_RAISED) {
        return TL_RAISED;
    }
    if (set->fill == 0) {
        fill_empty(set, other);
        return TL_OK;
    }
    int64_t pos = 0, hash;
    TlRef key;
    while (tl_set_next_hashed(other, &pos, &key, &hash)) {
        tl_incref(key);
        int added = tl_set_add_hashed(rt, set, key, hash);
        tl_decref(rt, key);
        if (added < 0 || tl_seq_tick(rt) == TL_RAISED) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

// All keys of a plain dict.
static TlStatus add_dict_keys(TlRuntime *rt, TlSet *set, TlDict *dict) {
    if (tl_set_make_room(rt, set, dict->used) == TL_RAISED) {
        return TL_RAISED;
    }
    int64_t pos = 0;
    TlRef key, value;
    while (tl_dict_next(dict, &pos, &key, &value)) {
        int64_t hash = dict->entries[pos - 1].hash;
        tl_incref(key);
        int added = tl_set_add_hashed(rt, set, key, hash);
        tl_decref(rt, key);
        if (added < 0 || tl_seq_tick(rt) == TL_RAISED) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

TlStatus tl_set_update(TlRuntime *rt, TlSet *set, TlRef iterable) {
    if (tl_is_set(iterable)) {
        return tl_set_merge(rt, set, tl_as_set(iterable));
    }
    if (tl_is_exact_dict(rt, iterable)) {
        return add_dict_keys(rt, set, tl_as_dict(iterable));
    }
    TlValue it = tl_iter(rt, iterable);
    if (!tl_has_value(it)) {
        return TL_RAISED;
    }
    int ok = 0;
    while (ok >= 0) {
        TlValue item = tl_next(rt, it);
        if (!tl_has_value(item)) {
            ok = tl_raised(rt) ? -1 : 0;
            break;
        }
        ok = tl_set_add(rt, set, item);
        tl_decref(rt, item);
        if (ok >= 0 && tl_seq_tick(rt) == TL_RAISED) {
            ok = -1;
        }
    }
    tl_decref(rt, it);
    return ok < 0 ? TL_RAISED : TL_OK;
}
