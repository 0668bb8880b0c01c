// diagnose.c — the second pass over a text that did not parse.
// SPDX-License-Identifier: MIT
//
// The same parser runs again with p->hunting set and asks the tl_hunt functions
// on its way. If none of them knows better it is "invalid syntax" at the
// furthest token the first pass read. Afterwards the rest of the text is read:
// a broken token or an unclosed bracket there may be the real mistake.
#include "base/check.h"
#include "lang/diagnose_impl.h"

#include <string.h>

// --- Tools ------------------------------------------------------------------

bool tl_refuse(TlParser *p, TlPos pos, const char *message) {
    if (p->hunting && p->err->cls == TL_ERROR_NONE) {
        tl_parser_error(p, TL_ERROR_SYNTAX, pos, "%s", message);
    }
    return false;
}

bool tl_refuse_here(TlParser *p, const char *message) {
    if (p->hunting && p->err->cls == TL_ERROR_NONE) {
        tl_parser_error_here(p, TL_ERROR_SYNTAX, "%s", message);
    }
    return false;
}

TlPos tl_range(TlPos from, TlPos to) {
    return (TlPos){from.line, from.col, to.end_line, to.end_col};
}

TlPos tl_range_to_cursor(const TlParser *p, TlPos from) {
    int32_t end_col = (int32_t)(p->lex.cursor - p->lex.line_start) - 1;
    return (TlPos){from.line, from.col, p->lex.line, end_col};
}

TlPos tl_token_range(const TlParser *p, int first, int last) {
    return tl_range(p->tokens[first].pos, p->tokens[last].pos);
}

static const char *constant_description(TlConstKind kind) {
    switch (kind) {
    case TL_CONST_NONE:
        return "None";
    case TL_CONST_TRUE:
        return "True";
    case TL_CONST_FALSE:
        return "False";
    case TL_CONST_ELLIPSIS:
        return "ellipsis";
    default:
        return "literal";
    }
}

const char *tl_expr_description(const TlExpr *expr) {
    switch (expr->kind) {
    case TL_EXPR_ATTRIBUTE:
        return "attribute";
    case TL_EXPR_SUBSCRIPT:
        return "subscript";
    case TL_EXPR_STARRED:
        return "starred";
    case TL_EXPR_NAME:
        return "name";
    case TL_EXPR_LIST:
        return "list";
    case TL_EXPR_TUPLE:
        return "tuple";
    case TL_EXPR_LAMBDA:
        return "lambda";
    case TL_EXPR_CALL:
        return "function call";
    case TL_EXPR_BOOL_OP:
    case TL_EXPR_BIN_OP:
    case TL_EXPR_UNARY_OP:
        return "expression";
    case TL_EXPR_GENERATOR_EXP:
        return "generator expression";
    case TL_EXPR_YIELD:
    case TL_EXPR_YIELD_FROM:
        return "yield expression";
    case TL_EXPR_AWAIT:
        return "await expression";
    case TL_EXPR_LIST_COMP:
        return "list comprehension";
    case TL_EXPR_SET_COMP:
        return "set comprehension";
    case TL_EXPR_DICT_COMP:
        return "dict comprehension";
    case TL_EXPR_DICT:
        return "dict literal";
    case TL_EXPR_SET:
        return "set display";
    case TL_EXPR_JOINED_STR:
    case TL_EXPR_FORMATTED_VALUE:
        return "f-string expression";
    case TL_EXPR_CONSTANT:
        return constant_description(expr->u.constant.kind);
    case TL_EXPR_COMPARE:
        return "comparison";
    case TL_EXPR_IF_EXP:
        return "conditional expression";
    case TL_EXPR_NAMED_EXPR:
        return "named expression";
    case TL_EXPR_SLICE:
        return "slice";
    }
    TL_UNREACHABLE("all kinds are listed");
}

// The first part of [expr] that cannot be a target, or NULL.
static const TlExpr *find_bad_target(const TlExpr *expr, TlTargetUse use) {
    switch (expr->kind) {
    case TL_EXPR_NAME:
    case TL_EXPR_ATTRIBUTE:
    case TL_EXPR_SUBSCRIPT:
        return NULL;
    case TL_EXPR_STARRED:
        return use == TL_TARGET_DEL
                   ? expr
                   : find_bad_target(expr->u.starred.value, use);
    case TL_EXPR_LIST:
    case TL_EXPR_TUPLE:
        for (int i = 0; i < expr->u.list.elts.len; i++) {
            const TlExpr *bad =
                find_bad_target(expr->u.list.elts.items[i], use);
            if (bad != NULL) {
                return bad;
            }
        }
        return NULL;
    case TL_EXPR_COMPARE:
        // In `for a in b` what looks like a comparison is none.
        if (use == TL_TARGET_FOR) {
            return expr->u.compare.ops[0] == TL_CMP_IN
                       ? find_bad_target(expr->u.compare.left, use)
                       : NULL;
        }
        return expr;
    default:
        return expr;
    }
}

bool tl_refuse_target(TlParser *p, const TlExpr *expr, TlTargetUse use) {
    const TlExpr *bad = find_bad_target(expr, use);
    if (bad == NULL || p->err->cls != TL_ERROR_NONE) {
        return false;
    }
    tl_parser_error(p, TL_ERROR_SYNTAX, bad->pos, "cannot %s %s",
                    use == TL_TARGET_DEL ? "delete" : "assign to",
                    tl_expr_description(bad));
    return true;
}

bool tl_is_noted(const TlParser *p, int pos, int note) {
    return (size_t)pos < p->notes.len && (p->notes.data[pos] & note) != 0;
}

void tl_note(TlParser *p, int pos, int note) {
    if ((size_t)pos >= p->notes.len) {
        size_t more = (size_t)pos + 1 - p->notes.len;
        if (!tl_buf_append_fill(&p->notes, 0, more)) {
            tl_fail_memory(p);
            return;
        }
    }
    p->notes.data[pos] = (char)(p->notes.data[pos] | note);
}

void tl_forget(TlParser *p, int pos, int note) {
    if ((size_t)pos < p->notes.len) {
        p->notes.data[pos] = (char)(p->notes.data[pos] & ~note);
    }
}

// --- The second pass --------------------------------------------------------

static void set_plain_error(TlParser *p, const TlToken *last) {
    if (last->kind == TL_TOK_INDENT) {
        tl_parser_error_here(p, TL_ERROR_INDENTATION, "unexpected indent");
    } else if (last->kind == TL_TOK_DEDENT) {
        tl_parser_error_here(p, TL_ERROR_INDENTATION, "unexpected unindent");
    } else {
        tl_parser_error(p, TL_ERROR_SYNTAX, last->pos, "invalid syntax");
    }
}

static void hunt(TlParser *p) {
    TlToken last = p->tokens[p->token_count - 1];
    p->is_second_pass = p->hunting = true;
    p->pos = 0;
    tl_ptrbuf_truncate(&p->stack, 0);
    tl_buf_clear(&p->notes); // some are from the first pass
    p->steps_left = 10000 + INT64_C(100) * p->token_count;
    if (p->in_fstring) {
        (void)tl_parse_star_expressions(p);
    } else {
        TlMod unused = {0};
        (void)tl_parse_mode(p, &unused);
    }
    if (p->err->cls == TL_ERROR_NONE) {
        set_plain_error(p, &last);
    }
}

// Reads on to the end of the text. An error of its characters wins over what
// the parser found; so does a bracket left open on an earlier line.
static void check_rest(TlParser *p) {
    TlSyntaxError later = {0};
    TlToken tok;
    int line = p->tokens[p->token_count - 1].pos.line;
    if (p->lex.state != TL_LEXER_OK) {
        return; // the error is the lexer's own
    }
    p->lex.error = &later;
    while (p->lex.state == TL_LEXER_OK) {
        (void)tl_lexer_next(&p->lex, &tok);
    }
    if (p->lex.state == TL_LEXER_FAILED) {
        *p->err = later;
    } else if (p->lex.state != TL_LEXER_AT_END && p->lex.level > 0 &&
               p->lex.brackets[p->lex.level - 1].line < line) {
        tl_lexer_unclosed(&p->lex, p->err);
    }
    p->lex.error = p->err;
}

void tl_diagnose(TlParser *p) {
    bool is_plain_indent = false;
    if (p->err->cls == TL_ERROR_NONE) {
        uint8_t last = p->tokens[p->token_count - 1].kind;
        hunt(p);
        is_plain_indent = (last == TL_TOK_INDENT || last == TL_TOK_DEDENT) &&
                          strncmp(p->err->message, "unexpected ", 11) == 0;
    }
    bool is_about_text = p->err->cls == TL_ERROR_SYNTAX ||
                         p->err->cls == TL_ERROR_INDENTATION;
    if (is_about_text && !is_plain_indent) {
        check_rest(p);
    }
}
