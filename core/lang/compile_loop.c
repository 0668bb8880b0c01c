// compile_loop.c — if, while, for, async for.
// SPDX-License-Identifier: MIT
#include "lang/compile_impl.h"

// An `elif` chain is a loop here: it may be thousands long.
void tl_c_if(TlCompiler *c, const TlStmt *s) {
    int end = tl_c_label(c);
    for (;;) {
        TlStmtList orelse = s->u.if_.orelse;
        int next = orelse.len > 0 ? tl_c_label(c) : end;
        tl_c_jump_if(c, s->u.if_.test, next, false);
        tl_c_stmts(c, s->u.if_.body);
        if (orelse.len == 0) {
            break;
        }
        tl_emit_nowhere(c->em);
        tl_c_jump(c, TL_OP_JUMP, end);
        tl_c_bind(c, next);
        if (orelse.len != 1 || orelse.items[0]->kind != TL_STMT_IF) {
            tl_c_stmts(c, orelse);
            break;
        }
        s = orelse.items[0];
        tl_c_begin_stmt(c, s);
    }
    tl_c_bind(c, end);
}

// The jump to the next round belongs to the loop's first line: that is where an
// interrupt finds a loop whose body does nothing.
static void jump_back(TlCompiler *c, const TlStmt *s, int start) {
    int line = s->pos.line;
    tl_emit_at(c->em, (TlPos){line, -1, line, -1});
    tl_c_jump(c, TL_OP_JUMP, start);
}

void tl_c_while(TlCompiler *c, const TlStmt *s) {
    int start = tl_c_label(c);
    int orelse = tl_c_label(c);
    int end = tl_c_label(c);
    tl_c_bind(c, start);
    tl_c_push_block(c, TL_BLOCK_WHILE, start, end, NULL);
    tl_c_jump_if(c, s->u.if_.test, orelse, false);
    tl_c_stmts(c, s->u.if_.body);
    jump_back(c, s, start);
    tl_c_pop_block(c);
    tl_c_bind(c, orelse);
    tl_c_stmts(c, s->u.if_.orelse);
    tl_c_bind(c, end);
}

void tl_c_for(TlCompiler *c, const TlStmt *s) {
    int start = tl_c_label(c);
    int cleanup = tl_c_label(c);
    int end = tl_c_label(c);
    tl_c_push_block(c, TL_BLOCK_FOR, start, end, NULL);
    tl_c_iterable(c, s->u.for_.iter);
    tl_c_op(c, TL_OP_GET_ITER);
    tl_c_bind(c, start);
    tl_c_jump(c, TL_OP_FOR_ITER, cleanup);
    tl_c_expr(c, s->u.for_.target);
    tl_c_stmts(c, s->u.for_.body);
    jump_back(c, s, start);
    tl_c_pop_block(c);
    tl_c_bind(c, cleanup);
    tl_c_stmts(c, s->u.for_.orelse);
    tl_c_bind(c, end);
}

void tl_c_async_for(TlCompiler *c, const TlStmt *s) {
    if (c->unit->kind != TL_UNIT_ASYNC_FUNCTION) {
        tl_c_error(c, "'async for' outside async function");
        return;
    }
    int start = tl_c_label(c);
    int except = tl_c_label(c);
    int end = tl_c_label(c);
    tl_c_expr(c, s->u.for_.iter);
    tl_c_op(c, TL_OP_GET_AITER);
    tl_c_bind(c, start);
    tl_c_push_block(c, TL_BLOCK_FOR, start, end, NULL);
    // StopAsyncIteration may come only from here.
    tl_handler_push(c->em, TL_HANDLER_FINALLY, except);
    tl_c_op(c, TL_OP_GET_ANEXT);
    tl_c_load_none(c);
    tl_c_send_loop(c);
    tl_handler_pop(c->em);
    tl_c_expr(c, s->u.for_.target);
    tl_c_stmts(c, s->u.for_.body);
    jump_back(c, s, start);
    tl_c_pop_block(c);
    tl_c_bind(c, except);
    tl_emit_at(c->em, s->u.for_.iter->pos);
    tl_c_op(c, TL_OP_END_ASYNC_FOR);
    tl_c_stmts(c, s->u.for_.orelse);
    tl_c_bind(c, end);
}
