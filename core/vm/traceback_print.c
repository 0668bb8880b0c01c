// traceback_print.c — the text of an uncaught exception.
// SPDX-License-Identifier: MIT
//
// What CPython 3.11's interpreter prints (pythonrun.c, traceback.c): causes and
// contexts first, then the traceback with source lines and carets, the message
// with a suggestion, notes; exception groups as a tree. Frames of internal
// code are left out. Nothing here raises; text is what can be had.
#include <stdio.h>

#include "base/utf8.h"
#include "object/dict.h"
#include "object/exc_impl.h"
#include "object/number.h"
#include "vm/traceback_impl.h"

enum {
    INDENT = 4,            // of source lines
    REPEATS = 3,           // equal entries shown before they are counted
    ENTRIES_MAX = 1000,
    GROUP_WIDTH_MAX = 15,  // exceptions of a group
    GROUP_DEPTH_MAX = 10,
    NESTING_MAX = 100
};

typedef struct Printer {
    TlRuntime *rt;
    TlBuf *out;
    int depth;        // of groups; 0 = outside
    bool need_close;  // the line under the last exception of a group
    int nesting;
    bool suggests;    // the interpreter does, its traceback module does not
    bool no_source;
    TlPtrBuf seen;    // exceptions of the chains being printed
} Printer;

// ---- lines and margins

static void indent(Printer *p)
{
    tl_buf_append_fill(p->out, ' ', (size_t)p->depth * 2);
}

static void margin(Printer *p)
{
    indent(p);
    if (p->depth > 0) {
        tl_buf_append_str(p->out, "| ");
    }
}

static void line(Printer *p, const char *text)
{
    margin(p);
    tl_buf_append_str(p->out, text);
    tl_buf_append_char(p->out, '\n');
}

static void append_value(Printer *p, TlRef str)
{
    if (tl_is_str(str)) {
        tl_str_append_to(p->out, tl_as_str(str));
    }
}

// ---- entries

// Characters in the first [bytes] of [text].
static size_t columns(const char *text, size_t len, int bytes)
{
    size_t n = bytes < 0 ? 0 : (size_t)bytes;
    return tl_utf8_count(text, n < len ? n : len);
}

typedef struct Marks {
    size_t start, end;   // in characters of the line
    size_t left, right;  // of the emphasis, when has_anchors
    bool has_anchors;
} Marks;

static bool find_marks(const TlCodePos *pos, const char *text, size_t len,
                       Marks *m)
{
    if (pos->line < 0 || pos->end_line < 0 || pos->col < 0 ||
        pos->end_col < 0 || (size_t)pos->col > len) {
        return false;
    }
    m->start = columns(text, len, pos->col);
    m->has_anchors = false;
    if (pos->line != pos->end_line) {
        size_t end = len;
        while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\t' ||
                           text[end - 1] == '\f')) {
            end--;
        }
        m->end = end;  // CPython counts bytes here
        return true;
    }
    m->end = columns(text, len, pos->end_col);
    size_t to = (size_t)pos->end_col < len ? (size_t)pos->end_col : len;
    size_t from = (size_t)pos->col, left, right;
    if (from < to && tl_find_anchors(text + from, to - from, &left, &right)) {
        m->has_anchors = true;
        m->left = columns(text, len, (int)(from + left));
        m->right = columns(text, len, (int)(from + right));
    }
    return true;
}

static void carets(Printer *p, const Marks *m, size_t skipped)
{
    margin(p);
    tl_buf_append_fill(p->out, ' ', INDENT);
    for (size_t at = skipped; at < m->end; at++) {
        bool inside = m->has_anchors && at >= m->left && at < m->right;
        tl_buf_append_char(p->out, at < m->start               ? ' '
                                   : !m->has_anchors || inside ? '^'
                                                               : '~');
    }
    tl_buf_append_char(p->out, '\n');
}

static void source_line(Printer *p, TlCode *code, const TlCodePos *pos,
                        int number)
{
    size_t len = 0;
    const char *text = NULL;
    if (p->rt->vm->hooks.source_line != NULL && !p->no_source) {
        text = p->rt->vm->hooks.source_line(p->rt, code->filename, number,
                                            &len);
    }
    if (text == NULL) {
        return;
    }
    size_t skip = 0;
    while (skip < len && (text[skip] == ' ' || text[skip] == '\t' ||
                          text[skip] == '\f')) {
        skip++;
    }
    margin(p);
    tl_buf_append_fill(p->out, ' ', INDENT);
    tl_buf_append(p->out, text + skip, len - skip);
    tl_buf_append_char(p->out, '\n');
    Marks m;
    if (pos == NULL || !find_marks(pos, text, len, &m)) {
        return;
    }
    size_t width = columns(text, len, (int)len) - skip;
    if (m.has_anchors || m.end - m.start != width) {
        carets(p, &m, skip);
    }
}

static void entry(Printer *p, TlCode *code, uint32_t instr, int number)
{
    margin(p);
    tl_buf_append_str(p->out, "  File \"");
    tl_str_append_to(p->out, code->filename);
    tl_buf_append_fmt(p->out, "\", line %d, in ", number);
    tl_str_append_to(p->out, code->name);
    tl_buf_append_char(p->out, '\n');
    const TlCodePos *pos =
        instr < code->instr_count ? &code->positions[instr] : NULL;
    source_line(p, code, pos, number);
}

// ---- traceback

static TlTraceback *visible(TlTraceback *tb)
{
    while (tb != NULL && tl_frame_is_internal(tb->frame)) {
        tb = tb->next;
    }
    return tb;
}

static bool same_place(const TlTraceback *a, const TlTraceback *b)
{
    return a != NULL && a->line == b->line &&
           tl_str_equal(a->frame->code->filename, b->frame->code->filename) &&
           tl_str_equal(a->frame->code->name, b->frame->code->name);
}

static void repeated(Printer *p, int count)
{
    if (count > REPEATS) {
        int n = count - REPEATS;
        margin(p);
        tl_buf_append_fmt(p->out, "  [Previous line repeated %d more time%s]\n",
                          n, n > 1 ? "s" : "");
    }
}

static void entries(Printer *p, TlTraceback *first, int limit)
{
    int total = 0;
    for (TlTraceback *tb = visible(first); tb != NULL;
         tb = visible(tb->next)) {
        total++;
    }
    TlTraceback *tb = visible(first);
    for (; total > limit; total--) {
        tb = visible(tb->next);
    }
    const TlTraceback *last = NULL;
    int count = 0;
    for (; tb != NULL; tb = visible(tb->next)) {
        if (!same_place(last, tb)) {
            repeated(p, count);
            count = 0;
        }
        last = tb;
        if (++count <= REPEATS) {
            entry(p, tb->frame->code, tb->instr, tb->line);
        }
    }
    repeated(p, count);
}

static void traceback(Printer *p, TlRef exc)
{
    TlRef tb = tl_as_exc(exc)->traceback;
    if (!tl_is_traceback(p->rt, tb)) {
        return;
    }
    bool group = tl_exc_is(exc, p->rt->exc.BaseExceptionGroup);
    indent(p);
    if (p->depth > 0) {
        tl_buf_append_str(p->out, group && p->depth == 1 ? "+ " : "| ");
    }
    tl_buf_append_str(p->out,
                      group ? "Exception Group Traceback (most recent call "
                              "last):\n"
                            : "Traceback (most recent call last):\n");
    entries(p, (TlTraceback *)tl_as_obj(tb), ENTRIES_MAX);
}

// ---- SyntaxError

// Number in extra[at], [absent] when it is none.
static int64_t extra_int(const TlExc *exc, int at, int64_t absent)
{
    int64_t n;
    return tl_has_value(exc->extra[at]) && tl_is_int(exc->extra[at]) &&
                   tl_int_to_i64(exc->extra[at], &n)
               ? n : absent;
}

// [offset] and [end] count characters from 1.
static void error_text(Printer *p, const char *text, size_t size,
                       int64_t offset, int64_t end)
{
    int64_t repeat = end > 0 && end > offset ? end - offset : 1;
    int64_t len = (int64_t)size;
    offset--;
    while (len > 0 && (*text == ' ' || *text == '\t' || *text == '\f')) {
        text++;
        len--;
        offset--;
    }
    if (len > 0 && text[len - 1] == '\n') {
        len--;
    }
    offset = offset > len ? len : offset;
    const char *nl;
    while ((nl = memchr(text, '\n', (size_t)len)) != NULL &&
           nl - text < offset) {
        int64_t skip = nl - text + 1;
        text += skip;
        len -= skip;
        offset -= skip;
    }
    margin(p);
    tl_buf_append_fill(p->out, ' ', INDENT);
    tl_buf_append(p->out, text, (size_t)len);
    tl_buf_append_char(p->out, '\n');
    if (offset < 0) {
        return;
    }
    margin(p);
    tl_buf_append_fill(p->out, ' ', INDENT + (size_t)offset);
    tl_buf_append_fill(p->out, '^', (size_t)repeat);
    tl_buf_append_char(p->out, '\n');
}

static void syntax_error_place(Printer *p, const TlExc *exc)
{
    int64_t number = extra_int(exc, TL_EXTRA_SYN_LINENO, -1);
    if (number < 0) {
        return;
    }
    margin(p);
    tl_buf_append_str(p->out, "  File \"");
    TlRef file = exc->extra[TL_EXTRA_SYN_FILENAME];
    if (tl_is_str(file)) {
        append_value(p, file);
    } else {
        tl_buf_append_str(p->out, "<string>");
    }
    tl_buf_append_fmt(p->out, "\", line %lld\n", (long long)number);
    TlRef text = exc->extra[TL_EXTRA_SYN_TEXT];
    size_t len;
    const char *utf8 =
        tl_is_str(text) ? tl_str_utf8(p->rt, tl_as_str(text), &len) : NULL;
    if (utf8 == NULL) {
        return;
    }
    int64_t offset = extra_int(exc, TL_EXTRA_SYN_OFFSET, -1);
    int64_t end = extra_int(exc, TL_EXTRA_SYN_END_OFFSET, -1);
    if (extra_int(exc, TL_EXTRA_SYN_END_LINENO, number) > number) {
        end = (int64_t)len;
    }
    if (tl_is_subtype(exc->ob.type, p->rt->exc.IndentationError)) {
        end = -1;  // one caret
    }
    error_text(p, utf8, len, offset, end);
}

static bool is_syntax_error(Printer *p, TlRef exc)
{
    return tl_exc_is(exc, p->rt->exc.SyntaxError) &&
           extra_int(tl_as_exc(exc), TL_EXTRA_SYN_LINENO, -1) >= 0;
}

// ---- the message

static void append_class(Printer *p, TlRef exc)
{
    TlType *type = tl_as_obj(exc)->type;
    TlRuntime *rt = p->rt;
    TlValue module;
    if (tl_getattr_opt(rt, tl_from_obj(type), TL_NAME(rt, __module__),
                       &module) < 0) {
        tl_clear_error(rt);
    }
    if (!tl_is_str(module)) {
        tl_buf_append_str(p->out, "<unknown>.");
    } else if (!tl_str_is(tl_as_str(module), "builtins") &&
               !tl_str_is(tl_as_str(module), "__main__")) {
        append_value(p, module);
        tl_buf_append_char(p->out, '.');
    }
    tl_decref(rt, module);
    tl_str_append_to(p->out, type->qualname);
}

static void append_text(Printer *p, TlRef exc)
{
    TlRuntime *rt = p->rt;
    TlValue text = is_syntax_error(p, exc)
                       ? tl_incref(tl_as_exc(exc)->extra[TL_EXTRA_SYN_MSG])
                       : tl_str(rt, exc);
    if (tl_raised(rt)) {
        tl_clear_error(rt);
        tl_buf_append_str(p->out, ": <exception str() failed>");
    } else if (tl_is_str(text) && tl_as_str(text)->len > 0) {
        tl_buf_append_str(p->out, ": ");
        append_value(p, text);
    } else if (is_syntax_error(p, exc)) {
        tl_buf_append_str(p->out, ": None");
    }
    tl_decref(rt, text);
}

static void message(Printer *p, TlRef exc)
{
    if (is_syntax_error(p, exc)) {
        syntax_error_place(p, tl_as_exc(exc));
    }
    margin(p);
    append_class(p, exc);
    append_text(p, exc);
    TlValue meant = p->suggests ? tl_suggest(p->rt, exc) : TL_NO_VALUE;
    if (tl_has_value(meant)) {
        tl_buf_append_str(p->out, ". Did you mean: '");
        append_value(p, meant);
        tl_buf_append_str(p->out, "'?");
        tl_decref(p->rt, meant);
    }
    tl_buf_append_char(p->out, '\n');
}

// ---- notes

static void note_lines(Printer *p, TlRef text)
{
    size_t len;
    const char *s = tl_is_str(text)
                        ? tl_str_utf8(p->rt, tl_as_str(text), &len) : NULL;
    while (s != NULL) {
        const char *nl = memchr(s, '\n', len);
        size_t n = nl == NULL ? len : (size_t)(nl - s);
        margin(p);
        tl_buf_append(p->out, s, n);
        tl_buf_append_char(p->out, '\n');
        len -= n + (nl != NULL);
        s = nl == NULL || len == 0 ? NULL : nl + 1;
    }
}

static void note(Printer *p, TlRef v)
{
    TlRuntime *rt = p->rt;
    TlValue text = tl_str(rt, v);
    if (!tl_has_value(text)) {
        tl_clear_error(rt);
        line(p, "<note str() failed>");
        return;
    }
    note_lines(p, text);
    tl_decref(rt, text);
}

static void notes(Printer *p, TlRef exc)
{
    TlRuntime *rt = p->rt;
    TlValue list;
    int found = tl_getattr_opt(rt, exc, TL_NAME(rt, __notes__), &list);
    if (found < 0) {
        tl_clear_error(rt);
    }
    if (found <= 0) {
        return;
    }
    if (tl_is_list(list)) {
        for (int64_t i = 0; i < tl_as_list(list)->len; i++) {
            note(p, tl_as_list(list)->items[i]);
        }
    } else if (!tl_is_none(list)) {
        TlValue text = tl_repr(rt, list);
        tl_clear_error(rt);
        note_lines(p, text);
        tl_decref(rt, text);
    }
    tl_decref(rt, list);
}

// ---- exceptions, chains, groups

static void exception(Printer *p, TlRef exc)
{
    traceback(p, exc);
    message(p, exc);
    notes(p, exc);
}

static void chain(Printer *p, TlRef exc);

static void separator(Printer *p, int64_t index)
{
    indent(p);
    tl_buf_append_str(p->out, index == 0 ? "+-" : "  ");
    if (index < GROUP_WIDTH_MAX) {
        tl_buf_append_fmt(p->out, "+---------------- %lld ----------------\n",
                          (long long)index + 1);
    } else {
        tl_buf_append_str(p->out,
                          "+---------------- ... ----------------\n");
    }
}

static void member(Printer *p, const TlTuple *excs, int64_t i, bool last)
{
    p->need_close |= last;
    separator(p, i);
    p->depth++;
    if (i < GROUP_WIDTH_MAX) {
        chain(p, excs->items[i]);
    } else {
        int64_t more = excs->len - GROUP_WIDTH_MAX;
        margin(p);
        tl_buf_append_fmt(p->out, "and %lld more exception%s\n",
                          (long long)more, more > 1 ? "s" : "");
    }
    if (last && p->need_close) {
        indent(p);
        tl_buf_append_str(p->out, "+------------------------------------\n");
        p->need_close = false;
    }
    p->depth--;
}

static void group(Printer *p, TlRef exc)
{
    if (p->depth > GROUP_DEPTH_MAX) {
        margin(p);
        tl_buf_append_fmt(p->out, "... (max_group_depth is %d)\n",
                          GROUP_DEPTH_MAX);
        return;
    }
    bool outermost = p->depth == 0;
    if (outermost) {
        p->depth++;
    }
    exception(p, exc);
    const TlTuple *excs =
        tl_as_tuple(tl_as_exc(exc)->extra[TL_EXTRA_GROUP_EXCS]);
    int64_t n = excs->len <= GROUP_WIDTH_MAX ? excs->len
                                             : GROUP_WIDTH_MAX + 1;
    p->need_close = false;
    for (int64_t i = 0; i < n; i++) {
        member(p, excs, i, i == n - 1);
    }
    if (outermost) {
        p->depth--;
    }
}

static bool was_seen(const Printer *p, TlRef exc)
{
    for (size_t i = 0; i < p->seen.len; i++) {
        if (p->seen.items[i] == tl_as_obj(exc)) {
            return true;
        }
    }
    return false;
}

static bool is_exception(TlRef v)
{
    return tl_is_obj(v) && (tl_as_obj(v)->type->flags & TL_TYPE_IS_EXC);
}

// What is printed before [exc]: its cause, or its context.
static TlRef before(const Printer *p, TlRef exc)
{
    const TlExc *e = tl_as_exc(exc);
    TlRef found = is_exception(e->cause) ? e->cause
                  : e->suppress_context  ? TL_NO_VALUE
                                         : e->context;
    return is_exception(found) && !was_seen(p, found) ? found : TL_NO_VALUE;
}

static void connect(Printer *p, TlRef exc)
{
    const char *text =
        is_exception(tl_as_exc(exc)->cause)
            ? "The above exception was the direct cause of the following "
              "exception:"
            : "During handling of the above exception, another exception "
              "occurred:";
    line(p, "");
    line(p, text);
    line(p, "");
}

// The chain of [exc] from its oldest member on. Chains can be long: no
// recursion.
static void chain(Printer *p, TlRef exc)
{
    size_t base = p->seen.len;
    bool close = p->need_close;
    if (++p->nesting > NESTING_MAX) {
        p->nesting--;
        return;
    }
    for (TlRef at = exc; tl_has_value(at); at = before(p, at)) {
        if (!tl_ptrbuf_push(&p->seen, tl_as_obj(at))) {
            p->out->failed = true;
            break;
        }
    }
    for (size_t i = p->seen.len; i-- > base;) {
        TlRef at = tl_from_obj(p->seen.items[i]);
        bool oldest = i + 1 == p->seen.len;
        if (!oldest) {
            connect(p, at);
        }
        p->need_close = close;
        if (tl_exc_is(at, p->rt->exc.BaseExceptionGroup)) {
            group(p, at);
        } else {
            exception(p, at);
        }
    }
    p->nesting--;
}

// ---- entry points

static void open_printer(Printer *p, TlRuntime *rt, TlBuf *out)
{
    *p = (Printer){.rt = rt, .out = out};
    tl_ptrbuf_init(&p->seen, &rt->alloc);
}

void tl_traceback_print(TlRuntime *rt, TlRef exc, bool suggests, TlBuf *out)
{
    Printer p;
    TlValue error = tl_fetch(rt);
    open_printer(&p, rt, out);
    p.suggests = suggests;
    chain(&p, exc);
    tl_ptrbuf_deinit(&p.seen);
    tl_clear_error(rt);
    tl_restore(rt, error);
}

void tl_traceback_print_ignored(TlRuntime *rt, TlRef exc, bool with_source,
                                TlBuf *out)
{
    Printer p;
    TlValue error = tl_fetch(rt);
    open_printer(&p, rt, out);
    p.no_source = !with_source;
    if (tl_is_traceback(rt, tl_as_exc(exc)->traceback)) {
        line(&p, "Traceback (most recent call last):");
        entries(&p, (TlTraceback *)tl_as_obj(tl_as_exc(exc)->traceback),
                ENTRIES_MAX);
    }
    append_class(&p, exc);
    tl_buf_append_str(out, ": ");
    TlValue text = tl_str(rt, exc);
    if (tl_has_value(text)) {
        append_value(&p, text);
    } else {
        tl_buf_append_str(out, "<exception str() failed>");
    }
    tl_buf_append_char(out, '\n');
    tl_decref(rt, text);
    tl_clear_error(rt);
    tl_restore(rt, error);
}

void tl_traceback_print_tb(TlRuntime *rt, TlRef tb, int limit, TlBuf *out)
{
    Printer p;
    open_printer(&p, rt, out);
    if (tl_is_traceback(rt, tb)) {
        entries(&p, (TlTraceback *)tl_as_obj(tb),
                limit < 0 ? INT32_MAX : limit);
    }
}

void tl_traceback_print_only(TlRuntime *rt, TlRef exc, TlBuf *out)
{
    Printer p;
    TlValue error = tl_fetch(rt);
    open_printer(&p, rt, out);
    message(&p, exc);
    notes(&p, exc);
    tl_clear_error(rt);
    tl_restore(rt, error);
}

void tl_traceback_print_entry(TlRuntime *rt, TlCode *code, uint32_t instr,
                              int number, TlBuf *out)
{
    Printer p;
    open_printer(&p, rt, out);
    entry(&p, code, instr, number);
}
