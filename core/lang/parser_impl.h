// parser_impl.h — what the files of the parser share.
// SPDX-License-Identifier: MIT
//
// Conventions of every parse function: it begins at the current token; on
// success it returns a node and stands after what it read; when the text does
// not fit, or [err] is set (bad token, bad string, out of memory), it returns
// NULL and the position means nothing. An unset [err] then asks for the second
// pass. Lists under construction live on [stack], above the length it had when
// the list was begun.
//
// In the second pass the functions differ in two ways. Where something
// optional does not fit (an operator without operand, a broken call), they go
// back and succeed with what they have, so that the mistake can be judged from
// outside (tl_go_back). And while [hunting], they ask the functions of
// diagnose_*.c at the places where a known mistake may be recognised.
#ifndef TL_LANG_PARSER_IMPL_H
#define TL_LANG_PARSER_IMPL_H

#include "base/arena.h"
#include "base/buf.h"
#include "lang/lexer.h"
#include "lang/parser.h"

// Nested expressions, statements and patterns together. CPython allows 200
// brackets and 100 indentations; the rest is for lambdas and the like. A level
// costs at most about 700 bytes of C stack, in the second pass twice that, so
// that pass gives up earlier: it only looks for a better message.
#define TL_PARSER_MAX_DEPTH 330
#define TL_PARSER_MAX_HUNT_DEPTH 120

// Kept out of line so that the frames of the recursive functions stay small.
#define TL_NOINLINE __attribute__((noinline))

typedef struct TlParser {
    TlArena *arena;
    TlAlloc *alloc;
    TlNameTable *names;
    TlSyntaxError *err;
    TlToken *tokens; // all read so far; the last may be the one that failed
    int token_count;
    int token_cap;
    int pos; // of the current token, which may not have been read yet
    int depth;
    TlParseMode mode;
    bool in_fstring;
    bool is_second_pass;
    bool hunting;
    int64_t steps_left; // second pass: levels still to enter before giving up
    TlPtrBuf stack;
    TlBuf notes; // second pass: a byte per token, see diagnose_impl.h
    TlLexer lex;
} TlParser;

// --- parser.c: tokens, positions, errors ------------------------------------

void tl_parser_init(TlParser *p, TlArena *arena, TlAlloc *alloc,
                    TlNameTable *names, TlSyntaxError *err);
void tl_parser_deinit(TlParser *p);

// Parses a whole text, which fills [mod]; false on failure.
bool tl_parse_mode(TlParser *p, TlMod *mod);

// Reads one more token. When that fails an UNKNOWN one is added, which nothing
// accepts, and the error is set.
void tl_parser_fetch(TlParser *p);

static inline TlTokenKind tl_peek(TlParser *p) {
    if (p->pos == p->token_count) {
        tl_parser_fetch(p);
    }
    return (TlTokenKind)p->tokens[p->pos].kind;
}

// In the second pass, when nothing has been found yet: goes back to [pos] and
// says yes, the caller may succeed with less.
static inline bool tl_go_back(TlParser *p, int pos) {
    if (!p->is_second_pass || p->err->cls != TL_ERROR_NONE) {
        return false;
    }
    p->pos = pos;
    return true;
}

// Kind of the token after the current one, which must not be the last.
TlTokenKind tl_peek_second(TlParser *p);

// Goes past the current token if it is a [kind].
static inline bool tl_accept(TlParser *p, TlTokenKind kind) {
    if (tl_peek(p) != kind) {
        return false;
    }
    p->pos++;
    return true;
}

// Goes past a [kind]; if something else stands there it is an error at once.
bool tl_expect_forced(TlParser *p, TlTokenKind kind, const char *text);

// Whether the current token is the name [word] (a soft keyword).
bool tl_at_word(TlParser *p, const char *word);

// Range from token [start] to the last token read that is no line structure.
TlPos tl_span(const TlParser *p, int start);

// Sets the error unless there is one; NULL for the caller to return.
void *tl_fail_memory(TlParser *p);

// Goes one level deeper. False when that is too deep, or the second pass has
// gone on for too long; in the first pass the error is set.
bool tl_enter(TlParser *p);

static inline void tl_leave(TlParser *p) {
    p->depth--;
}

// An error of the parser itself, with CPython's rules for columns: [pos] has
// byte columns, made into character columns here; -1 at the end: unknown.
void tl_parser_error(TlParser *p, TlErrorClass cls, TlPos pos,
                     const char *fmt, ...) TL_PRINTF(4, 5);

// The same at the last token read, which is where CPython puts what it has no
// better place for.
void tl_parser_error_here(TlParser *p, TlErrorClass cls, const char *fmt, ...)
    TL_PRINTF(3, 4);

bool tl_push(TlParser *p, void *item);

// Takes the items above [mark] off the stack into the arena. [len] is set;
// NULL when there are none or memory is out (then the error is set).
void *tl_take_items(TlParser *p, size_t mark, int *len);

#define TL_TAKE_LIST(p, mark, list) \
    ((list)->items = tl_take_items(p, mark, &(list)->len))

TlExpr *tl_new_expr(TlParser *p, TlExprKind kind, int start);
TlStmt *tl_new_stmt(TlParser *p, TlStmtKind kind, int start);
TlPattern *tl_new_pattern(TlParser *p, TlPatternKind kind, int start);

// The name that is the current token; goes past it.
const TlName *tl_parse_name(TlParser *p);

// --- parse_expr.c -----------------------------------------------------------

TlExpr *tl_parse_expression(TlParser *p);

// '*' and the value that [parse_value] reads.
TlExpr *tl_parse_starred(TlParser *p, TlExpr *(*parse_value)(TlParser *p));

TlExpr *tl_parse_disjunction(TlParser *p);
TlExpr *tl_parse_bitwise_or(TlParser *p);
TlExpr *tl_parse_primary(TlParser *p);
TlExpr *tl_parse_named_expression(TlParser *p);
TlExpr *tl_parse_star_named_expression(TlParser *p);
TlExpr *tl_parse_star_expressions(TlParser *p);
TlExpr *tl_parse_star_or_yield(TlParser *p);
bool tl_starts_expression(TlTokenKind kind);

// --- parse_atom.c -----------------------------------------------------------

TlExpr *tl_parse_atom(TlParser *p);
TlExpr *tl_parse_strings(TlParser *p);
TlExpr *tl_parse_number(TlParser *p);

// for_if_clauses into [list]; false on failure.
bool tl_parse_comprehension(TlParser *p, TlComprehensionList *list);

// --- parse_call.c -----------------------------------------------------------

TlExpr *tl_parse_call(TlParser *p, TlExpr *func, int start);
TlExpr *tl_parse_subscript(TlParser *p, TlExpr *value, int start);

// The arguments up to, and without, the closing parenthesis.
bool tl_parse_arguments(TlParser *p, TlExprList *args, TlKeywordList *keywords);

// --- parse_params.c ---------------------------------------------------------

// Parameters up to, and without, [closer]: ')' of a def, ':' of a lambda.
TlArguments *tl_parse_parameters(TlParser *p, TlTokenKind closer);
TlExpr *tl_parse_lambda(TlParser *p);

// --- parse_target.c ---------------------------------------------------------

// Makes [expr] a target; false (no error set) when it cannot be one.
bool tl_make_target(TlExpr *expr, TlExprContext ctx);

TlExpr *tl_parse_star_targets(TlParser *p);
TlExpr *tl_parse_star_target(TlParser *p);
bool tl_is_single_target(const TlExpr *expr);

// --- parse_stmt.c, parse_compound.c, parse_pattern.c ------------------------

bool tl_aug_operator(TlTokenKind kind, TlBinOp *op); // false: not one
bool tl_parse_simple_stmts(TlParser *p); // onto the stack
bool tl_parse_statement(TlParser *p);    // onto the stack
TlStmt *tl_parse_compound(TlParser *p);
bool tl_parse_block(TlParser *p, TlStmtList *list);
bool tl_parse_colon_block(TlParser *p, TlStmtList *list, int keyword,
                          const char *what);
TlStmt *tl_parse_match(TlParser *p);
TlStmt *tl_parse_import(TlParser *p);

// --- number_literal.c, string_literal.c, parse_fstring.c --------------------

// The value of the number [tok]; false: error set.
bool tl_number_literal(TlParser *p, const TlToken *tok, TlConstant *out);

// The parts of a string token.
typedef struct TlStringToken {
    const char *body; // between the quotes
    const char *end;
    bool is_bytes;
    bool is_raw;
    bool is_format;
    bool is_u;
} TlStringToken;

TlStringToken tl_split_string(const TlToken *tok);

// Appends the value of the text between [s] and [end]; false: error set.
bool tl_decode_string(TlParser *p, TlBuf *out, const char *s, const char *end,
                      bool is_raw);
bool tl_decode_bytes(TlParser *p, TlBuf *out, const TlToken *tok,
                     const TlStringToken *parts);

// The values of a JoinedStr being put together: expressions lie on the
// parser's stack, text not yet flushed in [text].
typedef struct TlJoin {
    TlBuf text;
    TlPos pos; // of all strings of the atom together
    bool u_prefix;
} TlJoin;

// Adds the f-string's text between [s] and [end] of [tok]; false: error set.
bool tl_parse_fstring(TlParser *p, TlJoin *join, const TlToken *tok,
                      const TlStringToken *parts);

// Makes a Constant of the text and pushes it, if there is any.
bool tl_join_flush(TlParser *p, TlJoin *join);

// --- diagnose.c -------------------------------------------------------------

// After a failed parse: finds the message if there is none yet, and then lets
// an error further on in the text take precedence, as CPython does.
void tl_diagnose(TlParser *p);

#endif
