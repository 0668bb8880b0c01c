// str_case.c — changing the case of text.
// SPDX-License-Identifier: MIT
//
// Unicode's full mappings: one character may become up to three. The one rule
// with context is the Greek capital sigma, which becomes a final small sigma
// at the end of a word.

#include "object/exc.h"
#include "object/str_impl.h"

// Is the sigma at [at] the last cased letter of a word?
static bool is_final_sigma(const TlStr *s, int64_t at) {
    int64_t i = at - 1;
    while (i >= 0 && tl_uni_is_case_ignorable(tl_str_at(s, i))) {
        i--;
    }
    if (i < 0 || !tl_uni_is_cased(tl_str_at(s, i))) {
        return false;
    }
    i = at + 1;
    while (i < s->len && tl_uni_is_case_ignorable(tl_str_at(s, i))) {
        i++;
    }
    return i == s->len || !tl_uni_is_cased(tl_str_at(s, i));
}

static void append_mapped(TlBuf *out, const TlStr *s, int64_t at,
                          TlCaseKind kind) {
    uint32_t cp = tl_str_at(s, at);
    if (cp == 0x3A3 && kind == TL_CASE_LOWER) {
        tl_buf_append_utf8(out, is_final_sigma(s, at) ? 0x3C2 : 0x3C3);
        return;
    }
    uint32_t mapped[3];
    int n = tl_uni_map(cp, kind, mapped);
    for (int i = 0; i < n; i++) {
        tl_buf_append_utf8(out, mapped[i]);
    }
}

static TlValue finish(TlRuntime *rt, TlBuf *out) {
    TlValue text = tl_str_from_buf(rt, out);
    tl_buf_deinit(out);
    return text;
}

static TlValue ascii_case(TlRuntime *rt, const TlStr *s, bool upper) {
    TlStr *r = tl_str_alloc(rt, s->len, 127);
    if (r == NULL) {
        return TL_NO_VALUE;
    }
    const uint8_t *from = tl_str_data(s);
    uint8_t *to = tl_str_data(r);
    for (int64_t i = 0; i < s->len; i++) {
        bool other = upper ? from[i] >= 'a' && from[i] <= 'z'
                           : from[i] >= 'A' && from[i] <= 'Z';
        to[i] = other ? from[i] ^ 0x20 : from[i];
    }
    return tl_from_obj(r);
}

TlValue tl_str_m_case(TlRuntime *rt, TlRef self, TlCaseKind kind) {
    TlStr *s = tl_as_str(self);
    if (s->ascii) {
        return ascii_case(rt, s, kind == TL_CASE_UPPER);
    }
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    for (int64_t i = 0; i < s->len && !out.failed; i++) {
        append_mapped(&out, s, i, kind);
    }
    return finish(rt, &out);
}

TlValue tl_str_m_capitalize(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames) {
    TlStr *s = tl_as_str(self);
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    for (int64_t i = 0; i < s->len && !out.failed; i++) {
        append_mapped(&out, s, i, i == 0 ? TL_CASE_TITLE : TL_CASE_LOWER);
    }
    return finish(rt, &out);
}

TlValue tl_str_m_title(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                       TlTuple *kwnames) {
    TlStr *s = tl_as_str(self);
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    bool inside = false;
    for (int64_t i = 0; i < s->len && !out.failed; i++) {
        append_mapped(&out, s, i, inside ? TL_CASE_LOWER : TL_CASE_TITLE);
        inside = tl_uni_is_cased(tl_str_at(s, i));
    }
    return finish(rt, &out);
}

TlValue tl_str_m_swapcase(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames) {
    TlStr *s = tl_as_str(self);
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    for (int64_t i = 0; i < s->len && !out.failed; i++) {
        uint32_t cp = tl_str_at(s, i);
        if (tl_uni_is_upper(cp)) {
            append_mapped(&out, s, i, TL_CASE_LOWER);
        } else if (tl_uni_is_lower(cp)) {
            append_mapped(&out, s, i, TL_CASE_UPPER);
        } else {
            tl_buf_append_utf8(&out, cp);
        }
    }
    return finish(rt, &out);
}
