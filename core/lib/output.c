// output.c — text that leaves the program: output, warnings, last words.
// SPDX-License-Identifier: MIT
#include <string.h>

#include "lib/lib.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/number.h"
#include "object/str.h"
#include "vm/vm.h"

TlStatus tl_lib_write(TlRuntime *rt, int stream, const char *text, size_t len)
{
    TlLib *lib = rt->lib;
    if (len == 0) {
        return TL_OK;
    }
    if (lib->max_output > 0 && lib->written + len > lib->max_output) {
        tl_raise(rt, rt->exc.KeyboardInterrupt, "output limit reached");
        return TL_RAISED;
    }
    lib->written += len;
    TlTrace *trace = &rt->trace;
    if (tl_trace_on(trace, TL_TRACE_SCHED)) {
        tl_trace_emit2(trace, TL_EV_OUTPUT, 0,
                       tl_trace_cstr(trace, stream == 1 ? "stdout" : "stderr"),
                       tl_trace_str(trace, text, len));
    }
    lib->write(rt, stream, text, len);
    return TL_OK;
}

// Text for stderr that is not the program's: never refused, never raises.
static void write_stderr(TlRuntime *rt, const TlBuf *text)
{
    if (rt->lib->silent) {
        return;
    }
    uint64_t limit = rt->lib->max_output;
    rt->lib->max_output = 0;
    tl_lib_write(rt, 2, text->data, text->len);
    rt->lib->max_output = limit;
}

// ---- source lines

static const char *nth_line(const char *text, size_t len, int line,
                            size_t *line_len)
{
    const char *end = text + len;
    for (int i = 1; i < line && text < end; i++) {
        const char *newline = memchr(text, '\n', (size_t)(end - text));
        text = newline == NULL ? end : newline + 1;
    }
    const char *newline =
        text < end ? memchr(text, '\n', (size_t)(end - text)) : NULL;
    *line_len = (size_t)((newline == NULL ? end : newline) - text);
    return text < end ? text : NULL;
}

const char *tl_lib_source_line(TlRuntime *rt, TlStr *file, int line,
                               size_t *len)
{
    TlLib *lib = rt->lib;
    size_t path_len, text_len;
    const char *path = tl_str_utf8(rt, file, &path_len);
    const char *text = path == NULL || lib->find_source == NULL
                           ? NULL
                           : lib->find_source(rt, path, &text_len);
    if (text == NULL) {
        return NULL;
    }
    const char *found = nth_line(text, text_len, line, len);
    tl_buf_clear(&lib->source_line);
    if (found != NULL) {
        tl_buf_append(&lib->source_line, found, *len);
        found = tl_buf_cstr(&lib->source_line);
    }
    if (lib->source_done != NULL) {
        lib->source_done(rt, text, text_len);
    }
    return found;
}

// ---- warnings

// Default filter of a program: once per place, deprecations only in __main__.
static bool is_ignored(TlRuntime *rt, TlType *category, TlFrame *frame)
{
    if (tl_is_subtype(category, rt->exc.ImportWarning) ||
        tl_is_subtype(category, rt->exc.PendingDeprecationWarning) ||
        tl_is_subtype(category, rt->exc.ResourceWarning)) {
        return true;
    }
    if (!tl_is_subtype(category, rt->exc.DeprecationWarning)) {
        return false;
    }
    TlRef name = frame == NULL ? TL_NO_VALUE
                               : tl_dict_get_str(rt, frame->globals,
                                                 TL_NAME(rt, __name__));
    return !tl_has_value(name) || !tl_is_str(name) ||
           !tl_str_is(tl_as_str(name), "__main__");
}

// True the first time [place] is seen.
static bool first_time(TlRuntime *rt, const TlBuf *place)
{
    TlValue key = tl_str_from_buf(rt, place);
    int known = tl_has_value(key)
                    ? tl_dict_contains(rt, rt->lib->warned, key)
                    : -1;
    if (known == 0) {
        tl_dict_set(rt, rt->lib->warned, key, TL_TRUE);
    }
    tl_decref(rt, key);
    tl_clear_error(rt);
    return known <= 0;
}

static void append_source(TlRuntime *rt, TlBuf *out, TlStr *file, int line)
{
    size_t len;
    const char *text = tl_lib_source_line(rt, file, line, &len);
    while (text != NULL && len > 0 && (*text == ' ' || *text == '\t')) {
        text++;
        len--;
    }
    if (text != NULL && len > 0) {
        tl_buf_append_str(out, "  ");
        tl_buf_append(out, text, len);
        tl_buf_append_char(out, '\n');
    }
}

static void trace_warning(TlRuntime *rt, TlType *category, const char *message)
{
    TlTrace *trace = &rt->trace;
    tl_trace_emit2(trace, TL_EV_WARNING, 0, tl_trace_cstr(trace, category->name),
                   tl_trace_cstr(trace, message));
}

// The module warnings, once the program has imported it: its filters decide
// then. Owned; NO_VALUE = not imported.
static TlValue warnings_hook(TlRuntime *rt)
{
    TlRef module = TL_NO_VALUE;
    TlValue key = tl_str_from_cstr(rt, "warnings"), hook = TL_NO_VALUE;
    if (!rt->lib->finishing && tl_has_value(key) &&
        tl_dict_get(rt, rt->modules, key, &module) > 0) {
        hook = tl_getattr_cstr(rt, module, "_from_native");
    }
    tl_decref(rt, key);
    tl_clear_error(rt);
    return hook;
}

static TlValue source_of(TlRuntime *rt, TlStr *file, int line)
{
    size_t len;
    const char *text = tl_lib_source_line(rt, file, line, &len);
    return text == NULL ? TL_NONE : tl_str_from_utf8(rt, text, len);
}

// What becomes an error by a filter is told as one that nobody can catch.
static void warn_by_module(TlRuntime *rt, TlRef hook, TlType *category,
                           const char *message, TlFrame *frame,
                           const char *hint)
{
    TlRef name = frame == NULL ? TL_NO_VALUE
                               : tl_dict_get_str(rt, frame->globals,
                                                 TL_NAME(rt, __name__));
    int line = frame == NULL ? 1 : tl_frame_line(frame);
    TlValue args[] = {
        tl_incref(tl_from_obj(category)),
        tl_str_from_cstr(rt, message),
        frame == NULL ? tl_incref(tl_from_obj(TL_NAME(rt, sys)))
                      : tl_incref(tl_from_obj(frame->code->filename)),
        tl_small_int(line),
        tl_incref(tl_has_value(name) ? name
                                     : tl_from_obj(TL_NAME(rt, sys))),
        frame == NULL ? TL_NONE : source_of(rt, frame->code->filename, line),
        tl_str_from_cstr(rt, hint)};
    if (!tl_raised(rt)) {
        tl_decref(rt, tl_call(rt, hook, args, 7, NULL));
    }
    for (int i = 0; i < 7; i++) {
        tl_decref(rt, args[i]);
    }
    if (tl_raised(rt)) {
        tl_write_unraisable(rt, hook);
    }
}

static void warn(TlRuntime *rt, TlType *category, const char *message,
                 const char *hint)
{
    TlValue pending = tl_fetch(rt);
    TlFrame *frame = tl_vm_top_frame(rt);
    bool ours = frame == NULL || tl_frame_is_internal(frame);
    TlValue hook = warnings_hook(rt);
    if (tl_has_value(hook)) {
        warn_by_module(rt, hook, category, message, ours ? NULL : frame, hint);
        tl_decref(rt, hook);
        tl_restore(rt, pending);
        return;
    }
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    int line = ours ? 1 : tl_frame_line(frame);
    if (ours) {
        tl_buf_append_str(&out, "sys");
    } else {
        tl_str_append_to(&out, frame->code->filename);
    }
    tl_buf_append_fmt(&out, ":%d: %s: %s\n", line, category->name, message);
    if (!is_ignored(rt, category, ours ? NULL : frame) &&
        first_time(rt, &out)) {
        trace_warning(rt, category, message);
        if (!ours && !rt->lib->finishing) {
            append_source(rt, &out, frame->code->filename, line);
        }
        tl_buf_append_str(&out, hint);
        write_stderr(rt, &out);
    }
    tl_buf_deinit(&out);
    if (tl_has_value(pending)) {
        tl_restore(rt, pending);
    }
}

void tl_lib_warn(TlRuntime *rt, TlType *category, const char *message)
{
    warn(rt, category, message, "");
}

void tl_lib_warn_about_object(TlRuntime *rt, TlType *category,
                              const char *message)
{
    warn(rt, category, message,
         rt->lib->finishing ? ""
                            : "RuntimeWarning: Enable tracemalloc to get the "
                              "object allocation traceback\n");
}

// ---- exceptions that end here

static void trace_error(TlRuntime *rt, TlRef exc, const char *where)
{
    TlTrace *trace = &rt->trace;
    if (!tl_trace_on(trace, TL_TRACE_SCHED)) {
        return;
    }
    TlValue text = tl_str(rt, exc);
    size_t len = 0;
    const char *utf8 =
        tl_has_value(text) ? tl_str_utf8(rt, tl_as_str(text), &len) : NULL;
    tl_clear_error(rt);
    TlEvent event = {.kind = TL_EV_ERROR,
                     .f = {tl_trace_cstr(trace, tl_as_obj(exc)->type->name),
                           tl_trace_str(trace, utf8, len),
                           tl_trace_cstr(trace, where)},
                     .cause = TL_NO_CAUSE};
    tl_trace_emit(trace, &event);
    tl_decref(rt, text);
}

void tl_lib_unraisable(TlRuntime *rt, TlRef where, TlRef exc)
{
    trace_error(rt, exc, "unraisable");
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    TlValue repr = tl_has_value(where) ? tl_repr(rt, where) : TL_NO_VALUE;
    tl_clear_error(rt);
    tl_buf_append_str(&out, "Exception ignored in: ");
    if (tl_has_value(repr)) {
        tl_str_append_to(&out, tl_as_str(repr));
    } else {
        tl_buf_append_str(&out, "<object repr() failed>");
    }
    tl_buf_append_char(&out, '\n');
    tl_decref(rt, repr);
    tl_traceback_print_ignored(rt, exc, !rt->lib->finishing, &out);
    write_stderr(rt, &out);
    tl_buf_deinit(&out);
}

void tl_lib_report_text(TlRuntime *rt, TlStr *text, TlRef exc)
{
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    tl_str_append_to(&out, text);
    tl_buf_append_char(&out, '\n');
    if (!tl_is_none(exc)) {
        trace_error(rt, exc, "handler");
        tl_traceback_print(rt, exc, false, &out);
    }
    write_stderr(rt, &out);
    tl_buf_deinit(&out);
}

// sys.exit(code): None is 0, an int is itself, all else is printed and is 1.
static int system_exit_code(TlRuntime *rt, TlRef exc)
{
    TlRef code = ((TlExc *)tl_as_obj(exc))->extra[0];
    int64_t number;
    if (!tl_has_value(code) || tl_is_none(code)) {
        return 0;
    }
    if (tl_is_int(code)) {
        return tl_int_to_i64(code, &number) ? (int)(number & 0xFF) : 255;
    }
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    TlValue text = tl_str(rt, code);
    if (tl_has_value(text)) {
        tl_str_append_to(&out, tl_as_str(text));
        tl_buf_append_char(&out, '\n');
        write_stderr(rt, &out);
    }
    tl_clear_error(rt);
    tl_decref(rt, text);
    tl_buf_deinit(&out);
    return 1;
}

void tl_lib_report_uncaught(TlRuntime *rt)
{
    TlValue exc = tl_fetch(rt);
    if (tl_exc_is(exc, rt->exc.SystemExit)) {
        rt->lib->exit_code = system_exit_code(rt, exc);
        tl_decref(rt, exc);
        return;
    }
    rt->lib->interrupted = tl_exc_is(exc, rt->exc.KeyboardInterrupt);
    rt->lib->exit_code = rt->lib->interrupted ? 130 : 1;
    trace_error(rt, exc, "uncaught");
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    tl_traceback_print(rt, exc, true, &out);
    if (out.failed) {
        // No memory for a traceback: the last line needs little.
        tl_buf_deinit(&out);
        tl_buf_init(&out, &rt->alloc);
        tl_buf_append_fmt(&out, "%s\n", tl_as_obj(exc)->type->name);
    }
    write_stderr(rt, &out);
    tl_buf_deinit(&out);
    tl_decref(rt, exc);
}
