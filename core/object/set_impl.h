// set_impl.h — what the set*.c files tell each other.
// SPDX-License-Identifier: MIT
#ifndef TL_OBJECT_SET_IMPL_H
#define TL_OBJECT_SET_IMPL_H

#include "object/dict.h"
#include "object/type_spec.h"

// ---- set.c: the table

// With a hash known already; results as tl_set_add & co.
int tl_set_add_hashed(TlRuntime *rt, TlSet *set, TlRef key, int64_t hash);
int tl_set_contains_hashed(TlRuntime *rt, TlSet *set, TlRef key,
                           int64_t hash);
int tl_set_discard_hashed(TlRuntime *rt, TlSet *set, TlRef key, int64_t hash);
// As tl_set_next, with the hash.
int tl_set_next_hashed(TlSet *set, int64_t *pos, TlRef *key, int64_t *hash);
void tl_set_empty(TlRuntime *rt, TlSet *set);
// Exchanges the contents of two sets.
void tl_set_swap(TlSet *a, TlSet *b);
// Grows first when [extra] more keys would not fit.
TlStatus tl_set_make_room(TlRuntime *rt, TlSet *set, int64_t extra);
// Adds all of [other] (a set).
TlStatus tl_set_merge(TlRuntime *rt, TlSet *set, TlSet *other);
// Rebuilds the table when much of it is dummies.
TlStatus tl_set_tidy(TlRuntime *rt, TlSet *set);
// Removes and gives some key; the set is not empty.
TlValue tl_set_take_any(TlSet *set);

// ---- set_ops.c: the operations

// Set or frozenset itself, not a subclass.
bool tl_is_exact_set(TlRuntime *rt, TlRef v);
// A copy as set or frozenset, whichever [set] is (a subclass of).
TlSet *tl_set_copy(TlRuntime *rt, TlSet *set);
// New sets of the type of [set] (see tl_set_copy). TL_NO_VALUE raised.
TlValue tl_set_intersection(TlRuntime *rt, TlSet *set, TlRef other);
TlValue tl_set_difference(TlRuntime *rt, TlSet *set, TlRef other);
TlValue tl_set_symmetric_difference(TlRuntime *rt, TlSet *set, TlRef other);
TlStatus tl_set_difference_update(TlRuntime *rt, TlSet *set, TlRef other);
TlStatus tl_set_symmetric_difference_update(TlRuntime *rt, TlSet *set,
                                            TlRef other);
// 1, 0, -1. [other] any iterable.
int tl_set_is_subset(TlRuntime *rt, TlSet *set, TlRef other);
int tl_set_is_superset(TlRuntime *rt, TlSet *set, TlRef other);
int tl_set_is_disjoint(TlRuntime *rt, TlSet *set, TlRef other);

#endif
