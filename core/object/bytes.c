// bytes.c — the bytes type and what it shares with bytearray as a sequence.
// SPDX-License-Identifier: MIT

#include "base/hash.h"
#include "object/bytes_impl.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/number.h"
#include "object/seq.h"

// ---- making ----

static size_t bytes_size(const TlType *type, int64_t len) {
    return tl_var_size(type, (size_t)len + 1);
}

static TlBytes *bytes_object(TlRuntime *rt, TlType *type, int64_t len) {
    if (len > (int64_t)(PTRDIFF_MAX / 2)) {
        tl_raise_memory(rt);
        return NULL;
    }
    TlBytes *b = tl_object_new_sized(rt, type, bytes_size(type, len));
    if (b != NULL) {
        b->hash = -1;
        b->len = len;
        b->data[len] = '\0';
    }
    return b;
}

static void bytes_free(TlRuntime *rt, TlObject *self) {
    int64_t len = ((TlBytes *)self)->len;
    tl_object_free_sized(rt, self, bytes_size(self->type, len));
}

TlBytes *tl_bytes_alloc(TlRuntime *rt, int64_t len) {
    return bytes_object(rt, rt->types.bytes, len);
}

TlValue tl_bytes_new(TlRuntime *rt, const char *data, size_t len) {
    if (len == 0 && tl_is_obj(rt->empty_bytes)) {
        return tl_incref(rt->empty_bytes);
    }
    TlBytes *b = tl_bytes_alloc(rt, (int64_t)len);
    if (b == NULL) {
        return TL_NO_VALUE;
    }
    if (len > 0) {
        memcpy(b->data, data, len);
    }
    return tl_from_obj(b);
}

bool tl_is_bytearray(TlRuntime *rt, TlRef v) {
    return tl_is_obj(v) &&
           tl_is_subtype(tl_as_obj(v)->type, rt->types.bytearray);
}

bool tl_byteslike(TlRuntime *rt, TlRef v, const char **data, int64_t *len) {
    if (tl_is_bytes(v)) {
        const TlBytes *b = (const TlBytes *)tl_as_obj(v);
        *data = b->data;
        *len = b->len;
        return true;
    }
    if (!tl_is_bytearray(rt, v)) {
        return false;
    }
    const TlByteArray *a = (const TlByteArray *)tl_as_obj(v);
    *data = a->len > 0 ? a->data : "";
    *len = a->len;
    return true;
}

TlStatus tl_need_bytes(TlRuntime *rt, TlRef v, TlSpan *span) {
    if (tl_byteslike(rt, v, &span->data, &span->len)) {
        return TL_OK;
    }
    tl_raise_fmt(rt, rt->exc.TypeError,
                 "a bytes-like object is required, not '%T'", v);
    return TL_RAISED;
}

TlValue tl_bytes_part(TlRuntime *rt, TlRef self, int64_t start,
                      int64_t stop) {
    TlSpan s = tl_span(rt, self);
    if (stop - start == s.len && tl_as_obj(self)->type == rt->types.bytes) {
        return tl_incref(self);
    }
    return tl_bytes_like(rt, self, s.data + start,
                         stop > start ? stop - start : 0);
}

int tl_byte_arg(TlRuntime *rt, TlRef v, const char *message) {
    TlValue i = tl_index(rt, v);
    if (i == TL_NO_VALUE) {
        return -1;
    }
    int64_t byte;
    bool fits = tl_int_to_i64(i, &byte) && byte >= 0 && byte <= 255;
    tl_decref(rt, i);
    if (!fits) {
        tl_raise(rt, rt->exc.ValueError, message);
        return -1;
    }
    return (int)byte;
}

// ---- bytes(x) ----

static TlStatus collect_items(TlRuntime *rt, const char *type_name,
                              TlRef source, TlBuf *out) {
    TlValue it = tl_iter(rt, source);
    if (it == TL_NO_VALUE) {
        if (tl_error_is(rt, rt->exc.TypeError)) {
            tl_clear_error(rt);
            tl_raise_fmt(rt, rt->exc.TypeError,
                         "cannot convert '%T' object to %s", source,
                         type_name);
        }
        return TL_RAISED;
    }
    const char *message = *type_name == 'b' && strlen(type_name) == 5
                              ? "bytes must be in range(0, 256)"
                              : "byte must be in range(0, 256)";
    TlValue item;
    int byte = 0;
    while (byte >= 0 && (item = tl_next(rt, it)) != TL_NO_VALUE) {
        byte = tl_byte_arg(rt, item, message);
        tl_decref(rt, item);
        if (byte >= 0) {
            tl_buf_append_char(out, (char)byte);
            byte = tl_seq_tick(rt) == TL_OK ? byte : -1;
        }
    }
    tl_decref(rt, it);
    return tl_raised(rt) ? TL_RAISED : TL_OK;
}

static TlStatus collect_object(TlRuntime *rt, const char *type_name,
                               TlRef source, TlBuf *out) {
    TlSpan span;
    if (tl_byteslike(rt, source, &span.data, &span.len)) {
        tl_buf_append(out, span.data, (size_t)span.len);
        return TL_OK;
    }
    if (tl_is_str(source)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "cannot convert 'str' object to %s", type_name);
        return TL_RAISED;
    }
    return collect_items(rt, type_name, source, out);
}

static TlStatus collect_encoded(TlRuntime *rt, const TlRef bound[3],
                                TlBuf *out) {
    const char *texts[2] = {NULL, NULL};
    for (int i = 0; i < 2; i++) {
        size_t len;
        if (bound[i + 1] == TL_NO_VALUE) {
            continue;
        }
        texts[i] = tl_str_utf8(rt, tl_as_str(bound[i + 1]), &len);
        if (texts[i] == NULL) {
            return TL_RAISED;
        }
    }
    TlValue bytes = tl_str_encode(rt, tl_as_str(bound[0]), texts[0], texts[1]);
    if (bytes == TL_NO_VALUE) {
        return TL_RAISED;
    }
    TlSpan span = tl_span(rt, bytes);
    tl_buf_append(out, span.data, (size_t)span.len);
    tl_decref(rt, bytes);
    return TL_OK;
}

static TlStatus collect_zeros(TlRuntime *rt, TlRef count, TlBuf *out) {
    int64_t n;
    if (tl_seq_count(rt, count, &n) != TL_OK) {
        return TL_RAISED;
    }
    if (n < 0) {
        tl_raise(rt, rt->exc.ValueError, "negative count");
        return TL_RAISED;
    }
    tl_format_fill(out, 0, n);
    return TL_OK;
}

// The encoding and errors arguments only go with a str. 1 encode, 0 do not.
static int wants_encoding(TlRuntime *rt, const char *type_name,
                          const TlRef bound[3]) {
    static const char *const names[] = {"encoding", "errors"};
    for (int i = 0; i < 2; i++) {
        TlRef v = bound[i + 1];
        if (v != TL_NO_VALUE && !tl_is_str(v)) {
            tl_raise_fmt(rt, rt->exc.TypeError,
                         "%s() argument '%s' must be str, not %T", type_name,
                         names[i], v);
            return -1;
        }
        if (v != TL_NO_VALUE &&
            (bound[0] == TL_NO_VALUE || !tl_is_str(bound[0]))) {
            tl_raise_fmt(rt, rt->exc.TypeError,
                         "%s without a string argument", names[i]);
            return -1;
        }
    }
    if (bound[0] == TL_NO_VALUE || !tl_is_str(bound[0])) {
        return 0;
    }
    if (bound[1] == TL_NO_VALUE && bound[2] == TL_NO_VALUE) {
        tl_raise(rt, rt->exc.TypeError,
                 "string argument without an encoding");
        return -1;
    }
    return 1;
}

TlStatus tl_bytes_collect(TlRuntime *rt, const char *type_name,
                          const TlRef bound[3], TlBuf *out) {
    int encode = wants_encoding(rt, type_name, bound);
    if (encode != 0) {
        return encode < 0 ? TL_RAISED : collect_encoded(rt, bound, out);
    }
    if (bound[0] == TL_NO_VALUE) {
        return TL_OK;
    }
    TlSpan span;
    if (!tl_byteslike(rt, bound[0], &span.data, &span.len) &&
        tl_has_index(rt, bound[0])) {
        return collect_zeros(rt, bound[0], out);
    }
    return collect_object(rt, type_name, bound[0], out);
}

TlValue tl_bytes_from_object(TlRuntime *rt, TlRef v) {
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    TlValue bytes = TL_NO_VALUE;
    if (collect_object(rt, "bytes", v, &out) == TL_OK) {
        bytes = out.failed ? tl_raise_memory(rt)
                           : tl_bytes_new(rt, out.data, out.len);
    }
    tl_buf_deinit(&out);
    return bytes;
}

// x.__bytes__(): 1 with its result, 0 no such method, -1 raised.
static int call_dunder_bytes(TlRuntime *rt, TlRef x, TlValue *out) {
    TlValue method;
    int found = tl_lookup_special(rt, x, TL_NAME(rt, __bytes__), &method);
    if (found <= 0) {
        return found;
    }
    *out = tl_call0(rt, method);
    tl_decref(rt, method);
    if (*out == TL_NO_VALUE) {
        return -1;
    }
    if (!tl_is_bytes(*out)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "__bytes__ returned non-bytes (type %T)", *out);
        tl_clear(rt, out);
        return -1;
    }
    return 1;
}

static TlValue collected(TlRuntime *rt, const TlRef bound[3]) {
    TlRef x = bound[0];
    if (x != TL_NO_VALUE && bound[1] == TL_NO_VALUE &&
        bound[2] == TL_NO_VALUE) {
        TlValue made;
        if (tl_is_obj(x) && tl_as_obj(x)->type == rt->types.bytes) {
            return tl_incref(x);
        }
        int found = call_dunder_bytes(rt, x, &made);
        if (found != 0) {
            return found < 0 ? TL_NO_VALUE : made;
        }
    }
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    TlValue bytes = TL_NO_VALUE;
    if (tl_bytes_collect(rt, "bytes", bound, &out) == TL_OK) {
        bytes = out.failed ? tl_raise_memory(rt)
                           : tl_bytes_new(rt, out.data, out.len);
    }
    tl_buf_deinit(&out);
    return bytes;
}

static TlValue bytes_new(TlRuntime *rt, TlType *type, const TlRef *args,
                         int nargs, TlTuple *kwnames) {
    static const char *const names[] = {"source", "encoding", "errors"};
    TlRef bound[3];
    if (tl_bind_constructor(rt, "bytes", names, 3, args, nargs, kwnames,
                            bound) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlValue v = collected(rt, bound);
    if (v == TL_NO_VALUE || type == rt->types.bytes) {
        return v;
    }
    TlSpan span = tl_span(rt, v);
    TlBytes *instance = bytes_object(rt, type, span.len);
    if (instance != NULL) {
        memcpy(instance->data, span.data, (size_t)span.len);
    }
    tl_decref(rt, v);
    return instance == NULL ? TL_NO_VALUE : tl_from_obj(instance);
}

// ---- shared slots ----

TlValue tl_bytes_concat(TlRuntime *rt, TlRef a, TlRef b) {
    TlSpan x, y;
    if (!tl_byteslike(rt, a, &x.data, &x.len)) {
        return TL_NOT_IMPLEMENTED;
    }
    if (!tl_byteslike(rt, b, &y.data, &y.len)) {
        TlValue reflected = tl_seq_reflected(rt, a, b, TL_BIN_ADD);
        if (reflected != TL_NOT_IMPLEMENTED) {
            return reflected;
        }
        return tl_raise_fmt(rt, rt->exc.TypeError, "can't concat %T to %T", b,
                            a);
    }
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    tl_buf_append(&out, x.data, (size_t)x.len);
    tl_buf_append(&out, y.data, (size_t)y.len);
    TlValue sum = out.failed
                      ? tl_raise_memory(rt)
                      : tl_bytes_like(rt, a, out.data, (int64_t)out.len);
    tl_buf_deinit(&out);
    return sum;
}

static TlValue repeat(TlRuntime *rt, TlRef seq, int64_t times) {
    TlSpan s = tl_span(rt, seq);
    times = times < 0 ? 0 : times;
    if (s.len > 0 && times > INT64_MAX / s.len) {
        return tl_is_bytes(seq) ? tl_raise(rt, rt->exc.OverflowError,
                                           "repeated bytes are too long")
                                : tl_raise_memory(rt);
    }
    if (times == 1) {
        return tl_bytes_part(rt, seq, 0, s.len);
    }
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    uint64_t total = (uint64_t)s.len * (uint64_t)times;
    if (total > SIZE_MAX / 4 || !tl_buf_reserve(&out, (size_t)total)) {
        tl_buf_deinit(&out);
        return tl_raise_memory(rt);
    }
    if (s.len == 1) {
        tl_buf_append_fill(&out, *s.data, (size_t)times);
    } else {
        for (int64_t i = 0; s.len > 0 && i < times; i++) {
            tl_buf_append(&out, s.data, (size_t)s.len);
        }
    }
    TlValue v = tl_bytes_like(rt, seq, out.data, (int64_t)out.len);
    tl_buf_deinit(&out);
    return v;
}

TlValue tl_bytes_multiply(TlRuntime *rt, TlRef a, TlRef b) {
    const char *data;
    int64_t len;
    return tl_seq_multiply(rt, a, b, tl_byteslike(rt, a, &data, &len),
                           repeat);
}

TlValue tl_bytes_modulo(TlRuntime *rt, TlRef a, TlRef b) {
    const char *data;
    int64_t len;
    if (!tl_byteslike(rt, a, &data, &len)) {
        return TL_NOT_IMPLEMENTED;
    }
    TlValue made = tl_bytes_percent(rt, a, b);
    if (made == TL_NO_VALUE || !tl_is_bytearray(rt, a)) {
        return made;
    }
    TlSpan span = tl_span(rt, made);
    TlValue array = tl_bytes_like(rt, a, span.data, span.len);
    tl_decref(rt, made);
    return array;
}

TlValue tl_bytes_compare(TlRuntime *rt, TlRef a, TlRef b, TlCompareOp op) {
    TlSpan x, y;
    if (!tl_byteslike(rt, a, &x.data, &x.len) ||
        !tl_byteslike(rt, b, &y.data, &y.len)) {
        return TL_NOT_IMPLEMENTED;
    }
    int order = memcmp(x.data, y.data, (size_t)(x.len < y.len ? x.len : y.len));
    if (order == 0) {
        order = (x.len > y.len) - (x.len < y.len);
    }
    return tl_order_result(order < 0 ? -1 : order > 0, op);
}

int tl_bytes_contains(TlRuntime *rt, TlRef self, TlRef item) {
    TlSpan sub;
    if (tl_byteslike(rt, item, &sub.data, &sub.len)) {
        TlSpan s = tl_span(rt, self);
        return tl_mem_find(s.data, s.len, sub.data, sub.len) >= 0;
    }
    if (!tl_has_index(rt, item)) {
        tl_need_bytes(rt, item, &sub);
        return -1;
    }
    int byte = tl_byte_arg(rt, item, "byte must be in range(0, 256)");
    if (byte < 0) {
        return -1;
    }
    TlSpan s = tl_span(rt, self);
    return s.len > 0 && memchr(s.data, byte, (size_t)s.len) != NULL;
}

int64_t tl_bytes_len(TlRuntime *rt, TlRef self) {
    return tl_span(rt, self).len;
}

// ---- bytes' own slots ----

static TlValue bytes_slice(TlRuntime *rt, TlRef self, TlSlice *slice) {
    const TlBytes *b = (const TlBytes *)tl_as_obj(self);
    int64_t start, stop, step, count;
    if (tl_slice_indices(rt, slice, b->len, &start, &stop, &step, &count) !=
        TL_OK) {
        return TL_NO_VALUE;
    }
    if (step == 1) {
        return tl_bytes_part(rt, self, start, start + count);
    }
    TlBytes *part = tl_bytes_alloc(rt, count);
    if (part == NULL) {
        return TL_NO_VALUE;
    }
    for (int64_t i = 0; i < count; i++) {
        part->data[i] = b->data[start + i * step];
    }
    return tl_from_obj(part);
}

static TlValue bytes_getitem(TlRuntime *rt, TlRef self, TlRef key) {
    const TlBytes *b = (const TlBytes *)tl_as_obj(self);
    if (tl_is_slice(rt, key)) {
        return bytes_slice(rt, self, (TlSlice *)tl_as_obj(key));
    }
    if (!tl_has_index(rt, key)) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "byte indices must be integers or slices, not %T",
                            key);
    }
    int64_t i;
    if (tl_seq_index(rt, key, &i) != TL_OK) {
        return TL_NO_VALUE;
    }
    i += i < 0 ? b->len : 0;
    if (i < 0 || i >= b->len) {
        return tl_raise(rt, rt->exc.IndexError, "index out of range");
    }
    return tl_small_int((unsigned char)b->data[i]);
}

static TlStatus bytes_hash(TlRuntime *rt, TlRef self, int64_t *hash) {
    TlBytes *b = (TlBytes *)tl_as_obj(self);
    if (b->hash == -1) {
        int64_t h = 0;
        if (b->len > 0) {
            h = (int64_t)tl_siphash13(b->data, (size_t)b->len,
                                      rt->hash_key[0], rt->hash_key[1]);
        }
        b->hash = h == -1 ? -2 : h;
    }
    *hash = b->hash;
    return TL_OK;
}

static TlValue bytes_repr(TlRuntime *rt, TlRef self) {
    TlSpan s = tl_span(rt, self);
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    tl_bytes_repr_to(&out, s.data, s.len, false);
    TlValue text = tl_str_from_buf(rt, &out);
    tl_buf_deinit(&out);
    return text;
}

static TlValue m_bytes(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                       TlTuple *kwnames) {
    TlSpan s = tl_span(rt, self);
    return tl_as_obj(self)->type == rt->types.bytes
               ? tl_incref(self)
               : tl_bytes_new(rt, s.data, (size_t)s.len);
}

static TlValue m_getnewargs(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames) {
    TlValue exact = m_bytes(rt, self, NULL, 0, NULL);
    if (exact == TL_NO_VALUE) {
        return TL_NO_VALUE;
    }
    TlTuple *tuple = tl_tuple_from(rt, &exact, 1);
    tl_decref(rt, exact);
    return tuple == NULL ? TL_NO_VALUE : tl_from_obj(tuple);
}

static const TlNativeDef bytes_methods[] = {
    TL_BYTES_METHODS(TL_BYTES_ROW)
    {"__bytes__", m_bytes, TL_FN_NOARGS, "(self, /)",
     "Convert this value to exact type bytes."},
    {"__getnewargs__", m_getnewargs, TL_FN_NOARGS, "(self, /)", NULL},
    {0},
};

static const TlSlots bytes_slots = {
    .free = bytes_free,
    .repr = bytes_repr,
    .hash = bytes_hash,
    .compare = tl_bytes_compare,
    .new_ = bytes_new,
    .iter = tl_bytes_iter,
    .len = tl_bytes_len,
    .getitem = bytes_getitem,
    .contains = tl_bytes_contains,
    .binary = {[TL_BIN_ADD] = tl_bytes_concat,
               [TL_BIN_MUL] = tl_bytes_multiply,
               [TL_BIN_MOD] = tl_bytes_modulo},
};

const TlTypeSpec tl_bytes_spec = {
    .name = "bytes",
    .doc = "bytes(iterable_of_ints) -> bytes\n"
           "bytes(string, encoding[, errors]) -> bytes\n"
           "bytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\n"
           "bytes(int) -> bytes object of size given by the parameter "
           "initialized with null bytes\n"
           "bytes() -> empty bytes object",
    .size = sizeof(TlBytes),
    .flags = TL_TYPE_BASE | TL_TYPE_IS_BYTES,
    .slots = &bytes_slots,
    .methods = bytes_methods,
};
