// compile.c — source text to code object: the stages, and their errors.
// SPDX-License-Identifier: MIT
//
// parse, future imports, scopes, code. The tree and all that hangs from it
// live in one arena that dies here; a stage that fails leaves a TlSyntaxError,
// which becomes the Python exception, or raised one itself.
#include "lang/compile_impl.h"
#include "lang/file_error.h"
#include "lang/source.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/str.h"

#include <string.h>

// --- Errors -----------------------------------------------------------------

// Column in characters of byte column [col] on line [number].
static int char_column(const char *source, size_t len, int number, int col) {
    const char *line;
    size_t line_len;
    if (col <= 0 || !tl_source_line(source, len, number, &line, &line_len)) {
        return col;
    }
    size_t bytes = (size_t)col < line_len ? (size_t)col : line_len;
    return (int)tl_utf8_count(line, bytes) + col - (int)bytes;
}

// Errors after parsing have byte columns; the exception counts characters.
static void count_characters(const char *source, size_t len,
                             TlSyntaxError *err) {
    TlPos *pos = &err->pos;
    pos->col = char_column(source, len, pos->line, pos->col);
    pos->end_col = char_column(source, len, pos->end_line, pos->end_col);
}

static TlValue line_text(TlRuntime *rt, const char *source, size_t len,
                         int number) {
    const char *line;
    size_t line_len;
    if (!tl_source_line(source, len, number, &line, &line_len) ||
        tl_utf8_validate(line, line_len) >= 0) {
        return TL_NONE;
    }
    const char *nul = memchr(line, '\0', line_len);
    if (nul != NULL) {
        line_len = (size_t)(nul - line);
    }
    TlBuf text;
    tl_buf_init(&text, &rt->alloc);
    tl_buf_append(&text, line, line_len);
    tl_buf_append_char(&text, '\n');
    TlValue str = tl_str_from_buf(rt, &text);
    tl_buf_deinit(&text);
    return str;
}

// (filename, lineno, offset, text, end_lineno, end_offset)
static TlTuple *error_details(TlRuntime *rt, const TlSyntaxError *err,
                              const char *filename, const char *source,
                              size_t len) {
    const TlPos *pos = &err->pos;
    TlTuple *details = tl_tuple_new(rt, 6);
    if (details == NULL) {
        return NULL;
    }
    bool has_end = pos->end_line > 0;
    details->items[0] = tl_str_from_cstr(rt, filename);
    details->items[1] = tl_small_int(pos->line);
    details->items[2] = tl_small_int(pos->col + 1);
    details->items[3] = line_text(rt, source, len, pos->line);
    details->items[4] = has_end ? tl_small_int(pos->end_line) : TL_NONE;
    details->items[5] = has_end && pos->end_col != TL_NO_END_COLUMN
                            ? tl_small_int(pos->end_col + 1)
                            : TL_NONE;
    if (!tl_has_value(details->items[0]) || !tl_has_value(details->items[3])) {
        tl_release(rt, details);
        return NULL;
    }
    return details;
}

static void raise_at(TlRuntime *rt, TlType *type, const TlSyntaxError *err,
                     const char *filename, const char *source, size_t len) {
    TlTuple *details = error_details(rt, err, filename, source, len);
    TlValue message = tl_str_from_cstr(rt, err->message);
    if (details != NULL && tl_has_value(message)) {
        TlRef args[] = {message, tl_from_obj(details)};
        TlValue exc = tl_call(rt, tl_from_obj(type), args, 2, NULL);
        if (tl_has_value(exc)) {
            tl_raise_obj(rt, exc);
        }
        tl_decref(rt, exc);
    }
    tl_decref(rt, message);
    tl_release(rt, details);
}

static void raise_error(TlRuntime *rt, const TlSyntaxError *err,
                        const char *filename, const char *source, size_t len) {
    switch (err->cls) {
    case TL_ERROR_NONE: // raised already
        break;
    case TL_ERROR_MEMORY: tl_raise_memory(rt); break;
    case TL_ERROR_VALUE: tl_raise(rt, rt->exc.ValueError, err->message); break;
    case TL_ERROR_RECURSION:
        tl_raise(rt, rt->exc.RecursionError, err->message);
        break;
    case TL_ERROR_OVERFLOW:
        tl_raise(rt, rt->exc.OverflowError, err->message);
        break;
    case TL_ERROR_SYNTAX:
        if (err->pos.line == 0) {
            tl_raise(rt, rt->exc.SyntaxError, err->message);
            break;
        }
        raise_at(rt, rt->exc.SyntaxError, err, filename, source, len);
        break;
    case TL_ERROR_INDENTATION:
        raise_at(rt, rt->exc.IndentationError, err, filename, source, len);
        break;
    case TL_ERROR_TAB:
        raise_at(rt, rt->exc.TabError, err, filename, source, len);
        break;
    }
}

// --- Stages -----------------------------------------------------------------

static TlCode *compile_module(TlCompiler *c) {
    if (!tl_unit_open(c, TL_UNIT_MODULE, "<module>", c->mod, 1)) {
        return NULL;
    }
    if (c->mod->expression != NULL) {
        tl_c_expr(c, c->mod->expression);
    } else if (c->interactive) {
        tl_c_stmts(c, c->mod->body); // a string there is no docstring
        tl_c_load_none(c);
    } else {
        tl_c_body(c, c->mod->body);
        tl_emit_nowhere(c->em);
        tl_c_load_none(c);
    }
    tl_c_op(c, TL_OP_RETURN_VALUE);
    return tl_unit_finish(c);
}

// From the tree on. NULL: c->error is set, unless it says an exception is.
static TlCode *compile_tree(TlCompiler *c) {
    c->future_annotations = c->options->future_annotations;
    if (!tl_future_read(c->mod, &c->future_annotations, &c->future_line,
                        &c->error)) {
        return NULL;
    }
    c->scopes = tl_scopes_build(c->arena, &c->rt->alloc, c->mod,
                                c->future_annotations, &c->error);
    if (c->scopes == NULL) {
        return NULL;
    }
    c->interactive = c->mod->kind == TL_MOD_INTERACTIVE;
    tl_ptrbuf_init(&c->spine, &c->rt->alloc);
    TlCode *code = compile_module(c);
    tl_ptrbuf_deinit(&c->spine);
    return code;
}

TlCode *tl_compile(TlRuntime *rt, const char *source, size_t len,
                   const TlCompileOptions *options) {
    TlArena arena;
    TlCode *code = NULL;
    TlCompiler c = {.rt = rt, .arena = &arena, .options = options};
    tl_arena_init(&arena, &rt->alloc);
    c.mod = tl_parse(&arena, &rt->alloc, source, len, options->mode, &c.error);
    if (c.mod != NULL) {
        code = compile_tree(&c);
        count_characters(source, len, &c.error);
    }
    tl_arena_deinit(&arena);
    if (code == NULL && options->from_file) {
        tl_syntax_error_in_file(&c.error, options->filename, source, len);
    }
    if (code == NULL) {
        raise_error(rt, &c.error, options->filename, source, len);
    }
    return code;
}

// --- Listings of the first stages -------------------------------------------

static bool dump_scopes(TlArena *arena, TlRuntime *rt, const TlMod *mod,
                        TlBuf *out, TlSyntaxError *err) {
    bool annotations = false;
    int line = 0;
    if (!tl_future_read(mod, &annotations, &line, err)) {
        return false;
    }
    TlScopes *scopes =
        tl_scopes_build(arena, &rt->alloc, mod, annotations, err);
    if (scopes == NULL) {
        return false;
    }
    tl_scopes_dump(out, scopes);
    return true;
}

TlStatus tl_compile_dump(TlRuntime *rt, bool scopes, const char *source,
                         size_t len, const char *filename, TlBuf *out) {
    TlArena arena;
    TlSyntaxError err = {0};
    bool ok = false;
    tl_arena_init(&arena, &rt->alloc);
    TlMod *mod = tl_parse(&arena, &rt->alloc, source, len, TL_PARSE_FILE, &err);
    if (mod != NULL && scopes) {
        ok = dump_scopes(&arena, rt, mod, out, &err);
        count_characters(source, len, &err);
    } else if (mod != NULL) {
        tl_ast_dump(out, mod);
        ok = true;
    }
    tl_arena_deinit(&arena);
    if (!ok) {
        raise_error(rt, &err, filename, source, len);
        return TL_RAISED;
    }
    return TL_OK;
}

TlStatus tl_compile_raise(TlRuntime *rt, const TlSyntaxError *err,
                          const char *filename, const char *source,
                          size_t len) {
    raise_error(rt, err, filename, source, len);
    return TL_RAISED;
}
