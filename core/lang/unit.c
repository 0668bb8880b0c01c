// unit.c — code objects in the making: errors, names, constants.
// SPDX-License-Identifier: MIT
//
// The ground the compile_*.c files stand on. While a unit is open, cells and
// free variables are numbered by themselves (cells first, both sorted); where
// they lie among the locals is known only when all locals are.
#include "lang/compile_impl.h"

#include "base/check.h"
#include "object/exc.h"
#include "object/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// --- Failure ----------------------------------------------------------------

static void fail(TlCompiler *c, TlErrorClass cls, TlPos pos,
                 const char *message) {
    if (c->failed) {
        return;
    }
    c->failed = true;
    if (c->em != NULL && c->em->failed) { // what went wrong first
        tl_syntax_error_set(&c->error, TL_ERROR_MEMORY, pos, "%s", "");
    } else {
        tl_syntax_error_set(&c->error, cls, pos, "%s", message);
    }
}

void tl_c_error_at(TlCompiler *c, TlPos pos, const char *fmt, ...) {
    char text[sizeof c->error.message];
    va_list args;
    va_start(args, fmt);
    vsnprintf(text, sizeof text, fmt, args);
    va_end(args);
    fail(c, TL_ERROR_SYNTAX, pos, text);
}

void tl_c_error(TlCompiler *c, const char *fmt, ...) {
    char text[sizeof c->error.message];
    va_list args;
    va_start(args, fmt);
    vsnprintf(text, sizeof text, fmt, args);
    va_end(args);
    TlCodePos at = c->em->pos;
    fail(c, TL_ERROR_SYNTAX, (TlPos){at.line, at.col, at.end_line, at.end_col},
         text);
}

void tl_c_memory(TlCompiler *c) {
    fail(c, TL_ERROR_MEMORY, (TlPos){0}, "");
}

void tl_c_raised(TlCompiler *c) {
    fail(c, TL_ERROR_NONE, (TlPos){0}, ""); // the runtime has the exception
}

bool tl_c_enter(TlCompiler *c) {
    if (!tl_compile_ok(c)) {
        return false;
    }
    if (c->depth >= TL_COMPILE_MAX_DEPTH) {
        fail(c, TL_ERROR_RECURSION, (TlPos){0},
             "maximum recursion depth exceeded during compilation");
        return false;
    }
    c->depth++;
    return true;
}

// --- Names ------------------------------------------------------------------

const TlName *tl_c_intern(TlCompiler *c, const char *text) {
    const TlName *name =
        tl_names_intern(c->mod->names, text, (int)strlen(text));
    if (name == NULL) {
        tl_c_memory(c);
    }
    return name;
}

const TlName *tl_c_mangle(TlCompiler *c, const TlName *name) {
    const TlName *mangled = tl_mangle(c->mod->names, c->unit->cls, name);
    if (mangled == NULL) {
        tl_c_memory(c);
        return name;
    }
    return mangled;
}

TlValue tl_c_name_str(TlCompiler *c, const TlName *name) {
    TlStr *str = tl_intern_utf8(c->rt, name->text, (size_t)name->len);
    if (str == NULL) {
        tl_c_raised(c);
        return TL_NO_VALUE;
    }
    return tl_from_obj(str);
}

static uint32_t add_name(TlCompiler *c, TlNameMap *map, const TlName *name) {
    int at = tl_name_map_add(map, name);
    if (at < 0) {
        tl_c_memory(c);
        return 0;
    }
    return (uint32_t)at;
}

uint32_t tl_c_name_index(TlCompiler *c, const TlName *name) {
    return add_name(c, &c->unit->names, tl_c_mangle(c, name));
}

bool tl_c_forbidden(TlCompiler *c, const TlName *name, TlExprContext ctx) {
    if (ctx == TL_CTX_LOAD || strcmp(name->text, "__debug__") != 0) {
        return false;
    }
    tl_c_error(c, "cannot %s __debug__",
               ctx == TL_CTX_STORE ? "assign to" : "delete");
    return true;
}

uint32_t tl_c_cell_index(TlCompiler *c, const TlName *name) {
    int at = tl_name_map_find(&c->unit->cellvars, name);
    if (at >= 0) {
        return (uint32_t)at;
    }
    at = tl_name_map_find(&c->unit->freevars, name);
    TL_ASSERT(at >= 0, "what is no cell is free");
    return (uint32_t)(c->unit->cellvars.count + at);
}

// The four families of instructions on names; a row is load, store, delete.
static const uint8_t name_ops[4][3] = {
    {TL_OP_LOAD_NAME, TL_OP_STORE_NAME, TL_OP_DELETE_NAME},
    {TL_OP_LOAD_GLOBAL, TL_OP_STORE_GLOBAL, TL_OP_DELETE_GLOBAL},
    {TL_OP_LOAD_FAST, TL_OP_STORE_FAST, TL_OP_DELETE_FAST},
    {TL_OP_LOAD_DEREF, TL_OP_STORE_DEREF, TL_OP_DELETE_DEREF},
};
enum { ROW_NAME, ROW_GLOBAL, ROW_FAST, ROW_DEREF };

static int name_row(const TlScope *scope, const TlName *mangled) {
    const TlSymbol *sym = tl_scope_symbol(scope, mangled);
    bool function = scope->kind == TL_SCOPE_FUNCTION;
    switch (sym != NULL ? sym->scope : TL_NAME_UNKNOWN) {
    case TL_NAME_FREE:
    case TL_NAME_CELL: return ROW_DEREF;
    case TL_NAME_LOCAL: return function ? ROW_FAST : ROW_NAME;
    case TL_NAME_GLOBAL_IMPLICIT: return function ? ROW_GLOBAL : ROW_NAME;
    case TL_NAME_GLOBAL_EXPLICIT: return ROW_GLOBAL;
    default: return ROW_NAME;
    }
}

void tl_c_name_op(TlCompiler *c, const TlName *name, TlExprContext ctx) {
    if (!tl_compile_ok(c) || tl_c_forbidden(c, name, ctx)) {
        return;
    }
    TlUnit *unit = c->unit;
    const TlName *mangled = tl_c_mangle(c, name);
    int row = name_row(unit->scope, mangled);
    int op = name_ops[row][ctx];
    uint32_t arg;
    if (row == ROW_DEREF && unit->kind == TL_UNIT_CLASS) {
        // Never its own __class__ cell, which is for the methods.
        arg = (uint32_t)(unit->cellvars.count +
                         tl_name_map_find(&unit->freevars, mangled));
        op = op == TL_OP_LOAD_DEREF ? TL_OP_LOAD_CLASSDEREF : op;
    } else if (row == ROW_DEREF) {
        arg = tl_c_cell_index(c, mangled);
    } else {
        arg = add_name(c, row == ROW_FAST ? &unit->varnames : &unit->names,
                       mangled);
    }
    tl_emit(c->em, (TlOpcode)op, arg);
}

void tl_c_text_op(TlCompiler *c, const char *name, TlExprContext ctx) {
    const TlName *interned = tl_c_intern(c, name);
    if (interned != NULL) {
        tl_c_name_op(c, interned, ctx);
    }
}

// --- Instructions -----------------------------------------------------------

void tl_c_op_arg(TlCompiler *c, TlOpcode op, int64_t arg) {
    if (arg > TL_OPERAND_MAX) {
        fail(c, TL_ERROR_OVERFLOW, (TlPos){0}, "too much code to compile");
        return;
    }
    tl_emit(c->em, op, (uint32_t)arg);
}

void tl_c_load_const(TlCompiler *c, TlValue value) {
    if (!tl_compile_ok(c)) {
        tl_decref(c->rt, value);
        return;
    }
    int at = tl_consts_add(&c->unit->consts, value);
    if (at < 0) {
        tl_c_raised(c);
        return;
    }
    tl_c_op_arg(c, TL_OP_LOAD_CONST, at);
}

void tl_c_load_none(TlCompiler *c) {
    tl_c_load_const(c, TL_NONE);
}

void tl_c_load_name_const(TlCompiler *c, const TlName *name) {
    tl_c_load_const(c, tl_c_name_str(c, name));
}

void tl_c_push_block(TlCompiler *c, TlBlockKind kind, int start, int exit,
                     const void *data) {
    TlUnit *unit = c->unit;
    if (unit->block_count >= TL_COMPILE_MAX_BLOCKS) {
        tl_c_error(c, "too many statically nested blocks");
        return;
    }
    unit->blocks[unit->block_count++] = (TlBlock){kind, start, exit, data};
}

void tl_c_pop_block(TlCompiler *c) {
    if (tl_compile_ok(c)) {
        TL_ASSERT(c->unit->block_count > 0, "a block is open");
        c->unit->block_count--;
    }
}

// --- Opening a unit ---------------------------------------------------------

static int by_text(const void *a, const void *b) {
    const TlNameMapEntry *x = a;
    const TlNameMapEntry *y = b;
    return strcmp(((const TlName *)x->key)->text,
                  ((const TlName *)y->key)->text);
}

// Collects the symbols with [scope] or [flag], sorted as CPython sorts them.
static void collect_names(TlCompiler *c, TlNameMap *out, const TlScope *from,
                          TlNameScope scope, int flag) {
    TlNameMap found;
    tl_name_map_init(&found, c->arena);
    for (int i = 0; i < from->symbols.count; i++) {
        const TlSymbol *sym = from->symbols.entries[i].value;
        if (sym->scope == scope || (sym->flags & flag) != 0) {
            add_name(c, &found, sym->name);
        }
    }
    if (!c->failed && found.count > 0) {
        qsort(found.entries, (size_t)found.count, sizeof *found.entries,
              by_text);
    }
    for (int i = 0; i < found.count; i++) {
        add_name(c, out, found.entries[i].key);
    }
}

// `Class.method`, `function.<locals>.inner`; a global statement cuts it short.
static TlStr *make_qualname(TlCompiler *c, const TlUnit *unit) {
    const TlUnit *parent = unit->parent;
    TlBuf text;
    tl_buf_init(&text, &c->rt->alloc);
    bool global = false;
    if (parent != NULL && parent->parent != NULL) {
        bool named = unit->kind == TL_UNIT_FUNCTION ||
                     unit->kind == TL_UNIT_ASYNC_FUNCTION ||
                     unit->kind == TL_UNIT_CLASS;
        const TlName *mangled =
            tl_mangle(c->mod->names, parent->cls, unit->name);
        const TlSymbol *sym = mangled != NULL && named
                                  ? tl_scope_symbol(parent->scope, mangled)
                                  : NULL;
        global = sym != NULL && sym->scope == TL_NAME_GLOBAL_EXPLICIT;
        if (!global) {
            bool function = parent->kind == TL_UNIT_FUNCTION ||
                            parent->kind == TL_UNIT_ASYNC_FUNCTION ||
                            parent->kind == TL_UNIT_LAMBDA;
            tl_str_append_to(&text, parent->qualname);
            tl_buf_append_str(&text, function ? ".<locals>." : ".");
        }
    }
    tl_buf_append(&text, unit->name->text, (size_t)unit->name->len);
    TlStr *str =
        text.failed ? NULL : tl_intern_utf8(c->rt, text.data, text.len);
    if (text.failed) {
        tl_raise_memory(c->rt);
    }
    tl_buf_deinit(&text);
    return str;
}

static void emit_start(TlCompiler *c, TlUnit *unit) {
    const TlScope *scope = unit->scope;
    bool function = scope->kind == TL_SCOPE_FUNCTION;
    if (function && (scope->generator || scope->coroutine)) {
        // An error thrown in before the start is of this line, with no caret.
        TlCodePos start = unit->em.pos;
        unit->em.pos.col = unit->em.pos.end_col = -1;
        tl_c_op(c, TL_OP_RETURN_GENERATOR);
        tl_c_op(c, TL_OP_POP_TOP);
        unit->em.pos = start;
    }
    for (int i = 0; i < unit->cellvars.count; i++) {
        tl_c_op_arg(c, TL_OP_MAKE_CELL, i);
    }
}

static TlUnit *new_unit(TlCompiler *c, TlUnitKind kind, const char *name,
                        const void *node, int line) {
    TlUnit *unit = tl_arena_alloc(c->arena, sizeof *unit);
    const TlName *interned = tl_c_intern(c, name);
    if (unit == NULL || interned == NULL) {
        tl_c_memory(c);
        return NULL;
    }
    unit->kind = kind;
    unit->scope = tl_scopes_find(c->scopes, node);
    TL_ASSERT(unit->scope != NULL, "every block was analysed");
    unit->name = interned;
    unit->parent = c->unit;
    unit->cls = kind == TL_UNIT_CLASS ? interned
                : c->unit != NULL     ? c->unit->cls
                                      : NULL;
    unit->first_line = line;
    unit->docstring = TL_NONE;
    tl_emit_init(&unit->em, &c->rt->alloc, line);
    tl_consts_init(&unit->consts, c->rt);
    tl_name_map_init(&unit->names, c->arena);
    tl_name_map_init(&unit->varnames, c->arena);
    tl_name_map_init(&unit->cellvars, c->arena);
    tl_name_map_init(&unit->freevars, c->arena);
    return unit;
}

bool tl_unit_open(TlCompiler *c, TlUnitKind kind, const char *name,
                  const void *node, int line) {
    if (c->failed) {
        return false;
    }
    TlUnit *unit = new_unit(c, kind, name, node, line);
    if (unit == NULL) {
        return false;
    }
    unit->qualname = make_qualname(c, unit);
    if (unit->qualname == NULL) {
        tl_c_raised(c);
    }
    c->unit = unit;
    c->em = &unit->em;
    if (unit->scope->needs_class_closure) {
        const TlName *cell = tl_c_intern(c, "__class__");
        if (cell != NULL) {
            add_name(c, &unit->cellvars, cell);
        }
    } else if (unit->scope->kind == TL_SCOPE_FUNCTION) {
        collect_names(c, &unit->cellvars, unit->scope, TL_NAME_CELL, 0);
    }
    collect_names(c, &unit->freevars, unit->scope, TL_NAME_FREE,
                  TL_SYM_FREE_CLASS);
    emit_start(c, unit);
    if (c->failed) {
        tl_unit_drop(c);
        return false;
    }
    return true;
}

void tl_unit_drop(TlCompiler *c) {
    TlUnit *unit = c->unit;
    if (unit->em.failed) {
        tl_c_memory(c);
    }
    tl_emit_deinit(&unit->em);
    tl_consts_deinit(&unit->consts);
    tl_release(c->rt, unit->qualname);
    tl_decref(c->rt, unit->docstring);
    c->unit = unit->parent;
    c->em = c->unit != NULL ? &c->unit->em : NULL;
}

// --- Closing it -------------------------------------------------------------

static TlTuple *name_tuple(TlCompiler *c, const TlNameMap *map) {
    TlTuple *tuple = tl_tuple_new(c->rt, map->count);
    for (int i = 0; tuple != NULL && i < map->count; i++) {
        tuple->items[i] = tl_c_name_str(c, map->entries[i].key);
    }
    if (tuple == NULL) {
        tl_c_raised(c);
    }
    return tuple;
}

// Lays out the slots: locals, cells that are no parameters, free variables.
static bool layout_locals(TlCompiler *c, TlUnit *unit, TlCode *code) {
    TlNameMap slots = unit->varnames;
    int cells = unit->cellvars.count;
    int frees = unit->freevars.count;
    int *map =
        tl_arena_alloc(c->arena, sizeof *map * (size_t)(cells + frees + 1));
    for (int i = 0; i < cells; i++) {
        int at = (int)add_name(c, &slots, unit->cellvars.entries[i].key);
        if (map != NULL) {
            map[i] = at;
        }
    }
    int first_free = slots.count;
    int total = first_free + frees;
    uint8_t *kinds = tl_alloc_zero(&c->rt->alloc, (size_t)total);
    if (map == NULL || kinds == NULL || c->failed) {
        tl_free(&c->rt->alloc, kinds, (size_t)total);
        tl_c_memory(c);
        return false;
    }
    code->local_kinds = kinds;
    code->nlocals = total;
    code->nfree = frees;
    for (int i = 0; i < cells; i++) {
        kinds[map[i]] = TL_LOCAL_CELL;
    }
    for (int i = 0; i < frees; i++) {
        map[cells + i] = first_free + i;
        kinds[first_free + i] = TL_LOCAL_FREE;
    }
    tl_emit_map_cells(&unit->em, map);
    TlTuple *names = tl_tuple_new(c->rt, total);
    code->local_names = names;
    for (int i = 0; names != NULL && i < total; i++) {
        const TlNameMapEntry *entry =
            i < first_free ? &slots.entries[i]
                           : &unit->freevars.entries[i - first_free];
        names->items[i] = tl_c_name_str(c, entry->key);
    }
    if (names == NULL) {
        tl_c_raised(c);
    }
    return !c->failed;
}

static int code_flags(const TlCompiler *c, const TlUnit *unit) {
    const TlScope *scope = unit->scope;
    int flags = unit->flags;
    if (scope->kind == TL_SCOPE_FUNCTION) {
        flags |= TL_CODE_OPTIMIZED | TL_CODE_NEWLOCALS;
        if (scope->nested) {
            flags |= TL_CODE_NESTED;
        }
        if (scope->generator) {
            flags |=
                scope->coroutine ? TL_CODE_ASYNC_GENERATOR : TL_CODE_GENERATOR;
        } else if (scope->coroutine) {
            flags |= TL_CODE_COROUTINE;
        }
    }
    if (c->options->internal) {
        flags |= TL_CODE_INTERNAL;
    }
    return flags;
}

static void fill_texts(TlCompiler *c, const TlUnit *unit, TlCode *code) {
    TlRuntime *rt = c->rt;
    size_t len;
    const char *qualname = tl_str_utf8(rt, unit->qualname, &len);
    code->qualname = tl_retain(unit->qualname);
    code->name = tl_intern_utf8(rt, unit->name->text, (size_t)unit->name->len);
    code->filename = tl_intern_cstr(rt, c->options->filename);
    code->docstring = tl_incref(unit->docstring);
    code->consts = tl_consts_tuple(&unit->consts);
    code->names = name_tuple(c, &unit->names);
    if (code->name == NULL || code->filename == NULL || code->consts == NULL ||
        qualname == NULL) {
        tl_c_raised(c);
        return;
    }
    code->trace_file = tl_trace_cstr(&rt->trace, c->options->filename);
    code->trace_name = tl_trace_str(&rt->trace, qualname, len);
}

static void fill_code(TlCompiler *c, TlUnit *unit, TlCode *code) {
    code->argcount = unit->argcount;
    code->posonlyargcount = unit->posonlyargcount;
    code->kwonlyargcount = unit->kwonlyargcount;
    code->flags = code_flags(c, unit);
    code->first_line = unit->first_line;
    fill_texts(c, unit, code);
    if (c->failed || !layout_locals(c, unit, code)) {
        return;
    }
    switch (tl_emit_finish(&unit->em, code)) {
    case TL_EMIT_OK: break;
    case TL_EMIT_MEMORY: tl_c_memory(c); break;
    case TL_EMIT_TOO_LARGE:
        fail(c, TL_ERROR_OVERFLOW, (TlPos){0}, "too much code to compile");
        break;
    }
}

TlCode *tl_unit_finish(TlCompiler *c) {
    TlCode *code = NULL;
    if (tl_compile_ok(c)) {
        code = tl_code_new(c->rt);
        if (code == NULL) {
            tl_c_raised(c);
        } else {
            fill_code(c, c->unit, code);
        }
    }
    tl_unit_drop(c);
    if (c->failed) {
        tl_release(c->rt, code);
        return NULL;
    }
    return code;
}
