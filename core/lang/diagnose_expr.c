// diagnose_expr.c — mistakes in expressions.
// SPDX-License-Identifier: MIT
#include "lang/diagnose_impl.h"

#include <string.h>

// --- After an expression ----------------------------------------------------

static bool is_old_statement(const TlExpr *expr) {
    if (expr->kind != TL_EXPR_NAME) {
        return false;
    }
    const char *name = expr->u.name.id->text;
    return strcmp(name, "print") == 0 || strcmp(name, "exec") == 0;
}

// CPython 3.11 compares only as many letters as the name has, so that `m` and
// `c` count as soft keywords too. We say what it says.
static bool at_soft_keyword(TlParser *p) {
    if (tl_peek(p) != TL_TOK_NAME) {
        return false;
    }
    const TlToken *tok = &p->tokens[p->pos];
    size_t len = (size_t)(tok->end - tok->start);
    return strncmp(tok->start, "match", len) == 0 ||
           strncmp(tok->start, "case", len) == 0 ||
           strncmp(tok->start, "_", len) == 0;
}

// An expression right after [left] inside brackets: `[a b]`. Not if it begins
// like a string with a wrong prefix, or with a soft keyword.
static bool hunt_comma(TlParser *p, const TlExpr *left, int start) {
    int at = p->pos;
    p->pos = start;
    bool is_exempt = at_soft_keyword(p) ||
                     (tl_peek(p) == TL_TOK_NAME &&
                      tl_peek_second(p) == TL_TOK_STRING);
    p->pos = at;
    if (is_exempt || is_old_statement(left)) {
        return false;
    }
    p->hunting = false;
    bool was_noted = tl_is_noted(p, at, TL_NOTE_QUIET_EXPRESSION);
    const TlExpr *right = tl_parse_expression(p);
    if (!was_noted) {
        tl_forget(p, at, TL_NOTE_QUIET_EXPRESSION);
    }
    p->hunting = true;
    if (right != NULL && p->tokens[p->pos - 1].level > 0) {
        tl_refuse(p, tl_range(left->pos, right->pos),
                  "invalid syntax. Perhaps you forgot a comma?");
    }
    p->pos = at;
    return p->err->cls != TL_ERROR_NONE;
}

// `a if b` without else.
static bool hunt_else(TlParser *p, const TlExpr *left) {
    int at = p->pos;
    if (!tl_accept(p, TL_TOK_KW_IF)) {
        return false;
    }
    const TlExpr *test = tl_parse_disjunction(p);
    if (test != NULL && tl_peek(p) != TL_TOK_KW_ELSE &&
        tl_peek(p) != TL_TOK_COLON) {
        tl_refuse(p, tl_range(left->pos, test->pos),
                  "expected 'else' after 'if' expression");
    }
    p->pos = at;
    return p->err->cls != TL_ERROR_NONE;
}

// `print x`: a statement of Python 2.
static bool hunt_old_statement(TlParser *p, int start) {
    int at = p->pos;
    p->pos = start;
    const TlExpr *name = tl_peek(p) == TL_TOK_NAME ? tl_parse_atom(p) : NULL;
    if (name != NULL && tl_peek(p) != TL_TOK_LPAR) {
        // After any name, for the mistakes in what follows.
        const TlExpr *value = tl_starts_expression(tl_peek(p))
                                  ? tl_parse_star_expressions(p)
                                  : NULL;
        if (value != NULL && is_old_statement(name) &&
            p->err->cls == TL_ERROR_NONE) {
            const char *text = name->u.name.id->text;
            tl_parser_error(p, TL_ERROR_SYNTAX,
                            tl_range(name->pos, value->pos),
                            "Missing parentheses in call to '%s'. Did you "
                            "mean %s(...)?",
                            text, text);
        }
    }
    p->pos = at;
    return p->err->cls != TL_ERROR_NONE;
}

bool tl_hunt_expression(TlParser *p, const TlExpr *left, int start) {
    return hunt_comma(p, left, start) || hunt_else(p, left) ||
           hunt_old_statement(p, start);
}

// --- `=` and `:=` -----------------------------------------------------------

static bool at_assignment(TlParser *p) {
    return tl_peek(p) == TL_TOK_EQUAL || tl_peek(p) == TL_TOK_COLON_EQUAL;
}

// What begins with a list, a tuple, a generator expression or None, True or
// False is left to other hunts.
static bool begins_with_display(TlParser *p, int start) {
    int at = p->pos;
    p->pos = start;
    const TlExpr *atom = tl_parse_atom(p);
    p->pos = at;
    if (atom == NULL || atom->pos.col != p->tokens[start].pos.col ||
        atom->pos.line != p->tokens[start].pos.line) {
        return false; // a group has the place of what is in it
    }
    return atom->kind == TL_EXPR_LIST || atom->kind == TL_EXPR_TUPLE ||
           atom->kind == TL_EXPR_GENERATOR_EXP ||
           (atom->kind == TL_EXPR_CONSTANT &&
            atom->u.constant.kind <= TL_CONST_FALSE);
}

// `left = right` where a value is wanted; [left] begins at token [start].
static void hunt_equal(TlParser *p, const TlExpr *left, int start) {
    bool is_plain_name = left->kind == TL_EXPR_NAME && p->pos == start + 1;
    if (!is_plain_name && begins_with_display(p, start)) {
        return;
    }
    p->pos++;
    const TlExpr *right = tl_parse_bitwise_or(p);
    if (right == NULL || at_assignment(p) || p->err->cls != TL_ERROR_NONE) {
        return;
    }
    if (is_plain_name) {
        tl_refuse(p, tl_range(left->pos, right->pos),
                  "invalid syntax. Maybe you meant '==' or ':=' instead of "
                  "'='?");
    } else {
        tl_parser_error(p, TL_ERROR_SYNTAX, left->pos,
                        "cannot assign to %s here. Maybe you meant '==' "
                        "instead of '='?",
                        tl_expr_description(left));
    }
}

bool tl_hunt_named(TlParser *p, const TlExpr *expr, int start) {
    int at = p->pos;
    if (tl_accept(p, TL_TOK_COLON_EQUAL)) {
        if (tl_parse_expression(p) != NULL &&
            p->err->cls == TL_ERROR_NONE) {
            tl_parser_error(p, TL_ERROR_SYNTAX, expr->pos,
                            "cannot use assignment expressions with %s",
                            tl_expr_description(expr));
        }
    } else if (tl_peek(p) == TL_TOK_EQUAL) {
        p->pos = start;
        const TlExpr *left = tl_parse_bitwise_or(p);
        if (left != NULL && tl_peek(p) == TL_TOK_EQUAL) {
            hunt_equal(p, left, start);
        }
    }
    p->pos = at;
    return p->err->cls != TL_ERROR_NONE;
}

// --- Brackets ---------------------------------------------------------------

static TlPos last_comprehension_part(const TlComprehensionList *list) {
    const TlComprehension *last = list->items[list->len - 1];
    return last->ifs.len > 0 ? last->ifs.items[last->ifs.len - 1]->pos
                             : last->iter->pos;
}

// `(*a)` and `(**a)`.
static void hunt_group(TlParser *p, int start) {
    p->pos = start + 1;
    TlTokenKind kind = tl_peek(p);
    if (kind == TL_TOK_STAR) {
        const TlExpr *starred = tl_parse_starred(p, tl_parse_expression);
        if (starred != NULL && tl_peek(p) == TL_TOK_RPAR) {
            tl_refuse(p, starred->pos, "cannot use starred expression here");
        }
    } else if (kind == TL_TOK_DOUBLE_STAR) {
        p->pos++;
        if (tl_parse_expression(p) != NULL && tl_peek(p) == TL_TOK_RPAR) {
            tl_refuse(p, p->tokens[start + 1].pos,
                      "cannot use double starred expression here");
        }
    }
}

// `[*a for a in b]`
static void hunt_starred_element(TlParser *p, int start) {
    TlComprehensionList list;
    p->pos = start + 1;
    if (tl_peek(p) != TL_TOK_STAR) {
        return;
    }
    const TlExpr *starred = tl_parse_starred(p, tl_parse_expression);
    if (starred != NULL && tl_parse_comprehension(p, &list)) {
        tl_refuse(p, starred->pos,
                  "iterable unpacking cannot be used in comprehension");
    }
}

// `[a, b for a, b in c]`
static void hunt_tuple_element(TlParser *p, int start) {
    TlComprehensionList list;
    p->pos = start + 1;
    const TlExpr *first = tl_parse_star_named_expression(p);
    TlPos end = p->tokens[p->pos < p->token_count ? p->pos : 0].pos;
    if (first == NULL || !tl_accept(p, TL_TOK_COMMA)) {
        return;
    }
    while (tl_starts_expression(tl_peek(p))) {
        const TlExpr *next = tl_parse_star_named_expression(p);
        if (next == NULL) {
            return;
        }
        end = next->pos;
        if (!tl_accept(p, TL_TOK_COMMA)) {
            break;
        }
    }
    if (tl_parse_comprehension(p, &list)) {
        tl_refuse(p, tl_range(first->pos, end),
                  "did you forget parentheses around the comprehension "
                  "target?");
    }
}

// A key without a value, or with a starred one. CPython looks for these in the
// first pass already, hence no tl_refuse().
static void refuse_pair(TlParser *p, TlPos pos, const char *message) {
    if (p->err->cls == TL_ERROR_NONE) {
        tl_parser_error(p, TL_ERROR_SYNTAX, pos, "%s", message);
    }
}

static void hunt_pair(TlParser *p, bool may_lack_colon) {
    const TlExpr *key = tl_parse_expression(p);
    if (key == NULL) {
        return;
    }
    if (!tl_accept(p, TL_TOK_COLON)) {
        TlPos pos = {key->pos.line, key->pos.end_col - 1, key->pos.end_line,
                     -1};
        if (may_lack_colon) {
            refuse_pair(p, pos, "':' expected after dictionary key");
        }
        return;
    }
    TlTokenKind kind = tl_peek(p);
    int at = p->pos;
    if (kind == TL_TOK_RBRACE || kind == TL_TOK_COMMA) {
        refuse_pair(p, p->tokens[at - 1].pos,
                    "expression expected after dictionary key and ':'");
    } else if (kind == TL_TOK_STAR) {
        p->pos++;
        if (tl_parse_bitwise_or(p) != NULL) {
            refuse_pair(p, tl_range_to_cursor(p, p->tokens[at].pos),
                        "cannot use a starred expression in a dictionary "
                        "value");
        }
    }
}

// '**' bitwise_or | expression ':' expression; false: back where it was.
static bool skip_pair(TlParser *p) {
    int at = p->pos;
    bool ok;
    if (tl_accept(p, TL_TOK_DOUBLE_STAR)) {
        ok = tl_parse_bitwise_or(p) != NULL;
    } else {
        ok = tl_parse_expression(p) != NULL && tl_accept(p, TL_TOK_COLON) &&
             tl_parse_expression(p) != NULL;
    }
    if (!ok) {
        p->pos = at;
    }
    return ok;
}

static void hunt_pairs(TlParser *p, int start) {
    p->pos = start + 1;
    bool has_pairs = skip_pair(p);
    while (has_pairs && tl_accept(p, TL_TOK_COMMA)) {
        if (!skip_pair(p)) {
            if (p->err->cls == TL_ERROR_NONE) {
                hunt_pair(p, true);
            }
            return;
        }
    }
    if (!has_pairs && p->err->cls == TL_ERROR_NONE) {
        p->pos = start + 1;
        hunt_pair(p, false);
    }
}

void tl_hunt_dict(TlParser *p, int start) {
    bool is_second_pass = p->is_second_pass;
    size_t mark = p->stack.len;
    int at = p->pos;
    p->is_second_pass = true;
    hunt_pairs(p, start);
    p->is_second_pass = is_second_pass;
    tl_ptrbuf_truncate(&p->stack, mark);
    p->pos = at;
}

// `{**a for a in b}`
static void hunt_dict_comp(TlParser *p, int start) {
    TlComprehensionList list;
    p->pos = start + 1;
    if (tl_accept(p, TL_TOK_DOUBLE_STAR) && tl_parse_bitwise_or(p) != NULL &&
        tl_parse_comprehension(p, &list) && tl_peek(p) == TL_TOK_RBRACE) {
        tl_refuse(p, p->tokens[start + 1].pos,
                  "dict unpacking cannot be used in dict comprehension");
    }
}

void tl_hunt_bracket(TlParser *p, int start) {
    TlTokenKind kind = (TlTokenKind)p->tokens[start].kind;
    size_t mark = p->stack.len;
    if (kind == TL_TOK_LPAR) {
        hunt_group(p, start);
    }
    if (kind == TL_TOK_LBRACE) {
        hunt_dict_comp(p, start);
    }
    if (p->err->cls == TL_ERROR_NONE) {
        hunt_starred_element(p, start);
    }
    if (p->err->cls == TL_ERROR_NONE && kind != TL_TOK_LPAR) {
        hunt_tuple_element(p, start);
    }
    tl_ptrbuf_truncate(&p->stack, mark);
    p->pos = start;
}

void tl_hunt_for_target(TlParser *p, int start) {
    int at = p->pos;
    p->pos = start;
    (void)tl_accept(p, TL_TOK_KW_ASYNC);
    if (tl_accept(p, TL_TOK_KW_FOR)) {
        const TlExpr *target = tl_parse_star_expressions(p);
        if (target != NULL) {
            tl_refuse_target(p, target, TL_TARGET_FOR);
        }
    }
    p->pos = at;
}

// --- Arguments --------------------------------------------------------------

static const char generator_message[] =
    "Generator expression must be parenthesized";
static const char equal_message[] =
    "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";

bool tl_hunt_keyword(TlParser *p, int start) {
    int at = p->pos;
    TlTokenKind kind = tl_peek(p);
    TlComprehensionList list;
    if ((kind == TL_TOK_KW_FOR || kind == TL_TOK_KW_ASYNC) &&
        tl_parse_comprehension(p, &list)) {
        tl_refuse(p, tl_token_range(p, start, start + 1), equal_message);
    }
    p->pos = at;
    return p->err->cls != TL_ERROR_NONE;
}

bool tl_hunt_argument(TlParser *p, int start) {
    int at = p->pos;
    p->pos = start;
    TlTokenKind kind = tl_peek(p);
    bool is_word = kind == TL_TOK_KW_TRUE || kind == TL_TOK_KW_FALSE ||
                   kind == TL_TOK_KW_NONE;
    if (is_word && tl_peek_second(p) == TL_TOK_EQUAL) {
        const TlToken *tok = &p->tokens[start];
        tl_parser_error(p, TL_ERROR_SYNTAX,
                        tl_token_range(p, start, start + 1),
                        "cannot assign to %.*s", (int)(tok->end - tok->start),
                        tok->start);
    } else {
        const TlExpr *expr = tl_parse_expression(p);
        if (expr != NULL && tl_peek(p) == TL_TOK_EQUAL) {
            tl_refuse(p, tl_range(expr->pos, p->tokens[p->pos].pos),
                      "expression cannot contain assignment, perhaps you "
                      "meant \"==\"?");
        }
    }
    p->pos = at;
    return p->err->cls != TL_ERROR_NONE;
}

// As many arguments as fit, without a comma after them.
static bool read_arguments(TlParser *p, int first, TlExprList *args,
                           TlKeywordList *keywords) {
    p->pos = first;
    bool ok = tl_parse_arguments(p, args, keywords) &&
              args->len + keywords->len > 0;
    if (ok && p->tokens[p->pos - 1].kind == TL_TOK_COMMA) {
        p->pos--;
    }
    return ok;
}

// A generator expression as the first argument, with more after it.
static void hunt_first_generator(TlParser *p, int first) {
    TlComprehensionList list;
    p->pos = first;
    const TlExpr *elt = tl_parse_expression(p);
    if (elt != NULL && tl_parse_comprehension(p, &list) &&
        tl_peek(p) == TL_TOK_COMMA) {
        tl_refuse(p, tl_range(elt->pos, last_comprehension_part(&list)),
                  generator_message);
    }
}

// A generator expression after other arguments, as the last or among them.
static void hunt_later_generator(TlParser *p, int first) {
    TlExprList args;
    TlKeywordList keywords;
    TlComprehensionList list;
    if (!read_arguments(p, first, &args, &keywords)) {
        return;
    }
    int end = p->pos;
    if (tl_parse_comprehension(p, &list) && args.len > 1) {
        TlPos from = args.items[args.len - 1]->pos;
        tl_refuse(p, tl_range(from, last_comprehension_part(&list)),
                  generator_message);
    }
    p->pos = end;
    if (p->err->cls == TL_ERROR_NONE && tl_accept(p, TL_TOK_COMMA)) {
        const TlExpr *elt = tl_parse_expression(p);
        if (elt != NULL && tl_parse_comprehension(p, &list)) {
            tl_refuse(p, tl_range(elt->pos, last_comprehension_part(&list)),
                      generator_message);
        }
    }
}

// Positional or starred arguments after keywords.
static void hunt_argument_order(TlParser *p, int first) {
    TlExprList args;
    TlExprList more_args;
    TlKeywordList keywords;
    TlKeywordList more_keywords;
    if (!read_arguments(p, first, &args, &keywords) ||
        !tl_accept(p, TL_TOK_COMMA) ||
        !read_arguments(p, p->pos, &more_args, &more_keywords)) {
        return;
    }
    for (int i = 0; i < keywords.len; i++) {
        if (keywords.items[i]->arg == NULL) {
            tl_refuse_here(p, "positional argument follows keyword argument "
                              "unpacking");
        }
    }
    tl_refuse_here(p, "positional argument follows keyword argument");
}

static void hunt_star_order(TlParser *p, int first) {
    TlExprList args;
    TlKeywordList keywords;
    if (read_arguments(p, first, &args, &keywords) && keywords.len > 0) {
        if (tl_accept(p, TL_TOK_COMMA) && tl_peek(p) == TL_TOK_STAR) {
            tl_refuse(p, p->tokens[p->pos].pos,
                      "iterable argument unpacking follows keyword argument "
                      "unpacking");
        }
    }
}

void tl_hunt_arguments(TlParser *p, int paren, bool is_call) {
    static void (*const hunts[])(TlParser *p, int first) = {
        hunt_star_order, hunt_first_generator, hunt_later_generator,
        hunt_argument_order};
    size_t mark = p->stack.len;
    if (is_call) {
        hunt_starred_element(p, paren);
    }
    for (size_t i = 0; i < sizeof hunts / sizeof *hunts; i++) {
        if (p->err->cls == TL_ERROR_NONE) {
            hunts[i](p, paren + 1);
        }
    }
    tl_ptrbuf_truncate(&p->stack, mark);
    p->pos = paren;
}
