// set_methods.c — the types set, frozenset and their iterator.
// SPDX-License-Identifier: MIT

#include "object/dict_impl.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/repr_guard.h"
#include "object/seq.h"
#include "object/set_impl.h"
#include "object/str.h"

static TlValue none_or_raised(TlStatus status) {
    return status == TL_OK ? TL_NONE : TL_NO_VALUE;
}

static TlValue bool_or_raised(int answer) {
    return answer < 0 ? TL_NO_VALUE : tl_bool(answer);
}

static bool is_mutable_set(TlRuntime *rt, TlRef v) {
    return tl_is_set(v) && tl_is_subtype(tl_as_obj(v)->type, rt->types.set);
}

// ---- slots: memory and text

static void set_free(TlRuntime *rt, TlObject *self) {
    tl_set_empty(rt, (TlSet *)self);
    tl_object_free(rt, self);
}

static void set_clear_slot(TlRuntime *rt, TlObject *self) {
    tl_set_empty(rt, (TlSet *)self);
}

static void set_traverse(TlObject *self, TlVisit visit, void *arg) {
    int64_t pos = 0;
    TlRef key;
    while (tl_set_next((TlSet *)self, &pos, &key)) {
        tl_visit(key, visit, arg);
    }
}

// "{1, 2}" for a set, "name({1, 2})" for any other type.
static TlValue repr_items(TlRuntime *rt, TlRef self) {
    TlList *list = tl_list_from_iter(rt, self);
    if (list == NULL) {
        return TL_NO_VALUE;
    }
    bool plain = tl_as_obj(self)->type == rt->types.set;
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    if (!plain) {
        tl_buf_append_str(&out, tl_as_obj(self)->type->name);
        tl_buf_append_char(&out, '(');
    }
    tl_buf_append_char(&out, '{');
    TlStatus status = TL_OK;
    for (int64_t i = 0; status == TL_OK && i < list->len; i++) {
        if (i > 0) {
            tl_buf_append_str(&out, ", ");
        }
        status = tl_repr_append(rt, &out, list->items[i]);
    }
    tl_buf_append_str(&out, plain ? "}" : "})");
    tl_release(rt, list);
    return tl_repr_finish(rt, &out, status);
}

static TlValue set_repr(TlRuntime *rt, TlRef self) {
    TlReprGuard guard;
    if (!tl_repr_enter(rt, &guard, self)) {
        return tl_str_fmt(rt, "%T(...)", self);
    }
    TlValue text = tl_as_set(self)->used == 0
                       ? tl_str_fmt(rt, "%T()", self)
                       : repr_items(rt, self);
    tl_repr_leave(rt, &guard);
    return text;
}

// ---- slots: hash and comparison

// Close hashes (of small ints) should not cancel out: spread the bits first.
static uint64_t spread(uint64_t h) {
    return ((h ^ UINT64_C(89869747)) ^ (h << 16)) * UINT64_C(3644798167);
}

// CPython's hash of a frozenset: whatever the order of the items.
static TlStatus frozenset_hash(TlRuntime *rt, TlRef self, int64_t *hash) {
    TlSet *set = tl_as_set(self);
    if (set->hash != -1) {
        *hash = set->hash;
        return TL_OK;
    }
    uint64_t h = 0;
    int64_t pos = 0, item_hash;
    TlRef key;
    while (tl_set_next_hashed(set, &pos, &key, &item_hash)) {
        h ^= spread((uint64_t)item_hash);
    }
    h ^= ((uint64_t)set->used + 1) * UINT64_C(1927868237);
    h ^= (h >> 11) ^ (h >> 25);
    h = h * UINT64_C(69069) + UINT64_C(907133923);
    set->hash = h == UINT64_MAX ? INT64_C(590923713) : (int64_t)h;
    *hash = set->hash;
    return TL_OK;
}

static int set_equal(TlRuntime *rt, TlSet *a, TlSet *b) {
    if (a->used != b->used ||
        (a->hash != -1 && b->hash != -1 && a->hash != b->hash)) {
        return 0;
    }
    return tl_set_is_subset(rt, a, tl_from_obj(b));
}

static TlValue set_compare(TlRuntime *rt, TlRef ra, TlRef rb, TlCompareOp op) {
    if (!tl_is_set(ra) || !tl_is_set(rb)) {
        return TL_NOT_IMPLEMENTED;
    }
    TlSet *a = tl_as_set(ra), *b = tl_as_set(rb);
    int yes = 0;
    switch (op) {
    case TL_EQ:
    case TL_NE: yes = set_equal(rt, a, b); break;
    case TL_LE: yes = tl_set_is_subset(rt, a, rb); break;
    case TL_GE: yes = tl_set_is_subset(rt, b, ra); break;
    case TL_LT:
        yes = a->used < b->used ? tl_set_is_subset(rt, a, rb) : 0;
        break;
    case TL_GT:
        yes = a->used > b->used ? tl_set_is_subset(rt, b, ra) : 0;
        break;
    }
    return yes < 0 ? TL_NO_VALUE : tl_bool(op == TL_NE ? !yes : yes);
}

// ---- slots: membership

static int64_t set_len(TlRuntime *rt, TlRef self) {
    return tl_as_set(self)->used;
}

// A set as key stands for the frozenset of its items. Call after [act] on
// [key] raised: tries again with one when that can help.
static int retry_frozen(TlRuntime *rt, TlSet *set, TlRef key,
                        int (*act)(TlRuntime *, TlSet *, TlRef)) {
    if (!is_mutable_set(rt, key) || !tl_error_is(rt, rt->exc.TypeError)) {
        return -1;
    }
    tl_clear_error(rt);
    TlSet *frozen = tl_set_new(rt, rt->types.frozenset);
    int result = -1;
    if (frozen != NULL &&
        tl_set_merge(rt, frozen, tl_as_set(key)) == TL_OK) {
        result = act(rt, set, tl_from_obj(frozen));
    }
    tl_release(rt, frozen);
    return result;
}

static int set_contains(TlRuntime *rt, TlRef self, TlRef key) {
    TlSet *set = tl_as_set(self);
    int found = tl_set_contains(rt, set, key);
    return found < 0 ? retry_frozen(rt, set, key, tl_set_contains) : found;
}

static int discard_key(TlRuntime *rt, TlSet *set, TlRef key) {
    int found = tl_set_discard(rt, set, key);
    return found < 0 ? retry_frozen(rt, set, key, tl_set_discard) : found;
}

// ---- slots: operators; both sides must be sets

static bool both_sets(TlRef a, TlRef b) {
    return tl_is_set(a) && tl_is_set(b);
}

static TlValue set_or(TlRuntime *rt, TlRef a, TlRef b) {
    if (!both_sets(a, b)) {
        return TL_NOT_IMPLEMENTED;
    }
    TlSet *result = tl_set_copy(rt, tl_as_set(a));
    if (result != NULL && a != b &&
        tl_set_update(rt, result, b) == TL_RAISED) {
        tl_release(rt, result);
        result = NULL;
    }
    return result == NULL ? TL_NO_VALUE : tl_from_obj(result);
}

static TlValue set_and(TlRuntime *rt, TlRef a, TlRef b) {
    return both_sets(a, b) ? tl_set_intersection(rt, tl_as_set(a), b)
                           : TL_NOT_IMPLEMENTED;
}

static TlValue set_sub(TlRuntime *rt, TlRef a, TlRef b) {
    return both_sets(a, b) ? tl_set_difference(rt, tl_as_set(a), b)
                           : TL_NOT_IMPLEMENTED;
}

static TlValue set_xor(TlRuntime *rt, TlRef a, TlRef b) {
    return both_sets(a, b) ? tl_set_symmetric_difference(rt, tl_as_set(a), b)
                           : TL_NOT_IMPLEMENTED;
}

static TlValue self_or_raised(TlRef self, TlStatus status) {
    return status == TL_OK ? tl_incref(self) : TL_NO_VALUE;
}

static TlValue set_ior(TlRuntime *rt, TlRef self, TlRef other) {
    return !tl_is_set(other)
               ? TL_NOT_IMPLEMENTED
               : self_or_raised(self,
                                tl_set_update(rt, tl_as_set(self), other));
}

// Keeps what [other] has, too.
static TlStatus keep_common(TlRuntime *rt, TlSet *set, TlRef other) {
    TlValue common = tl_set_intersection(rt, set, other);
    if (!tl_has_value(common)) {
        return TL_RAISED;
    }
    tl_set_swap(set, tl_as_set(common));
    tl_decref(rt, common);
    return TL_OK;
}

static TlValue set_iand(TlRuntime *rt, TlRef self, TlRef other) {
    return !tl_is_set(other)
               ? TL_NOT_IMPLEMENTED
               : self_or_raised(self, keep_common(rt, tl_as_set(self), other));
}

static TlValue set_isub(TlRuntime *rt, TlRef self, TlRef other) {
    if (!tl_is_set(other)) {
        return TL_NOT_IMPLEMENTED;
    }
    return self_or_raised(
        self, tl_set_difference_update(rt, tl_as_set(self), other));
}

static TlValue set_ixor(TlRuntime *rt, TlRef self, TlRef other) {
    if (!tl_is_set(other)) {
        return TL_NOT_IMPLEMENTED;
    }
    return self_or_raised(
        self, tl_set_symmetric_difference_update(rt, tl_as_set(self), other));
}

// ---- methods: one set from many

static TlValue set_copy(TlRuntime *rt, TlRef self, const TlRef *args,
                        int nargs, TlTuple *kwnames) {
    if (tl_as_obj(self)->type == rt->types.frozenset) {
        return tl_incref(self);
    }
    TlSet *copy = tl_set_copy(rt, tl_as_set(self));
    return copy == NULL ? TL_NO_VALUE : tl_from_obj(copy);
}

static TlValue set_union(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames) {
    TlSet *result = tl_set_copy(rt, tl_as_set(self));
    for (int i = 0; result != NULL && i < nargs; i++) {
        if (args[i] != self &&
            tl_set_update(rt, result, args[i]) == TL_RAISED) {
            tl_release(rt, result);
            return TL_NO_VALUE;
        }
    }
    return result == NULL ? TL_NO_VALUE : tl_from_obj(result);
}

static TlValue set_intersection(TlRuntime *rt, TlRef self, const TlRef *args,
                                int nargs, TlTuple *kwnames) {
    if (nargs == 0) {
        return set_copy(rt, self, args, 0, NULL);
    }
    TlValue result = tl_incref(self);
    for (int i = 0; tl_has_value(result) && i < nargs; i++) {
        TlValue smaller = tl_set_intersection(rt, tl_as_set(result), args[i]);
        tl_decref(rt, result);
        result = smaller;
    }
    return result;
}

static TlValue set_difference(TlRuntime *rt, TlRef self, const TlRef *args,
                              int nargs, TlTuple *kwnames) {
    if (nargs == 0) {
        return set_copy(rt, self, args, 0, NULL);
    }
    TlValue result = tl_set_difference(rt, tl_as_set(self), args[0]);
    for (int i = 1; tl_has_value(result) && i < nargs; i++) {
        if (tl_set_difference_update(rt, tl_as_set(result), args[i]) ==
            TL_RAISED) {
            tl_decref(rt, result);
            return TL_NO_VALUE;
        }
    }
    return result;
}

static TlValue set_symmetric_difference(TlRuntime *rt, TlRef self,
                                        const TlRef *args, int nargs,
                                        TlTuple *kwnames) {
    return tl_set_symmetric_difference(rt, tl_as_set(self), args[0]);
}

// ---- methods: changing a set

static TlValue set_update(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames) {
    TlStatus status = TL_OK;
    for (int i = 0; status == TL_OK && i < nargs; i++) {
        status = tl_set_update(rt, tl_as_set(self), args[i]);
    }
    return none_or_raised(status);
}

static TlValue set_intersection_update(TlRuntime *rt, TlRef self,
                                       const TlRef *args, int nargs,
                                       TlTuple *kwnames) {
    TlValue common = set_intersection(rt, self, args, nargs, NULL);
    if (!tl_has_value(common)) {
        return TL_NO_VALUE;
    }
    tl_set_swap(tl_as_set(self), tl_as_set(common));
    tl_decref(rt, common);
    return TL_NONE;
}

static TlValue set_difference_update(TlRuntime *rt, TlRef self,
                                     const TlRef *args, int nargs,
                                     TlTuple *kwnames) {
    TlStatus status = TL_OK;
    for (int i = 0; status == TL_OK && i < nargs; i++) {
        status = tl_set_difference_update(rt, tl_as_set(self), args[i]);
    }
    return none_or_raised(status);
}

static TlValue set_symmetric_difference_update(TlRuntime *rt, TlRef self,
                                               const TlRef *args, int nargs,
                                               TlTuple *kwnames) {
    return none_or_raised(
        tl_set_symmetric_difference_update(rt, tl_as_set(self), args[0]));
}

static TlValue set_add(TlRuntime *rt, TlRef self, const TlRef *args,
                       int nargs, TlTuple *kwnames) {
    return tl_set_add(rt, tl_as_set(self), args[0]) < 0 ? TL_NO_VALUE
                                                        : TL_NONE;
}

static TlValue set_clear(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames) {
    tl_set_empty(rt, tl_as_set(self));
    return TL_NONE;
}

static TlValue set_discard(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames) {
    return discard_key(rt, tl_as_set(self), args[0]) < 0 ? TL_NO_VALUE
                                                         : TL_NONE;
}

static TlValue set_remove(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames) {
    int found = discard_key(rt, tl_as_set(self), args[0]);
    if (found == 0) {
        return tl_raise_key(rt, args[0]);
    }
    return found < 0 ? TL_NO_VALUE : TL_NONE;
}

static TlValue set_pop(TlRuntime *rt, TlRef self, const TlRef *args,
                       int nargs, TlTuple *kwnames) {
    if (tl_as_set(self)->used == 0) {
        return tl_raise(rt, rt->exc.KeyError, "pop from an empty set");
    }
    return tl_set_take_any(tl_as_set(self));
}

// ---- methods: asking

static TlValue set_isdisjoint(TlRuntime *rt, TlRef self, const TlRef *args,
                              int nargs, TlTuple *kwnames) {
    return bool_or_raised(tl_set_is_disjoint(rt, tl_as_set(self), args[0]));
}

static TlValue set_issubset(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames) {
    return bool_or_raised(tl_set_is_subset(rt, tl_as_set(self), args[0]));
}

static TlValue set_issuperset(TlRuntime *rt, TlRef self, const TlRef *args,
                              int nargs, TlTuple *kwnames) {
    return bool_or_raised(tl_set_is_superset(rt, tl_as_set(self), args[0]));
}

// ---- iteration

typedef struct SetIter {
    TlObject ob;
    TlSet *set;    // NULL when exhausted
    int64_t used;  // of the set at the start; -1 = it changed, for ever
    int64_t pos;
    int64_t left;
} SetIter;

static TlValue set_iter(TlRuntime *rt, TlRef self) {
    SetIter *it = tl_object_new(rt, rt->types.set_iter);
    if (it == NULL) {
        return TL_NO_VALUE;
    }
    it->set = tl_retain(tl_as_set(self));
    it->used = it->left = it->set->used;
    return tl_from_obj(it);
}

static TlValue iter_next(TlRuntime *rt, TlRef self) {
    SetIter *it = (SetIter *)tl_as_obj(self);
    TlRef key;
    if (it->set == NULL) {
        return TL_NO_VALUE;
    }
    if (it->used != it->set->used) {
        it->used = -1;
        return tl_raise(rt, rt->exc.RuntimeError,
                        "Set changed size during iteration");
    }
    if (tl_set_next(it->set, &it->pos, &key)) {
        it->left--;
        return tl_incref(key);
    }
    TL_CLEAR_PTR(rt, it->set);
    return TL_NO_VALUE;
}

static TlValue iter_hint(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames) {
    SetIter *it = (SetIter *)tl_as_obj(self);
    bool valid = it->set != NULL && it->used == it->set->used;
    return tl_small_int(valid ? it->left : 0);
}

static TlValue iter_self(TlRuntime *rt, TlRef self) {
    return tl_incref(self);
}

static void iter_free(TlRuntime *rt, TlObject *self) {
    tl_release(rt, ((SetIter *)self)->set);
    tl_object_free(rt, self);
}

static void iter_traverse(TlObject *self, TlVisit visit, void *arg) {
    tl_visit_ptr(((SetIter *)self)->set, visit, arg);
}

// ---- construction

static TlValue set_make(TlRuntime *rt, TlType *type, const TlRef *args,
                        int nargs, TlTuple *kwnames) {
    TlSet *set = tl_set_new(rt, type);
    return set == NULL ? TL_NO_VALUE : tl_from_obj(set);
}

static TlStatus set_init(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames) {
    // Keywords may be meant for the __new__ of a subclass.
    bool own_new = tl_as_obj(self)->type->slots.new_ != set_make;
    TlTuple *names = own_new ? NULL : kwnames;
    if (tl_constructor_args(rt, "set", nargs, names, 0, 1) == TL_RAISED) {
        return TL_RAISED;
    }
    tl_set_empty(rt, tl_as_set(self));
    return nargs == 0 ? TL_OK : tl_set_update(rt, tl_as_set(self), args[0]);
}

static TlValue frozenset_make(TlRuntime *rt, TlType *type, const TlRef *args,
                              int nargs, TlTuple *kwnames) {
    // Keywords may be meant for the __init__ of a subclass.
    bool own_init = type->slots.init != rt->types.frozenset->slots.init;
    TlTuple *names = own_init ? NULL : kwnames;
    if (tl_constructor_args(rt, "frozenset", nargs, names, 0, 1) ==
        TL_RAISED) {
        return TL_NO_VALUE;
    }
    bool plain = type == rt->types.frozenset;
    if (plain && nargs == 1 && tl_is_obj(args[0]) &&
        tl_as_obj(args[0])->type == type) {
        return tl_incref(args[0]);
    }
    TlSet *set = tl_set_new(rt, type);
    if (set != NULL && nargs == 1 &&
        tl_set_update(rt, set, args[0]) == TL_RAISED) {
        tl_release(rt, set);
        return TL_NO_VALUE;
    }
    return set == NULL ? TL_NO_VALUE : tl_from_obj(set);
}

// ---- the types

#define COMMON_METHODS                                                        \
    {"copy", set_copy, TL_FN_NOARGS, "()", "A shallow copy."},                \
    {"difference", set_difference, TL_FN_RAW, "(*others)",                    \
     "The items that are in none of the others."},                            \
    {"intersection", set_intersection, TL_FN_RAW, "(*others)",                \
     "The items that are in all others, too."},                               \
    {"isdisjoint", set_isdisjoint, TL_FN_ONE, "(other, /)",                   \
     "Whether there is no common item."},                                     \
    {"issubset", set_issubset, TL_FN_ONE, "(other, /)",                       \
     "Whether other contains this set."},                                     \
    {"issuperset", set_issuperset, TL_FN_ONE, "(other, /)",                   \
     "Whether this set contains other."},                                     \
    {"symmetric_difference", set_symmetric_difference, TL_FN_ONE,             \
     "(other, /)", "The items that are in exactly one of the two."},          \
    {"union", set_union, TL_FN_RAW, "(*others)",                              \
     "The items that are in any of the sets."},                               \
    {"__class_getitem__", tl_class_getitem, TL_FN_ONE | TL_FN_CLASS,          \
     "(object, /)", "set[T]"}

static const TlNativeDef set_methods[] = {
    {"add", set_add, TL_FN_ONE, "(item, /)", "Add an item."},
    {"clear", set_clear, TL_FN_NOARGS, "()", "Remove all items."},
    {"difference_update", set_difference_update, TL_FN_RAW, "(*others)",
     "Remove all items of the others."},
    {"discard", set_discard, TL_FN_ONE, "(item, /)",
     "Remove an item if it is there."},
    {"intersection_update", set_intersection_update, TL_FN_RAW, "(*others)",
     "Keep the items that are in all others."},
    {"pop", set_pop, TL_FN_NOARGS, "()", "Remove and return some item."},
    {"remove", set_remove, TL_FN_ONE, "(item, /)",
     "Remove an item; KeyError when it is not there."},
    {"symmetric_difference_update", set_symmetric_difference_update,
     TL_FN_ONE, "(other, /)", "Keep the items that are in exactly one."},
    {"update", set_update, TL_FN_RAW, "(*others)",
     "Add the items of the others."},
    COMMON_METHODS,
    {0},
};

static const TlNativeDef frozenset_methods[] = {
    COMMON_METHODS,
    {0},
};

#define COMMON_SLOTS                                                    \
    .free = set_free, .traverse = set_traverse, .clear = set_clear_slot, \
    .repr = set_repr, .compare = set_compare, .iter = set_iter,         \
    .len = set_len, .contains = set_contains,                           \
    .binary = {[TL_BIN_OR] = set_or, [TL_BIN_AND] = set_and,            \
               [TL_BIN_SUB] = set_sub, [TL_BIN_XOR] = set_xor}

static const TlSlots set_slots = {
    COMMON_SLOTS,
    .hash = tl_unhashable,
    .new_ = set_make,
    .init = set_init,
    .inplace = {[TL_BIN_OR] = set_ior, [TL_BIN_AND] = set_iand,
                [TL_BIN_SUB] = set_isub, [TL_BIN_XOR] = set_ixor},
};

static const TlSlots frozenset_slots = {
    COMMON_SLOTS,
    .hash = frozenset_hash,
    .new_ = frozenset_make,
};

const TlTypeSpec tl_set_spec = {
    .name = "set",
    .doc = "Unordered collection of unique items.",
    .size = sizeof(TlSet),
    .flags = TL_TYPE_GC | TL_TYPE_BASE | TL_TYPE_IS_SET,
    .slots = &set_slots,
    .methods = set_methods,
};

const TlTypeSpec tl_frozenset_spec = {
    .name = "frozenset",
    .doc = "Immutable unordered collection of unique items.",
    .size = sizeof(TlSet),
    .flags = TL_TYPE_GC | TL_TYPE_BASE | TL_TYPE_IS_SET,
    .slots = &frozenset_slots,
    .methods = frozenset_methods,
};

static const TlNativeDef iter_methods[] = {
    {"__length_hint__", iter_hint, TL_FN_NOARGS, "()",
     "How many items are probably left."},
    {0},
};

static const TlSlots iter_slots = {
    .free = iter_free,
    .traverse = iter_traverse,
    .iter = iter_self,
    .next = iter_next,
};

const TlTypeSpec tl_set_iter_spec = {
    .name = "set_iterator",
    .size = sizeof(SetIter),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &iter_slots,
    .methods = iter_methods,
};
