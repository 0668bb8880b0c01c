// builtins_fold.c — built-in functions that walk over an iterable.
// SPDX-License-Identifier: MIT
//
// Every walk counts its steps, so that limits and stops reach into it.
#include "lib/builtins.h"

#include "object/builtin_args.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/number.h"
#include "object/seq.h"
#include "object/str.h"
#include "vm/vm.h"

// The next item with its step counted; NO_VALUE: the end, or raised.
static TlValue step(TlRuntime *rt, TlRef it)
{
    return tl_seq_tick(rt) == TL_OK ? tl_next(rt, it) : TL_NO_VALUE;
}

// ---- any, all

// Whether an item's truth equals [wanted].
static TlValue has_item(TlRuntime *rt, TlRef iterable, int wanted)
{
    TlValue it = tl_iter(rt, iterable);
    if (!tl_has_value(it)) {
        return TL_NO_VALUE;
    }
    int truth = !wanted;
    TlValue item;
    while (truth == !wanted && tl_has_value(item = step(rt, it))) {
        truth = tl_truth(rt, item);
        tl_decref(rt, item);
    }
    tl_decref(rt, it);
    return tl_raised(rt) ? TL_NO_VALUE : tl_bool(truth);
}

static TlValue builtin_any(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    return has_item(rt, args[0], 1);
}

static TlValue builtin_all(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    return has_item(rt, args[0], 0);
}

// ---- sum

static TlStatus check_start(TlRuntime *rt, TlRef start)
{
    const char *what = NULL;
    if (tl_is_str(start)) {
        what = "strings [use ''";
    } else if (tl_is_bytes(start)) {
        what = "bytes [use b''";
    } else if (tl_type_of(rt, start) == rt->types.bytearray) {
        what = "bytearray [use b''";
    } else {
        return TL_OK;
    }
    tl_raise_fmt(rt, rt->exc.TypeError,
                 "sum() can't sum %s.join(seq) instead]", what);
    return TL_RAISED;
}

// [total] + [item], both consumed.
static TlValue add_steal(TlRuntime *rt, TlValue total, TlValue item)
{
    TlValue sum;
    if (tl_is_small_int(total) && tl_is_small_int(item)) {
        return tl_int_from_i64(rt, tl_as_small(total) + tl_as_small(item));
    }
    if (tl_is_double(total) && tl_is_double(item)) {
        return tl_from_double(tl_as_double(total) + tl_as_double(item));
    }
    sum = tl_binary(rt, total, item, TL_BIN_ADD);
    tl_decref(rt, total);
    tl_decref(rt, item);
    return sum;
}

static TlValue builtin_sum(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    TlValue it = tl_iter(rt, args[0]);
    if (!tl_has_value(it)) {
        return TL_NO_VALUE;
    }
    TlValue total = TL_NO_VALUE;
    if (check_start(rt, args[1]) == TL_OK) {
        TlValue item;
        total = tl_incref(args[1]);
        while (tl_has_value(total) && tl_has_value(item = step(rt, it))) {
            total = add_steal(rt, total, item);
        }
        if (tl_raised(rt)) {
            tl_clear(rt, &total);
        }
    }
    tl_decref(rt, it);
    return total;
}

// ---- min, max

typedef struct Best {
    TlRef key;        // function, or None
    TlCompareOp op;   // a new item wins when `item op best`
    TlValue item;     // TL_NO_VALUE = none yet
    TlValue weight;   // key(item)
} Best;

// Consumes [item].
static TlStatus consider(TlRuntime *rt, Best *best, TlValue item)
{
    TlValue weight = tl_is_none(best->key) ? tl_incref(item)
                                           : tl_call1(rt, best->key, item);
    int wins = tl_has_value(weight) ? 1 : -1;
    if (wins == 1 && tl_has_value(best->item)) {
        TlValue answer = tl_compare(rt, weight, best->weight, best->op);
        wins = tl_has_value(answer) ? tl_truth(rt, answer) : -1;
        tl_decref(rt, answer);
    }
    if (wins == 1) {
        TlValue old_item = best->item, old_weight = best->weight;
        best->item = item;
        best->weight = weight;
        item = old_item;
        weight = old_weight;
    }
    tl_decref(rt, item);
    tl_decref(rt, weight);
    return wins < 0 ? TL_RAISED : TL_OK;
}

static TlStatus find_best(TlRuntime *rt, Best *best, TlRef iterable)
{
    TlValue it = tl_iter(rt, iterable);
    if (!tl_has_value(it)) {
        return TL_RAISED;
    }
    TlValue item;
    TlStatus status = TL_OK;
    while (status == TL_OK && tl_has_value(item = step(rt, it))) {
        status = consider(rt, best, item);
    }
    tl_decref(rt, it);
    return tl_raised(rt) ? TL_RAISED : TL_OK;
}

static TlValue extreme(TlRuntime *rt, const char *name, TlCompareOp op,
                       const TlRef *args)
{
    TlTuple *items = tl_as_tuple(args[0]);
    TlRef fallback = args[2];
    if (items->len == 0) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "%s expected at least 1 argument, got 0", name);
    }
    if (items->len > 1 && tl_has_value(fallback)) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "Cannot specify a default for %s() with multiple "
                            "positional arguments",
                            name);
    }
    Best best = {args[1], op, TL_NO_VALUE, TL_NO_VALUE};
    TlRef iterable = items->len == 1 ? items->items[0] : args[0];
    if (find_best(rt, &best, iterable) != TL_OK) {
        tl_clear(rt, &best.item);
    } else if (!tl_has_value(best.item)) {
        best.item = tl_has_value(fallback)
                        ? tl_incref(fallback)
                        : tl_raise_fmt(rt, rt->exc.ValueError,
                                       "%s() arg is an empty sequence", name);
    }
    tl_decref(rt, best.weight);
    return best.item;
}

static TlValue builtin_max(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    return extreme(rt, "max", TL_GT, args);
}

static TlValue builtin_min(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    return extreme(rt, "min", TL_LT, args);
}

// ---- sorted

// list(iterable).sort(**kwargs): the method checks the keywords.
static TlValue builtin_sorted(TlRuntime *rt, TlRef self, const TlRef *args,
                              int nargs, TlTuple *kwnames)
{
    if (tl_check_nargs(rt, "sorted", nargs, 1, 1) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlList *list = tl_list_from_iter(rt, args[0]);
    if (list == NULL) {
        return TL_NO_VALUE;
    }
    TlValue sort = tl_getattr_cstr(rt, tl_from_obj(list), "sort");
    TlValue done = tl_has_value(sort)
                       ? tl_call(rt, sort, args + 1, 0, kwnames)
                       : TL_NO_VALUE;
    tl_decref(rt, sort);
    if (!tl_has_value(done)) {
        tl_release(rt, list);
        return TL_NO_VALUE;
    }
    tl_decref(rt, done);
    return tl_from_obj(list);
}

// ---- iter, next

static TlValue builtin_iter(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    if (!tl_has_value(args[1])) {
        return tl_iter(rt, args[0]);
    }
    if (!tl_callable(rt, args[0])) {
        return tl_raise(rt, rt->exc.TypeError,
                        "iter(v, w): v must be callable");
    }
    return tl_callable_iter_new(rt, args[0], args[1]);
}

static TlValue builtin_next(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    if (tl_type_of(rt, args[0])->slots.next == NULL) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "'%T' object is not an iterator", args[0]);
    }
    return tl_vm_tail_next(rt, args[0], args[1]);
}

const TlNativeDef tl_builtins_iter_defs[] = {
    {"all", builtin_all, TL_FN_ONE, "(iterable, /)",
     "Return True if bool(x) is True for all values x in the iterable."},
    {"any", builtin_any, TL_FN_ONE, "(iterable, /)",
     "Return True if bool(x) is True for any x in the iterable."},
    {"iter", builtin_iter, TL_FN_SIG, "(object, sentinel=?, /)",
     "Get an iterator from an object, or one that calls until a sentinel."},
    {"max", builtin_max, TL_FN_SIG, "(*args, key=None, default=?)",
     "The biggest item of an iterable, or the largest argument."},
    {"min", builtin_min, TL_FN_SIG, "(*args, key=None, default=?)",
     "The smallest item of an iterable, or the smallest argument."},
    {"next", builtin_next, TL_FN_SIG, "(iterator, default=?, /)",
     "Return the next item from the iterator."},
    {"sorted", builtin_sorted, TL_FN_RAW_KW,
     "(iterable, /, *, key=None, reverse=False)",
     "Return a new list containing all items from the iterable in ascending "
     "order."},
    {"sum", builtin_sum, TL_FN_SIG, "(iterable, /, start=0)",
     "Return the sum of a 'start' value plus an iterable of numbers."},
    {NULL, NULL, 0, NULL, NULL},
};
