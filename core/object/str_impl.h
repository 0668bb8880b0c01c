// str_impl.h — what the files of str and bytes share among themselves.
// SPDX-License-Identifier: MIT
#ifndef TL_OBJECT_STR_IMPL_H
#define TL_OBJECT_STR_IMPL_H

#include "base/buf.h"
#include "object/builtin_args.h"
#include "object/str.h"
#include "object/type_spec.h"

// ---- unicode.c
typedef enum TlCaseKind {
    TL_CASE_UPPER, TL_CASE_LOWER, TL_CASE_TITLE, TL_CASE_FOLD
} TlCaseKind;
// The mapping of [cp], 1 to 3 code points; returns how many.
int tl_uni_map(uint32_t cp, TlCaseKind kind, uint32_t out[3]);
bool tl_uni_is_digit(uint32_t cp);
bool tl_uni_is_numeric(uint32_t cp);
bool tl_uni_is_title(uint32_t cp);
bool tl_uni_is_cased(uint32_t cp);
bool tl_uni_is_case_ignorable(uint32_t cp);
int tl_uni_decimal(uint32_t cp);  // 0..9, or -1
static inline bool tl_uni_is_line_break(uint32_t cp) {
    return (cp >= 0x0A && cp <= 0x0D) || (cp >= 0x1C && cp <= 0x1E) ||
           cp == 0x85 || cp == 0x2028 || cp == 0x2029;
}

// ---- str.c

// A new str of [len] code points up to [max]: the caller fills its data (the
// terminator is there). MemoryError for absurd lengths. NULL = raised.
TlStr *tl_str_alloc(TlRuntime *rt, int64_t len, uint32_t max);
// Bytes per code point for text up to [max].
static inline int tl_str_kind_for(uint32_t max) {
    return max < 0x100 ? 1 : max < 0x10000 ? 2 : 4;
}
static inline void tl_str_put(TlStr *s, int64_t i, uint32_t cp) {
    void *data = tl_str_data(s);
    if (s->kind == 1) {
        ((uint8_t *)data)[i] = (uint8_t)cp;
    } else if (s->kind == 2) {
        ((uint16_t *)data)[i] = (uint16_t)cp;
    } else {
        ((uint32_t *)data)[i] = cp;
    }
}
// The highest code point [s] may hold, judged by its representation.
static inline uint32_t tl_str_bound(const TlStr *s) {
    return s->ascii       ? 127
           : s->kind == 1 ? 255
           : s->kind == 2 ? 0xFFFF
                          : 0x10FFFF;
}
// Appends s[from:to] as UTF-8.
void tl_str_append_range(TlBuf *out, const TlStr *s, int64_t from, int64_t to);
// Copies [n] code points of [from] at [from_at] to [to] at [to_at], whose kind
// is at least as wide.
void tl_str_copy(TlStr *to, int64_t to_at, const TlStr *from, int64_t from_at,
                 int64_t n);
// [s] itself when it is an exact str, else a copy without the subclass.
TlValue tl_str_exact(TlRuntime *rt, TlStr *s);
TlValue tl_empty_str(TlRuntime *rt);
TlValue tl_str_repeat(TlRuntime *rt, TlStr *s, int64_t times);
// [s] grown by [b] in place, when nobody else can see it: consumes [s] and
// returns it (it may have moved). NULL without an exception: not possible, [s]
// is untouched.
TlStr *tl_str_grow(TlRuntime *rt, TlStr *s, const TlStr *b);

// ---- str_seq.c: slots
TlValue tl_str_add(TlRuntime *rt, TlRef a, TlRef b);
TlValue tl_str_multiply(TlRuntime *rt, TlRef a, TlRef b);
TlValue tl_str_modulo(TlRuntime *rt, TlRef a, TlRef b);
TlValue tl_str_getitem(TlRuntime *rt, TlRef self, TlRef key);
int tl_str_contains(TlRuntime *rt, TlRef self, TlRef item);
TlValue tl_str_iter(TlRuntime *rt, TlRef self);
TlValue tl_bytes_iter(TlRuntime *rt, TlRef self);

// ---- escape.c: repr, appended. False: the buffer failed.
bool tl_str_repr_to(TlBuf *out, const TlStr *s);
// [always_single]: escape single quotes whatever the quotes are (bytearray).
bool tl_bytes_repr_to(TlBuf *out, const char *data, int64_t len,
                      bool always_single);

// ---- str_find.c: [start, end) are within the text.
int64_t tl_str_rfind(const TlStr *s, const TlStr *sub, int64_t start,
                     int64_t end);
int64_t tl_str_count(TlRuntime *rt, const TlStr *s, const TlStr *sub,
                     int64_t start, int64_t end);
bool tl_str_match_at(const TlStr *s, const TlStr *sub, int64_t at);
// The same for bytes.
int64_t tl_mem_find(const char *s, int64_t n, const char *sub, int64_t nsub);
int64_t tl_mem_rfind(const char *s, int64_t n, const char *sub, int64_t nsub);

// ---- str_case.c
TlValue tl_str_m_case(TlRuntime *rt, TlRef self, TlCaseKind kind);
TlValue tl_str_m_capitalize(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames);
TlValue tl_str_m_title(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                       TlTuple *kwnames);
TlValue tl_str_m_swapcase(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames);

// ---- str_tests.c: the methods that answer yes or no
// clang-format off
#define TL_STR_TESTS(M) \
  M(isalnum, "Return True if the string is an alpha-numeric string.") \
  M(isalpha, "Return True if the string is an alphabetic string.") \
  M(isascii, "Return True if all characters in the string are ASCII.") \
  M(isdecimal, "Return True if the string is a decimal string.") \
  M(isdigit, "Return True if the string is a digit string.") \
  M(isidentifier, "Return True if the string is a valid Python identifier.") \
  M(islower, "Return True if the string is a lowercase string.") \
  M(isnumeric, "Return True if the string is a numeric string.") \
  M(isprintable, "Return True if the string is printable.") \
  M(isspace, "Return True if the string is a whitespace string.") \
  M(istitle, "Return True if the string is a title-cased string.") \
  M(isupper, "Return True if the string is an uppercase string.")
// clang-format on
#define M(name, doc)                                                     \
    TlValue tl_str_m_##name(TlRuntime *rt, TlRef self, const TlRef *args, \
                            int nargs, TlTuple *kwnames);
TL_STR_TESTS(M)
#undef M

// ---- str_methods.c
extern const TlNativeDef tl_str_methods[];

// ---- str_split.c
TlValue tl_str_m_split(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                       TlTuple *kwnames);
TlValue tl_str_m_rsplit(TlRuntime *rt, TlRef self, const TlRef *args,
                        int nargs, TlTuple *kwnames);
TlValue tl_str_m_splitlines(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames);
TlValue tl_str_m_partition(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames);
TlValue tl_str_m_rpartition(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames);
TlValue tl_str_m_join(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                      TlTuple *kwnames);

// ---- str_format.c: a parsed format specification.
typedef struct TlFormatSpec {
    uint32_t fill;
    char align;  // '<', '>', '^' or '='
    char sign;   // '+', '-', ' ' or 0
    bool no_neg_zero;  // z
    bool alternate;
    char grouping;  // ',', '_' or 0
    int64_t width, precision;  // -1 = absent
    uint32_t type;
} TlFormatSpec;

// A number in pieces. [digits] are grouped and filled up with zeros, what
// comes after them (".5e+10%", or all of "inf") is not. UTF-8.
typedef struct TlNumberText {
    bool negative;
    const char *prefix;  // "0x" or ""
    const char *digits;
    size_t ndigits;
    const char *tail;
    size_t ntail;
} TlNumberText;

// Appends the number with sign, grouping and padding; appends [text] padded.
// Failure is the buffer's.
void tl_format_number(TlBuf *out, const TlNumberText *num,
                      const TlFormatSpec *spec);
void tl_format_padded(TlBuf *out, const char *text, size_t len,
                      const TlFormatSpec *spec);
// Appends [n] times [fill].
void tl_format_fill(TlBuf *out, uint32_t fill, int64_t n);
// Splits what printed a double or an int into sign, digits and tail.
void tl_number_split(const char *text, size_t len, TlNumberText *num);

// ---- str_percent.c, str_fmt_method.c
TlValue tl_str_percent(TlRuntime *rt, TlStr *format, TlRef args);
TlValue tl_bytes_percent(TlRuntime *rt, TlRef format, TlRef args);
TlValue tl_str_m_format(TlRuntime *rt, TlRef self, const TlRef *args,
                        int nargs, TlTuple *kwnames);
TlValue tl_str_m_format_map(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames);

// ---- codec.c
// bytes of [s] in [encoding]; NULL = utf-8, strict.
TlValue tl_str_encode(TlRuntime *rt, TlStr *s, const char *encoding,
                      const char *errors);
TlValue tl_bytes_decode(TlRuntime *rt, TlRef bytes, const char *encoding,
                        const char *errors);

// ---- bytes.c
// The bytes of a bytes or bytearray; false for anything else.
bool tl_byteslike(TlRuntime *rt, TlRef v, const char **data, int64_t *len);
// A new bytes of [len] bytes for the caller to fill. NULL = raised.
TlBytes *tl_bytes_alloc(TlRuntime *rt, int64_t len);
// bytes(x) of a bytes-like object or an iterable of ints; never a count.
TlValue tl_bytes_from_object(TlRuntime *rt, TlRef v);

#endif
