// dump_ast.c — prints the tree, or the error, of Python source files.
// SPDX-License-Identifier: MIT
//
// dump_ast FILE... prints per file its ast.dump() text, or one line
// "Class: message (line, col, end_line, end_col)", and then a line with a form
// feed. dump_ast -e FILE... or -s parse in `eval` or `single` mode; -q prints
// nothing. For compare_ast.py.
#include "base/alloc.h"
#include "base/arena.h"
#include "base/buf.h"
#include "lang/parser.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *host_realloc(void *user, void *ptr, size_t old_size,
                          size_t new_size) {
    (void)user;
    (void)old_size;
    if (new_size == 0) {
        free(ptr);
        return NULL;
    }
    return realloc(ptr, new_size);
}

static bool read_file(TlBuf *out, const char *path) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        return false;
    }
    static char chunk[65536];
    size_t n;
    while ((n = fread(chunk, 1, sizeof chunk, file)) > 0) {
        tl_buf_append(out, chunk, n);
    }
    fclose(file);
    return true;
}

static void dump(TlAlloc *alloc, const TlBuf *text, TlParseMode mode,
                 bool quiet) {
    TlArena arena;
    TlSyntaxError err;
    TlBuf out;
    tl_arena_init(&arena, alloc);
    tl_buf_init(&out, alloc);
    const TlMod *mod = tl_parse(&arena, alloc, text->len > 0 ? text->data : "",
                                text->len, mode, &err);
    if (mod == NULL) {
        tl_buf_append_fmt(&out, "%s: %s (%d, %d, %d, %d)",
                          tl_error_class_name(err.cls), err.message,
                          err.pos.line, err.pos.col, err.pos.end_line,
                          err.pos.end_col);
    } else if (!quiet) {
        tl_ast_dump(&out, mod);
    }
    if (!quiet) {
        fwrite(out.data, 1, out.len, stdout);
        fputs("\n\f\n", stdout);
    }
    tl_buf_deinit(&out);
    tl_arena_deinit(&arena);
}

int main(int argc, char **argv) {
    TlAlloc alloc;
    TlParseMode mode = TL_PARSE_FILE;
    bool quiet = false;
    tl_alloc_init(&alloc, host_realloc, NULL);
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "-e") == 0) {
            mode = TL_PARSE_EVAL;
        } else if (strcmp(argv[i], "-s") == 0) {
            mode = TL_PARSE_SINGLE;
        } else if (strcmp(argv[i], "-q") == 0) {
            quiet = true;
        } else {
            TlBuf text;
            tl_buf_init(&text, &alloc);
            if (!read_file(&text, argv[i])) {
                fprintf(stderr, "cannot read %s\n", argv[i]);
                return 2;
            }
            dump(&alloc, &text, mode, quiet);
            tl_buf_deinit(&text);
        }
    }
    bool leaked = alloc.live_bytes != 0;
    if (leaked) {
        fprintf(stderr, "leak: %zu bytes\n", alloc.live_bytes);
    }
    tl_alloc_deinit(&alloc);
    return leaked;
}
