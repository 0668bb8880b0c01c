// diagnose_stmt.c — mistakes in statements.
// SPDX-License-Identifier: MIT
#include "lang/diagnose_impl.h"

// --- Assignments ------------------------------------------------------------

// Expressions, with or without commas between them, as far as they fit.
static void skip_elements(TlParser *p) {
    while (tl_starts_expression(tl_peek(p))) {
        int at = p->pos;
        if (tl_parse_star_named_expression(p) == NULL) {
            (void)tl_go_back(p, at);
            break;
        }
        (void)tl_accept(p, TL_TOK_COMMA);
    }
}

// `(a, b): int`, `a, b: int`, `f(): int`
static void hunt_annotation(TlParser *p, int start) {
    p->pos = start;
    const TlExpr *first = tl_parse_star_named_expression(p);
    if (first == NULL) {
        return;
    }
    const char *what = NULL;
    TlTokenKind kind = tl_peek(p);
    bool is_list = first->kind == TL_EXPR_LIST;
    bool is_tuple = first->kind == TL_EXPR_TUPLE;
    if (kind == TL_TOK_COMMA) {
        what = "only single target (not tuple) can be annotated";
        p->pos++;
        skip_elements(p);
    } else if (is_list || is_tuple) {
        what = is_list ? "only single target (not list) can be annotated"
                       : "only single target (not tuple) can be annotated";
    } else if (p->tokens[start].kind != TL_TOK_STAR) {
        what = "illegal target for annotation";
    }
    if (what != NULL && tl_accept(p, TL_TOK_COLON) &&
        tl_parse_expression(p) != NULL) {
        tl_refuse(p, first->pos, what);
    }
}

// `a = f() = b`: after good targets, one that is none.
static void hunt_target(TlParser *p, int start) {
    p->pos = start;
    int at;
    do {
        at = p->pos;
    } while (tl_starts_expression(tl_peek(p)) &&
             tl_parse_star_targets(p) != NULL && tl_accept(p, TL_TOK_EQUAL));
    p->pos = at;
    if (p->err->cls != TL_ERROR_NONE) {
        return;
    }
    bool is_yield = tl_peek(p) == TL_TOK_KW_YIELD;
    const TlExpr *target = tl_parse_star_or_yield(p);
    if (target == NULL || !tl_accept(p, TL_TOK_EQUAL)) {
        return;
    }
    if (is_yield) {
        tl_refuse(p, target->pos,
                  "assignment to yield expression not possible");
    } else {
        tl_refuse_target(p, target, TL_TARGET_ASSIGN);
    }
}

static void hunt_aug_target(TlParser *p, int start) {
    p->pos = start;
    const TlExpr *target = tl_parse_star_expressions(p);
    TlBinOp op;
    if (target == NULL || !tl_aug_operator(tl_peek(p), &op)) {
        return;
    }
    p->pos++;
    if (!tl_is_single_target(target) && tl_parse_star_or_yield(p) != NULL &&
        p->err->cls == TL_ERROR_NONE) {
        tl_parser_error(
            p, TL_ERROR_SYNTAX, target->pos,
            "'%s' is an illegal expression for augmented assignment",
            tl_expr_description(target));
    }
}

void tl_hunt_assignment(TlParser *p, int start) {
    static void (*const hunts[])(TlParser *p, int start) = {
        hunt_annotation, hunt_target, hunt_aug_target};
    int at = p->pos;
    size_t mark = p->stack.len;
    for (size_t i = 0; i < sizeof hunts / sizeof *hunts; i++) {
        if (p->err->cls == TL_ERROR_NONE) {
            hunts[i](p, start);
        }
    }
    tl_ptrbuf_truncate(&p->stack, mark);
    p->pos = at;
}

void tl_hunt_del(TlParser *p, int start) {
    p->pos = start + 1;
    const TlExpr *target = tl_parse_star_expressions(p);
    if (target != NULL) {
        tl_refuse_target(p, target, TL_TARGET_DEL);
    }
    p->pos = start;
}

// --- Blocks -----------------------------------------------------------------

bool tl_hunt_block(TlParser *p, int keyword, const char *what,
                   bool may_lack_colon) {
    int at = p->pos;
    if (may_lack_colon && tl_peek(p) == TL_TOK_NEWLINE) {
        tl_refuse_here(p, "expected ':'");
    } else if (tl_accept(p, TL_TOK_COLON) && tl_accept(p, TL_TOK_NEWLINE) &&
               tl_peek(p) != TL_TOK_INDENT && p->err->cls == TL_ERROR_NONE) {
        tl_parser_error_here(p, TL_ERROR_INDENTATION,
                             "expected an indented block after %s on line %d",
                             what, (int)p->tokens[keyword].pos.line);
    }
    p->pos = at;
    return p->err->cls != TL_ERROR_NONE;
}

bool tl_hunt_try(TlParser *p) {
    TlTokenKind kind = tl_peek(p);
    if (kind != TL_TOK_KW_EXCEPT && kind != TL_TOK_KW_FINALLY) {
        tl_refuse_here(p, "expected 'except' or 'finally' block");
    }
    return p->err->cls != TL_ERROR_NONE;
}

// `except A, B:`
static void hunt_except_list(TlParser *p, TlPos from) {
    p->pos++;
    if (tl_parse_star_expressions(p) == NULL) {
        return;
    }
    if (tl_accept(p, TL_TOK_KW_AS) && !tl_accept(p, TL_TOK_NAME)) {
        return;
    }
    if (tl_accept(p, TL_TOK_COLON)) {
        tl_refuse(p, tl_range_to_cursor(p, from),
                  "multiple exception types must be parenthesized");
    }
}

void tl_hunt_except(TlParser *p, int start) {
    p->pos = start + 1;
    bool is_star = tl_accept(p, TL_TOK_STAR);
    TlTokenKind kind = tl_peek(p);
    if (is_star && (kind == TL_TOK_NEWLINE || kind == TL_TOK_COLON)) {
        tl_refuse_here(p, "expected one or more exception types");
    } else if (kind == TL_TOK_NEWLINE) {
        tl_refuse_here(p, "expected ':'");
    } else if (tl_starts_expression(kind)) {
        const TlExpr *type = tl_parse_expression(p);
        if (type != NULL && tl_peek(p) == TL_TOK_COMMA) {
            hunt_except_list(p, type->pos);
        } else if (type != NULL) {
            bool ok = !tl_accept(p, TL_TOK_KW_AS) ||
                      tl_accept(p, TL_TOK_NAME);
            if (ok && tl_peek(p) == TL_TOK_NEWLINE) {
                tl_refuse_here(p, "expected ':'");
            }
        }
    }
    p->pos = start;
}

void tl_hunt_mixed_handler(TlParser *p, int start) {
    p->pos = start + 1;
    int last = tl_accept(p, TL_TOK_STAR) ? start + 1 : start;
    if (tl_peek(p) != TL_TOK_COLON) {
        if (tl_parse_expression(p) == NULL) {
            return;
        }
        if (tl_accept(p, TL_TOK_KW_AS) && !tl_accept(p, TL_TOK_NAME)) {
            return;
        }
    }
    if (tl_peek(p) == TL_TOK_COLON) {
        tl_refuse(p, tl_token_range(p, start, last),
                  "cannot have both 'except' and 'except*' on the same 'try'");
    }
}

// --- Targets and patterns ---------------------------------------------------

void tl_hunt_with_target(TlParser *p, int start) {
    p->pos = start;
    const TlExpr *target = tl_parse_expression(p);
    TlTokenKind kind = tl_peek(p);
    if (target != NULL && (kind == TL_TOK_COMMA || kind == TL_TOK_RPAR ||
                           kind == TL_TOK_COLON)) {
        tl_refuse_target(p, target, TL_TARGET_ASSIGN);
    }
    p->pos = start;
}

void tl_hunt_as_pattern(TlParser *p, int start) {
    p->pos = start;
    if (tl_at_word(p, "_")) {
        tl_refuse(p, p->tokens[start].pos, "cannot use '_' as a target");
    } else if (tl_peek(p) != TL_TOK_NAME) {
        const TlExpr *target = tl_parse_expression(p);
        if (target != NULL) {
            tl_refuse(p, target->pos, "invalid pattern target");
        }
    }
    p->pos = start;
}
