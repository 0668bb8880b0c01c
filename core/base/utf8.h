// utf8.h — UTF-8: decode, encode, validate, count.
// SPDX-License-Identifier: MIT
//
// Strict means the standard: no overlong forms, no surrogates, nothing above
// 0x10FFFF. WTF-8 is the same with surrogates let through; Python strings may
// hold lone ones, so that is what the runtime stores.

#ifndef TL_BASE_UTF8_H
#define TL_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TL_UTF8_MAX    4         // bytes of the longest sequence
#define TL_UNICODE_MAX 0x10FFFFu // highest code point

// Decodes the code point that starts at [s], of which [n] bytes are there.
// Returns its length in bytes and sets [*cp]; returns 0 and leaves [*cp]
// alone when there is no valid sequence.
int tl_utf8_decode(const char *s, size_t n, uint32_t *cp);

// As tl_utf8_decode, but lets surrogates pass.
int tl_utf8_decode_wtf8(const char *s, size_t n, uint32_t *cp);

// Writes code point [cp] (at most TL_UNICODE_MAX, surrogates too) to [out] and
// returns its length in bytes.
int tl_utf8_encode(uint32_t cp, char out[TL_UTF8_MAX]);

// Returns the offset of the first sequence that is not strict UTF-8, or -1.
ptrdiff_t tl_utf8_validate(const char *s, size_t n);

// As tl_utf8_validate, but lets surrogates pass.
ptrdiff_t tl_utf8_validate_wtf8(const char *s, size_t n);

// Returns the number of code points of valid UTF-8 or WTF-8.
size_t tl_utf8_count(const char *s, size_t n);

#endif
