// lexer.h — characters to tokens.
// SPDX-License-Identifier: MIT
//
// The lexer reads a text whose lines end in '\n' and which is followed by a
// zero byte, and hands out one token per call: it turns indentation into
// INDENT and DEDENT, joins lines inside brackets and after a backslash, and
// drops comments. A string is one token whatever is in it; what the escapes
// and braces mean is string_literal.h's and parse_fstring.c's business.
//
// Invariants: [cursor] is in [line_start, line_end]; a line is entered when its
// first character is read, not when the one before it ends; the indentation
// stacks hold [indent] + 1 columns, strictly increasing. After an error only
// tl_lexer_unclosed() is meaningful.
#ifndef TL_LANG_LEXER_H
#define TL_LANG_LEXER_H

#include "lang/ast.h"
#include "lang/syntax_error.h"
#include "lang/tokens.h"

#define TL_LEXER_MAX_INDENT 100
#define TL_LEXER_MAX_BRACKETS 200

typedef struct TlToken {
    uint8_t kind;  // TlTokenKind
    uint8_t level; // open brackets after this token
    TlPos pos;     // columns are -1 where CPython has none (INDENT, END, ...)
    const char *start;
    const char *end;
} TlToken;

// Where the lexer stands; also where an error was.
typedef enum TlLexerState {
    TL_LEXER_OK,
    TL_LEXER_AT_END,
    TL_LEXER_FAILED,    // an error of the characters themselves: [error] is set
    TL_LEXER_STOPPED,   // tabs, dedent, stray backslash: [error] is set
    TL_LEXER_OUT_OF_TEXT // the text ended inside brackets or after a backslash
} TlLexerState;

typedef struct TlOpenBracket {
    char bracket;
    int32_t line;
    int32_t col;
} TlOpenBracket;

typedef struct TlLexer {
    const char *text;
    const char *end;
    const char *cursor;
    const char *line_start;
    const char *line_end;     // end of the line: after its '\n', if any
    const char *buffer_start; // see next_char()
    const char *token_start;  // or NULL
    int32_t line;
    int32_t base_line; // the line on which columns are shifted by base_col
    int32_t base_col;
    const char *string_line_start; // where the last string token began
    int32_t string_line;
    TlLexerState state;
    bool in_fstring; // an expression of an f-string, in virtual parentheses
    bool at_line_begin;
    int pending; // INDENTs (> 0) or DEDENTs (< 0) still to hand out
    int indent;
    int columns[TL_LEXER_MAX_INDENT];
    int alt_columns[TL_LEXER_MAX_INDENT]; // with tabs one column wide
    int level;
    TlOpenBracket brackets[TL_LEXER_MAX_BRACKETS];
    TlSyntaxError *error; // borrowed
} TlLexer;

// Starts at [text], which has [len] bytes and a zero byte after them and must
// outlive the lexer and its tokens. Errors go to [error].
void tl_lexer_init(TlLexer *lex, const char *text, size_t len,
                   TlSyntaxError *error);

// Starts over the expression between [start] and [end] of an f-string; [start]
// follows the opening brace, which stands at [line] and [col]. The tokens come
// in a pair of parentheses, as in CPython, so that line ends count as spaces.
void tl_lexer_init_fstring(TlLexer *lex, const char *start, const char *end,
                           int32_t line, int32_t col, TlSyntaxError *error);

// Reads the next token. False when there is none: see lex->state. [tok] is
// filled in either case (an error has a place as well).
bool tl_lexer_next(TlLexer *lex, TlToken *tok);

// Fills [error] with "'(' was never closed" for the innermost open bracket.
void tl_lexer_unclosed(const TlLexer *lex, TlSyntaxError *error);

// Number of code points in the [len] bytes at [s]; a broken one counts as one.
int tl_lexer_count_chars(const char *s, size_t len);

// Whether [c] may begin, or go on, an identifier as far as one byte can tell.
bool tl_lexer_is_name_start(int c);
bool tl_lexer_is_name_char(int c);

#endif
