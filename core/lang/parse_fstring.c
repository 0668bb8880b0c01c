// parse_fstring.c — f-strings, as CPython 3.11 reads them.
// SPDX-License-Identifier: MIT
//
// A string token is scanned for braces; the text of each expression is found
// by matching quotes and brackets, and then parsed in place by a parser of its
// own, so that nodes have their true positions. A format specification is
// scanned in the same way, one level deep and no deeper.
#include "base/check.h"
#include "lang/parser_impl.h"

#include <string.h>

#define MAX_NESTED_SPECS 2
#define FSTRING_TOKENS 16 // room to start with

// One scan over the inside of one string token.
typedef struct Scanner {
    TlParser *p;
    const TlToken *tok;
    const char *s; // what is next
    const char *end;
    bool is_raw;
} Scanner;

static bool parse_pieces(Scanner *sc, TlJoin *join, int level);

static bool fail(Scanner *sc, const char *message) {
    tl_parser_error_here(sc->p, TL_ERROR_SYNTAX, "%s", message);
    return false;
}

// --- Literal text -----------------------------------------------------------

// Goes past the name of \N{...}, whose braces are not ours.
static void skip_char_name(Scanner *sc) {
    if (sc->s < sc->end && *sc->s == '{') {
        while (sc->s < sc->end && *sc->s++ != '}') {
        }
    }
}

// Appends text up to a brace or the end. Of a doubled brace one is text; [more]
// then says that text goes on after it.
static bool parse_literal(Scanner *sc, TlJoin *join, int level, bool *more) {
    const char *start = sc->s;
    const char *stop = NULL;
    *more = false;
    while (sc->s < sc->end) {
        char c = *sc->s++;
        if (!sc->is_raw && c == '\\' && sc->s < sc->end) {
            c = *sc->s++;
            if (c == 'N') {
                skip_char_name(sc);
                continue;
            }
        }
        if (c != '{' && c != '}') {
            continue;
        }
        stop = sc->s - 1;
        if (level == 0 && sc->s < sc->end && *sc->s == c) {
            stop = sc->s++;
            *more = true;
        } else if (level == 0 && c == '}') {
            return fail(sc, "f-string: single '}' is not allowed");
        } else {
            sc->s--;
        }
        break;
    }
    stop = stop != NULL ? stop : sc->s;
    return tl_decode_string(sc->p, &join->text, start, stop, sc->is_raw);
}

// --- Finding the end of an expression ---------------------------------------

typedef struct Nesting {
    char quote; // open string's, or 0
    bool is_triple;
    int depth;
    char brackets[TL_LEXER_MAX_BRACKETS];
} Nesting;

static bool is_triple_at(const Scanner *sc, char quote) {
    return sc->end - sc->s > 2 && sc->s[1] == quote && sc->s[2] == quote;
}

// Inside a string of the expression: ends it if its quote stands here.
static void scan_quoted(Scanner *sc, Nesting *nest) {
    if (*sc->s != nest->quote) {
        return;
    }
    if (nest->is_triple && !is_triple_at(sc, nest->quote)) {
        return;
    }
    sc->s += nest->is_triple ? 2 : 0;
    nest->quote = 0;
}

static bool scan_closer(Scanner *sc, Nesting *nest, char c) {
    if (nest->depth == 0) {
        tl_parser_error_here(sc->p, TL_ERROR_SYNTAX, "f-string: unmatched '%c'",
                             c);
        return false;
    }
    char open = nest->brackets[--nest->depth];
    char expected = open == '(' ? ')' : open == '[' ? ']' : '}';
    if (c != expected) {
        tl_parser_error_here(sc->p, TL_ERROR_SYNTAX,
                             "f-string: closing parenthesis '%c' does not "
                             "match opening parenthesis '%c'",
                             c, open);
        return false;
    }
    return true;
}

// Whether an unbracketed [c] ends the expression; a two-character comparison
// does not, and is gone past.
static bool ends_expression(Scanner *sc, char c) {
    if (strchr("!:}=<>", c) == NULL) {
        return false;
    }
    if (sc->s + 1 < sc->end) {
        if (sc->s[1] == '=' && strchr("!=<>", c) != NULL) {
            sc->s++;
            return false;
        }
        if (c == '<' || c == '>') {
            return false;
        }
    }
    return true;
}

// One character of an expression outside strings. [at_end] is set at its end.
static bool scan_plain(Scanner *sc, Nesting *nest, bool *at_end) {
    char c = *sc->s;
    if (c == '\'' || c == '"') {
        nest->quote = c;
        nest->is_triple = is_triple_at(sc, c);
        sc->s += nest->is_triple ? 2 : 0;
    } else if (c == '[' || c == '{' || c == '(') {
        if (nest->depth >= TL_LEXER_MAX_BRACKETS) {
            return fail(sc, "f-string: too many nested parenthesis");
        }
        nest->brackets[nest->depth++] = c;
    } else if (c == '#') {
        return fail(sc, "f-string expression part cannot include '#'");
    } else if (nest->depth == 0 && strchr("!:}=<>", c) != NULL && c != '\0') {
        *at_end = ends_expression(sc, c);
    } else if (c == ']' || c == '}' || c == ')') {
        return scan_closer(sc, nest, c);
    }
    return true;
}

// Moves to the character that ends the expression beginning here.
static TL_NOINLINE bool find_expression_end(Scanner *sc) {
    Nesting nest = {0};
    bool at_end = false;
    for (; sc->s < sc->end; sc->s++) {
        if (*sc->s == '\\') {
            return fail(sc,
                        "f-string expression part cannot include a backslash");
        }
        if (nest.quote != 0) {
            scan_quoted(sc, &nest);
        } else if (!scan_plain(sc, &nest, &at_end)) {
            return false;
        }
        if (at_end) {
            break;
        }
    }
    if (nest.quote != 0) {
        return fail(sc, "f-string: unterminated string");
    }
    if (nest.depth > 0) {
        tl_parser_error_here(sc->p, TL_ERROR_SYNTAX, "f-string: unmatched '%c'",
                             nest.brackets[nest.depth - 1]);
        return false;
    }
    return sc->s < sc->end || fail(sc, "f-string: expecting '}'");
}

// --- Parsing an expression --------------------------------------------------

// Line and column of [s], a place in the text of the parser's lexer.
static void locate(const Scanner *sc, const char *s, int32_t *line,
                   int32_t *col) {
    *line = sc->tok->pos.line;
    *col = sc->tok->pos.col + (int32_t)(s - sc->tok->start);
    for (const char *at = sc->tok->start; at < s; at++) {
        if (*at == '\n') {
            (*line)++;
            *col = (int32_t)(s - at) - 1;
        }
    }
}

static TlExpr *run_parser(TlParser *inner) {
    inner->tokens =
        tl_alloc(inner->alloc, sizeof *inner->tokens * FSTRING_TOKENS);
    if (inner->tokens == NULL) {
        return tl_fail_memory(inner);
    }
    inner->token_cap = FSTRING_TOKENS;
    TlExpr *expr = tl_parse_star_expressions(inner);
    if (expr == NULL || inner->err->cls != TL_ERROR_NONE) {
        tl_diagnose(inner);
        return NULL;
    }
    return expr;
}

static TlExpr *parse_expression(Scanner *sc, const char *start,
                                const char *end) {
    TlParser *p = sc->p;
    if (strspn(start, " \t\n\f") >= (size_t)(end - start)) {
        if (*end == '!' || *end == ':' || *end == '=') {
            tl_parser_error_here(
                p, TL_ERROR_SYNTAX,
                "f-string: expression required before '%c'", *end);
        } else {
            (void)fail(sc, "f-string: empty expression not allowed");
        }
        return NULL;
    }
    TlParser *inner = tl_alloc(p->alloc, sizeof *inner);
    if (inner == NULL) {
        return tl_fail_memory(p);
    }
    int32_t line;
    int32_t col;
    locate(sc, start - 1, &line, &col);
    tl_parser_init(inner, p->arena, p->alloc, p->names, p->err);
    inner->depth = p->depth;
    inner->in_fstring = true;
    tl_lexer_init_fstring(&inner->lex, start, end, line, col, p->err);
    TlExpr *expr = run_parser(inner);
    tl_parser_deinit(inner);
    tl_free(p->alloc, inner, sizeof *inner);
    return expr;
}

// --- Replacement fields -----------------------------------------------------

typedef struct Field {
    TlExpr *value;
    int conversion;
    TlExpr *spec;
    const char *text; // of a `=` field: its source text
    const char *text_end;
} Field;

static bool parse_conversion(Scanner *sc, Field *field) {
    sc->s++;
    if (sc->s >= sc->end) {
        return fail(sc, "f-string: expecting '}'");
    }
    field->conversion = (unsigned char)*sc->s++;
    if (memchr("sra", field->conversion, 3) == NULL) {
        return fail(sc, "f-string: invalid conversion character: expected "
                        "'s', 'r', or 'a'");
    }
    return true;
}

// The format specification after ':', a JoinedStr of its own. It and the text
// at its end get the range of this one string token, as in CPython.
static bool parse_spec(Scanner *sc, const TlJoin *outer, Field *field,
                       int level) {
    TlParser *p = sc->p;
    size_t mark = p->stack.len;
    TlJoin join = {.pos = outer->pos, .u_prefix = outer->u_prefix};
    tl_buf_init(&join.text, p->alloc);
    sc->s++;
    bool ok = parse_pieces(sc, &join, level + 1);
    join.pos = sc->tok->pos;
    join.u_prefix = false;
    ok = ok && tl_join_flush(p, &join);
    tl_buf_deinit(&join.text);
    if (!ok) {
        return false;
    }
    field->spec = tl_expr_new(p->arena, TL_EXPR_JOINED_STR, join.pos);
    if (field->spec == NULL) {
        return tl_fail_memory(p) != NULL;
    }
    TL_TAKE_LIST(p, mark, &field->spec->u.joined_str.values);
    return true;
}

// What follows the expression, up to and with the closing brace.
static bool finish_field(Scanner *sc, const TlJoin *join, Field *field,
                         int level) {
    if (*sc->s == '=') {
        sc->s++;
        while (sc->s < sc->end && strchr(" \t\n\f\v", *sc->s) != NULL &&
               *sc->s != '\0') {
            sc->s++;
        }
        field->text_end = sc->s;
    }
    if (sc->s < sc->end && *sc->s == '!' && !parse_conversion(sc, field)) {
        return false;
    }
    if (sc->s < sc->end && *sc->s == ':' &&
        !parse_spec(sc, join, field, level)) {
        return false;
    }
    if (sc->s >= sc->end || *sc->s != '}') {
        return fail(sc, "f-string: expecting '}'");
    }
    sc->s++;
    if (field->text_end != NULL && field->spec == NULL &&
        field->conversion == -1) {
        field->conversion = 'r';
    }
    return true;
}

static bool push_field(TlParser *p, TlJoin *join, const Field *field) {
    if (field->text_end != NULL) {
        tl_buf_append(&join->text, field->text,
                      (size_t)(field->text_end - field->text));
    }
    TlExpr *expr =
        tl_expr_new(p->arena, TL_EXPR_FORMATTED_VALUE, join->pos);
    if (expr == NULL) {
        return tl_fail_memory(p) != NULL;
    }
    expr->u.formatted_value.value = field->value;
    expr->u.formatted_value.conversion = field->conversion;
    expr->u.formatted_value.format_spec = field->spec;
    return tl_join_flush(p, join) && tl_push(p, expr);
}

// '{' expression ['='] ['!' conversion] [':' spec] '}'
static bool parse_field(Scanner *sc, TlJoin *join, int level) {
    if (level >= MAX_NESTED_SPECS) {
        return fail(sc, "f-string: expressions nested too deeply");
    }
    const char *start = ++sc->s;
    if (!find_expression_end(sc)) {
        return false;
    }
    Field field = {.conversion = -1, .text = start};
    field.value = parse_expression(sc, start, sc->s);
    return field.value != NULL && finish_field(sc, join, &field, level) &&
           push_field(sc->p, join, &field);
}

// Text and fields in turn, to the end of the token or of the specification.
static bool parse_pieces(Scanner *sc, TlJoin *join, int level) {
    for (;;) {
        bool more;
        if (!parse_literal(sc, join, level, &more)) {
            return false;
        }
        if (more) {
            continue;
        }
        if (sc->s >= sc->end || *sc->s == '}') {
            return true;
        }
        TL_ASSERT(*sc->s == '{', "text ends at a brace");
        if (!parse_field(sc, join, level)) {
            return false;
        }
    }
}

bool tl_parse_fstring(TlParser *p, TlJoin *join, const TlToken *tok,
                      const TlStringToken *parts) {
    if (!tl_enter(p)) {
        return false;
    }
    Scanner sc = {p, tok, parts->body, parts->end, parts->is_raw};
    bool ok = parse_pieces(&sc, join, 0);
    tl_leave(p);
    return ok;
}
