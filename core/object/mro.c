// mro.c — the order in which a class looks through its bases (C3).
// SPDX-License-Identifier: MIT
#include "object/class.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/str.h"
#include "object/type_impl.h"

// One list to be merged and how far it has been.
typedef struct Lane {
    TlTuple *types;  // borrowed
    int64_t at;
} Lane;

static bool in_tail(const Lane *lane, TlRef type)
{
    for (int64_t i = lane->at + 1; i < lane->types->len; i++) {
        if (lane->types->items[i] == type) {
            return true;
        }
    }
    return false;
}

// The next type: the first head that is in no tail. TL_NO_VALUE: all lanes are
// at their end (*left 0), or nothing fits (*left counts the lanes not done).
static TlRef next_type(const Lane *lanes, int64_t n, int64_t *left)
{
    *left = 0;
    for (int64_t i = 0; i < n; i++) {
        if (lanes[i].at == lanes[i].types->len) {
            continue;
        }
        ++*left;
        TlRef head = lanes[i].types->items[lanes[i].at];
        int64_t j = 0;
        while (j < n && !in_tail(&lanes[j], head)) {
            j++;
        }
        if (j == n) {
            return head;
        }
    }
    return TL_NO_VALUE;
}

static void raise_conflict(TlRuntime *rt, const Lane *lanes, int64_t n)
{
    TlBuf text;
    tl_buf_init(&text, &rt->alloc);
    tl_buf_append_str(&text, "Cannot create a consistent method resolution\n"
                             "order (MRO) for bases ");
    TlDict *seen = tl_dict_new(rt);
    const char *comma = "";
    for (int64_t i = 0; seen != NULL && i < n; i++) {
        if (lanes[i].at == lanes[i].types->len) {
            continue;
        }
        TlRef head = lanes[i].types->items[lanes[i].at];
        TlType *type = (TlType *)tl_as_obj(head);
        if (tl_has_value(tl_dict_get_str(rt, seen, type->name_obj)) ||
            tl_dict_set_str(rt, seen, type->name_obj, TL_NONE) != TL_OK) {
            continue;
        }
        tl_buf_append_str(&text, comma);
        tl_buf_append_str(&text, type->name);
        comma = ", ";
    }
    tl_release(rt, seen);
    const char *message = tl_buf_cstr(&text);
    if (!tl_raised(rt)) {
        if (message == NULL) {
            tl_raise_memory(rt);
        } else {
            tl_raise(rt, rt->exc.TypeError, message);
        }
    }
    tl_buf_deinit(&text);
}

static TlStatus merge(TlRuntime *rt, Lane *lanes, int64_t n, TlList *out)
{
    for (;;) {
        int64_t left;
        TlRef type = next_type(lanes, n, &left);
        if (!tl_has_value(type)) {
            if (left > 0) {
                raise_conflict(rt, lanes, n);
            }
            return left > 0 ? TL_RAISED : TL_OK;
        }
        if (tl_list_append(rt, out, type) != TL_OK) {
            return TL_RAISED;
        }
        for (int64_t i = 0; i < n; i++) {
            if (lanes[i].at < lanes[i].types->len &&
                lanes[i].types->items[lanes[i].at] == type) {
                lanes[i].at++;
            }
        }
    }
}

// One base, the common case: no merging.
static TlTuple *linear(TlRuntime *rt, TlType *type, TlTuple *base_mro)
{
    TlTuple *mro = tl_tuple_new(rt, base_mro->len + 1);
    if (mro == NULL) {
        return NULL;
    }
    mro->items[0] = tl_incref(tl_from_obj(type));
    for (int64_t i = 0; i < base_mro->len; i++) {
        mro->items[i + 1] = tl_incref(base_mro->items[i]);
    }
    return mro;
}

TlTuple *tl_mro_compute(TlRuntime *rt, TlType *type, TlTuple *bases)
{
    if (bases->len == 1) {
        return linear(rt, type, ((TlType *)tl_as_obj(bases->items[0]))->mro);
    }
    for (int64_t i = 0; i < bases->len; i++) {
        for (int64_t j = i + 1; j < bases->len; j++) {
            if (bases->items[i] == bases->items[j]) {
                tl_raise_fmt(rt, rt->exc.TypeError, "duplicate base class %s",
                             ((TlType *)tl_as_obj(bases->items[i]))->name);
                return NULL;
            }
        }
    }
    int64_t n = bases->len + 1;
    size_t size = (size_t)n * sizeof(Lane);
    Lane *lanes = tl_alloc(&rt->alloc, size);
    if (lanes == NULL) {
        tl_raise_memory(rt);
        return NULL;
    }
    for (int64_t i = 0; i < bases->len; i++) {
        lanes[i].types = ((TlType *)tl_as_obj(bases->items[i]))->mro;
        lanes[i].at = 0;
    }
    lanes[n - 1].types = bases;
    lanes[n - 1].at = 0;
    TlTuple *mro = NULL;
    TlList *out = tl_list_new(rt, 8);
    if (out != NULL && tl_list_append(rt, out, tl_from_obj(type)) == TL_OK &&
        merge(rt, lanes, n, out) == TL_OK) {
        mro = tl_tuple_from(rt, out->items, out->len);
    }
    tl_release(rt, out);
    tl_free(&rt->alloc, lanes, size);
    return mro;
}
