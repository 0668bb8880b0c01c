// utf8.c — UTF-8: decode, encode, validate, count.
// SPDX-License-Identifier: MIT
//
// The lead byte gives the length, continuation bytes add six bits each, and a
// value too small for its length is an overlong form.

#include "base/utf8.h"

#include "base/check.h"

static bool is_surrogate(uint32_t cp) {
    return cp >= 0xd800 && cp <= 0xdfff;
}

static bool is_continuation(unsigned char byte) {
    return (byte & 0xc0) == 0x80;
}

// Length of the sequence that [lead] starts, 0 when it starts none. 0xC0 and
// 0xC1 could only start overlong forms, 0xF5 and up nothing in Unicode.
static int sequence_length(unsigned char lead) {
    if (lead < 0x80) {
        return 1;
    }
    if (lead < 0xc2 || lead > 0xf4) {
        return 0;
    }
    return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

int tl_utf8_decode_wtf8(const char *s, size_t n, uint32_t *cp) {
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (n == 0) {
        return 0;
    }
    unsigned char lead = (unsigned char)s[0];
    int length = sequence_length(lead);
    if (length == 1) {
        *cp = lead;
        return 1;
    }
    if (length == 0 || (size_t)length > n) {
        return 0;
    }
    uint32_t value = lead & (0x7fu >> length);
    for (int i = 1; i < length; i++) {
        unsigned char byte = (unsigned char)s[i];
        if (!is_continuation(byte)) {
            return 0;
        }
        value = value << 6 | (byte & 0x3fu);
    }
    if (value < least[length] || value > TL_UNICODE_MAX) {
        return 0;
    }
    *cp = value;
    return length;
}

int tl_utf8_decode(const char *s, size_t n, uint32_t *cp) {
    uint32_t value;
    int length = tl_utf8_decode_wtf8(s, n, &value);
    if (length == 0 || is_surrogate(value)) {
        return 0;
    }
    *cp = value;
    return length;
}

int tl_utf8_encode(uint32_t cp, char out[TL_UTF8_MAX]) {
    TL_ASSERT(cp <= TL_UNICODE_MAX, "a code point is inside Unicode");
    if (cp < 0x80) {
        out[0] = (char)cp;
        return 1;
    }
    int length = cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
    for (int i = length - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (cp & 0x3f));
        cp >>= 6;
    }
    // The lead byte: as many ones as bytes, a zero, what is left of [cp].
    out[0] = (char)((0xf00u >> length & 0xf0u) | cp);
    return length;
}

static ptrdiff_t validate(const char *s, size_t n,
                          int (*decode)(const char *, size_t, uint32_t *)) {
    size_t i = 0;
    while (i < n) {
        if ((unsigned char)s[i] < 0x80) {
            i++;
            continue;
        }
        uint32_t cp;
        int length = decode(s + i, n - i, &cp);
        if (length == 0) {
            return (ptrdiff_t)i;
        }
        i += (size_t)length;
    }
    return -1;
}

ptrdiff_t tl_utf8_validate(const char *s, size_t n) {
    return validate(s, n, tl_utf8_decode);
}

ptrdiff_t tl_utf8_validate_wtf8(const char *s, size_t n) {
    return validate(s, n, tl_utf8_decode_wtf8);
}

size_t tl_utf8_count(const char *s, size_t n) {
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        count += !is_continuation((unsigned char)s[i]);
    }
    return count;
}
