// str.h — str: immutable text, one, two or four bytes a code point.
// SPDX-License-Identifier: MIT
#ifndef TL_OBJECT_STR_H
#define TL_OBJECT_STR_H

#include <stdarg.h>

#include "base/buf.h"
#include "object/runtime.h"

struct TlStr {
    TlObject ob;
    int64_t hash;     // -1 = not computed (never a valid hash)
    int64_t len;      // code points
    uint8_t kind;     // 1, 2 or 4 bytes each: the smallest that fits
    bool ascii;       // all < 128: the data is UTF-8 too
    bool interned;    // the only interned str of this text
    char *utf8;       // cached UTF-8 (WTF-8) for non-ascii text, or NULL
    size_t utf8_len;
    // followed by len * kind bytes and a zero terminator of that kind
};

static inline void *tl_str_data(const TlStr *s) { return (void *)(s + 1); }

static inline uint32_t tl_str_at(const TlStr *s, int64_t i)
{
    const void *data = tl_str_data(s);
    return s->kind == 1   ? ((const uint8_t *)data)[i]
           : s->kind == 2 ? ((const uint16_t *)data)[i]
                          : ((const uint32_t *)data)[i];
}

static inline bool tl_is_str(TlRef v)
{
    return tl_is_obj(v) && (tl_as_obj(v)->type->flags & TL_TYPE_IS_STR);
}

static inline TlStr *tl_as_str(TlRef v) { return (TlStr *)tl_as_obj(v); }

// Results are owned; NULL / TL_NO_VALUE = raised.
TlValue tl_str_from_utf8(TlRuntime *rt, const char *text, size_t len);  // WTF-8 ok
TlValue tl_str_from_cstr(TlRuntime *rt, const char *text);
TlValue tl_str_from_buf(TlRuntime *rt, const TlBuf *buf);  // MemoryError if buf->failed
TlValue tl_str_from_codepoints(TlRuntime *rt, const uint32_t *cps, int64_t n);
TlValue tl_str_from_char(TlRuntime *rt, uint32_t cp);
TlValue tl_str_fmt(TlRuntime *rt, const char *format, ...);  // as tl_raise_fmt
TlValue tl_str_vfmt(TlRuntime *rt, const char *format, va_list args);
// Interned; owned reference. Equal interned strings are one object.
TlStr *tl_intern_cstr(TlRuntime *rt, const char *text);
TlStr *tl_intern_utf8(TlRuntime *rt, const char *text, size_t len);
void tl_intern_in_place(TlRuntime *rt, TlStr **str);
// UTF-8 text, borrowed while the str lives, zero-terminated; NULL = raised.
const char *tl_str_utf8(TlRuntime *rt, TlStr *s, size_t *len);
void tl_str_append_to(TlBuf *out, const TlStr *s);
bool tl_str_equal(const TlStr *a, const TlStr *b);  // by text
int tl_str_compare(const TlStr *a, const TlStr *b);
bool tl_str_is(const TlStr *s, const char *ascii);
int64_t tl_str_hash(TlRuntime *rt, TlStr *s);
TlValue tl_str_concat(TlRuntime *rt, TlStr *a, TlStr *b);
// Consumes [a]; appends in place when it is the only reference to it.
TlValue tl_str_append_steal(TlRuntime *rt, TlValue a, TlStr *b);
TlValue tl_str_join(TlRuntime *rt, TlStr *sep, const TlRef *items, int64_t n);
TlValue tl_str_slice(TlRuntime *rt, TlStr *s, int64_t start, int64_t stop);
int64_t tl_str_find(const TlStr *s, const TlStr *sub, int64_t start,
                    int64_t end);  // -1 absent
// ascii(v): repr with everything above 127 escaped.
TlValue tl_ascii(TlRuntime *rt, TlRef v);
// format(value, spec) for str, int, bool, float (str_format.c).
TlValue tl_format_str(TlRuntime *rt, TlRef v, TlStr *spec);
TlValue tl_format_int(TlRuntime *rt, TlRef v, TlStr *spec);
TlValue tl_format_float(TlRuntime *rt, TlRef v, TlStr *spec);
// `fmt % args` (str_percent.c) and `fmt.format(...)` are methods.
// Unicode classification (unicode.c), CPython's meaning.
bool tl_uni_is_alpha(uint32_t cp);
bool tl_uni_is_space(uint32_t cp);
bool tl_uni_is_decimal(uint32_t cp);
bool tl_uni_is_printable(uint32_t cp);
bool tl_uni_is_upper(uint32_t cp);
bool tl_uni_is_lower(uint32_t cp);
bool tl_uni_is_id_start(uint32_t cp);
bool tl_uni_is_id_continue(uint32_t cp);

typedef struct TlBytes {
    TlObject ob;
    int64_t hash;  // -1 = not computed
    int64_t len;
    char data[];   // len bytes and a zero
} TlBytes;

TlValue tl_bytes_new(TlRuntime *rt, const char *data, size_t len);
static inline bool tl_is_bytes(TlRef v)
{
    return tl_is_obj(v) && (tl_as_obj(v)->type->flags & TL_TYPE_IS_BYTES);
}

#endif
