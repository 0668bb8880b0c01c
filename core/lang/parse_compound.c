// parse_compound.c — statements with blocks.
// SPDX-License-Identifier: MIT
//
// A node's range ends with the last token of its last block, so nodes are made
// after their blocks have been read.
#include "lang/diagnose_impl.h"
#include "lang/parser_impl.h"

// --- Blocks -----------------------------------------------------------------

// block: NEWLINE INDENT statement+ DEDENT | simple_stmts
bool tl_parse_block(TlParser *p, TlStmtList *list) {
    size_t mark = p->stack.len;
    if (tl_accept(p, TL_TOK_NEWLINE)) {
        if (!tl_accept(p, TL_TOK_INDENT)) {
            return false;
        }
        do {
            if (!tl_parse_statement(p)) {
                return false;
            }
        } while (tl_peek(p) != TL_TOK_DEDENT && tl_peek(p) != TL_TOK_END);
        if (!tl_accept(p, TL_TOK_DEDENT)) {
            return false;
        }
    } else if (!tl_parse_simple_stmts(p)) {
        return false;
    }
    TL_TAKE_LIST(p, mark, list);
    return p->err->cls == TL_ERROR_NONE;
}

// ':' block of [what], which the token [keyword] begins.
bool tl_parse_colon_block(TlParser *p, TlStmtList *list, int keyword,
                          const char *what) {
    if (p->hunting && tl_hunt_block(p, keyword, what, true)) {
        return false;
    }
    return tl_accept(p, TL_TOK_COLON) && tl_parse_block(p, list);
}

// The same where ':' must stand, whatever else might: CPython's `&&':'`.
static bool parse_forced_block(TlParser *p, TlStmtList *list, int keyword,
                               const char *what) {
    if (p->hunting && tl_hunt_block(p, keyword, what, false)) {
        return false;
    }
    return tl_expect_forced(p, TL_TOK_COLON, ":") && tl_parse_block(p, list);
}

// [else_block]: 'else' ':' block
static bool parse_else(TlParser *p, TlStmtList *list) {
    int start = p->pos;
    *list = (TlStmtList){NULL, 0};
    return !tl_accept(p, TL_TOK_KW_ELSE) ||
           parse_forced_block(p, list, start, "'else' statement");
}

// --- if, while, for ---------------------------------------------------------

// ('if' | 'elif') named_expression ':' block, with room for the rest.
static TlStmt *parse_if_branch(TlParser *p, int start) {
    TlExpr *test = tl_parse_named_expression(p);
    TlStmtList body;
    bool is_elif = p->tokens[start].kind == TL_TOK_KW_ELIF;
    if (test == NULL ||
        !tl_parse_colon_block(p, &body, start,
                              is_elif ? "'elif' statement"
                                      : "'if' statement")) {
        return NULL;
    }
    TlStmt *stmt = tl_new_stmt(p, TL_STMT_IF, start);
    if (stmt != NULL) {
        stmt->u.if_.test = test;
        stmt->u.if_.body = body;
    }
    return stmt;
}

// Puts branch [i + 1] into the else part of branch [i], and ends all of them
// where the last one ends.
static bool link_branches(TlParser *p, size_t mark) {
    TlStmt **branches = (TlStmt **)p->stack.items + mark;
    size_t count = p->stack.len - mark;
    for (size_t i = count - 1; i > 0; i--) {
        TlStmt *outer = branches[i - 1];
        TlStmt **items = tl_arena_alloc(p->arena, sizeof *items);
        if (items == NULL) {
            tl_fail_memory(p);
            return false;
        }
        items[0] = branches[i];
        outer->u.if_.orelse = (TlStmtList){items, 1};
        outer->pos.end_line = branches[i]->pos.end_line;
        outer->pos.end_col = branches[i]->pos.end_col;
    }
    return true;
}

// A chain of elif is read in a loop: it may be very long.
static TlStmt *parse_if(TlParser *p) {
    size_t mark = p->stack.len;
    int start;
    do {
        start = p->pos++;
        if (!tl_push(p, parse_if_branch(p, start))) {
            return NULL;
        }
    } while (tl_peek(p) == TL_TOK_KW_ELIF);
    TlStmt *last = p->stack.items[p->stack.len - 1];
    if (!parse_else(p, &last->u.if_.orelse)) {
        return NULL;
    }
    last->pos = tl_span(p, start);
    if (!link_branches(p, mark)) {
        return NULL;
    }
    TlStmt *first = p->stack.items[mark];
    tl_ptrbuf_truncate(&p->stack, mark);
    return first;
}

static TlStmt *parse_while(TlParser *p) {
    int start = p->pos++;
    TlExpr *test = tl_parse_named_expression(p);
    TlStmtList body;
    TlStmtList orelse;
    if (test == NULL ||
        !tl_parse_colon_block(p, &body, start, "'while' statement") ||
        !parse_else(p, &orelse)) {
        return NULL;
    }
    TlStmt *stmt = tl_new_stmt(p, TL_STMT_WHILE, start);
    if (stmt != NULL) {
        stmt->u.if_.test = test;
        stmt->u.if_.body = body;
        stmt->u.if_.orelse = orelse;
    }
    return stmt;
}

// 'for' star_targets 'in' star_expressions ':' block [else_block]
static TlStmt *parse_for(TlParser *p, TlStmtKind kind, int start) {
    int keyword = p->pos++;
    TlExpr *target = tl_parse_star_targets(p);
    if (target == NULL || !tl_accept(p, TL_TOK_KW_IN)) {
        if (p->hunting && p->err->cls == TL_ERROR_NONE) {
            tl_hunt_for_target(p, start);
        }
        return NULL;
    }
    TlExpr *iter = tl_parse_star_expressions(p);
    TlStmtList body;
    TlStmtList orelse;
    if (iter == NULL ||
        !tl_parse_colon_block(p, &body, keyword, "'for' statement") ||
        !parse_else(p, &orelse)) {
        return NULL;
    }
    TlStmt *stmt = tl_new_stmt(p, kind, start);
    if (stmt != NULL) {
        stmt->u.for_.target = target;
        stmt->u.for_.iter = iter;
        stmt->u.for_.body = body;
        stmt->u.for_.orelse = orelse;
    }
    return stmt;
}

// --- with -------------------------------------------------------------------

static bool at_with_item_end(TlParser *p) {
    TlTokenKind kind = tl_peek(p);
    return kind == TL_TOK_COMMA || kind == TL_TOK_RPAR ||
           kind == TL_TOK_COLON ||
           (p->hunting && kind == TL_TOK_NEWLINE); // a colon is missing
}

// expression ['as' star_target &(',' | ')' | ':')]
static TlWithItem *parse_with_item(TlParser *p) {
    TlWithItem *item = tl_arena_alloc(p->arena, sizeof *item);
    if (item == NULL) {
        return tl_fail_memory(p);
    }
    item->context_expr = tl_parse_expression(p);
    if (item->context_expr == NULL) {
        return NULL;
    }
    if (tl_accept(p, TL_TOK_KW_AS)) {
        int at = p->pos;
        item->optional_vars = tl_parse_star_target(p);
        if (item->optional_vars == NULL || !at_with_item_end(p)) {
            if (p->hunting && p->err->cls == TL_ERROR_NONE) {
                tl_hunt_with_target(p, at);
            }
            return NULL;
        }
    }
    return item;
}

// with_item (',' with_item)*, onto the stack
static bool parse_with_items(TlParser *p, bool in_parens) {
    do {
        if (in_parens && p->tokens[p->pos - 1].kind == TL_TOK_COMMA &&
            tl_peek(p) == TL_TOK_RPAR) {
            break;
        }
        if (!tl_push(p, parse_with_item(p))) {
            return false;
        }
    } while (tl_accept(p, TL_TOK_COMMA));
    return true;
}

// '(' with_items [','] ')' &':'. If that is not what stands here, the position
// is where it was: the parenthesis may belong to an expression.
static bool parse_paren_items(TlParser *p) {
    int start = p->pos;
    size_t mark = p->stack.len;
    if (tl_accept(p, TL_TOK_LPAR) && parse_with_items(p, true) &&
        tl_accept(p, TL_TOK_RPAR)) {
        if (tl_peek(p) == TL_TOK_COLON) {
            return true;
        }
        if (tl_peek(p) == TL_TOK_NEWLINE) {
            return tl_refuse_here(p, "expected ':'");
        }
    }
    p->pos = start;
    tl_ptrbuf_truncate(&p->stack, mark);
    return false;
}

static TlStmt *parse_with(TlParser *p, TlStmtKind kind, int start) {
    int keyword = p->pos++;
    size_t mark = p->stack.len;
    if (!parse_paren_items(p)) {
        if (p->err->cls != TL_ERROR_NONE || !parse_with_items(p, false)) {
            return NULL;
        }
    }
    TlWithItemList items;
    TlStmtList body;
    TL_TAKE_LIST(p, mark, &items);
    if (!tl_parse_colon_block(p, &body, keyword, "'with' statement")) {
        return NULL;
    }
    TlStmt *stmt = tl_new_stmt(p, kind, start);
    if (stmt != NULL) {
        stmt->u.with.items = items;
        stmt->u.with.body = body;
    }
    return stmt;
}

// --- try --------------------------------------------------------------------

// 'except' ['*'] [expression ['as' NAME]] ':' block
static TlExceptHandler *parse_handler(TlParser *p, bool is_star) {
    int start = p->pos++;
    TlExceptHandler *handler = tl_arena_alloc(p->arena, sizeof *handler);
    if (handler == NULL) {
        return tl_fail_memory(p);
    }
    if (is_star) {
        p->pos++;
    }
    if (is_star || tl_peek(p) != TL_TOK_COLON) {
        handler->type = tl_parse_expression(p);
        if (handler->type == NULL) {
            return NULL;
        }
        if (tl_accept(p, TL_TOK_KW_AS)) {
            handler->name = tl_parse_name(p);
            if (handler->name == NULL) {
                return NULL;
            }
        }
    }
    if (!tl_parse_colon_block(p, &handler->body, start,
                              is_star ? "'except*' statement"
                                      : "'except' statement")) {
        return NULL;
    }
    handler->pos = tl_span(p, start);
    return handler;
}

static bool at_star_handler(TlParser *p) {
    return tl_peek_second(p) == TL_TOK_STAR;
}

static bool parse_handlers(TlParser *p, TlStmt *stmt) {
    size_t mark = p->stack.len;
    bool is_star = tl_peek(p) == TL_TOK_KW_EXCEPT && at_star_handler(p);
    stmt->kind = is_star ? TL_STMT_TRY_STAR : TL_STMT_TRY;
    while (tl_peek(p) == TL_TOK_KW_EXCEPT) {
        int start = p->pos;
        if (at_star_handler(p) != is_star) {
            if (p->hunting) {
                tl_hunt_mixed_handler(p, start);
            }
            return false;
        }
        TlExceptHandler *handler = parse_handler(p, is_star);
        if (handler == NULL && p->hunting && p->err->cls == TL_ERROR_NONE) {
            tl_hunt_except(p, start);
        }
        if (!tl_push(p, handler)) {
            return false;
        }
    }
    TL_TAKE_LIST(p, mark, &stmt->u.try_.handlers);
    return true;
}

// 'try' ':' block (handler+ [else_block] [finally_block] | finally_block)
static TlStmt *parse_try(TlParser *p) {
    int start = p->pos++;
    TlStmt *stmt = tl_new_stmt(p, TL_STMT_TRY, start);
    if (stmt == NULL || !parse_forced_block(p, &stmt->u.try_.body, start,
                                            "'try' statement")) {
        return NULL;
    }
    if ((p->hunting && tl_hunt_try(p)) || !parse_handlers(p, stmt)) {
        return NULL;
    }
    bool has_handlers = stmt->u.try_.handlers.len > 0;
    if (has_handlers && !parse_else(p, &stmt->u.try_.orelse)) {
        return NULL;
    }
    int keyword = p->pos;
    if (tl_accept(p, TL_TOK_KW_FINALLY)) {
        if (!parse_forced_block(p, &stmt->u.try_.finalbody, keyword,
                                "'finally' statement")) {
            return NULL;
        }
    } else if (!has_handlers) {
        return NULL;
    }
    stmt->pos = tl_span(p, start);
    return stmt;
}

// --- def, class -------------------------------------------------------------

// '->' expression. If that is broken, stops where CPython goes on: after the
// part of the expression that fits, or at the arrow if there is none.
static TlExpr *parse_returns(TlParser *p) {
    int arrow = p->pos++;
    TlExpr *returns = tl_parse_expression(p);
    if (returns == NULL && p->err->cls == TL_ERROR_NONE) {
        bool is_second_pass = p->is_second_pass;
        p->is_second_pass = true;
        p->pos = arrow + 1;
        if (tl_parse_expression(p) == NULL) {
            p->pos = arrow;
        }
        p->is_second_pass = is_second_pass;
    }
    return returns;
}

// 'def' NAME '(' [params] ')' ['->' expression] ':' block
static TlStmt *parse_def(TlParser *p, TlStmtKind kind, int start) {
    int keyword = p->pos++;
    const TlName *name = tl_parse_name(p);
    if (name == NULL || !tl_expect_forced(p, TL_TOK_LPAR, "(")) {
        return NULL;
    }
    TlArguments *args = tl_parse_parameters(p, TL_TOK_RPAR);
    if (args == NULL || !tl_accept(p, TL_TOK_RPAR)) {
        return NULL;
    }
    TlExpr *returns = NULL;
    if (tl_peek(p) == TL_TOK_ARROW) {
        returns = parse_returns(p);
    }
    TlStmtList body;
    if (!parse_forced_block(p, &body, keyword, "function definition")) {
        return NULL;
    }
    TlStmt *stmt = tl_new_stmt(p, kind, start);
    if (stmt != NULL) {
        stmt->u.function_def.name = name;
        stmt->u.function_def.args = args;
        stmt->u.function_def.body = body;
        stmt->u.function_def.returns = returns;
    }
    return stmt;
}

// 'class' NAME ['(' [arguments] ')'] ':' block
static TlStmt *parse_class(TlParser *p) {
    int start = p->pos++;
    const TlName *name = tl_parse_name(p);
    TlExprList bases = {NULL, 0};
    TlKeywordList keywords = {NULL, 0};
    if (name == NULL) {
        return NULL;
    }
    int paren = p->pos;
    if (tl_accept(p, TL_TOK_LPAR) &&
        (!tl_parse_arguments(p, &bases, &keywords) ||
         !tl_accept(p, TL_TOK_RPAR))) {
        if (p->hunting && p->err->cls == TL_ERROR_NONE) {
            tl_hunt_arguments(p, paren, false);
        }
        return NULL;
    }
    TlStmtList body;
    if (!tl_parse_colon_block(p, &body, start, "class definition")) {
        return NULL;
    }
    TlStmt *stmt = tl_new_stmt(p, TL_STMT_CLASS_DEF, start);
    if (stmt != NULL) {
        stmt->u.class_def.name = name;
        stmt->u.class_def.bases = bases;
        stmt->u.class_def.keywords = keywords;
        stmt->u.class_def.body = body;
    }
    return stmt;
}

// decorators: ('@' named_expression NEWLINE)+
static bool parse_decorators(TlParser *p, TlExprList *list) {
    size_t mark = p->stack.len;
    while (tl_accept(p, TL_TOK_AT)) {
        if (!tl_push(p, tl_parse_named_expression(p)) ||
            !tl_accept(p, TL_TOK_NEWLINE)) {
            return false;
        }
    }
    TL_TAKE_LIST(p, mark, list);
    return p->err->cls == TL_ERROR_NONE;
}

static TlStmt *parse_decorated(TlParser *p) {
    TlExprList decorators;
    if (!parse_decorators(p, &decorators)) {
        return NULL;
    }
    int start = p->pos;
    TlStmt *stmt = NULL;
    if (tl_peek(p) == TL_TOK_KW_CLASS) {
        stmt = parse_class(p);
        if (stmt != NULL) {
            stmt->u.class_def.decorator_list = decorators;
        }
        return stmt;
    }
    bool is_async = tl_accept(p, TL_TOK_KW_ASYNC);
    if (tl_peek(p) == TL_TOK_KW_DEF) {
        stmt = parse_def(p,
                         is_async ? TL_STMT_ASYNC_FUNCTION_DEF
                                  : TL_STMT_FUNCTION_DEF,
                         start);
    }
    if (stmt != NULL) {
        stmt->u.function_def.decorator_list = decorators;
    }
    return stmt;
}

// --- Dispatch ---------------------------------------------------------------

static TlStmt *parse_async(TlParser *p) {
    int start = p->pos++;
    switch (tl_peek(p)) {
    case TL_TOK_KW_DEF:
        return parse_def(p, TL_STMT_ASYNC_FUNCTION_DEF, start);
    case TL_TOK_KW_FOR:
        return parse_for(p, TL_STMT_ASYNC_FOR, start);
    case TL_TOK_KW_WITH:
        return parse_with(p, TL_STMT_ASYNC_WITH, start);
    default:
        return NULL;
    }
}

TlStmt *tl_parse_compound(TlParser *p) {
    int start = p->pos;
    switch (tl_peek(p)) {
    case TL_TOK_AT:
        return parse_decorated(p);
    case TL_TOK_KW_ASYNC:
        return parse_async(p);
    case TL_TOK_KW_CLASS:
        return parse_class(p);
    case TL_TOK_KW_DEF:
        return parse_def(p, TL_STMT_FUNCTION_DEF, start);
    case TL_TOK_KW_FOR:
        return parse_for(p, TL_STMT_FOR, start);
    case TL_TOK_KW_IF:
        return parse_if(p);
    case TL_TOK_KW_TRY:
        return parse_try(p);
    case TL_TOK_KW_WHILE:
        return parse_while(p);
    case TL_TOK_KW_WITH:
        return parse_with(p, TL_STMT_WITH, start);
    default:
        return NULL;
    }
}
