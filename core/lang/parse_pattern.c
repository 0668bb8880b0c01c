// parse_pattern.c — the match statement and its patterns.
// SPDX-License-Identifier: MIT
//
// `match`, `case` and `_` are ordinary names elsewhere, so a line that begins
// with `match` is a statement of that kind only if it ends in ':' and a block.
#include "lang/diagnose_impl.h"
#include "lang/parser_impl.h"

static TlPattern *parse_pattern(TlParser *p);
static bool parse_sequence_items(TlParser *p, TlTokenKind closer);

// --- Literals ---------------------------------------------------------------

static TlPattern *new_value(TlParser *p, TlExpr *value, int start) {
    TlPattern *pattern =
        value != NULL ? tl_new_pattern(p, TL_PATTERN_VALUE, start) : NULL;
    if (pattern != NULL) {
        pattern->u.value.value = value;
    }
    return pattern;
}

// ['-'] NUMBER
static TlExpr *parse_signed_number(TlParser *p) {
    int start = p->pos;
    bool is_negative = tl_accept(p, TL_TOK_MINUS);
    if (tl_peek(p) != TL_TOK_NUMBER) {
        return NULL;
    }
    TlExpr *number = tl_parse_number(p);
    if (number == NULL || !is_negative) {
        return number;
    }
    TlExpr *expr = tl_new_expr(p, TL_EXPR_UNARY_OP, start);
    if (expr != NULL) {
        expr->u.unary_op.op = TL_UNARY_U_SUB;
        expr->u.unary_op.operand = number;
    }
    return expr;
}

static bool is_imaginary(const TlExpr *expr) {
    return expr->kind == TL_EXPR_CONSTANT &&
           expr->u.constant.kind == TL_CONST_IMAGINARY;
}

// signed_number | signed_real ('+' | '-') imaginary
static TlExpr *parse_number_literal(TlParser *p) {
    int start = p->pos;
    TlExpr *left = parse_signed_number(p);
    if (left == NULL) {
        return NULL;
    }
    TlTokenKind kind = tl_peek(p);
    if (kind != TL_TOK_PLUS && kind != TL_TOK_MINUS) {
        return left;
    }
    const TlExpr *real =
        left->kind == TL_EXPR_UNARY_OP ? left->u.unary_op.operand : left;
    if (is_imaginary(real)) {
        tl_parser_error(p, TL_ERROR_SYNTAX, real->pos,
                        "real number required in complex literal");
        return NULL;
    }
    p->pos++;
    if (tl_peek(p) != TL_TOK_NUMBER) {
        return NULL;
    }
    TlExpr *right = tl_parse_number(p);
    if (right != NULL && !is_imaginary(right)) {
        tl_parser_error(p, TL_ERROR_SYNTAX, right->pos,
                        "imaginary number required in complex literal");
        return NULL;
    }
    TlExpr *expr =
        right != NULL ? tl_new_expr(p, TL_EXPR_BIN_OP, start) : NULL;
    if (expr != NULL) {
        expr->u.bin_op.left = left;
        expr->u.bin_op.op = kind == TL_TOK_PLUS ? TL_BINOP_ADD : TL_BINOP_SUB;
        expr->u.bin_op.right = right;
    }
    return expr;
}

static TlPattern *parse_singleton(TlParser *p, TlConstKind value) {
    int start = p->pos++;
    TlPattern *pattern = tl_new_pattern(p, TL_PATTERN_SINGLETON, start);
    if (pattern != NULL) {
        pattern->u.singleton.value = value;
    }
    return pattern;
}

// --- Names ------------------------------------------------------------------

// NAME ('.' NAME)*
static TlExpr *parse_name_or_attr(TlParser *p) {
    int start = p->pos;
    TlExpr *expr = tl_parse_atom(p);
    while (expr != NULL && tl_accept(p, TL_TOK_DOT)) {
        const TlName *attr = tl_parse_name(p);
        TlExpr *outer =
            attr != NULL ? tl_new_expr(p, TL_EXPR_ATTRIBUTE, start) : NULL;
        if (outer != NULL) {
            outer->u.attribute.value = expr;
            outer->u.attribute.attr = attr;
        }
        expr = outer;
    }
    return expr;
}

// !"_" NAME !('.' | '(' | '=')
static const TlName *parse_capture_name(TlParser *p) {
    if (tl_peek(p) != TL_TOK_NAME || tl_at_word(p, "_")) {
        return NULL;
    }
    const TlName *name = tl_parse_name(p);
    TlTokenKind next = tl_peek(p);
    bool is_other = next == TL_TOK_DOT || next == TL_TOK_LPAR ||
                    next == TL_TOK_EQUAL;
    return is_other ? NULL : name;
}

static TlPattern *new_capture(TlParser *p, TlPattern *inner,
                              const TlName *name, int start) {
    TlPattern *pattern = tl_new_pattern(p, TL_PATTERN_AS, start);
    if (pattern != NULL) {
        pattern->u.as.pattern = inner;
        pattern->u.as.name = name;
    }
    return pattern;
}

// --- Classes ----------------------------------------------------------------

// A class pattern's arguments as they come, filed when all are known.
typedef struct ClassArgs {
    TlPtrBuf patterns;
    TlPtrBuf attrs;
    TlPtrBuf attr_patterns;
} ClassArgs;

static bool add(TlParser *p, TlPtrBuf *list, const void *item) {
    if (item == NULL) {
        return false;
    }
    if (!tl_ptrbuf_push(list, (void *)item)) {
        tl_fail_memory(p);
        return false;
    }
    return true;
}

// Positional patterns after keyword ones; [first] has been read.
static bool refuse_positional(TlParser *p, const TlPattern *first) {
    TlPos end = first->pos;
    while (tl_accept(p, TL_TOK_COMMA)) {
        bool is_keyword = tl_peek(p) == TL_TOK_NAME &&
                          tl_peek_second(p) == TL_TOK_EQUAL;
        const TlPattern *next = is_keyword ? NULL : parse_pattern(p);
        if (next == NULL) {
            break;
        }
        end = next->pos;
    }
    return tl_refuse(p, tl_range(first->pos, end),
                     "positional patterns follow keyword patterns");
}

static bool parse_class_arg(TlParser *p, ClassArgs *args) {
    if (tl_peek(p) == TL_TOK_NAME && tl_peek_second(p) == TL_TOK_EQUAL) {
        const TlName *attr = tl_parse_name(p);
        p->pos++;
        return add(p, &args->attrs, attr) &&
               add(p, &args->attr_patterns, parse_pattern(p));
    }
    TlPattern *pattern = parse_pattern(p);
    if (pattern != NULL && args->attrs.len > 0) {
        return refuse_positional(p, pattern);
    }
    return add(p, &args->patterns, pattern);
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

static TlPattern *new_class(TlParser *p, TlExpr *cls, const ClassArgs *args,
                            int start) {
    TlPattern *pattern = tl_new_pattern(p, TL_PATTERN_CLASS, start);
    if (pattern == NULL) {
        return NULL;
    }
    pattern->u.cls.cls = cls;
    pattern->u.cls.patterns.items =
        copy_items(p, &args->patterns, &pattern->u.cls.patterns.len);
    pattern->u.cls.kwd_attrs.items =
        copy_items(p, &args->attrs, &pattern->u.cls.kwd_attrs.len);
    pattern->u.cls.kwd_patterns.items =
        copy_items(p, &args->attr_patterns, &pattern->u.cls.kwd_patterns.len);
    return p->err->cls == TL_ERROR_NONE ? pattern : NULL;
}

// name_or_attr '(' patterns, then NAME '=' pattern ones, [','] ')'
static TlPattern *parse_class(TlParser *p, TlExpr *cls, int start) {
    ClassArgs args;
    tl_ptrbuf_init(&args.patterns, p->alloc);
    tl_ptrbuf_init(&args.attrs, p->alloc);
    tl_ptrbuf_init(&args.attr_patterns, p->alloc);
    p->pos++;
    bool ok = true;
    while (tl_peek(p) != TL_TOK_RPAR) {
        ok = parse_class_arg(p, &args);
        if (!ok || !tl_accept(p, TL_TOK_COMMA)) {
            break;
        }
    }
    TlPattern *pattern = NULL;
    if (ok && tl_accept(p, TL_TOK_RPAR)) {
        pattern = new_class(p, cls, &args, start);
    }
    tl_ptrbuf_deinit(&args.patterns);
    tl_ptrbuf_deinit(&args.attrs);
    tl_ptrbuf_deinit(&args.attr_patterns);
    return pattern;
}

// Capture, wildcard, value or class: all begin with a name.
static TlPattern *parse_name_pattern(TlParser *p) {
    int start = p->pos;
    TlTokenKind next = tl_peek_second(p);
    bool is_wildcard = tl_at_word(p, "_");
    if (next != TL_TOK_DOT && next != TL_TOK_LPAR) {
        const TlName *name = tl_parse_name(p);
        if (name == NULL || next == TL_TOK_EQUAL) {
            return NULL;
        }
        return new_capture(p, NULL, is_wildcard ? NULL : name, start);
    }
    TlExpr *value = parse_name_or_attr(p);
    if (value == NULL) {
        return NULL;
    }
    if (tl_peek(p) == TL_TOK_LPAR) {
        return parse_class(p, value, start);
    }
    return tl_peek(p) != TL_TOK_EQUAL ? new_value(p, value, start) : NULL;
}

// --- Sequences and mappings -------------------------------------------------

static TlPattern *new_sequence(TlParser *p, size_t mark, int start) {
    TlPattern *pattern = tl_new_pattern(p, TL_PATTERN_SEQUENCE, start);
    if (pattern != NULL) {
        TL_TAKE_LIST(p, mark, &pattern->u.sequence.patterns);
    }
    return pattern;
}

// '*' (capture name | '_') | pattern
static TlPattern *parse_maybe_star(TlParser *p) {
    int start = p->pos;
    if (!tl_accept(p, TL_TOK_STAR)) {
        return parse_pattern(p);
    }
    const TlName *name = NULL;
    if (tl_at_word(p, "_")) {
        p->pos++;
    } else {
        name = parse_capture_name(p);
        if (name == NULL) {
            return NULL;
        }
    }
    TlPattern *pattern = tl_new_pattern(p, TL_PATTERN_STAR, start);
    if (pattern != NULL) {
        pattern->u.star.name = name;
    }
    return pattern;
}

// Items up to, and without, [closer] (or ':' and 'if' of an open sequence).
static bool parse_sequence_items(TlParser *p, TlTokenKind closer) {
    for (;;) {
        TlTokenKind kind = tl_peek(p);
        bool at_end = kind == closer ||
                      (closer == TL_TOK_COLON && kind == TL_TOK_KW_IF);
        if (at_end) {
            return true;
        }
        if (!tl_push(p, parse_maybe_star(p))) {
            return false;
        }
        if (!tl_accept(p, TL_TOK_COMMA)) {
            return true;
        }
    }
}

// '(' pattern ')' | '(' [items] ')' | '[' [items] ']'
static TlPattern *parse_bracketed(TlParser *p) {
    int start = p->pos++;
    bool is_paren = p->tokens[start].kind == TL_TOK_LPAR;
    TlTokenKind closer = is_paren ? TL_TOK_RPAR : TL_TOK_RSQB;
    size_t mark = p->stack.len;
    if (!parse_sequence_items(p, closer) || !tl_accept(p, closer)) {
        return NULL;
    }
    bool has_comma = p->tokens[p->pos - 2].kind == TL_TOK_COMMA;
    if (is_paren && !has_comma && p->stack.len - mark == 1) {
        TlPattern *inner = tl_ptrbuf_pop(&p->stack);
        return inner->kind != TL_PATTERN_STAR ? inner : NULL;
    }
    return new_sequence(p, mark, start);
}

// The key of a mapping pattern: a literal or a dotted name.
static TlExpr *parse_mapping_key(TlParser *p) {
    switch (tl_peek(p)) {
    case TL_TOK_MINUS:
    case TL_TOK_NUMBER:
        return parse_number_literal(p);
    case TL_TOK_STRING:
    case TL_TOK_KW_NONE:
    case TL_TOK_KW_TRUE:
    case TL_TOK_KW_FALSE:
        return tl_parse_atom(p);
    case TL_TOK_NAME: {
        TlExpr *key = parse_name_or_attr(p);
        return key != NULL && key->kind == TL_EXPR_ATTRIBUTE ? key : NULL;
    }
    default:
        return NULL;
    }
}

// key ':' pattern: both onto the stack, one after the other.
static bool push_mapping_item(TlParser *p) {
    TlExpr *key = parse_mapping_key(p);
    if (key == NULL || !tl_accept(p, TL_TOK_COLON)) {
        return false;
    }
    TlPattern *value = parse_pattern(p);
    return value != NULL && tl_push(p, key) && tl_push(p, value);
}

static TlPattern *new_mapping(TlParser *p, size_t mark, const TlName *rest,
                              int start) {
    int len = (int)((p->stack.len - mark) / 2);
    size_t size = sizeof(void *) * (size_t)(len > 0 ? len : 1);
    TlPattern *pattern = tl_new_pattern(p, TL_PATTERN_MAPPING, start);
    TlExpr **keys = tl_arena_alloc(p->arena, size);
    TlPattern **values = tl_arena_alloc(p->arena, size);
    if (pattern == NULL || keys == NULL || values == NULL) {
        return tl_fail_memory(p);
    }
    for (int i = 0; i < len; i++) {
        keys[i] = p->stack.items[mark + 2 * (size_t)i];
        values[i] = p->stack.items[mark + 2 * (size_t)i + 1];
    }
    tl_ptrbuf_truncate(&p->stack, mark);
    pattern->u.mapping.keys = (TlExprList){keys, len};
    pattern->u.mapping.patterns = (TlPatternList){values, len};
    pattern->u.mapping.rest = rest;
    return pattern;
}

// '{' [key ':' pattern, ...] ['**' name] [','] '}'
static TlPattern *parse_mapping(TlParser *p) {
    int start = p->pos++;
    size_t mark = p->stack.len;
    const TlName *rest = NULL;
    while (tl_peek(p) != TL_TOK_RBRACE) {
        if (tl_accept(p, TL_TOK_DOUBLE_STAR)) {
            rest = parse_capture_name(p);
            if (rest == NULL) {
                return NULL;
            }
            (void)tl_accept(p, TL_TOK_COMMA);
            break;
        }
        if (!push_mapping_item(p)) {
            return NULL;
        }
        if (!tl_accept(p, TL_TOK_COMMA)) {
            break;
        }
    }
    if (!tl_accept(p, TL_TOK_RBRACE)) {
        return NULL;
    }
    return new_mapping(p, mark, rest, start);
}

// --- Patterns ---------------------------------------------------------------

static TlPattern *parse_closed(TlParser *p) {
    int start = p->pos;
    switch (tl_peek(p)) {
    case TL_TOK_MINUS:
    case TL_TOK_NUMBER:
        return new_value(p, parse_number_literal(p), start);
    case TL_TOK_STRING:
        return new_value(p, tl_parse_strings(p), start);
    case TL_TOK_KW_NONE:
        return parse_singleton(p, TL_CONST_NONE);
    case TL_TOK_KW_TRUE:
        return parse_singleton(p, TL_CONST_TRUE);
    case TL_TOK_KW_FALSE:
        return parse_singleton(p, TL_CONST_FALSE);
    case TL_TOK_NAME:
        return parse_name_pattern(p);
    case TL_TOK_LPAR:
    case TL_TOK_LSQB:
        return parse_bracketed(p);
    case TL_TOK_LBRACE:
        return parse_mapping(p);
    default:
        return NULL;
    }
}

// closed ('|' closed)*
static TlPattern *parse_or(TlParser *p) {
    int start = p->pos;
    TlPattern *first = parse_closed(p);
    if (first == NULL || tl_peek(p) != TL_TOK_VBAR) {
        return first;
    }
    size_t mark = p->stack.len;
    if (!tl_push(p, first)) {
        return NULL;
    }
    while (tl_accept(p, TL_TOK_VBAR)) {
        if (!tl_push(p, parse_closed(p))) {
            return NULL;
        }
    }
    TlPattern *pattern = tl_new_pattern(p, TL_PATTERN_OR, start);
    if (pattern != NULL) {
        TL_TAKE_LIST(p, mark, &pattern->u.sequence.patterns);
    }
    return pattern;
}

// or_pattern ['as' capture name]
static TlPattern *parse_pattern(TlParser *p) {
    if (!tl_enter(p)) {
        return NULL;
    }
    int start = p->pos;
    TlPattern *pattern = parse_or(p);
    if (pattern != NULL && tl_accept(p, TL_TOK_KW_AS)) {
        int target = p->pos;
        const TlName *name = parse_capture_name(p);
        if (name == NULL && p->hunting && p->err->cls == TL_ERROR_NONE) {
            tl_hunt_as_pattern(p, target);
        }
        pattern = name != NULL ? new_capture(p, pattern, name, start) : NULL;
    }
    tl_leave(p);
    return pattern;
}

// An open sequence (`case a, *b:`) or one pattern.
static TlPattern *parse_patterns(TlParser *p) {
    int start = p->pos;
    size_t mark = p->stack.len;
    if (tl_peek(p) == TL_TOK_COLON || !parse_sequence_items(p, TL_TOK_COLON)) {
        return NULL;
    }
    TlPattern *first = p->stack.items[mark];
    if (p->tokens[p->pos - 1].kind != TL_TOK_COMMA &&
        p->stack.len - mark == 1) {
        tl_ptrbuf_truncate(&p->stack, mark);
        return first->kind != TL_PATTERN_STAR ? first : NULL;
    }
    return new_sequence(p, mark, start);
}

// --- The statement ----------------------------------------------------------

// "case" patterns ['if' named_expression] ':' block
static TlMatchCase *parse_case(TlParser *p) {
    int start = p->pos++;
    TlMatchCase *match_case = tl_arena_alloc(p->arena, sizeof *match_case);
    if (match_case == NULL) {
        return tl_fail_memory(p);
    }
    match_case->pattern = parse_patterns(p);
    if (match_case->pattern == NULL) {
        return NULL;
    }
    if (tl_accept(p, TL_TOK_KW_IF)) {
        match_case->guard = tl_parse_named_expression(p);
        if (match_case->guard == NULL) {
            return NULL;
        }
    }
    bool ok = tl_parse_colon_block(p, &match_case->body, start,
                                   "'case' statement");
    return ok ? match_case : NULL;
}

// star_named ',' [star_named, ...] | named_expression
static TlExpr *parse_subject(TlParser *p) {
    int start = p->pos;
    TlExpr *first = tl_parse_star_named_expression(p);
    if (first == NULL) {
        return NULL;
    }
    if (tl_peek(p) != TL_TOK_COMMA) {
        return p->tokens[start].kind != TL_TOK_STAR ? first : NULL;
    }
    size_t mark = p->stack.len;
    if (!tl_push(p, first)) {
        return NULL;
    }
    while (tl_accept(p, TL_TOK_COMMA) && tl_starts_expression(tl_peek(p))) {
        if (!tl_push(p, tl_parse_star_named_expression(p))) {
            return NULL;
        }
    }
    TlExpr *expr = tl_new_expr(p, TL_EXPR_TUPLE, start);
    if (expr != NULL) {
        TL_TAKE_LIST(p, mark, &expr->u.list.elts);
    }
    return expr;
}

static bool parse_cases(TlParser *p, TlMatchCaseList *list) {
    size_t mark = p->stack.len;
    while (tl_at_word(p, "case")) {
        if (!tl_push(p, parse_case(p))) {
            return false;
        }
    }
    TL_TAKE_LIST(p, mark, list);
    return list->len > 0 && tl_accept(p, TL_TOK_DEDENT);
}

// "match" subject ':' NEWLINE INDENT case+ DEDENT. When the line is something
// else the position and the stack are as they were.
TlStmt *tl_parse_match(TlParser *p) {
    int start = p->pos++;
    size_t mark = p->stack.len;
    TlExpr *subject =
        tl_starts_expression(tl_peek(p)) ? parse_subject(p) : NULL;
    TlMatchCaseList cases;
    if (p->hunting && subject != NULL &&
        tl_hunt_block(p, start, "'match' statement", true)) {
        return NULL;
    }
    bool ok = subject != NULL && tl_accept(p, TL_TOK_COLON) &&
              tl_accept(p, TL_TOK_NEWLINE) && tl_accept(p, TL_TOK_INDENT) &&
              parse_cases(p, &cases);
    TlStmt *stmt = ok ? tl_new_stmt(p, TL_STMT_MATCH, start) : NULL;
    if (stmt != NULL) {
        stmt->u.match.subject = subject;
        stmt->u.match.cases = cases;
        return stmt;
    }
    p->pos = start;
    tl_ptrbuf_truncate(&p->stack, mark);
    return NULL;
}
