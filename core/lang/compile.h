// compile.h — source text to code object.
// SPDX-License-Identifier: MIT
//
// parse -> scope analysis -> bytecode. Every error is raised as a Python
// exception (SyntaxError with filename, lineno, offset, text, end_lineno,
// end_offset filled; IndentationError, TabError, ValueError, RecursionError,
// MemoryError), so that a caller just returns.
#ifndef TL_LANG_COMPILE_H
#define TL_LANG_COMPILE_H

#include "lang/ast.h"
#include "lang/code.h"
#include "lang/parser.h"

typedef struct TlCompileOptions {
    TlParseMode mode;       // TL_PARSE_FILE, TL_PARSE_EVAL, TL_PARSE_SINGLE
    const char *filename;   // as tracebacks print it
    bool trace_lines;       // emit TRACE_LINE
    bool internal;          // TL_CODE_INTERNAL on every code object
    bool future_annotations;
    bool from_file;         // errors as CPython tells them of a file
} TlCompileOptions;

// Owned code object; NULL = raised.
TlCode *tl_compile(TlRuntime *rt, const char *source, size_t len,
                   const TlCompileOptions *options);

// Text listings for --dump (disasm.c, ast_dump.c, scope.c, lexer.c).
TlStatus tl_dump_source(TlRuntime *rt, const char *what, const char *source,
                        size_t len, const char *filename, TlBuf *out);

#endif
