// numfmt.c — numbers to text and back, exactly as Python writes them.
// SPDX-License-Identifier: MIT
//
// Printing: digits first (tl_double_digits), then where the point and the
// exponent go. 'e' and 'f' follow C's rules to the letter and are left to
// printf; 'g' and repr differ in when they use an exponent.
//
// Reading: the grammar is checked while a canonical "digits e exponent" is
// collected, and only that goes to strtod, which would accept hexadecimal,
// white space and much else.

#include "base/numfmt.h"

#include "base/check.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Room for "d.ddd...e-324" with every digit a double can have.
#define SCIENTIFIC_MAX (TL_DOUBLE_DIGITS_MAX + 8)

// Digits kept when reading. Half-way cases end within 768 digits; of what
// follows only matters whether there is anything, so one '1' stands for it.
#define READ_DIGITS_MAX 800

// ---- digits ----

// Adds one unit in the last place to the mantissa of [text]. False when it
// carries out: the sum then has fewer digits, and has been tried before.
static bool increment_mantissa(char *text) {
    char *p = strchr(text, 'e');
    while (--p >= text) {
        if (*p == '.') {
            continue;
        }
        if (*p != '9') {
            ++*p;
            return true;
        }
        *p = '0';
    }
    return false;
}

// Prints [x] with [n] digits to [text]; whether that reads back as [x].
static bool print_reads_back(double x, int n, bool is_power_of_two,
                             char text[SCIENTIFIC_MAX]) {
    snprintf(text, SCIENTIFIC_MAX, "%.*e", n - 1, x);
    double back = strtod(text, NULL);
    if (back == x) {
        return true;
    }
    // Below a power of two doubles are twice as dense as above it, so the
    // closest decimal can miss on the lower side while its upper neighbour,
    // though further away, reads back.
    return is_power_of_two && back < x && increment_mantissa(text) &&
           strtod(text, NULL) == x;
}

static void print_shortest(double x, char text[SCIENTIFIC_MAX]) {
    int exponent;
    bool is_power_of_two = frexp(x, &exponent) == 0.5;
    // Up to 15 digits survive a trip through any normal double, so fewer than
    // 15 show as trailing zeros; subnormals have less precision than that.
    int n = x < DBL_MIN ? 1 : DBL_DIG;
    while (!print_reads_back(x, n, is_power_of_two, text)) {
        n++;
        TL_ASSERT(n <= DBL_DECIMAL_DIG, "17 digits identify any double");
    }
}

// Splits "d.ddde+xx" into digits without trailing zeros and the exponent.
static size_t split_scientific(const char *text, char *digits, int *decpt) {
    size_t n = 0;
    for (; *text != 'e'; text++) {
        if (*text != '.') {
            digits[n++] = *text;
        }
    }
    while (n > 1 && digits[n - 1] == '0') {
        n--;
    }
    digits[n] = '\0';
    *decpt = (int)strtol(text + 1, NULL, 10) + 1;
    return n;
}

size_t tl_double_digits(double x, int ndigits,
                        char digits[TL_DOUBLE_DIGITS_MAX + 1], int *decpt) {
    TL_ASSERT(isfinite(x) && ndigits >= 0, "only finite numbers have digits");
    char text[SCIENTIFIC_MAX];
    x = fabs(x);
    if (ndigits > 0 || x == 0) {
        int n = ndigits < 1 ? 1 : ndigits;
        if (n > TL_DOUBLE_DIGITS_MAX) {
            n = TL_DOUBLE_DIGITS_MAX;
        }
        snprintf(text, sizeof(text), "%.*e", n - 1, x);
    } else {
        print_shortest(x, text);
    }
    return split_scientific(text, digits, decpt);
}

// ---- double to text ----

// Significant digits and where they go. Past [n] the digits are zeros.
typedef struct Layout {
    char digits[TL_DOUBLE_DIGITS_MAX + 1];
    size_t n;
    int decpt;
    int shown;        // significant digits to show
    bool exponential; // d.ddde+xx rather than ddd.ddd
    bool keep_point;  // even with nothing after it
} Layout;

// Appends significant digits [from, to).
static void append_digits(TlBuf *out, const Layout *l, int from, int to) {
    int real = (int)l->n < to ? (int)l->n : to;
    if (from < real) {
        tl_buf_append(out, l->digits + from, (size_t)(real - from));
        from = real;
    }
    if (from < to) {
        tl_buf_append_fill(out, '0', (size_t)(to - from));
    }
}

static void append_layout(TlBuf *out, const Layout *l) {
    int point = l->exponential ? 1 : l->decpt;
    if (point <= 0) {
        tl_buf_append_str(out, "0.");
        tl_buf_append_fill(out, '0', (size_t)-point);
        append_digits(out, l, 0, l->shown);
    } else {
        append_digits(out, l, 0, point);
        if (l->shown > point || l->keep_point) {
            tl_buf_append_char(out, '.');
        }
        append_digits(out, l, point, l->shown);
    }
    if (l->exponential) {
        tl_buf_append_fmt(out, "e%+03d", l->decpt - 1);
    }
}

static void append_general(TlBuf *out, double x, int precision,
                           unsigned flags) {
    if (precision == 0) {
        precision = 1;
    }
    Layout l;
    l.n = tl_double_digits(x, precision, l.digits, &l.decpt);
    l.shown = flags & TL_FMT_ALT ? precision : (int)l.n;
    int widest = flags & TL_FMT_ADD_DOT_0 ? precision - 1 : precision;
    l.exponential = l.decpt <= -4 || l.decpt > widest;
    l.keep_point = (flags & TL_FMT_ALT) != 0;
    append_layout(out, &l);
}

static void append_shortest(TlBuf *out, double x, unsigned flags) {
    Layout l;
    l.n = tl_double_digits(x, 0, l.digits, &l.decpt);
    l.shown = (int)l.n;
    l.exponential = l.decpt <= -4 || l.decpt > 16;
    l.keep_point = (flags & TL_FMT_ALT) != 0;
    append_layout(out, &l);
}

// Appends the finite x >= 0. [type] is a small letter.
static void append_finite(TlBuf *out, double x, char type, int precision,
                          unsigned flags) {
    bool alt = (flags & TL_FMT_ALT) != 0;
    switch (type) {
    case 'r': append_shortest(out, x, flags); break;
    case 'e':
        tl_buf_append_fmt(out, alt ? "%#.*e" : "%.*e", precision, x);
        break;
    case 'f':
        tl_buf_append_fmt(out, alt ? "%#.*f" : "%.*f", precision, x);
        break;
    case 'g': append_general(out, x, precision, flags); break;
    default: TL_UNREACHABLE("the format types are listed in numfmt.h");
    }
}

// Appends the ".0" that marks a float, or as much of it as is missing.
static void add_dot_0(TlBuf *out, size_t start) {
    const char *text = out->data + start;
    size_t n = out->len - start;
    if (memchr(text, 'e', n) != NULL) {
        return;
    }
    const char *point = memchr(text, '.', n);
    if (point == NULL) {
        tl_buf_append_str(out, ".0");
    } else if (point + 1 == text + n) {
        tl_buf_append_char(out, '0');
    }
}

// Whether the number printed from offset [start] on shows no digit but zeros.
static bool prints_as_zero(const TlBuf *out, size_t start) {
    for (size_t i = start; i < out->len && out->data[i] != 'e'; i++) {
        if (out->data[i] != '0' && out->data[i] != '.') {
            return false;
        }
    }
    return true;
}

// Puts the sign before the number printed from offset [start] on.
static void insert_sign(TlBuf *out, size_t start, bool negative,
                        unsigned flags) {
    if (negative && flags & TL_FMT_NO_NEG_0 && prints_as_zero(out, start)) {
        negative = false;
    }
    if (!negative && !(flags & TL_FMT_SIGN)) {
        return;
    }
    if (tl_buf_append_char(out, ' ')) {
        char *text = out->data + start;
        memmove(text + 1, text, out->len - start - 1);
        *text = negative ? '-' : '+';
    }
}

static void to_upper(char *text, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (text[i] >= 'a' && text[i] <= 'z') {
            text[i] = (char)(text[i] - 'a' + 'A');
        }
    }
}

bool tl_format_double(TlBuf *out, double x, char type, int precision,
                      unsigned flags) {
    TL_ASSERT(precision >= 0 || type == 'r', "a precision is not negative");
    bool upper = type >= 'A' && type <= 'Z';
    char letter = upper ? (char)(type - 'A' + 'a') : type;
    if (type == '%') {
        letter = 'f';
        x *= 100;
    } else if (type == 'n') {
        letter = 'g';
    }

    size_t start = out->len;
    bool negative = signbit(x) && !isnan(x);
    if (isfinite(x)) {
        append_finite(out, fabs(x), letter, precision, flags);
        if (!out->failed && flags & TL_FMT_ADD_DOT_0) {
            add_dot_0(out, start);
        }
    } else {
        tl_buf_append_str(out, isnan(x) ? "nan" : "inf");
    }
    if (out->failed) {
        return false;
    }
    insert_sign(out, start, negative, flags);
    if (upper) {
        to_upper(out->data + start, out->len - start);
    }
    if (type == '%') {
        tl_buf_append_char(out, '%');
    }
    return !out->failed;
}

bool tl_format_repr(TlBuf *out, double x) {
    return tl_format_double(out, x, 'r', 0, TL_FMT_ADD_DOT_0);
}

// ---- integers ----

size_t tl_int64_text(int64_t value, char text[TL_INT64_TEXT_MAX]) {
    uint64_t left = value < 0 ? -(uint64_t)value : (uint64_t)value;
    char backwards[TL_INT64_TEXT_MAX];
    size_t n = 0;
    do {
        backwards[n++] = (char)('0' + left % 10);
        left /= 10;
    } while (left != 0);
    if (value < 0) {
        backwards[n++] = '-';
    }
    for (size_t i = 0; i < n; i++) {
        text[i] = backwards[n - 1 - i];
    }
    text[n] = '\0';
    return n;
}

bool tl_format_int64(TlBuf *out, int64_t value) {
    char text[TL_INT64_TEXT_MAX];
    size_t n = tl_int64_text(value, text);
    return tl_buf_append(out, text, n);
}

// ---- text to double ----

// What has been read so far: digits times ten to the exponent.
typedef struct Decimal {
    char digits[READ_DIGITS_MAX + 1];
    size_t n;
    int64_t exponent;
    bool inexact; // a digit other than 0 was dropped
} Decimal;

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Whether the digits or underscores at [s] go on at offset [i]. An underscore
// stands between two digits only.
static bool continues_digits(const char *s, size_t n, size_t i) {
    if (i >= n) {
        return false;
    }
    return is_digit(s[i]) || (s[i] == '_' && i > 0 && is_digit(s[i - 1]) &&
                              i + 1 < n && is_digit(s[i + 1]));
}

static void take_digit(Decimal *d, char c, bool is_fraction) {
    d->exponent -= is_fraction;
    if (c == '0' && d->n == 0) {
        return; // leading zero
    }
    if (d->n < READ_DIGITS_MAX) {
        d->digits[d->n++] = c;
    } else {
        d->exponent++;
        d->inexact = d->inexact || c != '0';
    }
}

// Reads the digits at [*i], which may be none; returns whether there were any.
static bool read_digits(const char *s, size_t n, size_t *i, Decimal *d,
                        bool is_fraction) {
    size_t start = *i;
    for (; continues_digits(s, n, *i); ++*i) {
        if (s[*i] != '_') {
            take_digit(d, s[*i], is_fraction);
        }
    }
    return *i > start;
}

// Reads the exponent after its 'e'. False when it has no digits.
static bool read_exponent(const char *s, size_t n, size_t *i, Decimal *d) {
    bool negative = *i < n && s[*i] == '-';
    if (*i < n && (s[*i] == '-' || s[*i] == '+')) {
        ++*i;
    }
    size_t start = *i;
    int64_t exponent = 0;
    for (; continues_digits(s, n, *i); ++*i) {
        // Saturates far outside what the longest text could shift back.
        if (s[*i] != '_' && exponent < INT64_MAX / 100) {
            exponent = exponent * 10 + (s[*i] - '0');
        }
    }
    d->exponent += negative ? -exponent : exponent;
    return *i > start;
}

// Reads the unsigned number that starts at [i] and ends with the text.
static bool read_decimal(const char *s, size_t n, size_t i, Decimal *d) {
    bool any = read_digits(s, n, &i, d, false);
    if (i < n && s[i] == '.') {
        i++;
        any = read_digits(s, n, &i, d, true) || any;
    }
    if (!any) {
        return false;
    }
    if (i < n && (s[i] == 'e' || s[i] == 'E')) {
        i++;
        if (!read_exponent(s, n, &i, d)) {
            return false;
        }
    }
    return i == n;
}

static double decimal_to_double(const Decimal *d) {
    if (d->n == 0) {
        return 0.0;
    }
    int64_t exponent = d->exponent - d->inexact;
    int64_t bound = 9999; // beyond it all is zero or infinity
    exponent = exponent > bound ? bound : exponent;
    exponent = exponent < -bound ? -bound : exponent;
    char text[READ_DIGITS_MAX + 16];
    snprintf(text, sizeof(text), "%.*s%se%d", (int)d->n, d->digits,
             d->inexact ? "1" : "", (int)exponent);
    return strtod(text, NULL);
}

// Whether [s] is [word] (small letters) in any case.
static bool is_word(const char *s, size_t n, const char *word) {
    if (n != strlen(word)) {
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        char c = s[i] >= 'A' && s[i] <= 'Z' ? (char)(s[i] - 'A' + 'a') : s[i];
        if (c != word[i]) {
            return false;
        }
    }
    return true;
}

bool tl_parse_double(const char *s, size_t n, double *out) {
    size_t sign = n > 0 && (s[0] == '-' || s[0] == '+');
    double value;
    Decimal decimal;
    decimal.n = 0;
    decimal.exponent = 0;
    decimal.inexact = false;
    if (is_word(s + sign, n - sign, "inf") ||
        is_word(s + sign, n - sign, "infinity")) {
        value = INFINITY;
    } else if (is_word(s + sign, n - sign, "nan")) {
        value = NAN;
    } else if (read_decimal(s, n, sign, &decimal)) {
        value = decimal_to_double(&decimal);
    } else {
        return false;
    }
    *out = sign > 0 && s[0] == '-' ? -value : value;
    return true;
}
