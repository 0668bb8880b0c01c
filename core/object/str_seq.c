// str_seq.c — str as a sequence: joining, slicing, repeating, iterating.
// SPDX-License-Identifier: MIT

#include "base/check.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/seq.h"
#include "object/str_impl.h"

// ---- concatenating ----

TlValue tl_str_concat(TlRuntime *rt, TlStr *a, TlStr *b) {
    if (a->len == 0) {
        return tl_str_exact(rt, b);
    }
    if (b->len == 0) {
        return tl_str_exact(rt, a);
    }
    TlStr *s = tl_str_alloc(rt, a->len + b->len,
                            tl_str_bound(a) | tl_str_bound(b));
    if (s == NULL) {
        return TL_NO_VALUE;
    }
    tl_str_copy(s, 0, a, 0, a->len);
    tl_str_copy(s, a->len, b, 0, b->len);
    return tl_from_obj(s);
}

TlValue tl_str_append_steal(TlRuntime *rt, TlValue a, TlStr *b) {
    TlStr *grown = tl_str_grow(rt, tl_as_str(a), b);
    if (grown != NULL) {
        return tl_from_obj(grown);
    }
    TlValue sum = tl_str_concat(rt, tl_as_str(a), b);
    tl_decref(rt, a);
    return sum;
}

TlValue tl_str_add(TlRuntime *rt, TlRef a, TlRef b) {
    if (tl_is_str(a) && tl_is_str(b)) {
        return tl_str_concat(rt, tl_as_str(a), tl_as_str(b));
    }
    if (!tl_is_str(a)) {
        return TL_NOT_IMPLEMENTED;
    }
    TlValue reflected = tl_seq_reflected(rt, a, b, TL_BIN_ADD);
    if (reflected != TL_NOT_IMPLEMENTED) {
        return reflected;
    }
    return tl_raise_fmt(rt, rt->exc.TypeError,
                        "can only concatenate str (not \"%T\") to str", b);
}

// No user code may run in here (so no tick either): [items] may be a list's
// own storage. The steps are counted at the end.
static TlValue join(TlRuntime *rt, TlStr *sep, const TlRef *items, int64_t n) {
    int64_t len = 0;
    uint32_t bound = n > 1 ? tl_str_bound(sep) : 0;
    for (int64_t i = 0; i < n; i++) {
        if (!tl_is_str(items[i])) {
            return tl_raise_fmt(rt, rt->exc.TypeError,
                                "sequence item %lld: expected str instance, "
                                "%T found",
                                (long long)i, items[i]);
        }
        TlStr *item = tl_as_str(items[i]);
        bound |= tl_str_bound(item);
        if (item->len > INT64_MAX - len - sep->len) {
            return tl_raise(rt, rt->exc.OverflowError,
                            "join() result is too long for a Python string");
        }
        len += item->len + (i > 0 ? sep->len : 0);
    }
    if (n == 0) {
        return tl_empty_str(rt);
    }
    if (n == 1) {
        return tl_str_exact(rt, tl_as_str(items[0]));
    }
    TlStr *s = tl_str_alloc(rt, len, bound);
    if (s == NULL) {
        return TL_NO_VALUE;
    }
    int64_t at = 0;
    for (int64_t i = 0; i < n; i++) {
        if (i > 0) {
            tl_str_copy(s, at, sep, 0, sep->len);
            at += sep->len;
        }
        TlStr *item = tl_as_str(items[i]);
        tl_str_copy(s, at, item, 0, item->len);
        at += item->len;
    }
    return tl_from_obj(s);
}

TlValue tl_str_join(TlRuntime *rt, TlStr *sep, const TlRef *items, int64_t n) {
    TlValue text = join(rt, sep, items, n);
    if (text != TL_NO_VALUE && tl_spend(rt, n) != TL_OK) {
        tl_clear(rt, &text);
    }
    return text;
}

// ---- repeating ----

TlValue tl_str_repeat(TlRuntime *rt, TlStr *s, int64_t times) {
    if (times <= 0 || s->len == 0) {
        return tl_empty_str(rt);
    }
    if (times == 1) {
        return tl_str_exact(rt, s);
    }
    if (s->len > INT64_MAX / times) {
        return tl_raise(rt, rt->exc.OverflowError,
                        "repeated string is too long");
    }
    TlStr *r = tl_str_alloc(rt, s->len * times, tl_str_bound(s));
    if (r == NULL) {
        return TL_NO_VALUE;
    }
    tl_str_copy(r, 0, s, 0, s->len);
    for (int64_t done = s->len; done < r->len;) {  // doubles what is there
        int64_t n = done < r->len - done ? done : r->len - done;
        tl_str_copy(r, done, r, 0, n);
        done += n;
    }
    return tl_from_obj(r);
}

static TlValue repeat(TlRuntime *rt, TlRef seq, int64_t n) {
    return tl_str_repeat(rt, tl_as_str(seq), n);
}

TlValue tl_str_multiply(TlRuntime *rt, TlRef a, TlRef b) {
    return tl_seq_multiply(rt, a, b, tl_is_str(a), repeat);
}

TlValue tl_str_modulo(TlRuntime *rt, TlRef a, TlRef b) {
    if (!tl_is_str(a)) {
        return TL_NOT_IMPLEMENTED;
    }
    return tl_str_percent(rt, tl_as_str(a), b);
}

// ---- slicing ----

// The narrowest bound of a part of [s].
static uint32_t part_bound(const TlStr *s, int64_t start, int64_t step,
                           int64_t count) {
    if (s->ascii) {
        return 127;
    }
    uint32_t bits = 0;
    for (int64_t i = 0; i < count; i++) {
        bits |= tl_str_at(s, start + i * step);
    }
    return bits;
}

TlValue tl_str_slice(TlRuntime *rt, TlStr *s, int64_t start, int64_t stop) {
    int64_t n = stop - start;
    if (n <= 0) {
        return tl_empty_str(rt);
    }
    if (n == s->len) {
        return tl_str_exact(rt, s);
    }
    if (n == 1) {
        return tl_str_from_char(rt, tl_str_at(s, start));
    }
    TlStr *part = tl_str_alloc(rt, n, part_bound(s, start, 1, n));
    if (part == NULL) {
        return TL_NO_VALUE;
    }
    if (part->kind == s->kind) {
        tl_str_copy(part, 0, s, start, n);
        return tl_from_obj(part);
    }
    for (int64_t i = 0; i < n; i++) {
        tl_str_put(part, i, tl_str_at(s, start + i));
    }
    return tl_from_obj(part);
}

static TlValue slice_of(TlRuntime *rt, TlStr *s, TlSlice *slice) {
    int64_t start, stop, step, count;
    if (tl_slice_indices(rt, slice, s->len, &start, &stop, &step, &count) !=
        TL_OK) {
        return TL_NO_VALUE;
    }
    if (step == 1) {
        return tl_str_slice(rt, s, start, start + count);
    }
    if (count <= 0) {
        return tl_empty_str(rt);
    }
    TlStr *part = tl_str_alloc(rt, count, part_bound(s, start, step, count));
    if (part == NULL) {
        return TL_NO_VALUE;
    }
    for (int64_t i = 0; i < count; i++) {
        tl_str_put(part, i, tl_str_at(s, start + i * step));
    }
    return tl_from_obj(part);
}

TlValue tl_str_getitem(TlRuntime *rt, TlRef self, TlRef key) {
    TlStr *s = tl_as_str(self);
    if (tl_is_slice(rt, key)) {
        return slice_of(rt, s, (TlSlice *)tl_as_obj(key));
    }
    if (!tl_has_index(rt, key)) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "string indices must be integers, not '%T'", key);
    }
    int64_t i;
    if (tl_seq_index(rt, key, &i) != TL_OK) {
        return TL_NO_VALUE;
    }
    if (i < 0) {
        i += s->len;
    }
    if (i < 0 || i >= s->len) {
        return tl_raise(rt, rt->exc.IndexError, "string index out of range");
    }
    return tl_str_from_char(rt, tl_str_at(s, i));
}

int tl_str_contains(TlRuntime *rt, TlRef self, TlRef item) {
    if (!tl_is_str(item)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "'in <string>' requires string as left operand, not %T",
                     item);
        return -1;
    }
    TlStr *s = tl_as_str(self);
    return tl_str_find(s, tl_as_str(item), 0, s->len) >= 0;
}

// ---- iterating: str and bytes share the shape of their iterators ----

static TlValue iter_new(TlRuntime *rt, TlType *type, TlRef seq) {
    TlSeqIter *it = tl_object_new(rt, type);
    if (it == NULL) {
        return TL_NO_VALUE;
    }
    it->seq = tl_incref(seq);
    it->index = 0;
    return tl_from_obj(it);
}

TlValue tl_str_iter(TlRuntime *rt, TlRef self) {
    return iter_new(rt, rt->types.str_iter, self);
}

TlValue tl_bytes_iter(TlRuntime *rt, TlRef self) {
    return iter_new(rt, rt->types.bytes_iter, self);
}

static void iter_free(TlRuntime *rt, TlObject *self) {
    tl_clear(rt, &((TlSeqIter *)self)->seq);
    tl_object_free(rt, self);
}

static void iter_traverse(TlObject *self, TlVisit visit, void *arg) {
    tl_visit(((TlSeqIter *)self)->seq, visit, arg);
}

static void iter_clear(TlRuntime *rt, TlObject *self) {
    tl_clear(rt, &((TlSeqIter *)self)->seq);
}

static TlValue iter_self(TlRuntime *rt, TlRef self) {
    return tl_incref(self);
}

static TlValue str_next(TlRuntime *rt, TlRef self) {
    TlSeqIter *it = (TlSeqIter *)tl_as_obj(self);
    if (it->seq == TL_NO_VALUE) {
        return TL_NO_VALUE;
    }
    TlStr *s = tl_as_str(it->seq);
    if (it->index < s->len) {
        return tl_str_from_char(rt, tl_str_at(s, it->index++));
    }
    tl_clear(rt, &it->seq);
    return TL_NO_VALUE;
}

static TlValue bytes_next(TlRuntime *rt, TlRef self) {
    TlSeqIter *it = (TlSeqIter *)tl_as_obj(self);
    const char *data;
    int64_t len;
    if (it->seq == TL_NO_VALUE) {
        return TL_NO_VALUE;
    }
    tl_byteslike(rt, it->seq, &data, &len);
    if (it->index < len) {
        return tl_small_int((unsigned char)data[it->index++]);
    }
    tl_clear(rt, &it->seq);
    return TL_NO_VALUE;
}

static TlValue iter_length_hint(TlRuntime *rt, TlRef self, const TlRef *args,
                                int nargs, TlTuple *kwnames) {
    TlSeqIter *it = (TlSeqIter *)tl_as_obj(self);
    if (it->seq == TL_NO_VALUE) {
        return tl_small_int(0);
    }
    int64_t len = tl_len(rt, it->seq);
    if (len < 0) {
        return TL_NO_VALUE;
    }
    return tl_small_int(len < it->index ? 0 : len - it->index);
}

static const TlNativeDef iter_methods[] = {
    {"__length_hint__", iter_length_hint, TL_FN_NOARGS, "(self, /)",
     "Private method returning an estimate of len(list(it))."},
    {0},
};

#define ITER_SLOTS(next_fn)                                                \
    {                                                                      \
        .free = iter_free, .traverse = iter_traverse, .clear = iter_clear, \
        .iter = iter_self, .next = next_fn,                                \
    }

static const TlSlots str_iter_slots = ITER_SLOTS(str_next);
static const TlSlots bytes_iter_slots = ITER_SLOTS(bytes_next);

const TlTypeSpec tl_str_iter_spec = {
    .name = "str_iterator",
    .size = sizeof(TlSeqIter),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &str_iter_slots,
    .methods = iter_methods,
};

const TlTypeSpec tl_bytes_iter_spec = {
    .name = "bytes_iterator",
    .size = sizeof(TlSeqIter),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &bytes_iter_slots,
    .methods = iter_methods,
};
