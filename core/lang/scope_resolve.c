// scope_resolve.c — second pass of the scope analysis: what names mean.
// SPDX-License-Identifier: MIT
//
// Outer blocks are decided before inner ones. A name that is not bound in its
// block is looked for outwards; finding it makes the symbol there a cell and
// hands it down, as a free name, through every block between.
#include "lang/scope_impl.h"

#include "base/arena.h"

#include <string.h>

static bool is_class_cell(const TlName *name) {
    return strcmp(name->text, "__class__") == 0;
}

// The enclosing block whose variable [name] is, seen from inside [scope];
// NULL: it is global, or nowhere.
static TlScope *find_binding(const TlScope *scope, const TlName *name) {
    for (TlScope *s = scope->parent; s != NULL; s = s->parent) {
        if (s->kind == TL_SCOPE_CLASS && is_class_cell(name)) {
            return s;
        }
        const TlSymbol *sym = tl_scope_symbol(s, name);
        if (s->kind != TL_SCOPE_FUNCTION || sym == NULL) {
            continue;
        }
        if ((sym->flags & TL_SYM_GLOBAL) != 0) {
            return NULL;
        }
        if ((sym->flags & TL_SYM_NONLOCAL) == 0 &&
            (sym->flags & TL_SYM_BOUND) != 0) {
            return s;
        }
    }
    return NULL;
}

// Makes [name] of [owner] a cell, and free in the blocks between it and
// [user].
static void capture(TlScopeBuilder *b, const TlScope *user, TlScope *owner,
                    const TlName *name) {
    if (owner->kind == TL_SCOPE_CLASS) {
        owner->needs_class_closure = true;
    } else {
        tl_scope_symbol(owner, name)->scope = TL_NAME_CELL;
    }
    for (TlScope *s = user->parent; s != owner; s = s->parent) {
        int at = tl_name_map_add(&s->symbols, name);
        if (at < 0) {
            tl_scope_fail_memory(b);
            return;
        }
        TlSymbol *sym = s->symbols.entries[at].value;
        if (sym == NULL) {
            sym = tl_arena_alloc(b->scopes->arena, sizeof *sym);
            if (sym == NULL) {
                tl_scope_fail_memory(b);
                return;
            }
            sym->name = name;
            sym->scope = TL_NAME_FREE;
            s->symbols.entries[at].value = sym;
        } else if (s->kind == TL_SCOPE_CLASS &&
                   (sym->flags & (TL_SYM_BOUND | TL_SYM_GLOBAL)) != 0) {
            sym->flags |= TL_SYM_FREE_CLASS;
        }
    }
}

static void resolve_nonlocal(TlScopeBuilder *b, TlScope *scope, TlSymbol *sym) {
    TlScope *owner = find_binding(scope, sym->name);
    if (scope->kind == TL_SCOPE_MODULE) {
        tl_scope_fail(b, sym->directive,
                      "nonlocal declaration not allowed at module level");
    } else if (owner == NULL) {
        tl_scope_fail(b, sym->directive, "no binding for nonlocal '%s' found",
                      sym->name->text);
    } else {
        sym->scope = TL_NAME_FREE;
        capture(b, scope, owner, sym->name);
    }
}

static void resolve_symbol(TlScopeBuilder *b, TlScope *scope, TlSymbol *sym) {
    if ((sym->flags & TL_SYM_GLOBAL) != 0) {
        sym->scope = TL_NAME_GLOBAL_EXPLICIT;
        if ((sym->flags & TL_SYM_NONLOCAL) != 0) {
            tl_scope_fail(b, sym->directive, "name '%s' is nonlocal and global",
                          sym->name->text);
        }
        return;
    }
    if ((sym->flags & TL_SYM_NONLOCAL) != 0) {
        resolve_nonlocal(b, scope, sym);
        return;
    }
    if ((sym->flags & TL_SYM_BOUND) != 0) {
        sym->scope = TL_NAME_LOCAL;
        return;
    }
    TlScope *owner = find_binding(scope, sym->name);
    if (owner == NULL) {
        sym->scope = TL_NAME_GLOBAL_IMPLICIT;
    } else {
        sym->scope = TL_NAME_FREE;
        capture(b, scope, owner, sym->name);
    }
}

void tl_scope_resolve(TlScopeBuilder *b, TlScope *scope) {
    for (int i = 0; i < scope->symbols.count && !b->failed; i++) {
        TlSymbol *sym = scope->symbols.entries[i].value;
        if (sym->scope == TL_NAME_UNKNOWN) {
            resolve_symbol(b, scope, sym);
        }
    }
    for (TlScope *s = scope->first_child; s != NULL && !b->failed;
         s = s->next) {
        tl_scope_resolve(b, s);
    }
}

// --- Listing ----------------------------------------------------------------

static void dump_symbol(TlBuf *out, const TlSymbol *sym) {
    static const char *const scopes[] = {"unknown",         "local", "global",
                                         "global implicit", "free",  "cell"};
    static const struct {
        int flag;
        const char *text;
    } words[] = {
        {TL_SYM_PARAM, "parameter"},     {TL_SYM_LOCAL, "assigned"},
        {TL_SYM_IMPORT, "imported"},     {TL_SYM_USE, "used"},
        {TL_SYM_ANNOTATED, "annotated"}, {TL_SYM_NONLOCAL, "nonlocal"},
        {TL_SYM_COMP_ITER, "iteration"}, {TL_SYM_FREE_CLASS, "free class"},
    };
    tl_buf_append_fmt(out, "%s: %s", sym->name->text, scopes[sym->scope]);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if ((sym->flags & words[i].flag) != 0) {
            tl_buf_append_fmt(out, ", %s", words[i].text);
        }
    }
    tl_buf_append_char(out, '\n');
}

static void dump_scope(TlBuf *out, const TlScope *scope, size_t indent) {
    static const char *const kinds[] = {"module", "class", "function",
                                        "annotation"};
    tl_buf_append_fill(out, ' ', indent);
    tl_buf_append_fmt(out, "%s %s, line %d%s%s%s\n", kinds[scope->kind],
                      scope->name->text, scope->line,
                      scope->generator ? ", generator" : "",
                      scope->coroutine ? ", coroutine" : "",
                      scope->needs_class_closure ? ", __class__" : "");
    for (int i = 0; i < scope->symbols.count; i++) {
        tl_buf_append_fill(out, ' ', indent + 2);
        dump_symbol(out, scope->symbols.entries[i].value);
    }
    for (const TlScope *s = scope->first_child; s != NULL; s = s->next) {
        dump_scope(out, s, indent + 2);
    }
}

void tl_scopes_dump(TlBuf *out, const TlScopes *scopes) {
    dump_scope(out, scopes->module, 0);
}
