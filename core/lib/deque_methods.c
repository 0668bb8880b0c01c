// deque_methods.c — the methods of deque.
// SPDX-License-Identifier: MIT
//
// Searching runs user code (__eq__) at every item; a change of the deque in
// the meantime is an error, as in CPython.
#include "lib/deque.h"
#include "object/exc.h"
#include "object/number.h"
#include "object/seq.h"

static TlValue none_or_raised(TlStatus status)
{
    return status == TL_OK ? TL_NONE : TL_NO_VALUE;
}

static TlValue deque_append(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    return none_or_raised(tl_deque_push(rt, tl_as_deque(self), args[0]));
}

static TlValue deque_appendleft(TlRuntime *rt, TlRef self, const TlRef *args,
                                int nargs, TlTuple *kwnames)
{
    return none_or_raised(tl_deque_push_left(rt, tl_as_deque(self), args[0]));
}

static TlValue deque_pop(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames)
{
    TlDeque *d = tl_as_deque(self);
    return d->len == 0 ? tl_raise(rt, rt->exc.IndexError,
                                  "pop from an empty deque")
                       : tl_deque_pop(d);
}

static TlValue deque_popleft(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    TlDeque *d = tl_as_deque(self);
    return d->len == 0 ? tl_raise(rt, rt->exc.IndexError,
                                  "pop from an empty deque")
                       : tl_deque_pop_left(d);
}

static TlValue deque_extend(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    return none_or_raised(tl_deque_extend(rt, tl_as_deque(self), args[0]));
}

static TlValue deque_extendleft(TlRuntime *rt, TlRef self, const TlRef *args,
                                int nargs, TlTuple *kwnames)
{
    TlDeque *d = tl_as_deque(self);
    if (args[0] == self) {
        TlList *copy = tl_list_from_iter(rt, self);
        if (copy == NULL) {
            return TL_NO_VALUE;
        }
        TlRef arg = tl_from_obj(copy);
        TlValue result = deque_extendleft(rt, self, &arg, 1, NULL);
        tl_release(rt, copy);
        return result;
    }
    TlValue it = tl_iter(rt, args[0]);
    if (!tl_has_value(it)) {
        return TL_NO_VALUE;
    }
    TlStatus status = TL_OK;
    TlValue item;
    while (status == TL_OK && tl_has_value(item = tl_next(rt, it))) {
        status = tl_deque_push_left(rt, d, item);
        tl_decref(rt, item);
        if (status == TL_OK) {
            status = tl_seq_tick(rt);
        }
    }
    tl_decref(rt, it);
    return none_or_raised(tl_raised(rt) ? TL_RAISED : status);
}

static TlValue deque_clear(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    tl_deque_empty(rt, tl_as_deque(self));
    return TL_NONE;
}

static TlValue deque_copy(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    TlDeque *copy = tl_deque_copy(rt, tl_as_deque(self));
    return copy == NULL ? TL_NO_VALUE : tl_from_obj(copy);
}

// Is item [i] equal to [value]? 1, 0, -1 raised.
static int same_at(TlRuntime *rt, TlDeque *d, int64_t i, TlRef value)
{
    TlValue item = tl_incref(*tl_deque_at(d, i));
    int same = tl_equal(rt, item, value);
    tl_decref(rt, item);
    return same < 0 || tl_seq_tick(rt) != TL_OK ? -1 : same;
}

static TlValue mutated(TlRuntime *rt)
{
    return tl_raise(rt, rt->exc.RuntimeError,
                    "deque mutated during iteration");
}

static TlValue deque_count(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    TlDeque *d = tl_as_deque(self);
    uint64_t changes = d->changes;
    int64_t count = 0;
    for (int64_t i = 0; i < d->len; i++) {
        int same = same_at(rt, d, i, args[0]);
        if (same < 0) {
            return TL_NO_VALUE;
        }
        count += same;
        if (d->changes != changes) {
            return mutated(rt);
        }
    }
    return tl_small_int(count);
}

static TlValue deque_index(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    TlDeque *d = tl_as_deque(self);
    int64_t start = 0, stop = d->len;
    if ((tl_has_value(args[1]) &&
         tl_seq_bound(rt, args[1], &start) != TL_OK) ||
        (tl_has_value(args[2]) && tl_seq_bound(rt, args[2], &stop) != TL_OK)) {
        return TL_NO_VALUE;
    }
    start = tl_seq_clip(start, d->len);
    stop = tl_seq_clip(stop, d->len);
    uint64_t changes = d->changes;
    for (int64_t i = start; i < stop; i++) {
        int same = same_at(rt, d, i, args[0]);
        if (same != 0) {
            return same < 0 ? TL_NO_VALUE : tl_small_int(i);
        }
        if (d->changes != changes) {
            return mutated(rt);
        }
    }
    return tl_raise_fmt(rt, rt->exc.ValueError, "%R is not in deque", args[0]);
}

static TlValue deque_remove(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    TlDeque *d = tl_as_deque(self);
    uint64_t changes = d->changes;
    for (int64_t i = 0; i < d->len; i++) {
        int same = same_at(rt, d, i, args[0]);
        if (same < 0) {
            return TL_NO_VALUE;
        }
        if (d->changes != changes) {
            return tl_raise(rt, rt->exc.IndexError,
                            "deque mutated during remove().");
        }
        if (same) {
            tl_deque_delete_at(rt, d, i);
            return TL_NONE;
        }
    }
    return tl_raise_fmt(rt, rt->exc.ValueError, "%R is not in deque", args[0]);
}

static TlValue deque_insert(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    TlDeque *d = tl_as_deque(self);
    int64_t at;
    if (tl_seq_count(rt, args[0], &at) != TL_OK) {
        return TL_NO_VALUE;
    }
    if (d->len == d->maxlen) {
        return tl_raise(rt, rt->exc.IndexError,
                        "deque already at its maximum size");
    }
    at = tl_seq_clip(at, d->len);
    if (tl_deque_push(rt, d, args[1]) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlValue item = *tl_deque_at(d, d->len - 1);
    for (int64_t i = d->len - 1; i > at; i--) {
        *tl_deque_at(d, i) = *tl_deque_at(d, i - 1);
    }
    *tl_deque_at(d, at) = item;
    return TL_NONE;
}

static TlValue deque_reverse(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    TlDeque *d = tl_as_deque(self);
    for (int64_t i = 0, j = d->len - 1; i < j; i++, j--) {
        TlValue item = *tl_deque_at(d, i);
        *tl_deque_at(d, i) = *tl_deque_at(d, j);
        *tl_deque_at(d, j) = item;
    }
    d->changes++;
    return TL_NONE;
}

static TlValue deque_rotate(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    TlDeque *d = tl_as_deque(self);
    int64_t n = 1;
    if (tl_has_value(args[0]) && tl_seq_count(rt, args[0], &n) != TL_OK) {
        return TL_NO_VALUE;
    }
    if (d->len <= 1) {
        return TL_NONE;
    }
    n %= d->len;
    n += n < 0 ? d->len : 0;
    // The ring turns; where it is not full, items cross the gap.
    for (int64_t i = 0; i < n; i++) {
        TlValue item = tl_deque_pop(d);
        d->head = (d->head - 1) & (d->cap - 1);
        d->len++;
        *tl_deque_at(d, 0) = item;
    }
    return TL_NONE;
}

static TlValue deque_reversed(TlRuntime *rt, TlRef self, const TlRef *args,
                              int nargs, TlTuple *kwnames)
{
    return tl_deque_iter(rt, self, true);
}

static TlValue get_maxlen(TlRuntime *rt, TlRef self, void *closure)
{
    int64_t maxlen = tl_as_deque(self)->maxlen;
    return maxlen < 0 ? TL_NONE : tl_int_from_i64(rt, maxlen);
}

// (class, (items, maxlen)): for the module copy.
static TlValue deque_reduce(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    TlList *items = tl_list_from_iter(rt, self);
    TlValue maxlen = items == NULL ? TL_NO_VALUE : get_maxlen(rt, self, NULL);
    TlValue pair = tl_has_value(maxlen)
                       ? tl_tuple_pack2(rt, tl_from_obj(items), maxlen)
                       : TL_NO_VALUE;
    TlValue result =
        tl_has_value(pair)
            ? tl_tuple_pack2(rt, tl_from_obj(tl_as_obj(self)->type), pair)
            : TL_NO_VALUE;
    tl_release(rt, items);
    tl_decref(rt, maxlen);
    tl_decref(rt, pair);
    return result;
}

const TlNativeDef tl_deque_methods[] = {
    {"append", deque_append, TL_FN_ONE, "(item, /)",
     "Add an element to the right side of the deque."},
    {"appendleft", deque_appendleft, TL_FN_ONE, "(item, /)",
     "Add an element to the left side of the deque."},
    {"pop", deque_pop, TL_FN_NOARGS, "()",
     "Remove and return the rightmost element."},
    {"popleft", deque_popleft, TL_FN_NOARGS, "()",
     "Remove and return the leftmost element."},
    {"extend", deque_extend, TL_FN_ONE, "(iterable, /)",
     "Extend the right side of the deque with elements from the iterable"},
    {"extendleft", deque_extendleft, TL_FN_ONE, "(iterable, /)",
     "Extend the left side of the deque with elements from the iterable"},
    {"clear", deque_clear, TL_FN_NOARGS, "()",
     "Remove all elements from the deque."},
    {"copy", deque_copy, TL_FN_NOARGS, "()",
     "Return a shallow copy of a deque."},
    {"__copy__", deque_copy, TL_FN_NOARGS, "()",
     "Return a shallow copy of a deque."},
    {"count", deque_count, TL_FN_ONE, "(value, /)",
     "Return number of occurrences of value."},
    {"index", deque_index, TL_FN_SIG, "(value, start=?, stop=?, /)",
     "Return first index of value."},
    {"insert", deque_insert, TL_FN_SIG, "(index, object, /)",
     "Insert object before index."},
    {"remove", deque_remove, TL_FN_ONE, "(value, /)",
     "Remove first occurrence of value."},
    {"reverse", deque_reverse, TL_FN_NOARGS, "()", "Reverse *IN PLACE*."},
    {"rotate", deque_rotate, TL_FN_SIG, "(n=?, /)",
     "Rotate the deque n steps to the right. If n is negative, rotate left."},
    {"__reversed__", deque_reversed, TL_FN_NOARGS, "()",
     "Return a reverse iterator over the deque."},
    {"__reduce__", deque_reduce, TL_FN_NOARGS, "()", NULL},
    {"__class_getitem__", tl_class_getitem, TL_FN_ONE | TL_FN_CLASS,
     "(item, /)", "See PEP 585"},
    {0},
};

const TlGetSetDef tl_deque_getsets[] = {
    {"maxlen", get_maxlen, NULL, NULL},
    {0},
};
