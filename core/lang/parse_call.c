// parse_call.c — call arguments and subscripts.
// SPDX-License-Identifier: MIT
#include "lang/diagnose_impl.h"
#include "lang/parser_impl.h"

// --- Arguments --------------------------------------------------------------

// How far an argument list has come; each step forbids some kinds.
typedef enum ArgStage {
    STAGE_POSITIONAL, // anything
    STAGE_KEYWORD,    // no more positional ones
    STAGE_DOUBLE_STAR // no more `*` either
} ArgStage;

typedef struct ArgLists {
    TlPtrBuf args;
    TlPtrBuf keywords;
    ArgStage stage;
} ArgLists;

static bool add(TlParser *p, TlPtrBuf *list, void *item) {
    if (item == NULL) {
        return false;
    }
    if (!tl_ptrbuf_push(list, item)) {
        tl_fail_memory(p);
        return false;
    }
    return true;
}

// NAME '=' expression | '**' expression
static TlKeyword *parse_keyword(TlParser *p) {
    int start = p->pos;
    const TlName *name = NULL;
    if (tl_peek(p) == TL_TOK_NAME) {
        name = tl_parse_name(p);
        if (name == NULL) {
            return NULL;
        }
    }
    p->pos++;
    TlExpr *value = tl_parse_expression(p);
    if (value == NULL ||
        (p->hunting && name != NULL && tl_hunt_keyword(p, start))) {
        return NULL;
    }
    TlKeyword *keyword = tl_arena_alloc(p->arena, sizeof *keyword);
    if (keyword == NULL) {
        return tl_fail_memory(p);
    }
    *keyword = (TlKeyword){tl_span(p, start), name, value};
    return keyword;
}

// (NAME ':=' expression | expression) !'='
static TlExpr *parse_positional(TlParser *p) {
    bool is_walrus = tl_peek(p) == TL_TOK_NAME &&
                     tl_peek_second(p) == TL_TOK_COLON_EQUAL;
    TlExpr *arg = is_walrus ? tl_parse_named_expression(p)
                            : tl_parse_expression(p);
    TlTokenKind next = tl_peek(p);
    return next != TL_TOK_EQUAL && next != TL_TOK_COLON_EQUAL ? arg : NULL;
}

static bool parse_argument(TlParser *p, ArgLists *lists) {
    TlTokenKind kind = tl_peek(p);
    if (kind == TL_TOK_STAR) {
        return lists->stage < STAGE_DOUBLE_STAR &&
               add(p, &lists->args, tl_parse_starred(p, tl_parse_expression));
    }
    if (kind == TL_TOK_DOUBLE_STAR) {
        lists->stage = STAGE_DOUBLE_STAR;
        return add(p, &lists->keywords, parse_keyword(p));
    }
    if (kind == TL_TOK_NAME && tl_peek_second(p) == TL_TOK_EQUAL) {
        if (lists->stage < STAGE_KEYWORD) {
            lists->stage = STAGE_KEYWORD;
        }
        return add(p, &lists->keywords, parse_keyword(p));
    }
    int start = p->pos;
    TlExpr *arg = lists->stage == STAGE_POSITIONAL
                      ? parse_positional(p)
                      : NULL;
    if (arg == NULL && p->hunting && p->err->cls == TL_ERROR_NONE) {
        (void)tl_hunt_argument(p, start);
    }
    return add(p, &lists->args, arg);
}

static void *copy_items(TlParser *p, const TlPtrBuf *list, int *len) {
    size_t mark = p->stack.len;
    for (size_t i = 0; i < list->len; i++) {
        if (!tl_push(p, list->items[i])) {
            break;
        }
    }
    return tl_take_items(p, mark, len);
}

bool tl_parse_arguments(TlParser *p, TlExprList *args,
                        TlKeywordList *keywords) {
    ArgLists lists;
    tl_ptrbuf_init(&lists.args, p->alloc);
    tl_ptrbuf_init(&lists.keywords, p->alloc);
    lists.stage = STAGE_POSITIONAL;
    bool ok = true;
    while (tl_peek(p) != TL_TOK_RPAR) {
        int at = p->pos;
        ok = parse_argument(p, &lists);
        if (!ok && lists.args.len + lists.keywords.len > 0 &&
            tl_go_back(p, at)) {
            ok = true;
            break;
        }
        if (!ok || !tl_accept(p, TL_TOK_COMMA)) {
            break;
        }
    }
    if (ok) {
        args->items = copy_items(p, &lists.args, &args->len);
        keywords->items = copy_items(p, &lists.keywords, &keywords->len);
    }
    tl_ptrbuf_deinit(&lists.args);
    tl_ptrbuf_deinit(&lists.keywords);
    return ok && p->err->cls == TL_ERROR_NONE;
}

// `f(x for x in y)`: the parentheses are the generator expression's too.
static TL_NOINLINE TlExpr *parse_lone_generator(TlParser *p, TlExpr *elt, int paren) {
    TlComprehensionList generators;
    if (!tl_parse_comprehension(p, &generators) ||
        !tl_accept(p, TL_TOK_RPAR)) {
        return NULL;
    }
    TlExpr *expr = tl_new_expr(p, TL_EXPR_GENERATOR_EXP, paren);
    if (expr != NULL) {
        expr->u.comp.elt = elt;
        expr->u.comp.generators = generators;
    }
    return expr;
}

// The call whose parenthesis is the current token, without what is called.
static TlExpr *parse_call(TlParser *p, TlExpr *func, int start) {
    int paren = p->pos++;
    TlExprList args = {NULL, 0};
    TlKeywordList keywords = {NULL, 0};
    if (!tl_parse_arguments(p, &args, &keywords)) {
        return NULL;
    }
    TlTokenKind kind = tl_peek(p);
    if (kind == TL_TOK_KW_FOR || kind == TL_TOK_KW_ASYNC) {
        bool is_lone = args.len == 1 && keywords.len == 0 &&
                       args.items[0]->kind != TL_EXPR_STARRED &&
                       p->tokens[p->pos - 1].kind != TL_TOK_COMMA;
        TlExpr *generator =
            is_lone ? parse_lone_generator(p, args.items[0], paren) : NULL;
        if (generator == NULL) {
            return NULL;
        }
        args.items[0] = generator;
    } else if (!tl_accept(p, TL_TOK_RPAR)) {
        return NULL;
    }
    TlExpr *expr = tl_new_expr(p, TL_EXPR_CALL, start);
    if (expr != NULL) {
        expr->u.call.func = func;
        expr->u.call.args = args;
        expr->u.call.keywords = keywords;
    }
    return expr;
}

TlExpr *tl_parse_call(TlParser *p, TlExpr *func, int start) {
    if (!p->is_second_pass) {
        return parse_call(p, func, start);
    }
    int paren = p->pos;
    size_t mark = p->stack.len;
    if (tl_is_noted(p, paren, tl_failed_note(p))) {
        return NULL;
    }
    TlExpr *expr = parse_call(p, func, start);
    if (expr == NULL && p->err->cls == TL_ERROR_NONE) {
        tl_ptrbuf_truncate(&p->stack, mark);
        if (p->hunting) {
            tl_hunt_arguments(p, paren, true);
        }
        tl_note(p, paren, tl_failed_note(p));
    }
    return expr;
}

// --- Subscripts -------------------------------------------------------------

static bool at_slice_end(TlParser *p) {
    TlTokenKind kind = tl_peek(p);
    return kind == TL_TOK_COLON || kind == TL_TOK_COMMA ||
           kind == TL_TOK_RSQB;
}

// One part of a slice, or nothing; false on failure.
static bool parse_slice_part(TlParser *p, TlExpr **part) {
    *part = NULL;
    if (at_slice_end(p)) {
        return true;
    }
    *part = tl_parse_expression(p);
    return *part != NULL;
}

// The rest of `lower:upper:step` after lower.
static TlExpr *finish_slice(TlParser *p, TlExpr *lower, int start) {
    TlExpr *upper = NULL;
    TlExpr *step = NULL;
    p->pos++;
    if (!parse_slice_part(p, &upper) ||
        (tl_accept(p, TL_TOK_COLON) && !parse_slice_part(p, &step))) {
        return NULL;
    }
    TlExpr *expr = tl_new_expr(p, TL_EXPR_SLICE, start);
    if (expr != NULL) {
        expr->u.slice.lower = lower;
        expr->u.slice.upper = upper;
        expr->u.slice.step = step;
    }
    return expr;
}

// slice: [expression] ':' [expression] [':' [expression]] | named_expression
static TlExpr *parse_slice(TlParser *p) {
    int start = p->pos;
    if (tl_peek(p) == TL_TOK_STAR) {
        return tl_parse_starred(p, tl_parse_expression);
    }
    if (tl_peek(p) == TL_TOK_COLON) {
        return finish_slice(p, NULL, start);
    }
    TlExpr *expr = tl_parse_named_expression(p);
    if (expr == NULL || tl_peek(p) != TL_TOK_COLON) {
        return expr;
    }
    bool is_walrus = expr->kind == TL_EXPR_NAMED_EXPR &&
                     p->tokens[start].kind == TL_TOK_NAME;
    return is_walrus ? NULL : finish_slice(p, expr, start);
}

// slices: slice !',' | (slice | '*' expression) separated by commas
static TlExpr *parse_slices(TlParser *p) {
    int start = p->pos;
    TlExpr *first = parse_slice(p);
    if (first == NULL) {
        return NULL;
    }
    bool is_starred = first->kind == TL_EXPR_STARRED;
    if (!is_starred && tl_peek(p) != TL_TOK_COMMA) {
        return first;
    }
    size_t mark = p->stack.len;
    if (!tl_push(p, first)) {
        return NULL;
    }
    while (tl_accept(p, TL_TOK_COMMA) && tl_peek(p) != TL_TOK_RSQB) {
        if (!tl_push(p, parse_slice(p))) {
            return NULL;
        }
    }
    TlExpr *expr = tl_new_expr(p, TL_EXPR_TUPLE, start);
    if (expr != NULL) {
        TL_TAKE_LIST(p, mark, &expr->u.list.elts);
    }
    return expr;
}

TlExpr *tl_parse_subscript(TlParser *p, TlExpr *value, int start) {
    p->pos++;
    TlExpr *slice = parse_slices(p);
    if (slice == NULL || !tl_accept(p, TL_TOK_RSQB)) {
        return NULL;
    }
    TlExpr *expr = tl_new_expr(p, TL_EXPR_SUBSCRIPT, start);
    if (expr != NULL) {
        expr->u.subscript.value = value;
        expr->u.subscript.slice = slice;
    }
    return expr;
}
