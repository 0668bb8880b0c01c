// lexer.c — characters to tokens: lines, indentation, names, operators.
// SPDX-License-Identifier: MIT
//
// Follows CPython's tokenizer in what it accepts and in where it says that an
// error is; hence the care about when a line counts as entered. Numbers and
// strings are read in lexer_literal.c.
#include "lang/lexer.h"

#include "base/check.h"
#include "base/utf8.h"
#include "lang/ident.h"
#include "lang/lexer_impl.h"

#include <string.h>

#define TAB_SIZE 8

// --- Characters -------------------------------------------------------------

// Reads one byte, TL_LEXER_EOF at the end. Reading the first byte of a line
// enters that line. [buffer_start] is where CPython's buffer would begin: a
// new line moves it unless a token is under way.
int tl_lexer_read(TlLexer *lex) {
    if (lex->cursor == lex->line_end) {
        if (lex->cursor == lex->end) {
            return TL_LEXER_EOF;
        }
        size_t rest = (size_t)(lex->end - lex->cursor);
        const char *newline = memchr(lex->cursor, '\n', rest);
        lex->line_start = lex->cursor;
        lex->line_end = newline != NULL ? newline + 1 : lex->end;
        lex->line++;
        if (lex->token_start == NULL) {
            lex->buffer_start = lex->cursor;
        }
    }
    return (unsigned char)*lex->cursor++;
}

void tl_lexer_unread(TlLexer *lex, int c) {
    if (c != TL_LEXER_EOF) {
        TL_ASSERT(lex->cursor > lex->text, "only what was read is unread");
        lex->cursor--;
    }
}

int tl_lexer_count_chars(const char *s, size_t len) {
    int count = 0;
    uint32_t cp;
    for (size_t i = 0; i < len; count++) {
        int n = tl_utf8_decode(s + i, len - i, &cp);
        i += n > 0 ? (size_t)n : 1;
    }
    return count;
}

bool tl_lexer_is_name_start(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           c >= 0x80;
}

bool tl_lexer_is_name_char(int c) {
    return tl_lexer_is_name_start(c) || (c >= '0' && c <= '9');
}

// --- Errors -----------------------------------------------------------------

TlPos tl_lexer_here(const TlLexer *lex) {
    size_t len = (size_t)(lex->cursor - lex->line_start);
    int col = tl_lexer_count_chars(lex->line_start, len) - 1;
    return (TlPos){lex->line, col, lex->line, col};
}

// An error of the line structure, which CPython's parser words itself: it does
// not win over an error the parser found earlier. [col] is an offset less one.
static bool stop(TlLexer *lex, TlErrorClass cls, int col, const char *message) {
    TlPos pos = {lex->line, col, lex->line, -1};
    tl_syntax_error_set(lex->error, cls, pos, "%s", message);
    lex->state = TL_LEXER_STOPPED;
    return false;
}

static bool stop_tabs(TlLexer *lex) {
    lex->cursor = lex->line_end;
    return stop(lex, TL_ERROR_TAB, 0,
                "inconsistent use of tabs and spaces in indentation");
}

void tl_lexer_unclosed(const TlLexer *lex, TlSyntaxError *error) {
    TL_ASSERT(lex->level > 0, "a bracket is open");
    const TlOpenBracket *open = &lex->brackets[lex->level - 1];
    TlPos pos = {open->line, open->col, open->line, -1};
    tl_syntax_error_set(error, TL_ERROR_SYNTAX, pos, "'%c' was never closed",
                        open->bracket);
}

static bool out_of_text(TlLexer *lex) {
    if (lex->level > 0) {
        tl_lexer_unclosed(lex, lex->error);
    } else {
        int col = (int)(lex->cursor - lex->line_start) - 1;
        (void)stop(lex, TL_ERROR_SYNTAX, col, "unexpected EOF while parsing");
    }
    lex->state = TL_LEXER_OUT_OF_TEXT;
    return false;
}

// --- Lines and indentation --------------------------------------------------

// After a backslash: the rest of the line must be empty, and another follow.
static bool continue_line(TlLexer *lex) {
    int c = tl_lexer_read(lex);
    if (c != '\n') {
        int col = (int)(lex->cursor - lex->buffer_start) - 1;
        return stop(lex, TL_ERROR_SYNTAX, col,
                    "unexpected character after line continuation character");
    }
    c = tl_lexer_read(lex);
    if (c == TL_LEXER_EOF) {
        return out_of_text(lex);
    }
    tl_lexer_unread(lex, c);
    return true;
}

typedef struct Indentation {
    int column;
    int alt_column;
    bool is_blank; // nothing but a comment, or nothing at all
} Indentation;

// Measures the white space at the start of a line. The first backslash in it
// fixes the column, whatever follows on the next lines.
static bool measure_indentation(TlLexer *lex, Indentation *in) {
    int joined_column = 0;
    int column = 0;
    int alt_column = 0;
    int c;
    for (;;) {
        c = tl_lexer_read(lex);
        if (c == ' ') {
            column++;
            alt_column++;
        } else if (c == '\t') {
            column = (column / TAB_SIZE + 1) * TAB_SIZE;
            alt_column++;
        } else if (c == '\f') {
            column = alt_column = 0;
        } else if (c == '\\') {
            joined_column = joined_column != 0 ? joined_column : column;
            if (!continue_line(lex)) {
                return false;
            }
        } else {
            break;
        }
    }
    tl_lexer_unread(lex, c);
    in->column = joined_column != 0 ? joined_column : column;
    in->alt_column = joined_column != 0 ? joined_column : alt_column;
    in->is_blank = c == '#' || c == '\n';
    return true;
}

static bool push_indent(TlLexer *lex, const Indentation *in) {
    if (lex->indent + 1 >= TL_LEXER_MAX_INDENT) {
        lex->cursor = lex->line_end;
        return stop(lex, TL_ERROR_INDENTATION, 0,
                    "too many levels of indentation");
    }
    if (in->alt_column <= lex->alt_columns[lex->indent]) {
        return stop_tabs(lex);
    }
    lex->pending++;
    lex->indent++;
    lex->columns[lex->indent] = in->column;
    lex->alt_columns[lex->indent] = in->alt_column;
    return true;
}

static bool pop_indents(TlLexer *lex, const Indentation *in) {
    while (lex->indent > 0 && in->column < lex->columns[lex->indent]) {
        lex->pending--;
        lex->indent--;
    }
    if (in->column != lex->columns[lex->indent]) {
        lex->cursor = lex->line_end;
        int col = (int)(lex->cursor - lex->line_start) - 1;
        return stop(lex, TL_ERROR_INDENTATION, col,
                    "unindent does not match any outer indentation level");
    }
    return in->alt_column == lex->alt_columns[lex->indent] || stop_tabs(lex);
}

// At the begin of a line: sets [pending]. [is_blank] says that the line end to
// come is no token.
static bool begin_line(TlLexer *lex, bool *is_blank) {
    Indentation in;
    lex->at_line_begin = false;
    if (!measure_indentation(lex, &in)) {
        return false;
    }
    *is_blank = in.is_blank;
    if (in.is_blank || lex->level > 0) {
        return true;
    }
    int column = lex->columns[lex->indent];
    if (in.column > column) {
        return push_indent(lex, &in);
    }
    if (in.column < column) {
        return pop_indents(lex, &in);
    }
    return in.alt_column == lex->alt_columns[lex->indent] || stop_tabs(lex);
}

// --- Names ------------------------------------------------------------------

static const struct {
    const char *text;
    uint8_t kind;
} keywords[] = {
#define KEYWORD_ROW(name, text) {text, TL_TOK_##name},
    TL_TOKENS_KEYWORD(KEYWORD_ROW)
#undef KEYWORD_ROW
};

static TlTokenKind name_kind(const char *s, size_t len) {
    size_t low = 0;
    size_t high = sizeof keywords / sizeof keywords[0];
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strncmp(s, keywords[middle].text, len);
        if (order == 0) {
            order = keywords[middle].text[len] == '\0' ? 0 : -1;
        }
        if (order == 0) {
            return (TlTokenKind)keywords[middle].kind;
        }
        if (order < 0) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return TL_TOK_NAME;
}

bool tl_lexer_bad_character(TlLexer *lex, uint32_t cp) {
    char text[TL_UTF8_MAX + 1] = {0};
    if (tl_ident_class(cp) == TL_IDENT_HIDDEN) {
        return tl_lexer_fail(lex, "invalid non-printable character U+%04X",
                             (unsigned)cp);
    }
    tl_utf8_encode(cp, text);
    return tl_lexer_fail(lex, "invalid character '%s' (U+%04X)", text,
                         (unsigned)cp);
}

// Checks the name from token_start to cursor, which has bytes beyond ASCII.
static bool check_identifier(TlLexer *lex) {
    const char *s = lex->token_start;
    const char *end = lex->cursor;
    while (s < end) {
        uint32_t cp = 0xFFFD;
        int n = tl_utf8_decode(s, (size_t)(end - s), &cp);
        TlIdentClass cls = n > 0 ? tl_ident_class(cp) : TL_IDENT_OTHER;
        bool ok = s == lex->token_start ? cls == TL_IDENT_START
                                        : cls >= TL_IDENT_CONTINUE;
        s += n > 0 ? n : 1;
        if (!ok) {
            lex->cursor = s;
            return tl_lexer_bad_character(lex, cp);
        }
    }
    return true;
}

// Reads a name from its first character [c] on; or a string, if what looked
// like a name is its prefix.
static bool read_name(TlLexer *lex, int c, TlTokenKind *kind) {
    unsigned seen = 0; // of b u r f, as bits
    bool may_be_prefix = true;
    bool is_ascii = true;
    while (tl_lexer_is_name_char(c)) {
        static const char letters[] = "burf";
        int lower = c | 0x20;
        const char *at = lower != 0 ? strchr(letters, lower) : NULL;
        unsigned bit = at != NULL && c < 0x80 ? 1u << (at - letters) : 0;
        unsigned all = seen | bit;
        // Only b, u, r, f, br, rb, fr and rf begin a string.
        may_be_prefix = may_be_prefix && bit != 0 && (seen & bit) == 0 &&
                        ((all & 2u) == 0 || all == 2u) && (all & 9u) != 9u;
        seen = all;
        is_ascii = is_ascii && c < 0x80;
        c = tl_lexer_read(lex);
        if (may_be_prefix && (c == '"' || c == '\'')) {
            *kind = TL_TOK_STRING;
            return tl_lexer_read_string(lex, c);
        }
    }
    tl_lexer_unread(lex, c);
    if (!is_ascii && !check_identifier(lex)) {
        return false;
    }
    *kind = name_kind(lex->token_start,
                      (size_t)(lex->cursor - lex->token_start));
    return true;
}

// --- Operators --------------------------------------------------------------

static const struct {
    char text[4];
    uint8_t kind;
} operators[] = {
#define OPERATOR_ROW(name, text) {text, TL_TOK_##name},
    TL_TOKENS_OPERATOR(OPERATOR_ROW)
#undef OPERATOR_ROW
};

// Longest operator at the token's start, whose first byte has been read.
static TlTokenKind read_operator(TlLexer *lex) {
    size_t room = (size_t)(lex->line_end - lex->token_start);
    size_t best = 1;
    TlTokenKind kind = TL_TOK_UNKNOWN;
    for (size_t i = 0; i < sizeof operators / sizeof operators[0]; i++) {
        size_t len = strlen(operators[i].text);
        if (len >= best && len <= room &&
            memcmp(lex->token_start, operators[i].text, len) == 0) {
            best = len;
            kind = (TlTokenKind)operators[i].kind;
        }
    }
    // `<>` is the one operator that is read and then refused.
    if (kind == TL_TOK_LESS && room > 1 && lex->token_start[1] == '>') {
        best = 2;
        kind = TL_TOK_UNKNOWN;
    }
    lex->cursor = lex->token_start + best;
    return kind;
}

static bool open_bracket(TlLexer *lex, char c) {
    if (lex->level >= TL_LEXER_MAX_BRACKETS) {
        return tl_lexer_fail(lex, "too many nested parentheses");
    }
    int32_t col = (int32_t)(lex->token_start - lex->line_start);
    lex->brackets[lex->level++] = (TlOpenBracket){c, lex->line, col};
    return true;
}

static bool close_bracket(TlLexer *lex, char c) {
    if (lex->level == 0) {
        return tl_lexer_fail(lex, "unmatched '%c'", c);
    }
    TlOpenBracket open = lex->brackets[--lex->level];
    char expected = open.bracket == '(' ? ')' : open.bracket == '[' ? ']' : '}';
    if (c == expected) {
        return true;
    }
    if (open.line != lex->line) {
        return tl_lexer_fail(lex,
                             "closing parenthesis '%c' does not match opening "
                             "parenthesis '%c' on line %d",
                             c, open.bracket, (int)open.line);
    }
    return tl_lexer_fail(lex,
                         "closing parenthesis '%c' does not match opening "
                         "parenthesis '%c'",
                         c, open.bracket);
}

static bool read_punctuation(TlLexer *lex, int c, TlTokenKind *kind) {
    *kind = read_operator(lex);
    if (*kind == TL_TOK_UNKNOWN &&
        tl_ident_class((uint32_t)c) == TL_IDENT_HIDDEN) {
        return tl_lexer_bad_character(lex, (uint32_t)c);
    }
    if (c == '(' || c == '[' || c == '{') {
        return open_bracket(lex, (char)c);
    }
    if (c == ')' || c == ']' || c == '}') {
        return close_bracket(lex, (char)c);
    }
    return true;
}

// --- Tokens -----------------------------------------------------------------

// Skips spaces, comments and joined lines; [c] is the byte that begins a token
// and token_start points at it, or at the comment before a line end.
static bool skip_to_token(TlLexer *lex, int *c) {
    for (;;) {
        lex->token_start = NULL;
        do {
            *c = tl_lexer_read(lex);
        } while (*c == ' ' || *c == '\t' || *c == '\f');
        lex->token_start = *c == TL_LEXER_EOF ? NULL : lex->cursor - 1;
        if (*c == '#') {
            while (*c != '\n' && *c != TL_LEXER_EOF) {
                *c = tl_lexer_read(lex);
            }
        }
        if (*c != '\\') {
            return true;
        }
        if (!continue_line(lex)) {
            return false;
        }
    }
}

// The byte after an f-string's expression is taken for the closing parenthesis
// that the parser is to see.
static void read_virtual_paren(TlLexer *lex, TlTokenKind *kind) {
    lex->end++;
    if (lex->line_end[-1] != '\n') {
        lex->line_end++;
    }
    (void)tl_lexer_read(lex);
    lex->token_start = lex->cursor - 1;
    lex->level--;
    *kind = TL_TOK_RPAR;
}

static bool read_end(TlLexer *lex, TlTokenKind *kind) {
    if (lex->in_fstring && lex->level == 1) {
        read_virtual_paren(lex, kind);
        return true;
    }
    if (lex->level > 0) {
        return out_of_text(lex);
    }
    lex->token_start = NULL;
    lex->state = TL_LEXER_AT_END;
    *kind = TL_TOK_END;
    return true;
}

static bool read_token(TlLexer *lex, int c, TlTokenKind *kind) {
    bool has_digit = lex->cursor < lex->end && *lex->cursor >= '0' &&
                     *lex->cursor <= '9';
    if (tl_lexer_is_name_start(c)) {
        return read_name(lex, c, kind);
    }
    if ((c >= '0' && c <= '9') || (c == '.' && has_digit)) {
        *kind = TL_TOK_NUMBER;
        return tl_lexer_read_number(lex, c);
    }
    if (c == '"' || c == '\'') {
        *kind = TL_TOK_STRING;
        return tl_lexer_read_string(lex, c);
    }
    return read_punctuation(lex, c, kind);
}

// The work of tl_lexer_next without the token's place.
static bool advance(TlLexer *lex, TlTokenKind *kind) {
    if (lex->in_fstring && lex->cursor == lex->text) {
        lex->token_start = lex->cursor++;
        *kind = TL_TOK_LPAR;
        return open_bracket(lex, '(');
    }
    for (;;) {
        bool is_blank = false;
        lex->token_start = NULL;
        if (lex->at_line_begin && !begin_line(lex, &is_blank)) {
            return false;
        }
        if (lex->pending != 0) {
            *kind = lex->pending > 0 ? TL_TOK_INDENT : TL_TOK_DEDENT;
            lex->pending += lex->pending > 0 ? -1 : 1;
            return true;
        }
        int c;
        if (!skip_to_token(lex, &c)) {
            return false;
        }
        if (c == TL_LEXER_EOF) {
            return read_end(lex, kind);
        }
        if (c != '\n') {
            return read_token(lex, c, kind);
        }
        lex->at_line_begin = true;
        if (!is_blank && lex->level == 0) {
            *kind = TL_TOK_NEWLINE;
            return true;
        }
    }
}

static TlPos token_pos(const TlLexer *lex, TlTokenKind kind) {
    const char *end = lex->cursor - (kind == TL_TOK_NEWLINE);
    bool is_string = kind == TL_TOK_STRING;
    int32_t shift = lex->line == lex->base_line ? lex->base_col : 0;
    TlPos pos = {lex->line, -1, lex->line, -1};
    if (lex->token_start == NULL) {
        return pos;
    }
    const char *line_start = lex->line_start;
    if (is_string) {
        line_start = lex->string_line_start;
        pos.line = lex->string_line;
    }
    int32_t start_shift = pos.line == lex->base_line ? lex->base_col : 0;
    pos.col = (int32_t)(lex->token_start - line_start) + start_shift;
    pos.end_col = (int32_t)(end - lex->line_start) + shift;
    return pos;
}

bool tl_lexer_next(TlLexer *lex, TlToken *tok) {
    TL_ASSERT(lex->state == TL_LEXER_OK, "the text has not ended");
    TlTokenKind kind = TL_TOK_UNKNOWN;
    bool ok = advance(lex, &kind);
    tok->kind = (uint8_t)kind;
    tok->level = (uint8_t)lex->level;
    tok->pos = token_pos(lex, kind);
    tok->start = lex->token_start;
    tok->end = lex->cursor;
    return ok;
}

void tl_lexer_init(TlLexer *lex, const char *text, size_t len,
                   TlSyntaxError *error) {
    memset(lex, 0, sizeof *lex);
    lex->text = lex->cursor = lex->line_start = lex->line_end = text;
    lex->buffer_start = text;
    lex->end = text + len;
    lex->at_line_begin = true;
    lex->error = error;
}

void tl_lexer_init_fstring(TlLexer *lex, const char *start, const char *end,
                           int32_t line, int32_t col, TlSyntaxError *error) {
    tl_lexer_init(lex, start - 1, (size_t)(end - start) + 1, error);
    const char *newline = memchr(start, '\n', (size_t)(end - start));
    lex->line = lex->base_line = line;
    lex->base_col = col;
    lex->line_end = newline != NULL ? newline + 1 : end;
    lex->in_fstring = true;
    lex->at_line_begin = false;
}
