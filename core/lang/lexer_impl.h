// lexer_impl.h — what lexer.c and lexer_literal.c share.
// SPDX-License-Identifier: MIT
#ifndef TL_LANG_LEXER_IMPL_H
#define TL_LANG_LEXER_IMPL_H

#include "lang/lexer.h"

#define TL_LEXER_EOF (-1)

// One byte forward, and back again; see lexer.c.
int tl_lexer_read(TlLexer *lex);
void tl_lexer_unread(TlLexer *lex, int c);

// The place of the last character read.
TlPos tl_lexer_here(const TlLexer *lex);

// Sets the error at the last character read; always returns false.
bool tl_lexer_fail(TlLexer *lex, const char *fmt, ...) TL_PRINTF(2, 3);

// Says that [cp] can stand nowhere in a program; always returns false.
bool tl_lexer_bad_character(TlLexer *lex, uint32_t cp);

// Read the rest of a number or string whose first byte (quote) is [c].
bool tl_lexer_read_number(TlLexer *lex, int c);
bool tl_lexer_read_string(TlLexer *lex, int quote);

#endif
