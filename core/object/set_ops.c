// set_ops.c — union, intersection, difference and the comparisons of sets.
// SPDX-License-Identifier: MIT
//
// Which operand is copied and which is walked through, and when a table is
// rebuilt, decides the order of the result: each operation goes the way
// CPython's goes. Walking holds the key, since hashing and comparing run user
// code that may change either set.

#include "object/dict_impl.h"
#include "object/exc.h"
#include "object/seq.h"
#include "object/set_impl.h"

bool tl_is_exact_set(TlRuntime *rt, TlRef v) {
    return tl_is_obj(v) && (tl_as_obj(v)->type == rt->types.set ||
                            tl_as_obj(v)->type == rt->types.frozenset);
}

static TlType *plain_type(TlRuntime *rt, const TlSet *set) {
    return tl_is_subtype(set->ob.type, rt->types.set) ? rt->types.set
                                                      : rt->types.frozenset;
}

static TlSet *from_iterable(TlRuntime *rt, TlType *type, TlRef iterable) {
    TlSet *set = tl_set_new(rt, type);
    if (set != NULL && tl_set_update(rt, set, iterable) == TL_RAISED) {
        tl_release(rt, set);
        return NULL;
    }
    return set;
}

TlSet *tl_set_copy(TlRuntime *rt, TlSet *set) {
    return from_iterable(rt, plain_type(rt, set), tl_from_obj(set));
}

// ---- walking

// What to do with one item of a walk. [set] is the set the walk is for. 1 go
// on, 0 stop, -1 raised.
typedef int (*VisitFn)(TlRuntime *rt, TlSet *set, TlRef key, int64_t hash,
                       TlSet *result);

// Each item of [from]: 1 all visited, 0 stopped, -1 raised.
static int walk_set(TlRuntime *rt, TlSet *from, VisitFn visit, TlSet *set,
                    TlSet *result) {
    int64_t pos = 0, hash;
    TlRef key;
    int go_on = 1;
    while (go_on > 0 && tl_set_next_hashed(from, &pos, &key, &hash)) {
        tl_incref(key);
        go_on = visit(rt, set, key, hash, result);
        tl_decref(rt, key);
        if (go_on > 0 && tl_seq_tick(rt) == TL_RAISED) {
            go_on = -1;
        }
    }
    return go_on;
}

static int walk_iterable(TlRuntime *rt, TlRef from, VisitFn visit, TlSet *set,
                         TlSet *result) {
    TlValue it = tl_iter(rt, from);
    if (!tl_has_value(it)) {
        return -1;
    }
    int go_on = 1;
    while (go_on > 0) {
        TlValue key = tl_next(rt, it);
        if (!tl_has_value(key)) {
            go_on = tl_raised(rt) ? -1 : 1;
            break;
        }
        int64_t hash;
        go_on = tl_hash_key(rt, key, &hash) == TL_RAISED
                    ? -1
                    : visit(rt, set, key, hash, result);
        tl_decref(rt, key);
        if (go_on > 0 && tl_seq_tick(rt) == TL_RAISED) {
            go_on = -1;
        }
    }
    tl_decref(rt, it);
    return go_on;
}

static int walk(TlRuntime *rt, TlRef from, VisitFn visit, TlSet *set,
                TlSet *result) {
    return tl_is_set(from)
               ? walk_set(rt, tl_as_set(from), visit, set, result)
               : walk_iterable(rt, from, visit, set, result);
}

static int stop_if_in(TlRuntime *rt, TlSet *set, TlRef key, int64_t hash,
                      TlSet *result) {
    int in = tl_set_contains_hashed(rt, set, key, hash);
    return in < 0 ? -1 : !in;
}

static int stop_if_not_in(TlRuntime *rt, TlSet *set, TlRef key, int64_t hash,
                          TlSet *result) {
    return tl_set_contains_hashed(rt, set, key, hash);
}

static int add_if_in(TlRuntime *rt, TlSet *set, TlRef key, int64_t hash,
                     TlSet *result) {
    int in = tl_set_contains_hashed(rt, set, key, hash);
    if (in > 0) {
        in = tl_set_add_hashed(rt, result, key, hash);
    }
    return in < 0 ? -1 : 1;
}

static int add_if_not_in(TlRuntime *rt, TlSet *set, TlRef key, int64_t hash,
                         TlSet *result) {
    int in = tl_set_contains_hashed(rt, set, key, hash);
    if (in == 0) {
        in = tl_set_add_hashed(rt, result, key, hash);
    }
    return in < 0 ? -1 : 1;
}

static int discard(TlRuntime *rt, TlSet *set, TlRef key, int64_t hash,
                   TlSet *result) {
    return tl_set_discard_hashed(rt, set, key, hash) < 0 ? -1 : 1;
}

static int toggle(TlRuntime *rt, TlSet *set, TlRef key, int64_t hash,
                  TlSet *result) {
    int there = tl_set_discard_hashed(rt, set, key, hash);
    if (there == 0) {
        there = tl_set_add_hashed(rt, set, key, hash);
    }
    return there < 0 ? -1 : 1;
}

static TlValue finish(TlRuntime *rt, TlSet *result, int ok) {
    if (result == NULL || ok < 0) {
        tl_release(rt, result);
        return TL_NO_VALUE;
    }
    return tl_from_obj(result);
}

// ---- operations

TlValue tl_set_intersection(TlRuntime *rt, TlSet *set, TlRef other) {
    if (tl_from_obj(set) == other) {
        return finish(rt, tl_set_copy(rt, set), 1);
    }
    TlSet *result = tl_set_new(rt, plain_type(rt, set));
    if (result == NULL) {
        return TL_NO_VALUE;
    }
    // Of two sets the smaller is walked through.
    if (tl_is_set(other) && tl_as_set(other)->used > set->used) {
        TlSet *larger = tl_as_set(other);
        return finish(rt, result,
                      walk_set(rt, set, add_if_in, larger, result));
    }
    return finish(rt, result, walk(rt, other, add_if_in, set, result));
}

TlStatus tl_set_difference_update(TlRuntime *rt, TlSet *set, TlRef other) {
    if (tl_from_obj(set) == other) {
        tl_set_empty(rt, set);
        return TL_OK;
    }
    int ok;
    if (tl_is_set(other) && tl_as_set(other)->used >> 3 > set->used) {
        TlValue common = tl_set_intersection(rt, set, other);
        ok = tl_has_value(common) ? walk(rt, common, discard, set, NULL) : -1;
        tl_decref(rt, common);
    } else {
        ok = walk(rt, other, discard, set, NULL);
    }
    return ok < 0 ? TL_RAISED : tl_set_tidy(rt, set);
}

static TlValue copy_and_remove(TlRuntime *rt, TlSet *set, TlRef other) {
    TlSet *result = tl_set_copy(rt, set);
    int ok = -1;
    if (result != NULL &&
        tl_set_difference_update(rt, result, other) == TL_OK) {
        ok = 1;
    }
    return finish(rt, result, ok);
}

// Adds what of [set] is no key of [dict].
static int add_missing_keys(TlRuntime *rt, TlSet *set, TlDict *dict,
                            TlSet *result) {
    int64_t pos = 0, hash;
    TlRef key, value;
    int ok = 1;
    while (ok >= 0 && tl_set_next_hashed(set, &pos, &key, &hash)) {
        tl_incref(key);
        ok = tl_dict_get_hashed(rt, dict, key, hash, &value);
        if (ok == 0) {
            ok = tl_set_add_hashed(rt, result, key, hash);
        }
        tl_decref(rt, key);
    }
    return ok;
}

TlValue tl_set_difference(TlRuntime *rt, TlSet *set, TlRef other) {
    bool is_dict = tl_is_exact_dict(rt, other);
    if (!is_dict && !tl_is_set(other)) {
        return copy_and_remove(rt, set, other);
    }
    int64_t n = is_dict ? tl_as_dict(other)->used : tl_as_set(other)->used;
    if (set->used >> 2 > n) {
        return copy_and_remove(rt, set, other);
    }
    TlSet *result = tl_set_new(rt, plain_type(rt, set));
    if (result == NULL) {
        return TL_NO_VALUE;
    }
    if (is_dict) {
        return finish(rt, result,
                      add_missing_keys(rt, set, tl_as_dict(other), result));
    }
    return finish(rt, result, walk_set(rt, set, add_if_not_in,
                                       tl_as_set(other), result));
}

static TlStatus toggle_dict_keys(TlRuntime *rt, TlSet *set, TlDict *dict) {
    int64_t pos = 0;
    TlRef key, value;
    while (tl_dict_next(dict, &pos, &key, &value)) {
        int64_t hash = dict->entries[pos - 1].hash;
        tl_incref(key);
        int ok = toggle(rt, set, key, hash, NULL);
        tl_decref(rt, key);
        if (ok < 0) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

TlStatus tl_set_symmetric_difference_update(TlRuntime *rt, TlSet *set,
                                            TlRef other) {
    if (tl_from_obj(set) == other) {
        tl_set_empty(rt, set);
        return TL_OK;
    }
    if (tl_is_exact_dict(rt, other)) {
        return toggle_dict_keys(rt, set, tl_as_dict(other));
    }
    // What occurs twice in an iterable must count once.
    TlSet *keys = tl_is_set(other)
                      ? tl_retain(tl_as_set(other))
                      : from_iterable(rt, plain_type(rt, set), other);
    if (keys == NULL) {
        return TL_RAISED;
    }
    int ok = walk_set(rt, keys, toggle, set, NULL);
    tl_release(rt, keys);
    return ok < 0 ? TL_RAISED : TL_OK;
}

TlValue tl_set_symmetric_difference(TlRuntime *rt, TlSet *set, TlRef other) {
    TlSet *result = from_iterable(rt, plain_type(rt, set), other);
    int ok = -1;
    if (result != NULL && tl_set_symmetric_difference_update(
                              rt, result, tl_from_obj(set)) == TL_OK) {
        ok = 1;
    }
    return finish(rt, result, ok);
}

// ---- comparisons

int tl_set_is_subset(TlRuntime *rt, TlSet *set, TlRef other) {
    if (!tl_is_set(other)) {
        TlValue common = tl_set_intersection(rt, set, other);
        if (!tl_has_value(common)) {
            return -1;
        }
        int all = tl_as_set(common)->used == set->used;
        tl_decref(rt, common);
        return all;
    }
    TlSet *larger = tl_as_set(other);
    if (set->used > larger->used) {
        return 0;
    }
    return walk_set(rt, set, stop_if_not_in, larger, NULL);
}

int tl_set_is_superset(TlRuntime *rt, TlSet *set, TlRef other) {
    if (tl_is_set(other)) {
        return tl_set_is_subset(rt, tl_as_set(other), tl_from_obj(set));
    }
    return walk_iterable(rt, other, stop_if_not_in, set, NULL);
}

int tl_set_is_disjoint(TlRuntime *rt, TlSet *set, TlRef other) {
    if (tl_from_obj(set) == other) {
        return set->used == 0;
    }
    if (!tl_is_exact_set(rt, other)) {
        return walk_iterable(rt, other, stop_if_in, set, NULL);
    }
    TlSet *b = tl_as_set(other);
    return b->used > set->used ? walk_set(rt, set, stop_if_in, b, NULL)
                               : walk_set(rt, b, stop_if_in, set, NULL);
}
