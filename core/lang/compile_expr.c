// compile_expr.c — expressions.
// SPDX-License-Identifier: MIT
//
// Chains that lean left (a + b + c, a.b().c[d]) are compiled from their left
// end on with a stack of our own, since they may be thousands long; the rest
// recurses. A chain that begins with constants carries their value along and
// loads it only when it meets something that is no constant.
#include "lang/compile_impl.h"

#include <string.h>

static void compile_node(TlCompiler *c, const TlExpr *e);

void tl_c_exprs(TlCompiler *c, TlExprList list) {
    for (int i = 0; i < list.len; i++) {
        tl_c_expr(c, list.items[i]);
    }
}

// --- Chains -----------------------------------------------------------------

// The part of [e] that is evaluated first, if [e] is a link of a chain. The
// callable of a method call is not loaded by itself, so it is skipped.
static const TlExpr *left_end(const TlCompiler *c, const TlExpr *e) {
    switch (e->kind) {
    case TL_EXPR_BIN_OP: return e->u.bin_op.left;
    case TL_EXPR_ATTRIBUTE: return e->u.attribute.value;
    case TL_EXPR_SUBSCRIPT: return e->u.subscript.value;
    case TL_EXPR_CALL:
        return tl_c_is_method_call(c, e) ? e->u.call.func->u.attribute.value
                                         : e->u.call.func;
    default: return NULL;
    }
}

void tl_c_at_attribute(TlCompiler *c, const TlExpr *e) {
    TlCodePos *pos = &c->em->pos;
    if (pos->line != e->pos.end_line) {
        int len = e->u.attribute.attr->len;
        pos->line = e->pos.end_line;
        pos->col = e->pos.end_col - len;
        if (len > e->pos.end_col) {
            pos->col = pos->end_col = -1;
        }
    }
}

static void attribute_op(TlCompiler *c, const TlExpr *e) {
    TlExprContext ctx = e->u.attribute.ctx;
    const TlName *name = e->u.attribute.attr;
    if (ctx == TL_CTX_STORE && tl_c_forbidden(c, name, ctx)) {
        return;
    }
    static const uint8_t ops[] = {TL_OP_LOAD_ATTR, TL_OP_STORE_ATTR,
                                  TL_OP_DELETE_ATTR};
    tl_c_at_attribute(c, e);
    tl_c_op_arg(c, (TlOpcode)ops[ctx], tl_c_name_index(c, name));
}

// What is left to do of a link [e] once its left end is on the stack.
static void finish_link(TlCompiler *c, const TlExpr *e) {
    static const uint8_t subscripts[] = {
        TL_OP_BINARY_SUBSCR, TL_OP_STORE_SUBSCR, TL_OP_DELETE_SUBSCR};
    tl_emit_at(c->em, e->pos);
    switch (e->kind) {
    case TL_EXPR_BIN_OP:
        tl_c_expr(c, e->u.bin_op.right);
        tl_c_op_arg(c, TL_OP_BINARY_OP, tl_binary_op_of(e->u.bin_op.op));
        break;
    case TL_EXPR_ATTRIBUTE: attribute_op(c, e); break;
    case TL_EXPR_SUBSCRIPT:
        tl_c_expr(c, e->u.subscript.slice);
        tl_c_op(c, (TlOpcode)subscripts[e->u.subscript.ctx]);
        break;
    default: tl_c_call(c, e); break;
    }
}

// [value] op the right side of [e], if that is a constant too; consumes
// [value] then.
static TlValue fold_link(TlCompiler *c, const TlExpr *e, TlValue value) {
    if (e->kind != TL_EXPR_BIN_OP) {
        return TL_NO_VALUE;
    }
    TlValue right = tl_fold(c, e->u.bin_op.right);
    if (!tl_has_value(right)) {
        return TL_NO_VALUE;
    }
    TlValue result = tl_fold_binary(c, e->u.bin_op.op, value, right);
    tl_decref(c->rt, right);
    if (tl_has_value(result)) {
        tl_decref(c->rt, value);
    }
    return result;
}

// Compiles the chain on c->spine above [mark]; [e] is its left end.
static void compile_chain(TlCompiler *c, const TlExpr *e, size_t mark) {
    TlValue value = tl_fold(c, e);
    TlPos pos = e->pos;
    if (!tl_has_value(value)) {
        tl_emit_at(c->em, pos);
        compile_node(c, e);
    }
    while (c->spine.len > mark) {
        const TlExpr *link = tl_ptrbuf_pop(&c->spine);
        if (tl_has_value(value)) {
            TlValue folded = fold_link(c, link, value);
            if (tl_has_value(folded)) {
                value = folded;
                pos = link->pos;
                continue;
            }
            tl_emit_at(c->em, pos);
            tl_c_load_const(c, value);
            value = TL_NO_VALUE;
        }
        finish_link(c, link);
    }
    if (tl_has_value(value)) {
        tl_emit_at(c->em, pos);
        tl_c_load_const(c, value);
    }
}

void tl_c_expr(TlCompiler *c, const TlExpr *e) {
    if (!tl_c_enter(c)) {
        return;
    }
    TlCodePos outer = c->em->pos;
    size_t mark = c->spine.len;
    for (const TlExpr *left; (left = left_end(c, e)) != NULL; e = left) {
        if (e->kind == TL_EXPR_CALL) {
            tl_emit_at(c->em, e->pos);
            tl_c_check_keywords(c, e->u.call.keywords);
        }
        if (!tl_ptrbuf_push(&c->spine, (void *)e)) {
            tl_c_memory(c);
            break;
        }
    }
    compile_chain(c, e, mark);
    c->em->pos = outer;
    tl_c_leave(c);
}

// --- Conditions -------------------------------------------------------------

static void compile_bool_op(TlCompiler *c, const TlExpr *e) {
    TlExprList values = e->u.bool_op.values;
    TlOpcode op = e->u.bool_op.op == TL_BOOL_AND ? TL_OP_JUMP_IF_FALSE_OR_POP
                                                 : TL_OP_JUMP_IF_TRUE_OR_POP;
    int end = tl_c_label(c);
    for (int i = 0; i < values.len - 1; i++) {
        tl_c_expr(c, values.items[i]);
        tl_c_jump(c, op, end);
    }
    tl_c_expr(c, values.items[values.len - 1]);
    tl_c_bind(c, end);
}

static void compile_if_exp(TlCompiler *c, const TlExpr *e) {
    int orelse = tl_c_label(c);
    int end = tl_c_label(c);
    tl_c_jump_if(c, e->u.if_exp.test, orelse, false);
    tl_c_expr(c, e->u.if_exp.body);
    tl_c_jump(c, TL_OP_JUMP, end);
    tl_c_bind(c, orelse);
    tl_c_expr(c, e->u.if_exp.orelse);
    tl_c_bind(c, end);
}

void tl_c_compare_op(TlCompiler *c, TlCmpOp op) {
    switch (op) {
    case TL_CMP_IS:
    case TL_CMP_IS_NOT:
        tl_c_op_arg(c, TL_OP_IS_OP, op == TL_CMP_IS_NOT);
        return;
    case TL_CMP_IN:
    case TL_CMP_NOT_IN:
        tl_c_op_arg(c, TL_OP_CONTAINS_OP, op == TL_CMP_NOT_IN);
        return;
    default: break;
    }
    static const uint8_t ops[] = {
        [TL_CMP_EQ] = TL_EQ,   [TL_CMP_NOT_EQ] = TL_NE, [TL_CMP_LT] = TL_LT,
        [TL_CMP_LT_E] = TL_LE, [TL_CMP_GT] = TL_GT,     [TL_CMP_GT_E] = TL_GE};
    tl_c_op_arg(c, TL_OP_COMPARE_OP, ops[op]);
}

void tl_c_iterable(TlCompiler *c, const TlExpr *e) {
    TlCodePos outer = c->em->pos;
    TlValue value = TL_NO_VALUE;
    bool list = e->kind == TL_EXPR_LIST && !tl_c_has_star(e->u.list.elts);
    if (list) {
        value = tl_fold_tuple(c, e->u.list.elts);
    } else if (e->kind == TL_EXPR_SET) {
        value = tl_fold_frozenset(c, e->u.set.elts);
    }
    tl_emit_at(c->em, e->pos);
    if (tl_has_value(value)) {
        tl_c_load_const(c, value);
    } else if (list) { // nobody can tell it from a tuple
        tl_c_starred_display(c, e->u.list.elts, 0, TL_OP_BUILD_TUPLE);
    } else {
        tl_c_expr(c, e);
    }
    c->em->pos = outer;
}

// Loads the right side of the last comparison of [e].
static void last_comparator(TlCompiler *c, const TlExpr *e) {
    int last = e->u.compare.comparators.len - 1;
    const TlExpr *right = e->u.compare.comparators.items[last];
    TlCmpOp op = e->u.compare.ops[last];
    if (op == TL_CMP_IN || op == TL_CMP_NOT_IN) {
        tl_c_iterable(c, right);
    } else {
        tl_c_expr(c, right);
    }
}

// All comparisons of a chain but the last; each leaves the right operand below
// its result, and [jump]s to [label] when that is false.
static void compare_chain(TlCompiler *c, const TlExpr *e, TlOpcode jump,
                          int label) {
    tl_c_expr(c, e->u.compare.left);
    for (int i = 0; i < e->u.compare.comparators.len - 1; i++) {
        tl_c_expr(c, e->u.compare.comparators.items[i]);
        tl_c_op_arg(c, TL_OP_SWAP, 2);
        tl_c_op_arg(c, TL_OP_COPY, 2);
        tl_c_compare_op(c, e->u.compare.ops[i]);
        tl_c_jump(c, jump, label);
    }
    last_comparator(c, e);
    tl_c_compare_op(c, e->u.compare.ops[e->u.compare.comparators.len - 1]);
}

static void compile_compare(TlCompiler *c, const TlExpr *e) {
    int cleanup = tl_c_label(c);
    compare_chain(c, e, TL_OP_JUMP_IF_FALSE_OR_POP, cleanup);
    if (e->u.compare.comparators.len == 1) {
        tl_c_bind(c, cleanup);
        return;
    }
    int end = tl_c_label(c);
    tl_c_jump(c, TL_OP_JUMP, end);
    tl_c_bind(c, cleanup);
    tl_c_op_arg(c, TL_OP_SWAP, 2);
    tl_c_op(c, TL_OP_POP_TOP);
    tl_c_bind(c, end);
}

static bool is_none(const TlExpr *e) {
    return e->kind == TL_EXPR_CONSTANT && e->u.constant.kind == TL_CONST_NONE;
}

// Leaves the position at the comparison, as CPython does: a failed assertion
// points at it.
static void jump_if_compare(TlCompiler *c, const TlExpr *e, int label,
                            bool when) {
    tl_emit_at(c->em, e->pos);
    TlCmpOp op = e->u.compare.ops[0];
    TlOpcode jump = when ? TL_OP_POP_JUMP_IF_TRUE : TL_OP_POP_JUMP_IF_FALSE;
    if (e->u.compare.comparators.len > 1) {
        int cleanup = tl_c_label(c);
        int end = tl_c_label(c);
        compare_chain(c, e, TL_OP_POP_JUMP_IF_FALSE, cleanup);
        tl_c_jump(c, jump, label);
        tl_c_jump(c, TL_OP_JUMP, end);
        tl_c_bind(c, cleanup);
        tl_c_op(c, TL_OP_POP_TOP);
        if (!when) {
            tl_c_jump(c, TL_OP_JUMP, label);
        }
        tl_c_bind(c, end);
    } else if ((op == TL_CMP_IS || op == TL_CMP_IS_NOT) &&
               is_none(e->u.compare.comparators.items[0])) {
        tl_c_expr(c, e->u.compare.left);
        tl_c_jump(c,
                  (op == TL_CMP_IS) == when ? TL_OP_POP_JUMP_IF_NONE
                                            : TL_OP_POP_JUMP_IF_NOT_NONE,
                  label);
    } else {
        compare_chain(c, e, TL_OP_JUMP_IF_FALSE_OR_POP, 0);
        tl_c_jump(c, jump, label);
    }
}

static void jump_if_bool_op(TlCompiler *c, const TlExpr *e, int label,
                            bool when) {
    TlExprList values = e->u.bool_op.values;
    bool stops_when = e->u.bool_op.op == TL_BOOL_OR; // the value that decides
    int stop = stops_when == when ? label : tl_c_label(c);
    for (int i = 0; i < values.len - 1; i++) {
        tl_c_jump_if(c, values.items[i], stop, stops_when);
    }
    tl_c_jump_if(c, values.items[values.len - 1], label, when);
    if (stop != label) {
        tl_c_bind(c, stop);
    }
}

static void jump_if_if_exp(TlCompiler *c, const TlExpr *e, int label,
                           bool when) {
    int orelse = tl_c_label(c);
    int end = tl_c_label(c);
    tl_c_jump_if(c, e->u.if_exp.test, orelse, false);
    tl_c_jump_if(c, e->u.if_exp.body, label, when);
    tl_c_jump(c, TL_OP_JUMP, end);
    tl_c_bind(c, orelse);
    tl_c_jump_if(c, e->u.if_exp.orelse, label, when);
    tl_c_bind(c, end);
}

void tl_c_jump_if(TlCompiler *c, const TlExpr *e, int label, bool when) {
    while (e->kind == TL_EXPR_UNARY_OP && e->u.unary_op.op == TL_UNARY_NOT) {
        e = e->u.unary_op.operand;
        when = !when;
    }
    if (!tl_c_enter(c)) {
        return;
    }
    int known = tl_fold_truth(c, e);
    if (known >= 0) {
        if ((known != 0) == when) {
            tl_c_jump(c, TL_OP_JUMP, label);
        }
    } else if (e->kind == TL_EXPR_BOOL_OP) {
        jump_if_bool_op(c, e, label, when);
    } else if (e->kind == TL_EXPR_IF_EXP) {
        jump_if_if_exp(c, e, label, when);
    } else if (e->kind == TL_EXPR_COMPARE) {
        jump_if_compare(c, e, label, when);
    } else {
        tl_c_expr(c, e);
        tl_c_jump(c, when ? TL_OP_POP_JUMP_IF_TRUE : TL_OP_POP_JUMP_IF_FALSE,
                  label);
    }
    tl_c_leave(c);
}

// --- Generators and coroutines ----------------------------------------------

// [iterator, value] -> [result]: what it yields is yielded on.
void tl_c_send_loop(TlCompiler *c) {
    int again = tl_c_label(c);
    int done = tl_c_label(c);
    tl_c_bind(c, again);
    tl_c_jump(c, TL_OP_SEND, done);
    tl_c_op(c, TL_OP_YIELD_VALUE);
    tl_c_jump(c, TL_OP_JUMP, again);
    tl_c_bind(c, done);
}

void tl_c_await(TlCompiler *c, int kind) {
    tl_c_op_arg(c, TL_OP_GET_AWAITABLE, kind);
    tl_c_load_none(c);
    tl_c_send_loop(c);
}

void tl_c_yield_value(TlCompiler *c) {
    const TlScope *scope = c->unit->scope;
    if (scope->generator && scope->coroutine) {
        tl_c_op(c, TL_OP_ASYNC_GEN_WRAP);
    }
    tl_c_op(c, TL_OP_YIELD_VALUE);
}

static void compile_yield(TlCompiler *c, const TlExpr *e) {
    if (c->unit->scope->kind != TL_SCOPE_FUNCTION) {
        tl_c_error(c, "'yield' outside function");
        return;
    }
    if (e->u.yield.value != NULL) {
        tl_c_expr(c, e->u.yield.value);
    } else {
        tl_c_load_none(c);
    }
    tl_c_yield_value(c);
}

static void compile_yield_from(TlCompiler *c, const TlExpr *e) {
    if (c->unit->scope->kind != TL_SCOPE_FUNCTION) {
        tl_c_error(c, "'yield' outside function");
    } else if (c->unit->kind == TL_UNIT_ASYNC_FUNCTION) {
        tl_c_error(c, "'yield from' inside async function");
    } else {
        tl_c_expr(c, e->u.await.value);
        tl_c_op(c, TL_OP_GET_YIELD_FROM_ITER);
        tl_c_load_none(c);
        tl_c_send_loop(c);
    }
}

static void compile_await(TlCompiler *c, const TlExpr *e) {
    if (c->unit->scope->kind != TL_SCOPE_FUNCTION) {
        tl_c_error(c, "'await' outside function");
    } else if (c->unit->kind != TL_UNIT_ASYNC_FUNCTION &&
               c->unit->kind != TL_UNIT_COMPREHENSION) {
        tl_c_error(c, "'await' outside async function");
    } else {
        tl_c_expr(c, e->u.await.value);
        tl_c_await(c, 0);
    }
}

// --- The rest ---------------------------------------------------------------

static void compile_unary_op(TlCompiler *c, const TlExpr *e) {
    static const uint8_t ops[] = {
        [TL_UNARY_INVERT] = TL_OP_UNARY_INVERT,
        [TL_UNARY_NOT] = TL_OP_UNARY_NOT,
        [TL_UNARY_U_ADD] = TL_OP_UNARY_POSITIVE,
        [TL_UNARY_U_SUB] = TL_OP_UNARY_NEGATIVE,
    };
    tl_c_expr(c, e->u.unary_op.operand);
    tl_c_op(c, (TlOpcode)ops[e->u.unary_op.op]);
}

static void expr_or_none(TlCompiler *c, const TlExpr *e) {
    if (e != NULL) {
        tl_c_expr(c, e);
    } else {
        tl_c_load_none(c);
    }
}

static void compile_slice(TlCompiler *c, const TlExpr *e) {
    expr_or_none(c, e->u.slice.lower);
    expr_or_none(c, e->u.slice.upper);
    if (e->u.slice.step != NULL) {
        tl_c_expr(c, e->u.slice.step);
    }
    tl_c_op_arg(c, TL_OP_BUILD_SLICE, e->u.slice.step != NULL ? 3 : 2);
}

static void compile_starred(TlCompiler *c, const TlExpr *e) {
    if (e->u.starred.ctx == TL_CTX_STORE) {
        tl_c_error(c, "starred assignment target must be in a list or tuple");
    } else {
        tl_c_error(c, "can't use starred expression here");
    }
}

static void compile_node(TlCompiler *c, const TlExpr *e) {
    switch (e->kind) {
    case TL_EXPR_NAME: tl_c_name_op(c, e->u.name.id, e->u.name.ctx); break;
    case TL_EXPR_NAMED_EXPR:
        tl_c_expr(c, e->u.named_expr.value);
        tl_c_op_arg(c, TL_OP_COPY, 1);
        tl_c_expr(c, e->u.named_expr.target);
        break;
    case TL_EXPR_BOOL_OP: compile_bool_op(c, e); break;
    case TL_EXPR_UNARY_OP: compile_unary_op(c, e); break;
    case TL_EXPR_LAMBDA: tl_c_lambda(c, e); break;
    case TL_EXPR_IF_EXP: compile_if_exp(c, e); break;
    case TL_EXPR_DICT: tl_c_dict(c, e); break;
    case TL_EXPR_SET: tl_c_set(c, e); break;
    case TL_EXPR_LIST_COMP:
    case TL_EXPR_SET_COMP:
    case TL_EXPR_DICT_COMP:
    case TL_EXPR_GENERATOR_EXP: tl_c_comprehension(c, e); break;
    case TL_EXPR_AWAIT: compile_await(c, e); break;
    case TL_EXPR_YIELD: compile_yield(c, e); break;
    case TL_EXPR_YIELD_FROM: compile_yield_from(c, e); break;
    case TL_EXPR_COMPARE: compile_compare(c, e); break;
    case TL_EXPR_FORMATTED_VALUE: tl_c_formatted_value(c, e); break;
    case TL_EXPR_JOINED_STR: tl_c_joined_str(c, e); break;
    case TL_EXPR_STARRED: compile_starred(c, e); break;
    case TL_EXPR_LIST: tl_c_list(c, e); break;
    case TL_EXPR_TUPLE: tl_c_tuple(c, e); break;
    case TL_EXPR_SLICE: compile_slice(c, e); break;
    case TL_EXPR_CONSTANT: // folded, unless that failed
    case TL_EXPR_BIN_OP:   // links of chains, the same
    case TL_EXPR_ATTRIBUTE:
    case TL_EXPR_SUBSCRIPT:
    case TL_EXPR_CALL: break;
    }
}
