// parse_params.c — parameters of functions and lambdas.
// SPDX-License-Identifier: MIT
//
// One reader for both: a lambda has no annotations and ends at a colon. The
// order rules (defaults, `/`, `*`, `**`) are a small state in ParamState.
#include "lang/diagnose_impl.h"
#include "lang/parser_impl.h"

typedef struct ParamState {
    TlArguments *out;
    TlTokenKind closer;
    size_t posonly_count; // parameters before '/', when there was one
    bool seen_slash;
    bool seen_star;
    bool star_needs_name; // a bare `*` must be followed by a parameter
    bool seen_kwarg;
    TlPtrBuf params; // TlArg, positional then keyword-only
    TlPtrBuf defaults;
} ParamState;

static TlArg *new_arg(TlParser *p, const TlName *name, TlExpr *annotation,
                      int start) {
    TlArg *arg = tl_arena_alloc(p->arena, sizeof *arg);
    if (arg == NULL) {
        return tl_fail_memory(p);
    }
    *arg = (TlArg){tl_span(p, start), name, annotation};
    return arg;
}

// NAME [':' annotation]; that of `*args` may be starred.
static TlArg *parse_param(TlParser *p, TlTokenKind closer, bool may_star) {
    int start = p->pos;
    const TlName *name = tl_parse_name(p);
    if (name == NULL) {
        return NULL;
    }
    TlExpr *annotation = NULL;
    if (closer == TL_TOK_RPAR && tl_accept(p, TL_TOK_COLON)) {
        annotation = may_star && tl_peek(p) == TL_TOK_STAR
                         ? tl_parse_star_named_expression(p)
                         : tl_parse_expression(p);
        if (annotation == NULL) {
            return NULL;
        }
    }
    return new_arg(p, name, annotation, start);
}

static bool push_to(TlParser *p, TlPtrBuf *list, void *item) {
    if (!tl_ptrbuf_push(list, item)) {
        tl_fail_memory(p);
        return false;
    }
    return true;
}

static bool at_param_end(TlParser *p, const ParamState *st) {
    TlTokenKind kind = tl_peek(p);
    return kind == TL_TOK_COMMA || kind == st->closer;
}

// `def f((a, b)):`, as Python 2 had it.
static bool refuse_parens(TlParser *p, const ParamState *st) {
    int start = p->pos++;
    bool is_lambda = st->closer == TL_TOK_COLON;
    TlTokenKind inner = is_lambda ? TL_TOK_COLON : TL_TOK_RPAR;
    while (parse_param(p, inner, false) != NULL) {
        if (!tl_accept(p, TL_TOK_COMMA)) {
            break;
        }
    }
    bool ok = p->pos > start + 1 && tl_peek(p) == TL_TOK_RPAR &&
              st->defaults.len == 0 && !st->seen_star && !st->seen_slash;
    return ok &&
           tl_refuse(p, tl_token_range(p, start, p->pos),
                     is_lambda
                         ? "Lambda expression parameters cannot be "
                           "parenthesized"
                         : "Function parameters cannot be parenthesized");
}

// param ['=' expression], before or after the star.
static bool parse_plain(TlParser *p, ParamState *st) {
    if (p->hunting && tl_peek(p) == TL_TOK_LPAR) {
        return refuse_parens(p, st);
    }
    TlArg *arg = parse_param(p, st->closer, false);
    if (arg == NULL) {
        return false;
    }
    TlExpr *value = NULL;
    if (tl_accept(p, TL_TOK_EQUAL)) {
        if (tl_peek(p) == TL_TOK_COMMA || tl_peek(p) == TL_TOK_RPAR) {
            return tl_refuse(p, p->tokens[p->pos - 1].pos,
                             "expected default value expression");
        }
        value = tl_parse_expression(p);
        if (value == NULL) {
            return false;
        }
    }
    st->star_needs_name = false;
    if (st->seen_star) {
        // Keyword-only: a NULL default says that there is none.
        return push_to(p, &st->params, arg) &&
               push_to(p, &st->defaults, value);
    }
    if (value == NULL && st->defaults.len > 0) {
        return at_param_end(p, st) &&
               tl_refuse(p, arg->pos,
                         "non-default argument follows default argument");
    }
    return push_to(p, &st->params, arg) &&
           (value == NULL || push_to(p, &st->defaults, value));
}

static void take_list(TlParser *p, TlPtrBuf *from, size_t begin, size_t end,
                      void ***items, int *len) {
    size_t mark = p->stack.len;
    for (size_t i = begin; i < end; i++) {
        if (!tl_ptrbuf_push(&p->stack, from->items[i])) {
            tl_fail_memory(p);
            break;
        }
    }
    *items = tl_take_items(p, mark, len);
}

#define TAKE_PARAMS(p, from, begin, end, list)                 \
    do {                                                       \
        void **items_;                                         \
        take_list(p, from, begin, end, &items_, &(list)->len); \
        (list)->items = (void *)items_;                        \
    } while (0)

// Files what has been read before the star as positional parameters.
static void end_positional(TlParser *p, ParamState *st) {
    size_t posonly = st->posonly_count;
    TAKE_PARAMS(p, &st->params, 0, posonly, &st->out->posonlyargs);
    TAKE_PARAMS(p, &st->params, posonly, st->params.len, &st->out->args);
    TAKE_PARAMS(p, &st->defaults, 0, st->defaults.len, &st->out->defaults);
    tl_ptrbuf_truncate(&st->params, 0);
    tl_ptrbuf_truncate(&st->defaults, 0);
}

static bool parse_slash(TlParser *p, ParamState *st) {
    TlPos pos = p->tokens[p->pos].pos;
    if (st->seen_slash) {
        return tl_refuse(p, pos, "/ may appear only once");
    }
    if (st->seen_star) {
        return tl_refuse(p, pos, "/ must be ahead of *");
    }
    p->pos++;
    if (st->params.len == 0) {
        return p->hunting && tl_peek(p) == TL_TOK_COMMA &&
               tl_refuse(p, pos, "at least one argument must precede /");
    }
    if (tl_peek(p) == TL_TOK_STAR) {
        return tl_refuse(p, p->tokens[p->pos].pos,
                         "expected comma between / and *");
    }
    st->seen_slash = true;
    st->posonly_count = st->params.len;
    return true;
}

// At the comma of `*,`: nothing that needs the star follows.
static bool at_lone_star(TlParser *p, const ParamState *st) {
    TlTokenKind next = tl_peek_second(p);
    return next == st->closer || next == TL_TOK_DOUBLE_STAR;
}

static bool refuse_lone_star(TlParser *p, const ParamState *st, int star) {
    static const char message[] = "named arguments must follow bare *";
    if (st->closer == TL_TOK_COLON) {
        return tl_refuse_here(p, message);
    }
    return tl_refuse(p, p->tokens[star].pos, message);
}

static bool parse_star(TlParser *p, ParamState *st) {
    int star = p->pos++;
    if (st->seen_star) {
        TlTokenKind kind = p->hunting ? tl_peek(p) : TL_TOK_UNKNOWN;
        return (kind == TL_TOK_NAME || kind == TL_TOK_COMMA) &&
               tl_refuse(p, p->tokens[star].pos,
                         "* argument may appear only once");
    }
    end_positional(p, st);
    st->seen_star = true;
    if (at_param_end(p, st)) {
        st->star_needs_name = true;
        return tl_peek(p) == TL_TOK_COMMA && !at_lone_star(p, st)
                   ? true
                   : refuse_lone_star(p, st, star);
    }
    st->out->vararg =
        parse_param(p, st->closer, st->closer == TL_TOK_RPAR);
    if (st->out->vararg != NULL && tl_peek(p) == TL_TOK_EQUAL) {
        return tl_refuse(p, p->tokens[p->pos].pos,
                         "var-positional argument cannot have default value");
    }
    return st->out->vararg != NULL;
}

// Nothing may follow the comma after `**kwargs`.
static bool check_after_kwarg(TlParser *p) {
    int at = p->pos++;
    TlTokenKind kind = tl_peek(p);
    TlPos pos = p->tokens[p->pos].pos;
    bool is_param = kind == TL_TOK_NAME || kind == TL_TOK_STAR ||
                    kind == TL_TOK_DOUBLE_STAR || kind == TL_TOK_SLASH;
    p->pos = at;
    return !is_param ||
           tl_refuse(p, pos,
                     "arguments cannot follow var-keyword argument");
}

static bool parse_kwarg(TlParser *p, ParamState *st) {
    if (st->star_needs_name) {
        return false;
    }
    p->pos++;
    st->seen_kwarg = true;
    st->out->kwarg = parse_param(p, st->closer, false);
    if (st->out->kwarg == NULL) {
        return false;
    }
    if (tl_peek(p) == TL_TOK_EQUAL) {
        return tl_refuse(p, p->tokens[p->pos].pos,
                         "var-keyword argument cannot have default value");
    }
    return tl_peek(p) != TL_TOK_COMMA || check_after_kwarg(p);
}

static bool parse_one(TlParser *p, ParamState *st) {
    switch (tl_peek(p)) {
    case TL_TOK_SLASH:
        return parse_slash(p, st);
    case TL_TOK_STAR:
        return parse_star(p, st);
    case TL_TOK_DOUBLE_STAR:
        return parse_kwarg(p, st);
    default:
        return parse_plain(p, st);
    }
}

static bool parse_all(TlParser *p, ParamState *st) {
    while (tl_peek(p) != st->closer) {
        if (st->seen_kwarg || !parse_one(p, st)) {
            return false;
        }
        if (!tl_accept(p, TL_TOK_COMMA)) {
            break;
        }
    }
    if (tl_peek(p) != st->closer || st->star_needs_name) {
        return false;
    }
    if (!st->seen_star) {
        end_positional(p, st);
    }
    TAKE_PARAMS(p, &st->params, 0, st->params.len, &st->out->kwonlyargs);
    TAKE_PARAMS(p, &st->defaults, 0, st->defaults.len, &st->out->kw_defaults);
    return p->err->cls == TL_ERROR_NONE;
}

TlArguments *tl_parse_parameters(TlParser *p, TlTokenKind closer) {
    TlArguments *out = tl_arena_alloc(p->arena, sizeof *out);
    if (out == NULL) {
        return tl_fail_memory(p);
    }
    if (tl_peek(p) == closer) {
        return out;
    }
    ParamState st = {.out = out, .closer = closer};
    tl_ptrbuf_init(&st.params, p->alloc);
    tl_ptrbuf_init(&st.defaults, p->alloc);
    bool ok = parse_all(p, &st);
    tl_ptrbuf_deinit(&st.params);
    tl_ptrbuf_deinit(&st.defaults);
    return ok ? out : NULL;
}

// lambdef: 'lambda' [parameters] ':' expression
TlExpr *tl_parse_lambda(TlParser *p) {
    int start = p->pos++;
    TlArguments *args = tl_parse_parameters(p, TL_TOK_COLON);
    if (args == NULL || !tl_accept(p, TL_TOK_COLON)) {
        return NULL;
    }
    TlExpr *body = tl_parse_expression(p);
    TlExpr *expr = body != NULL ? tl_new_expr(p, TL_EXPR_LAMBDA, start) : NULL;
    if (expr != NULL) {
        expr->u.lambda.args = args;
        expr->u.lambda.body = body;
    }
    return expr;
}
