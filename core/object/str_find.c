// str_find.c — searching in str and bytes.
// SPDX-License-Identifier: MIT
//
// One byte per character (nearly all text) is searched with Horspool's skip,
// widened by Sunday's look at the character behind the window; wider text by
// comparing at each place. Positions are code points or bytes.

#include "object/str_impl.h"

#include "base/check.h"
#include "object/seq.h"

// ---- bytes ----

// A set of characters by their low six bits: no false "absent".
static uint64_t bloom_bit(char c) {
    return UINT64_C(1) << ((unsigned char)c & 63);
}

int64_t tl_mem_find(const char *s, int64_t n, const char *sub, int64_t nsub) {
    if (nsub > n) {
        return -1;
    }
    if (nsub == 0) {
        return 0;
    }
    if (nsub == 1) {
        const char *hit = memchr(s, *sub, (size_t)n);
        return hit == NULL ? -1 : hit - s;
    }
    int64_t last = nsub - 1;
    int64_t skip = nsub;  // after a mismatch under an equal last character
    uint64_t known = 0;
    for (int64_t i = 0; i < nsub; i++) {
        known |= bloom_bit(sub[i]);
        if (i < last && sub[i] == sub[last]) {
            skip = last - i;
        }
    }
    for (int64_t i = 0; i <= n - nsub;) {
        bool equal = s[i + last] == sub[last];
        if (equal && memcmp(s + i, sub, (size_t)last) == 0) {
            return i;
        }
        if (i + nsub < n && !(known & bloom_bit(s[i + nsub]))) {
            i += nsub + 1;
        } else {
            i += equal ? skip : 1;
        }
    }
    return -1;
}

int64_t tl_mem_rfind(const char *s, int64_t n, const char *sub, int64_t nsub) {
    for (int64_t i = n - nsub; i >= 0; i--) {
        if (nsub == 0 ||
            (s[i] == *sub && memcmp(s + i, sub, (size_t)nsub) == 0)) {
            return i;
        }
    }
    return -1;
}

// ---- text ----

bool tl_str_match_at(const TlStr *s, const TlStr *sub, int64_t at) {
    if (s->kind == sub->kind) {
        size_t kind = s->kind;
        return memcmp((const char *)tl_str_data(s) + (size_t)at * kind,
                      tl_str_data(sub), (size_t)sub->len * kind) == 0;
    }
    for (int64_t i = 0; i < sub->len; i++) {
        if (tl_str_at(s, at + i) != tl_str_at(sub, i)) {
            return false;
        }
    }
    return true;
}

int64_t tl_str_find(const TlStr *s, const TlStr *sub, int64_t start,
                    int64_t end) {
    if (sub->kind > s->kind || end - start < sub->len) {
        return -1;
    }
    if (s->kind == 1) {
        int64_t at = tl_mem_find((const char *)tl_str_data(s) + start,
                                 end - start, tl_str_data(sub), sub->len);
        return at < 0 ? -1 : start + at;
    }
    for (int64_t i = start; i <= end - sub->len; i++) {
        if (sub->len == 0 || (tl_str_at(s, i) == tl_str_at(sub, 0) &&
                              tl_str_match_at(s, sub, i))) {
            return i;
        }
    }
    return -1;
}

int64_t tl_str_rfind(const TlStr *s, const TlStr *sub, int64_t start,
                     int64_t end) {
    if (sub->kind > s->kind) {
        return -1;
    }
    for (int64_t i = end - sub->len; i >= start; i--) {
        if (sub->len == 0 || (tl_str_at(s, i) == tl_str_at(sub, 0) &&
                              tl_str_match_at(s, sub, i))) {
            return i;
        }
    }
    return -1;
}

int64_t tl_str_count(TlRuntime *rt, const TlStr *s, const TlStr *sub,
                     int64_t start, int64_t end) {
    if (start > end) {
        return 0;
    }
    if (sub->len == 0) {
        return end - start + 1;
    }
    int64_t count = 0;
    for (;;) {
        start = tl_str_find(s, sub, start, end);
        if (start < 0) {
            return count;
        }
        if (tl_seq_tick(rt) != TL_OK) {
            return -1;
        }
        count++;
        start += sub->len;
    }
}
