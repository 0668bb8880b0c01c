// parse_target.c — what can be assigned to.
// SPDX-License-Identifier: MIT
//
// Targets are read as expressions and then turned into targets, which says no
// to what cannot be one; the words for that are found by the second pass.
#include "lang/parser_impl.h"

static bool make_targets(TlExprList *list, TlExprContext ctx) {
    for (int i = 0; i < list->len; i++) {
        if (!tl_make_target(list->items[i], ctx)) {
            return false;
        }
    }
    return true;
}

// Recursion is bounded by the parser's own: the tree is as deep as it nested.
bool tl_make_target(TlExpr *expr, TlExprContext ctx) {
    switch (expr->kind) {
    case TL_EXPR_NAME:
        expr->u.name.ctx = ctx;
        return true;
    case TL_EXPR_ATTRIBUTE:
        expr->u.attribute.ctx = ctx;
        return true;
    case TL_EXPR_SUBSCRIPT:
        expr->u.subscript.ctx = ctx;
        return true;
    case TL_EXPR_STARRED:
        expr->u.starred.ctx = ctx;
        return ctx == TL_CTX_STORE &&
               tl_make_target(expr->u.starred.value, ctx);
    case TL_EXPR_LIST:
    case TL_EXPR_TUPLE:
        expr->u.list.ctx = ctx;
        return make_targets(&expr->u.list.elts, ctx);
    default:
        return false;
    }
}

bool tl_is_single_target(const TlExpr *expr) {
    return expr->kind == TL_EXPR_NAME || expr->kind == TL_EXPR_ATTRIBUTE ||
           expr->kind == TL_EXPR_SUBSCRIPT;
}

// star_target: ['*'] primary that can be a target
TlExpr *tl_parse_star_target(TlParser *p) {
    int start = p->pos;
    bool is_starred = tl_accept(p, TL_TOK_STAR);
    TlExpr *target = tl_parse_primary(p);
    if (target == NULL || !tl_make_target(target, TL_CTX_STORE)) {
        return NULL;
    }
    if (!is_starred) {
        return target;
    }
    TlExpr *expr = tl_new_expr(p, TL_EXPR_STARRED, start);
    if (expr != NULL) {
        expr->u.starred.value = target;
        expr->u.starred.ctx = TL_CTX_STORE;
    }
    return expr;
}

// star_targets: star_target (',' star_target)* [',']
TlExpr *tl_parse_star_targets(TlParser *p) {
    int start = p->pos;
    TlExpr *first = tl_parse_star_target(p);
    if (first == NULL || tl_peek(p) != TL_TOK_COMMA) {
        return first;
    }
    size_t mark = p->stack.len;
    if (!tl_push(p, first)) {
        return NULL;
    }
    while (tl_accept(p, TL_TOK_COMMA) && tl_starts_expression(tl_peek(p))) {
        if (!tl_push(p, tl_parse_star_target(p))) {
            return NULL;
        }
    }
    TlExpr *expr = tl_new_expr(p, TL_EXPR_TUPLE, start);
    if (expr != NULL) {
        expr->u.list.ctx = TL_CTX_STORE;
        TL_TAKE_LIST(p, mark, &expr->u.list.elts);
    }
    return expr;
}
