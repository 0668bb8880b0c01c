// compile_comp.c — comprehensions and generator expressions.
// SPDX-License-Identifier: MIT
//
// Each is a function of one argument, `.0`: the iterator of the first
// iterable, which is evaluated outside.
#include "lang/compile_impl.h"

typedef struct Comp {
    TlComprehensionKind kind;
    const char *name;
    TlComprehensionList loops;
    const TlExpr *elt;
    const TlExpr *value; // of a dict comprehension
} Comp;

static Comp describe(const TlExpr *e) {
    switch (e->kind) {
    case TL_EXPR_LIST_COMP:
        return (Comp){TL_COMP_LIST, "<listcomp>", e->u.comp.generators,
                      e->u.comp.elt, NULL};
    case TL_EXPR_SET_COMP:
        return (Comp){TL_COMP_SET, "<setcomp>", e->u.comp.generators,
                      e->u.comp.elt, NULL};
    case TL_EXPR_GENERATOR_EXP:
        return (Comp){TL_COMP_GENERATOR, "<genexpr>", e->u.comp.generators,
                      e->u.comp.elt, NULL};
    default:
        return (Comp){TL_COMP_DICT, "<dictcomp>", e->u.dict_comp.generators,
                      e->u.dict_comp.key, e->u.dict_comp.value};
    }
}

static void compile_loop(TlCompiler *c, const Comp *comp, int at, int depth);

// What is done for each element; the collection is [depth] places below.
static void add_element(TlCompiler *c, const Comp *comp, int depth) {
    tl_c_expr(c, comp->elt);
    switch (comp->kind) {
    case TL_COMP_LIST: tl_c_op_arg(c, TL_OP_LIST_APPEND, depth + 1); break;
    case TL_COMP_SET: tl_c_op_arg(c, TL_OP_SET_ADD, depth + 1); break;
    case TL_COMP_DICT:
        tl_c_expr(c, comp->value);
        tl_c_op_arg(c, TL_OP_MAP_ADD, depth + 1);
        break;
    default:
        tl_c_yield_value(c);
        tl_c_op(c, TL_OP_POP_TOP);
        break;
    }
}

// The part of a loop that both kinds share: target, conditions, what is in it.
static void loop_body(TlCompiler *c, const Comp *comp, int at, int depth,
                      int next) {
    const TlComprehension *loop = comp->loops.items[at];
    tl_c_expr(c, loop->target);
    for (int i = 0; i < loop->ifs.len; i++) {
        tl_c_jump_if(c, loop->ifs.items[i], next, false);
    }
    if (at + 1 < comp->loops.len) {
        compile_loop(c, comp, at + 1, depth);
    } else {
        add_element(c, comp, depth);
    }
}

// `for y in [x]` is an assignment: the one item, or NULL.
static const TlExpr *single_item(const TlExpr *iter) {
    if ((iter->kind == TL_EXPR_LIST || iter->kind == TL_EXPR_TUPLE) &&
        iter->u.list.elts.len == 1 &&
        iter->u.list.elts.items[0]->kind != TL_EXPR_STARRED) {
        return iter->u.list.elts.items[0];
    }
    return NULL;
}

static void sync_loop(TlCompiler *c, const Comp *comp, int at, int depth) {
    const TlComprehension *loop = comp->loops.items[at];
    const TlExpr *item = at > 0 ? single_item(loop->iter) : NULL;
    int start = tl_c_label(c);
    int next = tl_c_label(c);
    int end = tl_c_label(c);
    if (item != NULL) {
        tl_c_expr(c, item);
        loop_body(c, comp, at, depth, next);
        tl_c_bind(c, next);
        return;
    }
    if (at == 0) {
        tl_c_op_arg(c, TL_OP_LOAD_FAST, 0);
    } else {
        tl_c_iterable(c, loop->iter);
        tl_c_op(c, TL_OP_GET_ITER);
    }
    tl_c_bind(c, start);
    tl_c_jump(c, TL_OP_FOR_ITER, end);
    loop_body(c, comp, at, depth + 1, next);
    tl_c_bind(c, next);
    tl_c_jump(c, TL_OP_JUMP, start);
    tl_c_bind(c, end);
}

static void async_loop(TlCompiler *c, const Comp *comp, int at, int depth) {
    int start = tl_c_label(c);
    int next = tl_c_label(c);
    int except = tl_c_label(c);
    if (at == 0) {
        tl_c_op_arg(c, TL_OP_LOAD_FAST, 0);
    } else {
        tl_c_expr(c, comp->loops.items[at]->iter);
        tl_c_op(c, TL_OP_GET_AITER);
    }
    tl_c_bind(c, start);
    tl_c_push_block(c, TL_BLOCK_ASYNC_COMP, start, -1, NULL);
    tl_handler_push(c->em, TL_HANDLER_FINALLY, except);
    tl_c_op(c, TL_OP_GET_ANEXT);
    tl_c_load_none(c);
    tl_c_send_loop(c);
    tl_handler_pop(c->em);
    loop_body(c, comp, at, depth + 1, next);
    tl_c_bind(c, next);
    tl_c_jump(c, TL_OP_JUMP, start);
    tl_c_pop_block(c);
    tl_c_bind(c, except);
    tl_c_op(c, TL_OP_END_ASYNC_FOR);
}

static void compile_loop(TlCompiler *c, const Comp *comp, int at, int depth) {
    if (!tl_c_enter(c)) {
        return;
    }
    if (comp->loops.items[at]->is_async) {
        async_loop(c, comp, at, depth);
    } else {
        sync_loop(c, comp, at, depth);
    }
    tl_c_leave(c);
}

// The function; NULL: failed. [outer] is the kind of unit it stands in.
static TlCode *compile_function(TlCompiler *c, const TlExpr *e,
                                const Comp *comp, TlUnitKind outer,
                                bool *is_async) {
    static const uint8_t builds[] = {[TL_COMP_LIST] = TL_OP_BUILD_LIST,
                                     [TL_COMP_SET] = TL_OP_BUILD_SET,
                                     [TL_COMP_DICT] = TL_OP_BUILD_MAP};
    if (!tl_unit_open(c, TL_UNIT_COMPREHENSION, comp->name, e, e->pos.line)) {
        return NULL;
    }
    tl_emit_at(c->em, e->pos);
    bool generator = comp->kind == TL_COMP_GENERATOR;
    *is_async = c->unit->scope->coroutine && !generator;
    if (*is_async && outer != TL_UNIT_ASYNC_FUNCTION &&
        outer != TL_UNIT_COMPREHENSION) {
        tl_c_error(c, "asynchronous comprehension outside of an asynchronous "
                      "function");
    }
    const TlName *implicit = tl_c_intern(c, ".0");
    if (implicit == NULL || tl_name_map_add(&c->unit->varnames, implicit) < 0) {
        tl_c_memory(c);
    }
    c->unit->argcount = 1;
    if (!generator) {
        tl_c_op_arg(c, (TlOpcode)builds[comp->kind], 0);
    }
    compile_loop(c, comp, 0, 0);
    if (generator) {
        tl_c_load_none(c);
    }
    tl_c_op(c, TL_OP_RETURN_VALUE);
    return tl_unit_finish(c);
}

void tl_c_comprehension(TlCompiler *c, const TlExpr *e) {
    Comp comp = describe(e);
    const TlComprehension *first = comp.loops.items[0];
    bool is_async = false;
    TlCode *code = compile_function(c, e, &comp, c->unit->kind, &is_async);
    tl_c_make_function(c, code, 0);
    if (first->is_async) {
        tl_c_expr(c, first->iter);
    } else {
        tl_c_iterable(c, first->iter);
    }
    tl_c_op(c, first->is_async ? TL_OP_GET_AITER : TL_OP_GET_ITER);
    tl_c_op_arg(c, TL_OP_CALL, 0); // the iterator stands where self would
    if (is_async) {
        tl_c_await(c, 0);
    }
}
