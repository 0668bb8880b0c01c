// list_methods.c — the methods of list.
// SPDX-License-Identifier: MIT
//
// Searching runs user code (__eq__) at every item, so the loops hold the item
// and read the length again each time.

#include "object/exc.h"
#include "object/list_impl.h"

static TlValue none_or_raised(TlStatus status) {
    return status == TL_OK ? TL_NONE : TL_NO_VALUE;
}

static TlValue list_append(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames) {
    return none_or_raised(tl_list_append(rt, tl_as_list(self), args[0]));
}

static TlValue list_extend(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames) {
    return none_or_raised(tl_list_extend(rt, tl_as_list(self), args[0]));
}

static TlValue list_insert(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames) {
    int64_t at;
    if (tl_seq_count(rt, args[0], &at) == TL_RAISED) {
        return TL_NO_VALUE;
    }
    return none_or_raised(tl_list_insert(rt, tl_as_list(self), at, args[1]));
}

static TlValue list_clear(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames) {
    tl_list_empty(rt, tl_as_list(self));
    return TL_NONE;
}

static TlValue list_copy(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames) {
    TlList *list = tl_as_list(self);
    TlList *copy = tl_list_from_items(rt, list->items, list->len);
    return copy == NULL ? TL_NO_VALUE : tl_from_obj(copy);
}

static TlValue list_pop(TlRuntime *rt, TlRef self, const TlRef *args,
                        int nargs, TlTuple *kwnames) {
    TlList *list = tl_as_list(self);
    int64_t i;
    if (tl_seq_count(rt, args[0], &i) == TL_RAISED) {
        return TL_NO_VALUE;
    }
    if (list->len == 0) {
        return tl_raise(rt, rt->exc.IndexError, "pop from empty list");
    }
    if (i < 0) {
        i += list->len;
    }
    if (i < 0 || i >= list->len) {
        return tl_raise(rt, rt->exc.IndexError, "pop index out of range");
    }
    TlValue item = list->items[i];
    list->len--;
    memmove(list->items + i, list->items + i + 1,
            (size_t)(list->len - i) * sizeof(TlValue));
    return item;
}

// The place of the first item in [start, stop) equal to [value], -1 when
// there is none, -2 when a comparison raised.
static int64_t find(TlRuntime *rt, TlList *list, TlRef value, int64_t start,
                    int64_t stop) {
    for (int64_t i = start; i < stop && i < list->len; i++) {
        TlValue item = tl_incref(list->items[i]);
        int same = tl_equal(rt, item, value);
        tl_decref(rt, item);
        if (same > 0) {
            return i;
        }
        if (same < 0 || tl_seq_tick(rt) == TL_RAISED) {
            return -2;
        }
    }
    return -1;
}

static TlValue list_index(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames) {
    TlList *list = tl_as_list(self);
    int64_t start = 0, stop = INT64_MAX;
    if ((tl_has_value(args[1]) &&
         tl_seq_bound(rt, args[1], &start) == TL_RAISED) ||
        (tl_has_value(args[2]) &&
         tl_seq_bound(rt, args[2], &stop) == TL_RAISED)) {
        return TL_NO_VALUE;
    }
    start = tl_seq_clip(start, list->len);
    // A stop past the end stays there: the list may grow meanwhile.
    if (stop < 0) {
        stop = tl_seq_clip(stop, list->len);
    }
    int64_t i = find(rt, list, args[0], start, stop);
    if (i == -1) {
        tl_raise_fmt(rt, rt->exc.ValueError, "%R is not in list", args[0]);
    }
    return i < 0 ? TL_NO_VALUE : tl_small_int(i);
}

static TlValue list_remove(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames) {
    TlList *list = tl_as_list(self);
    int64_t i = find(rt, list, args[0], 0, INT64_MAX);
    if (i == -1) {
        return tl_raise(rt, rt->exc.ValueError,
                        "list.remove(x): x not in list");
    }
    if (i < 0) {
        return TL_NO_VALUE;
    }
    // The comparison may have shortened the list.
    int64_t low = tl_seq_clip(i, list->len);
    int64_t high = tl_seq_clip(i + 1, list->len);
    return none_or_raised(tl_list_splice(rt, list, low, high, NULL, 0));
}

static TlValue list_count(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames) {
    TlList *list = tl_as_list(self);
    int64_t count = 0;
    for (int64_t i = 0; i < list->len; i++) {
        i = find(rt, list, args[0], i, INT64_MAX);
        if (i == -1) {
            break;
        }
        if (i < 0) {
            return TL_NO_VALUE;
        }
        count++;
    }
    return tl_small_int(count);
}

static TlValue list_reverse(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames) {
    TlList *list = tl_as_list(self);
    for (int64_t i = 0, j = list->len - 1; i < j; i++, j--) {
        TlValue item = list->items[i];
        list->items[i] = list->items[j];
        list->items[j] = item;
    }
    return TL_NONE;
}

static TlValue list_sort(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames) {
    // CPython reads `reverse` as a C int.
    int64_t reverse;
    if (tl_seq_count(rt, args[1], &reverse) == TL_RAISED) {
        return TL_NO_VALUE;
    }
    return none_or_raised(
        tl_list_sort(rt, tl_as_list(self), args[0], reverse != 0));
}

static TlValue list_reversed(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames) {
    TlValue it = tl_seq_iter_new(rt, rt->types.list_reverse_iter, self);
    if (tl_has_value(it)) {
        ((TlSeqIter *)tl_as_obj(it))->index = tl_as_list(self)->len - 1;
    }
    return it;
}

const TlNativeDef tl_list_methods[] = {
    {"append", list_append, TL_FN_ONE, "(object, /)",
     "Append object to the end of the list."},
    {"clear", list_clear, TL_FN_NOARGS, "()", "Remove all items."},
    {"copy", list_copy, TL_FN_NOARGS, "()", "A shallow copy."},
    {"count", list_count, TL_FN_ONE, "(value, /)",
     "How many items equal value."},
    {"extend", list_extend, TL_FN_ONE, "(iterable, /)",
     "Append the items of iterable."},
    {"index", list_index, TL_FN_SIG, "(value, start=?, stop=?, /)",
     "The first index of value; ValueError when it is not there."},
    {"insert", list_insert, TL_FN_SIG, "(index, object, /)",
     "Insert object before index."},
    {"pop", list_pop, TL_FN_SIG, "(index=-1, /)",
     "Remove and return the item at index."},
    {"remove", list_remove, TL_FN_ONE, "(value, /)",
     "Remove the first item that equals value."},
    {"reverse", list_reverse, TL_FN_NOARGS, "()", "Reverse in place."},
    {"sort", list_sort, TL_FN_SIG, "(*, key=None, reverse=False)",
     "Sort in place, stable, in ascending order."},
    {"__reversed__", list_reversed, TL_FN_NOARGS, "()",
     "An iterator over the items, last first."},
    {"__class_getitem__", tl_class_getitem, TL_FN_ONE | TL_FN_CLASS,
     "(object, /)", "list[T]"},
    {0},
};
