// bytes_methods.c — the methods bytes and bytearray share.
// SPDX-License-Identifier: MIT
//
// Arguments are converted first, since that may run user code that changes a
// bytearray; only then the bytes of self are looked at.

#include "object/bytes_impl.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/number.h"
#include "object/seq.h"

#define METHOD(name)                                                       \
    TlValue tl_bytes_m_##name(TlRuntime *rt, TlRef self, const TlRef *args, \
                              int nargs, TlTuple *kwnames)

static TlValue like_buf(TlRuntime *rt, TlRef self, TlBuf *out) {
    TlValue v = out->failed
                    ? tl_raise_memory(rt)
                    : tl_bytes_like(rt, self, out->data, (int64_t)out->len);
    tl_buf_deinit(out);
    return v;
}

// ---- finding ----

static TlStatus bounds(TlRuntime *rt, const char *name, const TlRef *args,
                       int nargs, int64_t *start, int64_t *end) {
    if (nargs < 1 || nargs > 3) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "%s() takes at %s argument%s (%d given)", name,
                     nargs < 1 ? "least 1" : "most 3", nargs < 1 ? "" : "s",
                     nargs);
        return TL_RAISED;
    }
    if (tl_optional_index(rt, nargs > 1 ? args[1] : TL_NONE, 0, start) !=
        TL_OK) {
        return TL_RAISED;
    }
    return tl_optional_index(rt, nargs > 2 ? args[2] : TL_NONE, INT64_MAX,
                             end);
}

// Clips [start, end) to [len]; a start behind the end stays there.
static void clip(int64_t len, int64_t *start, int64_t *end) {
    *end = tl_seq_clip(*end, len);
    if (*start < 0) {
        *start = tl_seq_clip(*start, len);
    }
}

// What find() looks for: bytes, or an int that is one byte ([one] holds it).
static TlStatus needle(TlRuntime *rt, TlRef v, char *one, TlSpan *sub) {
    if (tl_byteslike(rt, v, &sub->data, &sub->len)) {
        return TL_OK;
    }
    if (!tl_has_index(rt, v)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "argument should be integer or bytes-like object, not "
                     "'%T'",
                     v);
        return TL_RAISED;
    }
    int byte = tl_byte_arg(rt, v, "byte must be in range(0, 256)");
    *one = (char)byte;
    *sub = (TlSpan){one, 1};
    return byte < 0 ? TL_RAISED : TL_OK;
}

static TlValue search(TlRuntime *rt, const char *name, TlRef self,
                      const TlRef *args, int nargs, bool right, bool must) {
    int64_t start, end;
    char one;
    TlSpan sub;
    if (bounds(rt, name, args, nargs, &start, &end) != TL_OK ||
        needle(rt, args[0], &one, &sub) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlSpan s = tl_span(rt, self);
    clip(s.len, &start, &end);
    int64_t at = -1;
    if (start <= end) {
        at = right ? tl_mem_rfind(s.data + start, end - start, sub.data,
                                  sub.len)
                   : tl_mem_find(s.data + start, end - start, sub.data,
                                 sub.len);
    }
    if (at < 0 && must) {
        return tl_raise(rt, rt->exc.ValueError, "subsection not found");
    }
    return tl_small_int(at < 0 ? -1 : start + at);
}

METHOD(find) {
    return search(rt, "find", self, args, nargs, false, false);
}

METHOD(rfind) {
    return search(rt, "rfind", self, args, nargs, true, false);
}

METHOD(index) {
    return search(rt, "index", self, args, nargs, false, true);
}

METHOD(rindex) {
    return search(rt, "rindex", self, args, nargs, true, true);
}

static int64_t count_in(TlSpan s, TlSpan sub) {
    if (sub.len == 0) {
        return s.len + 1;
    }
    int64_t count = 0;
    for (;;) {
        int64_t at = tl_mem_find(s.data, s.len, sub.data, sub.len);
        if (at < 0) {
            return count;
        }
        count++;
        s.data += at + sub.len;
        s.len -= at + sub.len;
    }
}

METHOD(count) {
    int64_t start, end;
    char one;
    TlSpan sub;
    if (bounds(rt, "count", args, nargs, &start, &end) != TL_OK ||
        needle(rt, args[0], &one, &sub) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlSpan s = tl_span(rt, self);
    clip(s.len, &start, &end);
    if (start > end) {
        return tl_small_int(0);
    }
    return tl_small_int(count_in((TlSpan){s.data + start, end - start}, sub));
}

static bool has_affix(TlSpan s, TlSpan affix, bool at_end) {
    return affix.len <= s.len &&
           memcmp(at_end ? s.data + s.len - affix.len : s.data, affix.data,
                  (size_t)affix.len) == 0;
}

static TlValue affix_test(TlRuntime *rt, const char *name, TlRef self,
                          const TlRef *args, int nargs, bool at_end) {
    int64_t start, end;
    if (bounds(rt, name, args, nargs, &start, &end) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlSpan s = tl_span(rt, self), affix;
    clip(s.len, &start, &end);
    bool inside = start <= end;
    TlSpan part = {s.data + (inside ? start : 0), inside ? end - start : 0};
    if (tl_byteslike(rt, args[0], &affix.data, &affix.len)) {
        return tl_bool(inside && has_affix(part, affix, at_end));
    }
    if (!tl_is_tuple(args[0])) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "%s first arg must be bytes or a tuple of bytes, "
                            "not %T",
                            name, args[0]);
    }
    TlTuple *choices = tl_as_tuple(args[0]);
    for (int64_t i = 0; i < choices->len; i++) {
        if (tl_need_bytes(rt, choices->items[i], &affix) != TL_OK) {
            return TL_NO_VALUE;
        }
        if (inside && has_affix(part, affix, at_end)) {
            return TL_TRUE;
        }
    }
    return TL_FALSE;
}

METHOD(startswith) {
    return affix_test(rt, "startswith", self, args, nargs, false);
}

METHOD(endswith) {
    return affix_test(rt, "endswith", self, args, nargs, true);
}

METHOD(removeprefix) {
    TlSpan affix, s = tl_span(rt, self);
    if (tl_need_bytes(rt, args[0], &affix) != TL_OK) {
        return TL_NO_VALUE;
    }
    int64_t cut = has_affix(s, affix, false) ? affix.len : 0;
    return tl_bytes_part(rt, self, cut, s.len);
}

METHOD(removesuffix) {
    TlSpan affix, s = tl_span(rt, self);
    if (tl_need_bytes(rt, args[0], &affix) != TL_OK) {
        return TL_NO_VALUE;
    }
    int64_t cut = has_affix(s, affix, true) ? affix.len : 0;
    return tl_bytes_part(rt, self, 0, s.len - cut);
}

// ---- tests and case, ASCII only ----

static bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

static bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

static bool is_alpha(char c) {
    return is_lower(c) || is_upper(c);
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_alnum(char c) {
    return is_alpha(c) || is_digit(c);
}

static bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static TlValue all_are(TlRuntime *rt, TlRef self, bool (*test)(char)) {
    TlSpan s = tl_span(rt, self);
    for (int64_t i = 0; i < s.len; i++) {
        if (!test(s.data[i])) {
            return TL_FALSE;
        }
    }
    return tl_bool(s.len > 0);
}

METHOD(isalnum) {
    return all_are(rt, self, is_alnum);
}

METHOD(isalpha) {
    return all_are(rt, self, is_alpha);
}

METHOD(isdigit) {
    return all_are(rt, self, is_digit);
}

METHOD(isspace) {
    return all_are(rt, self, is_space);
}

METHOD(isascii) {
    TlSpan s = tl_span(rt, self);
    for (int64_t i = 0; i < s.len; i++) {
        if ((unsigned char)s.data[i] >= 128) {
            return TL_FALSE;
        }
    }
    return TL_TRUE;
}

static TlValue one_case(TlRuntime *rt, TlRef self, bool (*wanted)(char),
                        bool (*other)(char)) {
    TlSpan s = tl_span(rt, self);
    bool seen = false;
    for (int64_t i = 0; i < s.len; i++) {
        if (other(s.data[i])) {
            return TL_FALSE;
        }
        seen = seen || wanted(s.data[i]);
    }
    return tl_bool(seen);
}

METHOD(islower) {
    return one_case(rt, self, is_lower, is_upper);
}

METHOD(isupper) {
    return one_case(rt, self, is_upper, is_lower);
}

METHOD(istitle) {
    TlSpan s = tl_span(rt, self);
    bool seen = false, inside = false;
    for (int64_t i = 0; i < s.len; i++) {
        char c = s.data[i];
        if ((is_upper(c) && inside) || (is_lower(c) && !inside)) {
            return TL_FALSE;
        }
        inside = is_alpha(c);
        seen = seen || inside;
    }
    return tl_bool(seen);
}

// Each byte through [map]; *inside is the state between calls.
static TlValue mapped(TlRuntime *rt, TlRef self,
                      char (*map)(char c, bool *inside)) {
    TlSpan s = tl_span(rt, self);
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    bool inside = false;
    for (int64_t i = 0; i < s.len; i++) {
        tl_buf_append_char(&out, map(s.data[i], &inside));
    }
    return like_buf(rt, self, &out);
}

static char to_upper(char c, bool *inside) {
    return is_lower(c) ? (char)(c ^ 0x20) : c;
}

static char to_lower(char c, bool *inside) {
    return is_upper(c) ? (char)(c ^ 0x20) : c;
}

static char to_swapped(char c, bool *inside) {
    return is_alpha(c) ? (char)(c ^ 0x20) : c;
}

static char to_title(char c, bool *inside) {
    char r = *inside ? to_lower(c, NULL) : to_upper(c, NULL);
    *inside = is_alpha(c);
    return r;
}

static char to_capital(char c, bool *inside) {
    char r = *inside ? to_lower(c, NULL) : to_upper(c, NULL);
    *inside = true;
    return r;
}

METHOD(upper) {
    return mapped(rt, self, to_upper);
}

METHOD(lower) {
    return mapped(rt, self, to_lower);
}

METHOD(swapcase) {
    return mapped(rt, self, to_swapped);
}

METHOD(title) {
    return mapped(rt, self, to_title);
}

METHOD(capitalize) {
    return mapped(rt, self, to_capital);
}

// ---- padding and stripping ----

static TlValue pad(TlRuntime *rt, TlRef self, int64_t left, int64_t right,
                   char fill) {
    TlSpan s = tl_span(rt, self);
    if (left <= 0 && right <= 0) {
        return tl_bytes_part(rt, self, 0, s.len);
    }
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    if (left > INT32_MAX || right > INT32_MAX) {
        out.failed = true;
    } else {
        tl_buf_append_fill(&out, fill, (size_t)left);
        tl_buf_append(&out, s.data, (size_t)s.len);
        tl_buf_append_fill(&out, fill, (size_t)right);
    }
    return like_buf(rt, self, &out);
}

// (width, fillchar=b' '): *room is what is to be filled.
static TlStatus pad_args(TlRuntime *rt, const char *name, TlRef self,
                         const TlRef *args, int nargs, int64_t *room,
                         char *fill) {
    int64_t width;
    TlSpan one = {" ", 1};
    if (tl_check_nargs(rt, name, nargs, 1, 2) != TL_OK ||
        tl_size_arg(rt, args[0], &width) != TL_OK) {
        return TL_RAISED;
    }
    if (nargs == 2 &&
        (!tl_byteslike(rt, args[1], &one.data, &one.len) || one.len != 1)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "%s() argument 2 must be a byte string of length 1, not "
                     "%T",
                     name, args[1]);
        return TL_RAISED;
    }
    *fill = *one.data;
    int64_t len = tl_span(rt, self).len;
    *room = width > len ? width - len : 0;
    return TL_OK;
}

METHOD(ljust) {
    int64_t room;
    char fill;
    return pad_args(rt, "ljust", self, args, nargs, &room, &fill) == TL_OK
               ? pad(rt, self, 0, room, fill)
               : TL_NO_VALUE;
}

METHOD(rjust) {
    int64_t room;
    char fill;
    return pad_args(rt, "rjust", self, args, nargs, &room, &fill) == TL_OK
               ? pad(rt, self, room, 0, fill)
               : TL_NO_VALUE;
}

METHOD(center) {
    int64_t room;
    char fill;
    if (pad_args(rt, "center", self, args, nargs, &room, &fill) != TL_OK) {
        return TL_NO_VALUE;
    }
    int64_t left = room / 2 + (room & (tl_span(rt, self).len + room) & 1);
    return pad(rt, self, left, room - left, fill);
}

METHOD(zfill) {
    int64_t width;
    if (tl_size_arg(rt, args[0], &width) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlSpan s = tl_span(rt, self);
    int64_t room = width > s.len ? width - s.len : 0;
    if (room > INT32_MAX) {
        return tl_raise_memory(rt);
    }
    int64_t sign = s.len > 0 && (*s.data == '+' || *s.data == '-');
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    tl_buf_append(&out, s.data, (size_t)sign);
    tl_buf_append_fill(&out, '0', (size_t)room);
    tl_buf_append(&out, s.data + sign, (size_t)(s.len - sign));
    return like_buf(rt, self, &out);
}

enum { STRIP_LEFT = 1, STRIP_RIGHT = 2 };

static TlValue strip(TlRuntime *rt, const char *name, TlRef self,
                     const TlRef *args, int nargs, int sides) {
    TlSpan chars = {" \t\n\r\v\f", 6};
    if (tl_check_nargs(rt, name, nargs, 0, 1) != TL_OK ||
        (nargs == 1 && args[0] != TL_NONE &&
         tl_need_bytes(rt, args[0], &chars) != TL_OK)) {
        return TL_NO_VALUE;
    }
    TlSpan s = tl_span(rt, self);
    int64_t start = 0, end = s.len;
    size_t nchars = (size_t)chars.len;
    while ((sides & STRIP_LEFT) && start < end &&
           memchr(chars.data, s.data[start], nchars) != NULL) {
        start++;
    }
    while ((sides & STRIP_RIGHT) && end > start &&
           memchr(chars.data, s.data[end - 1], nchars) != NULL) {
        end--;
    }
    return tl_bytes_part(rt, self, start, end);
}

METHOD(strip) {
    return strip(rt, "strip", self, args, nargs, STRIP_LEFT | STRIP_RIGHT);
}

METHOD(lstrip) {
    return strip(rt, "lstrip", self, args, nargs, STRIP_LEFT);
}

METHOD(rstrip) {
    return strip(rt, "rstrip", self, args, nargs, STRIP_RIGHT);
}

METHOD(expandtabs) {
    int64_t size;
    if (tl_size_arg(rt, args[0], &size) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlSpan s = tl_span(rt, self);
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    int64_t column = 0;
    for (int64_t i = 0; i < s.len && !out.failed; i++) {
        if (s.data[i] == '\t') {
            int64_t n = size > 0 ? size - column % size : 0;
            tl_format_fill(&out, ' ', n);
            column += n;
        } else {
            tl_buf_append_char(&out, s.data[i]);
            column = s.data[i] == '\n' || s.data[i] == '\r' ? 0 : column + 1;
        }
    }
    return like_buf(rt, self, &out);
}

// ---- replacing and translating ----

METHOD(replace) {
    TlSpan old, new_;
    int64_t max = -1;
    if (tl_check_nargs(rt, "replace", nargs, 2, 3) != TL_OK ||
        (nargs == 3 && tl_size_arg(rt, args[2], &max) != TL_OK) ||
        tl_need_bytes(rt, args[0], &old) != TL_OK ||
        tl_need_bytes(rt, args[1], &new_) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlSpan s = tl_span(rt, self);
    int64_t count = count_in(s, old);
    count = max >= 0 && count > max ? max : count;
    if (count == 0) {
        return tl_bytes_part(rt, self, 0, s.len);
    }
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    int64_t from = 0;
    for (int64_t i = 0; i < count && !out.failed; i++) {
        int64_t at = old.len == 0
                         ? i
                         : from + tl_mem_find(s.data + from, s.len - from,
                                              old.data, old.len);
        tl_buf_append(&out, s.data + from, (size_t)(at - from));
        tl_buf_append(&out, new_.data, (size_t)new_.len);
        from = at + old.len;
    }
    tl_buf_append(&out, s.data + from, (size_t)(s.len - from));
    return like_buf(rt, self, &out);
}

METHOD(translate) {
    TlSpan table = {NULL, 256}, gone = {"", 0};
    if (args[0] != TL_NONE && tl_need_bytes(rt, args[0], &table) != TL_OK) {
        return TL_NO_VALUE;
    }
    if (table.len != 256) {
        return tl_raise(rt, rt->exc.ValueError,
                        "translation table must be 256 characters long");
    }
    if (args[1] != TL_NO_VALUE && tl_need_bytes(rt, args[1], &gone) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlSpan s = tl_span(rt, self);
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    for (int64_t i = 0; i < s.len; i++) {
        char c = s.data[i];
        if (gone.len == 0 || memchr(gone.data, c, (size_t)gone.len) == NULL) {
            tl_buf_append_char(
                &out, table.data == NULL ? c : table.data[(unsigned char)c]);
        }
    }
    return like_buf(rt, self, &out);
}

METHOD(maketrans) {
    TlSpan from, to;
    if (tl_check_nargs(rt, "maketrans", nargs, 2, 2) != TL_OK ||
        tl_need_bytes(rt, args[0], &from) != TL_OK ||
        tl_need_bytes(rt, args[1], &to) != TL_OK) {
        return TL_NO_VALUE;
    }
    if (from.len != to.len) {
        return tl_raise(rt, rt->exc.ValueError,
                        "maketrans arguments must have same length");
    }
    char table[256];
    for (int i = 0; i < 256; i++) {
        table[i] = (char)i;
    }
    for (int64_t i = 0; i < from.len; i++) {
        table[(unsigned char)from.data[i]] = to.data[i];
    }
    return tl_bytes_new(rt, table, 256);
}

// ---- text ----

METHOD(decode) {
    static const char *const names[] = {"encoding", "errors"};
    const char *texts[2] = {NULL, NULL};
    for (int i = 0; i < 2; i++) {
        size_t len;
        if (args[i] == TL_NO_VALUE) {
            continue;
        }
        if (!tl_is_str(args[i])) {
            return tl_raise_fmt(rt, rt->exc.TypeError,
                                "decode() argument '%s' must be str, not %T",
                                names[i], args[i]);
        }
        texts[i] = tl_str_utf8(rt, tl_as_str(args[i]), &len);
        if (texts[i] == NULL) {
            return TL_NO_VALUE;
        }
    }
    return tl_bytes_decode(rt, self, texts[0], texts[1]);
}

// The separator of hex(): 0 none, -1 raised.
static int hex_separator(TlRuntime *rt, TlRef sep) {
    if (sep == TL_NO_VALUE) {
        return 0;
    }
    int64_t len = tl_len(rt, sep);
    if (len < 0) {
        return -1;
    }
    TlSpan span;
    const char *wrong = NULL;
    uint32_t c = 0;
    if (len != 1) {
        wrong = "sep must be length 1.";
    } else if (tl_is_str(sep)) {
        c = tl_str_at(tl_as_str(sep), 0);
    } else if (tl_byteslike(rt, sep, &span.data, &span.len)) {
        c = (unsigned char)*span.data;
    } else {
        tl_raise(rt, rt->exc.TypeError, "sep must be str or bytes.");
        return -1;
    }
    if (wrong == NULL && c > 127) {
        wrong = "sep must be ASCII.";
    }
    if (wrong != NULL) {
        tl_raise(rt, rt->exc.ValueError, wrong);
        return -1;
    }
    return (int)c;
}

METHOD(hex) {
    int64_t group;
    int sep = hex_separator(rt, args[0]);
    if (sep < 0 || tl_size_arg(rt, args[1], &group) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlSpan s = tl_span(rt, self);
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    for (int64_t i = 0; i < s.len; i++) {
        // Positive groups are counted from the right end.
        int64_t done = group > 0 ? s.len - i : i;
        int64_t size = group < 0 ? -group : group;
        if (i > 0 && args[0] != TL_NO_VALUE && size > 0 && done % size == 0) {
            tl_buf_append_char(&out, (char)sep);
        }
        tl_buf_append_char(&out, "0123456789abcdef"[(s.data[i] >> 4) & 15]);
        tl_buf_append_char(&out, "0123456789abcdef"[s.data[i] & 15]);
    }
    TlValue text = tl_str_from_buf(rt, &out);
    tl_buf_deinit(&out);
    return text;
}

static int hex_digit(const TlStr *s, int64_t i) {
    uint32_t c = i < s->len ? tl_str_at(s, i) : 0;
    if (c >= '0' && c <= '9') {
        return (int)c - '0';
    }
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? (int)c - 'a' + 10 : -1;
}

METHOD(fromhex) {
    if (!tl_is_str(args[0])) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "fromhex() argument must be str, not %T", args[0]);
    }
    const TlStr *s = tl_as_str(args[0]);
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    for (int64_t i = 0; i < s->len;) {
        uint32_t c = tl_str_at(s, i);
        if (c < 128 && is_space((char)c)) {
            i++;
            continue;
        }
        int high = hex_digit(s, i), low = hex_digit(s, i + 1);
        if (high < 0 || low < 0) {
            tl_buf_deinit(&out);
            return tl_raise_fmt(rt, rt->exc.ValueError,
                                "non-hexadecimal number found in fromhex() "
                                "arg at position %lld",
                                (long long)(high < 0 ? i : i + 1));
        }
        tl_buf_append_char(&out, (char)(high << 4 | low));
        i += 2;
    }
    TlValue bytes = out.failed ? tl_raise_memory(rt)
                               : tl_bytes_new(rt, out.data, out.len);
    tl_buf_deinit(&out);
    if (bytes == TL_NO_VALUE ||
        tl_as_obj(self) == (TlObject *)rt->types.bytes) {
        return bytes;
    }
    TlValue v = tl_call1(rt, self, bytes);
    tl_decref(rt, bytes);
    return v;
}
