// future.c — `from __future__ import ...`.
// SPDX-License-Identifier: MIT
//
// Such imports stand before everything but a docstring. Only `annotations`
// still changes anything; the other names are history and accepted.
#include "lang/compile_impl.h"

#include <string.h>

const TlExpr *tl_docstring(TlStmtList body) {
    if (body.len == 0 || body.items[0]->kind != TL_STMT_EXPR) {
        return NULL;
    }
    const TlExpr *e = body.items[0]->u.expr.value;
    bool text =
        e->kind == TL_EXPR_CONSTANT && e->u.constant.kind == TL_CONST_STR;
    return text ? e : NULL;
}

static bool is_future_import(const TlStmt *s) {
    return s->kind == TL_STMT_IMPORT_FROM && s->u.import_from.module != NULL &&
           s->u.import_from.level == 0 &&
           strcmp(s->u.import_from.module->text, "__future__") == 0;
}

static bool is_known(const char *feature) {
    static const char *const known[] = {"nested_scopes",    "generators",
                                        "division",         "absolute_import",
                                        "with_statement",   "print_function",
                                        "unicode_literals", "barry_as_FLUFL",
                                        "generator_stop",   "annotations"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (strcmp(known[i], feature) == 0) {
            return true;
        }
    }
    return false;
}

static bool read_features(const TlStmt *s, bool *annotations,
                          TlSyntaxError *err) {
    TlPos at = {s->pos.line, s->pos.col, s->pos.line, TL_NO_END_COLUMN};
    for (int i = 0; i < s->u.import_from.names.len; i++) {
        const char *feature = s->u.import_from.names.items[i]->name->text;
        if (strcmp(feature, "annotations") == 0) {
            *annotations = true;
        }
        if (strcmp(feature, "braces") == 0) {
            tl_syntax_error_set(err, TL_ERROR_SYNTAX, at, "not a chance");
            return false;
        }
        if (!is_known(feature)) {
            tl_syntax_error_set(err, TL_ERROR_SYNTAX, at,
                                "future feature %.100s is not defined",
                                feature);
            return false;
        }
    }
    return true;
}

// A later `from __future__` is found by the compiler; only one on the line of
// the last early statement is seen here, as in CPython.
bool tl_future_read(const TlMod *mod, bool *annotations, int *last_line,
                    TlSyntaxError *err) {
    bool done = false;
    int line = 0;
    for (int i = 0; i < mod->body.len; i++) {
        const TlStmt *s = mod->body.items[i];
        if (done && s->pos.line > line) {
            break;
        }
        line = s->pos.line;
        if (!is_future_import(s)) {
            TlStmtList rest = {mod->body.items + i, 1};
            done = done || tl_docstring(rest) == NULL;
            continue;
        }
        if (done) {
            // One column to the left of where it is, in CPython as well.
            TlPos at = {s->pos.line, s->pos.col - 1, s->pos.line,
                        TL_NO_END_COLUMN};
            tl_syntax_error_set(err, TL_ERROR_SYNTAX, at,
                                "from __future__ imports must occur at the "
                                "beginning of the file");
            return false;
        }
        if (!read_features(s, annotations, err)) {
            return false;
        }
        *last_line = s->pos.line;
    }
    return true;
}
