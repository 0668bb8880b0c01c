// dict_impl.h — what the dict*.c files tell each other.
// SPDX-License-Identifier: MIT
#ifndef TL_OBJECT_DICT_IMPL_H
#define TL_OBJECT_DICT_IMPL_H

#include "object/dict.h"
#include "object/type_spec.h"

// tl_hash(), quick for str and small ints.
TlStatus tl_hash_key(TlRuntime *rt, TlRef key, int64_t *hash);

// With a hash known already. [key] borrowed; results as tl_dict_get & co.
int tl_dict_get_hashed(TlRuntime *rt, TlDict *dict, TlRef key, int64_t hash,
                       TlRef *value);
TlStatus tl_dict_set_hashed(TlRuntime *rt, TlDict *dict, TlRef key,
                            int64_t hash, TlRef value);
int tl_dict_pop_hashed(TlRuntime *rt, TlDict *dict, TlRef key, int64_t hash,
                       TlValue *value);
// Room for [extra] more keys without growing in between.
TlStatus tl_dict_reserve(TlRuntime *rt, TlDict *dict, int64_t extra);
// Takes the entry at [at] out; key and value go to the caller.
void tl_dict_take_at(TlDict *dict, int64_t at, TlValue *key, TlValue *value);
// An empty dict of [type], a subclass or dict itself.
TlDict *tl_dict_new_of(TlRuntime *rt, TlType *type);
bool tl_is_exact_dict(TlRuntime *rt, TlRef v);
// True when iterating [dict] gives its own keys: dict, or a subclass that
// leaves __iter__ alone.
bool tl_dict_iterates_plainly(TlRuntime *rt, TlRef dict);
// Copies the keys and values of one dict to another. RuntimeError when [from]
// changes meanwhile.
TlStatus tl_dict_update_from_dict(TlRuntime *rt, TlDict *to, TlDict *from);

// dict_iter.c: an iterator of [type] (one of the dict iterators' types).
TlValue tl_dict_iter_new(TlRuntime *rt, TlType *type, TlDict *dict);
// What a dict_reverse_iter gives.
typedef enum TlDictPart { TL_DICT_KEYS, TL_DICT_VALUES, TL_DICT_ITEMS }
    TlDictPart;
TlValue tl_dict_reverse_iter_new(TlRuntime *rt, TlDict *dict, TlDictPart part);
TlValue tl_dict_iter(TlRuntime *rt, TlRef self);  // iter(dict)

// dict_views.c
TlValue tl_dict_view_new(TlRuntime *rt, TlType *type, TlDict *dict);
typedef struct TlDictView {
    TlObject ob;
    TlDict *dict;
} TlDictView;

#endif
