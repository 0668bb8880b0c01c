// bytearray.c — the mutable sibling of bytes.
// SPDX-License-Identifier: MIT
//
// What does not change it is shared with bytes (bytes_impl.h). Whatever an
// argument needs from user code is done before the storage is looked at.

#include "object/bytes_impl.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/number.h"
#include "object/seq.h"

#define METHOD(name)                                                  \
    static TlValue name(TlRuntime *rt, TlRef self, const TlRef *args, \
                        int nargs, TlTuple *kwnames)

static TlByteArray *array_of(TlRef self) {
    return (TlByteArray *)tl_as_obj(self);
}

// ---- storage ----

// Makes the length [len]; new bytes are undefined.
static TlStatus resize(TlRuntime *rt, TlByteArray *a, int64_t len) {
    if (len > a->cap) {
        int64_t cap = len + len / 8 + 8;
        char *data = NULL;
        if (len < (int64_t)(PTRDIFF_MAX / 2)) {
            data = tl_realloc(&rt->alloc, a->data, (size_t)a->cap, (size_t)cap);
        }
        if (data == NULL) {
            tl_raise_memory(rt);
            return TL_RAISED;
        }
        a->data = data;
        a->cap = cap;
    }
    a->len = len;
    return TL_OK;
}

// a[start:stop] = the [n] bytes at [data], which are not a's own.
static TlStatus splice(TlRuntime *rt, TlByteArray *a, int64_t start,
                       int64_t stop, const char *data, int64_t n) {
    int64_t old = a->len;
    int64_t len = old - (stop - start) + n;
    if (len > old && resize(rt, a, len) != TL_OK) {
        return TL_RAISED;
    }
    if (old > stop) {
        memmove(a->data + start + n, a->data + stop, (size_t)(old - stop));
    }
    if (n > 0) {
        memcpy(a->data + start, data, (size_t)n);
    }
    a->len = len;
    return TL_OK;
}

static TlByteArray *array_new(TlRuntime *rt, TlType *type, const char *data,
                              int64_t len) {
    TlByteArray *a = tl_object_new(rt, type);
    if (a != NULL && splice(rt, a, 0, 0, data, len) != TL_OK) {
        tl_release(rt, a);
        return NULL;
    }
    return a;
}

TlValue tl_bytes_like(TlRuntime *rt, TlRef like, const char *data,
                      int64_t len) {
    if (!tl_is_bytearray(rt, like)) {
        return tl_bytes_new(rt, data, (size_t)len);
    }
    TlByteArray *a = array_new(rt, rt->types.bytearray, data, len);
    return a == NULL ? TL_NO_VALUE : tl_from_obj(a);
}

static void array_free(TlRuntime *rt, TlObject *self) {
    TlByteArray *a = (TlByteArray *)self;
    tl_free(&rt->alloc, a->data, (size_t)a->cap);
    tl_object_free(rt, self);
}

static TlValue array_new_(TlRuntime *rt, TlType *type, const TlRef *args,
                          int nargs, TlTuple *kwnames) {
    TlByteArray *a = array_new(rt, type, "", 0);
    return a == NULL ? TL_NO_VALUE : tl_from_obj(a);
}

static TlStatus array_init(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames) {
    static const char *const names[] = {"source", "encoding", "errors"};
    TlRef bound[3];
    if (tl_bind_constructor(rt, "bytearray", names, 3, args, nargs, kwnames,
                            bound) != TL_OK) {
        return TL_RAISED;
    }
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    TlStatus status = tl_bytes_collect(rt, "bytearray", bound, &out);
    if (status == TL_OK && out.failed) {
        tl_raise_memory(rt);
        status = TL_RAISED;
    }
    if (status == TL_OK) {
        TlByteArray *a = array_of(self);
        status = splice(rt, a, 0, a->len, out.data, (int64_t)out.len);
    }
    tl_buf_deinit(&out);
    return status;
}

// ---- items and slices ----

// An index in range, or -1 with IndexError/TypeError.
static int64_t item_index(TlRuntime *rt, TlRef self, TlRef key) {
    if (!tl_has_index(rt, key)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "bytearray indices must be integers or slices, not %T",
                     key);
        return -1;
    }
    int64_t i;
    if (tl_seq_index(rt, key, &i) != TL_OK) {
        return -1;
    }
    int64_t len = array_of(self)->len;
    i += i < 0 ? len : 0;
    if (i < 0 || i >= len) {
        tl_raise(rt, rt->exc.IndexError, "bytearray index out of range");
        return -1;
    }
    return i;
}

// A slice of self as it is after its numbers were computed.
typedef struct Range {
    int64_t start, step, count;
} Range;

static TlStatus slice_range(TlRuntime *rt, TlRef self, TlRef key, Range *r) {
    int64_t stop;
    TlSlice *slice = (TlSlice *)tl_as_obj(key);
    if (tl_slice_unpack(rt, slice, &r->start, &stop, &r->step) != TL_OK) {
        return TL_RAISED;
    }
    r->count = tl_slice_adjust(array_of(self)->len, &r->start, &stop, r->step);
    return TL_OK;
}

static TlValue array_getitem(TlRuntime *rt, TlRef self, TlRef key) {
    if (!tl_is_slice(rt, key)) {
        int64_t i = item_index(rt, self, key);
        return i < 0 ? TL_NO_VALUE
                     : tl_small_int((unsigned char)array_of(self)->data[i]);
    }
    Range r;
    if (slice_range(rt, self, key, &r) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlByteArray *part = array_new(rt, rt->types.bytearray, "", 0);
    if (part == NULL || resize(rt, part, r.count) != TL_OK) {
        tl_release(rt, part);
        return TL_NO_VALUE;
    }
    const TlByteArray *a = array_of(self);
    for (int64_t i = 0; i < r.count; i++) {
        part->data[i] = a->data[r.start + i * r.step];
    }
    return tl_from_obj(part);
}

static void delete_range(TlByteArray *a, Range r) {
    if (r.step < 0) {  // the same places, forwards
        r.start += (r.count - 1) * r.step;
        r.step = -r.step;
    }
    int64_t to = r.start, removed = 0;
    for (int64_t i = r.start; r.count > 0 && i < a->len; i++) {
        if (removed < r.count && i == r.start + removed * r.step) {
            removed++;
        } else {
            a->data[to++] = a->data[i];
        }
    }
    if (r.count > 0) {
        a->len = to;
    }
}

static TlStatus store_range(TlRuntime *rt, TlRef self, TlRef key,
                            const char *data, int64_t n) {
    Range r;
    if (slice_range(rt, self, key, &r) != TL_OK) {
        return TL_RAISED;
    }
    TlByteArray *a = array_of(self);
    if (r.step == 1) {
        return splice(rt, a, r.start, r.start + r.count, data, n);
    }
    if (n == 0) {
        delete_range(a, r);
        return TL_OK;
    }
    if (n != r.count) {
        tl_raise_fmt(rt, rt->exc.ValueError,
                     "attempt to assign bytes of size %lld to extended slice "
                     "of size %lld",
                     (long long)n, (long long)r.count);
        return TL_RAISED;
    }
    for (int64_t i = 0; i < n; i++) {
        a->data[r.start + i * r.step] = data[i];
    }
    return TL_OK;
}

// The bytes of [v] in a buffer of their own: [v] may be self.
static TlStatus own_bytes(TlRuntime *rt, TlRef v, TlBuf *out) {
    TlRef bound[3] = {v, TL_NO_VALUE, TL_NO_VALUE};
    TlStatus status = tl_bytes_collect(rt, "bytearray", bound, out);
    if (status == TL_OK && out->failed) {
        tl_raise_memory(rt);
        return TL_RAISED;
    }
    return status;
}

static TlStatus set_slice(TlRuntime *rt, TlRef self, TlRef key, TlRef value) {
    if (value == TL_NO_VALUE) {
        Range r;
        if (slice_range(rt, self, key, &r) != TL_OK) {
            return TL_RAISED;
        }
        delete_range(array_of(self), r);
        return TL_OK;
    }
    const char *data;
    int64_t len;
    if (!tl_byteslike(rt, value, &data, &len) &&
        (tl_is_str(value) || tl_has_index(rt, value))) {
        tl_raise(rt, rt->exc.TypeError,
                 "can assign only bytes, buffers, or iterables of ints in "
                 "range(0, 256)");
        return TL_RAISED;
    }
    TlBuf bytes;
    tl_buf_init(&bytes, &rt->alloc);
    TlStatus status = own_bytes(rt, value, &bytes);
    if (status == TL_OK) {
        status = store_range(rt, self, key, bytes.data, (int64_t)bytes.len);
    }
    tl_buf_deinit(&bytes);
    return status;
}

static TlStatus array_setitem(TlRuntime *rt, TlRef self, TlRef key,
                              TlRef value) {
    if (tl_is_slice(rt, key)) {
        return set_slice(rt, self, key, value);
    }
    int byte = 0;
    if (value != TL_NO_VALUE) {
        byte = tl_has_index(rt, key)
                   ? tl_byte_arg(rt, value, "byte must be in range(0, 256)")
                   : 0;
        if (byte < 0) {
            return TL_RAISED;
        }
    }
    int64_t i = item_index(rt, self, key);
    if (i < 0) {
        return TL_RAISED;
    }
    if (value == TL_NO_VALUE) {
        return splice(rt, array_of(self), i, i + 1, "", 0);
    }
    array_of(self)->data[i] = (char)byte;
    return TL_OK;
}

// ---- in place ----

static TlStatus extend(TlRuntime *rt, TlRef self, TlRef v) {
    TlBuf bytes;
    tl_buf_init(&bytes, &rt->alloc);
    TlStatus status = own_bytes(rt, v, &bytes);
    if (status == TL_OK) {
        TlByteArray *a = array_of(self);
        status = splice(rt, a, a->len, a->len, bytes.data, (int64_t)bytes.len);
    }
    tl_buf_deinit(&bytes);
    return status;
}

static TlValue array_iadd(TlRuntime *rt, TlRef a, TlRef b) {
    const char *data;
    int64_t len;
    if (!tl_byteslike(rt, b, &data, &len)) {
        return tl_raise_fmt(rt, rt->exc.TypeError, "can't concat %T to %T", b,
                            a);
    }
    return extend(rt, a, b) == TL_OK ? tl_incref(a) : TL_NO_VALUE;
}

static TlValue array_imul(TlRuntime *rt, TlRef a, TlRef b) {
    TlValue product = tl_bytes_multiply(rt, a, b);
    if (product == TL_NO_VALUE || !tl_is_bytearray(rt, product)) {
        return product;
    }
    TlSpan s = tl_span(rt, product);
    TlStatus status =
        splice(rt, array_of(a), 0, array_of(a)->len, s.data, s.len);
    tl_decref(rt, product);
    return status == TL_OK ? tl_incref(a) : TL_NO_VALUE;
}

METHOD(m_append) {
    int byte = tl_byte_arg(rt, args[0], "byte must be in range(0, 256)");
    if (byte < 0) {
        return TL_NO_VALUE;
    }
    TlByteArray *a = array_of(self);
    char c = (char)byte;
    return splice(rt, a, a->len, a->len, &c, 1) == TL_OK ? TL_NONE
                                                        : TL_NO_VALUE;
}

METHOD(m_extend) {
    const char *data;
    int64_t len;
    TlRef v = args[0];
    if (tl_is_str(v) && tl_as_str(v)->len > 0) {
        return tl_raise(rt, rt->exc.TypeError,
                        "'str' object cannot be interpreted as an integer");
    }
    if (!tl_byteslike(rt, v, &data, &len) && tl_has_index(rt, v)) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "can't extend bytearray with %T", v);
    }
    return extend(rt, self, v) == TL_OK ? TL_NONE : TL_NO_VALUE;
}

METHOD(m_insert) {
    int64_t i;
    if (tl_check_nargs(rt, "insert", nargs, 2, 2) != TL_OK ||
        tl_size_arg(rt, args[0], &i) != TL_OK) {
        return TL_NO_VALUE;
    }
    int byte = tl_byte_arg(rt, args[1], "byte must be in range(0, 256)");
    if (byte < 0) {
        return TL_NO_VALUE;
    }
    TlByteArray *a = array_of(self);
    char c = (char)byte;
    i = tl_seq_clip(i, a->len);
    return splice(rt, a, i, i, &c, 1) == TL_OK ? TL_NONE : TL_NO_VALUE;
}

METHOD(m_pop) {
    int64_t i = -1;
    if (tl_check_nargs(rt, "pop", nargs, 0, 1) != TL_OK ||
        (nargs == 1 && tl_size_arg(rt, args[0], &i) != TL_OK)) {
        return TL_NO_VALUE;
    }
    TlByteArray *a = array_of(self);
    if (a->len == 0) {
        return tl_raise(rt, rt->exc.IndexError, "pop from empty bytearray");
    }
    i += i < 0 ? a->len : 0;
    if (i < 0 || i >= a->len) {
        return tl_raise(rt, rt->exc.IndexError, "pop index out of range");
    }
    TlValue byte = tl_small_int((unsigned char)a->data[i]);
    splice(rt, a, i, i + 1, "", 0);
    return byte;
}

METHOD(m_remove) {
    int byte = tl_byte_arg(rt, args[0], "byte must be in range(0, 256)");
    if (byte < 0) {
        return TL_NO_VALUE;
    }
    TlByteArray *a = array_of(self);
    char *at = a->len == 0 ? NULL : memchr(a->data, byte, (size_t)a->len);
    if (at == NULL) {
        return tl_raise(rt, rt->exc.ValueError,
                        "value not found in bytearray");
    }
    splice(rt, a, at - a->data, at - a->data + 1, "", 0);
    return TL_NONE;
}

METHOD(m_clear) {
    array_of(self)->len = 0;
    return TL_NONE;
}

METHOD(m_copy) {
    TlSpan s = tl_span(rt, self);
    return tl_bytes_like(rt, self, s.data, s.len);
}

METHOD(m_reverse) {
    TlByteArray *a = array_of(self);
    for (int64_t i = 0, j = a->len - 1; i < j; i++, j--) {
        char c = a->data[i];
        a->data[i] = a->data[j];
        a->data[j] = c;
    }
    return TL_NONE;
}

static TlValue array_repr(TlRuntime *rt, TlRef self) {
    TlSpan s = tl_span(rt, self);
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    tl_buf_append_str(&out, tl_as_obj(self)->type->name);
    tl_buf_append_char(&out, '(');
    tl_bytes_repr_to(&out, s.data, s.len, true);
    tl_buf_append_char(&out, ')');
    TlValue text = tl_str_from_buf(rt, &out);
    tl_buf_deinit(&out);
    return text;
}

static const TlNativeDef array_methods[] = {
    TL_BYTES_METHODS(TL_BYTES_ROW)
    {"append", m_append, TL_FN_ONE, "(self, item, /)",
     "Append a single item to the end of the bytearray."},
    {"clear", m_clear, TL_FN_NOARGS, "(self, /)",
     "Remove all items from the bytearray."},
    {"copy", m_copy, TL_FN_NOARGS, "(self, /)", "Return a copy of B."},
    {"extend", m_extend, TL_FN_ONE, "(self, iterable_of_ints, /)",
     "Append all the items from the iterator or sequence to the end of the "
     "bytearray."},
    {"insert", m_insert, TL_FN_RAW, "(self, index, item, /)",
     "Insert a single item into the bytearray before the given index."},
    {"pop", m_pop, TL_FN_RAW, "(self, index=-1, /)",
     "Remove and return a single item from B."},
    {"remove", m_remove, TL_FN_ONE, "(self, value, /)",
     "Remove the first occurrence of a value in the bytearray."},
    {"reverse", m_reverse, TL_FN_NOARGS, "(self, /)",
     "Reverse the order of the values in B in place."},
    {0},
};

static const TlSlots array_slots = {
    .free = array_free,
    .repr = array_repr,
    .hash = tl_unhashable,
    .compare = tl_bytes_compare,
    .new_ = array_new_,
    .init = array_init,
    .iter = tl_bytes_iter,
    .len = tl_bytes_len,
    .getitem = array_getitem,
    .setitem = array_setitem,
    .contains = tl_bytes_contains,
    .binary = {[TL_BIN_ADD] = tl_bytes_concat,
               [TL_BIN_MUL] = tl_bytes_multiply,
               [TL_BIN_MOD] = tl_bytes_modulo},
    .inplace = {[TL_BIN_ADD] = array_iadd, [TL_BIN_MUL] = array_imul},
};

const TlTypeSpec tl_bytearray_spec = {
    .name = "bytearray",
    .doc = "bytearray(iterable_of_ints) -> bytearray\n"
           "bytearray(string, encoding[, errors]) -> bytearray\n"
           "bytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\n"
           "bytearray(int) -> bytes array of size given by the parameter "
           "initialized with null bytes\n"
           "bytearray() -> empty bytes array",
    .size = sizeof(TlByteArray),
    .flags = TL_TYPE_BASE,
    .slots = &array_slots,
    .methods = array_methods,
};
