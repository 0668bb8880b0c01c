// escape.c — repr() of str and bytes, ascii().
// SPDX-License-Identifier: MIT

#include "object/exc.h"
#include "object/str_impl.h"

// CPython's choice: single quotes, unless only they occur in the text.
static char quote_for(bool has_single, bool has_double) {
    return has_single && !has_double ? '"' : '\'';
}

// The escape both types share; 0 when [c] needs none of them.
static char short_escape(uint32_t c, char quote) {
    switch (c) {
    case '\t': return 't';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\\': return '\\';
    default: return c == (unsigned char)quote ? quote : 0;
    }
}

static void escape_number(TlBuf *out, uint32_t cp) {
    if (cp < 0x100) {
        tl_buf_append_fmt(out, "\\x%02x", (unsigned)cp);
    } else if (cp < 0x10000) {
        tl_buf_append_fmt(out, "\\u%04x", (unsigned)cp);
    } else {
        tl_buf_append_fmt(out, "\\U%08x", (unsigned)cp);
    }
}

static void escape_char(TlBuf *out, uint32_t cp, char quote) {
    char c = short_escape(cp, quote);
    if (c != 0) {
        tl_buf_append_char(out, '\\');
        tl_buf_append_char(out, c);
    } else if (cp < 127 ? cp >= 32 : tl_uni_is_printable(cp)) {
        tl_buf_append_utf8(out, cp);
    } else {
        escape_number(out, cp);
    }
}

bool tl_str_repr_to(TlBuf *out, const TlStr *s) {
    bool single = false, dbl = false;
    for (int64_t i = 0; i < s->len; i++) {
        uint32_t cp = tl_str_at(s, i);
        single = single || cp == '\'';
        dbl = dbl || cp == '"';
    }
    char quote = quote_for(single, dbl);
    tl_buf_append_char(out, quote);
    for (int64_t i = 0; i < s->len && !out->failed; i++) {
        escape_char(out, tl_str_at(s, i), quote);
    }
    return tl_buf_append_char(out, quote);
}

bool tl_bytes_repr_to(TlBuf *out, const char *data, int64_t len,
                      bool always_single) {
    bool single = len > 0 && memchr(data, '\'', (size_t)len) != NULL;
    bool dbl = len > 0 && memchr(data, '"', (size_t)len) != NULL;
    char quote = quote_for(single, dbl);
    tl_buf_append_char(out, 'b');
    tl_buf_append_char(out, quote);
    for (int64_t i = 0; i < len && !out->failed; i++) {
        unsigned char c = (unsigned char)data[i];
        char escape = short_escape(c, always_single ? '\'' : quote);
        if (escape != 0) {
            tl_buf_append_char(out, '\\');
            tl_buf_append_char(out, escape);
        } else if (c >= 32 && c < 127) {
            tl_buf_append_char(out, (char)c);
        } else {
            tl_buf_append_fmt(out, "\\x%02x", c);
        }
    }
    return tl_buf_append_char(out, quote);
}

TlValue tl_ascii(TlRuntime *rt, TlRef v) {
    TlValue repr = tl_repr(rt, v);
    if (repr == TL_NO_VALUE || tl_as_str(repr)->ascii) {
        return repr;
    }
    const TlStr *s = tl_as_str(repr);
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    for (int64_t i = 0; i < s->len && !out.failed; i++) {
        uint32_t cp = tl_str_at(s, i);
        if (cp < 128) {
            tl_buf_append_char(&out, (char)cp);
        } else {
            escape_number(&out, cp);
        }
    }
    TlValue text = tl_str_from_buf(rt, &out);
    tl_buf_deinit(&out);
    tl_decref(rt, repr);
    return text;
}
