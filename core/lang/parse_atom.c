// parse_atom.c — names, literals, and everything in brackets.
// SPDX-License-Identifier: MIT
//
// What a bracket holds is known only after its first element: `(a)`, `(a,)` and
// `(a for a in b)`, or `{a}`, `{a: b}` and the comprehensions, begin alike.
#include "lang/diagnose_impl.h"
#include "lang/parser_impl.h"

#include <string.h>

// --- Simple atoms -----------------------------------------------------------

static TL_NOINLINE TlExpr *parse_name_atom(TlParser *p) {
    int start = p->pos;
    const TlName *id = tl_parse_name(p);
    TlExpr *expr = id != NULL ? tl_new_expr(p, TL_EXPR_NAME, start) : NULL;
    if (expr != NULL) {
        expr->u.name.id = id;
    }
    return expr;
}

static TL_NOINLINE TlExpr *parse_constant(TlParser *p, TlConstKind kind) {
    int start = p->pos++;
    TlExpr *expr = tl_new_expr(p, TL_EXPR_CONSTANT, start);
    if (expr != NULL) {
        expr->u.constant.kind = kind;
    }
    return expr;
}

TL_NOINLINE TlExpr *tl_parse_number(TlParser *p) {
    int start = p->pos++;
    TlConstant value = {0};
    if (!tl_number_literal(p, &p->tokens[start], &value)) {
        return NULL;
    }
    TlExpr *expr = tl_new_expr(p, TL_EXPR_CONSTANT, start);
    if (expr != NULL) {
        expr->u.constant = value;
    }
    return expr;
}

// --- Strings ----------------------------------------------------------------

static TlExpr *new_text(TlParser *p, TlConstKind kind, TlPos pos,
                        const TlBuf *text, bool u_prefix) {
    TlExpr *expr = tl_expr_new(p->arena, TL_EXPR_CONSTANT, pos);
    const char *data = text->len > 0 ? text->data : "";
    char *copy =
        text->failed ? NULL : tl_arena_strndup(p->arena, data, text->len);
    if (expr == NULL || copy == NULL) {
        return tl_fail_memory(p);
    }
    expr->u.constant.kind = kind;
    expr->u.constant.u_prefix = u_prefix;
    expr->u.constant.text = copy;
    expr->u.constant.len = text->len;
    return expr;
}

bool tl_join_flush(TlParser *p, TlJoin *join) {
    if (join->text.len == 0 && !join->text.failed) {
        return true;
    }
    TlExpr *expr = new_text(p, TL_CONST_STR, join->pos, &join->text,
                            join->u_prefix);
    tl_buf_clear(&join->text);
    return tl_push(p, expr);
}

// Adds one string token to [join]; false: error set.
static bool add_string(TlParser *p, TlJoin *join, const TlToken *tok) {
    TlStringToken parts = tl_split_string(tok);
    if (parts.is_bytes) {
        return tl_decode_bytes(p, &join->text, tok, &parts);
    }
    if (parts.is_format) {
        return tl_parse_fstring(p, join, tok, &parts);
    }
    return tl_decode_string(p, &join->text, parts.body, parts.end,
                            parts.is_raw);
}

static TlExpr *join_strings(TlParser *p, TlJoin *join, int start) {
    size_t mark = p->stack.len;
    bool is_format = false;
    bool is_bytes = tl_split_string(&p->tokens[start]).is_bytes;
    int end = p->pos;
    for (int i = start; i < end; i++) {
        TlToken tok = p->tokens[i];
        TlStringToken parts = tl_split_string(&tok);
        if (parts.is_bytes != is_bytes) {
            tl_parser_error_here(p, TL_ERROR_SYNTAX,
                                 "cannot mix bytes and nonbytes literals");
            return NULL;
        }
        is_format = is_format || parts.is_format;
        if (!add_string(p, join, &tok)) {
            return NULL;
        }
    }
    if (!is_format) {
        TlConstKind kind = is_bytes ? TL_CONST_BYTES : TL_CONST_STR;
        return new_text(p, kind, join->pos, &join->text, join->u_prefix);
    }
    if (!tl_join_flush(p, join)) {
        return NULL;
    }
    TlExpr *expr = tl_expr_new(p->arena, TL_EXPR_JOINED_STR, join->pos);
    if (expr == NULL) {
        return tl_fail_memory(p);
    }
    TL_TAKE_LIST(p, mark, &expr->u.joined_str.values);
    return expr;
}

// strings: STRING+, one constant or one f-string together
TL_NOINLINE TlExpr *tl_parse_strings(TlParser *p) {
    int start = p->pos;
    while (tl_accept(p, TL_TOK_STRING)) {
    }
    if (p->err->cls != TL_ERROR_NONE) {
        return NULL; // the token after the strings could not be read
    }
    TlJoin join;
    tl_buf_init(&join.text, p->alloc);
    join.pos = tl_span(p, start);
    join.u_prefix = tl_split_string(&p->tokens[start]).is_u;
    TlExpr *expr = join_strings(p, &join, start);
    tl_buf_deinit(&join.text);
    return expr;
}

// --- Comprehensions ---------------------------------------------------------

// [ASYNC] 'for' star_targets 'in' disjunction ('if' disjunction)*
static TlComprehension *parse_for_if(TlParser *p) {
    TlComprehension *comp = tl_arena_alloc(p->arena, sizeof *comp);
    if (comp == NULL) {
        return tl_fail_memory(p);
    }
    int start = p->pos;
    comp->is_async = tl_accept(p, TL_TOK_KW_ASYNC);
    if (!tl_accept(p, TL_TOK_KW_FOR)) {
        return NULL;
    }
    comp->target = tl_parse_star_targets(p);
    if (comp->target == NULL || !tl_accept(p, TL_TOK_KW_IN)) {
        if (p->hunting && p->err->cls == TL_ERROR_NONE) {
            tl_hunt_for_target(p, start);
        }
        return NULL;
    }
    comp->iter = tl_parse_disjunction(p);
    size_t mark = p->stack.len;
    int at = p->pos;
    while (comp->iter != NULL && tl_accept(p, TL_TOK_KW_IF)) {
        TlExpr *test = tl_parse_disjunction(p);
        if (test == NULL && tl_go_back(p, at)) {
            break;
        }
        if (!tl_push(p, test)) {
            return NULL;
        }
        at = p->pos;
    }
    TL_TAKE_LIST(p, mark, &comp->ifs);
    return comp->iter != NULL ? comp : NULL;
}

static bool at_comprehension(TlParser *p) {
    TlTokenKind kind = tl_peek(p);
    return kind == TL_TOK_KW_FOR ||
           (kind == TL_TOK_KW_ASYNC && tl_peek_second(p) == TL_TOK_KW_FOR);
}

bool tl_parse_comprehension(TlParser *p, TlComprehensionList *list) {
    size_t mark = p->stack.len;
    do {
        int at = p->pos;
        TlComprehension *comp = parse_for_if(p);
        if (comp == NULL && p->stack.len > mark && tl_go_back(p, at)) {
            break;
        }
        if (!tl_push(p, comp)) {
            return false;
        }
    } while (at_comprehension(p));
    TL_TAKE_LIST(p, mark, list);
    return p->err->cls == TL_ERROR_NONE;
}

// The rest of a comprehension after its element, closing bracket included.
static TL_NOINLINE TlExpr *finish_comp(TlParser *p, TlExprKind kind,
                                       TlExpr *elt, TlTokenKind closer,
                                       int start) {
    TlComprehensionList generators;
    if (elt->kind == TL_EXPR_STARRED ||
        !tl_parse_comprehension(p, &generators) || !tl_accept(p, closer)) {
        return NULL;
    }
    TlExpr *expr = tl_new_expr(p, kind, start);
    if (expr != NULL) {
        expr->u.comp.elt = elt;
        expr->u.comp.generators = generators;
    }
    return expr;
}

static TL_NOINLINE TlExpr *finish_dict_comp(TlParser *p, TlExpr *key,
                                            TlExpr *value, int start) {
    TlComprehensionList generators;
    if (!tl_parse_comprehension(p, &generators) ||
        !tl_accept(p, TL_TOK_RBRACE)) {
        return NULL;
    }
    TlExpr *expr = tl_new_expr(p, TL_EXPR_DICT_COMP, start);
    if (expr != NULL) {
        expr->u.dict_comp.key = key;
        expr->u.dict_comp.value = value;
        expr->u.dict_comp.generators = generators;
    }
    return expr;
}

// --- Displays ---------------------------------------------------------------

// The rest of a tuple, list or set display: [first] has been read, if any.
static TL_NOINLINE TlExpr *finish_display(TlParser *p, TlExprKind kind,
                                          TlExpr *first, TlTokenKind closer,
                                          int start) {
    size_t mark = p->stack.len;
    if (first != NULL && !tl_push(p, first)) {
        return NULL;
    }
    while (first != NULL && tl_accept(p, TL_TOK_COMMA) &&
           tl_peek(p) != closer) {
        if (!tl_push(p, tl_parse_star_named_expression(p))) {
            return NULL;
        }
    }
    if (!tl_accept(p, closer)) {
        return NULL;
    }
    TlExpr *expr = tl_new_expr(p, kind, start);
    if (expr != NULL && kind == TL_EXPR_SET) {
        TL_TAKE_LIST(p, mark, &expr->u.set.elts);
    } else if (expr != NULL) {
        TL_TAKE_LIST(p, mark, &expr->u.list.elts);
    }
    return expr;
}

// '(' ')' | '(' element ',' ... ')' | '(' (yield_expr | named) ')' | genexp
static TlExpr *parse_paren(TlParser *p) {
    int start = p->pos++;
    TlTokenKind kind = tl_peek(p);
    if (kind == TL_TOK_RPAR) {
        return finish_display(p, TL_EXPR_TUPLE, NULL, TL_TOK_RPAR, start);
    }
    TlExpr *first = kind == TL_TOK_KW_YIELD
                        ? tl_parse_star_or_yield(p)
                        : tl_parse_star_named_expression(p);
    if (first == NULL) {
        return NULL;
    }
    if (kind != TL_TOK_KW_YIELD && tl_peek(p) == TL_TOK_COMMA) {
        return finish_display(p, TL_EXPR_TUPLE, first, TL_TOK_RPAR, start);
    }
    if (kind != TL_TOK_KW_YIELD && at_comprehension(p)) {
        return finish_comp(p, TL_EXPR_GENERATOR_EXP, first, TL_TOK_RPAR,
                           start);
    }
    bool is_group = kind != TL_TOK_STAR && tl_accept(p, TL_TOK_RPAR);
    return is_group ? first : NULL;
}

static TlExpr *parse_list(TlParser *p) {
    int start = p->pos++;
    if (tl_peek(p) == TL_TOK_RSQB) {
        return finish_display(p, TL_EXPR_LIST, NULL, TL_TOK_RSQB, start);
    }
    TlExpr *first = tl_parse_star_named_expression(p);
    if (first == NULL) {
        return NULL;
    }
    if (at_comprehension(p)) {
        return finish_comp(p, TL_EXPR_LIST_COMP, first, TL_TOK_RSQB, start);
    }
    return finish_display(p, TL_EXPR_LIST, first, TL_TOK_RSQB, start);
}

// --- Dictionaries -----------------------------------------------------------

typedef struct KeyValue {
    TlExpr *key; // NULL after `**`
    TlExpr *value;
} KeyValue;

static bool push_pair(TlParser *p, KeyValue pair) {
    KeyValue *copy = tl_arena_alloc(p->arena, sizeof *copy);
    if (copy == NULL) {
        tl_fail_memory(p);
        return false;
    }
    *copy = pair;
    return tl_push(p, copy);
}

// '**' bitwise_or | expression ':' expression
static bool parse_pair(TlParser *p, KeyValue *pair) {
    pair->key = NULL;
    if (tl_accept(p, TL_TOK_DOUBLE_STAR)) {
        pair->value = tl_parse_bitwise_or(p);
        return pair->value != NULL;
    }
    pair->key = tl_parse_expression(p);
    if (pair->key == NULL || !tl_accept(p, TL_TOK_COLON)) {
        return false;
    }
    pair->value = tl_parse_expression(p);
    return pair->value != NULL;
}

static TlExpr *new_dict(TlParser *p, size_t mark, int start) {
    int len = (int)(p->stack.len - mark);
    size_t size = sizeof(TlExpr *) * (size_t)(len > 0 ? len : 1);
    TlExpr *expr = tl_new_expr(p, TL_EXPR_DICT, start);
    TlExpr **keys = tl_arena_alloc(p->arena, size);
    TlExpr **values = tl_arena_alloc(p->arena, size);
    if (expr == NULL || keys == NULL || values == NULL) {
        return tl_fail_memory(p);
    }
    for (int i = 0; i < len; i++) {
        const KeyValue *pair = p->stack.items[mark + (size_t)i];
        keys[i] = pair->key;
        values[i] = pair->value;
    }
    tl_ptrbuf_truncate(&p->stack, mark);
    expr->u.dict.keys = (TlExprList){keys, len};
    expr->u.dict.values = (TlExprList){values, len};
    return expr;
}

// The rest of a dict display after its first pair.
static TL_NOINLINE TlExpr *finish_dict(TlParser *p, KeyValue first,
                                       int start) {
    size_t mark = p->stack.len;
    if (!push_pair(p, first)) {
        return NULL;
    }
    while (tl_accept(p, TL_TOK_COMMA) && tl_peek(p) != TL_TOK_RBRACE) {
        KeyValue pair;
        if (!parse_pair(p, &pair) || !push_pair(p, pair)) {
            return NULL;
        }
    }
    return tl_accept(p, TL_TOK_RBRACE) ? new_dict(p, mark, start) : NULL;
}

static TL_NOINLINE TlExpr *parse_dict_after_key(TlParser *p, TlExpr *key,
                                                int start) {
    KeyValue pair = {key, NULL};
    p->pos++;
    pair.value = key == NULL ? tl_parse_bitwise_or(p) : tl_parse_expression(p);
    if (pair.value == NULL) {
        return NULL;
    }
    if (key != NULL && at_comprehension(p)) {
        return finish_dict_comp(p, key, pair.value, start);
    }
    return finish_dict(p, pair, start);
}

static TL_NOINLINE TlExpr *parse_dict_or_set(TlParser *p, int start) {
    TlTokenKind kind = tl_peek(p);
    if (kind == TL_TOK_RBRACE) {
        p->pos++;
        return new_dict(p, p->stack.len, start);
    }
    if (kind == TL_TOK_DOUBLE_STAR) {
        return parse_dict_after_key(p, NULL, start);
    }
    TlExpr *first = tl_parse_star_named_expression(p);
    if (first == NULL) {
        return NULL;
    }
    // A walrus can be an element of a set, not a key.
    bool can_be_key = kind != TL_TOK_STAR &&
                      p->tokens[start + 2].kind != TL_TOK_COLON_EQUAL;
    if (can_be_key && tl_peek(p) == TL_TOK_COLON) {
        return parse_dict_after_key(p, first, start);
    }
    if (at_comprehension(p)) {
        return finish_comp(p, TL_EXPR_SET_COMP, first, TL_TOK_RBRACE, start);
    }
    return finish_display(p, TL_EXPR_SET, first, TL_TOK_RBRACE, start);
}

static TlExpr *parse_brace(TlParser *p) {
    int start = p->pos++;
    TlExpr *expr = parse_dict_or_set(p, start);
    if (expr == NULL && p->err->cls == TL_ERROR_NONE) {
        tl_hunt_dict(p, start);
    }
    return expr;
}

// --- Atoms ------------------------------------------------------------------

// In the second pass: a bracket that does not fit is looked at again.
static TL_NOINLINE TlExpr *parse_or_hunt(TlParser *p,
                                         TlExpr *(*parse)(TlParser *p)) {
    int start = p->pos;
    if (tl_is_noted(p, start, tl_failed_note(p))) {
        return NULL;
    }
    size_t mark = p->stack.len;
    TlExpr *expr = parse(p);
    if (expr == NULL && p->err->cls == TL_ERROR_NONE) {
        tl_ptrbuf_truncate(&p->stack, mark);
        if (p->hunting) {
            tl_hunt_bracket(p, start);
        }
        tl_note(p, start, tl_failed_note(p));
    }
    return expr;
}

static TL_NOINLINE TlExpr *parse_second_pass(TlParser *p) {
    switch (tl_peek(p)) {
    case TL_TOK_LPAR:
        return parse_or_hunt(p, parse_paren);
    case TL_TOK_LSQB:
        return parse_or_hunt(p, parse_list);
    default:
        return parse_or_hunt(p, parse_brace);
    }
}

TlExpr *tl_parse_atom(TlParser *p) {
    TlTokenKind kind = tl_peek(p);
    bool is_bracket = kind == TL_TOK_LPAR || kind == TL_TOK_LSQB ||
                      kind == TL_TOK_LBRACE;
    if (is_bracket && p->is_second_pass) {
        return parse_second_pass(p);
    }
    switch (kind) {
    case TL_TOK_NAME:
        return parse_name_atom(p);
    case TL_TOK_NUMBER:
        return tl_parse_number(p);
    case TL_TOK_STRING:
        return tl_parse_strings(p);
    case TL_TOK_KW_NONE:
        return parse_constant(p, TL_CONST_NONE);
    case TL_TOK_KW_TRUE:
        return parse_constant(p, TL_CONST_TRUE);
    case TL_TOK_KW_FALSE:
        return parse_constant(p, TL_CONST_FALSE);
    case TL_TOK_ELLIPSIS:
        return parse_constant(p, TL_CONST_ELLIPSIS);
    case TL_TOK_LPAR:
        return parse_paren(p);
    case TL_TOK_LSQB:
        return parse_list(p);
    case TL_TOK_LBRACE:
        return parse_brace(p);
    default:
        return NULL;
    }
}
