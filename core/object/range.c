// range.c — range objects and their iterator.
// SPDX-License-Identifier: MIT
//
// A range whose numbers all fit int64 is "small": first, by and count describe
// it and nothing else is needed. Any other works on ints of any size; it is
// iterated by index, like any sequence.

#include "object/exc.h"
#include "object/number.h"
#include "object/seq.h"
#include "object/str.h"

static TlRange *as_range(TlRef v) {
    return (TlRange *)tl_as_obj(v);
}

static bool is_range(TlRuntime *rt, TlRef v) {
    return tl_is_obj(v) && tl_as_obj(v)->type == rt->types.range;
}

// ---- arithmetic on ints of any size; TL_NO_VALUE passes through

static TlValue arith(TlRuntime *rt, TlRef a, TlRef b, TlBinaryOp op) {
    if (!tl_has_value(a) || !tl_has_value(b)) {
        return TL_NO_VALUE;
    }
    return tl_int_binary(rt, a, b, op);
}

// As arith, consuming [a].
static TlValue arith_take(TlRuntime *rt, TlValue a, TlRef b, TlBinaryOp op) {
    TlValue r = arith(rt, a, b, op);
    tl_decref(rt, a);
    return r;
}

// len(): an int of any size. Owned.
static TlValue big_len(TlRuntime *rt, TlRange *r) {
    if (r->small) {
        return tl_int_from_i64(rt, r->count);
    }
    bool up = tl_int_sign(r->step) > 0;
    TlRef low = up ? r->start : r->stop, high = up ? r->stop : r->start;
    if (tl_int_compare(low, high) >= 0) {
        return tl_small_int(0);
    }
    // (high - low - 1) // abs(step) + 1
    TlValue n = arith(rt, high, low, TL_BIN_SUB);
    n = arith_take(rt, n, tl_small_int(1), TL_BIN_SUB);
    TlValue step = up ? tl_incref(r->step)
                      : arith(rt, tl_small_int(0), r->step, TL_BIN_SUB);
    n = arith_take(rt, n, step, TL_BIN_FLOORDIV);
    tl_decref(rt, step);
    return arith_take(rt, n, tl_small_int(1), TL_BIN_ADD);
}

// start + i * step. Owned.
static TlValue big_item(TlRuntime *rt, TlRange *r, TlRef i) {
    TlValue product = arith(rt, i, r->step, TL_BIN_MUL);
    return arith_take(rt, product, r->start, TL_BIN_ADD);
}

static TlValue small_item(TlRuntime *rt, TlRange *r, int64_t i) {
    uint64_t v = (uint64_t)r->first + (uint64_t)i * (uint64_t)r->by;
    return tl_int_from_i64(rt, (int64_t)v);
}

// ---- construction

// Fills the small fields when everything fits.
static void measure(TlRange *r) {
    int64_t start, stop, step;
    if (!tl_int_to_i64(r->start, &start) || !tl_int_to_i64(r->stop, &stop) ||
        !tl_int_to_i64(r->step, &step)) {
        return;
    }
    uint64_t count = 0;
    if (step > 0 && start < stop) {
        count = ((uint64_t)stop - (uint64_t)start - 1) / (uint64_t)step + 1;
    } else if (step < 0 && start > stop) {
        uint64_t down = 0 - (uint64_t)step;
        count = ((uint64_t)start - (uint64_t)stop - 1) / down + 1;
    }
    if (count <= INT64_MAX) {
        r->small = true;
        r->first = start;
        r->by = step;
        r->count = (int64_t)count;
    }
}

// Takes three ints, owned; any of them may be TL_NO_VALUE (raised).
static TlValue range_steal(TlRuntime *rt, TlValue start, TlValue stop,
                           TlValue step) {
    bool ok =
        tl_has_value(start) && tl_has_value(stop) && tl_has_value(step);
    if (ok && tl_int_sign(step) == 0) {
        tl_raise(rt, rt->exc.ValueError, "range() arg 3 must not be zero");
        ok = false;
    }
    TlRange *r = ok ? tl_object_new(rt, rt->types.range) : NULL;
    if (r == NULL) {
        tl_decref(rt, start);
        tl_decref(rt, stop);
        tl_decref(rt, step);
        return TL_NO_VALUE;
    }
    r->start = start;
    r->stop = stop;
    r->step = step;
    measure(r);
    return tl_from_obj(r);
}

TlValue tl_range_new(TlRuntime *rt, TlRef start, TlRef stop, TlRef step) {
    TlValue a = tl_index(rt, start), b = TL_NO_VALUE, c = TL_NO_VALUE;
    if (tl_has_value(a)) {
        b = tl_index(rt, stop);
    }
    if (tl_has_value(b)) {
        c = tl_index(rt, step);
    }
    return range_steal(rt, a, b, c);
}

static TlValue range_make(TlRuntime *rt, TlType *type, const TlRef *args,
                          int nargs, TlTuple *kwnames) {
    if (tl_constructor_args(rt, "range", nargs, kwnames, 1, 3) == TL_RAISED) {
        return TL_NO_VALUE;
    }
    TlRef zero = tl_small_int(0), one = tl_small_int(1);
    if (nargs == 1) {
        return tl_range_new(rt, zero, args[0], one);
    }
    return tl_range_new(rt, args[0], args[1], nargs == 3 ? args[2] : one);
}

// ---- items

// The number of the item [key] names, from the front. Owned; IndexError.
static TlValue item_number(TlRuntime *rt, TlRange *r, TlRef key) {
    TlValue i = tl_index(rt, key);
    TlValue len = tl_has_value(i) ? big_len(rt, r) : TL_NO_VALUE;
    if (tl_has_value(len) && tl_int_sign(i) < 0) {
        i = arith_take(rt, i, len, TL_BIN_ADD);
    }
    if (!tl_has_value(len) || !tl_has_value(i)) {
        tl_decref(rt, i);
        tl_decref(rt, len);
        return TL_NO_VALUE;
    }
    bool inside = tl_int_sign(i) >= 0 && tl_int_compare(i, len) < 0;
    tl_decref(rt, len);
    if (!inside) {
        tl_decref(rt, i);
        return tl_raise(rt, rt->exc.IndexError,
                        "range object index out of range");
    }
    return i;
}

// slice.indices(len): three owned ints in [out], or TL_RAISED.
static TlStatus slice_numbers(TlRuntime *rt, TlRef slice, TlRef len,
                              TlValue out[3]) {
    TlValue method = tl_getattr_cstr(rt, slice, "indices");
    TlValue tuple = TL_NO_VALUE;
    if (tl_has_value(method)) {
        tuple = tl_call1(rt, method, len);
        tl_decref(rt, method);
    }
    if (!tl_has_value(tuple)) {
        return TL_RAISED;
    }
    for (int i = 0; i < 3; i++) {
        out[i] = tl_incref(tl_as_tuple(tuple)->items[i]);
    }
    tl_decref(rt, tuple);
    return TL_OK;
}

static TlValue get_slice(TlRuntime *rt, TlRange *r, TlRef slice) {
    TlValue ends[3];
    TlValue len = big_len(rt, r);
    if (!tl_has_value(len)) {
        return TL_NO_VALUE;
    }
    TlStatus status = slice_numbers(rt, slice, len, ends);
    tl_decref(rt, len);
    if (status == TL_RAISED) {
        return TL_NO_VALUE;
    }
    TlValue start = big_item(rt, r, ends[0]);
    TlValue stop =
        tl_has_value(start) ? big_item(rt, r, ends[1]) : TL_NO_VALUE;
    TlValue step = tl_has_value(stop)
                       ? arith(rt, r->step, ends[2], TL_BIN_MUL)
                       : TL_NO_VALUE;
    for (int i = 0; i < 3; i++) {
        tl_decref(rt, ends[i]);
    }
    return range_steal(rt, start, stop, step);
}

static TlValue range_getitem(TlRuntime *rt, TlRef self, TlRef key) {
    TlRange *r = as_range(self);
    if (r->small && tl_is_small_int(key)) {
        int64_t i = tl_as_small(key);
        i += i < 0 ? r->count : 0;
        if (i >= 0 && i < r->count) {
            return small_item(rt, r, i);
        }
    }
    if (tl_is_slice(rt, key)) {
        return get_slice(rt, r, key);
    }
    if (!tl_has_index(rt, key)) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "range indices must be integers or slices, not %T",
                            key);
    }
    TlValue i = item_number(rt, r, key);
    if (!tl_has_value(i)) {
        return TL_NO_VALUE;
    }
    TlValue item = big_item(rt, r, i);
    tl_decref(rt, i);
    return item;
}

static int64_t range_len(TlRuntime *rt, TlRef self) {
    TlRange *r = as_range(self);
    if (r->small) {
        return r->count;
    }
    int64_t n = -1;
    TlValue len = big_len(rt, r);
    if (tl_has_value(len) && !tl_int_to_i64(len, &n)) {
        tl_raise(rt, rt->exc.OverflowError,
                 "Python int too large to convert to C ssize_t");
        n = -1;
    }
    tl_decref(rt, len);
    return n;
}

static int range_truth(TlRuntime *rt, TlRef self) {
    TlRange *r = as_range(self);
    if (r->small) {
        return r->count > 0;
    }
    int order = tl_int_compare(r->start, r->stop);
    return tl_int_sign(r->step) > 0 ? order < 0 : order > 0;
}

// ---- searching

// Only ints and bools are looked up by arithmetic, as in CPython.
static bool is_exact_int(TlRuntime *rt, TlRef v) {
    return tl_is_small_int(v) || tl_is_bool(v) ||
           (tl_is_obj(v) && tl_as_obj(v)->type == rt->types.int_);
}

// (v - start) // step when [v] is an item: 1 and *index owned (unless NULL); 0
// absent; -1 raised.
static int locate(TlRuntime *rt, TlRange *r, TlRef v, TlValue *index) {
    bool up = tl_int_sign(r->step) > 0;
    int from_start = tl_int_compare(v, r->start);
    int from_stop = tl_int_compare(v, r->stop);
    if (up ? from_start < 0 || from_stop >= 0
           : from_start > 0 || from_stop <= 0) {
        return 0;
    }
    TlValue offset = arith(rt, v, r->start, TL_BIN_SUB);
    TlValue rest = arith(rt, offset, r->step, TL_BIN_MOD);
    if (!tl_has_value(rest)) {
        tl_decref(rt, offset);
        return -1;
    }
    bool hit = tl_int_sign(rest) == 0;
    tl_decref(rt, rest);
    if (!hit || index == NULL) {
        tl_decref(rt, offset);
        return hit;
    }
    *index = arith_take(rt, offset, r->step, TL_BIN_FLOORDIV);
    return tl_has_value(*index) ? 1 : -1;
}

// Compares item after item. Counts all equal ones, or stops at the first and
// gives its place. -1 raised.
static int64_t search(TlRuntime *rt, TlRef self, TlRef v, bool first,
                      int64_t *place) {
    TlValue it = tl_iter(rt, self);
    if (!tl_has_value(it)) {
        return -1;
    }
    int64_t found = 0;
    for (int64_t i = 0; !first || found == 0; i++) {
        TlValue item = tl_next(rt, it);
        if (!tl_has_value(item)) {
            found = tl_raised(rt) ? -1 : found;
            break;
        }
        int same = tl_equal(rt, item, v);
        tl_decref(rt, item);
        if (same < 0 || tl_seq_tick(rt) == TL_RAISED) {
            found = -1;
            break;
        }
        found += same;
        *place = i;
    }
    tl_decref(rt, it);
    return found;
}

static int range_contains(TlRuntime *rt, TlRef self, TlRef v) {
    int64_t place;
    return is_exact_int(rt, v) ? locate(rt, as_range(self), v, NULL)
                               : (int)search(rt, self, v, true, &place);
}

static TlValue range_index(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames) {
    int64_t place = 0;
    if (is_exact_int(rt, args[0])) {
        TlValue index;
        int found = locate(rt, as_range(self), args[0], &index);
        if (found != 0) {
            return found < 0 ? TL_NO_VALUE : index;
        }
        return tl_raise_fmt(rt, rt->exc.ValueError, "%R is not in range",
                            args[0]);
    }
    int64_t found = search(rt, self, args[0], true, &place);
    if (found == 0) {
        tl_raise(rt, rt->exc.ValueError,
                 "sequence.index(x): x not in sequence");
    }
    return found > 0 ? tl_int_from_i64(rt, place) : TL_NO_VALUE;
}

static TlValue range_count(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames) {
    int64_t place;
    int64_t n = is_exact_int(rt, args[0])
                    ? locate(rt, as_range(self), args[0], NULL)
                    : search(rt, self, args[0], false, &place);
    return n < 0 ? TL_NO_VALUE : tl_small_int(n);
}

// ---- comparison and hash: equal ranges have equal items

// What identifies a range: (len, start, step), with None for what does not
// matter when there are no items, or only one. Owned.
static TlValue identity(TlRuntime *rt, TlRange *r) {
    TlValue len = big_len(rt, r);
    if (!tl_has_value(len)) {
        return TL_NO_VALUE;
    }
    bool empty = tl_int_sign(len) == 0;
    bool many = tl_int_compare(len, tl_small_int(1)) > 0;
    TlValue key = tl_tuple_pack3(rt, len, empty ? TL_NONE : r->start,
                                 many ? r->step : TL_NONE);
    tl_decref(rt, len);
    return key;
}

static TlStatus range_hash(TlRuntime *rt, TlRef self, int64_t *hash) {
    TlValue key = identity(rt, as_range(self));
    if (!tl_has_value(key)) {
        return TL_RAISED;
    }
    TlStatus status = tl_hash(rt, key, hash);
    tl_decref(rt, key);
    return status;
}

static TlValue range_compare(TlRuntime *rt, TlRef a, TlRef b, TlCompareOp op) {
    if (!is_range(rt, a) || !is_range(rt, b) ||
        (op != TL_EQ && op != TL_NE)) {
        return TL_NOT_IMPLEMENTED;
    }
    TlValue x = identity(rt, as_range(a)), result = TL_NO_VALUE;
    TlValue y = tl_has_value(x) ? identity(rt, as_range(b)) : TL_NO_VALUE;
    if (tl_has_value(y)) {
        result = tl_compare(rt, x, y, op);
    }
    tl_decref(rt, x);
    tl_decref(rt, y);
    return result;
}

static TlValue range_repr(TlRuntime *rt, TlRef self) {
    TlRange *r = as_range(self);
    if (r->step == tl_small_int(1)) {
        return tl_str_fmt(rt, "range(%R, %R)", r->start, r->stop);
    }
    return tl_str_fmt(rt, "range(%R, %R, %R)", r->start, r->stop, r->step);
}

// ---- iteration

static TlValue small_iter(TlRuntime *rt, int64_t first, int64_t step,
                          int64_t count) {
    TlRangeIter *it = tl_object_new(rt, rt->types.range_iter);
    if (it == NULL) {
        return TL_NO_VALUE;
    }
    it->next = first;
    it->step = step;
    it->left = count;
    return tl_from_obj(it);
}

static TlValue range_iter(TlRuntime *rt, TlRef self) {
    TlRange *r = as_range(self);
    if (r->small) {
        return small_iter(rt, r->first, r->by, r->count);
    }
    return tl_seq_iter_new(rt, rt->types.seq_iter, self);
}

static TlValue range_reversed(TlRuntime *rt, TlRef self, const TlRef *args,
                              int nargs, TlTuple *kwnames) {
    TlRange *r = as_range(self);
    if (r->small && r->by != INT64_MIN) {
        uint64_t last = (uint64_t)r->first +
                        ((uint64_t)r->count - 1) * (uint64_t)r->by;
        return small_iter(rt, (int64_t)last, -r->by, r->count);
    }
    TlValue slice = tl_slice_new(rt, TL_NONE, TL_NONE, tl_small_int(-1));
    if (!tl_has_value(slice)) {
        return TL_NO_VALUE;
    }
    TlValue backwards = get_slice(rt, r, slice);
    tl_decref(rt, slice);
    if (!tl_has_value(backwards)) {
        return TL_NO_VALUE;
    }
    TlValue it = range_iter(rt, backwards);
    tl_decref(rt, backwards);
    return it;
}

static TlValue iter_next(TlRuntime *rt, TlRef self) {
    TlRangeIter *it = (TlRangeIter *)tl_as_obj(self);
    if (it->left <= 0) {
        return TL_NO_VALUE;
    }
    TlValue item = tl_int_from_i64(rt, it->next);
    if (tl_has_value(item)) {
        it->left--;
        it->next = (int64_t)((uint64_t)it->next + (uint64_t)it->step);
    }
    return item;
}

static TlValue iter_self(TlRuntime *rt, TlRef self) {
    return tl_incref(self);
}

static TlValue iter_hint(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames) {
    return tl_int_from_i64(rt, ((TlRangeIter *)tl_as_obj(self))->left);
}

// ---- the types

static void range_free(TlRuntime *rt, TlObject *self) {
    TlRange *r = (TlRange *)self;
    tl_decref(rt, r->start);
    tl_decref(rt, r->stop);
    tl_decref(rt, r->step);
    tl_object_free(rt, self);
}

static const TlNativeDef range_methods[] = {
    {"count", range_count, TL_FN_ONE, "(value, /)",
     "How many items equal value."},
    {"index", range_index, TL_FN_ONE, "(value, /)",
     "The index of value; ValueError when it is not there."},
    {"__reversed__", range_reversed, TL_FN_NOARGS, "()",
     "An iterator over the items, last first."},
    {0},
};

static const TlGetSetDef range_getsets[] = {
    {"start", tl_get_value_field, NULL, (void *)offsetof(TlRange, start)},
    {"stop", tl_get_value_field, NULL, (void *)offsetof(TlRange, stop)},
    {"step", tl_get_value_field, NULL, (void *)offsetof(TlRange, step)},
    {0},
};

static const TlSlots range_slots = {
    .free = range_free,
    .repr = range_repr,
    .hash = range_hash,
    .compare = range_compare,
    .truth = range_truth,
    .new_ = range_make,
    .iter = range_iter,
    .len = range_len,
    .getitem = range_getitem,
    .contains = range_contains,
};

const TlTypeSpec tl_range_spec = {
    .name = "range",
    .doc = "An arithmetic progression of ints, as a sequence.",
    .size = sizeof(TlRange),
    .flags = TL_TYPE_SEQUENCE,
    .slots = &range_slots,
    .methods = range_methods,
    .getsets = range_getsets,
};

static const TlNativeDef iter_methods[] = {
    {"__length_hint__", iter_hint, TL_FN_NOARGS, "()",
     "How many items are left."},
    {0},
};

static void iter_free(TlRuntime *rt, TlObject *self) {
    tl_object_free(rt, self);
}

static const TlSlots iter_slots = {
    .free = iter_free,
    .iter = iter_self,
    .next = iter_next,
};

const TlTypeSpec tl_range_iter_spec = {
    .name = "range_iterator",
    .size = sizeof(TlRangeIter),
    .flags = TL_TYPE_ABSTRACT,
    .slots = &iter_slots,
    .methods = iter_methods,
};
