// source.h — bytes of a file to text the lexer can read.
// SPDX-License-Identifier: MIT
#ifndef TL_LANG_SOURCE_H
#define TL_LANG_SOURCE_H

#include "base/buf.h"
#include "lang/parser.h"

// Fills [out] with the text of [source]: no byte order mark, line ends all
// '\n', a line end at the end unless [mode] is one expression, and a zero byte
// after it. False with [err] set: not UTF-8, another encoding is declared, a
// zero byte, or no memory.
TL_MUST_CHECK bool tl_source_prepare(TlBuf *out, const char *source,
                                     size_t len, TlParseMode mode,
                                     TlSyntaxError *err);

// Line [number] (from 1) of the source without its end; false: there is none.
bool tl_source_line(const char *source, size_t len, int number,
                    const char **line, size_t *line_len);

#endif
