// parse_expr.c — operators, by precedence climbing.
// SPDX-License-Identifier: MIT
//
// parse_climb() is the one recursive function for all binary operators: it
// reads an operand and then every operator that binds at least as tightly as
// asked, so a chain of any length is one loop, and a level of nesting costs one
// frame here and one in parse_atom.c. Everything rare is kept out of line to
// keep that frame small.
#include "lang/diagnose_impl.h"
#include "lang/parser_impl.h"

// How tightly an operator binds; also what a caller asks for at least.
typedef enum Precedence {
    PREC_NONE,
    PREC_TEST, // x if c else y, lambda
    PREC_OR,
    PREC_AND,
    PREC_NOT,
    PREC_COMPARE,
    PREC_BIT_OR,
    PREC_BIT_XOR,
    PREC_BIT_AND,
    PREC_SHIFT,
    PREC_SUM,
    PREC_TERM,
    PREC_UNARY
} Precedence;

typedef struct BinaryOperator {
    uint8_t precedence;
    uint8_t op; // TlBinOp, TlBoolOp or TlCmpOp
} BinaryOperator;

static const BinaryOperator binary_operators[TL_TOK_COUNT] = {
    [TL_TOK_KW_OR] = {PREC_OR, TL_BOOL_OR},
    [TL_TOK_KW_AND] = {PREC_AND, TL_BOOL_AND},
    [TL_TOK_EQ_EQUAL] = {PREC_COMPARE, TL_CMP_EQ},
    [TL_TOK_NOT_EQUAL] = {PREC_COMPARE, TL_CMP_NOT_EQ},
    [TL_TOK_LESS] = {PREC_COMPARE, TL_CMP_LT},
    [TL_TOK_LESS_EQUAL] = {PREC_COMPARE, TL_CMP_LT_E},
    [TL_TOK_GREATER] = {PREC_COMPARE, TL_CMP_GT},
    [TL_TOK_GREATER_EQUAL] = {PREC_COMPARE, TL_CMP_GT_E},
    [TL_TOK_KW_IN] = {PREC_COMPARE, TL_CMP_IN},
    [TL_TOK_KW_IS] = {PREC_COMPARE, TL_CMP_IS},
    [TL_TOK_KW_NOT] = {PREC_COMPARE, TL_CMP_NOT_IN},
    [TL_TOK_VBAR] = {PREC_BIT_OR, TL_BINOP_BIT_OR},
    [TL_TOK_CIRCUMFLEX] = {PREC_BIT_XOR, TL_BINOP_BIT_XOR},
    [TL_TOK_AMPER] = {PREC_BIT_AND, TL_BINOP_BIT_AND},
    [TL_TOK_LEFT_SHIFT] = {PREC_SHIFT, TL_BINOP_L_SHIFT},
    [TL_TOK_RIGHT_SHIFT] = {PREC_SHIFT, TL_BINOP_R_SHIFT},
    [TL_TOK_PLUS] = {PREC_SUM, TL_BINOP_ADD},
    [TL_TOK_MINUS] = {PREC_SUM, TL_BINOP_SUB},
    [TL_TOK_STAR] = {PREC_TERM, TL_BINOP_MULT},
    [TL_TOK_SLASH] = {PREC_TERM, TL_BINOP_DIV},
    [TL_TOK_DOUBLE_SLASH] = {PREC_TERM, TL_BINOP_FLOOR_DIV},
    [TL_TOK_PERCENT] = {PREC_TERM, TL_BINOP_MOD},
    [TL_TOK_AT] = {PREC_TERM, TL_BINOP_MAT_MULT},
};

static TlExpr *parse_climb(TlParser *p, Precedence least);

// --- Operands ---------------------------------------------------------------

static TL_NOINLINE TlExpr *parse_attribute(TlParser *p, TlExpr *value,
                                           int start) {
    p->pos++;
    const TlName *attr = tl_parse_name(p);
    TlExpr *expr =
        attr != NULL ? tl_new_expr(p, TL_EXPR_ATTRIBUTE, start) : NULL;
    if (expr != NULL) {
        expr->u.attribute.value = value;
        expr->u.attribute.attr = attr;
    }
    return expr;
}

// primary: atom ('.' NAME | call | '[' slices ']')*
TlExpr *tl_parse_primary(TlParser *p) {
    int start = p->pos;
    TlExpr *left = tl_parse_atom(p);
    while (left != NULL) {
        int at = p->pos;
        TlTokenKind kind = tl_peek(p);
        TlExpr *outer;
        if (kind == TL_TOK_LPAR) {
            outer = tl_parse_call(p, left, start);
        } else if (kind == TL_TOK_LSQB) {
            outer = tl_parse_subscript(p, left, start);
        } else if (kind == TL_TOK_DOT) {
            outer = parse_attribute(p, left, start);
        } else {
            break;
        }
        if (outer == NULL) {
            return tl_go_back(p, at) ? left : NULL;
        }
        left = outer;
    }
    return left;
}

static TL_NOINLINE TlExpr *parse_await(TlParser *p) {
    int start = p->pos++;
    TlExpr *value = tl_parse_primary(p);
    TlExpr *expr =
        value != NULL ? tl_new_expr(p, TL_EXPR_AWAIT, start) : NULL;
    if (expr != NULL) {
        expr->u.await.value = value;
    }
    return expr;
}

// The prefix operator that is the current token, with its operand.
static TL_NOINLINE TlExpr *parse_prefix(TlParser *p, TlUnaryOp op,
                                        Precedence operand_least) {
    int start = p->pos++;
    TlExpr *operand = parse_climb(p, operand_least);
    TlExpr *expr =
        operand != NULL ? tl_new_expr(p, TL_EXPR_UNARY_OP, start) : NULL;
    if (expr != NULL) {
        expr->u.unary_op.op = op;
        expr->u.unary_op.operand = operand;
    }
    return expr;
}

static TL_NOINLINE TlExpr *new_binary(TlParser *p, TlExpr *left, TlBinOp op,
                                      TlExpr *right, int start) {
    TlExpr *expr =
        right != NULL ? tl_new_expr(p, TL_EXPR_BIN_OP, start) : NULL;
    if (expr != NULL) {
        expr->u.bin_op.left = left;
        expr->u.bin_op.op = op;
        expr->u.bin_op.right = right;
    }
    return expr;
}

// `**` binds less tightly than a unary operator on its right.
static TL_NOINLINE TlExpr *parse_power(TlParser *p, TlExpr *left, int start) {
    int at = p->pos++;
    TlExpr *right = parse_climb(p, PREC_UNARY);
    if (right == NULL && tl_go_back(p, at)) {
        return left;
    }
    return new_binary(p, left, TL_BINOP_POW, right, start);
}

static TlExpr *parse_operand(TlParser *p, Precedence least) {
    switch (tl_peek(p)) {
    case TL_TOK_MINUS:
        return parse_prefix(p, TL_UNARY_U_SUB, PREC_UNARY);
    case TL_TOK_PLUS:
        return parse_prefix(p, TL_UNARY_U_ADD, PREC_UNARY);
    case TL_TOK_TILDE:
        return parse_prefix(p, TL_UNARY_INVERT, PREC_UNARY);
    case TL_TOK_KW_NOT:
        return least <= PREC_NOT ? parse_prefix(p, TL_UNARY_NOT, PREC_NOT)
                                 : NULL;
    case TL_TOK_KW_AWAIT:
        return parse_await(p);
    default:
        return tl_parse_primary(p);
    }
}

// --- Binary operators -------------------------------------------------------

// a or b or c; the current token is the first operator.
static TL_NOINLINE TlExpr *parse_bool_op(TlParser *p, TlExpr *left, int start) {
    TlTokenKind kind = tl_peek(p);
    BinaryOperator op = binary_operators[kind];
    size_t mark = p->stack.len;
    if (!tl_push(p, left)) {
        return NULL;
    }
    int at = p->pos;
    while (tl_accept(p, kind)) {
        TlExpr *right = parse_climb(p, (Precedence)(op.precedence + 1));
        if (right == NULL && tl_go_back(p, at)) {
            break;
        }
        if (!tl_push(p, right)) {
            return NULL;
        }
        at = p->pos;
    }
    if (p->stack.len == mark + 1) {
        return tl_ptrbuf_pop(&p->stack); // second pass: no operand followed
    }
    TlExpr *expr = tl_new_expr(p, TL_EXPR_BOOL_OP, start);
    if (expr != NULL) {
        expr->u.bool_op.op = (TlBoolOp)op.op;
        TL_TAKE_LIST(p, mark, &expr->u.bool_op.values);
    }
    return expr;
}

// Goes past a comparison operator; `is not` and `not in` are two tokens.
static bool accept_comparison(TlParser *p, TlCmpOp *op) {
    TlTokenKind kind = tl_peek(p);
    if (binary_operators[kind].precedence != PREC_COMPARE ||
        (kind == TL_TOK_KW_NOT && tl_peek_second(p) != TL_TOK_KW_IN)) {
        return false;
    }
    *op = (TlCmpOp)binary_operators[kind].op;
    p->pos += kind == TL_TOK_KW_NOT ? 2 : 1;
    if (kind == TL_TOK_KW_IS && tl_accept(p, TL_TOK_KW_NOT)) {
        *op = TL_CMP_IS_NOT;
    }
    return true;
}

static bool push_cmp_op(TlParser *p, TlBuf *ops, TlCmpOp op) {
    if (!tl_buf_append_char(ops, (char)op)) {
        tl_fail_memory(p);
        return false;
    }
    return true;
}

static TlExpr *new_compare(TlParser *p, TlExpr *left, const TlBuf *ops,
                           size_t mark, int start) {
    TlExpr *expr = tl_new_expr(p, TL_EXPR_COMPARE, start);
    if (expr == NULL) {
        return NULL;
    }
    TlCmpOp *copy = tl_arena_alloc(p->arena, sizeof *copy * ops->len);
    if (copy == NULL) {
        return tl_fail_memory(p);
    }
    for (size_t i = 0; i < ops->len; i++) {
        copy[i] = (TlCmpOp)ops->data[i];
    }
    expr->u.compare.left = left;
    expr->u.compare.ops = copy;
    TL_TAKE_LIST(p, mark, &expr->u.compare.comparators);
    return expr;
}

// a < b <= c; the current token is an operator.
static TL_NOINLINE TlExpr *parse_compare(TlParser *p, TlExpr *left, int start) {
    size_t mark = p->stack.len;
    TlBuf ops;
    tl_buf_init(&ops, p->alloc);
    TlExpr *expr = NULL;
    TlCmpOp op;
    int at = p->pos;
    while (accept_comparison(p, &op)) {
        TlExpr *right = parse_climb(p, PREC_BIT_OR);
        if (right == NULL && tl_go_back(p, at)) {
            break;
        }
        if (!tl_push(p, right) || !push_cmp_op(p, &ops, op)) {
            goto done;
        }
        at = p->pos;
    }
    expr = ops.len > 0 ? new_compare(p, left, &ops, mark, start) : left;
done:
    tl_buf_deinit(&ops);
    return expr;
}

// `x if test else y` after x.
static TL_NOINLINE TlExpr *parse_ternary(TlParser *p, TlExpr *body, int start) {
    int at = p->pos++;
    TlExpr *test = parse_climb(p, PREC_OR);
    TlExpr *orelse = NULL;
    if (test != NULL && tl_accept(p, TL_TOK_KW_ELSE)) {
        orelse = parse_climb(p, PREC_TEST);
    }
    if (orelse == NULL && tl_go_back(p, at)) {
        return body;
    }
    TlExpr *expr =
        orelse != NULL ? tl_new_expr(p, TL_EXPR_IF_EXP, start) : NULL;
    if (expr != NULL) {
        expr->u.if_exp.test = test;
        expr->u.if_exp.body = body;
        expr->u.if_exp.orelse = orelse;
    }
    return expr;
}

// Reads operators after [left] that bind at least as tightly as [least].
static TlExpr *climb_operators(TlParser *p, TlExpr *left, Precedence least,
                               int start) {
    while (left != NULL) {
        int at = p->pos;
        TlTokenKind kind = tl_peek(p);
        BinaryOperator op = binary_operators[kind];
        if (op.precedence == PREC_NONE || op.precedence < least) {
            break;
        }
        TlExpr *outer;
        if (op.precedence <= PREC_AND) {
            outer = parse_bool_op(p, left, start);
        } else if (op.precedence == PREC_COMPARE) {
            if (kind == TL_TOK_KW_NOT && tl_peek_second(p) != TL_TOK_KW_IN) {
                break;
            }
            outer = parse_compare(p, left, start);
        } else {
            p->pos++;
            TlExpr *right = parse_climb(p, (Precedence)(op.precedence + 1));
            outer = new_binary(p, left, (TlBinOp)op.op, right, start);
        }
        if (outer == left) {
            break; // second pass: the operator has no operand
        }
        if (outer == NULL) {
            return tl_go_back(p, at) ? left : NULL;
        }
        left = outer;
    }
    return left;
}

// The second pass, at the operators of an expression: goes on hunting unless
// they have been read before without.
static TL_NOINLINE void begin_again(TlParser *p, Precedence least) {
    if (p->hunting) {
        p->hunting = !tl_is_noted(p, p->pos, TL_NOTE_QUIET_OPERATORS);
        return;
    }
    tl_note(p, p->pos,
            least == PREC_TEST
                ? TL_NOTE_QUIET_OPERATORS | TL_NOTE_QUIET_EXPRESSION
                : TL_NOTE_QUIET_OPERATORS);
}

// The second pass, after the operators; [hunting] as it was before them.
static TL_NOINLINE TlExpr *end_again(TlParser *p, TlExpr *left,
                                     Precedence least, int start,
                                     bool hunting) {
    p->hunting = hunting;
    bool hunts = hunting && least == PREC_TEST && left != NULL &&
                 !tl_is_noted(p, start, TL_NOTE_QUIET_EXPRESSION);
    return hunts && tl_hunt_expression(p, left, start) ? NULL : left;
}

static TlExpr *parse_climb(TlParser *p, Precedence least) {
    if (!tl_enter(p)) {
        return NULL;
    }
    int start = p->pos;
    bool hunting = p->hunting;
    bool is_again = p->is_second_pass && least <= PREC_OR;
    TlExpr *left;
    if (least == PREC_TEST && tl_peek(p) == TL_TOK_KW_LAMBDA) {
        left = tl_parse_lambda(p);
    } else {
        if (is_again) {
            begin_again(p, least);
        }
        left = parse_operand(p, least);
        if (left != NULL && tl_peek(p) == TL_TOK_DOUBLE_STAR) {
            left = parse_power(p, left, start);
        }
        left = climb_operators(p, left, least, start);
        if (is_again) {
            left = end_again(p, left, least, start, hunting);
        }
    }
    if (left != NULL && least == PREC_TEST && tl_peek(p) == TL_TOK_KW_IF) {
        left = parse_ternary(p, left, start);
    }
    tl_leave(p);
    return left;
}

// --- Entry points -----------------------------------------------------------

TlExpr *tl_parse_expression(TlParser *p) {
    return parse_climb(p, PREC_TEST);
}

TlExpr *tl_parse_disjunction(TlParser *p) {
    return parse_climb(p, PREC_OR);
}

TlExpr *tl_parse_bitwise_or(TlParser *p) {
    return parse_climb(p, PREC_BIT_OR);
}

static TL_NOINLINE TlExpr *parse_walrus(TlParser *p) {
    int start = p->pos;
    TlExpr *target = tl_parse_atom(p);
    p->pos++;
    TlExpr *value = target != NULL ? tl_parse_expression(p) : NULL;
    TlExpr *expr =
        value != NULL ? tl_new_expr(p, TL_EXPR_NAMED_EXPR, start) : NULL;
    if (expr != NULL) {
        target->u.name.ctx = TL_CTX_STORE;
        expr->u.named_expr.target = target;
        expr->u.named_expr.value = value;
    }
    return expr;
}

// named_expression: NAME ':=' expression | expression !':='
TlExpr *tl_parse_named_expression(TlParser *p) {
    if (tl_peek(p) == TL_TOK_NAME && tl_peek_second(p) == TL_TOK_COLON_EQUAL) {
        return parse_walrus(p);
    }
    int start = p->pos;
    TlExpr *expr = parse_climb(p, PREC_TEST);
    if (p->hunting && expr != NULL && tl_hunt_named(p, expr, start)) {
        return NULL;
    }
    return expr != NULL && tl_peek(p) != TL_TOK_COLON_EQUAL ? expr : NULL;
}

TL_NOINLINE TlExpr *tl_parse_starred(TlParser *p,
                                     TlExpr *(*parse_value)(TlParser *p)) {
    int start = p->pos++;
    TlExpr *value = parse_value(p);
    TlExpr *expr =
        value != NULL ? tl_new_expr(p, TL_EXPR_STARRED, start) : NULL;
    if (expr != NULL) {
        expr->u.starred.value = value;
    }
    return expr;
}

TlExpr *tl_parse_star_named_expression(TlParser *p) {
    if (tl_peek(p) == TL_TOK_STAR) {
        return tl_parse_starred(p, tl_parse_bitwise_or);
    }
    return tl_parse_named_expression(p);
}

static TlExpr *parse_star_expression(TlParser *p) {
    if (tl_peek(p) == TL_TOK_STAR) {
        return tl_parse_starred(p, tl_parse_bitwise_or);
    }
    return tl_parse_expression(p);
}

bool tl_starts_expression(TlTokenKind kind) {
    switch (kind) {
    case TL_TOK_NAME:
    case TL_TOK_NUMBER:
    case TL_TOK_STRING:
    case TL_TOK_LPAR:
    case TL_TOK_LSQB:
    case TL_TOK_LBRACE:
    case TL_TOK_ELLIPSIS:
    case TL_TOK_PLUS:
    case TL_TOK_MINUS:
    case TL_TOK_TILDE:
    case TL_TOK_STAR:
    case TL_TOK_KW_FALSE:
    case TL_TOK_KW_NONE:
    case TL_TOK_KW_TRUE:
    case TL_TOK_KW_AWAIT:
    case TL_TOK_KW_LAMBDA:
    case TL_TOK_KW_NOT:
        return true;
    default:
        return false;
    }
}

// star_expressions: one alone, or a tuple without parentheses.
TlExpr *tl_parse_star_expressions(TlParser *p) {
    int start = p->pos;
    TlExpr *first = parse_star_expression(p);
    if (first == NULL || tl_peek(p) != TL_TOK_COMMA) {
        return first;
    }
    size_t mark = p->stack.len;
    if (!tl_push(p, first)) {
        return NULL;
    }
    while (tl_accept(p, TL_TOK_COMMA) && tl_starts_expression(tl_peek(p))) {
        int at = p->pos;
        TlExpr *next = parse_star_expression(p);
        if (next == NULL && tl_go_back(p, at)) {
            break;
        }
        if (!tl_push(p, next)) {
            return NULL;
        }
    }
    TlExpr *expr = tl_new_expr(p, TL_EXPR_TUPLE, start);
    if (expr != NULL) {
        TL_TAKE_LIST(p, mark, &expr->u.list.elts);
    }
    return expr;
}

// yield_expr: 'yield' 'from' expression | 'yield' [star_expressions]
static TlExpr *parse_yield(TlParser *p) {
    int start = p->pos++;
    TlExprKind kind = TL_EXPR_YIELD;
    TlExpr *value = NULL;
    if (tl_accept(p, TL_TOK_KW_FROM)) {
        kind = TL_EXPR_YIELD_FROM;
        value = tl_parse_expression(p);
    } else if (tl_starts_expression(tl_peek(p))) {
        int at = p->pos;
        value = tl_parse_star_expressions(p);
        if (value == NULL && tl_go_back(p, at)) {
            return tl_new_expr(p, kind, start);
        }
    } else {
        return tl_new_expr(p, kind, start);
    }
    TlExpr *expr = value != NULL ? tl_new_expr(p, kind, start) : NULL;
    if (expr != NULL && kind == TL_EXPR_YIELD) {
        expr->u.yield.value = value;
    } else if (expr != NULL) {
        expr->u.await.value = value;
    }
    return expr;
}

TlExpr *tl_parse_star_or_yield(TlParser *p) {
    if (tl_peek(p) == TL_TOK_KW_YIELD) {
        return parse_yield(p);
    }
    return tl_parse_star_expressions(p);
}
