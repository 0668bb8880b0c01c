// slice.c — slice objects and the arithmetic of slicing.
// SPDX-License-Identifier: MIT
//
// A slice keeps any three objects; what they mean is worked out against a
// length: clipped to int64 for sequences, with ints of any size for indices().

#include "object/exc.h"
#include "object/number.h"
#include "object/seq.h"
#include "object/str.h"

static const char bad_index[] =
    "slice indices must be integers or None or have an __index__ method";

TlValue tl_slice_new(TlRuntime *rt, TlRef start, TlRef stop, TlRef step) {
    TlSlice *slice = tl_object_new(rt, rt->types.slice);
    if (slice == NULL) {
        return TL_NO_VALUE;
    }
    slice->start = tl_incref(start);
    slice->stop = tl_incref(stop);
    slice->step = tl_incref(step);
    return tl_from_obj(slice);
}

// ---- for sequences

// One field, clipped to int64; [none] stands for None.
static TlStatus unpack_field(TlRuntime *rt, TlRef v, int64_t none,
                             int64_t *out) {
    if (tl_is_none(v)) {
        *out = none;
        return TL_OK;
    }
    if (!tl_has_index(rt, v)) {
        tl_raise(rt, rt->exc.TypeError, bad_index);
        return TL_RAISED;
    }
    return tl_seq_bound(rt, v, out);
}

TlStatus tl_slice_unpack(TlRuntime *rt, TlSlice *slice, int64_t *start,
                         int64_t *stop, int64_t *step) {
    if (unpack_field(rt, slice->step, 1, step) == TL_RAISED) {
        return TL_RAISED;
    }
    if (*step == 0) {
        tl_raise(rt, rt->exc.ValueError, "slice step cannot be zero");
        return TL_RAISED;
    }
    if (*step < -INT64_MAX) {
        *step = -INT64_MAX;  // so that -step is a number, too
    }
    bool down = *step < 0;
    if (unpack_field(rt, slice->start, down ? INT64_MAX : 0, start) ==
        TL_RAISED) {
        return TL_RAISED;
    }
    return unpack_field(rt, slice->stop, down ? INT64_MIN : INT64_MAX, stop);
}

// An end of the slice against [len]; going down, -1 is "before the first".
static int64_t adjust_end(int64_t i, int64_t len, bool down) {
    if (i < 0) {
        i += len;
        return i >= 0 ? i : down ? -1 : 0;
    }
    return i < len ? i : down ? len - 1 : len;
}

int64_t tl_slice_adjust(int64_t len, int64_t *start, int64_t *stop,
                        int64_t step) {
    bool down = step < 0;
    *start = adjust_end(*start, len, down);
    *stop = adjust_end(*stop, len, down);
    if (down) {
        return *stop < *start ? (*start - *stop - 1) / -step + 1 : 0;
    }
    return *start < *stop ? (*stop - *start - 1) / step + 1 : 0;
}

TlStatus tl_slice_indices(TlRuntime *rt, TlSlice *slice, int64_t len,
                          int64_t *start, int64_t *stop, int64_t *step,
                          int64_t *count) {
    if (tl_slice_unpack(rt, slice, start, stop, step) == TL_RAISED) {
        return TL_RAISED;
    }
    *count = tl_slice_adjust(len, start, stop, *step);
    return TL_OK;
}

// ---- indices() with ints of any size

// An int from a field that is not None. Owned.
static TlValue field_index(TlRuntime *rt, TlRef v) {
    if (!tl_has_index(rt, v)) {
        return tl_raise(rt, rt->exc.TypeError, bad_index);
    }
    return tl_index(rt, v);
}

// One end: [low] and [high] are the limits, [none] the value for None.
static TlValue big_end(TlRuntime *rt, TlRef v, TlRef len, TlRef low, TlRef high,
                       TlRef none) {
    if (tl_is_none(v)) {
        return tl_incref(none);
    }
    TlValue i = field_index(rt, v);
    if (!tl_has_value(i)) {
        return TL_NO_VALUE;
    }
    TlRef limit = high;
    bool beyond;
    if (tl_int_sign(i) < 0) {
        TlValue sum = tl_int_binary(rt, i, len, TL_BIN_ADD);
        tl_decref(rt, i);
        if (!tl_has_value(sum)) {
            return TL_NO_VALUE;
        }
        i = sum;
        limit = low;
        beyond = tl_int_compare(i, low) < 0;
    } else {
        beyond = tl_int_compare(i, high) > 0;
    }
    if (beyond) {
        tl_decref(rt, i);
        return tl_incref(limit);
    }
    return i;
}

static TlValue big_indices(TlRuntime *rt, TlSlice *slice, TlRef len,
                           TlRef step) {
    bool down = tl_int_sign(step) < 0;
    TlValue low = tl_small_int(down ? -1 : 0);
    TlValue high = down ? tl_int_binary(rt, len, tl_small_int(1), TL_BIN_SUB)
                        : tl_incref(len);
    if (!tl_has_value(high)) {
        return TL_NO_VALUE;
    }
    TlValue result = TL_NO_VALUE, stop = TL_NO_VALUE;
    TlValue start =
        big_end(rt, slice->start, len, low, high, down ? high : low);
    if (tl_has_value(start)) {
        stop = big_end(rt, slice->stop, len, low, high, down ? low : high);
    }
    if (tl_has_value(stop)) {
        result = tl_tuple_pack3(rt, start, stop, step);
    }
    tl_decref(rt, start);
    tl_decref(rt, stop);
    tl_decref(rt, high);
    return result;
}

static TlValue slice_indices(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames) {
    TlSlice *slice = (TlSlice *)tl_as_obj(self);
    TlValue result = TL_NO_VALUE, step = TL_NO_VALUE;
    TlValue len = tl_index(rt, args[0]);
    if (!tl_has_value(len)) {
        return TL_NO_VALUE;
    }
    if (tl_int_sign(len) < 0) {
        tl_raise(rt, rt->exc.ValueError, "length should not be negative");
        goto done;
    }
    step = tl_is_none(slice->step) ? tl_small_int(1)
                                   : field_index(rt, slice->step);
    if (!tl_has_value(step)) {
        goto done;
    }
    if (tl_int_sign(step) == 0) {
        tl_raise(rt, rt->exc.ValueError, "slice step cannot be zero");
        goto done;
    }
    result = big_indices(rt, slice, len, step);
done:
    tl_decref(rt, len);
    tl_decref(rt, step);
    return result;
}

// ---- the type

static TlValue slice_make(TlRuntime *rt, TlType *type, const TlRef *args,
                          int nargs, TlTuple *kwnames) {
    if (tl_constructor_args(rt, "slice", nargs, kwnames, 1, 3) == TL_RAISED) {
        return TL_NO_VALUE;
    }
    if (nargs == 1) {
        return tl_slice_new(rt, TL_NONE, args[0], TL_NONE);
    }
    return tl_slice_new(rt, args[0], args[1], nargs > 2 ? args[2] : TL_NONE);
}

static void slice_free(TlRuntime *rt, TlObject *self) {
    TlSlice *slice = (TlSlice *)self;
    tl_decref(rt, slice->step);
    tl_decref(rt, slice->start);
    tl_decref(rt, slice->stop);
    tl_object_free(rt, self);
}

static void slice_traverse(TlObject *self, TlVisit visit, void *arg) {
    TlSlice *slice = (TlSlice *)self;
    tl_visit(slice->start, visit, arg);
    tl_visit(slice->stop, visit, arg);
    tl_visit(slice->step, visit, arg);
}

static TlValue slice_repr(TlRuntime *rt, TlRef self) {
    TlSlice *slice = (TlSlice *)tl_as_obj(self);
    return tl_str_fmt(rt, "slice(%R, %R, %R)", slice->start, slice->stop,
                      slice->step);
}

static TlValue as_tuple(TlRuntime *rt, TlRef self) {
    TlSlice *slice = (TlSlice *)tl_as_obj(self);
    return tl_tuple_pack3(rt, slice->start, slice->stop, slice->step);
}

static TlValue slice_compare(TlRuntime *rt, TlRef a, TlRef b, TlCompareOp op) {
    if (!tl_is_slice(rt, a) || !tl_is_slice(rt, b)) {
        return TL_NOT_IMPLEMENTED;
    }
    if (a == b) {
        return tl_bool(op == TL_EQ || op == TL_LE || op == TL_GE);
    }
    TlValue result = TL_NO_VALUE, y = TL_NO_VALUE;
    TlValue x = as_tuple(rt, a);
    if (tl_has_value(x)) {
        y = as_tuple(rt, b);
    }
    if (tl_has_value(y)) {
        result = tl_compare(rt, x, y, op);
    }
    tl_decref(rt, x);
    tl_decref(rt, y);
    return result;
}

static const TlNativeDef slice_methods[] = {
    {"indices", slice_indices, TL_FN_ONE, "(len, /)",
     "The start, stop and step of this slice for a sequence of that length."},
    {0},
};

static const TlGetSetDef slice_getsets[] = {
    {"start", tl_get_value_field, NULL, (void *)offsetof(TlSlice, start)},
    {"stop", tl_get_value_field, NULL, (void *)offsetof(TlSlice, stop)},
    {"step", tl_get_value_field, NULL, (void *)offsetof(TlSlice, step)},
    {0},
};

static const TlSlots slice_slots = {
    .free = slice_free,
    .traverse = slice_traverse,
    .repr = slice_repr,
    .hash = tl_unhashable,
    .compare = slice_compare,
    .new_ = slice_make,
};

const TlTypeSpec tl_slice_spec = {
    .name = "slice",
    .doc = "A range of positions: start, stop and step.",
    .size = sizeof(TlSlice),
    .flags = TL_TYPE_GC,
    .slots = &slice_slots,
    .methods = slice_methods,
    .getsets = slice_getsets,
};
