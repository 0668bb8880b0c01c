// parser.c — entry, tokens under the parser, positions and errors.
// SPDX-License-Identifier: MIT
//
// Tokens are read when they are first looked at and then kept, so that going
// back is setting [pos]; how far the first pass read is how far CPython's read,
// which is what decides where a plain "invalid syntax" is reported.
#include "lang/parser.h"

#include "base/alloc.h"
#include "base/check.h"
#include "lang/parser_impl.h"
#include "lang/source.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

// --- Set-up -----------------------------------------------------------------

void tl_parser_init(TlParser *p, TlArena *arena, TlAlloc *alloc,
                    TlNameTable *names, TlSyntaxError *err) {
    memset(p, 0, sizeof *p);
    p->arena = arena;
    p->alloc = alloc;
    p->names = names;
    p->err = err;
    p->steps_left = 1000000; // the first pass hunts a little, too
    tl_ptrbuf_init(&p->stack, alloc);
    tl_buf_init(&p->notes, alloc);
}

void tl_parser_deinit(TlParser *p) {
    tl_free(p->alloc, p->tokens, sizeof *p->tokens * (size_t)p->token_cap);
    tl_ptrbuf_deinit(&p->stack);
    tl_buf_deinit(&p->notes);
}

// --- Tokens -----------------------------------------------------------------

static bool grow_tokens(TlParser *p) {
    int cap = p->token_cap == 0 ? 128 : p->token_cap * 2;
    size_t old_size = sizeof *p->tokens * (size_t)p->token_cap;
    TlToken *tokens = tl_realloc(p->alloc, p->tokens, old_size,
                                 sizeof *p->tokens * (size_t)cap);
    if (tokens == NULL) {
        tl_fail_memory(p);
        return false;
    }
    p->tokens = tokens;
    p->token_cap = cap;
    return true;
}

void tl_parser_fetch(TlParser *p) {
    if (p->token_count == p->token_cap && !grow_tokens(p)) {
        // Let the caller see a token that fits nowhere: the last place of the
        // table, or a table of its own, is not to be had, so step back.
        p->pos = p->token_count > 0 ? p->token_count - 1 : 0;
        p->tokens[p->pos].kind = TL_TOK_UNKNOWN;
        return;
    }
    TlToken *tok = &p->tokens[p->token_count++];
    if (p->err->cls != TL_ERROR_NONE || p->lex.state != TL_LEXER_OK) {
        *tok = (TlToken){.kind = TL_TOK_UNKNOWN, .pos = {1, -1, 1, -1}};
        return;
    }
    if (!tl_lexer_next(&p->lex, tok)) {
        tok->kind = TL_TOK_UNKNOWN;
    }
}

TlTokenKind tl_peek_second(TlParser *p) {
    p->pos++;
    TlTokenKind kind = tl_peek(p);
    p->pos--;
    return kind;
}

bool tl_expect_forced(TlParser *p, TlTokenKind kind, const char *text) {
    if (tl_accept(p, kind)) {
        return true;
    }
    if (p->err->cls == TL_ERROR_NONE) {
        tl_parser_error(p, TL_ERROR_SYNTAX, p->tokens[p->pos].pos,
                        "expected '%s'", text);
    }
    return false;
}

bool tl_at_word(TlParser *p, const char *word) {
    if (tl_peek(p) != TL_TOK_NAME) {
        return false;
    }
    const TlToken *tok = &p->tokens[p->pos];
    size_t len = strlen(word);
    return (size_t)(tok->end - tok->start) == len &&
           memcmp(tok->start, word, len) == 0;
}

TlPos tl_span(const TlParser *p, int start) {
    int last = p->pos - 1;
    while (last > start && p->tokens[last].kind <= TL_TOK_DEDENT &&
           p->tokens[last].kind != TL_TOK_NAME) {
        last--;
    }
    const TlPos *from = &p->tokens[start].pos;
    const TlPos *to = &p->tokens[last].pos;
    return (TlPos){from->line, from->col, to->end_line, to->end_col};
}

// --- Errors -----------------------------------------------------------------

static const char *find_line(const TlParser *p, int line) {
    const char *s = p->lex.text;
    for (int i = 1; i < line && s < p->lex.end; i++) {
        const char *newline = memchr(s, '\n', (size_t)(p->lex.end - s));
        s = newline != NULL ? newline + 1 : p->lex.end;
    }
    return s;
}

// A byte column of the line at [s] as a character column.
static int char_col(const TlParser *p, const char *s, int col) {
    if (col < 0) {
        return -1;
    }
    size_t room = (size_t)(p->lex.end - s);
    const char *newline = memchr(s, '\n', room);
    size_t len = newline != NULL ? (size_t)(newline - s) : room;
    size_t want = (size_t)col + 1;
    if (want > len) {
        return tl_lexer_count_chars(s, len);
    }
    return tl_lexer_count_chars(s, want) - 1;
}

// CPython counts characters in a file and bytes in an f-string, and converts
// the end column with the text of the first line too.
static TlPos error_pos(const TlParser *p, TlPos pos) {
    if (p->in_fstring) {
        pos.col -= p->lex.base_col;
        pos.end_col -= p->lex.base_col;
        return pos;
    }
    const char *s = find_line(p, pos.line);
    pos.col = char_col(p, s, pos.col);
    pos.end_col = char_col(p, s, pos.end_col);
    return pos;
}

static void set_error(TlParser *p, TlErrorClass cls, TlPos pos,
                      const char *fmt, va_list args) {
    char message[sizeof p->err->message];
    vsnprintf(message, sizeof message, fmt, args);
    tl_syntax_error_set(p->err, cls, error_pos(p, pos), "%s%s",
                        p->in_fstring ? "f-string: " : "", message);
}

void tl_parser_error(TlParser *p, TlErrorClass cls, TlPos pos, const char *fmt,
                     ...) {
    va_list args;
    va_start(args, fmt);
    set_error(p, cls, pos, fmt, args);
    va_end(args);
}

void tl_parser_error_here(TlParser *p, TlErrorClass cls, const char *fmt,
                          ...) {
    TL_ASSERT(p->token_count > 0, "a token has been read");
    TlPos pos = p->tokens[p->token_count - 1].pos;
    if (pos.col < 0) {
        pos.col = (int32_t)(p->lex.cursor - p->lex.line_start) - 1;
    }
    va_list args;
    va_start(args, fmt);
    set_error(p, cls, pos, fmt, args);
    va_end(args);
}

void *tl_fail_memory(TlParser *p) {
    if (p->err->cls == TL_ERROR_NONE) {
        TlPos nowhere = {0, -1, 0, -1};
        tl_syntax_error_set(p->err, TL_ERROR_MEMORY, nowhere, "%s", "");
    }
    return NULL;
}

bool tl_enter(TlParser *p) {
    int max =
        p->is_second_pass ? TL_PARSER_MAX_HUNT_DEPTH : TL_PARSER_MAX_DEPTH;
    bool is_tired = p->is_second_pass && p->steps_left-- <= 0;
    if (p->depth >= max || is_tired) {
        if (p->err->cls == TL_ERROR_NONE && !p->is_second_pass) {
            TlPos nowhere = {0, -1, 0, -1};
            tl_syntax_error_set(
                p->err, TL_ERROR_RECURSION, nowhere,
                "maximum recursion depth exceeded during compilation");
        }
        return false;
    }
    p->depth++;
    return true;
}

// --- Nodes and lists --------------------------------------------------------

bool tl_push(TlParser *p, void *item) {
    if (item == NULL) {
        return false;
    }
    if (!tl_ptrbuf_push(&p->stack, item)) {
        tl_fail_memory(p);
        return false;
    }
    return true;
}

void *tl_take_items(TlParser *p, size_t mark, int *len) {
    size_t count = p->stack.len - mark;
    *len = (int)count;
    if (count == 0) {
        return NULL;
    }
    void **items = tl_arena_alloc(p->arena, sizeof *items * count);
    if (items == NULL) {
        *len = 0;
        return tl_fail_memory(p);
    }
    memcpy(items, p->stack.items + mark, sizeof *items * count);
    tl_ptrbuf_truncate(&p->stack, mark);
    return items;
}

TlExpr *tl_new_expr(TlParser *p, TlExprKind kind, int start) {
    TlExpr *expr = tl_expr_new(p->arena, kind, tl_span(p, start));
    return expr != NULL ? expr : tl_fail_memory(p);
}

TlStmt *tl_new_stmt(TlParser *p, TlStmtKind kind, int start) {
    TlStmt *stmt = tl_stmt_new(p->arena, kind, tl_span(p, start));
    return stmt != NULL ? stmt : tl_fail_memory(p);
}

TlPattern *tl_new_pattern(TlParser *p, TlPatternKind kind, int start) {
    TlPattern *pattern = tl_pattern_new(p->arena, kind, tl_span(p, start));
    return pattern != NULL ? pattern : tl_fail_memory(p);
}

const TlName *tl_parse_name(TlParser *p) {
    if (tl_peek(p) != TL_TOK_NAME) {
        return NULL;
    }
    const TlToken *tok = &p->tokens[p->pos++];
    const TlName *name =
        tl_names_intern(p->names, tok->start, (int)(tok->end - tok->start));
    return name != NULL ? name : tl_fail_memory(p);
}

// --- Whole texts ------------------------------------------------------------

// statement*; the items of a Module.
static bool parse_file(TlParser *p, TlMod *mod) {
    while (tl_peek(p) != TL_TOK_END) {
        if (!tl_parse_statement(p)) {
            return false;
        }
    }
    TL_TAKE_LIST(p, 0, &mod->body);
    return true;
}

// expression (',' expression)* [','] NEWLINE* END
static bool parse_eval(TlParser *p, TlMod *mod) {
    if (tl_peek(p) == TL_TOK_STAR) {
        return false;
    }
    mod->expression = tl_parse_star_expressions(p);
    while (mod->expression != NULL && tl_accept(p, TL_TOK_NEWLINE)) {
    }
    return mod->expression != NULL && tl_peek(p) == TL_TOK_END;
}

// Whether nothing but white space and comments follows what has been read.
// Looked up in the text: reading a token would move the place of the error.
static bool is_rest_blank(const TlParser *p) {
    bool in_comment = false;
    for (const char *s = p->lex.cursor; s < p->lex.end; s++) {
        in_comment = *s == '#' || (in_comment && *s != '\n');
        if (!in_comment && strchr(" \t\n\f", *s) == NULL) {
            return false;
        }
    }
    return true;
}

// compound NEWLINE | simple_stmts | NEWLINE; then nothing.
static bool parse_single(TlParser *p, TlMod *mod) {
    int start = p->pos;
    if (tl_accept(p, TL_TOK_NEWLINE)) {
        if (!tl_push(p, tl_new_stmt(p, TL_STMT_PASS, start))) {
            return false;
        }
    } else if (!tl_parse_statement(p)) {
        return false;
    }
    TL_TAKE_LIST(p, 0, &mod->body);
    if (p->err->cls == TL_ERROR_NONE && !is_rest_blank(p)) {
        tl_parser_error_here(
            p, TL_ERROR_SYNTAX,
            "multiple statements found while compiling a single statement");
    }
    return p->err->cls == TL_ERROR_NONE;
}

bool tl_parse_mode(TlParser *p, TlMod *mod) {
    switch (p->mode) {
    case TL_PARSE_FILE:
        mod->kind = TL_MOD_MODULE;
        return parse_file(p, mod);
    case TL_PARSE_EVAL:
        mod->kind = TL_MOD_EXPRESSION;
        return parse_eval(p, mod);
    case TL_PARSE_SINGLE:
        mod->kind = TL_MOD_INTERACTIVE;
        return parse_single(p, mod);
    }
    TL_UNREACHABLE("all modes are listed");
}

static TlMod *parse_text(TlParser *p) {
    TlMod *mod = tl_arena_alloc(p->arena, sizeof *mod);
    p->names = tl_names_new(p->arena);
    if (mod == NULL || p->names == NULL || !grow_tokens(p)) {
        return tl_fail_memory(p);
    }
    mod->names = p->names;
    if (tl_parse_mode(p, mod) && p->err->cls == TL_ERROR_NONE) {
        return mod;
    }
    tl_diagnose(p);
    return NULL;
}

TlMod *tl_parse(TlArena *arena, TlAlloc *alloc, const char *source, size_t len,
                TlParseMode mode, TlSyntaxError *err) {
    memset(err, 0, sizeof *err);
    TlBuf text;
    tl_buf_init(&text, alloc);
    TlMod *mod = NULL;
    // The parser is some kilobytes: too much for a small C stack.
    TlParser *p = tl_alloc(alloc, sizeof *p);
    if (p != NULL) {
        tl_parser_init(p, arena, alloc, NULL, err);
        p->mode = mode;
        if (tl_source_prepare(&text, source, len, mode, err)) {
            tl_lexer_init(&p->lex, text.data, text.len, err);
            mod = parse_text(p);
        }
        tl_parser_deinit(p);
        tl_free(alloc, p, sizeof *p);
    } else {
        tl_syntax_error_set(err, TL_ERROR_MEMORY, (TlPos){0, -1, 0, -1}, "%s",
                            "");
    }
    tl_buf_deinit(&text);
    return mod;
}
