// dict_iter.c — iterators over dicts: keys, values, items, backwards.
// SPDX-License-Identifier: MIT
//
// An iterator is a place in the entries. It notices a dict of another size at
// once, and keys that came and went when it meets more of them than there
// were.

#include "object/dict_impl.h"
#include "object/exc.h"
#include "object/list.h"

typedef struct DictIter {
    TlObject ob;
    TlDict *dict;  // NULL when exhausted
    int64_t used;  // of the dict at the start; -1 = it changed, for ever
    int64_t pos;
    int64_t left;
    TlDictPart part;  // of a reverse iterator
} DictIter;

static DictIter *new_iter(TlRuntime *rt, TlType *type, TlDict *dict) {
    DictIter *it = tl_object_new(rt, type);
    if (it != NULL) {
        it->dict = tl_retain(dict);
        it->used = it->left = dict->used;
    }
    return it;
}

TlValue tl_dict_iter_new(TlRuntime *rt, TlType *type, TlDict *dict) {
    DictIter *it = new_iter(rt, type, dict);
    return it == NULL ? TL_NO_VALUE : tl_from_obj(it);
}

TlValue tl_dict_reverse_iter_new(TlRuntime *rt, TlDict *dict,
                                 TlDictPart part) {
    DictIter *it = new_iter(rt, rt->types.dict_reverse_iter, dict);
    if (it == NULL) {
        return TL_NO_VALUE;
    }
    it->pos = dict->entry_count - 1;
    it->part = part;
    return tl_from_obj(it);
}

TlValue tl_dict_iter(TlRuntime *rt, TlRef self) {
    return tl_dict_iter_new(rt, rt->types.dict_key_iter, tl_as_dict(self));
}

static void iter_free(TlRuntime *rt, TlObject *self) {
    tl_release(rt, ((DictIter *)self)->dict);
    tl_object_free(rt, self);
}

static void iter_traverse(TlObject *self, TlVisit visit, void *arg) {
    tl_visit_ptr(((DictIter *)self)->dict, visit, arg);
}

static TlValue iter_self(TlRuntime *rt, TlRef self) {
    return tl_incref(self);
}

// The next live entry in direction [step], borrowed; NULL at the end or with
// RuntimeError raised.
static const TlDictEntry *advance(TlRuntime *rt, DictIter *it, int step) {
    TlDict *dict = it->dict;
    if (dict == NULL) {
        return NULL;
    }
    if (it->used != dict->used) {
        it->used = -1;
        tl_raise(rt, rt->exc.RuntimeError,
                 "dictionary changed size during iteration");
        return NULL;
    }
    int64_t i = it->pos;
    if (i >= dict->entry_count && step < 0) {
        i = dict->entry_count - 1;
    }
    while (i >= 0 && i < dict->entry_count &&
           !tl_has_value(dict->entries[i].key)) {
        i += step;
    }
    bool found = i >= 0 && i < dict->entry_count;
    if (found && (it->left > 0 || step < 0)) {
        it->pos = i + step;
        it->left--;
        return &dict->entries[i];
    }
    if (found) {
        tl_raise(rt, rt->exc.RuntimeError,
                 "dictionary keys changed during iteration");
    }
    TL_CLEAR_PTR(rt, it->dict);
    return NULL;
}

static TlValue part_of(TlRuntime *rt, const TlDictEntry *entry,
                       TlDictPart part) {
    if (entry == NULL) {
        return TL_NO_VALUE;
    }
    switch (part) {
    case TL_DICT_KEYS: return tl_incref(entry->key);
    case TL_DICT_VALUES: return tl_incref(entry->value);
    case TL_DICT_ITEMS: break;
    }
    return tl_tuple_pack2(rt, entry->key, entry->value);
}

static TlValue next_key(TlRuntime *rt, TlRef self) {
    DictIter *it = (DictIter *)tl_as_obj(self);
    return part_of(rt, advance(rt, it, 1), TL_DICT_KEYS);
}

static TlValue next_value(TlRuntime *rt, TlRef self) {
    DictIter *it = (DictIter *)tl_as_obj(self);
    return part_of(rt, advance(rt, it, 1), TL_DICT_VALUES);
}

static TlValue next_item(TlRuntime *rt, TlRef self) {
    DictIter *it = (DictIter *)tl_as_obj(self);
    return part_of(rt, advance(rt, it, 1), TL_DICT_ITEMS);
}

static TlValue next_reverse(TlRuntime *rt, TlRef self) {
    DictIter *it = (DictIter *)tl_as_obj(self);
    return part_of(rt, advance(rt, it, -1), it->part);
}

static TlValue length_hint(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames) {
    DictIter *it = (DictIter *)tl_as_obj(self);
    bool valid = it->dict != NULL && it->used == it->dict->used;
    return tl_small_int(valid ? it->left : 0);
}

static const TlNativeDef iter_methods[] = {
    {"__length_hint__", length_hint, TL_FN_NOARGS, "()",
     "How many items are probably left."},
    {0},
};

#define ITER_SLOTS(next_fn)                                           \
    {.free = iter_free, .traverse = iter_traverse, .iter = iter_self, \
     .next = (next_fn)}

static const TlSlots key_iter_slots = ITER_SLOTS(next_key);
static const TlSlots value_iter_slots = ITER_SLOTS(next_value);
static const TlSlots item_iter_slots = ITER_SLOTS(next_item);
static const TlSlots reverse_iter_slots = ITER_SLOTS(next_reverse);

const TlTypeSpec tl_dict_key_iter_spec = {
    .name = "dict_keyiterator",
    .size = sizeof(DictIter),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &key_iter_slots,
    .methods = iter_methods,
};

const TlTypeSpec tl_dict_value_iter_spec = {
    .name = "dict_valueiterator",
    .size = sizeof(DictIter),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &value_iter_slots,
    .methods = iter_methods,
};

const TlTypeSpec tl_dict_item_iter_spec = {
    .name = "dict_itemiterator",
    .size = sizeof(DictIter),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &item_iter_slots,
    .methods = iter_methods,
};

const TlTypeSpec tl_dict_reverse_iter_spec = {
    .name = "dict_reversekeyiterator",
    .size = sizeof(DictIter),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &reverse_iter_slots,
    .methods = iter_methods,
};
