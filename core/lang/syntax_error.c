// syntax_error.c — filling in a TlSyntaxError.
// SPDX-License-Identifier: MIT
//
// The message buffer is fixed, so that even "out of memory" can be said; a
// text too long for it is cut before the character that does not fit.
#include "lang/syntax_error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void tl_syntax_error_set(TlSyntaxError *err, TlErrorClass cls, TlPos pos,
                         const char *fmt, ...) {
    err->cls = cls;
    err->pos = pos;
    va_list args;
    va_start(args, fmt);
    int len = vsnprintf(err->message, sizeof err->message, fmt, args);
    va_end(args);
    if (len >= (int)sizeof err->message) {
        size_t cut = sizeof err->message - 2;
        while (cut > 0 && ((unsigned char)err->message[cut] & 0xC0) == 0x80) {
            cut--;
        }
        if ((unsigned char)err->message[cut] >= 0xC0) {
            err->message[cut] = '\0';
        }
    }
}

const char *tl_error_class_name(TlErrorClass cls) {
    switch (cls) {
    case TL_ERROR_NONE:
        return "no error";
    case TL_ERROR_SYNTAX:
        return "SyntaxError";
    case TL_ERROR_INDENTATION:
        return "IndentationError";
    case TL_ERROR_TAB:
        return "TabError";
    case TL_ERROR_VALUE:
        return "ValueError";
    case TL_ERROR_RECURSION:
        return "RecursionError";
    case TL_ERROR_MEMORY:
        return "MemoryError";
    case TL_ERROR_OVERFLOW:
        return "OverflowError";
    }
    return "SyntaxError";
}
