// numfmt.h — numbers to text and back, exactly as Python writes them.
// SPDX-License-Identifier: MIT
//
// Doubles are printed correctly rounded; `repr` gives the shortest digits that
// read back as the same double, and of those the closest. The exact digits
// come from the C library's printf and strtod (both correctly rounded in
// glibc and musl); what Python adds (when to use an exponent, ".0", spelling
// of inf and nan, underscores) is here. The locale is always "C".

#ifndef TL_BASE_NUMFMT_H
#define TL_BASE_NUMFMT_H

#include "base/buf.h"
#include "base/config.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// No double has more significant decimal digits than this.
#define TL_DOUBLE_DIGITS_MAX 767

// Room for any int64 in decimal, sign and NUL included.
#define TL_INT64_TEXT_MAX 21

// Flags of tl_format_double.
enum {
    TL_FMT_ALT = 1u << 0,       // '#': keep the point; 'g' keeps its zeros
    TL_FMT_ADD_DOT_0 = 1u << 1, // a finite number without exponent gets ".0"
    TL_FMT_SIGN = 1u << 2,      // '+' before what has no '-'
    TL_FMT_NO_NEG_0 = 1u << 3,  // 'z': what rounds to -0 is printed as 0
};

// Writes the significant digits of the finite |x| to [digits] (NUL-terminated,
// no trailing zeros, "0" for zero) and returns how many there are; [*decpt] is
// where the decimal point goes: 0.d1d2... times ten to the [*decpt], and 1 for
// zero. [ndigits] 0 means the shortest that read back as x; else x is rounded
// half-even, from its exact value, to that many digits.
size_t tl_double_digits(double x, int ndigits,
                        char digits[TL_DOUBLE_DIGITS_MAX + 1], int *decpt);

// Appends [x] to [out] as CPython's PyOS_double_to_string prints it. [type] is
// 'r' (repr; precision is ignored, ".0" only on request), 'e', 'f', 'g', the
// capitals 'E', 'F', 'G', 'n' (as 'g'), or '%' (100 x as 'f', then "%").
// [precision] is at least 0 and otherwise unbounded; [flags] are TL_FMT_*.
// Returns false when [out] has failed.
bool tl_format_double(TlBuf *out, double x, char type, int precision,
                      unsigned flags);

// Appends repr(x): tl_format_double with 'r' and TL_FMT_ADD_DOT_0.
bool tl_format_repr(TlBuf *out, double x);

// Writes [value] in decimal, NUL-terminated, and returns its length.
size_t tl_int64_text(int64_t value, char text[TL_INT64_TEXT_MAX]);

// Appends [value] in decimal. Returns false when [out] has failed.
bool tl_format_int64(TlBuf *out, int64_t value);

// Reads the whole of [s] as Python's float() does once white space is
// stripped: sign, digits with single underscores between them, point,
// exponent; "inf", "infinity" and "nan" in any case. Too large gives infinity.
// Returns false and leaves [*out] alone when [s] is not a float.
TL_MUST_CHECK bool tl_parse_double(const char *s, size_t n, double *out);

#endif
