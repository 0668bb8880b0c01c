// buf.h — growable buffers of bytes and of pointers.
// SPDX-License-Identifier: MIT
//
// TlBuf is for building text and byte strings. Failure is sticky: after a
// refused growth [failed] is true and every further append does nothing, so a
// writer may append a hundred times and look once at the end.
//
// Invariants: len <= cap; data is NULL exactly when cap is 0. The bytes are
// not NUL-terminated unless tl_buf_cstr was the last call.

#ifndef TL_BASE_BUF_H
#define TL_BASE_BUF_H

#include "base/alloc.h"
#include "base/config.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct TlBuf {
    TlAlloc *alloc;
    char *data; // owned
    size_t len;
    size_t cap;
    bool failed;
} TlBuf;

// Starts an empty buffer; takes no memory yet.
void tl_buf_init(TlBuf *buf, TlAlloc *alloc);

// Frees the bytes. The buffer is empty and usable again afterwards.
void tl_buf_deinit(TlBuf *buf);

// Empties the buffer, keeps its memory and forgets a failure.
void tl_buf_clear(TlBuf *buf);

// Drops everything from offset [len] on; [len] is at most the length now.
void tl_buf_truncate(TlBuf *buf, size_t len);

// Makes room for [extra] more bytes. False (and sticky) when refused.
bool tl_buf_reserve(TlBuf *buf, size_t extra);

// Each append returns false when the buffer has failed, now or earlier; it
// then added nothing.

bool tl_buf_append(TlBuf *buf, const void *bytes, size_t n);
bool tl_buf_append_str(TlBuf *buf, const char *cstr);

// Appends [n] times the byte [c].
bool tl_buf_append_fill(TlBuf *buf, char c, size_t n);

// Appends what printf would print.
bool tl_buf_append_fmt(TlBuf *buf, const char *fmt, ...) TL_PRINTF(2, 3);

// Appends code point [cp] (at most 0x10FFFF) as UTF-8; a lone surrogate is
// encoded like any other code point (WTF-8).
bool tl_buf_append_utf8(TlBuf *buf, uint32_t cp);

TL_INLINE bool tl_buf_append_char(TlBuf *buf, char c) {
    if (TL_UNLIKELY(buf->failed || buf->len == buf->cap)) {
        return tl_buf_append(buf, &c, 1);
    }
    buf->data[buf->len++] = c;
    return true;
}

// Returns the bytes with a NUL after them, valid until the next call that
// changes the buffer; NULL when the buffer has failed. len does not change.
const char *tl_buf_cstr(TlBuf *buf);

// TlPtrBuf is a growable array of pointers it does not own.
typedef struct TlPtrBuf {
    TlAlloc *alloc;
    void **items; // owned array
    size_t len;
    size_t cap;
} TlPtrBuf;

void tl_ptrbuf_init(TlPtrBuf *buf, TlAlloc *alloc);

// Frees the array, not what it points to; usable again afterwards.
void tl_ptrbuf_deinit(TlPtrBuf *buf);

// Adds [item] at the end. False when memory was refused; nothing changed.
TL_MUST_CHECK bool tl_ptrbuf_push(TlPtrBuf *buf, void *item);

// Removes and returns the last item; the buffer must not be empty.
void *tl_ptrbuf_pop(TlPtrBuf *buf);

// Drops everything from index [len] on; [len] is at most the length now.
void tl_ptrbuf_truncate(TlPtrBuf *buf, size_t len);

#endif
