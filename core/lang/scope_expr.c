// scope_expr.c — first pass of the scope analysis: expressions.
// SPDX-License-Identifier: MIT
//
// Names are noted in the order in which CPython visits them, so that of two
// mistakes the same one is reported. Chains that lean left (a + b + c,
// a.b().c) are walked with a stack of our own: they may be thousands long.
#include "lang/scope_impl.h"

static void visit_node(TlScopeBuilder *b, const TlExpr *e);

void tl_scope_exprs(TlScopeBuilder *b, TlExprList list) {
    for (int i = 0; i < list.len; i++) {
        tl_scope_expr(b, list.items[i]);
    }
}

void tl_scope_keywords(TlScopeBuilder *b, TlKeywordList list) {
    for (int i = 0; i < list.len; i++) {
        tl_scope_expr(b, list.items[i]->value);
    }
}

// --- Function parameters ----------------------------------------------------

static void define_parameters(TlScopeBuilder *b, TlArgList list) {
    for (int i = 0; i < list.len; i++) {
        tl_scope_define(b, list.items[i]->arg, TL_SYM_PARAM,
                        list.items[i]->pos);
    }
}

void tl_scope_parameters(TlScopeBuilder *b, const TlArguments *args) {
    define_parameters(b, args->posonlyargs);
    define_parameters(b, args->args);
    define_parameters(b, args->kwonlyargs);
    if (args->vararg != NULL) {
        tl_scope_define(b, args->vararg->arg, TL_SYM_PARAM, args->vararg->pos);
    }
    if (args->kwarg != NULL) {
        tl_scope_define(b, args->kwarg->arg, TL_SYM_PARAM, args->kwarg->pos);
    }
}

static void visit_lambda(TlScopeBuilder *b, const TlExpr *e) {
    const TlArguments *args = e->u.lambda.args;
    tl_scope_exprs(b, args->defaults);
    tl_scope_exprs(b, args->kw_defaults);
    if (tl_scope_enter(b, TL_SCOPE_FUNCTION, "lambda", e, e->pos.line)) {
        tl_scope_parameters(b, args);
        tl_scope_expr(b, e->u.lambda.body);
        tl_scope_exit(b);
    }
}

// --- Comprehensions ---------------------------------------------------------

static void visit_target(TlScopeBuilder *b, const TlExpr *target) {
    b->current->comp_iter_target = true;
    tl_scope_expr(b, target);
    b->current->comp_iter_target = false;
}

static void visit_iterable(TlScopeBuilder *b, const TlExpr *iter) {
    b->current->comp_iter_expr++;
    tl_scope_expr(b, iter);
    b->current->comp_iter_expr--;
}

static void visit_inner_loops(TlScopeBuilder *b, TlComprehensionList loops) {
    for (int i = 1; i < loops.len; i++) {
        visit_target(b, loops.items[i]->target);
        visit_iterable(b, loops.items[i]->iter);
        tl_scope_exprs(b, loops.items[i]->ifs);
        if (loops.items[i]->is_async) {
            b->current->coroutine = true;
        }
    }
}

// The first iterable is evaluated outside and comes in as the parameter `.0`.
static void visit_comprehension(TlScopeBuilder *b, const TlExpr *e,
                                TlComprehensionKind kind, const char *name,
                                TlComprehensionList loops, const TlExpr *elt,
                                const TlExpr *value) {
    const TlComprehension *first = loops.items[0];
    visit_iterable(b, first->iter);
    if (!tl_scope_enter(b, TL_SCOPE_FUNCTION, name, e, e->pos.line)) {
        return;
    }
    TlScope *scope = b->current;
    scope->comprehension = kind;
    scope->coroutine = first->is_async;
    const TlName *implicit = tl_names_intern(b->scopes->names, ".0", 2);
    if (implicit == NULL) {
        tl_scope_fail_memory(b);
    } else {
        tl_scope_define(b, implicit, TL_SYM_PARAM, e->pos);
    }
    visit_target(b, first->target);
    tl_scope_exprs(b, first->ifs);
    visit_inner_loops(b, loops);
    tl_scope_expr(b, value);
    tl_scope_expr(b, elt);
    scope->generator = kind == TL_COMP_GENERATOR;
    tl_scope_exit(b);
    if (scope->coroutine && !scope->generator) {
        b->current->coroutine = true; // who makes an async list awaits it
    }
}

static void visit_any_comprehension(TlScopeBuilder *b, const TlExpr *e) {
    switch (e->kind) {
    case TL_EXPR_LIST_COMP:
        visit_comprehension(b, e, TL_COMP_LIST, "listcomp",
                            e->u.comp.generators, e->u.comp.elt, NULL);
        break;
    case TL_EXPR_SET_COMP:
        visit_comprehension(b, e, TL_COMP_SET, "setcomp", e->u.comp.generators,
                            e->u.comp.elt, NULL);
        break;
    case TL_EXPR_GENERATOR_EXP:
        visit_comprehension(b, e, TL_COMP_GENERATOR, "genexpr",
                            e->u.comp.generators, e->u.comp.elt, NULL);
        break;
    default:
        visit_comprehension(b, e, TL_COMP_DICT, "dictcomp",
                            e->u.dict_comp.generators, e->u.dict_comp.key,
                            e->u.dict_comp.value);
        break;
    }
}

// --- Assignment expressions -------------------------------------------------

// Binds [target] outside of the comprehensions around it, as PEP 572 says.
static void bind_outside(TlScopeBuilder *b, const TlExpr *target) {
    const TlName *name = target->u.name.id;
    TlScope *scope = b->current;
    for (; scope->comprehension != TL_COMP_NONE; scope = scope->parent) {
        if ((tl_scope_flags(b, scope, name) & TL_SYM_COMP_ITER) != 0) {
            tl_scope_fail(b, target->pos,
                          "assignment expression cannot rebind comprehension "
                          "iteration variable '%s'",
                          name->text);
            return;
        }
    }
    if (scope->kind == TL_SCOPE_CLASS) {
        tl_scope_fail(b, target->pos,
                      "assignment expression within a comprehension cannot be "
                      "used in a class body");
    } else if (scope->kind == TL_SCOPE_FUNCTION) {
        bool global = (tl_scope_flags(b, scope, name) & TL_SYM_GLOBAL) != 0;
        tl_scope_define(b, name, global ? TL_SYM_GLOBAL : TL_SYM_NONLOCAL,
                        target->pos);
        tl_scope_directive(b, name, target->pos);
        tl_scope_define_in(b, scope, name, TL_SYM_LOCAL, target->pos);
    } else if (scope->kind == TL_SCOPE_MODULE) {
        tl_scope_define(b, name, TL_SYM_GLOBAL, target->pos);
        tl_scope_directive(b, name, target->pos);
        tl_scope_define_in(b, scope, name, TL_SYM_GLOBAL, target->pos);
    }
}

static bool in_annotation(TlScopeBuilder *b, const TlExpr *e,
                          const char *what) {
    if (b->current->kind != TL_SCOPE_ANNOTATION) {
        return false;
    }
    tl_scope_fail(b, e->pos, "'%s' can not be used within an annotation", what);
    return true;
}

static void visit_named_expr(TlScopeBuilder *b, const TlExpr *e) {
    if (in_annotation(b, e, "named expression")) {
        return;
    }
    if (b->current->comp_iter_expr > 0) {
        tl_scope_fail(b, e->pos,
                      "assignment expression cannot be used in a "
                      "comprehension iterable expression");
        return;
    }
    if (b->current->comprehension != TL_COMP_NONE) {
        bind_outside(b, e->u.named_expr.target);
    }
    tl_scope_expr(b, e->u.named_expr.value);
    tl_scope_expr(b, e->u.named_expr.target);
}

// --- The rest ---------------------------------------------------------------

static void visit_yield(TlScopeBuilder *b, const TlExpr *e,
                        const TlExpr *value) {
    static const char *const places[] = {
        [TL_COMP_LIST] = "list comprehension",
        [TL_COMP_SET] = "set comprehension",
        [TL_COMP_DICT] = "dict comprehension",
        [TL_COMP_GENERATOR] = "generator expression",
    };
    if (in_annotation(b, e, "yield expression")) {
        return;
    }
    tl_scope_expr(b, value);
    b->current->generator = true;
    if (b->current->comprehension != TL_COMP_NONE) {
        tl_scope_fail(b, e->pos, "'yield' inside %s",
                      places[b->current->comprehension]);
    }
}

static void visit_name(TlScopeBuilder *b, const TlExpr *e) {
    const TlName *name = e->u.name.id;
    bool load = e->u.name.ctx == TL_CTX_LOAD;
    tl_scope_define(b, name, load ? TL_SYM_USE : TL_SYM_LOCAL, e->pos);
    // super() finds its class through the cell of __class__.
    const TlName *super = tl_names_intern(b->scopes->names, "super", 5);
    const TlName *cls = tl_names_intern(b->scopes->names, "__class__", 9);
    if (super == NULL || cls == NULL) {
        tl_scope_fail_memory(b);
    } else if (load && name == super && b->current->kind == TL_SCOPE_FUNCTION) {
        tl_scope_define(b, cls, TL_SYM_USE, e->pos);
    }
}

// The part of [e] that is evaluated first, if a chain can be made of it.
static const TlExpr *left_end(const TlExpr *e) {
    switch (e->kind) {
    case TL_EXPR_BIN_OP: return e->u.bin_op.left;
    case TL_EXPR_ATTRIBUTE: return e->u.attribute.value;
    case TL_EXPR_SUBSCRIPT: return e->u.subscript.value;
    case TL_EXPR_CALL: return e->u.call.func;
    default: return NULL;
    }
}

// What is left to do of such an [e].
static void visit_right(TlScopeBuilder *b, const TlExpr *e) {
    if (e->kind == TL_EXPR_BIN_OP) {
        tl_scope_expr(b, e->u.bin_op.right);
    } else if (e->kind == TL_EXPR_SUBSCRIPT) {
        tl_scope_expr(b, e->u.subscript.slice);
    } else if (e->kind == TL_EXPR_CALL) {
        tl_scope_exprs(b, e->u.call.args);
        tl_scope_keywords(b, e->u.call.keywords);
    }
}

void tl_scope_expr(TlScopeBuilder *b, const TlExpr *e) {
    if (e == NULL || !tl_scope_descend(b)) {
        return;
    }
    int nesting = b->nesting;
    size_t mark = b->spine.len;
    for (const TlExpr *left; (left = left_end(e)) != NULL; e = left) {
        if (!tl_scope_nest(b)) {
            break;
        }
        if (!tl_ptrbuf_push(&b->spine, (void *)e)) {
            tl_scope_fail_memory(b);
            break;
        }
    }
    visit_node(b, e);
    while (b->spine.len > mark) {
        b->nesting--;
        visit_right(b, tl_ptrbuf_pop(&b->spine));
    }
    b->nesting = nesting;
    tl_scope_ascend(b);
}

static void visit_node(TlScopeBuilder *b, const TlExpr *e) {
    switch (e->kind) {
    case TL_EXPR_NAME: visit_name(b, e); break;
    case TL_EXPR_NAMED_EXPR: visit_named_expr(b, e); break;
    case TL_EXPR_BOOL_OP: tl_scope_exprs(b, e->u.bool_op.values); break;
    case TL_EXPR_UNARY_OP: tl_scope_expr(b, e->u.unary_op.operand); break;
    case TL_EXPR_LAMBDA: visit_lambda(b, e); break;
    case TL_EXPR_IF_EXP:
        tl_scope_expr(b, e->u.if_exp.test);
        tl_scope_expr(b, e->u.if_exp.body);
        tl_scope_expr(b, e->u.if_exp.orelse);
        break;
    case TL_EXPR_DICT:
        tl_scope_exprs(b, e->u.dict.keys);
        tl_scope_exprs(b, e->u.dict.values);
        break;
    case TL_EXPR_SET: tl_scope_exprs(b, e->u.set.elts); break;
    case TL_EXPR_LIST_COMP:
    case TL_EXPR_SET_COMP:
    case TL_EXPR_DICT_COMP:
    case TL_EXPR_GENERATOR_EXP: visit_any_comprehension(b, e); break;
    case TL_EXPR_YIELD: visit_yield(b, e, e->u.yield.value); break;
    case TL_EXPR_YIELD_FROM: visit_yield(b, e, e->u.await.value); break;
    case TL_EXPR_AWAIT:
        if (!in_annotation(b, e, "await expression")) {
            tl_scope_expr(b, e->u.await.value);
            b->current->coroutine = true;
        }
        break;
    case TL_EXPR_COMPARE:
        tl_scope_expr(b, e->u.compare.left);
        tl_scope_exprs(b, e->u.compare.comparators);
        break;
    case TL_EXPR_FORMATTED_VALUE:
        tl_scope_expr(b, e->u.formatted_value.value);
        tl_scope_expr(b, e->u.formatted_value.format_spec);
        break;
    case TL_EXPR_JOINED_STR: tl_scope_exprs(b, e->u.joined_str.values); break;
    case TL_EXPR_STARRED: tl_scope_expr(b, e->u.starred.value); break;
    case TL_EXPR_LIST:
    case TL_EXPR_TUPLE: tl_scope_exprs(b, e->u.list.elts); break;
    case TL_EXPR_SLICE:
        tl_scope_expr(b, e->u.slice.lower);
        tl_scope_expr(b, e->u.slice.upper);
        tl_scope_expr(b, e->u.slice.step);
        break;
    case TL_EXPR_CONSTANT:
    case TL_EXPR_BIN_OP:
    case TL_EXPR_ATTRIBUTE:
    case TL_EXPR_SUBSCRIPT:
    case TL_EXPR_CALL:
        break; // a constant, or a link of a chain that could not be kept
    }
}
