// parser.h — source text to syntax tree.
// SPDX-License-Identifier: MIT
//
// All of Python 3.11. A hand-written recursive descent with precedence
// climbing; the depth of nesting is bounded, and chains (`a + b + c`, `a.b.c`,
// elif) are loops, so that a small C stack is enough for any program. A text
// that does not parse is gone through again by diagnose.c, which finds
// CPython's message for the mistake; the first pass knows nothing of that.
#ifndef TL_LANG_PARSER_H
#define TL_LANG_PARSER_H

#include "base/config.h"
#include "lang/ast.h"
#include "lang/syntax_error.h"

#include <stddef.h>

struct TlAlloc;
struct TlArena;

typedef enum TlParseMode {
    TL_PARSE_FILE,  // any number of statements: a Module
    TL_PARSE_EVAL,  // one expression: an Expression
    TL_PARSE_SINGLE // one interactive statement: an Interactive
} TlParseMode;

// Parses [len] bytes of UTF-8 at [source], with or without a byte order mark,
// lines ending in \n, \r\n or \r. The tree lives in [arena] and refers to
// nothing of [source]; [alloc] gives working memory, all returned. On failure
// returns NULL, and [err] says why. Never raises and runs no user code.
TL_MUST_CHECK TlMod *tl_parse(struct TlArena *arena, struct TlAlloc *alloc,
                              const char *source, size_t len, TlParseMode mode,
                              TlSyntaxError *err);

#endif
