// source.c — bytes of a file to text the lexer can read.
// SPDX-License-Identifier: MIT
//
// Byte order mark, encoding declaration (PEP 263), UTF-8 check, line ends.
// Only UTF-8 is read; another declared encoding is refused, except that plain
// ASCII text is the same in the usual ones.
#include "lang/source.h"

#include "base/utf8.h"
#include "lang/lexer.h"

#include <stdio.h>
#include <string.h>

static bool fail(TlSyntaxError *err, TlErrorClass cls, const char *message) {
    tl_syntax_error_set(err, cls, (TlPos){0, -1, 0, -1}, "%s", message);
    return false;
}

// --- Encoding declaration ---------------------------------------------------

typedef struct Slice {
    const char *s;
    size_t len;
} Slice;

static Slice take_line(Slice *rest) {
    size_t len = 0;
    while (len < rest->len && rest->s[len] != '\n' && rest->s[len] != '\r') {
        len++;
    }
    Slice line = {rest->s, len};
    size_t skip = len < rest->len ? len + 1 : len;
    if (skip > len && skip < rest->len && rest->s[len] == '\r' &&
        rest->s[skip] == '\n') {
        skip++;
    }
    rest->s += skip;
    rest->len -= skip;
    return line;
}

static bool is_coding_char(char c) {
    return tl_lexer_is_name_char(c & 0x7F) || c == '-' || c == '.';
}

// The name after "coding:" or "coding=" in the comment [line], or length 0.
static Slice find_coding(Slice line) {
    static const char word[] = "coding";
    const size_t word_len = sizeof word - 1;
    for (size_t i = 0; i + word_len < line.len; i++) {
        if (memcmp(line.s + i, word, word_len) != 0) {
            continue;
        }
        size_t at = i + word_len;
        if (line.s[at] != ':' && line.s[at] != '=') {
            continue;
        }
        do {
            at++;
        } while (at < line.len && (line.s[at] == ' ' || line.s[at] == '\t'));
        size_t end = at;
        while (end < line.len && is_coding_char(line.s[end])) {
            end++;
        }
        if (end > at) {
            return (Slice){line.s + at, end - at};
        }
    }
    return (Slice){line.s, 0};
}

// The declared encoding in the first two lines, or length 0. The second line
// counts only when the first is blank or a comment.
static Slice declared_encoding(Slice text) {
    for (int i = 0; i < 2 && text.len > 0; i++) {
        Slice line = take_line(&text);
        size_t at = 0;
        while (at < line.len && strchr(" \t\f", line.s[at]) != NULL) {
            at++;
        }
        if (at < line.len && line.s[at] != '#') {
            break;
        }
        Slice coding = find_coding((Slice){line.s + at, line.len - at});
        if (coding.len > 0) {
            return coding;
        }
    }
    return (Slice){text.s, 0};
}

// Writes [name] in lower case, '_' as '-', as CPython normalises it.
static void normalise(Slice name, char out[32]) {
    size_t n = name.len < 31 ? name.len : 31;
    for (size_t i = 0; i < n; i++) {
        char c = name.s[i];
        out[i] = c == '_' ? '-' : c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
    }
    out[n] = '\0';
}

static bool is_one_of(const char *name, const char *const *list) {
    for (; *list != NULL; list++) {
        if (strcmp(name, *list) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_ascii(Slice text) {
    for (size_t i = 0; i < text.len; i++) {
        if ((unsigned char)text.s[i] >= 0x80) {
            return false;
        }
    }
    return true;
}

static bool check_encoding(Slice text, bool has_mark, TlSyntaxError *err) {
    static const char *const utf8_names[] = {"utf-8", "utf8", "u8",
                                             "utf-8-sig", NULL};
    static const char *const ascii_names[] = {
        "ascii",  "us-ascii",   "latin-1",     "latin1",
        "latin9", "iso-8859-1", "iso-8859-15", "iso-latin-1", NULL};
    Slice coding = declared_encoding(text);
    if (coding.len == 0) {
        return true;
    }
    char name[32];
    char message[96];
    normalise(coding, name);
    if (is_one_of(name, utf8_names)) {
        return true;
    }
    if (has_mark) {
        snprintf(message, sizeof message, "encoding problem: %s with BOM",
                 name);
        return fail(err, TL_ERROR_SYNTAX, message);
    }
    if (is_one_of(name, ascii_names) && is_ascii(text)) {
        return true;
    }
    snprintf(message, sizeof message, "unknown encoding: %.*s",
             (int)(coding.len < 60 ? coding.len : 60), coding.s);
    return fail(err, TL_ERROR_SYNTAX, message);
}

// --- Lines ------------------------------------------------------------------

bool tl_source_line(const char *source, size_t len, int number,
                    const char **line, size_t *line_len) {
    size_t at = len >= 3 && memcmp(source, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    for (int n = 1; at <= len; n++) {
        size_t end = at;
        while (end < len && source[end] != '\n' && source[end] != '\r') {
            end++;
        }
        if (n == number) {
            *line = source + at;
            *line_len = end - at;
            return true;
        }
        bool pair = end + 1 < len && source[end] == '\r' &&
                    source[end + 1] == '\n';
        at = end + (pair ? 2 : 1);
    }
    return false;
}

// --- Text -------------------------------------------------------------------

static bool check_utf8(Slice text, TlSyntaxError *err) {
    ptrdiff_t bad = tl_utf8_validate(text.s, text.len);
    if (bad < 0) {
        return true;
    }
    int line = 1;
    for (ptrdiff_t i = 0; i < bad; i++) {
        line += text.s[i] == '\n';
    }
    char message[160];
    snprintf(message, sizeof message,
             "Non-UTF-8 code starting with '\\x%02x' on line %d, but no "
             "encoding declared; see https://peps.python.org/pep-0263/ for "
             "details",
             (unsigned)(unsigned char)text.s[bad], line);
    return fail(err, TL_ERROR_SYNTAX, message);
}

static void append_lines(TlBuf *out, Slice text) {
    size_t from = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.s[i] != '\r') {
            continue;
        }
        tl_buf_append(out, text.s + from, i - from);
        tl_buf_append_char(out, '\n');
        if (i + 1 < text.len && text.s[i + 1] == '\n') {
            i++;
        }
        from = i + 1;
    }
    tl_buf_append(out, text.s + from, text.len - from);
}

bool tl_source_prepare(TlBuf *out, const char *source, size_t len,
                       TlParseMode mode, TlSyntaxError *err) {
    Slice text = {source, len};
    bool has_mark = len >= 3 && memcmp(source, "\xEF\xBB\xBF", 3) == 0;
    if (has_mark) {
        text.s += 3;
        text.len -= 3;
    }
    if (text.len > 0 && memchr(text.s, '\0', text.len) != NULL) {
        return fail(err, TL_ERROR_SYNTAX,
                    "source code string cannot contain null bytes");
    }
    if (!check_encoding(text, has_mark, err) || !check_utf8(text, err)) {
        return false;
    }
    tl_buf_reserve(out, text.len + 2);
    append_lines(out, text);
    if (mode != TL_PARSE_EVAL && out->len > 0 &&
        out->data[out->len - 1] != '\n') {
        tl_buf_append_char(out, '\n');
    }
    if (text.len > INT32_MAX / 2) {
        return fail(err, TL_ERROR_OVERFLOW,
                    "Parser column offset overflow - source line is too big");
    }
    return tl_buf_cstr(out) != NULL || fail(err, TL_ERROR_MEMORY, "");
}
