// parse_import.c — import statements.
// SPDX-License-Identifier: MIT
#include "lang/diagnose_impl.h"
#include "lang/parser_impl.h"

// NAME ('.' NAME)*, as one name with the dots in it.
static const TlName *parse_dotted_name(TlParser *p) {
    const TlName *name = tl_parse_name(p);
    if (name == NULL || tl_peek(p) != TL_TOK_DOT) {
        return name;
    }
    TlBuf text;
    tl_buf_init(&text, p->alloc);
    tl_buf_append(&text, name->text, (size_t)name->len);
    while (name != NULL && tl_accept(p, TL_TOK_DOT)) {
        name = tl_parse_name(p);
        if (name != NULL) {
            tl_buf_append_char(&text, '.');
            tl_buf_append(&text, name->text, (size_t)name->len);
        }
    }
    if (name != NULL) {
        name = text.failed
                   ? NULL
                   : tl_names_intern(p->names, text.data, (int)text.len);
        name = name != NULL ? name : tl_fail_memory(p);
    }
    tl_buf_deinit(&text);
    return name;
}

// [name] ['as' NAME], where [name] began at [start].
static TlAlias *finish_alias(TlParser *p, const TlName *name, int start) {
    const TlName *asname = NULL;
    if (name == NULL) {
        return NULL;
    }
    if (tl_accept(p, TL_TOK_KW_AS)) {
        asname = tl_parse_name(p);
        if (asname == NULL) {
            return NULL;
        }
    }
    TlAlias *alias = tl_arena_alloc(p->arena, sizeof *alias);
    if (alias == NULL) {
        return tl_fail_memory(p);
    }
    *alias = (TlAlias){tl_span(p, start), name, asname};
    return alias;
}

// 'import' dotted_name ['as' NAME] (',' ...)*
static TlStmt *parse_import_names(TlParser *p) {
    int start = p->pos++;
    size_t mark = p->stack.len;
    do {
        int alias_start = p->pos;
        if (!tl_push(p, finish_alias(p, parse_dotted_name(p), alias_start))) {
            return NULL;
        }
    } while (tl_accept(p, TL_TOK_COMMA));
    TlStmt *stmt = tl_new_stmt(p, TL_STMT_IMPORT, start);
    if (stmt != NULL) {
        TL_TAKE_LIST(p, mark, &stmt->u.import.names);
    }
    return stmt;
}

static bool push_star(TlParser *p) {
    int start = p->pos++;
    const TlName *star = tl_names_intern(p->names, "*", 1);
    if (star == NULL) {
        tl_fail_memory(p);
        return false;
    }
    return tl_push(p, finish_alias(p, star, start));
}

// '*' | names | '(' names [','] ')', onto the stack.
static bool parse_from_targets(TlParser *p) {
    if (tl_peek(p) == TL_TOK_STAR) {
        return push_star(p);
    }
    bool in_parens = tl_accept(p, TL_TOK_LPAR);
    do {
        int start = p->pos;
        if (!tl_push(p, finish_alias(p, tl_parse_name(p), start))) {
            return false;
        }
        if (!in_parens && tl_peek(p) == TL_TOK_COMMA &&
            tl_peek_second(p) == TL_TOK_NEWLINE) {
            return tl_refuse_here(p, "trailing comma not allowed without "
                                     "surrounding parentheses");
        }
    } while (tl_accept(p, TL_TOK_COMMA) &&
             !(in_parens && tl_peek(p) == TL_TOK_RPAR));
    return !in_parens || tl_accept(p, TL_TOK_RPAR);
}

// 'from' ('.' | '...')* [dotted_name] 'import' targets
static TlStmt *parse_import_from(TlParser *p) {
    int start = p->pos++;
    int level = 0;
    for (;;) {
        if (tl_accept(p, TL_TOK_DOT)) {
            level++;
        } else if (tl_accept(p, TL_TOK_ELLIPSIS)) {
            level += 3;
        } else {
            break;
        }
    }
    const TlName *module = NULL;
    if (level == 0 || tl_peek(p) == TL_TOK_NAME) {
        module = parse_dotted_name(p);
        if (module == NULL) {
            return NULL;
        }
    }
    size_t mark = p->stack.len;
    if (!tl_accept(p, TL_TOK_KW_IMPORT) || !parse_from_targets(p)) {
        return NULL;
    }
    TlStmt *stmt = tl_new_stmt(p, TL_STMT_IMPORT_FROM, start);
    if (stmt != NULL) {
        stmt->u.import_from.module = module;
        stmt->u.import_from.level = level;
        TL_TAKE_LIST(p, mark, &stmt->u.import_from.names);
    }
    return stmt;
}

TlStmt *tl_parse_import(TlParser *p) {
    return tl_peek(p) == TL_TOK_KW_IMPORT ? parse_import_names(p)
                                          : parse_import_from(p);
}
