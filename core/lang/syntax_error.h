// syntax_error.h — what went wrong in a source text, and where.
// SPDX-License-Identifier: MIT
//
// The one result of a failed parse: class, CPython's wording, CPython's place.
// Filled by the lexer, the parser and the passes after it.
#ifndef TL_LANG_SYNTAX_ERROR_H
#define TL_LANG_SYNTAX_ERROR_H

#include "base/config.h"
#include "lang/ast.h"

typedef enum TlErrorClass {
    TL_ERROR_NONE,
    TL_ERROR_SYNTAX,
    TL_ERROR_INDENTATION,
    TL_ERROR_TAB,
    TL_ERROR_VALUE,
    TL_ERROR_RECURSION,
    TL_ERROR_MEMORY,
    TL_ERROR_OVERFLOW
} TlErrorClass;

typedef struct TlSyntaxError {
    TlErrorClass cls;
    char message[256]; // zero-terminated, cut on a character if too long
    TlPos pos; // lines from 1, 0: unknown; columns are CPython's offsets less
               // one, counted in characters; an end of -1 is unknown
} TlSyntaxError;

// Sets class, place and message (as printf would print it).
void tl_syntax_error_set(TlSyntaxError *err, TlErrorClass cls, TlPos pos,
                         const char *fmt, ...) TL_PRINTF(4, 5);

// "SyntaxError" for TL_ERROR_SYNTAX, and so on.
const char *tl_error_class_name(TlErrorClass cls);

#endif
