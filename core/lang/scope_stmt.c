// scope_stmt.c — first pass of the scope analysis: statements and patterns.
// SPDX-License-Identifier: MIT
//
// As in scope_expr.c the order of the visits is CPython's. `elif` chains are
// loops here, since they may be thousands long.
#include "lang/scope_impl.h"

#include <string.h>

static void visit_stmt(TlScopeBuilder *b, const TlStmt *s);

void tl_scope_stmts(TlScopeBuilder *b, TlStmtList list) {
    for (int i = 0; i < list.len && !b->failed; i++) {
        visit_stmt(b, list.items[i]);
    }
}

// --- Definitions ------------------------------------------------------------

// An annotation is evaluated here, or with the future import only looked at
// in a block of its own.
static void visit_annotation(TlScopeBuilder *b, const TlExpr *annotation) {
    if (annotation == NULL) {
        return;
    }
    if (!b->future_annotations) {
        tl_scope_expr(b, annotation);
    } else if (tl_scope_enter(b, TL_SCOPE_ANNOTATION, "_annotation", NULL,
                              annotation->pos.line)) {
        tl_scope_expr(b, annotation);
        tl_scope_exit(b);
    }
}

static void visit_arg_annotations(TlScopeBuilder *b, TlArgList list) {
    for (int i = 0; i < list.len; i++) {
        visit_annotation(b, list.items[i]->annotation);
    }
}

static void visit_annotations(TlScopeBuilder *b, const TlArguments *args,
                              const TlExpr *returns) {
    visit_arg_annotations(b, args->posonlyargs);
    visit_arg_annotations(b, args->args);
    if (args->vararg != NULL) {
        visit_annotation(b, args->vararg->annotation);
    }
    if (args->kwarg != NULL) {
        visit_annotation(b, args->kwarg->annotation);
    }
    visit_arg_annotations(b, args->kwonlyargs);
    visit_annotation(b, returns);
}

static void visit_function(TlScopeBuilder *b, const TlStmt *s) {
    const TlName *name = s->u.function_def.name;
    const TlArguments *args = s->u.function_def.args;
    tl_scope_define(b, name, TL_SYM_LOCAL, s->pos);
    tl_scope_exprs(b, args->defaults);
    tl_scope_exprs(b, args->kw_defaults);
    visit_annotations(b, args, s->u.function_def.returns);
    tl_scope_exprs(b, s->u.function_def.decorator_list);
    if (tl_scope_enter(b, TL_SCOPE_FUNCTION, name->text, s, s->pos.line)) {
        b->current->coroutine = s->kind == TL_STMT_ASYNC_FUNCTION_DEF;
        tl_scope_parameters(b, args);
        tl_scope_stmts(b, s->u.function_def.body);
        tl_scope_exit(b);
    }
}

static void visit_class(TlScopeBuilder *b, const TlStmt *s) {
    const TlName *name = s->u.class_def.name;
    tl_scope_define(b, name, TL_SYM_LOCAL, s->pos);
    tl_scope_exprs(b, s->u.class_def.bases);
    tl_scope_keywords(b, s->u.class_def.keywords);
    tl_scope_exprs(b, s->u.class_def.decorator_list);
    if (tl_scope_enter(b, TL_SCOPE_CLASS, name->text, s, s->pos.line)) {
        const TlName *outer = b->cls;
        b->cls = name;
        tl_scope_stmts(b, s->u.class_def.body);
        b->cls = outer;
        tl_scope_exit(b);
    }
}

// --- Declarations and imports -----------------------------------------------

static void visit_declaration(TlScopeBuilder *b, const TlStmt *s) {
    bool global = s->kind == TL_STMT_GLOBAL;
    const char *what = global ? "global" : "nonlocal";
    for (int i = 0; i < s->u.global.names.len && !b->failed; i++) {
        const TlName *name = s->u.global.names.items[i];
        int seen = tl_scope_flags(b, b->current, name);
        if ((seen & TL_SYM_PARAM) != 0) {
            tl_scope_fail(b, s->pos, "name '%s' is parameter and %s",
                          name->text, what);
        } else if ((seen & TL_SYM_USE) != 0) {
            tl_scope_fail(b, s->pos,
                          "name '%s' is used prior to %s declaration",
                          name->text, what);
        } else if ((seen & TL_SYM_ANNOTATED) != 0) {
            tl_scope_fail(b, s->pos, "annotated name '%s' can't be %s",
                          name->text, what);
        } else if ((seen & TL_SYM_LOCAL) != 0) {
            tl_scope_fail(b, s->pos,
                          "name '%s' is assigned to before %s declaration",
                          name->text, what);
        }
        tl_scope_define(b, name, global ? TL_SYM_GLOBAL : TL_SYM_NONLOCAL,
                        s->pos);
        tl_scope_directive(b, name, s->pos);
    }
}

static void visit_ann_assign(TlScopeBuilder *b, const TlStmt *s) {
    const TlExpr *target = s->u.ann_assign.target;
    bool simple = s->u.ann_assign.simple;
    if (target->kind == TL_EXPR_NAME) {
        const TlName *name = target->u.name.id;
        int seen = tl_scope_flags(b, b->current, name);
        if (simple && (seen & (TL_SYM_GLOBAL | TL_SYM_NONLOCAL)) != 0 &&
            b->current->kind != TL_SCOPE_MODULE) {
            tl_scope_fail(b, s->pos, "annotated name '%s' can't be %s",
                          name->text,
                          (seen & TL_SYM_GLOBAL) != 0 ? "global" : "nonlocal");
        } else if (simple) {
            tl_scope_define(b, name, TL_SYM_ANNOTATED | TL_SYM_LOCAL,
                            target->pos);
        } else if (s->u.ann_assign.value != NULL) {
            tl_scope_define(b, name, TL_SYM_LOCAL, target->pos);
        }
    } else {
        tl_scope_expr(b, target);
    }
    visit_annotation(b, s->u.ann_assign.annotation);
    tl_scope_expr(b, s->u.ann_assign.value);
}

// `import a.b` binds a.
static void visit_aliases(TlScopeBuilder *b, TlAliasList aliases) {
    for (int i = 0; i < aliases.len; i++) {
        const TlAlias *alias = aliases.items[i];
        const TlName *name =
            alias->asname != NULL ? alias->asname : alias->name;
        if (strcmp(name->text, "*") == 0) {
            if (b->current->kind != TL_SCOPE_MODULE) {
                tl_scope_fail(b, alias->pos,
                              "import * only allowed at module level");
            }
            continue;
        }
        const char *dot = strchr(name->text, '.');
        if (dot != NULL) {
            name = tl_names_intern(b->scopes->names, name->text,
                                   (int)(dot - name->text));
        }
        if (name == NULL) {
            tl_scope_fail_memory(b);
        } else {
            tl_scope_define(b, name, TL_SYM_IMPORT, alias->pos);
        }
    }
}

// --- Patterns ---------------------------------------------------------------

static void visit_pattern(TlScopeBuilder *b, const TlPattern *p);

static void visit_patterns(TlScopeBuilder *b, TlPatternList list) {
    for (int i = 0; i < list.len && !b->failed; i++) {
        visit_pattern(b, list.items[i]);
    }
}

static void capture(TlScopeBuilder *b, const TlName *name, TlPos pos) {
    if (name != NULL) {
        tl_scope_define(b, name, TL_SYM_LOCAL, pos);
    }
}

static void visit_pattern(TlScopeBuilder *b, const TlPattern *p) {
    if (!tl_scope_descend(b)) {
        return;
    }
    switch (p->kind) {
    case TL_PATTERN_VALUE: tl_scope_expr(b, p->u.value.value); break;
    case TL_PATTERN_SINGLETON: break;
    case TL_PATTERN_SEQUENCE:
    case TL_PATTERN_OR: visit_patterns(b, p->u.sequence.patterns); break;
    case TL_PATTERN_MAPPING:
        tl_scope_exprs(b, p->u.mapping.keys);
        visit_patterns(b, p->u.mapping.patterns);
        capture(b, p->u.mapping.rest, p->pos);
        break;
    case TL_PATTERN_CLASS:
        tl_scope_expr(b, p->u.cls.cls);
        visit_patterns(b, p->u.cls.patterns);
        visit_patterns(b, p->u.cls.kwd_patterns);
        break;
    case TL_PATTERN_STAR: capture(b, p->u.star.name, p->pos); break;
    case TL_PATTERN_AS:
        if (p->u.as.pattern != NULL) {
            visit_pattern(b, p->u.as.pattern);
        }
        capture(b, p->u.as.name, p->pos);
        break;
    }
    tl_scope_ascend(b);
}

static void visit_match(TlScopeBuilder *b, const TlStmt *s) {
    tl_scope_expr(b, s->u.match.subject);
    for (int i = 0; i < s->u.match.cases.len && !b->failed; i++) {
        const TlMatchCase *arm = s->u.match.cases.items[i];
        visit_pattern(b, arm->pattern);
        tl_scope_expr(b, arm->guard);
        tl_scope_stmts(b, arm->body);
    }
}

// --- Compound statements ----------------------------------------------------

static void visit_if(TlScopeBuilder *b, const TlStmt *s) {
    int nesting = b->nesting;
    for (;;) {
        tl_scope_expr(b, s->u.if_.test);
        tl_scope_stmts(b, s->u.if_.body);
        TlStmtList orelse = s->u.if_.orelse;
        if (orelse.len != 1 || orelse.items[0]->kind != TL_STMT_IF) {
            tl_scope_stmts(b, orelse);
            break;
        }
        s = orelse.items[0];
        if (!tl_scope_nest(b)) {
            break;
        }
    }
    b->nesting = nesting;
}

static void visit_try(TlScopeBuilder *b, const TlStmt *s) {
    tl_scope_stmts(b, s->u.try_.body);
    tl_scope_stmts(b, s->u.try_.orelse);
    for (int i = 0; i < s->u.try_.handlers.len; i++) {
        const TlExceptHandler *handler = s->u.try_.handlers.items[i];
        tl_scope_expr(b, handler->type);
        capture(b, handler->name, handler->pos);
        tl_scope_stmts(b, handler->body);
    }
    tl_scope_stmts(b, s->u.try_.finalbody);
}

static void visit_with(TlScopeBuilder *b, const TlStmt *s) {
    for (int i = 0; i < s->u.with.items.len; i++) {
        tl_scope_expr(b, s->u.with.items.items[i]->context_expr);
        tl_scope_expr(b, s->u.with.items.items[i]->optional_vars);
    }
    tl_scope_stmts(b, s->u.with.body);
}

static void visit_compound(TlScopeBuilder *b, const TlStmt *s) {
    switch (s->kind) {
    case TL_STMT_FUNCTION_DEF:
    case TL_STMT_ASYNC_FUNCTION_DEF: visit_function(b, s); break;
    case TL_STMT_CLASS_DEF: visit_class(b, s); break;
    case TL_STMT_FOR:
    case TL_STMT_ASYNC_FOR:
        tl_scope_expr(b, s->u.for_.target);
        tl_scope_expr(b, s->u.for_.iter);
        tl_scope_stmts(b, s->u.for_.body);
        tl_scope_stmts(b, s->u.for_.orelse);
        break;
    case TL_STMT_WHILE:
        tl_scope_expr(b, s->u.if_.test);
        tl_scope_stmts(b, s->u.if_.body);
        tl_scope_stmts(b, s->u.if_.orelse);
        break;
    case TL_STMT_IF: visit_if(b, s); break;
    case TL_STMT_WITH:
    case TL_STMT_ASYNC_WITH: visit_with(b, s); break;
    case TL_STMT_MATCH: visit_match(b, s); break;
    default: visit_try(b, s); break;
    }
}

static void visit_stmt(TlScopeBuilder *b, const TlStmt *s) {
    if (!tl_scope_descend(b)) {
        return;
    }
    switch (s->kind) {
    case TL_STMT_RETURN: tl_scope_expr(b, s->u.return_.value); break;
    case TL_STMT_DELETE: tl_scope_exprs(b, s->u.delete_.targets); break;
    case TL_STMT_ASSIGN:
        tl_scope_exprs(b, s->u.assign.targets);
        tl_scope_expr(b, s->u.assign.value);
        break;
    case TL_STMT_AUG_ASSIGN:
        tl_scope_expr(b, s->u.aug_assign.target);
        tl_scope_expr(b, s->u.aug_assign.value);
        break;
    case TL_STMT_ANN_ASSIGN: visit_ann_assign(b, s); break;
    case TL_STMT_RAISE:
        tl_scope_expr(b, s->u.raise.exc);
        tl_scope_expr(b, s->u.raise.cause);
        break;
    case TL_STMT_ASSERT:
        tl_scope_expr(b, s->u.assert_.test);
        tl_scope_expr(b, s->u.assert_.msg);
        break;
    case TL_STMT_IMPORT: visit_aliases(b, s->u.import.names); break;
    case TL_STMT_IMPORT_FROM: visit_aliases(b, s->u.import_from.names); break;
    case TL_STMT_GLOBAL:
    case TL_STMT_NONLOCAL: visit_declaration(b, s); break;
    case TL_STMT_EXPR: tl_scope_expr(b, s->u.expr.value); break;
    case TL_STMT_PASS:
    case TL_STMT_BREAK:
    case TL_STMT_CONTINUE: break;
    default: visit_compound(b, s); break;
    }
    tl_scope_ascend(b);
}
