// dict.h — dict and set.
// SPDX-License-Identifier: MIT
//
// A dict keeps its entries in insertion order in one array; an index table of
// open addressing points into it (CPython's compact dict). A reader who knows
// an entry's place (an inline cache) checks `entries[i].key == name` and is
// done: interned keys compare by identity.
//
// A set probes as CPython's set does (linear runs of 9, then perturbation,
// growth at 3/5 full), so that the order of small ints is CPython's.
#ifndef TL_OBJECT_DICT_H
#define TL_OBJECT_DICT_H

#include "object/runtime.h"

typedef struct TlDictEntry {
    TlValue key;    // TL_NO_VALUE = deleted
    TlValue value;
    int64_t hash;
} TlDictEntry;

struct TlDict {
    TlObject ob;
    int64_t used;           // live entries
    int64_t entry_count;    // filled places in entries, deleted ones too
    int64_t entry_cap;
    TlDictEntry *entries;
    void *index;            // int8/16/32 table of log2_size, -1 empty, -2 dummy
    uint8_t log2_size;
    uint32_t version;       // changes at every change of keys or values
};

typedef struct TlSetEntry {
    TlValue key;  // TL_NO_VALUE = empty, TL_ELLIPSIS-like dummy inside set.c
    int64_t hash;
} TlSetEntry;

typedef struct TlSet {
    TlObject ob;
    int64_t used, fill, mask;
    TlSetEntry *table;
    int64_t finger;
    int64_t hash;           // frozenset; -1 = not computed
} TlSet;

static inline bool tl_is_dict(TlRef v)
{
    return tl_is_obj(v) && (tl_as_obj(v)->type->flags & TL_TYPE_IS_DICT);
}
static inline bool tl_is_set(TlRef v)  // set or frozenset
{
    return tl_is_obj(v) && (tl_as_obj(v)->type->flags & TL_TYPE_IS_SET);
}
static inline TlDict *tl_as_dict(TlRef v) { return (TlDict *)tl_as_obj(v); }
static inline TlSet *tl_as_set(TlRef v) { return (TlSet *)tl_as_obj(v); }

TlDict *tl_dict_new(TlRuntime *rt);
// 1 found (*out borrowed), 0 absent, -1 raised (hash or __eq__).
int tl_dict_get(TlRuntime *rt, TlDict *dict, TlRef key, TlRef *out);
// For str keys: cannot raise; borrowed or TL_NO_VALUE.
TlRef tl_dict_get_str(TlRuntime *rt, TlDict *dict, TlStr *key);
// Place of an interned key in entries, -1 when absent: feeds inline caches.
int64_t tl_dict_find_str(TlRuntime *rt, TlDict *dict, TlStr *key);
TlStatus tl_dict_set(TlRuntime *rt, TlDict *dict, TlRef key, TlRef value);
TlStatus tl_dict_set_str(TlRuntime *rt, TlDict *dict, TlStr *key, TlRef value);
TlStatus tl_dict_set_cstr(TlRuntime *rt, TlDict *dict, const char *key,
                          TlRef value);
// Sets [value] unless the key is there. 1 found, 0 set, -1 raised; *out (the
// value now) is borrowed.
int tl_dict_setdefault(TlRuntime *rt, TlDict *dict, TlRef key, TlRef value,
                       TlRef *out);
// Replaces the value of entry [at] (an inline cache hit). Never fails.
void tl_dict_replace_at(TlRuntime *rt, TlDict *dict, int64_t at, TlRef value);
int tl_dict_del(TlRuntime *rt, TlDict *dict, TlRef key);  // 1, 0 absent, -1
int tl_dict_pop(TlRuntime *rt, TlDict *dict, TlRef key, TlValue *out);
int tl_dict_contains(TlRuntime *rt, TlDict *dict, TlRef key);
// 1 with borrowed key and value, 0 at the end. [pos] starts at 0.
int tl_dict_next(TlDict *dict, int64_t *pos, TlRef *key, TlRef *value);
TlDict *tl_dict_copy(TlRuntime *rt, TlDict *dict);
// dict.update(other): mapping or iterable of pairs.
TlStatus tl_dict_update(TlRuntime *rt, TlDict *dict, TlRef other);
// f(**a, **b): TypeError for duplicate or non-str keys; [func] for the text.
TlStatus tl_dict_merge_kwargs(TlRuntime *rt, TlDict *dict, TlRef other,
                              TlRef func);
void tl_dict_clear(TlRuntime *rt, TlDict *dict);

TlSet *tl_set_new(TlRuntime *rt, TlType *type);
int tl_set_add(TlRuntime *rt, TlSet *set, TlRef key);  // 1 new, 0 there, -1
int tl_set_contains(TlRuntime *rt, TlSet *set, TlRef key);
int tl_set_discard(TlRuntime *rt, TlSet *set, TlRef key);  // 1, 0, -1
TlStatus tl_set_update(TlRuntime *rt, TlSet *set, TlRef iterable);
// 1 with a borrowed key, 0 at the end. [pos] starts at 0.
int tl_set_next(TlSet *set, int64_t *pos, TlRef *key);

// A read-only view of [mapping] (any mapping), as `cls.__dict__` is.
TlValue tl_mapping_proxy_new(TlRuntime *rt, TlRef mapping);

#endif
