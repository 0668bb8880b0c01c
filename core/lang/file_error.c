// file_error.c — what CPython says otherwise about a file than about a string.
// SPDX-License-Identifier: MIT
//
// Reading a file without an encoding cookie, CPython 3.11 does not turn byte
// columns into character columns, gives no end for indentation errors, and
// names the file and the line for bytes that are no text.
#include "lang/file_error.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "lang/source.h"

// Byte column of character column [col] on line [number].
static int byte_column(const char *source, size_t len, int number, int col)
{
    const char *line;
    size_t line_len;
    if (col <= 0 || !tl_source_line(source, len, number, &line, &line_len)) {
        return col;
    }
    size_t at = 0;
    int chars = 0;
    while (chars < col && at < line_len) {
        at++;
        while (at < line_len && ((unsigned char)line[at] & 0xC0) == 0x80) {
            at++;
        }
        chars++;
    }
    return (int)at + col - chars;
}

static void name_the_file(TlSyntaxError *err, const char *filename)
{
    char message[sizeof err->message];
    const char *where = strstr(err->message, " on line ");
    if (where != NULL) {
        snprintf(message, sizeof message, "%.*s in file %s%s",
                 (int)(where - err->message), err->message, filename, where);
        memcpy(err->message, message, sizeof message);
    }
}

static void place_null_byte(TlSyntaxError *err, const char *source, size_t len)
{
    const char *nul = memchr(source, '\0', len);
    err->pos.line = 1;
    for (const char *c = source; nul != NULL && c < nul; c++) {
        err->pos.line += *c == '\n';
    }
    err->pos.col = -1;
    snprintf(err->message, sizeof err->message,
             "source code cannot contain null bytes");
}

void tl_syntax_error_in_file(TlSyntaxError *err, const char *filename,
                             const char *source, size_t len)
{
    if (strncmp(err->message, "Non-UTF-8", strlen("Non-UTF-8")) == 0) {
        name_the_file(err, filename);
        return;
    }
    if (err->pos.line == 0 && strstr(err->message, "null bytes") != NULL) {
        place_null_byte(err, source, len);
        return;
    }
    TlPos *pos = &err->pos;
    pos->col = byte_column(source, len, pos->line, pos->col);
    if (err->cls == TL_ERROR_INDENTATION) {
        pos->end_line = -1;
    } else if (pos->end_col > 0) {
        pos->end_col = byte_column(source, len, pos->end_line, pos->end_col);
    }
}
