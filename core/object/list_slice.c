// list_slice.c — reading, replacing and deleting slices of a list.
// SPDX-License-Identifier: MIT
//
// Anything that may run user code (indexes, iterating the new items) comes
// first; then the list is measured and changed in one go; dropped items die
// last, when the list is whole again. A list assigned to its own slice is
// copied before.

#include "object/exc.h"
#include "object/list_impl.h"

TlValue tl_list_get_slice(TlRuntime *rt, TlList *list, TlSlice *slice) {
    int64_t start, stop, step;
    if (tl_slice_unpack(rt, slice, &start, &stop, &step) == TL_RAISED) {
        return TL_NO_VALUE;
    }
    int64_t count = tl_slice_adjust(list->len, &start, &stop, step);
    TlList *result = tl_list_new(rt, count);
    if (result == NULL) {
        return TL_NO_VALUE;
    }
    for (int64_t i = 0; i < count; i++) {
        result->items[i] = tl_incref(list->items[start + i * step]);
    }
    result->len = count;
    return tl_from_obj(result);
}

// Drops [n] values, the last first, and frees their array.
static void drop_values(TlRuntime *rt, TlValue *values, int64_t n) {
    for (int64_t i = n; i > 0; i--) {
        tl_decref(rt, values[i - 1]);
    }
    tl_free(&rt->alloc, values, (size_t)n * sizeof(TlValue));
}

// Room for [n] values that are about to leave the list; NULL for none, or
// with MemoryError raised.
static TlValue *new_values(TlRuntime *rt, int64_t n) {
    if (n == 0) {
        return NULL;
    }
    TlValue *values = tl_alloc(&rt->alloc, (size_t)n * sizeof(TlValue));
    if (values == NULL) {
        tl_raise_memory(rt);
    }
    return values;
}

// Deletes one item; needs no memory.
static void remove_one(TlRuntime *rt, TlList *list, int64_t at) {
    TlValue old = list->items[at];
    memmove(list->items + at, list->items + at + 1,
            (size_t)(list->len - at - 1) * sizeof(TlValue));
    list->len--;
    tl_decref(rt, old);
}

TlStatus tl_list_splice(TlRuntime *rt, TlList *list, int64_t low, int64_t high,
                        const TlRef *items, int64_t n) {
    int64_t gone = high - low;
    if (n == 0 && gone == list->len) {
        tl_list_empty(rt, list);
        return TL_OK;
    }
    if (n == 0 && gone == 1) {
        remove_one(rt, list, low);
        return TL_OK;
    }
    TlValue *old = new_values(rt, gone);
    if (gone > 0 && old == NULL) {
        return TL_RAISED;
    }
    if (n > gone &&
        tl_list_reserve(rt, list, list->len - gone + n) == TL_RAISED) {
        tl_free(&rt->alloc, old, (size_t)gone * sizeof(TlValue));
        return TL_RAISED;
    }
    TlValue *place = list->items + low;
    if (gone > 0) {
        memcpy(old, place, (size_t)gone * sizeof(TlValue));
    }
    if (list->len > high) {
        memmove(place + n, place + gone,
                (size_t)(list->len - high) * sizeof(TlValue));
    }
    for (int64_t i = 0; i < n; i++) {
        place[i] = tl_incref(items[i]);
    }
    list->len += n - gone;
    drop_values(rt, old, gone);
    return TL_OK;
}

// del list[start::step], [count] items.
static TlStatus delete_strided(TlRuntime *rt, TlList *list, int64_t start,
                               int64_t step, int64_t count) {
    if (count == 0) {
        return TL_OK;
    }
    if (step < 0) {
        start += step * (count - 1);
        step = -step;
    }
    TlValue *old = new_values(rt, count);
    if (old == NULL) {
        return TL_RAISED;
    }
    int64_t taken = 0, to = start;
    for (int64_t i = start; i < list->len; i++) {
        if (taken < count && i == start + taken * step) {
            old[taken++] = list->items[i];
        } else {
            list->items[to++] = list->items[i];
        }
    }
    list->len = to;
    for (int64_t i = 0; i < count; i++) {
        tl_decref(rt, old[i]);
    }
    tl_free(&rt->alloc, old, (size_t)count * sizeof(TlValue));
    return TL_OK;
}

// list[start::step] = items, as many as there are places.
static TlStatus assign_strided(TlRuntime *rt, TlList *list, int64_t start,
                               int64_t step, int64_t count, TlRef fast) {
    int64_t n;
    const TlValue *items = tl_seq_items(fast, &n);
    if (n != count) {
        tl_raise_fmt(rt, rt->exc.ValueError,
                     "attempt to assign sequence of size %lld to extended "
                     "slice of size %lld",
                     (long long)n, (long long)count);
        return TL_RAISED;
    }
    TlValue *old = new_values(rt, count);
    if (old == NULL) {
        return count == 0 ? TL_OK : TL_RAISED;
    }
    for (int64_t i = 0; i < count; i++) {
        TlValue *place = list->items + start + i * step;
        old[i] = *place;
        *place = tl_incref(items[i]);
    }
    for (int64_t i = 0; i < count; i++) {
        tl_decref(rt, old[i]);
    }
    tl_free(&rt->alloc, old, (size_t)count * sizeof(TlValue));
    return TL_OK;
}

// The new items as a list or tuple that is not the list itself. Owned.
static TlValue new_items(TlRuntime *rt, TlList *list, TlRef value,
                         int64_t step) {
    if (value == tl_from_obj(list)) {
        TlList *copy = tl_list_from_items(rt, list->items, list->len);
        return copy == NULL ? TL_NO_VALUE : tl_from_obj(copy);
    }
    return tl_seq_fast(rt, value,
                       step == 1 ? "can only assign an iterable"
                                 : "must assign iterable to extended slice");
}

TlStatus tl_list_set_slice(TlRuntime *rt, TlList *list, TlSlice *slice,
                           TlRef value) {
    int64_t start, stop, step, n = 0;
    if (tl_slice_unpack(rt, slice, &start, &stop, &step) == TL_RAISED) {
        return TL_RAISED;
    }
    TlValue fast = TL_NO_VALUE;
    if (tl_has_value(value)) {
        fast = new_items(rt, list, value, step);
        if (!tl_has_value(fast)) {
            return TL_RAISED;
        }
    }
    TlStatus status;
    int64_t count = tl_slice_adjust(list->len, &start, &stop, step);
    if (step == 1) {
        const TlValue *items = NULL;
        if (tl_has_value(fast)) {
            items = tl_seq_items(fast, &n);
        }
        status = tl_list_splice(rt, list, start, start + count, items, n);
    } else if (tl_has_value(fast)) {
        status = assign_strided(rt, list, start, step, count, fast);
    } else {
        status = delete_strided(rt, list, start, step, count);
    }
    tl_decref(rt, fast);
    return status;
}
