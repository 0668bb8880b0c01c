// ast.c — making nodes and names.
// SPDX-License-Identifier: MIT
//
// The name table is an open-addressing hash set kept at most half full. It
// lives in the arena too: a table that has been outgrown stays there, which
// costs less than the names themselves.
#include "lang/ast.h"

#include "base/arena.h"
#include "base/check.h"

#include <string.h>

#define NAMES_START 64 // slots of a new table; a power of two

struct TlNameTable {
    TlArena *arena;
    const TlName **slots;
    uint32_t slot_count; // a power of two
    uint32_t used;
};

static uint32_t hash_text(const char *text, int len) {
    uint32_t hash = 2166136261u; // FNV-1a
    for (int i = 0; i < len; i++) {
        hash = (hash ^ (unsigned char)text[i]) * 16777619u;
    }
    return hash;
}

// The slot of the name, or the free one where it belongs.
static const TlName **find_slot(const TlNameTable *names, const char *text,
                                int len) {
    uint32_t mask = names->slot_count - 1;
    for (uint32_t i = hash_text(text, len) & mask;; i = (i + 1) & mask) {
        const TlName *name = names->slots[i];
        if (name == NULL ||
            (name->len == len && memcmp(name->text, text, (size_t)len) == 0)) {
            return &names->slots[i];
        }
    }
}

static bool grow(TlNameTable *names) {
    uint32_t old_count = names->slot_count;
    const TlName **old = names->slots;
    const TlName **slots = tl_arena_alloc(
        names->arena, sizeof *slots * (size_t)old_count * 2);
    if (slots == NULL) {
        return false;
    }
    names->slots = slots;
    names->slot_count = old_count * 2;
    for (uint32_t i = 0; i < old_count; i++) {
        if (old[i] != NULL) {
            *find_slot(names, old[i]->text, old[i]->len) = old[i];
        }
    }
    return true;
}

TlNameTable *tl_names_new(TlArena *arena) {
    TlNameTable *names = tl_arena_alloc(arena, sizeof *names);
    if (names == NULL) {
        return NULL;
    }
    names->arena = arena;
    names->slot_count = NAMES_START;
    names->slots = tl_arena_alloc(arena, sizeof *names->slots * NAMES_START);
    return names->slots != NULL ? names : NULL;
}

const TlName *tl_names_intern(TlNameTable *names, const char *text, int len) {
    const TlName **slot = find_slot(names, text, len);
    if (*slot != NULL) {
        return *slot;
    }
    if (names->used * 2 >= names->slot_count) {
        if (!grow(names)) {
            return NULL;
        }
        slot = find_slot(names, text, len);
    }
    TlName *name = tl_arena_alloc(names->arena, sizeof *name);
    if (name == NULL) {
        return NULL;
    }
    name->text = tl_arena_strndup(names->arena, text, (size_t)len);
    name->len = len;
    if (name->text == NULL) {
        return NULL;
    }
    *slot = name;
    names->used++;
    return name;
}

TlExpr *tl_expr_new(TlArena *arena, TlExprKind kind, TlPos pos) {
    TlExpr *expr = tl_arena_alloc(arena, sizeof *expr);
    if (expr != NULL) {
        expr->kind = kind;
        expr->pos = pos;
    }
    return expr;
}

TlStmt *tl_stmt_new(TlArena *arena, TlStmtKind kind, TlPos pos) {
    TlStmt *stmt = tl_arena_alloc(arena, sizeof *stmt);
    if (stmt != NULL) {
        stmt->kind = kind;
        stmt->pos = pos;
    }
    return stmt;
}

TlPattern *tl_pattern_new(TlArena *arena, TlPatternKind kind, TlPos pos) {
    TlPattern *pattern = tl_arena_alloc(arena, sizeof *pattern);
    if (pattern != NULL) {
        pattern->kind = kind;
        pattern->pos = pos;
    }
    return pattern;
}
