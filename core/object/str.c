// str.c — the str type: storage, conversion, interning, comparison, hash.
// SPDX-License-Identifier: MIT
//
// Invariant: a str has the smallest kind its text fits, and [ascii] says that
// all of it is below 128; so two equal strings have equal bytes. Methods are
// in str_methods.c and its neighbours, formatting in str_format.c,
// str_percent.c and str_fmt_method.c, searching in str_find.c.

#include "object/str.h"

#include "base/check.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/number.h"
#include "object/str_impl.h"

// ---- making ----

static size_t str_size(const TlType *type, int64_t len, int kind) {
    return tl_var_size(type, ((size_t)len + 1) * (size_t)kind);
}

static TlStr *str_object(TlRuntime *rt, TlType *type, int64_t len,
                         uint32_t max) {
    int kind = tl_str_kind_for(max);
    if (len > (int64_t)(PTRDIFF_MAX / 8)) {
        tl_raise_memory(rt);
        return NULL;
    }
    TlStr *s = tl_object_new_sized(rt, type, str_size(type, len, kind));
    if (s == NULL) {
        return NULL;
    }
    s->hash = -1;
    s->len = len;
    s->kind = (uint8_t)kind;
    s->ascii = max < 128;
    s->interned = false;
    s->utf8 = NULL;
    s->utf8_len = 0;
    tl_str_put(s, len, 0);
    return s;
}

TlStr *tl_str_alloc(TlRuntime *rt, int64_t len, uint32_t max) {
    return str_object(rt, rt->types.str, len, max);
}

static void str_free(TlRuntime *rt, TlObject *self) {
    TlStr *s = (TlStr *)self;
    if (s->utf8 != NULL) {
        tl_free(&rt->alloc, s->utf8, s->utf8_len + 1);
    }
    tl_object_free_sized(rt, self, str_size(self->type, s->len, s->kind));
}

void tl_str_copy(TlStr *to, int64_t to_at, const TlStr *from, int64_t from_at,
                 int64_t n) {
    if (to->kind == from->kind) {
        size_t kind = to->kind;
        memcpy((char *)tl_str_data(to) + (size_t)to_at * kind,
               (const char *)tl_str_data(from) + (size_t)from_at * kind,
               (size_t)n * kind);
        return;
    }
    TL_ASSERT(to->kind > from->kind, "text is copied to a kind it fits");
    for (int64_t i = 0; i < n; i++) {
        tl_str_put(to, to_at + i, tl_str_at(from, from_at + i));
    }
}

TlValue tl_empty_str(TlRuntime *rt) {
    if (tl_is_obj(rt->empty_str)) {
        return tl_incref(rt->empty_str);
    }
    TlStr *s = tl_str_alloc(rt, 0, 0);
    return s == NULL ? TL_NO_VALUE : tl_from_obj(s);
}

TlValue tl_str_from_char(TlRuntime *rt, uint32_t cp) {
    if (cp < 256 && tl_is_obj(rt->latin1[cp])) {
        return tl_incref(rt->latin1[cp]);
    }
    TlStr *s = tl_str_alloc(rt, 1, cp);
    if (s == NULL) {
        return TL_NO_VALUE;
    }
    tl_str_put(s, 0, cp);
    return tl_from_obj(s);
}

// An exact str with the text, or [type] when it is a subclass.
static TlValue copy_as(TlRuntime *rt, TlType *type, const TlStr *s) {
    TlStr *copy = str_object(rt, type, s->len, tl_str_bound(s));
    if (copy == NULL) {
        return TL_NO_VALUE;
    }
    tl_str_copy(copy, 0, s, 0, s->len);
    copy->hash = s->hash;
    return tl_from_obj(copy);
}

TlValue tl_str_exact(TlRuntime *rt, TlStr *s) {
    if (s->ob.type == rt->types.str) {
        return tl_incref(tl_from_obj(s));
    }
    return copy_as(rt, rt->types.str, s);
}

static bool all_ascii(const char *text, size_t len) {
    size_t i = 0;
    for (; i + 8 <= len; i += 8) {
        uint64_t word;
        memcpy(&word, text + i, 8);
        if (word & UINT64_C(0x8080808080808080)) {
            return false;
        }
    }
    for (; i < len; i++) {
        if ((unsigned char)text[i] >= 128) {
            return false;
        }
    }
    return true;
}

static TlValue decode_wide(TlRuntime *rt, const char *text, size_t len) {
    int64_t count = 0;
    uint32_t max = 0, cp;
    for (size_t i = 0; i < len; count++) {
        int n = tl_utf8_decode_wtf8(text + i, len - i, &cp);
        if (n == 0) {
            cp = 0xFFFD;
            n = 1;
        }
        max |= cp;
        i += (size_t)n;
    }
    TlStr *s = tl_str_alloc(rt, count, max > 0x10FFFF ? 0x10FFFF : max);
    if (s == NULL) {
        return TL_NO_VALUE;
    }
    int64_t at = 0;
    for (size_t i = 0; i < len; at++) {
        int n = tl_utf8_decode_wtf8(text + i, len - i, &cp);
        if (n == 0) {
            cp = 0xFFFD;
            n = 1;
        }
        tl_str_put(s, at, cp);
        i += (size_t)n;
    }
    return tl_from_obj(s);
}

TlValue tl_str_from_utf8(TlRuntime *rt, const char *text, size_t len) {
    if (len == 0) {
        return tl_empty_str(rt);
    }
    if (!all_ascii(text, len)) {
        return decode_wide(rt, text, len);
    }
    if (len == 1) {
        return tl_str_from_char(rt, (unsigned char)*text);
    }
    TlStr *s = tl_str_alloc(rt, (int64_t)len, 127);
    if (s == NULL) {
        return TL_NO_VALUE;
    }
    memcpy(tl_str_data(s), text, len);
    return tl_from_obj(s);
}

TlValue tl_str_from_cstr(TlRuntime *rt, const char *text) {
    return tl_str_from_utf8(rt, text, strlen(text));
}

TlValue tl_str_from_buf(TlRuntime *rt, const TlBuf *buf) {
    if (buf->failed) {
        return tl_raise_memory(rt);
    }
    return tl_str_from_utf8(rt, buf->data, buf->len);
}

TlValue tl_str_from_codepoints(TlRuntime *rt, const uint32_t *cps, int64_t n) {
    uint32_t max = 0;
    for (int64_t i = 0; i < n; i++) {
        max |= cps[i];
    }
    if (n == 0) {
        return tl_empty_str(rt);
    }
    if (n == 1) {
        return tl_str_from_char(rt, cps[0]);
    }
    TlStr *s = tl_str_alloc(rt, n, max);
    if (s == NULL) {
        return TL_NO_VALUE;
    }
    for (int64_t i = 0; i < n; i++) {
        tl_str_put(s, i, cps[i]);
    }
    return tl_from_obj(s);
}

TlStr *tl_str_grow(TlRuntime *rt, TlStr *s, const TlStr *b) {
    if (s->ob.refs != 1 || s->ob.type != rt->types.str || s->interned ||
        s == b || s->kind < b->kind || s->len == 0 || b->len == 0 ||
        s->ob.bits != 0) {
        return NULL;
    }
    int64_t len = s->len + b->len;
    size_t size = str_size(s->ob.type, len, s->kind);
    if (s->utf8 != NULL) {
        tl_free(&rt->alloc, s->utf8, s->utf8_len + 1);
        s->utf8 = NULL;
    }
    TlStr *grown = tl_realloc(&rt->alloc, s,
                              str_size(s->ob.type, s->len, s->kind), size);
    if (grown == NULL) {
        return NULL;
    }
    int64_t at = grown->len;
    grown->len = len;
    grown->hash = -1;
    grown->ascii = grown->ascii && b->ascii;
    tl_str_copy(grown, at, b, 0, b->len);
    tl_str_put(grown, len, 0);
    return grown;
}

// ---- UTF-8 ----

void tl_str_append_range(TlBuf *out, const TlStr *s, int64_t from,
                         int64_t to) {
    if (s->ascii) {
        tl_buf_append(out, (const char *)tl_str_data(s) + from,
                      (size_t)(to - from));
        return;
    }
    for (int64_t i = from; i < to && !out->failed; i++) {
        tl_buf_append_utf8(out, tl_str_at(s, i));
    }
}

void tl_str_append_to(TlBuf *out, const TlStr *s) {
    tl_str_append_range(out, s, 0, s->len);
}

const char *tl_str_utf8(TlRuntime *rt, TlStr *s, size_t *len) {
    if (s->ascii) {
        *len = (size_t)s->len;
        return tl_str_data(s);
    }
    if (s->utf8 == NULL) {
        char one[TL_UTF8_MAX];
        size_t n = 0;
        for (int64_t i = 0; i < s->len; i++) {
            n += (size_t)tl_utf8_encode(tl_str_at(s, i), one);
        }
        char *text = tl_alloc(&rt->alloc, n + 1);
        if (text == NULL) {
            tl_raise_memory(rt);
            return NULL;
        }
        char *p = text;
        for (int64_t i = 0; i < s->len; i++) {
            p += tl_utf8_encode(tl_str_at(s, i), p);
        }
        *p = '\0';
        s->utf8 = text;
        s->utf8_len = n;
    }
    *len = s->utf8_len;
    return s->utf8;
}

// ---- interning ----

void tl_intern_in_place(TlRuntime *rt, TlStr **str) {
    TlStr *s = *str;
    if (s->interned || s->ob.type != rt->types.str) {
        return;
    }
    TlRef known = tl_dict_get_str(rt, rt->interned, s);
    if (known != TL_NO_VALUE) {
        *str = tl_retain(tl_as_obj(known));
        tl_release(rt, s);
        return;
    }
    TlRef self = tl_from_obj(s);
    if (tl_dict_set_str(rt, rt->interned, s, self) != TL_OK) {
        tl_clear_error(rt);  // interning is an optimisation only
        return;
    }
    s->interned = true;
}

TlStr *tl_intern_utf8(TlRuntime *rt, const char *text, size_t len) {
    TlValue v = tl_str_from_utf8(rt, text, len);
    if (v == TL_NO_VALUE) {
        return NULL;
    }
    TlStr *s = tl_as_str(v);
    tl_intern_in_place(rt, &s);
    return s;
}

TlStr *tl_intern_cstr(TlRuntime *rt, const char *text) {
    return tl_intern_utf8(rt, text, strlen(text));
}

// ---- comparing, hashing ----

bool tl_str_equal(const TlStr *a, const TlStr *b) {
    if (a == b) {
        return true;
    }
    if (a->len != b->len || a->kind != b->kind) {
        return false;
    }
    return memcmp(tl_str_data(a), tl_str_data(b),
                  (size_t)a->len * a->kind) == 0;
}

int tl_str_compare(const TlStr *a, const TlStr *b) {
    int64_t n = a->len < b->len ? a->len : b->len;
    int order = 0;
    if (a->kind == 1 && b->kind == 1) {
        order = memcmp(tl_str_data(a), tl_str_data(b), (size_t)n);
    } else {
        for (int64_t i = 0; i < n && order == 0; i++) {
            uint32_t x = tl_str_at(a, i);
            uint32_t y = tl_str_at(b, i);
            order = (x > y) - (x < y);
        }
    }
    if (order == 0) {
        order = (a->len > b->len) - (a->len < b->len);
    }
    return order < 0 ? -1 : order > 0;
}

bool tl_str_is(const TlStr *s, const char *ascii) {
    size_t n = strlen(ascii);
    return s->ascii && (size_t)s->len == n &&
           memcmp(tl_str_data(s), ascii, n) == 0;
}

int64_t tl_str_hash(TlRuntime *rt, TlStr *s) {
    if (s->hash == -1) {
        if (s->len == 0) {
            s->hash = 0;
            return 0;
        }
        int64_t h = (int64_t)tl_siphash13(tl_str_data(s),
                                          (size_t)s->len * s->kind,
                                          rt->hash_key[0], rt->hash_key[1]);
        s->hash = h == -1 ? -2 : h;
    }
    return s->hash;
}

static TlValue str_compare(TlRuntime *rt, TlRef a, TlRef b, TlCompareOp op) {
    if (!tl_is_str(a) || !tl_is_str(b)) {
        return TL_NOT_IMPLEMENTED;
    }
    if (op == TL_EQ || op == TL_NE) {
        bool equal = tl_str_equal(tl_as_str(a), tl_as_str(b));
        return tl_bool(equal == (op == TL_EQ));
    }
    return tl_order_result(tl_str_compare(tl_as_str(a), tl_as_str(b)), op);
}

static TlStatus str_hash(TlRuntime *rt, TlRef self, int64_t *hash) {
    *hash = tl_str_hash(rt, tl_as_str(self));
    return TL_OK;
}

// ---- str(x) ----

static TlStatus text_arg(TlRuntime *rt, TlRef v, const char *name,
                         const char **text) {
    *text = NULL;
    if (v == TL_NO_VALUE) {
        return TL_OK;
    }
    if (!tl_is_str(v)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "str() argument '%s' must be str, not %T", name, v);
        return TL_RAISED;
    }
    size_t len;
    *text = tl_str_utf8(rt, tl_as_str(v), &len);
    return *text == NULL ? TL_RAISED : TL_OK;
}

static TlValue decode_arg(TlRuntime *rt, const TlRef bound[3]) {
    const char *encoding, *errors;
    if (text_arg(rt, bound[1], "encoding", &encoding) != TL_OK ||
        text_arg(rt, bound[2], "errors", &errors) != TL_OK) {
        return TL_NO_VALUE;
    }
    const char *data;
    int64_t len;
    if (tl_is_str(bound[0])) {
        return tl_raise(rt, rt->exc.TypeError,
                        "decoding str is not supported");
    }
    if (!tl_byteslike(rt, bound[0], &data, &len)) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "decoding to str: need a bytes-like object, %T "
                            "found",
                            bound[0]);
    }
    return tl_bytes_decode(rt, bound[0], encoding, errors);
}

static TlValue str_new(TlRuntime *rt, TlType *type, const TlRef *args,
                       int nargs, TlTuple *kwnames) {
    static const char *const names[] = {"object", "encoding", "errors"};
    TlRef bound[3];
    if (tl_bind_constructor(rt, "str", names, 3, args, nargs, kwnames,
                            bound) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlValue v;
    if (bound[0] == TL_NO_VALUE) {
        v = tl_empty_str(rt);
    } else if (bound[1] == TL_NO_VALUE && bound[2] == TL_NO_VALUE) {
        v = tl_str(rt, bound[0]);
    } else {
        v = decode_arg(rt, bound);
    }
    if (v == TL_NO_VALUE || type == rt->types.str) {
        return v;
    }
    TlValue instance = copy_as(rt, type, tl_as_str(v));
    tl_decref(rt, v);
    return instance;
}

static TlValue str_str(TlRuntime *rt, TlRef self) {
    return tl_str_exact(rt, tl_as_str(self));
}

static TlValue str_repr(TlRuntime *rt, TlRef self) {
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    tl_str_repr_to(&out, tl_as_str(self));
    TlValue text = tl_str_from_buf(rt, &out);
    tl_buf_deinit(&out);
    return text;
}

static int str_truth(TlRuntime *rt, TlRef self) {
    return tl_as_str(self)->len != 0;
}

static int64_t str_len(TlRuntime *rt, TlRef self) {
    return tl_as_str(self)->len;
}

static const TlSlots str_slots = {
    .free = str_free,
    .repr = str_repr,
    .str = str_str,
    .hash = str_hash,
    .compare = str_compare,
    .truth = str_truth,
    .new_ = str_new,
    .iter = tl_str_iter,
    .len = str_len,
    .getitem = tl_str_getitem,
    .contains = tl_str_contains,
    .binary = {[TL_BIN_ADD] = tl_str_add, [TL_BIN_MUL] = tl_str_multiply,
               [TL_BIN_MOD] = tl_str_modulo},
};

const TlTypeSpec tl_str_spec = {
    .name = "str",
    .doc = "str(object='') -> str\n"
           "str(bytes_or_buffer[, encoding[, errors]]) -> str\n\n"
           "Create a new string object from the given object.",
    .size = sizeof(TlStr),
    .flags = TL_TYPE_BASE | TL_TYPE_IS_STR,
    .slots = &str_slots,
    .methods = tl_str_methods,
};
