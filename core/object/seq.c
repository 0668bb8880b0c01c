// seq.c — what the sequences share: indexes, bounds, repetition, items.
// SPDX-License-Identifier: MIT

#include "object/seq.h"

#include "object/class.h"
#include "object/exc.h"
#include "object/number.h"
#include "object/str.h"

bool tl_has_index(TlRuntime *rt, TlRef v) {
    return tl_is_small_int(v) || tl_type_of(rt, v)->slots.index != NULL;
}

bool tl_is_slice(TlRuntime *rt, TlRef v) {
    return tl_is_obj(v) && tl_as_obj(v)->type == rt->types.slice;
}

static TlStatus index_or_raise(TlRuntime *rt, TlRef v, TlType *error,
                               int64_t *out) {
    if (tl_is_small_int(v)) {
        *out = tl_as_small(v);
        return TL_OK;
    }
    TlValue i = tl_index(rt, v);
    if (!tl_has_value(i)) {
        return TL_RAISED;
    }
    int fits = tl_int_to_i64(i, out);
    tl_decref(rt, i);
    if (!fits) {
        tl_raise_fmt(rt, error, "cannot fit '%T' into an index-sized integer",
                     v);
        return TL_RAISED;
    }
    return TL_OK;
}

TlStatus tl_seq_index(TlRuntime *rt, TlRef v, int64_t *out) {
    return index_or_raise(rt, v, rt->exc.IndexError, out);
}

TlStatus tl_seq_count(TlRuntime *rt, TlRef v, int64_t *out) {
    return index_or_raise(rt, v, rt->exc.OverflowError, out);
}

// An int of any size, clipped to int64.
static TlStatus clipped_index(TlRuntime *rt, TlRef v, int64_t *out) {
    if (tl_is_small_int(v)) {
        *out = tl_as_small(v);
        return TL_OK;
    }
    TlValue i = tl_index(rt, v);
    if (!tl_has_value(i)) {
        return TL_RAISED;
    }
    if (!tl_int_to_i64(i, out)) {
        *out = tl_int_sign(i) < 0 ? INT64_MIN : INT64_MAX;
    }
    tl_decref(rt, i);
    return TL_OK;
}

TlStatus tl_seq_bound(TlRuntime *rt, TlRef v, int64_t *out) {
    if (!tl_has_index(rt, v)) {
        tl_raise(rt, rt->exc.TypeError,
                 "slice indices must be integers or have an __index__ method");
        return TL_RAISED;
    }
    return clipped_index(rt, v, out);
}

int64_t tl_seq_clip(int64_t i, int64_t len) {
    if (i < 0) {
        i += len;
        return i < 0 ? 0 : i;
    }
    return i > len ? len : i;
}

int64_t tl_length_hint(TlRuntime *rt, TlRef v, int64_t fallback) {
    if (tl_type_of(rt, v)->slots.len != NULL) {
        int64_t len = tl_len(rt, v);
        if (len >= 0 || !tl_error_is(rt, rt->exc.TypeError)) {
            return len;
        }
        tl_clear_error(rt);
    }
    TlValue method, hint;
    int found = tl_lookup_special(rt, v, TL_NAME(rt, __length_hint__), &method);
    if (found <= 0) {
        return found < 0 ? -1 : fallback;
    }
    hint = tl_call0(rt, method);
    tl_decref(rt, method);
    if (!tl_has_value(hint)) {
        if (!tl_error_is(rt, rt->exc.TypeError)) {
            return -1;
        }
        tl_clear_error(rt);
        return fallback;
    }
    if (hint == TL_NOT_IMPLEMENTED) {
        return fallback;
    }
    int64_t n = -1;
    if (!tl_is_int(hint)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "__length_hint__ must be an integer, not %T", hint);
    } else if (tl_seq_count(rt, hint, &n) == TL_OK && n < 0) {
        tl_raise(rt, rt->exc.ValueError,
                 "__length_hint__() should return >= 0");
        n = -1;
    }
    tl_decref(rt, hint);
    return n;
}

TlValue tl_seq_fast(TlRuntime *rt, TlRef v, const char *message) {
    if (tl_is_obj(v) && (tl_as_obj(v)->type == rt->types.list ||
                         tl_as_obj(v)->type == rt->types.tuple)) {
        return tl_incref(v);
    }
    TlValue it = tl_iter(rt, v);
    if (!tl_has_value(it)) {
        if (tl_error_is(rt, rt->exc.TypeError)) {
            tl_clear_error(rt);
            tl_raise(rt, rt->exc.TypeError, message);
        }
        return TL_NO_VALUE;
    }
    TlList *list = tl_list_from_iter(rt, it);
    tl_decref(rt, it);
    return list == NULL ? TL_NO_VALUE : tl_from_obj(list);
}

const TlValue *tl_seq_items(TlRef fast, int64_t *len) {
    if (tl_is_list(fast)) {
        *len = tl_as_list(fast)->len;
        return tl_as_list(fast)->items;
    }
    *len = tl_as_tuple(fast)->len;
    return tl_as_tuple(fast)->items;
}

// Does a class inherit [slot] from one of the built-in sequences?
static bool is_builtin_sequence_slot(TlRuntime *rt, TlBinaryFn slot,
                                     TlBinaryOp op) {
    const TlTypes *t = &rt->types;
    return slot == t->list->slots.binary[op] ||
           slot == t->tuple->slots.binary[op] ||
           slot == t->str->slots.binary[op] ||
           slot == t->bytes->slots.binary[op] ||
           slot == t->bytearray->slots.binary[op];
}

TlValue tl_seq_reflected(TlRuntime *rt, TlRef a, TlRef b, TlBinaryOp op) {
    TlType *type = tl_type_of(rt, b);
    TlBinaryFn slot = type->slots.binary[op];
    if (slot == NULL || !(type->flags & TL_TYPE_HEAP) ||
        is_builtin_sequence_slot(rt, slot, op)) {
        return TL_NOT_IMPLEMENTED;
    }
    return slot(rt, a, b);
}

TlValue tl_seq_multiply(TlRuntime *rt, TlRef a, TlRef b, bool left,
                        TlRepeatFn repeat) {
    TlRef seq = left ? a : b, times = left ? b : a;
    if (left && !tl_is_small_int(b)) {
        TlValue r = tl_seq_reflected(rt, a, b, TL_BIN_MUL);
        if (r != TL_NOT_IMPLEMENTED) {
            return r;
        }
    }
    if (!tl_has_index(rt, times)) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "can't multiply sequence by non-int of type '%T'",
                            times);
    }
    int64_t n;
    if (tl_seq_count(rt, times, &n) == TL_RAISED) {
        return TL_NO_VALUE;
    }
    return repeat(rt, seq, n);
}

TlStatus tl_constructor_args(TlRuntime *rt, const char *name, int nargs,
                             TlTuple *kwnames, int min, int max) {
    if (kwnames != NULL && kwnames->len > 0) {
        tl_raise_fmt(rt, rt->exc.TypeError, "%s() takes no keyword arguments",
                     name);
        return TL_RAISED;
    }
    if (nargs >= min && nargs <= max) {
        return TL_OK;
    }
    int bound = nargs < min ? min : max;
    tl_raise_fmt(rt, rt->exc.TypeError, "%s expected %s%d argument%s, got %d",
                 name, min == max ? "" : nargs < min ? "at least " : "at most ",
                 bound, bound == 1 ? "" : "s", nargs);
    return TL_RAISED;
}

TlValue tl_get_value_field(TlRuntime *rt, TlRef self, void *offset) {
    const char *field = (const char *)tl_as_obj(self) + (uintptr_t)offset;
    return tl_incref(*(const TlValue *)field);
}

TlValue tl_class_getitem(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames) {
    return tl_generic_alias_new(rt, self, args[0]);
}

TlStatus tl_unhashable(TlRuntime *rt, TlRef self, int64_t *hash) {
    tl_raise_fmt(rt, rt->exc.TypeError, "unhashable type: '%T'", self);
    return TL_RAISED;
}

TlStatus tl_repr_append(TlRuntime *rt, TlBuf *out, TlRef item) {
    if (tl_seq_tick(rt) == TL_RAISED) {
        return TL_RAISED;
    }
    tl_incref(item);  // its container may let go of it meanwhile
    TlValue text = tl_repr(rt, item);
    tl_decref(rt, item);
    if (!tl_has_value(text)) {
        return TL_RAISED;
    }
    tl_str_append_to(out, tl_as_str(text));
    tl_decref(rt, text);
    return TL_OK;
}

TlValue tl_repr_finish(TlRuntime *rt, TlBuf *out, TlStatus status) {
    TlValue text = status == TL_OK ? tl_str_from_buf(rt, out) : TL_NO_VALUE;
    tl_buf_deinit(out);
    return text;
}
