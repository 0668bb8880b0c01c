// list.c — list: storage, construction and slots.
// SPDX-License-Identifier: MIT
//
// Invariants: items[0..len) are owned values, len <= cap; items is NULL when
// cap is 0. While a list is being sorted it is empty and its cap is -1: that
// is how list_sort.c notices that somebody changed it (any growth sets cap).
// The methods are in list_methods.c, slice assignment in list_slice.c.

#include "object/list_impl.h"

#include "base/check.h"
#include "object/exc.h"
#include "object/repr_guard.h"
#include "object/str.h"

// ---- storage

TlStatus tl_list_reserve(TlRuntime *rt, TlList *list, int64_t cap) {
    if (cap <= list->cap || cap == 0) {
        return TL_OK;
    }
    if (cap > TL_SEQ_MAX) {
        tl_raise_memory(rt);
        return TL_RAISED;
    }
    size_t old = list->items == NULL ? 0 : (size_t)list->cap * sizeof(TlValue);
    TlValue *items = tl_realloc(&rt->alloc, list->items, old,
                                (size_t)cap * sizeof(TlValue));
    if (items == NULL) {
        tl_raise_memory(rt);
        return TL_RAISED;
    }
    list->items = items;
    list->cap = cap;
    return TL_OK;
}

// Room for [extra] more items, growing by an eighth as CPython does.
static TlStatus grow(TlRuntime *rt, TlList *list, int64_t extra) {
    int64_t len = list->len;
    if (extra <= list->cap - len) {
        return TL_OK;
    }
    if (extra > TL_SEQ_MAX - len) {
        tl_raise_memory(rt);
        return TL_RAISED;
    }
    int64_t need = len + extra;
    int64_t cap = (need + (need >> 3) + 6) & ~INT64_C(3);
    return tl_list_reserve(rt, list, cap > TL_SEQ_MAX ? need : cap);
}

static TlList *new_of_type(TlRuntime *rt, TlType *type) {
    return tl_object_new(rt, type);
}

TlList *tl_list_new(TlRuntime *rt, int64_t cap) {
    TlList *list = new_of_type(rt, rt->types.list);
    if (list != NULL && tl_list_reserve(rt, list, cap) == TL_RAISED) {
        tl_release(rt, list);
        return NULL;
    }
    return list;
}

TlList *tl_list_from_items(TlRuntime *rt, const TlRef *items, int64_t n) {
    TlList *list = tl_list_new(rt, n);
    if (list == NULL) {
        return NULL;
    }
    for (int64_t i = 0; i < n; i++) {
        list->items[i] = tl_incref(items[i]);
    }
    list->len = n;
    return list;
}

TlStatus tl_list_append_steal(TlRuntime *rt, TlList *list, TlValue item) {
    if (grow(rt, list, 1) == TL_RAISED) {
        tl_decref(rt, item);
        return TL_RAISED;
    }
    list->items[list->len++] = item;
    return TL_OK;
}

TlStatus tl_list_append(TlRuntime *rt, TlList *list, TlRef item) {
    return tl_list_append_steal(rt, list, tl_incref(item));
}

TlStatus tl_list_insert(TlRuntime *rt, TlList *list, int64_t at, TlRef item) {
    if (grow(rt, list, 1) == TL_RAISED) {
        return TL_RAISED;
    }
    at = tl_seq_clip(at, list->len);
    TlValue *place = list->items + at;
    memmove(place + 1, place, (size_t)(list->len - at) * sizeof(TlValue));
    *place = tl_incref(item);
    list->len++;
    return TL_OK;
}

void tl_list_empty(TlRuntime *rt, TlList *list) {
    TlValue *items = list->items;
    int64_t len = list->len, cap = list->cap;
    if (items == NULL) {
        return;
    }
    list->items = NULL;
    list->len = list->cap = 0;
    while (len > 0) {
        tl_decref(rt, items[--len]);
    }
    tl_free(&rt->alloc, items, (size_t)cap * sizeof(TlValue));
}

// ---- extending

static TlStatus extend_items(TlRuntime *rt, TlList *list, TlRef source) {
    int64_t n;
    tl_seq_items(source, &n);
    if (grow(rt, list, n) == TL_RAISED) {
        return TL_RAISED;
    }
    // Growing may have moved the items when the list extends itself.
    const TlValue *items = tl_seq_items(source, &n);
    for (int64_t i = 0; i < n; i++) {
        list->items[list->len + i] = tl_incref(items[i]);
    }
    list->len += n;
    return TL_OK;
}

static TlStatus extend_from_iter(TlRuntime *rt, TlList *list, TlRef it) {
    for (;;) {
        TlValue item = tl_next(rt, it);
        if (!tl_has_value(item)) {
            return tl_raised(rt) ? TL_RAISED : TL_OK;
        }
        if (tl_list_append_steal(rt, list, item) == TL_RAISED ||
            tl_seq_tick(rt) == TL_RAISED) {
            return TL_RAISED;
        }
    }
}

TlStatus tl_list_extend(TlRuntime *rt, TlList *list, TlRef iterable) {
    TlType *type = tl_type_of(rt, iterable);
    if (type == rt->types.list || type == rt->types.tuple) {
        return extend_items(rt, list, iterable);
    }
    TlValue it = tl_iter(rt, iterable);
    if (!tl_has_value(it)) {
        return TL_RAISED;
    }
    TlStatus status = TL_RAISED;
    int64_t hint = tl_length_hint(rt, iterable, 8);
    if (hint >= 0) {
        bool absurd = hint > TL_SEQ_MAX - list->len;
        status = absurd ? TL_OK
                        : tl_list_reserve(rt, list, list->len + hint);
    }
    if (status == TL_OK) {
        status = extend_from_iter(rt, list, it);
    }
    tl_decref(rt, it);
    return status;
}

TlList *tl_list_from_iter(TlRuntime *rt, TlRef iterable) {
    TlList *list = tl_list_new(rt, 0);
    if (list != NULL && tl_list_extend(rt, list, iterable) == TL_RAISED) {
        tl_release(rt, list);
        return NULL;
    }
    return list;
}

TlValue tl_list_to_tuple(TlRuntime *rt, TlList *list) {
    TlTuple *tuple = tl_tuple_from(rt, list->items, list->len);
    return tuple == NULL ? TL_NO_VALUE : tl_from_obj(tuple);
}

// ---- slots: memory and text

static void list_free(TlRuntime *rt, TlObject *self) {
    tl_list_empty(rt, (TlList *)self);
    tl_object_free(rt, self);
}

static void list_clear_slot(TlRuntime *rt, TlObject *self) {
    tl_list_empty(rt, (TlList *)self);
}

static void list_traverse(TlObject *self, TlVisit visit, void *arg) {
    TlList *list = (TlList *)self;
    for (int64_t i = 0; i < list->len; i++) {
        tl_visit(list->items[i], visit, arg);
    }
}

static TlValue list_repr(TlRuntime *rt, TlRef self) {
    TlList *list = tl_as_list(self);
    TlReprGuard guard;
    if (list->len == 0) {
        return tl_str_from_cstr(rt, "[]");
    }
    if (!tl_repr_enter(rt, &guard, self)) {
        return tl_str_from_cstr(rt, "[...]");
    }
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    tl_buf_append_char(&out, '[');
    TlStatus status = TL_OK;
    for (int64_t i = 0; status == TL_OK && i < list->len; i++) {
        if (i > 0) {
            tl_buf_append_str(&out, ", ");
        }
        status = tl_repr_append(rt, &out, list->items[i]);
    }
    tl_buf_append_char(&out, ']');
    tl_repr_leave(rt, &guard);
    return tl_repr_finish(rt, &out, status);
}

// ---- slots: comparison

// Index of the first items that differ, the shorter length when there are
// none; -1 raised. Comparing may change either list.
static int64_t first_difference(TlRuntime *rt, TlList *a, TlList *b) {
    int64_t i = 0;
    for (; i < a->len && i < b->len; i++) {
        TlValue x = a->items[i], y = b->items[i];
        if (x == y) {
            continue;
        }
        tl_incref(x);
        tl_incref(y);
        int same = tl_equal(rt, x, y);
        tl_decref(rt, x);
        tl_decref(rt, y);
        if (same < 0 || tl_seq_tick(rt) == TL_RAISED) {
            return -1;
        }
        if (!same) {
            break;
        }
    }
    return i;
}

static TlValue list_compare(TlRuntime *rt, TlRef ra, TlRef rb,
                            TlCompareOp op) {
    if (!tl_is_list(ra) || !tl_is_list(rb)) {
        return TL_NOT_IMPLEMENTED;
    }
    TlList *a = tl_as_list(ra), *b = tl_as_list(rb);
    if (a->len != b->len && (op == TL_EQ || op == TL_NE)) {
        return tl_bool(op == TL_NE);
    }
    int64_t i = first_difference(rt, a, b);
    if (i < 0) {
        return TL_NO_VALUE;
    }
    if (i >= a->len || i >= b->len) {
        return tl_compare(rt, tl_small_int(a->len), tl_small_int(b->len), op);
    }
    if (op == TL_EQ || op == TL_NE) {
        return tl_bool(op == TL_NE);
    }
    TlValue x = tl_incref(a->items[i]), y = tl_incref(b->items[i]);
    TlValue result = tl_compare(rt, x, y, op);
    tl_decref(rt, x);
    tl_decref(rt, y);
    return result;
}

static int list_contains(TlRuntime *rt, TlRef self, TlRef item) {
    TlList *list = tl_as_list(self);
    for (int64_t i = 0; i < list->len; i++) {
        TlValue here = tl_incref(list->items[i]);
        int same = tl_equal(rt, here, item);
        tl_decref(rt, here);
        if (same != 0) {
            return same;
        }
        if (tl_seq_tick(rt) == TL_RAISED) {
            return -1;
        }
    }
    return 0;
}

// ---- slots: container

static int64_t list_len(TlRuntime *rt, TlRef self) {
    return tl_as_list(self)->len;
}

static TlValue raise_bad_index(TlRuntime *rt, TlRef key) {
    return tl_raise_fmt(rt, rt->exc.TypeError,
                        "list indices must be integers or slices, not %T",
                        key);
}

// The place [key] names. IndexError with [message] when outside.
static TlStatus place_of(TlRuntime *rt, TlList *list, TlRef key,
                         const char *message, int64_t *place) {
    int64_t i;
    if (tl_seq_index(rt, key, &i) == TL_RAISED) {
        return TL_RAISED;
    }
    if (i < 0) {
        i += list->len;
    }
    if (i < 0 || i >= list->len) {
        tl_raise(rt, rt->exc.IndexError, message);
        return TL_RAISED;
    }
    *place = i;
    return TL_OK;
}

static TlValue list_getitem(TlRuntime *rt, TlRef self, TlRef key) {
    TlList *list = tl_as_list(self);
    if (tl_is_slice(rt, key)) {
        return tl_list_get_slice(rt, list, (TlSlice *)tl_as_obj(key));
    }
    if (!tl_has_index(rt, key)) {
        return raise_bad_index(rt, key);
    }
    int64_t i;
    if (place_of(rt, list, key, "list index out of range", &i) == TL_RAISED) {
        return TL_NO_VALUE;
    }
    return tl_incref(list->items[i]);
}

static TlStatus list_setitem(TlRuntime *rt, TlRef self, TlRef key,
                             TlRef value) {
    TlList *list = tl_as_list(self);
    if (tl_is_slice(rt, key)) {
        return tl_list_set_slice(rt, list, (TlSlice *)tl_as_obj(key), value);
    }
    if (!tl_has_index(rt, key)) {
        raise_bad_index(rt, key);
        return TL_RAISED;
    }
    int64_t i;
    if (place_of(rt, list, key, "list assignment index out of range", &i) ==
        TL_RAISED) {
        return TL_RAISED;
    }
    if (!tl_has_value(value)) {
        return tl_list_splice(rt, list, i, i + 1, NULL, 0);
    }
    TlValue old = list->items[i];
    list->items[i] = tl_incref(value);
    tl_decref(rt, old);
    return TL_OK;
}

// ---- slots: operators

static TlValue list_add(TlRuntime *rt, TlRef a, TlRef b) {
    if (!tl_is_list(a)) {
        return TL_NOT_IMPLEMENTED;
    }
    if (!tl_is_list(b)) {
        TlValue r = tl_seq_reflected(rt, a, b, TL_BIN_ADD);
        if (r != TL_NOT_IMPLEMENTED) {
            return r;
        }
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "can only concatenate list (not \"%T\") to list",
                            b);
    }
    TlList *x = tl_as_list(a), *y = tl_as_list(b);
    TlList *sum = tl_list_new(rt, x->len + y->len);
    if (sum == NULL) {
        return TL_NO_VALUE;
    }
    for (int64_t i = 0; i < x->len; i++) {
        sum->items[sum->len++] = tl_incref(x->items[i]);
    }
    for (int64_t i = 0; i < y->len; i++) {
        sum->items[sum->len++] = tl_incref(y->items[i]);
    }
    return tl_from_obj(sum);
}

// Appends [times] copies of the first [n] items; there is room.
static void append_copies(TlList *list, const TlValue *items, int64_t n,
                          int64_t times) {
    for (int64_t t = 0; t < times; t++) {
        for (int64_t i = 0; i < n; i++) {
            list->items[list->len++] = tl_incref(items[i]);
        }
    }
}

static TlValue list_repeat(TlRuntime *rt, TlRef self, int64_t times) {
    TlList *list = tl_as_list(self);
    int64_t n = list->len;
    if (times <= 0 || n == 0) {
        times = 0;
    } else if (n > TL_SEQ_MAX / times) {
        return tl_raise_memory(rt);
    }
    TlList *result = tl_list_new(rt, n * times);
    if (result == NULL) {
        return TL_NO_VALUE;
    }
    append_copies(result, list->items, n, times);
    return tl_from_obj(result);
}

static TlValue list_multiply(TlRuntime *rt, TlRef a, TlRef b) {
    return tl_seq_multiply(rt, a, b, tl_is_list(a), list_repeat);
}

static TlValue list_iadd(TlRuntime *rt, TlRef self, TlRef other) {
    TlValue r = tl_seq_reflected(rt, self, other, TL_BIN_ADD);
    if (r != TL_NOT_IMPLEMENTED) {
        return r;
    }
    if (tl_list_extend(rt, tl_as_list(self), other) == TL_RAISED) {
        return TL_NO_VALUE;
    }
    return tl_incref(self);
}

static TlValue repeat_in_place(TlRuntime *rt, TlRef self, int64_t times) {
    TlList *list = tl_as_list(self);
    int64_t n = list->len;
    if (times <= 0) {
        tl_list_empty(rt, list);
    } else if (n > 0 && n > TL_SEQ_MAX / times) {
        return tl_raise_memory(rt);
    } else {
        if (tl_list_reserve(rt, list, n * times) == TL_RAISED) {
            return TL_NO_VALUE;
        }
        append_copies(list, list->items, n, times - 1);
    }
    return tl_incref(self);
}

static TlValue list_imul(TlRuntime *rt, TlRef self, TlRef times) {
    return tl_seq_multiply(rt, self, times, true, repeat_in_place);
}

static TlValue list_iter(TlRuntime *rt, TlRef self) {
    return tl_seq_iter_new(rt, rt->types.list_iter, self);
}

// ---- the type

static TlValue list_make(TlRuntime *rt, TlType *type, const TlRef *args,
                         int nargs, TlTuple *kwnames) {
    TlList *list = new_of_type(rt, type);
    return list == NULL ? TL_NO_VALUE : tl_from_obj(list);
}

static TlStatus list_init(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames) {
    // Keywords may be meant for the __new__ of a subclass.
    bool own_new = tl_as_obj(self)->type->slots.new_ != list_make;
    TlTuple *names = own_new ? NULL : kwnames;
    if (tl_constructor_args(rt, "list", nargs, names, 0, 1) == TL_RAISED) {
        return TL_RAISED;
    }
    tl_list_empty(rt, tl_as_list(self));
    return nargs == 0 ? TL_OK : tl_list_extend(rt, tl_as_list(self), args[0]);
}

static const TlSlots list_slots = {
    .free = list_free,
    .traverse = list_traverse,
    .clear = list_clear_slot,
    .repr = list_repr,
    .hash = tl_unhashable,
    .compare = list_compare,
    .new_ = list_make,
    .init = list_init,
    .iter = list_iter,
    .len = list_len,
    .getitem = list_getitem,
    .setitem = list_setitem,
    .contains = list_contains,
    .binary = {[TL_BIN_ADD] = list_add, [TL_BIN_MUL] = list_multiply},
    .inplace = {[TL_BIN_ADD] = list_iadd, [TL_BIN_MUL] = list_imul},
};

const TlTypeSpec tl_list_spec = {
    .name = "list",
    .doc = "Built-in mutable sequence.",
    .size = sizeof(TlList),
    .flags = TL_TYPE_GC | TL_TYPE_BASE | TL_TYPE_SEQUENCE | TL_TYPE_IS_LIST,
    .slots = &list_slots,
    .methods = tl_list_methods,
};
