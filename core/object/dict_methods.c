// dict_methods.c — the type dict: slots and methods.
// SPDX-License-Identifier: MIT

#include "object/dict_impl.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/repr_guard.h"
#include "object/seq.h"
#include "object/str.h"

bool tl_is_exact_dict(TlRuntime *rt, TlRef v) {
    return tl_is_obj(v) && tl_as_obj(v)->type == rt->types.dict;
}

bool tl_dict_iterates_plainly(TlRuntime *rt, TlRef dict) {
    return tl_as_obj(dict)->type->slots.iter == tl_dict_iter;
}

// ---- slots: memory and text

static void dict_free(TlRuntime *rt, TlObject *self) {
    tl_dict_clear(rt, (TlDict *)self);
    tl_object_free(rt, self);
}

static void dict_clear_slot(TlRuntime *rt, TlObject *self) {
    tl_dict_clear(rt, (TlDict *)self);
}

static void dict_traverse(TlObject *self, TlVisit visit, void *arg) {
    int64_t pos = 0;
    TlRef key, value;
    while (tl_dict_next((TlDict *)self, &pos, &key, &value)) {
        tl_visit(key, visit, arg);
        tl_visit(value, visit, arg);
    }
}

static TlStatus append_entry(TlRuntime *rt, TlBuf *out, TlRef key,
                             TlRef value) {
    tl_incref(value);  // the repr of the key may remove it
    TlStatus status = tl_repr_append(rt, out, key);
    if (status == TL_OK) {
        tl_buf_append_str(out, ": ");
        status = tl_repr_append(rt, out, value);
    }
    tl_decref(rt, value);
    return status;
}

static TlValue dict_repr(TlRuntime *rt, TlRef self) {
    TlDict *dict = tl_as_dict(self);
    TlReprGuard guard;
    if (!tl_repr_enter(rt, &guard, self)) {
        return tl_str_from_cstr(rt, "{...}");
    }
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    tl_buf_append_char(&out, '{');
    TlStatus status = TL_OK;
    int64_t pos = 0;
    TlRef key, value;
    while (status == TL_OK && tl_dict_next(dict, &pos, &key, &value)) {
        if (out.len > 1) {
            tl_buf_append_str(&out, ", ");
        }
        status = append_entry(rt, &out, key, value);
    }
    tl_buf_append_char(&out, '}');
    tl_repr_leave(rt, &guard);
    return tl_repr_finish(rt, &out, status);
}

// ---- slots: comparison

// Does [b] have this key with an equal value? 1, 0, -1.
static int has_equal(TlRuntime *rt, TlDict *b, TlRef key, int64_t hash,
                     TlRef value) {
    TlRef other;
    int found = tl_dict_get_hashed(rt, b, key, hash, &other);
    if (found <= 0) {
        return found;
    }
    tl_incref(other);
    int same = tl_equal(rt, value, other);
    tl_decref(rt, other);
    return same;
}

static int dict_equal(TlRuntime *rt, TlDict *a, TlDict *b) {
    if (a->used != b->used) {
        return 0;
    }
    int same = 1;
    int64_t pos = 0;
    TlRef key, value;
    while (same > 0 && tl_dict_next(a, &pos, &key, &value)) {
        int64_t hash = a->entries[pos - 1].hash;
        tl_incref(key);
        tl_incref(value);
        same = has_equal(rt, b, key, hash, value);
        tl_decref(rt, key);
        tl_decref(rt, value);
        if (same > 0 && tl_seq_tick(rt) == TL_RAISED) {
            same = -1;
        }
    }
    return same;
}

static TlValue dict_compare(TlRuntime *rt, TlRef a, TlRef b, TlCompareOp op) {
    if (!tl_is_dict(a) || !tl_is_dict(b) || (op != TL_EQ && op != TL_NE)) {
        return TL_NOT_IMPLEMENTED;
    }
    int same = dict_equal(rt, tl_as_dict(a), tl_as_dict(b));
    return same < 0 ? TL_NO_VALUE : tl_bool(same == (op == TL_EQ));
}

// ---- slots: items

static int64_t dict_len(TlRuntime *rt, TlRef self) {
    return tl_as_dict(self)->used;
}

static int dict_contains(TlRuntime *rt, TlRef self, TlRef key) {
    return tl_dict_contains(rt, tl_as_dict(self), key);
}

// A key that is not there: __missing__ of a subclass, else KeyError.
static TlValue missing(TlRuntime *rt, TlRef self, TlRef key) {
    if (!tl_is_exact_dict(rt, self)) {
        TlValue method;
        int found =
            tl_lookup_special(rt, self, TL_NAME(rt, __missing__), &method);
        if (found < 0) {
            return TL_NO_VALUE;
        }
        if (found > 0) {
            TlValue result = tl_call1(rt, method, key);
            tl_decref(rt, method);
            return result;
        }
    }
    return tl_raise_key(rt, key);
}

static TlValue dict_getitem(TlRuntime *rt, TlRef self, TlRef key) {
    TlRef value;
    int found = tl_dict_get(rt, tl_as_dict(self), key, &value);
    if (found > 0) {
        return tl_incref(value);
    }
    return found < 0 ? TL_NO_VALUE : missing(rt, self, key);
}

static TlStatus dict_setitem(TlRuntime *rt, TlRef self, TlRef key,
                             TlRef value) {
    TlDict *dict = tl_as_dict(self);
    if (tl_has_value(value)) {
        return tl_dict_set(rt, dict, key, value);
    }
    int found = tl_dict_del(rt, dict, key);
    if (found == 0) {
        tl_raise_key(rt, key);
    }
    return found > 0 ? TL_OK : TL_RAISED;
}

static TlValue dict_or(TlRuntime *rt, TlRef a, TlRef b) {
    if (!tl_is_dict(a) || !tl_is_dict(b)) {
        return TL_NOT_IMPLEMENTED;
    }
    TlDict *result = tl_dict_copy(rt, tl_as_dict(a));
    if (result != NULL && tl_dict_update(rt, result, b) == TL_RAISED) {
        tl_release(rt, result);
        result = NULL;
    }
    return result == NULL ? TL_NO_VALUE : tl_from_obj(result);
}

static TlValue dict_ior(TlRuntime *rt, TlRef self, TlRef other) {
    if (tl_dict_update(rt, tl_as_dict(self), other) == TL_RAISED) {
        return TL_NO_VALUE;
    }
    return tl_incref(self);
}

// ---- construction

static TlValue dict_make(TlRuntime *rt, TlType *type, const TlRef *args,
                         int nargs, TlTuple *kwnames) {
    TlDict *dict = tl_dict_new_of(rt, type);
    return dict == NULL ? TL_NO_VALUE : tl_from_obj(dict);
}

// dict(other, **kw) and update(other, **kw).
static TlStatus fill(TlRuntime *rt, TlRef self, const char *name,
                     const TlRef *args, int nargs, TlTuple *kwnames) {
    TlDict *dict = tl_as_dict(self);
    if (tl_constructor_args(rt, name, nargs, NULL, 0, 1) == TL_RAISED) {
        return TL_RAISED;
    }
    if (nargs == 1 && tl_dict_update(rt, dict, args[0]) == TL_RAISED) {
        return TL_RAISED;
    }
    int64_t nkw = kwnames == NULL ? 0 : kwnames->len;
    for (int64_t i = 0; i < nkw; i++) {
        if (tl_dict_set(rt, dict, kwnames->items[i], args[nargs + i]) ==
            TL_RAISED) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

static TlStatus dict_init(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames) {
    return fill(rt, self, "dict", args, nargs, kwnames);
}

// ---- methods

static TlValue dict_update_method(TlRuntime *rt, TlRef self,
                                  const TlRef *args, int nargs,
                                  TlTuple *kwnames) {
    TlStatus status = fill(rt, self, "update", args, nargs, kwnames);
    return status == TL_OK ? TL_NONE : TL_NO_VALUE;
}

static TlValue dict_clear_method(TlRuntime *rt, TlRef self, const TlRef *args,
                                 int nargs, TlTuple *kwnames) {
    tl_dict_clear(rt, tl_as_dict(self));
    return TL_NONE;
}

static TlValue dict_copy_method(TlRuntime *rt, TlRef self, const TlRef *args,
                                int nargs, TlTuple *kwnames) {
    TlDict *copy = tl_dict_copy(rt, tl_as_dict(self));
    return copy == NULL ? TL_NO_VALUE : tl_from_obj(copy);
}

static TlValue dict_get_method(TlRuntime *rt, TlRef self, const TlRef *args,
                               int nargs, TlTuple *kwnames) {
    TlRef value;
    int found = tl_dict_get(rt, tl_as_dict(self), args[0], &value);
    return found < 0 ? TL_NO_VALUE : tl_incref(found ? value : args[1]);
}

static TlValue dict_setdefault(TlRuntime *rt, TlRef self, const TlRef *args,
                               int nargs, TlTuple *kwnames) {
    TlRef value;
    int found = tl_dict_setdefault(rt, tl_as_dict(self), args[0], args[1],
                                   &value);
    return found < 0 ? TL_NO_VALUE : tl_incref(value);
}

static TlValue dict_pop(TlRuntime *rt, TlRef self, const TlRef *args,
                        int nargs, TlTuple *kwnames) {
    TlValue value;
    int found = tl_dict_pop(rt, tl_as_dict(self), args[0], &value);
    if (found != 0) {
        return found < 0 ? TL_NO_VALUE : value;
    }
    if (tl_has_value(args[1])) {
        return tl_incref(args[1]);
    }
    return tl_raise_key(rt, args[0]);
}

static TlValue dict_popitem(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames) {
    TlDict *dict = tl_as_dict(self);
    if (dict->used == 0) {
        return tl_raise(rt, rt->exc.KeyError,
                        "popitem(): dictionary is empty");
    }
    TlTuple *pair = tl_tuple_new(rt, 2);
    if (pair == NULL) {
        return TL_NO_VALUE;
    }
    int64_t at = dict->entry_count - 1;
    while (!tl_has_value(dict->entries[at].key)) {
        at--;
    }
    tl_dict_take_at(dict, at, &pair->items[0], &pair->items[1]);
    dict->entry_count = at;
    return tl_from_obj(pair);
}

static TlValue dict_keys(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames) {
    return tl_dict_view_new(rt, rt->types.dict_keys, tl_as_dict(self));
}

static TlValue dict_values(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames) {
    return tl_dict_view_new(rt, rt->types.dict_values, tl_as_dict(self));
}

static TlValue dict_items(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames) {
    return tl_dict_view_new(rt, rt->types.dict_items, tl_as_dict(self));
}

static TlValue dict_reversed(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames) {
    return tl_dict_reverse_iter_new(rt, tl_as_dict(self), TL_DICT_KEYS);
}

static TlStatus add_key(TlRuntime *rt, TlRef dict, TlRef key, TlRef value) {
    return tl_is_exact_dict(rt, dict)
               ? tl_dict_set(rt, tl_as_dict(dict), key, value)
               : tl_setitem(rt, dict, key, value);
}

static TlValue dict_fromkeys(TlRuntime *rt, TlRef cls, const TlRef *args,
                             int nargs, TlTuple *kwnames) {
    TlValue dict = tl_call0(rt, cls);
    TlValue it = tl_has_value(dict) ? tl_iter(rt, args[0]) : TL_NO_VALUE;
    TlStatus status = tl_has_value(it) ? TL_OK : TL_RAISED;
    while (status == TL_OK) {
        TlValue key = tl_next(rt, it);
        if (!tl_has_value(key)) {
            status = tl_raised(rt) ? TL_RAISED : TL_OK;
            break;
        }
        status = add_key(rt, dict, key, args[1]);
        tl_decref(rt, key);
        if (status == TL_OK) {
            status = tl_seq_tick(rt);
        }
    }
    tl_decref(rt, it);
    if (status == TL_RAISED) {
        tl_decref(rt, dict);
        return TL_NO_VALUE;
    }
    return dict;
}

static const TlNativeDef dict_methods[] = {
    {"clear", dict_clear_method, TL_FN_NOARGS, "()", "Remove all items."},
    {"copy", dict_copy_method, TL_FN_NOARGS, "()", "A shallow copy."},
    {"fromkeys", dict_fromkeys, TL_FN_SIG | TL_FN_CLASS,
     "(iterable, value=None, /)",
     "A new dict with keys from iterable, all with the same value."},
    {"get", dict_get_method, TL_FN_SIG, "(key, default=None, /)",
     "The value of key, or default."},
    {"items", dict_items, TL_FN_NOARGS, "()", "A view of the items."},
    {"keys", dict_keys, TL_FN_NOARGS, "()", "A view of the keys."},
    {"pop", dict_pop, TL_FN_SIG, "(key, default=?, /)",
     "Remove key and return its value, or default when there is none."},
    {"popitem", dict_popitem, TL_FN_NOARGS, "()",
     "Remove and return the pair that was added last."},
    {"setdefault", dict_setdefault, TL_FN_SIG, "(key, default=None, /)",
     "The value of key, after setting it to default when there is none."},
    {"update", dict_update_method, TL_FN_RAW_KW, "(other=?, /, **kwargs)",
     "Add the items of a mapping, of pairs, and of keywords."},
    {"values", dict_values, TL_FN_NOARGS, "()", "A view of the values."},
    {"__reversed__", dict_reversed, TL_FN_NOARGS, "()",
     "An iterator over the keys, last first."},
    {"__class_getitem__", tl_class_getitem, TL_FN_ONE | TL_FN_CLASS,
     "(object, /)", "dict[K, V]"},
    {0},
};

static const TlSlots dict_slots = {
    .free = dict_free,
    .traverse = dict_traverse,
    .clear = dict_clear_slot,
    .repr = dict_repr,
    .hash = tl_unhashable,
    .compare = dict_compare,
    .new_ = dict_make,
    .init = dict_init,
    .iter = tl_dict_iter,
    .len = dict_len,
    .getitem = dict_getitem,
    .setitem = dict_setitem,
    .contains = dict_contains,
    .binary = {[TL_BIN_OR] = dict_or},
    .inplace = {[TL_BIN_OR] = dict_ior},
};

const TlTypeSpec tl_dict_spec = {
    .name = "dict",
    .doc = "Built-in mapping that keeps its insertion order.",
    .size = sizeof(TlDict),
    .flags = TL_TYPE_GC | TL_TYPE_BASE | TL_TYPE_MAPPING | TL_TYPE_IS_DICT,
    .slots = &dict_slots,
    .methods = dict_methods,
};
