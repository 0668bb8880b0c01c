// scope.h — what every name of a program means.
// SPDX-License-Identifier: MIT
//
// One pass over the tree notes who binds, uses and declares which name in
// which block; a second decides for each: local, cell, free, or global. The
// rules are those of CPython 3.11's symbol table: class blocks are invisible
// to the functions in them (but for __class__), a comprehension is a function
// whose first iterable belongs outside, `:=` in one binds outside.
//
// Invariant after tl_scopes_build(): a symbol that is FREE in a block is CELL
// in an enclosing one, and FREE (or flagged FREE_CLASS) in all blocks between.
#ifndef TL_LANG_SCOPE_H
#define TL_LANG_SCOPE_H

#include "base/alloc.h"
#include "base/buf.h"
#include "lang/ast.h"
#include "lang/name_map.h"
#include "lang/syntax_error.h"

typedef enum TlScopeKind {
    TL_SCOPE_MODULE,
    TL_SCOPE_CLASS,
    TL_SCOPE_FUNCTION,  // def, lambda, comprehension
    TL_SCOPE_ANNOTATION // only checked: its text is all that is kept
} TlScopeKind;

typedef enum TlComprehensionKind {
    TL_COMP_NONE,
    TL_COMP_LIST,
    TL_COMP_SET,
    TL_COMP_DICT,
    TL_COMP_GENERATOR
} TlComprehensionKind;

typedef enum TlNameScope {
    TL_NAME_UNKNOWN,
    TL_NAME_LOCAL,
    TL_NAME_GLOBAL_EXPLICIT, // declared global
    TL_NAME_GLOBAL_IMPLICIT,
    TL_NAME_FREE,
    TL_NAME_CELL
} TlNameScope;

// What was seen of a name in one block.
enum {
    TL_SYM_GLOBAL = 1 << 0,   // global statement
    TL_SYM_NONLOCAL = 1 << 1, // nonlocal statement
    TL_SYM_LOCAL = 1 << 2,    // assigned
    TL_SYM_PARAM = 1 << 3,
    TL_SYM_IMPORT = 1 << 4,
    TL_SYM_USE = 1 << 5,
    TL_SYM_ANNOTATED = 1 << 6,
    TL_SYM_COMP_ITER = 1 << 7,  // target of a comprehension's `for`
    TL_SYM_FREE_CLASS = 1 << 8, // bound in a class, and free in its methods
    TL_SYM_BOUND = TL_SYM_LOCAL | TL_SYM_PARAM | TL_SYM_IMPORT
};

typedef struct TlSymbol {
    const TlName *name; // mangled
    uint16_t flags;
    uint8_t scope;   // TlNameScope
    TlPos directive; // of the first global or nonlocal statement; line 0: none
} TlSymbol;

typedef struct TlScope {
    TlScopeKind kind;
    TlComprehensionKind comprehension;
    const TlName *name;
    struct TlScope *parent;
    struct TlScope *first_child, *last_child, *next;
    TlNameMap symbols; // name to TlSymbol
    int line;
    bool nested; // inside a function
    bool generator, coroutine;
    bool needs_class_closure; // a method uses __class__
    int comp_iter_expr;       // inside the iterable of a comprehension
    bool comp_iter_target;    // inside the target of a comprehension
} TlScope;

typedef struct TlScopes {
    TlArena *arena;
    TlNameTable *names;
    TlScope *module;
    TlNameMap by_node; // statement or expression to its TlScope
} TlScopes;

// Analyses [mod], everything in [arena]; [alloc] gives working memory. NULL
// with [err] set (byte columns) when a rule is broken or memory is out.
TL_MUST_CHECK TlScopes *tl_scopes_build(TlArena *arena, TlAlloc *alloc,
                                        const TlMod *mod,
                                        bool future_annotations,
                                        TlSyntaxError *err);

// The block that [node] (a definition, lambda or comprehension) opens.
TlScope *tl_scopes_find(const TlScopes *scopes, const void *node);

// The symbol of the mangled [name], or NULL.
TlSymbol *tl_scope_symbol(const TlScope *scope, const TlName *name);

// [name] as it is called inside class [cls] (NULL: no class): `__x` becomes
// `_cls__x`. NULL when memory is refused.
const TlName *tl_mangle(TlNameTable *names, const TlName *cls,
                        const TlName *name);

// Listing for --dump=scopes: one indented line per block, one per symbol.
void tl_scopes_dump(TlBuf *out, const TlScopes *scopes);

#endif
