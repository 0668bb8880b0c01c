// bytes_impl.h — what bytes and bytearray share.
// SPDX-License-Identifier: MIT
//
// Methods that do not change anything are written once, for whatever
// tl_byteslike() accepts; their results are of the type of self.
#ifndef TL_OBJECT_BYTES_IMPL_H
#define TL_OBJECT_BYTES_IMPL_H

#include "object/str_impl.h"

typedef struct TlByteArray {
    TlObject ob;
    char *data;  // owned, [cap] bytes; NULL when cap is 0
    int64_t len, cap;
} TlByteArray;

// Bytes that live elsewhere, until somebody changes them.
typedef struct TlSpan {
    const char *data;
    int64_t len;
} TlSpan;

static inline TlSpan tl_span(TlRuntime *rt, TlRef v) {
    TlSpan span = {"", 0};
    tl_byteslike(rt, v, &span.data, &span.len);
    return span;
}

bool tl_is_bytearray(TlRuntime *rt, TlRef v);
// A new object of the kind of [like] (never a subclass) with these bytes.
TlValue tl_bytes_like(TlRuntime *rt, TlRef like, const char *data,
                      int64_t len);
// self[start:stop]; an exact bytes object is returned itself when whole.
TlValue tl_bytes_part(TlRuntime *rt, TlRef self, int64_t start, int64_t stop);
// "a bytes-like object is required, not 'X'" when [v] is none.
TlStatus tl_need_bytes(TlRuntime *rt, TlRef v, TlSpan *span);
// An int argument in range(256): 0..255, or -1 raised.
int tl_byte_arg(TlRuntime *rt, TlRef v, const char *message);
// The bytes the constructor's arguments stand for, appended to [out].
// [type_name] is for messages.
TlStatus tl_bytes_collect(TlRuntime *rt, const char *type_name,
                          const TlRef bound[3], TlBuf *out);

// Slots both types use.
TlValue tl_bytes_concat(TlRuntime *rt, TlRef a, TlRef b);
TlValue tl_bytes_multiply(TlRuntime *rt, TlRef a, TlRef b);
TlValue tl_bytes_modulo(TlRuntime *rt, TlRef a, TlRef b);
TlValue tl_bytes_compare(TlRuntime *rt, TlRef a, TlRef b, TlCompareOp op);
int tl_bytes_contains(TlRuntime *rt, TlRef self, TlRef item);
int64_t tl_bytes_len(TlRuntime *rt, TlRef self);

// The shared methods: name, kind, signature, doc. Defined in bytes_methods.c
// and bytes_split.c as tl_bytes_m_<name>.
// clang-format off
#define TL_BYTES_METHODS(M) \
  M(capitalize, TL_FN_NOARGS, "(self, /)", "Return a copy with only its first character capitalized (ASCII) and the rest lower-cased.") \
  M(center, TL_FN_RAW, "(self, width, fillchar=b' ', /)", "Return a centered string of length width.") \
  M(count, TL_FN_RAW, NULL, "B.count(sub[, start[, end]]) -> int") \
  M(decode, TL_FN_SIG, "(encoding=?, errors=?)", "Decode the bytes using the codec registered for encoding.") \
  M(endswith, TL_FN_RAW, NULL, "B.endswith(suffix[, start[, end]]) -> bool") \
  M(expandtabs, TL_FN_SIG, "(tabsize=8)", "Return a copy where all tab characters are expanded using spaces.") \
  M(find, TL_FN_RAW, NULL, "B.find(sub[, start[, end]]) -> int") \
  M(fromhex, TL_FN_ONE | TL_FN_CLASS, "(string, /)", "Create an object from a string of hexadecimal numbers.") \
  M(hex, TL_FN_SIG, "(sep=?, bytes_per_sep=1)", "Create a string of hexadecimal numbers from a bytes object.") \
  M(index, TL_FN_RAW, NULL, "B.index(sub[, start[, end]]) -> int") \
  M(isalnum, TL_FN_NOARGS, "(self, /)", "Return True if all characters are alphanumeric.") \
  M(isalpha, TL_FN_NOARGS, "(self, /)", "Return True if all characters are alphabetic.") \
  M(isascii, TL_FN_NOARGS, "(self, /)", "Return True if all characters are ASCII.") \
  M(isdigit, TL_FN_NOARGS, "(self, /)", "Return True if all characters are digits.") \
  M(islower, TL_FN_NOARGS, "(self, /)", "Return True if all cased characters are lowercase.") \
  M(isspace, TL_FN_NOARGS, "(self, /)", "Return True if all characters are whitespace.") \
  M(istitle, TL_FN_NOARGS, "(self, /)", "Return True if the text is titlecased.") \
  M(isupper, TL_FN_NOARGS, "(self, /)", "Return True if all cased characters are uppercase.") \
  M(join, TL_FN_ONE, "(self, iterable_of_bytes, /)", "Concatenate any number of bytes objects.") \
  M(ljust, TL_FN_RAW, "(self, width, fillchar=b' ', /)", "Return a left-justified string of length width.") \
  M(lower, TL_FN_NOARGS, "(self, /)", "Return a copy with all ASCII characters converted to lowercase.") \
  M(lstrip, TL_FN_RAW, "(self, bytes=None, /)", "Strip leading bytes contained in the argument.") \
  M(maketrans, TL_FN_RAW | TL_FN_STATIC, NULL, "Return a translation table usable for the translate method.") \
  M(partition, TL_FN_ONE, "(self, sep, /)", "Partition the bytes into three parts using the given separator.") \
  M(removeprefix, TL_FN_ONE, "(self, prefix, /)", "Return an object with the given prefix removed if present.") \
  M(removesuffix, TL_FN_ONE, "(self, suffix, /)", "Return an object with the given suffix removed if present.") \
  M(replace, TL_FN_RAW, "(self, old, new, count=-1, /)", "Return a copy with all occurrences of old replaced by new.") \
  M(rfind, TL_FN_RAW, NULL, "B.rfind(sub[, start[, end]]) -> int") \
  M(rindex, TL_FN_RAW, NULL, "B.rindex(sub[, start[, end]]) -> int") \
  M(rjust, TL_FN_RAW, "(self, width, fillchar=b' ', /)", "Return a right-justified string of length width.") \
  M(rpartition, TL_FN_ONE, "(self, sep, /)", "Partition the bytes into three parts using the given separator.") \
  M(rsplit, TL_FN_SIG, "(sep=None, maxsplit=-1)", "Return a list of the sections in the bytes, using sep as the delimiter.") \
  M(rstrip, TL_FN_RAW, "(self, bytes=None, /)", "Strip trailing bytes contained in the argument.") \
  M(split, TL_FN_SIG, "(sep=None, maxsplit=-1)", "Return a list of the sections in the bytes, using sep as the delimiter.") \
  M(splitlines, TL_FN_SIG, "(keepends=False)", "Return a list of the lines in the bytes, breaking at line boundaries.") \
  M(startswith, TL_FN_RAW, NULL, "B.startswith(prefix[, start[, end]]) -> bool") \
  M(strip, TL_FN_RAW, "(self, bytes=None, /)", "Strip leading and trailing bytes contained in the argument.") \
  M(swapcase, TL_FN_NOARGS, "(self, /)", "Return a copy with the case of ASCII characters swapped.") \
  M(title, TL_FN_NOARGS, "(self, /)", "Return a titlecased version.") \
  M(translate, TL_FN_SIG, "(table, /, delete=?)", "Return a copy with each character mapped by the given translation table.") \
  M(upper, TL_FN_NOARGS, "(self, /)", "Return a copy with all ASCII characters converted to uppercase.") \
  M(zfill, TL_FN_ONE, "(self, width, /)", "Pad a numeric string with zeros on the left, to fill a field of the given width.")
// clang-format on

#define M(name, kind, sig, doc)                                          \
    TlValue tl_bytes_m_##name(TlRuntime *rt, TlRef self,                 \
                              const TlRef *args, int nargs,              \
                              TlTuple *kwnames);
TL_BYTES_METHODS(M)
#undef M

// Rows of a method table.
#define TL_BYTES_ROW(name, kind, sig, doc) \
    {#name, tl_bytes_m_##name, kind, sig, doc},

#endif
