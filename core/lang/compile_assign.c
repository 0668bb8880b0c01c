// compile_assign.c — assignment: plain, augmented, annotated.
// SPDX-License-Identifier: MIT
#include "lang/compile_impl.h"

// `a, b = b, a` needs no tuple. False: it is not that simple.
static bool exchange(TlCompiler *c, const TlExpr *target, const TlExpr *value) {
    if (value->kind != TL_EXPR_TUPLE ||
        (target->kind != TL_EXPR_TUPLE && target->kind != TL_EXPR_LIST)) {
        return false;
    }
    TlExprList to = target->u.list.elts;
    TlExprList from = value->u.list.elts;
    if (from.len < 1 || from.len > 3 || to.len != from.len ||
        tl_c_has_star(to) || tl_c_has_star(from)) {
        return false;
    }
    tl_c_exprs(c, from);
    if (from.len > 1) {
        tl_c_op_arg(c, TL_OP_SWAP, from.len); // reverses two or three
    }
    tl_c_exprs(c, to);
    return true;
}

void tl_c_assign(TlCompiler *c, const TlStmt *s) {
    TlExprList targets = s->u.assign.targets;
    if (targets.len == 1 && exchange(c, targets.items[0], s->u.assign.value)) {
        return;
    }
    tl_c_expr(c, s->u.assign.value);
    for (int i = 0; i < targets.len; i++) {
        if (i + 1 < targets.len) {
            tl_c_op_arg(c, TL_OP_COPY, 1);
        }
        tl_c_expr(c, targets.items[i]);
    }
}

// --- Augmented --------------------------------------------------------------

// Loads the target, leaving below what storing will need.
static void load_target(TlCompiler *c, const TlExpr *e) {
    switch (e->kind) {
    case TL_EXPR_ATTRIBUTE:
        tl_c_expr(c, e->u.attribute.value);
        tl_c_op_arg(c, TL_OP_COPY, 1);
        tl_c_at_attribute(c, e);
        tl_c_op_arg(c, TL_OP_LOAD_ATTR,
                    tl_c_name_index(c, e->u.attribute.attr));
        break;
    case TL_EXPR_SUBSCRIPT:
        tl_c_expr(c, e->u.subscript.value);
        tl_c_expr(c, e->u.subscript.slice);
        tl_c_op_arg(c, TL_OP_COPY, 2);
        tl_c_op_arg(c, TL_OP_COPY, 2);
        tl_c_op(c, TL_OP_BINARY_SUBSCR);
        break;
    default: tl_c_name_op(c, e->u.name.id, TL_CTX_LOAD); break;
    }
}

static void store_target(TlCompiler *c, const TlExpr *e) {
    switch (e->kind) {
    case TL_EXPR_ATTRIBUTE:
        tl_c_at_attribute(c, e);
        tl_c_op_arg(c, TL_OP_SWAP, 2);
        tl_c_op_arg(c, TL_OP_STORE_ATTR,
                    tl_c_name_index(c, e->u.attribute.attr));
        break;
    case TL_EXPR_SUBSCRIPT:
        tl_c_op_arg(c, TL_OP_SWAP, 3);
        tl_c_op_arg(c, TL_OP_SWAP, 2);
        tl_c_op(c, TL_OP_STORE_SUBSCR);
        break;
    default: tl_c_name_op(c, e->u.name.id, TL_CTX_STORE); break;
    }
}

void tl_c_aug_assign(TlCompiler *c, const TlStmt *s) {
    const TlExpr *target = s->u.aug_assign.target;
    tl_emit_at(c->em, target->pos);
    load_target(c, target);
    tl_emit_at(c->em, s->pos);
    tl_c_expr(c, s->u.aug_assign.value);
    tl_c_op_arg(c, TL_OP_BINARY_OP,
                tl_binary_op_of(s->u.aug_assign.op) + TL_INPLACE_FLAG);
    tl_emit_at(c->em, target->pos);
    store_target(c, target);
}

// --- Annotated --------------------------------------------------------------

static bool is_namespace(const TlCompiler *c) {
    return c->unit->kind == TL_UNIT_MODULE || c->unit->kind == TL_UNIT_CLASS;
}

static void evaluate(TlCompiler *c, const TlExpr *e) {
    if (e != NULL) {
        tl_c_expr(c, e);
        tl_c_op(c, TL_OP_POP_TOP);
    }
}

static void evaluate_subscript(TlCompiler *c, const TlExpr *e) {
    if (e->kind == TL_EXPR_SLICE) {
        evaluate(c, e->u.slice.lower);
        evaluate(c, e->u.slice.upper);
        evaluate(c, e->u.slice.step);
    } else if (e->kind == TL_EXPR_TUPLE) { // may hold slices
        for (int i = 0; i < e->u.list.elts.len; i++) {
            evaluate_subscript(c, e->u.list.elts.items[i]);
        }
    } else {
        evaluate(c, e);
    }
}

// A target without value is evaluated as far as that goes.
static void evaluate_target(TlCompiler *c, const TlExpr *target) {
    if (target->kind == TL_EXPR_ATTRIBUTE) {
        if (!tl_c_forbidden(c, target->u.attribute.attr, TL_CTX_STORE)) {
            evaluate(c, target->u.attribute.value);
        }
    } else if (target->kind == TL_EXPR_SUBSCRIPT) {
        evaluate(c, target->u.subscript.value);
        evaluate_subscript(c, target->u.subscript.slice);
    }
}

static void store_annotation(TlCompiler *c, const TlStmt *s) {
    tl_c_annotation(c, s->u.ann_assign.annotation);
    tl_c_text_op(c, "__annotations__", TL_CTX_LOAD);
    tl_c_load_name_const(c, tl_c_mangle(c, s->u.ann_assign.target->u.name.id));
    tl_c_op(c, TL_OP_STORE_SUBSCR);
}

void tl_c_ann_assign(TlCompiler *c, const TlStmt *s) {
    const TlExpr *target = s->u.ann_assign.target;
    if (s->u.ann_assign.value != NULL) {
        tl_c_expr(c, s->u.ann_assign.value);
        tl_c_expr(c, target);
    } else {
        evaluate_target(c, target);
    }
    if (target->kind == TL_EXPR_NAME &&
        tl_c_forbidden(c, target->u.name.id, TL_CTX_STORE)) {
        return;
    }
    if (!is_namespace(c)) {
        return;
    }
    if (s->u.ann_assign.simple) {
        store_annotation(c, s);
    } else if (!c->future_annotations) {
        evaluate(c, s->u.ann_assign.annotation);
    }
}

// Whether a module or class body needs its __annotations__.
static bool stmt_has_annotations(const TlStmt *s) {
    switch (s->kind) {
    case TL_STMT_ANN_ASSIGN: return true;
    case TL_STMT_FOR:
    case TL_STMT_ASYNC_FOR:
        return tl_c_has_annotations(s->u.for_.body) ||
               tl_c_has_annotations(s->u.for_.orelse);
    case TL_STMT_WHILE:
    case TL_STMT_IF: return tl_c_has_annotations(s->u.if_.body);
    case TL_STMT_WITH:
    case TL_STMT_ASYNC_WITH: return tl_c_has_annotations(s->u.with.body);
    case TL_STMT_TRY:
    case TL_STMT_TRY_STAR:
        for (int i = 0; i < s->u.try_.handlers.len; i++) {
            if (tl_c_has_annotations(s->u.try_.handlers.items[i]->body)) {
                return true;
            }
        }
        return tl_c_has_annotations(s->u.try_.body) ||
               tl_c_has_annotations(s->u.try_.orelse) ||
               tl_c_has_annotations(s->u.try_.finalbody);
    case TL_STMT_MATCH:
        for (int i = 0; i < s->u.match.cases.len; i++) {
            if (tl_c_has_annotations(s->u.match.cases.items[i]->body)) {
                return true;
            }
        }
        return false;
    default: return false;
    }
}

bool tl_c_has_annotations(TlStmtList body) {
    for (int i = 0; i < body.len; i++) {
        const TlStmt *s = body.items[i];
        if (stmt_has_annotations(s)) {
            return true;
        }
        if ((s->kind == TL_STMT_IF || s->kind == TL_STMT_WHILE) &&
            i + 1 == body.len) { // the last one's `else` needs no recursion
            body = s->u.if_.orelse;
            i = -1;
        } else if ((s->kind == TL_STMT_IF || s->kind == TL_STMT_WHILE) &&
                   tl_c_has_annotations(s->u.if_.orelse)) {
            return true;
        }
    }
    return false;
}
