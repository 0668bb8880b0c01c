// compile_try.c — try, except, except*, finally.
// SPDX-License-Identifier: MIT
//
// Entering a try costs nothing: handlers are in the exception table. A finally
// body is compiled once for each way into it. While an except clause runs the
// stack holds [previous exception]; a second handler (cleanup) around all
// clauses puts that back when the clause itself raises.
#include "lang/compile_impl.h"

// [previous, lasti, exc]: an exception out of a clause.
void tl_c_reraise_after_cleanup(TlCompiler *c) {
    tl_c_op_arg(c, TL_OP_COPY, 3);
    tl_c_op(c, TL_OP_POP_EXCEPT);
    tl_c_op_arg(c, TL_OP_RERAISE, 1);
}

static void forget_name(TlCompiler *c, const TlName *name) {
    if (name != NULL) {
        tl_c_load_none(c);
        tl_c_name_op(c, name, TL_CTX_STORE);
        tl_c_name_op(c, name, TL_CTX_DEL);
    }
}

// --- except -----------------------------------------------------------------

// `except ... as name:`, from [previous, exc] on; ends with a jump to [end].
// However the body is left, the name is unbound.
static void named_body(TlCompiler *c, const TlExceptHandler *handler, int end) {
    int unbind = tl_c_label(c);
    int cleanup = c->em->handler;
    tl_c_name_op(c, handler->name, TL_CTX_STORE);
    tl_handler_push(c->em, TL_HANDLER_CLEANUP, unbind);
    tl_c_push_block(c, TL_BLOCK_HANDLER_BODY, -1, -1, handler->name);
    tl_c_stmts(c, handler->body);
    tl_c_pop_block(c);
    tl_emit_nowhere(c->em);
    tl_handler_pop(c->em);
    tl_handler_pop(c->em);
    tl_c_op(c, TL_OP_POP_EXCEPT);
    forget_name(c, handler->name);
    tl_c_jump(c, TL_OP_JUMP, end);
    c->em->handler = cleanup;
    tl_c_bind(c, unbind);
    forget_name(c, handler->name);
    tl_c_op_arg(c, TL_OP_RERAISE, 1);
}

static void unnamed_body(TlCompiler *c, const TlExceptHandler *handler,
                         int end) {
    int cleanup = c->em->handler;
    tl_c_op(c, TL_OP_POP_TOP);
    tl_c_push_block(c, TL_BLOCK_HANDLER_BODY, -1, -1, NULL);
    tl_c_stmts(c, handler->body);
    tl_c_pop_block(c);
    tl_emit_nowhere(c->em);
    tl_handler_pop(c->em);
    tl_c_op(c, TL_OP_POP_EXCEPT);
    tl_c_jump(c, TL_OP_JUMP, end);
    c->em->handler = cleanup;
}

static void compile_clauses(TlCompiler *c, TlExceptHandlerList handlers,
                            int end) {
    for (int i = 0; i < handlers.len; i++) {
        const TlExceptHandler *handler = handlers.items[i];
        int next = tl_c_label(c);
        tl_emit_at(c->em, handler->pos);
        if (handler->type != NULL) {
            tl_c_expr(c, handler->type);
            tl_c_op(c, TL_OP_CHECK_EXC_MATCH);
            tl_c_jump(c, TL_OP_POP_JUMP_IF_FALSE, next);
        } else if (i < handlers.len - 1) {
            tl_c_error(c, "default 'except:' must be last");
            return;
        }
        if (handler->name != NULL) {
            named_body(c, handler, end);
        } else {
            unnamed_body(c, handler, end);
        }
        tl_c_bind(c, next);
    }
}

static void try_except(TlCompiler *c, const TlStmt *s) {
    int except = tl_c_label(c);
    int cleanup = tl_c_label(c);
    int end = tl_c_label(c);
    tl_handler_push(c->em, TL_HANDLER_FINALLY, except);
    tl_c_push_block(c, TL_BLOCK_TRY, -1, -1, NULL);
    tl_c_stmts(c, s->u.try_.body);
    tl_c_pop_block(c);
    tl_handler_pop(c->em);
    tl_c_stmts(c, s->u.try_.orelse);
    tl_emit_nowhere(c->em);
    tl_c_jump(c, TL_OP_JUMP, end);

    tl_c_bind(c, except);
    tl_handler_push(c->em, TL_HANDLER_CLEANUP, cleanup);
    tl_c_op(c, TL_OP_PUSH_EXC_INFO);
    tl_c_push_block(c, TL_BLOCK_HANDLER, -1, -1, NULL);
    compile_clauses(c, s->u.try_.handlers, end);
    tl_c_pop_block(c);
    tl_emit_nowhere(c->em);
    tl_c_op_arg(c, TL_OP_RERAISE, 0);
    tl_handler_pop(c->em);
    tl_c_bind(c, cleanup);
    tl_c_reraise_after_cleanup(c);
    tl_c_bind(c, end);
}

// --- except* ----------------------------------------------------------------

// One clause, from [previous, group, raised, rest, matched] on; what its body
// raises is added to the list [raised].
static void group_body(TlCompiler *c, const TlExceptHandler *handler,
                       int next) {
    int failed = tl_c_label(c);
    if (handler->name != NULL) {
        tl_c_name_op(c, handler->name, TL_CTX_STORE);
    } else {
        tl_c_op(c, TL_OP_POP_TOP);
    }
    tl_handler_push(c->em, TL_HANDLER_CLEANUP, failed);
    tl_c_push_block(c, TL_BLOCK_HANDLER_BODY, -1, -1, handler->name);
    tl_c_stmts(c, handler->body);
    tl_c_pop_block(c);
    tl_emit_nowhere(c->em);
    tl_handler_pop(c->em);
    forget_name(c, handler->name);
    tl_c_jump(c, TL_OP_JUMP, next);
    tl_c_bind(c, failed); // [..., raised, rest, lasti, exc]
    forget_name(c, handler->name);
    tl_c_op_arg(c, TL_OP_LIST_APPEND, 3);
    tl_c_op(c, TL_OP_POP_TOP);
    tl_c_jump(c, TL_OP_JUMP, next);
}

static void compile_group_clauses(TlCompiler *c, TlExceptHandlerList handlers) {
    for (int i = 0; i < handlers.len; i++) {
        const TlExceptHandler *handler = handlers.items[i];
        int next = tl_c_label(c);
        int matched = tl_c_label(c);
        tl_emit_at(c->em, handler->pos);
        if (i == 0) { // [previous, group] -> [previous, group, raised, rest]
            tl_c_op_arg(c, TL_OP_BUILD_LIST, 0);
            tl_c_op_arg(c, TL_OP_COPY, 2);
        }
        if (handler->type != NULL) {
            tl_c_expr(c, handler->type);
            tl_c_op(c, TL_OP_CHECK_EG_MATCH);
            tl_c_op_arg(c, TL_OP_COPY, 1);
            tl_c_jump(c, TL_OP_POP_JUMP_IF_NOT_NONE, matched);
            tl_c_op(c, TL_OP_POP_TOP);
            tl_c_jump(c, TL_OP_JUMP, next);
        }
        tl_c_bind(c, matched);
        group_body(c, handler, next);
        tl_c_bind(c, next);
    }
    tl_c_op_arg(c, TL_OP_LIST_APPEND, 1); // what nobody handled
}

// [previous, group, raised]: raises what is left, or goes to [end].
static void finish_group(TlCompiler *c, int end) {
    int reraise = tl_c_label(c);
    int cleanup = c->em->handler;
    tl_c_op(c, TL_OP_PREP_RERAISE_STAR);
    tl_c_op_arg(c, TL_OP_COPY, 1);
    tl_c_jump(c, TL_OP_POP_JUMP_IF_NOT_NONE, reraise);
    tl_c_op(c, TL_OP_POP_TOP);
    tl_handler_pop(c->em);
    tl_c_op(c, TL_OP_POP_EXCEPT);
    tl_c_jump(c, TL_OP_JUMP, end);
    c->em->handler = cleanup;
    tl_c_bind(c, reraise);
    tl_handler_pop(c->em);
    tl_c_op_arg(c, TL_OP_SWAP, 2);
    tl_c_op(c, TL_OP_POP_EXCEPT);
    tl_c_op_arg(c, TL_OP_RERAISE, 0);
}

static void try_star_except(TlCompiler *c, const TlStmt *s) {
    int except = tl_c_label(c);
    int cleanup = tl_c_label(c);
    int orelse = tl_c_label(c);
    int end = tl_c_label(c);
    tl_handler_push(c->em, TL_HANDLER_FINALLY, except);
    tl_c_push_block(c, TL_BLOCK_TRY, -1, -1, NULL);
    tl_c_stmts(c, s->u.try_.body);
    tl_c_pop_block(c);
    tl_handler_pop(c->em);
    tl_emit_nowhere(c->em);
    tl_c_jump(c, TL_OP_JUMP, orelse);

    tl_c_bind(c, except);
    tl_handler_push(c->em, TL_HANDLER_CLEANUP, cleanup);
    tl_c_op(c, TL_OP_PUSH_EXC_INFO);
    tl_c_push_block(c, TL_BLOCK_GROUP_HANDLER, -1, -1, NULL);
    compile_group_clauses(c, s->u.try_.handlers);
    tl_c_pop_block(c);
    finish_group(c, end);
    tl_c_bind(c, cleanup);
    tl_c_reraise_after_cleanup(c);

    tl_c_bind(c, orelse);
    tl_c_stmts(c, s->u.try_.orelse);
    tl_c_bind(c, end);
}

// --- finally ----------------------------------------------------------------

static void try_finally(TlCompiler *c, const TlStmt *s, bool star) {
    int final = tl_c_label(c);
    int cleanup = tl_c_label(c);
    int exit = tl_c_label(c);
    tl_handler_push(c->em, TL_HANDLER_FINALLY, final);
    tl_c_push_block(c, TL_BLOCK_FINALLY_TRY, -1, -1, s);
    if (s->u.try_.handlers.len == 0) {
        tl_c_stmts(c, s->u.try_.body);
    } else if (star) {
        try_star_except(c, s);
    } else {
        try_except(c, s);
    }
    tl_c_pop_block(c);
    tl_handler_pop(c->em);
    tl_c_stmts(c, s->u.try_.finalbody);
    tl_emit_nowhere(c->em);
    tl_c_jump(c, TL_OP_JUMP, exit);

    tl_c_bind(c, final);
    tl_c_push_block(c, TL_BLOCK_FINALLY_END, -1, -1, NULL);
    tl_handler_push(c->em, TL_HANDLER_CLEANUP, cleanup);
    tl_c_op(c, TL_OP_PUSH_EXC_INFO);
    tl_c_stmts(c, s->u.try_.finalbody);
    tl_c_pop_block(c);
    tl_emit_nowhere(c->em);
    tl_c_op_arg(c, TL_OP_RERAISE, 0);
    tl_handler_pop(c->em);
    tl_c_bind(c, cleanup);
    tl_c_reraise_after_cleanup(c);
    tl_c_bind(c, exit);
}

void tl_c_try(TlCompiler *c, const TlStmt *s) {
    if (s->u.try_.finalbody.len > 0) {
        try_finally(c, s, false);
    } else {
        try_except(c, s);
    }
}

void tl_c_try_star(TlCompiler *c, const TlStmt *s) {
    if (s->u.try_.finalbody.len > 0) {
        try_finally(c, s, true);
    } else {
        try_star_except(c, s);
    }
}
