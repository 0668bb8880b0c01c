// str_tests.c — the yes-or-no methods of str: isalpha() and its like.
// SPDX-License-Identifier: MIT

#include "object/str_impl.h"

// Whether there is text and all of it passes.
static TlValue all_are(TlRef self, bool (*test)(uint32_t cp)) {
    const TlStr *s = tl_as_str(self);
    for (int64_t i = 0; i < s->len; i++) {
        if (!test(tl_str_at(s, i))) {
            return TL_FALSE;
        }
    }
    return tl_bool(s->len > 0);
}

static bool is_alnum(uint32_t cp) {
    return tl_uni_is_alpha(cp) || tl_uni_is_numeric(cp);
}

#define TEST_METHOD(name, test)                                           \
    TlValue name(TlRuntime *rt, TlRef self, const TlRef *args, int nargs, \
                 TlTuple *kwnames) {                                      \
        return all_are(self, test);                                       \
    }

TEST_METHOD(tl_str_m_isalpha, tl_uni_is_alpha)
TEST_METHOD(tl_str_m_isalnum, is_alnum)
TEST_METHOD(tl_str_m_isdecimal, tl_uni_is_decimal)
TEST_METHOD(tl_str_m_isdigit, tl_uni_is_digit)
TEST_METHOD(tl_str_m_isnumeric, tl_uni_is_numeric)
TEST_METHOD(tl_str_m_isspace, tl_uni_is_space)

TlValue tl_str_m_isascii(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames) {
    return tl_bool(tl_as_str(self)->ascii);
}

TlValue tl_str_m_isprintable(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames) {
    return tl_as_str(self)->len == 0 ? TL_TRUE
                                     : all_are(self, tl_uni_is_printable);
}

TlValue tl_str_m_isidentifier(TlRuntime *rt, TlRef self, const TlRef *args,
                              int nargs, TlTuple *kwnames) {
    const TlStr *s = tl_as_str(self);
    if (s->len == 0 || !tl_uni_is_id_start(tl_str_at(s, 0))) {
        return TL_FALSE;
    }
    for (int64_t i = 1; i < s->len; i++) {
        if (!tl_uni_is_id_continue(tl_str_at(s, i))) {
            return TL_FALSE;
        }
    }
    return TL_TRUE;
}

// Some cased letter, and none of the [other] case.
static TlValue one_case(TlRef self, bool (*wanted)(uint32_t),
                        bool (*other)(uint32_t)) {
    const TlStr *s = tl_as_str(self);
    bool seen = false;
    for (int64_t i = 0; i < s->len; i++) {
        uint32_t cp = tl_str_at(s, i);
        if (other(cp) || tl_uni_is_title(cp)) {
            return TL_FALSE;
        }
        seen = seen || wanted(cp);
    }
    return tl_bool(seen);
}

TlValue tl_str_m_islower(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames) {
    return one_case(self, tl_uni_is_lower, tl_uni_is_upper);
}

TlValue tl_str_m_isupper(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames) {
    return one_case(self, tl_uni_is_upper, tl_uni_is_lower);
}

TlValue tl_str_m_istitle(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames) {
    const TlStr *s = tl_as_str(self);
    bool seen = false, inside = false;
    for (int64_t i = 0; i < s->len; i++) {
        uint32_t cp = tl_str_at(s, i);
        bool capital = tl_uni_is_upper(cp) || tl_uni_is_title(cp);
        bool small = !capital && tl_uni_is_lower(cp);
        if ((capital && inside) || (small && !inside)) {
            return TL_FALSE;
        }
        inside = capital || small;
        seen = seen || inside;
    }
    return tl_bool(seen);
}
