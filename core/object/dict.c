// dict.c — dict: storage, lookup and the functions C code uses.
// SPDX-License-Identifier: MIT
//
// One block holds `entry_cap` entries and behind them the index, 1 << log2_size
// numbers of one, two or four bytes: -1 empty, -2 deleted, else the place of an
// entry. Invariants: entries[0..entry_count) are filled, deleted ones have key
// TL_NO_VALUE; `used` of them are alive; entry_cap is two thirds of the index,
// so a probe always meets an empty place. No block while log2_size is 0.
//
// Sizes and growth are CPython's, so that the moments at which entries move
// together are, too. Comparing keys runs user code, which may change the dict:
// a probe that finds the table replaced or its entry gone starts again.

#include "object/dict_impl.h"

#include "base/check.h"
#include "object/exc.h"
#include "object/number.h"
#include "object/str.h"

enum {
    MIN_LOG2 = 3,
    MAX_LOG2 = 31,
    PERTURB_SHIFT = 5,
    INDEX_EMPTY = -1,
    INDEX_DELETED = -2,
    ABSENT = -1,
    RAISED = -2
};

// ---- the index

static int index_width(int log2) {
    return log2 < 8 ? 1 : log2 < 16 ? 2 : 4;
}

static int64_t index_get(const TlDict *dict, uint64_t slot) {
    if (dict->log2_size < 8) {
        return ((const int8_t *)dict->index)[slot];
    }
    if (dict->log2_size < 16) {
        return ((const int16_t *)dict->index)[slot];
    }
    return ((const int32_t *)dict->index)[slot];
}

static void index_put(TlDict *dict, uint64_t slot, int64_t value) {
    if (dict->log2_size < 8) {
        ((int8_t *)dict->index)[slot] = (int8_t)value;
    } else if (dict->log2_size < 16) {
        ((int16_t *)dict->index)[slot] = (int16_t)value;
    } else {
        ((int32_t *)dict->index)[slot] = (int32_t)value;
    }
}

static uint64_t index_mask(const TlDict *dict) {
    return ((uint64_t)1 << dict->log2_size) - 1;
}

// The probe sequence of a hash.
typedef struct Probe {
    uint64_t slot, perturb, mask;
} Probe;

static Probe probe_start(const TlDict *dict, int64_t hash) {
    uint64_t mask = index_mask(dict);
    return (Probe){(uint64_t)hash & mask, (uint64_t)hash, mask};
}

static void probe_next(Probe *p) {
    p->perturb >>= PERTURB_SHIFT;
    p->slot = (p->slot * 5 + p->perturb + 1) & p->mask;
}

// Puts entry [at] into the index, where its key is not.
static void index_insert(TlDict *dict, int64_t hash, int64_t at) {
    Probe p = probe_start(dict, hash);
    while (index_get(dict, p.slot) >= 0) {
        probe_next(&p);
    }
    index_put(dict, p.slot, at);
}

// ---- the block

static int64_t usable(int log2) {
    return (int64_t)(((uint64_t)2 << log2) / 3);
}

static size_t block_size(int log2) {
    return (size_t)usable(log2) * sizeof(TlDictEntry) +
           ((size_t)1 << log2) * (size_t)index_width(log2);
}

// The smallest log2_size whose index has at least [slots] places.
static int log2_for(int64_t slots) {
    int log2 = MIN_LOG2;
    while (log2 < MAX_LOG2 && ((int64_t)1 << log2) < slots) {
        log2++;
    }
    return log2;
}

static void use_block(TlDict *dict, void *block, int log2) {
    dict->entries = block;
    dict->entry_cap = usable(log2);
    dict->index = dict->entries + dict->entry_cap;
    dict->log2_size = (uint8_t)log2;
    memset(dict->index, 0xff,
           ((size_t)1 << log2) * (size_t)index_width(log2));
}

static void free_block(TlRuntime *rt, void *block, int log2) {
    if (block != NULL) {
        tl_free(&rt->alloc, block, block_size(log2));
    }
}

// Moves the live entries together into a block of another size.
static TlStatus resize(TlRuntime *rt, TlDict *dict, int log2) {
    void *block = NULL;
    // Sizes stay below what a size_t of 32 bits counts.
    if (log2 < MAX_LOG2 &&
        usable(log2) < (int64_t)(SIZE_MAX / 2 / sizeof(TlDictEntry))) {
        block = tl_alloc(&rt->alloc, block_size(log2));
    }
    if (block == NULL) {
        tl_raise_memory(rt);
        return TL_RAISED;
    }
    TlDictEntry *old = dict->entries;
    int64_t old_count = dict->entry_count;
    int old_log2 = dict->log2_size;
    use_block(dict, block, log2);
    int64_t to = 0;
    for (int64_t i = 0; i < old_count; i++) {
        if (tl_has_value(old[i].key)) {
            dict->entries[to] = old[i];
            index_insert(dict, old[i].hash, to++);
        }
    }
    TL_ASSERT(to == dict->used, "used counts the live entries");
    dict->entry_count = to;
    dict->version++;
    free_block(rt, old, old_log2);
    return TL_OK;
}

TlStatus tl_dict_reserve(TlRuntime *rt, TlDict *dict, int64_t extra) {
    if (extra <= dict->entry_cap) {
        return TL_OK;
    }
    int64_t n = dict->used + extra;
    return resize(rt, dict, log2_for((n * 3 + 1) / 2));
}

// ---- lookup

// Does entry [at] have this key (same hash)? 1, 0, -1 raised, 2 the dict
// changed under the comparison.
static int same_key(TlRuntime *rt, TlDict *dict, int64_t at, TlRef key) {
    TlValue mine = dict->entries[at].key;
    if (tl_is_obj(mine) && tl_is_obj(key) &&
        tl_as_obj(mine)->type == rt->types.str &&
        tl_as_obj(key)->type == rt->types.str) {
        return tl_str_equal(tl_as_str(mine), tl_as_str(key));
    }
    const TlDictEntry *entries = dict->entries;
    int log2 = dict->log2_size;
    tl_incref(mine);
    tl_incref(key);
    int same = tl_equal(rt, mine, key);
    tl_decref(rt, mine);
    tl_decref(rt, key);
    if (same < 0) {
        return -1;
    }
    if (dict->entries != entries || dict->log2_size != log2 ||
        at >= dict->entry_count || dict->entries[at].key != mine) {
        return 2;
    }
    return same;
}

// The place of the entry of [key] and, in [slot], of its index; ABSENT or
// RAISED.
static int64_t find(TlRuntime *rt, TlDict *dict, TlRef key, int64_t hash,
                    uint64_t *slot) {
    if (dict->entries == NULL) {
        return ABSENT;
    }
    Probe p = probe_start(dict, hash);
    for (;;) {
        int64_t at = index_get(dict, p.slot);
        if (at == INDEX_EMPTY) {
            return ABSENT;
        }
        int same = 0;
        if (at >= 0 && dict->entries[at].key == key) {
            same = 1;
        } else if (at >= 0 && dict->entries[at].hash == hash) {
            same = same_key(rt, dict, at, key);
        }
        if (same == 1) {
            *slot = p.slot;
            return at;
        }
        if (same < 0) {
            return RAISED;
        }
        if (same == 0) {
            probe_next(&p);
        } else if (dict->entries == NULL) {
            return ABSENT;
        } else {
            p = probe_start(dict, hash);
        }
    }
}

// The same for str keys, by text alone: other keys are passed over, so no user
// code runs.
static int64_t find_text(TlRuntime *rt, TlDict *dict, TlStr *key) {
    if (dict->used == 0) {
        return ABSENT;
    }
    int64_t hash = key->hash != -1 ? key->hash : tl_str_hash(rt, key);
    TlRef wanted = tl_from_obj(key);
    for (Probe p = probe_start(dict, hash);; probe_next(&p)) {
        int64_t at = index_get(dict, p.slot);
        if (at == INDEX_EMPTY) {
            return ABSENT;
        }
        if (at < 0) {
            continue;
        }
        const TlDictEntry *entry = &dict->entries[at];
        if (entry->key == wanted) {
            return at;
        }
        if (entry->hash == hash && tl_is_str(entry->key) &&
            !(key->interned && tl_as_str(entry->key)->interned) &&
            tl_str_equal(tl_as_str(entry->key), key)) {
            return at;
        }
    }
}

TlStatus tl_hash_key(TlRuntime *rt, TlRef key, int64_t *hash) {
    if (tl_is_obj(key) && tl_as_obj(key)->type == rt->types.str) {
        TlStr *text = tl_as_str(key);
        *hash = text->hash != -1 ? text->hash : tl_str_hash(rt, text);
        return TL_OK;
    }
    if (tl_is_small_int(key)) {
        *hash = tl_hash_int(key);
        return TL_OK;
    }
    return tl_hash(rt, key, hash);
}

// ---- reading

int tl_dict_get_hashed(TlRuntime *rt, TlDict *dict, TlRef key, int64_t hash,
                       TlRef *value) {
    uint64_t slot;
    int64_t at = find(rt, dict, key, hash, &slot);
    if (at < 0) {
        return at == RAISED ? -1 : 0;
    }
    *value = dict->entries[at].value;
    return 1;
}

int tl_dict_get(TlRuntime *rt, TlDict *dict, TlRef key, TlRef *out) {
    int64_t hash;
    if (tl_hash_key(rt, key, &hash) == TL_RAISED) {
        return -1;
    }
    return tl_dict_get_hashed(rt, dict, key, hash, out);
}

int tl_dict_contains(TlRuntime *rt, TlDict *dict, TlRef key) {
    TlRef value;
    return tl_dict_get(rt, dict, key, &value);
}

int64_t tl_dict_find_str(TlRuntime *rt, TlDict *dict, TlStr *key) {
    return find_text(rt, dict, key);
}

TlRef tl_dict_get_str(TlRuntime *rt, TlDict *dict, TlStr *key) {
    int64_t at = find_text(rt, dict, key);
    return at < 0 ? TL_NO_VALUE : dict->entries[at].value;
}

int tl_dict_next(TlDict *dict, int64_t *pos, TlRef *key, TlRef *value) {
    for (int64_t i = *pos; i < dict->entry_count; i++) {
        const TlDictEntry *entry = &dict->entries[i];
        if (tl_has_value(entry->key)) {
            *key = entry->key;
            *value = entry->value;
            *pos = i + 1;
            return 1;
        }
    }
    *pos = dict->entry_count;
    return 0;
}

// ---- writing

void tl_dict_replace_at(TlRuntime *rt, TlDict *dict, int64_t at, TlRef value) {
    TL_ASSERT(at >= 0 && at < dict->entry_count, "the entry exists");
    TlDictEntry *entry = &dict->entries[at];
    TlValue old = entry->value;
    entry->value = tl_incref(value);
    dict->version++;
    tl_decref(rt, old);
}

// Adds a key that is not there.
static TlStatus insert_new(TlRuntime *rt, TlDict *dict, TlRef key,
                           int64_t hash, TlRef value) {
    if (dict->entry_count == dict->entry_cap &&
        resize(rt, dict, log2_for(dict->used * 3)) == TL_RAISED) {
        return TL_RAISED;
    }
    int64_t at = dict->entry_count;
    dict->entries[at] = (TlDictEntry){tl_incref(key), tl_incref(value), hash};
    index_insert(dict, hash, at);
    dict->entry_count++;
    dict->used++;
    dict->version++;
    return TL_OK;
}

TlStatus tl_dict_set_hashed(TlRuntime *rt, TlDict *dict, TlRef key,
                            int64_t hash, TlRef value) {
    uint64_t slot;
    int64_t at = find(rt, dict, key, hash, &slot);
    if (at == RAISED) {
        return TL_RAISED;
    }
    if (at == ABSENT) {
        return insert_new(rt, dict, key, hash, value);
    }
    tl_dict_replace_at(rt, dict, at, value);
    return TL_OK;
}

int tl_dict_setdefault(TlRuntime *rt, TlDict *dict, TlRef key, TlRef value,
                       TlRef *out) {
    int64_t hash;
    uint64_t slot;
    if (tl_hash_key(rt, key, &hash) == TL_RAISED) {
        return -1;
    }
    int64_t at = find(rt, dict, key, hash, &slot);
    if (at >= 0) {
        *out = dict->entries[at].value;
        return 1;
    }
    if (at == RAISED ||
        insert_new(rt, dict, key, hash, value) == TL_RAISED) {
        return -1;
    }
    *out = value;
    return 0;
}

TlStatus tl_dict_set(TlRuntime *rt, TlDict *dict, TlRef key, TlRef value) {
    int64_t hash;
    if (tl_hash_key(rt, key, &hash) == TL_RAISED) {
        return TL_RAISED;
    }
    return tl_dict_set_hashed(rt, dict, key, hash, value);
}

TlStatus tl_dict_set_str(TlRuntime *rt, TlDict *dict, TlStr *key,
                         TlRef value) {
    int64_t at = find_text(rt, dict, key);
    if (at >= 0) {
        tl_dict_replace_at(rt, dict, at, value);
        return TL_OK;
    }
    return insert_new(rt, dict, tl_from_obj(key), tl_str_hash(rt, key), value);
}

TlStatus tl_dict_set_cstr(TlRuntime *rt, TlDict *dict, const char *key,
                          TlRef value) {
    TlStr *name = tl_intern_cstr(rt, key);
    if (name == NULL) {
        return TL_RAISED;
    }
    TlStatus status = tl_dict_set_str(rt, dict, name, value);
    tl_release(rt, name);
    return status;
}

// ---- removing

// Empties the entry at [at], whose index is at [slot].
static void take_out(TlDict *dict, int64_t at, uint64_t slot, TlValue *key,
                     TlValue *value) {
    TlDictEntry *entry = &dict->entries[at];
    index_put(dict, slot, INDEX_DELETED);
    *key = entry->key;
    *value = entry->value;
    entry->key = entry->value = TL_NO_VALUE;
    entry->hash = 0;
    dict->used--;
    dict->version++;
}

void tl_dict_take_at(TlDict *dict, int64_t at, TlValue *key, TlValue *value) {
    Probe p = probe_start(dict, dict->entries[at].hash);
    while (index_get(dict, p.slot) != at) {
        probe_next(&p);
    }
    take_out(dict, at, p.slot, key, value);
}

int tl_dict_pop_hashed(TlRuntime *rt, TlDict *dict, TlRef key, int64_t hash,
                       TlValue *value) {
    uint64_t slot;
    int64_t at = find(rt, dict, key, hash, &slot);
    if (at < 0) {
        return at == RAISED ? -1 : 0;
    }
    TlValue mine;
    take_out(dict, at, slot, &mine, value);
    tl_decref(rt, mine);
    return 1;
}

int tl_dict_pop(TlRuntime *rt, TlDict *dict, TlRef key, TlValue *out) {
    int64_t hash;
    if (dict->used == 0) {  // CPython does not hash the key then
        return 0;
    }
    if (tl_hash_key(rt, key, &hash) == TL_RAISED) {
        return -1;
    }
    return tl_dict_pop_hashed(rt, dict, key, hash, out);
}

int tl_dict_del(TlRuntime *rt, TlDict *dict, TlRef key) {
    int64_t hash;
    if (tl_hash_key(rt, key, &hash) == TL_RAISED) {
        return -1;
    }
    TlValue value;
    int found = tl_dict_pop_hashed(rt, dict, key, hash, &value);
    if (found > 0) {
        tl_decref(rt, value);
    }
    return found;
}

void tl_dict_clear(TlRuntime *rt, TlDict *dict) {
    TlDictEntry *entries = dict->entries;
    int64_t count = dict->entry_count;
    int log2 = dict->log2_size;
    dict->entries = NULL;
    dict->index = NULL;
    dict->entry_count = dict->entry_cap = dict->used = 0;
    dict->log2_size = 0;
    dict->version++;
    for (int64_t i = 0; i < count; i++) {
        tl_decref(rt, entries[i].key);
        tl_decref(rt, entries[i].value);
    }
    free_block(rt, entries, log2);
}

// ---- making

TlDict *tl_dict_new_of(TlRuntime *rt, TlType *type) {
    return tl_object_new(rt, type);
}

TlDict *tl_dict_new(TlRuntime *rt) {
    return tl_object_new(rt, rt->types.dict);
}

TlDict *tl_dict_copy(TlRuntime *rt, TlDict *dict) {
    TlDict *copy = tl_dict_new(rt);
    if (copy == NULL || dict->used == 0) {
        return copy;
    }
    // As large as the original, unless most of that is deleted entries.
    int log2 = dict->used * 3 >= dict->entry_count * 2
                   ? dict->log2_size
                   : log2_for((dict->used * 3 + 1) / 2);
    if (resize(rt, copy, log2) == TL_RAISED) {
        tl_release(rt, copy);
        return NULL;
    }
    for (int64_t i = 0; i < dict->entry_count; i++) {
        const TlDictEntry *entry = &dict->entries[i];
        if (tl_has_value(entry->key)) {
            int64_t at = copy->entry_count++;
            copy->entries[at] = (TlDictEntry){
                tl_incref(entry->key), tl_incref(entry->value), entry->hash};
            index_insert(copy, entry->hash, at);
        }
    }
    copy->used = copy->entry_count;
    return copy;
}
