// compile_with.c — with and async with.
// SPDX-License-Identifier: MIT
#include "lang/compile_impl.h"

// [exit] -> [result of exit(None, None, None)]; the first None is where self
// would stand.
void tl_c_exit_with_nones(TlCompiler *c) {
    tl_c_load_none(c);
    tl_c_load_none(c);
    tl_c_load_none(c);
    tl_c_op_arg(c, TL_OP_CALL, 2);
}

// The handler, from [exit, lasti, exc] on: a true result swallows.
static void exceptional_exit(TlCompiler *c, bool is_async, int end) {
    int cleanup = tl_c_label(c);
    int suppress = tl_c_label(c);
    tl_handler_push(c->em, TL_HANDLER_CLEANUP, cleanup);
    tl_c_op(c, TL_OP_PUSH_EXC_INFO);
    tl_c_op(c, TL_OP_WITH_EXCEPT_START);
    if (is_async) {
        tl_c_await(c, 2);
    }
    tl_c_jump(c, TL_OP_POP_JUMP_IF_TRUE, suppress);
    tl_c_op_arg(c, TL_OP_RERAISE, 2);
    tl_c_bind(c, suppress);
    tl_c_op(c, TL_OP_POP_TOP);
    tl_handler_pop(c->em);
    tl_c_op(c, TL_OP_POP_EXCEPT);
    tl_c_op(c, TL_OP_POP_TOP);
    tl_c_op(c, TL_OP_POP_TOP);
    tl_c_jump(c, TL_OP_JUMP, end);
    tl_c_bind(c, cleanup);
    tl_c_reraise_after_cleanup(c);
}

static void enter(TlCompiler *c, const TlWithItem *item, bool is_async,
                  int final) {
    tl_c_expr(c, item->context_expr);
    if (is_async) {
        tl_c_op(c, TL_OP_BEFORE_ASYNC_WITH);
        tl_c_await(c, 1);
    } else {
        tl_c_op(c, TL_OP_BEFORE_WITH);
    }
    tl_handler_push(c->em, TL_HANDLER_WITH, final);
}

static void with_item(TlCompiler *c, const TlStmt *s, int at) {
    const TlWithItem *item = s->u.with.items.items[at];
    bool is_async = s->kind == TL_STMT_ASYNC_WITH;
    int final = tl_c_label(c);
    int end = tl_c_label(c);
    if (!tl_c_enter(c)) {
        return;
    }
    enter(c, item, is_async, final);
    tl_c_push_block(c, is_async ? TL_BLOCK_ASYNC_WITH : TL_BLOCK_WITH, -1, -1,
                    s);
    if (item->optional_vars != NULL) {
        tl_c_expr(c, item->optional_vars);
    } else {
        tl_c_op(c, TL_OP_POP_TOP);
    }
    if (at + 1 == s->u.with.items.len) {
        tl_c_stmts(c, s->u.with.body);
    } else {
        with_item(c, s, at + 1);
    }
    tl_emit_at(c->em, s->pos);
    tl_handler_pop(c->em);
    tl_c_pop_block(c);
    tl_c_exit_with_nones(c);
    if (is_async) {
        tl_c_await(c, 2);
    }
    tl_c_op(c, TL_OP_POP_TOP);
    tl_c_jump(c, TL_OP_JUMP, end);
    tl_c_bind(c, final);
    exceptional_exit(c, is_async, end);
    tl_c_bind(c, end);
    tl_c_leave(c);
}

void tl_c_with(TlCompiler *c, const TlStmt *s) {
    if (s->kind == TL_STMT_ASYNC_WITH &&
        c->unit->kind != TL_UNIT_ASYNC_FUNCTION) {
        tl_c_error(c, "'async with' outside async function");
        return;
    }
    with_item(c, s, 0);
}
