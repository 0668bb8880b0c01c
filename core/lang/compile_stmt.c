// compile_stmt.c — statements; leaving blocks by return, break, continue.
// SPDX-License-Identifier: MIT
#include "lang/compile_impl.h"

#include <string.h>

// --- Leaving blocks ---------------------------------------------------------

// [keep]: the top of the stack is the value being returned.
static void drop_below(TlCompiler *c, bool keep) {
    if (keep) {
        tl_c_op_arg(c, TL_OP_SWAP, 2);
    }
    tl_c_op(c, TL_OP_POP_TOP);
}

static void leave_handler(TlCompiler *c, bool keep) {
    if (keep) {
        tl_c_op_arg(c, TL_OP_SWAP, 2);
    }
    tl_handler_pop(c->em);
    tl_c_op(c, TL_OP_POP_EXCEPT);
}

static void leave_finally_try(TlCompiler *c, const TlBlock *block, bool keep) {
    tl_handler_pop(c->em);
    if (keep) { // the finally body may leave in its own way
        tl_c_push_block(c, TL_BLOCK_VALUE, -1, -1, NULL);
    }
    const TlStmt *s = block->data;
    tl_c_stmts(c, s->u.try_.finalbody);
    if (keep) {
        tl_c_pop_block(c);
    }
    tl_emit_nowhere(c->em);
}

static void leave_with(TlCompiler *c, const TlBlock *block, bool keep) {
    const TlStmt *s = block->data;
    tl_emit_at(c->em, s->pos);
    tl_handler_pop(c->em);
    if (keep) {
        tl_c_op_arg(c, TL_OP_SWAP, 2);
    }
    tl_c_exit_with_nones(c);
    if (block->kind == TL_BLOCK_ASYNC_WITH) {
        tl_c_await(c, 2);
    }
    tl_c_op(c, TL_OP_POP_TOP);
    tl_emit_nowhere(c->em);
}

static void leave_handler_body(TlCompiler *c, const TlBlock *block, bool keep) {
    const TlName *name = block->data;
    if (name != NULL) {
        tl_handler_pop(c->em);
    }
    leave_handler(c, keep);
    if (name != NULL) {
        tl_c_load_none(c);
        tl_c_name_op(c, name, TL_CTX_STORE);
        tl_c_name_op(c, name, TL_CTX_DEL);
    }
}

static void leave_block(TlCompiler *c, const TlBlock *block, bool keep) {
    switch (block->kind) {
    case TL_BLOCK_WHILE:
    case TL_BLOCK_HANDLER:
    case TL_BLOCK_GROUP_HANDLER:
    case TL_BLOCK_ASYNC_COMP: break;
    case TL_BLOCK_FOR:
    case TL_BLOCK_VALUE: drop_below(c, keep); break;
    case TL_BLOCK_TRY: tl_handler_pop(c->em); break;
    case TL_BLOCK_FINALLY_TRY: leave_finally_try(c, block, keep); break;
    case TL_BLOCK_FINALLY_END:
        drop_below(c, keep); // the exception
        leave_handler(c, keep);
        break;
    case TL_BLOCK_WITH:
    case TL_BLOCK_ASYNC_WITH: leave_with(c, block, keep); break;
    case TL_BLOCK_HANDLER_BODY: leave_handler_body(c, block, keep); break;
    }
}

// Leaves blocks from the innermost on. With [to_loop] stops at the innermost
// loop and returns it (NULL: there is none); else leaves all. The blocks are
// all back afterwards: what follows the statement is still inside them.
static const TlBlock *leave_blocks(TlCompiler *c, bool keep, bool to_loop) {
    TlUnit *unit = c->unit;
    int count = unit->block_count;
    const TlBlock *loop = NULL;
    TlBlock saved[TL_COMPILE_MAX_BLOCKS]; // finally bodies use the places
    memcpy(saved, unit->blocks, sizeof saved);
    for (int i = count - 1; i >= 0 && tl_compile_ok(c); i--) {
        TlBlockKind kind = saved[i].kind;
        if (kind == TL_BLOCK_GROUP_HANDLER) {
            tl_c_error(c, "'break', 'continue' and 'return' cannot appear in "
                          "an except* block");
        }
        if (to_loop && (kind == TL_BLOCK_WHILE || kind == TL_BLOCK_FOR)) {
            loop = &unit->blocks[i];
            break;
        }
        unit->block_count = i;
        leave_block(c, &saved[i], keep);
    }
    memcpy(unit->blocks, saved, sizeof saved);
    unit->block_count = count;
    return loop;
}

void tl_c_break(TlCompiler *c) {
    int handler = c->em->handler;
    TlCodePos pos = c->em->pos;
    const TlBlock *loop = leave_blocks(c, false, true);
    if (loop != NULL) {
        leave_block(c, loop, false);
        tl_c_jump(c, TL_OP_JUMP, loop->exit);
    } else {
        c->em->pos = pos;
        tl_c_error(c, "'break' outside loop");
    }
    c->em->handler = handler;
}

void tl_c_continue(TlCompiler *c) {
    int handler = c->em->handler;
    TlCodePos pos = c->em->pos;
    const TlBlock *loop = leave_blocks(c, false, true);
    if (loop != NULL) {
        tl_c_jump(c, TL_OP_JUMP, loop->start);
    } else {
        c->em->pos = pos;
        tl_c_error(c, "'continue' not properly in loop");
    }
    c->em->handler = handler;
}

void tl_c_return(TlCompiler *c, const TlStmt *s) {
    const TlScope *scope = c->unit->scope;
    const TlExpr *e = s->u.return_.value;
    if (scope->kind != TL_SCOPE_FUNCTION) {
        tl_c_error(c, "'return' outside function");
        return;
    }
    if (e != NULL && scope->coroutine && scope->generator) {
        tl_c_error(c, "'return' with value in async generator");
        return;
    }
    TlValue constant = e != NULL ? tl_fold(c, e) : TL_NONE;
    bool keep = !tl_has_value(constant);
    if (keep) {
        tl_c_expr(c, e);
    }
    int handler = c->em->handler;
    leave_blocks(c, keep, false);
    if (!keep) {
        tl_c_load_const(c, constant);
    }
    tl_c_op(c, TL_OP_RETURN_VALUE);
    c->em->handler = handler;
}

// --- Simple statements ------------------------------------------------------

static void compile_raise(TlCompiler *c, const TlStmt *s) {
    int n = 0;
    if (s->u.raise.exc != NULL) {
        tl_c_expr(c, s->u.raise.exc);
        n++;
        if (s->u.raise.cause != NULL) {
            tl_c_expr(c, s->u.raise.cause);
            n++;
        }
    }
    tl_c_op_arg(c, TL_OP_RAISE_VARARGS, n);
}

static void compile_assert(TlCompiler *c, const TlStmt *s) {
    int end = tl_c_label(c);
    tl_c_jump_if(c, s->u.assert_.test, end, true);
    tl_c_op(c, TL_OP_LOAD_ASSERTION_ERROR);
    if (s->u.assert_.msg != NULL) {
        tl_c_expr(c, s->u.assert_.msg);
        tl_c_op_arg(c, TL_OP_CALL, 0); // the message stands for self
    }
    tl_c_op_arg(c, TL_OP_RAISE_VARARGS, 1);
    tl_c_bind(c, end);
}

// [value] -> []: hands it to sys.displayhook, as an interactive session does.
static void display(TlCompiler *c) {
    const TlName *sys = tl_c_intern(c, "sys");
    const TlName *hook = tl_c_intern(c, "displayhook");
    if (sys == NULL || hook == NULL) {
        return;
    }
    tl_c_load_const(c, tl_small_int(0));
    tl_c_load_none(c);
    tl_c_op_arg(c, TL_OP_IMPORT_NAME, tl_c_name_index(c, sys));
    tl_c_op_arg(c, TL_OP_LOAD_METHOD, tl_c_name_index(c, hook));
    tl_c_op_arg(c, TL_OP_COPY, 3);
    tl_c_op_arg(c, TL_OP_CALL, 1);
    tl_c_op(c, TL_OP_POP_TOP);
    tl_c_op(c, TL_OP_POP_TOP);
}

static void compile_expr_stmt(TlCompiler *c, const TlStmt *s) {
    const TlExpr *e = s->u.expr.value;
    bool shown = c->interactive && c->unit->parent == NULL;
    if (shown) {
        tl_c_expr(c, e);
        display(c);
        return;
    }
    if (e->kind == TL_EXPR_CONSTANT) { // only checked
        tl_decref(c->rt, tl_const_value(c, e));
        return;
    }
    tl_c_expr(c, e);
    tl_c_op(c, TL_OP_POP_TOP);
}

static void compile_delete(TlCompiler *c, const TlStmt *s) {
    tl_c_exprs(c, s->u.delete_.targets);
}

// --- Dispatch ---------------------------------------------------------------

static void compile_simple(TlCompiler *c, const TlStmt *s) {
    switch (s->kind) {
    case TL_STMT_RETURN: tl_c_return(c, s); break;
    case TL_STMT_DELETE: compile_delete(c, s); break;
    case TL_STMT_ASSIGN: tl_c_assign(c, s); break;
    case TL_STMT_AUG_ASSIGN: tl_c_aug_assign(c, s); break;
    case TL_STMT_ANN_ASSIGN: tl_c_ann_assign(c, s); break;
    case TL_STMT_RAISE: compile_raise(c, s); break;
    case TL_STMT_ASSERT: compile_assert(c, s); break;
    case TL_STMT_IMPORT: tl_c_import(c, s); break;
    case TL_STMT_IMPORT_FROM: tl_c_import_from(c, s); break;
    case TL_STMT_EXPR: compile_expr_stmt(c, s); break;
    case TL_STMT_BREAK: tl_c_break(c); break;
    case TL_STMT_CONTINUE: tl_c_continue(c); break;
    default: // pass, and the declarations that scope.c has read
        break;
    }
}

static void compile_stmt(TlCompiler *c, const TlStmt *s) {
    switch (s->kind) {
    case TL_STMT_FUNCTION_DEF:
    case TL_STMT_ASYNC_FUNCTION_DEF: tl_c_function(c, s); break;
    case TL_STMT_CLASS_DEF: tl_c_class(c, s); break;
    case TL_STMT_IF: tl_c_if(c, s); break;
    case TL_STMT_WHILE: tl_c_while(c, s); break;
    case TL_STMT_FOR: tl_c_for(c, s); break;
    case TL_STMT_ASYNC_FOR: tl_c_async_for(c, s); break;
    case TL_STMT_WITH:
    case TL_STMT_ASYNC_WITH: tl_c_with(c, s); break;
    case TL_STMT_TRY: tl_c_try(c, s); break;
    case TL_STMT_TRY_STAR: tl_c_try_star(c, s); break;
    case TL_STMT_MATCH: tl_c_match(c, s); break;
    default: compile_simple(c, s); break;
    }
}

void tl_c_begin_stmt(TlCompiler *c, const TlStmt *s) {
    tl_emit_at(c->em, s->pos);
    if (c->options->trace_lines && !c->options->internal) {
        tl_c_op(c, TL_OP_TRACE_LINE);
    }
}

void tl_c_stmts(TlCompiler *c, TlStmtList list) {
    for (int i = 0; i < list.len && tl_c_enter(c); i++) {
        tl_c_begin_stmt(c, list.items[i]);
        compile_stmt(c, list.items[i]);
        tl_c_leave(c);
    }
}

void tl_c_body(TlCompiler *c, TlStmtList body) {
    if (body.len > 0 && c->unit->kind == TL_UNIT_MODULE) {
        tl_emit_at(c->em, body.items[0]->pos);
    }
    if (tl_c_has_annotations(body)) {
        tl_c_op(c, TL_OP_SETUP_ANNOTATIONS);
    }
    const TlExpr *docstring = tl_docstring(body);
    int skip = docstring != NULL;
    if (docstring != NULL) {
        tl_emit_at(c->em, body.items[0]->pos);
        tl_c_expr(c, docstring);
        tl_c_text_op(c, "__doc__", TL_CTX_STORE);
    }
    tl_c_stmts(c, (TlStmtList){body.items + skip, body.len - skip});
}
