// parse_stmt.c — simple statements.
// SPDX-License-Identifier: MIT
//
// Statements that fit on a line. The grammar's order (assignments first) only
// matters for errors, so here a keyword decides at once.
#include "lang/diagnose_impl.h"
#include "lang/parser_impl.h"

// --- Assignments ------------------------------------------------------------

static const struct {
    uint8_t token;
    uint8_t op;
} aug_operators[] = {
    {TL_TOK_PLUS_EQUAL, TL_BINOP_ADD},
    {TL_TOK_MIN_EQUAL, TL_BINOP_SUB},
    {TL_TOK_STAR_EQUAL, TL_BINOP_MULT},
    {TL_TOK_AT_EQUAL, TL_BINOP_MAT_MULT},
    {TL_TOK_SLASH_EQUAL, TL_BINOP_DIV},
    {TL_TOK_PERCENT_EQUAL, TL_BINOP_MOD},
    {TL_TOK_AMPER_EQUAL, TL_BINOP_BIT_AND},
    {TL_TOK_VBAR_EQUAL, TL_BINOP_BIT_OR},
    {TL_TOK_CIRCUMFLEX_EQUAL, TL_BINOP_BIT_XOR},
    {TL_TOK_LEFT_SHIFT_EQUAL, TL_BINOP_L_SHIFT},
    {TL_TOK_RIGHT_SHIFT_EQUAL, TL_BINOP_R_SHIFT},
    {TL_TOK_DOUBLE_STAR_EQUAL, TL_BINOP_POW},
    {TL_TOK_DOUBLE_SLASH_EQUAL, TL_BINOP_FLOOR_DIV},
};

bool tl_aug_operator(TlTokenKind kind, TlBinOp *op) {
    for (size_t i = 0; i < sizeof aug_operators / sizeof *aug_operators; i++) {
        if (aug_operators[i].token == kind) {
            *op = (TlBinOp)aug_operators[i].op;
            return true;
        }
    }
    return false;
}

// `(a).b: int` is wrong, though `(f()).b: int` is not: CPython sees the target
// in the parentheses and then wants the colon.
static bool is_cut_short(TlParser *p, int start) {
    int colon = p->pos;
    if (p->tokens[start].kind != TL_TOK_LPAR) {
        return false;
    }
    p->pos = start;
    const TlExpr *atom = tl_parse_atom(p);
    bool is_cut = atom != NULL && tl_is_single_target(atom) && p->pos != colon;
    p->pos = colon;
    return is_cut;
}

// target ':' annotation ['=' value]
static TlStmt *parse_ann_assign(TlParser *p, TlExpr *target, int start) {
    bool simple = p->tokens[start].kind == TL_TOK_NAME &&
                  target->kind == TL_EXPR_NAME;
    if (!tl_is_single_target(target) || is_cut_short(p, start)) {
        return NULL;
    }
    p->pos++;
    TlExpr *annotation = tl_parse_expression(p);
    TlExpr *value = NULL;
    int at = p->pos;
    if (annotation != NULL && tl_accept(p, TL_TOK_EQUAL)) {
        value = tl_parse_star_or_yield(p);
        if (value == NULL && !tl_go_back(p, at)) {
            return NULL;
        }
    }
    TlStmt *stmt = annotation != NULL
                       ? tl_new_stmt(p, TL_STMT_ANN_ASSIGN, start)
                       : NULL;
    if (stmt != NULL) {
        (void)tl_make_target(target, TL_CTX_STORE);
        stmt->u.ann_assign.target = target;
        stmt->u.ann_assign.annotation = annotation;
        stmt->u.ann_assign.value = value;
        stmt->u.ann_assign.simple = simple;
    }
    return stmt;
}

static TlStmt *parse_aug_assign(TlParser *p, TlExpr *target, TlBinOp op,
                                int start) {
    if (!tl_is_single_target(target)) {
        return NULL;
    }
    p->pos++;
    TlExpr *value = tl_parse_star_or_yield(p);
    TlStmt *stmt =
        value != NULL ? tl_new_stmt(p, TL_STMT_AUG_ASSIGN, start) : NULL;
    if (stmt != NULL) {
        (void)tl_make_target(target, TL_CTX_STORE);
        stmt->u.aug_assign.target = target;
        stmt->u.aug_assign.op = op;
        stmt->u.aug_assign.value = value;
    }
    return stmt;
}

// (star_targets '=')+ (yield_expr | star_expressions), at the first '='
static TlStmt *parse_assign(TlParser *p, TlExpr *first, int start) {
    size_t mark = p->stack.len;
    TlExpr *value = first;
    while (tl_peek(p) == TL_TOK_EQUAL) {
        if (!tl_make_target(value, TL_CTX_STORE) || !tl_push(p, value)) {
            return NULL;
        }
        p->pos++;
        value = tl_parse_star_or_yield(p);
        if (value == NULL) {
            return NULL;
        }
    }
    TlStmt *stmt = tl_new_stmt(p, TL_STMT_ASSIGN, start);
    if (stmt != NULL) {
        TL_TAKE_LIST(p, mark, &stmt->u.assign.targets);
        stmt->u.assign.value = value;
    }
    return stmt;
}

static TlStmt *parse_expr_stmt(TlParser *p) {
    int start = p->pos;
    bool is_yield = tl_peek(p) == TL_TOK_KW_YIELD;
    TlExpr *expr = tl_parse_star_or_yield(p);
    if (expr == NULL) {
        return NULL;
    }
    TlTokenKind kind = tl_peek(p);
    TlBinOp op;
    if (!is_yield && kind == TL_TOK_EQUAL) {
        return parse_assign(p, expr, start);
    }
    if (!is_yield && kind == TL_TOK_COLON) {
        return parse_ann_assign(p, expr, start);
    }
    if (!is_yield && tl_aug_operator(kind, &op)) {
        return parse_aug_assign(p, expr, op, start);
    }
    TlStmt *stmt = tl_new_stmt(p, TL_STMT_EXPR, start);
    if (stmt != NULL) {
        stmt->u.expr.value = expr;
    }
    return stmt;
}

// In the second pass: a statement that is no good assignment may be a bad one.
static TlStmt *parse_or_hunt(TlParser *p) {
    int start = p->pos;
    size_t mark = p->stack.len;
    TlStmt *stmt = parse_expr_stmt(p);
    if (p->err->cls != TL_ERROR_NONE) {
        return NULL;
    }
    TlTokenKind next = tl_peek(p);
    bool is_good = stmt != NULL &&
                   (stmt->kind != TL_STMT_EXPR || next == TL_TOK_NEWLINE ||
                    next == TL_TOK_SEMI);
    if (p->hunting && !is_good) {
        tl_ptrbuf_truncate(&p->stack, mark);
        tl_hunt_assignment(p, start);
    }
    return p->err->cls == TL_ERROR_NONE ? stmt : NULL;
}

// --- Statements with a keyword ----------------------------------------------

static TlStmt *parse_return(TlParser *p) {
    int start = p->pos++;
    TlExpr *value = NULL;
    if (tl_starts_expression(tl_peek(p))) {
        value = tl_parse_star_expressions(p);
        if (value == NULL) {
            return NULL;
        }
    }
    TlStmt *stmt = tl_new_stmt(p, TL_STMT_RETURN, start);
    if (stmt != NULL) {
        stmt->u.return_.value = value;
    }
    return stmt;
}

// 'raise' [expression ['from' expression]]
static TlStmt *parse_raise(TlParser *p) {
    int start = p->pos++;
    TlExpr *exc = NULL;
    TlExpr *cause = NULL;
    if (tl_starts_expression(tl_peek(p))) {
        exc = tl_parse_expression(p);
        if (exc == NULL) {
            return NULL;
        }
        if (tl_accept(p, TL_TOK_KW_FROM)) {
            cause = tl_parse_expression(p);
            if (cause == NULL) {
                return NULL;
            }
        }
    }
    TlStmt *stmt = tl_new_stmt(p, TL_STMT_RAISE, start);
    if (stmt != NULL) {
        stmt->u.raise.exc = exc;
        stmt->u.raise.cause = cause;
    }
    return stmt;
}

// 'del' del_target (',' del_target)* [','] &(';' | NEWLINE)
static TlStmt *parse_del(TlParser *p) {
    int start = p->pos++;
    size_t mark = p->stack.len;
    do {
        TlExpr *target = tl_parse_primary(p);
        if (target == NULL || !tl_make_target(target, TL_CTX_DEL) ||
            !tl_push(p, target)) {
            return NULL;
        }
    } while (tl_accept(p, TL_TOK_COMMA) && tl_starts_expression(tl_peek(p)));
    if (tl_peek(p) != TL_TOK_SEMI && tl_peek(p) != TL_TOK_NEWLINE) {
        return NULL;
    }
    TlStmt *stmt = tl_new_stmt(p, TL_STMT_DELETE, start);
    if (stmt != NULL) {
        TL_TAKE_LIST(p, mark, &stmt->u.delete_.targets);
    }
    return stmt;
}

static TlStmt *parse_del_or_hunt(TlParser *p) {
    int start = p->pos;
    TlStmt *stmt = parse_del(p);
    if (stmt == NULL && p->hunting && p->err->cls == TL_ERROR_NONE) {
        tl_hunt_del(p, start);
    }
    return stmt;
}

static TlStmt *parse_assert(TlParser *p) {
    int start = p->pos++;
    TlExpr *test = tl_parse_expression(p);
    TlExpr *msg = NULL;
    if (test != NULL && tl_accept(p, TL_TOK_COMMA)) {
        msg = tl_parse_expression(p);
        test = msg != NULL ? test : NULL;
    }
    TlStmt *stmt = test != NULL ? tl_new_stmt(p, TL_STMT_ASSERT, start) : NULL;
    if (stmt != NULL) {
        stmt->u.assert_.test = test;
        stmt->u.assert_.msg = msg;
    }
    return stmt;
}

// ('global' | 'nonlocal') NAME (',' NAME)*
static TlStmt *parse_global(TlParser *p, TlStmtKind kind) {
    int start = p->pos++;
    size_t mark = p->stack.len;
    do {
        // The list is of const names; the stack does not know that.
        if (!tl_push(p, (void *)tl_parse_name(p))) {
            return NULL;
        }
    } while (tl_accept(p, TL_TOK_COMMA));
    TlStmt *stmt = tl_new_stmt(p, kind, start);
    if (stmt != NULL) {
        TL_TAKE_LIST(p, mark, &stmt->u.global.names);
    }
    return stmt;
}

static TlStmt *parse_word(TlParser *p, TlStmtKind kind) {
    int start = p->pos++;
    return tl_new_stmt(p, kind, start);
}

static TlStmt *parse_simple(TlParser *p) {
    switch (tl_peek(p)) {
    case TL_TOK_KW_RETURN:
        return parse_return(p);
    case TL_TOK_KW_IMPORT:
    case TL_TOK_KW_FROM:
        return tl_parse_import(p);
    case TL_TOK_KW_RAISE:
        return parse_raise(p);
    case TL_TOK_KW_PASS:
        return parse_word(p, TL_STMT_PASS);
    case TL_TOK_KW_DEL:
        return parse_del_or_hunt(p);
    case TL_TOK_KW_ASSERT:
        return parse_assert(p);
    case TL_TOK_KW_BREAK:
        return parse_word(p, TL_STMT_BREAK);
    case TL_TOK_KW_CONTINUE:
        return parse_word(p, TL_STMT_CONTINUE);
    case TL_TOK_KW_GLOBAL:
        return parse_global(p, TL_STMT_GLOBAL);
    case TL_TOK_KW_NONLOCAL:
        return parse_global(p, TL_STMT_NONLOCAL);
    default:
        return p->is_second_pass ? parse_or_hunt(p) : parse_expr_stmt(p);
    }
}

// simple_stmts: simple_stmt (';' simple_stmt)* [';'] NEWLINE
bool tl_parse_simple_stmts(TlParser *p) {
    do {
        if (!tl_push(p, parse_simple(p))) {
            return false;
        }
    } while (tl_accept(p, TL_TOK_SEMI) && tl_peek(p) != TL_TOK_NEWLINE);
    return tl_accept(p, TL_TOK_NEWLINE);
}

bool tl_parse_statement(TlParser *p) {
    if (!tl_enter(p)) {
        return false;
    }
    bool ok = false;
    switch (tl_peek(p)) {
    case TL_TOK_AT:
    case TL_TOK_KW_ASYNC:
    case TL_TOK_KW_CLASS:
    case TL_TOK_KW_DEF:
    case TL_TOK_KW_FOR:
    case TL_TOK_KW_IF:
    case TL_TOK_KW_TRY:
    case TL_TOK_KW_WHILE:
    case TL_TOK_KW_WITH:
        ok = tl_push(p, tl_parse_compound(p));
        break;
    case TL_TOK_NAME: {
        TlStmt *match = tl_at_word(p, "match") ? tl_parse_match(p) : NULL;
        if (match != NULL) {
            ok = tl_push(p, match);
        } else {
            ok = p->err->cls == TL_ERROR_NONE && tl_parse_simple_stmts(p);
        }
        break;
    }
    default:
        ok = tl_parse_simple_stmts(p);
    }
    tl_leave(p);
    return ok;
}
