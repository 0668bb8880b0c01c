// dict_views.c — dict_keys, dict_values, dict_items.
// SPDX-License-Identifier: MIT
//
// A view shows its dict as it is now. Keys and items are sets, too: they
// compare with sets and have the set operators, whose results are new sets.
// Which operand is copied and which is walked through decides the order of
// those results; it is done as in CPython.

#include "object/dict_impl.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/repr_guard.h"
#include "object/seq.h"
#include "object/set_impl.h"
#include "object/str.h"

TlValue tl_dict_view_new(TlRuntime *rt, TlType *type, TlDict *dict) {
    TlDictView *view = tl_object_new(rt, type);
    if (view == NULL) {
        return TL_NO_VALUE;
    }
    view->dict = tl_retain(dict);
    return tl_from_obj(view);
}

static TlDict *dict_of(TlRef view) {
    return ((TlDictView *)tl_as_obj(view))->dict;
}

static bool is_keys(TlRuntime *rt, TlRef v) {
    return tl_is_obj(v) && tl_as_obj(v)->type == rt->types.dict_keys;
}

static bool is_items(TlRuntime *rt, TlRef v) {
    return tl_is_obj(v) && tl_as_obj(v)->type == rt->types.dict_items;
}

static bool is_set_view(TlRuntime *rt, TlRef v) {
    return is_keys(rt, v) || is_items(rt, v);
}

static void view_free(TlRuntime *rt, TlObject *self) {
    tl_release(rt, ((TlDictView *)self)->dict);
    tl_object_free(rt, self);
}

static void view_traverse(TlObject *self, TlVisit visit, void *arg) {
    tl_visit_ptr(((TlDictView *)self)->dict, visit, arg);
}

static int64_t view_len(TlRuntime *rt, TlRef self) {
    return dict_of(self)->used;
}

static TlValue view_repr(TlRuntime *rt, TlRef self) {
    TlReprGuard guard;
    if (!tl_repr_enter(rt, &guard, self)) {
        return tl_str_from_cstr(rt, "...");
    }
    TlValue text = TL_NO_VALUE;
    TlList *list = tl_list_from_iter(rt, self);
    if (list != NULL) {
        text = tl_str_fmt(rt, "%T(%R)", self, tl_from_obj(list));
        tl_release(rt, list);
    }
    tl_repr_leave(rt, &guard);
    return text;
}

// ---- iteration and membership

static TlValue keys_iter(TlRuntime *rt, TlRef self) {
    return tl_dict_iter_new(rt, rt->types.dict_key_iter, dict_of(self));
}

static TlValue values_iter(TlRuntime *rt, TlRef self) {
    return tl_dict_iter_new(rt, rt->types.dict_value_iter, dict_of(self));
}

static TlValue items_iter(TlRuntime *rt, TlRef self) {
    return tl_dict_iter_new(rt, rt->types.dict_item_iter, dict_of(self));
}

static TlValue view_reversed(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames) {
    TlDictPart part = is_keys(rt, self)    ? TL_DICT_KEYS
                      : is_items(rt, self) ? TL_DICT_ITEMS
                                           : TL_DICT_VALUES;
    return tl_dict_reverse_iter_new(rt, dict_of(self), part);
}

static int keys_contains(TlRuntime *rt, TlRef self, TlRef key) {
    return tl_dict_contains(rt, dict_of(self), key);
}

static int items_contains(TlRuntime *rt, TlRef self, TlRef item) {
    if (!tl_is_tuple(item) || tl_as_tuple(item)->len != 2) {
        return 0;
    }
    TlTuple *pair = tl_as_tuple(item);
    TlRef found;
    int there = tl_dict_get(rt, dict_of(self), pair->items[0], &found);
    if (there <= 0) {
        return there;
    }
    tl_incref(found);
    int same = tl_equal(rt, found, pair->items[1]);
    tl_decref(rt, found);
    return same;
}

// ---- set comparisons

// Is every item of [a] in [b]? 1, 0, -1.
static int all_contained(TlRuntime *rt, TlRef a, TlRef b) {
    TlValue it = tl_iter(rt, a);
    if (!tl_has_value(it)) {
        return -1;
    }
    int ok = 1;
    while (ok > 0) {
        TlValue item = tl_next(rt, it);
        if (!tl_has_value(item)) {
            ok = tl_raised(rt) ? -1 : 1;
            break;
        }
        ok = tl_contains(rt, b, item);
        tl_decref(rt, item);
    }
    tl_decref(rt, it);
    return ok;
}

static TlValue view_compare(TlRuntime *rt, TlRef a, TlRef b, TlCompareOp op) {
    if (!is_set_view(rt, a) || !(tl_is_set(b) || is_set_view(rt, b))) {
        return TL_NOT_IMPLEMENTED;
    }
    int64_t na = dict_of(a)->used, nb = tl_len(rt, b);
    int ok = 0;
    switch (op) {
    case TL_EQ:
    case TL_NE: ok = na == nb ? all_contained(rt, a, b) : 0; break;
    case TL_LT: ok = na < nb ? all_contained(rt, a, b) : 0; break;
    case TL_LE: ok = na <= nb ? all_contained(rt, a, b) : 0; break;
    case TL_GT: ok = na > nb ? all_contained(rt, b, a) : 0; break;
    case TL_GE: ok = na >= nb ? all_contained(rt, b, a) : 0; break;
    }
    return ok < 0 ? TL_NO_VALUE : tl_bool(op == TL_NE ? !ok : ok);
}

static TlValue view_isdisjoint(TlRuntime *rt, TlRef self, const TlRef *args,
                               int nargs, TlTuple *kwnames) {
    TlRef other = args[0];
    if (self == other) {
        return tl_bool(dict_of(self)->used == 0);
    }
    // The shorter one is walked through, when asking the other is cheap.
    if (tl_is_exact_set(rt, other) || is_set_view(rt, other)) {
        if (tl_len(rt, other) > dict_of(self)->used) {
            TlRef swap = other;
            other = self;
            self = swap;
        }
    }
    TlValue it = tl_iter(rt, other);
    if (!tl_has_value(it)) {
        return TL_NO_VALUE;
    }
    int found = 0;
    while (found == 0) {
        TlValue item = tl_next(rt, it);
        if (!tl_has_value(item)) {
            found = tl_raised(rt) ? -1 : 0;
            break;
        }
        found = tl_contains(rt, self, item);
        tl_decref(rt, item);
    }
    tl_decref(rt, it);
    return found < 0 ? TL_NO_VALUE : tl_bool(!found);
}

// ---- set operators

static TlSet *to_set(TlRuntime *rt, TlRef v) {
    TlRef source = v;
    if (is_keys(rt, v) && tl_is_exact_dict(rt, tl_from_obj(dict_of(v)))) {
        source = tl_from_obj(dict_of(v));
    }
    TlSet *set = tl_set_new(rt, rt->types.set);
    if (set != NULL && tl_set_update(rt, set, source) == TL_RAISED) {
        tl_release(rt, set);
        return NULL;
    }
    return set;
}

static TlValue finish(TlRuntime *rt, TlSet *set, TlStatus status) {
    if (set == NULL) {
        return TL_NO_VALUE;
    }
    if (status == TL_RAISED) {
        tl_release(rt, set);
        return TL_NO_VALUE;
    }
    return tl_from_obj(set);
}

static TlValue view_sub(TlRuntime *rt, TlRef a, TlRef b) {
    TlSet *set = to_set(rt, a);
    return finish(rt, set,
                  set == NULL ? TL_RAISED
                              : tl_set_difference_update(rt, set, b));
}

static TlValue view_or(TlRuntime *rt, TlRef a, TlRef b) {
    TlSet *set = to_set(rt, a);
    return finish(rt, set,
                  set == NULL ? TL_RAISED : tl_set_update(rt, set, b));
}

// Adds what [view] contains of the items of [other].
static TlStatus add_common(TlRuntime *rt, TlSet *set, TlRef view,
                           TlRef other) {
    TlValue it = tl_iter(rt, other);
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
        ok = tl_contains(rt, view, item);
        if (ok > 0) {
            ok = tl_set_add(rt, set, item);
        }
        tl_decref(rt, item);
    }
    tl_decref(rt, it);
    return ok < 0 ? TL_RAISED : TL_OK;
}

static TlValue view_and(TlRuntime *rt, TlRef a, TlRef b) {
    TlRef view = is_set_view(rt, a) ? a : b;
    TlRef other = is_set_view(rt, a) ? b : a;
    int64_t len = dict_of(view)->used;
    if (tl_is_exact_set(rt, other) && tl_as_obj(other)->type ==
                                          rt->types.set &&
        len <= tl_as_set(other)->used) {
        return tl_set_intersection(rt, tl_as_set(other), view);
    }
    if (is_set_view(rt, other) && dict_of(other)->used > len) {
        TlRef swap = view;
        view = other;
        other = swap;
    }
    TlSet *set = tl_set_new(rt, rt->types.set);
    return finish(rt, set,
                  set == NULL ? TL_RAISED : add_common(rt, set, view, other));
}

// What of [b] is not in the copy [rest] of a goes to [set]; what is leaves
// [rest].
static TlStatus split_items(TlRuntime *rt, TlDict *rest, TlDict *b,
                            TlSet *set) {
    int64_t pos = 0;
    TlRef key, value, mine;
    while (tl_dict_next(b, &pos, &key, &value)) {
        int64_t hash = b->entries[pos - 1].hash;
        TlValue pair = tl_tuple_pack2(rt, key, value);
        if (!tl_has_value(pair)) {
            return TL_RAISED;
        }
        int same = tl_dict_get_hashed(rt, rest, key, hash, &mine);
        if (same > 0) {
            tl_incref(mine);
            same = tl_equal(rt, mine, tl_as_tuple(pair)->items[1]);
            tl_decref(rt, mine);
        }
        if (same > 0) {
            same = tl_dict_del(rt, rest, tl_as_tuple(pair)->items[0]);
        } else if (same == 0) {
            same = tl_set_add(rt, set, pair);
        }
        tl_decref(rt, pair);
        if (same < 0) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

static TlValue items_xor(TlRuntime *rt, TlRef a, TlRef b) {
    if (dict_of(b)->used > dict_of(a)->used) {
        TlRef swap = a;
        a = b;
        b = swap;
    }
    TlDict *rest = tl_dict_copy(rt, dict_of(a));
    TlSet *set = rest == NULL ? NULL : tl_set_new(rt, rt->types.set);
    TlStatus status = TL_RAISED;
    if (set != NULL) {
        status = split_items(rt, rest, dict_of(b), set);
    }
    if (status == TL_OK) {
        TlValue view = tl_dict_view_new(rt, rt->types.dict_items, rest);
        status = tl_has_value(view) ? tl_set_update(rt, set, view) : TL_RAISED;
        tl_decref(rt, view);
    }
    tl_release(rt, rest);
    return finish(rt, set, status);
}

static TlValue view_xor(TlRuntime *rt, TlRef a, TlRef b) {
    if (is_items(rt, a) && is_items(rt, b)) {
        return items_xor(rt, a, b);
    }
    TlSet *set = to_set(rt, a);
    return finish(rt, set,
                  set == NULL
                      ? TL_RAISED
                      : tl_set_symmetric_difference_update(rt, set, b));
}

// ---- the types

static TlValue get_mapping(TlRuntime *rt, TlRef self, void *closure) {
    return tl_mapping_proxy_new(rt, tl_from_obj(dict_of(self)));
}

static const TlGetSetDef view_getsets[] = {
    {"mapping", get_mapping, NULL, NULL},
    {0},
};

static const TlNativeDef set_view_methods[] = {
    {"isdisjoint", view_isdisjoint, TL_FN_ONE, "(other, /)",
     "Whether the view and other have no item in common."},
    {"__reversed__", view_reversed, TL_FN_NOARGS, "()",
     "An iterator, last first."},
    {0},
};

static const TlNativeDef values_methods[] = {
    {"__reversed__", view_reversed, TL_FN_NOARGS, "()",
     "An iterator, last first."},
    {0},
};

#define SET_VIEW_SLOTS(iter_fn, contains_fn)                              \
    {.free = view_free, .traverse = view_traverse, .repr = view_repr,     \
     .hash = tl_unhashable, .compare = view_compare, .iter = (iter_fn),   \
     .len = view_len, .contains = (contains_fn),                          \
     .binary = {[TL_BIN_AND] = view_and, [TL_BIN_OR] = view_or,           \
                [TL_BIN_SUB] = view_sub, [TL_BIN_XOR] = view_xor}}

static const TlSlots keys_slots = SET_VIEW_SLOTS(keys_iter, keys_contains);
static const TlSlots items_slots = SET_VIEW_SLOTS(items_iter, items_contains);
static const TlSlots values_slots = {
    .free = view_free,
    .traverse = view_traverse,
    .repr = view_repr,
    .iter = values_iter,
    .len = view_len,
};

const TlTypeSpec tl_dict_keys_spec = {
    .name = "dict_keys",
    .size = sizeof(TlDictView),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &keys_slots,
    .methods = set_view_methods,
    .getsets = view_getsets,
};

const TlTypeSpec tl_dict_values_spec = {
    .name = "dict_values",
    .size = sizeof(TlDictView),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &values_slots,
    .methods = values_methods,
    .getsets = view_getsets,
};

const TlTypeSpec tl_dict_items_spec = {
    .name = "dict_items",
    .size = sizeof(TlDictView),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &items_slots,
    .methods = set_view_methods,
    .getsets = view_getsets,
};
