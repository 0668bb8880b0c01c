// consts.c — the constants of one code object, each once.
// SPDX-License-Identifier: MIT
#include "lang/consts.h"

#include "object/exc.h"
#include "object/number.h"
#include "object/str.h"

#include <string.h>

#define FIRST_CAP 8

void tl_consts_init(TlConsts *consts, TlRuntime *rt) {
    memset(consts, 0, sizeof *consts);
    consts->rt = rt;
}

void tl_consts_deinit(TlConsts *consts) {
    TlAlloc *a = &consts->rt->alloc;
    size_t cap = (size_t)consts->cap;
    for (int i = 0; i < consts->count; i++) {
        tl_decref(consts->rt, consts->items[i]);
    }
    tl_free(a, consts->items, sizeof *consts->items * cap);
    tl_free(a, consts->hashes, sizeof *consts->hashes * cap);
    tl_free(a, consts->index, sizeof *consts->index * cap * 2);
    tl_consts_init(consts, consts->rt);
}

static bool same_tuple(const TlTuple *a, const TlTuple *b);

static bool same(TlRef a, TlRef b) {
    if (a == b) {
        return true;
    }
    if (!tl_is_obj(a) || !tl_is_obj(b) ||
        tl_as_obj(a)->type != tl_as_obj(b)->type) {
        return false;
    }
    if (tl_is_str(a)) {
        return tl_str_equal(tl_as_str(a), tl_as_str(b));
    }
    if (tl_is_bytes(a)) {
        const TlBytes *x = (const TlBytes *)tl_as_obj(a);
        const TlBytes *y = (const TlBytes *)tl_as_obj(b);
        return x->len == y->len &&
               memcmp(x->data, y->data, (size_t)x->len) == 0;
    }
    if (tl_is_int(a)) {
        return tl_int_compare(a, b) == 0;
    }
    return tl_is_tuple(a) && same_tuple(tl_as_tuple(a), tl_as_tuple(b));
}

static bool same_tuple(const TlTuple *a, const TlTuple *b) {
    if (a->len != b->len) {
        return false;
    }
    for (int64_t i = 0; i < a->len; i++) {
        if (!same(a->items[i], b->items[i])) {
            return false;
        }
    }
    return true;
}

// Where in the index [value] is, or the free place for it.
static uint32_t find_slot(const TlConsts *consts, TlRef value, int64_t hash) {
    uint32_t mask = (uint32_t)consts->cap * 2 - 1;
    uint64_t mixed = (uint64_t)hash * UINT64_C(0x9E3779B97F4A7C15);
    uint32_t i = (uint32_t)(mixed >> 32) & mask;
    for (; consts->index[i] >= 0; i = (i + 1) & mask) {
        int at = consts->index[i];
        if (consts->hashes[at] == hash && same(consts->items[at], value)) {
            break;
        }
    }
    return i;
}

static void *moved(TlAlloc *a, const void *old, size_t used, size_t size) {
    void *p = tl_alloc(a, size);
    if (p != NULL && used > 0) {
        memcpy(p, old, used);
    }
    return p;
}

static bool grow(TlConsts *consts) {
    TlAlloc *a = &consts->rt->alloc;
    size_t count = (size_t)consts->count;
    size_t cap = consts->cap == 0 ? FIRST_CAP : (size_t)consts->cap * 2;
    TlConsts bigger = *consts;
    bigger.cap = (int)cap;
    bigger.items =
        moved(a, consts->items, sizeof(TlValue) * count, sizeof(TlValue) * cap);
    bigger.hashes = moved(a, consts->hashes, sizeof(int64_t) * count,
                          sizeof(int64_t) * cap);
    bigger.index = tl_alloc(a, sizeof(int32_t) * cap * 2);
    if (bigger.items == NULL || bigger.hashes == NULL || bigger.index == NULL) {
        tl_free(a, bigger.items, sizeof(TlValue) * cap);
        tl_free(a, bigger.hashes, sizeof(int64_t) * cap);
        tl_free(a, bigger.index, sizeof(int32_t) * cap * 2);
        tl_raise_memory(consts->rt);
        return false;
    }
    memset(bigger.index, 0xff, sizeof(int32_t) * cap * 2);
    for (int i = 0; i < consts->count; i++) {
        bigger.index[find_slot(&bigger, bigger.items[i], bigger.hashes[i])] = i;
    }
    consts->count = 0; // the items have moved
    tl_consts_deinit(consts);
    *consts = bigger;
    return true;
}

int tl_consts_add(TlConsts *consts, TlValue value) {
    TlRuntime *rt = consts->rt;
    int64_t hash = 0;
    if (!tl_has_value(value)) {
        return -1;
    }
    if (tl_hash(rt, value, &hash) != TL_OK ||
        (consts->count == consts->cap && !grow(consts))) {
        tl_decref(rt, value);
        return -1;
    }
    uint32_t slot = find_slot(consts, value, hash);
    if (consts->index[slot] >= 0) {
        tl_decref(rt, value);
        return consts->index[slot];
    }
    consts->index[slot] = consts->count;
    consts->items[consts->count] = value;
    consts->hashes[consts->count] = hash;
    return consts->count++;
}

TlTuple *tl_consts_tuple(const TlConsts *consts) {
    return tl_tuple_from(consts->rt, consts->items, consts->count);
}
