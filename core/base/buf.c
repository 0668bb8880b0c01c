// buf.c — growable buffers of bytes and of pointers.
// SPDX-License-Identifier: MIT
//
// Growth doubles, from 64 bytes or 8 pointers, so appending is O(1) amortised.

#include "base/buf.h"

#include "base/check.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void tl_buf_init(TlBuf *buf, TlAlloc *alloc) {
    *buf = (TlBuf){.alloc = alloc};
}

void tl_buf_deinit(TlBuf *buf) {
    tl_free(buf->alloc, buf->data, buf->cap);
    tl_buf_init(buf, buf->alloc);
}

void tl_buf_clear(TlBuf *buf) {
    buf->len = 0;
    buf->failed = false;
}

void tl_buf_truncate(TlBuf *buf, size_t len) {
    TL_ASSERT(len <= buf->len, "truncating does not lengthen");
    buf->len = len;
}

bool tl_buf_reserve(TlBuf *buf, size_t extra) {
    if (buf->failed) {
        return false;
    }
    if (extra <= buf->cap - buf->len) {
        return true;
    }
    size_t need = buf->len + extra;
    size_t cap = buf->cap <= SIZE_MAX / 2 ? buf->cap * 2 : need;
    if (cap < 64) {
        cap = 64;
    }
    if (cap < need) {
        cap = need;
    }
    char *data = NULL;
    if (need >= extra) { // no overflow
        data = tl_realloc(buf->alloc, buf->data, buf->cap, cap);
    }
    if (data == NULL) {
        buf->failed = true;
        return false;
    }
    buf->data = data;
    buf->cap = cap;
    return true;
}

bool tl_buf_append(TlBuf *buf, const void *bytes, size_t n) {
    if (!tl_buf_reserve(buf, n)) {
        return false;
    }
    if (n > 0) { // memcpy wants valid pointers even for nothing
        memcpy(buf->data + buf->len, bytes, n);
        buf->len += n;
    }
    return true;
}

bool tl_buf_append_str(TlBuf *buf, const char *cstr) {
    return tl_buf_append(buf, cstr, strlen(cstr));
}

bool tl_buf_append_fill(TlBuf *buf, char c, size_t n) {
    if (!tl_buf_reserve(buf, n)) {
        return false;
    }
    if (n > 0) {
        memset(buf->data + buf->len, c, n);
        buf->len += n;
    }
    return true;
}

// Prints into the room there is; when that was too little, makes the room that
// the first attempt measured and prints again.
bool tl_buf_append_fmt(TlBuf *buf, const char *fmt, ...) {
    if (!tl_buf_reserve(buf, 1)) {
        return false;
    }
    va_list args;
    va_start(args, fmt);
    size_t room = buf->cap - buf->len;
    int n = vsnprintf(buf->data + buf->len, room, fmt, args);
    va_end(args);
    if (n < 0) { // longer than an int can say
        buf->failed = true;
        return false;
    }
    if ((size_t)n >= room) {
        if (!tl_buf_reserve(buf, (size_t)n + 1)) {
            return false;
        }
        va_start(args, fmt);
        vsnprintf(buf->data + buf->len, (size_t)n + 1, fmt, args);
        va_end(args);
    }
    buf->len += (size_t)n;
    return true;
}

bool tl_buf_append_utf8(TlBuf *buf, uint32_t cp) {
    char bytes[TL_UTF8_MAX];
    return tl_buf_append(buf, bytes, (size_t)tl_utf8_encode(cp, bytes));
}

const char *tl_buf_cstr(TlBuf *buf) {
    if (!tl_buf_reserve(buf, 1)) {
        return NULL;
    }
    buf->data[buf->len] = '\0';
    return buf->data;
}

void tl_ptrbuf_init(TlPtrBuf *buf, TlAlloc *alloc) {
    *buf = (TlPtrBuf){.alloc = alloc};
}

void tl_ptrbuf_deinit(TlPtrBuf *buf) {
    tl_free(buf->alloc, buf->items, buf->cap * sizeof(void *));
    tl_ptrbuf_init(buf, buf->alloc);
}

bool tl_ptrbuf_push(TlPtrBuf *buf, void *item) {
    if (buf->len == buf->cap) {
        size_t cap = buf->cap == 0 ? 8 : buf->cap * 2;
        void **items =
            tl_realloc(buf->alloc, buf->items, buf->cap * sizeof(void *),
                       cap * sizeof(void *));
        if (items == NULL) {
            return false;
        }
        buf->items = items;
        buf->cap = cap;
    }
    buf->items[buf->len++] = item;
    return true;
}

void *tl_ptrbuf_pop(TlPtrBuf *buf) {
    TL_ASSERT(buf->len > 0, "popping needs an item");
    return buf->items[--buf->len];
}

void tl_ptrbuf_truncate(TlPtrBuf *buf, size_t len) {
    TL_ASSERT(len <= buf->len, "truncating does not lengthen");
    buf->len = len;
}
