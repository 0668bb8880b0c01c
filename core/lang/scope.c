// scope.c — blocks, symbols and name mangling.
// SPDX-License-Identifier: MIT
//
// The containers of the analysis and its entry. The visitors that fill them
// are in scope_expr.c and scope_stmt.c, the decisions in scope_resolve.c.
#include "lang/scope_impl.h"

#include "base/arena.h"
#include "lang/compile_limits.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

// --- Errors -----------------------------------------------------------------

void tl_scope_fail(TlScopeBuilder *b, TlPos pos, const char *fmt, ...) {
    if (b->failed) {
        return;
    }
    char text[sizeof b->err->message];
    va_list args;
    va_start(args, fmt);
    vsnprintf(text, sizeof text, fmt, args);
    va_end(args);
    tl_syntax_error_set(b->err, TL_ERROR_SYNTAX, pos, "%s", text);
    b->failed = true;
}

void tl_scope_fail_memory(TlScopeBuilder *b) {
    if (!b->failed) {
        tl_syntax_error_set(b->err, TL_ERROR_MEMORY, (TlPos){0}, "%s", "");
        b->failed = true;
    }
}

static void fail_depth(TlScopeBuilder *b) {
    if (!b->failed) {
        tl_syntax_error_set(b->err, TL_ERROR_RECURSION, (TlPos){0}, "%s",
                            "maximum recursion depth exceeded during "
                            "compilation");
        b->failed = true;
    }
}

bool tl_scope_nest(TlScopeBuilder *b) {
    if (b->failed || b->nesting >= TL_COMPILE_MAX_NESTING) {
        fail_depth(b);
        return false;
    }
    b->nesting++;
    return true;
}

bool tl_scope_descend(TlScopeBuilder *b) {
    if (b->depth >= TL_COMPILE_MAX_DEPTH) {
        fail_depth(b);
        return false;
    }
    if (!tl_scope_nest(b)) {
        return false;
    }
    b->depth++;
    return true;
}

void tl_scope_ascend(TlScopeBuilder *b) {
    b->depth--;
    b->nesting--;
}

// --- Names ------------------------------------------------------------------

const TlName *tl_mangle(TlNameTable *names, const TlName *cls,
                        const TlName *name) {
    if (cls == NULL || name->len < 2 || memcmp(name->text, "__", 2) != 0 ||
        memcmp(name->text + name->len - 2, "__", 2) == 0 ||
        memchr(name->text, '.', (size_t)name->len) != NULL) {
        return name;
    }
    int skip = 0;
    while (skip < cls->len && cls->text[skip] == '_') {
        skip++;
    }
    if (skip == cls->len) {
        return name; // a class called ___ mangles nothing
    }
    char text[512];
    int len = 1 + cls->len - skip + name->len;
    if (len >= (int)sizeof text) {
        return name; // nobody writes, and nobody can read, such names
    }
    snprintf(text, sizeof text, "_%s%s", cls->text + skip, name->text);
    return tl_names_intern(names, text, len);
}

TlSymbol *tl_scope_symbol(const TlScope *scope, const TlName *name) {
    int at = tl_name_map_find(&scope->symbols, name);
    return at < 0 ? NULL : scope->symbols.entries[at].value;
}

int tl_scope_flags(TlScopeBuilder *b, const TlScope *scope,
                   const TlName *name) {
    const TlName *mangled = tl_mangle(b->scopes->names, b->cls, name);
    if (mangled == NULL) {
        tl_scope_fail_memory(b);
        return 0;
    }
    const TlSymbol *sym = tl_scope_symbol(scope, mangled);
    return sym != NULL ? sym->flags : 0;
}

static TlSymbol *symbol_for(TlScopeBuilder *b, TlScope *scope,
                            const TlName *mangled) {
    int at = tl_name_map_add(&scope->symbols, mangled);
    if (at < 0) {
        tl_scope_fail_memory(b);
        return NULL;
    }
    TlNameMapEntry *entry = &scope->symbols.entries[at];
    if (entry->value == NULL) {
        TlSymbol *sym = tl_arena_alloc(b->scopes->arena, sizeof *sym);
        if (sym == NULL) {
            tl_scope_fail_memory(b);
            return NULL;
        }
        sym->name = mangled;
        entry->value = sym;
    }
    return entry->value;
}

void tl_scope_define_in(TlScopeBuilder *b, TlScope *scope, const TlName *name,
                        int flag, TlPos pos) {
    const TlName *mangled = tl_mangle(b->scopes->names, b->cls, name);
    if (mangled == NULL) {
        tl_scope_fail_memory(b);
        return;
    }
    TlSymbol *sym = symbol_for(b, scope, mangled);
    if (sym == NULL) {
        return;
    }
    if ((flag & TL_SYM_PARAM) != 0 && (sym->flags & TL_SYM_PARAM) != 0) {
        tl_scope_fail(b, pos, "duplicate argument '%s' in function definition",
                      name->text);
        return;
    }
    sym->flags = (uint16_t)(sym->flags | flag);
    if (scope->comp_iter_target) {
        if ((sym->flags & (TL_SYM_GLOBAL | TL_SYM_NONLOCAL)) != 0) {
            tl_scope_fail(b, pos,
                          "comprehension inner loop cannot rebind assignment "
                          "expression target '%s'",
                          name->text);
            return;
        }
        sym->flags |= TL_SYM_COMP_ITER;
    }
    if ((flag & TL_SYM_GLOBAL) != 0) { // the module knows of it as well
        TlSymbol *global = symbol_for(b, b->scopes->module, mangled);
        if (global != NULL) {
            global->flags |= TL_SYM_GLOBAL;
        }
    }
}

void tl_scope_define(TlScopeBuilder *b, const TlName *name, int flag,
                     TlPos pos) {
    tl_scope_define_in(b, b->current, name, flag, pos);
}

void tl_scope_directive(TlScopeBuilder *b, const TlName *name, TlPos pos) {
    const TlName *mangled = tl_mangle(b->scopes->names, b->cls, name);
    TlSymbol *sym = mangled != NULL ? symbol_for(b, b->current, mangled) : NULL;
    if (sym != NULL && sym->directive.line == 0) {
        sym->directive = pos;
    }
}

// --- Blocks -----------------------------------------------------------------

static TlScope *scope_new(TlScopeBuilder *b, TlScopeKind kind, const char *name,
                          const void *node, int line) {
    TlScope *scope = tl_arena_alloc(b->scopes->arena, sizeof *scope);
    const TlName *interned =
        tl_names_intern(b->scopes->names, name, (int)strlen(name));
    int at = 0;
    if (node != NULL) {
        at = tl_name_map_add(&b->scopes->by_node, node);
    }
    if (scope == NULL || interned == NULL || at < 0) {
        tl_scope_fail_memory(b);
        return NULL;
    }
    if (node != NULL) {
        b->scopes->by_node.entries[at].value = scope;
    }
    scope->kind = kind;
    scope->name = interned;
    scope->line = line;
    tl_name_map_init(&scope->symbols, b->scopes->arena);
    return scope;
}

bool tl_scope_enter(TlScopeBuilder *b, TlScopeKind kind, const char *name,
                    const void *node, int line) {
    if (b->failed) {
        return false;
    }
    TlScope *scope = scope_new(b, kind, name, node, line);
    if (scope == NULL) {
        return false;
    }
    TlScope *parent = b->current;
    scope->parent = parent;
    scope->nested = parent->nested || parent->kind == TL_SCOPE_FUNCTION;
    if (kind != TL_SCOPE_ANNOTATION) {
        if (parent->last_child != NULL) {
            parent->last_child->next = scope;
        } else {
            parent->first_child = scope;
        }
        parent->last_child = scope;
    }
    b->current = scope;
    return true;
}

void tl_scope_exit(TlScopeBuilder *b) {
    b->current = b->current->parent;
}

TlScope *tl_scopes_find(const TlScopes *scopes, const void *node) {
    int at = tl_name_map_find(&scopes->by_node, node);
    return at < 0 ? NULL : scopes->by_node.entries[at].value;
}

TlScopes *tl_scopes_build(TlArena *arena, TlAlloc *alloc, const TlMod *mod,
                          bool future_annotations, TlSyntaxError *err) {
    TlScopes *scopes = tl_arena_alloc(arena, sizeof *scopes);
    TlScopeBuilder b = {
        .scopes = scopes, .err = err, .future_annotations = future_annotations};
    if (scopes == NULL) {
        tl_scope_fail_memory(&b);
        return NULL;
    }
    scopes->arena = arena;
    scopes->names = mod->names;
    tl_name_map_init(&scopes->by_node, arena);
    tl_ptrbuf_init(&b.spine, alloc);
    scopes->module = scope_new(&b, TL_SCOPE_MODULE, "top", mod, 0);
    b.current = scopes->module;
    if (!b.failed) {
        tl_scope_stmts(&b, mod->body);
        tl_scope_expr(&b, mod->expression);
    }
    if (!b.failed) {
        tl_scope_resolve(&b, scopes->module);
    }
    tl_ptrbuf_deinit(&b.spine);
    return b.failed ? NULL : scopes;
}
