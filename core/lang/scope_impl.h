// scope_impl.h — what the files of the scope analysis share.
// SPDX-License-Identifier: MIT
#ifndef TL_LANG_SCOPE_IMPL_H
#define TL_LANG_SCOPE_IMPL_H

#include "lang/scope.h"

// The pass over the tree. Failure is sticky: after it every visit returns at
// once, so that callers need not look.
typedef struct TlScopeBuilder {
    TlScopes *scopes;
    TlScope *current;
    const TlName *cls; // innermost class, for mangling; or NULL
    TlSyntaxError *err;
    TlPtrBuf spine; // expressions whose left end is being visited
    int depth;      // of our recursion
    int nesting;    // of the node being visited in the tree
    bool failed;
    bool future_annotations;
} TlScopeBuilder;

// Sets the error unless there is one.
void tl_scope_fail(TlScopeBuilder *b, TlPos pos, const char *fmt, ...)
    TL_PRINTF(3, 4);
void tl_scope_fail_memory(TlScopeBuilder *b);

// Before and after a visit to a node: one level of recursion, and one of
// nesting, more. False: too deep, and failed; then no ascent is due.
bool tl_scope_descend(TlScopeBuilder *b);
void tl_scope_ascend(TlScopeBuilder *b);
// One level of nesting alone, for chains; taken back by assigning to nesting.
bool tl_scope_nest(TlScopeBuilder *b);

// Opens a block for [node] (NULL: none will ask for it) inside the current
// one. False: failed.
bool tl_scope_enter(TlScopeBuilder *b, TlScopeKind kind, const char *name,
                    const void *node, int line);
void tl_scope_exit(TlScopeBuilder *b);

// Notes that [name] has [flag] in [scope] (tl_scope_define: in the current).
void tl_scope_define_in(TlScopeBuilder *b, TlScope *scope, const TlName *name,
                        int flag, TlPos pos);
void tl_scope_define(TlScopeBuilder *b, const TlName *name, int flag,
                     TlPos pos);

// Flags of [name] in [scope] so far; 0 when it was not seen.
int tl_scope_flags(TlScopeBuilder *b, const TlScope *scope, const TlName *name);

// Remembers where [name] was declared in the current block.
void tl_scope_directive(TlScopeBuilder *b, const TlName *name, TlPos pos);

// scope_expr.c
void tl_scope_expr(TlScopeBuilder *b, const TlExpr *e);  // NULL: nothing
void tl_scope_exprs(TlScopeBuilder *b, TlExprList list); // NULL items skipped
void tl_scope_keywords(TlScopeBuilder *b, TlKeywordList list);
void tl_scope_parameters(TlScopeBuilder *b, const TlArguments *args);

// scope_stmt.c
void tl_scope_stmts(TlScopeBuilder *b, TlStmtList list);

// scope_resolve.c: the second pass.
void tl_scope_resolve(TlScopeBuilder *b, TlScope *scope);

#endif
