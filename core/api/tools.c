// tools.c — checking and dumping source without running it.
// SPDX-License-Identifier: MIT
#include "api/api.h"
#include "lang/compile.h"
#include "object/exc.h"
#include "vm/vm.h"

static const char *open_source(TlRuntime *rt, const char *path, size_t *len,
                               TlBuf *out)
{
    const char *text = rt->lib->find_source(rt, path, len);
    if (text == NULL) {
        tl_buf_append_fmt(out, "can't open file '%s'\n", path);
    }
    return text;
}

// The pending exception as the interpreter prints it, without a traceback.
static void append_error(TlRuntime *rt, TlBuf *out)
{
    TlValue exc = tl_fetch(rt);
    tl_traceback_print_only(rt, exc, out);
    tl_decref(rt, exc);
}

static bool finish(TlBuf *out, bool ok, TlSink sink, void *user)
{
    if (out->len > 0) {
        sink(user, out->data, out->len);
    }
    tl_buf_deinit(out);
    return ok;
}

bool tl_check(TlRuntime *rt, const char *path, TlSink sink, void *user)
{
    TlBuf out;
    size_t len;
    tl_buf_init(&out, &rt->alloc);
    const char *text = open_source(rt, path, &len, &out);
    if (text == NULL) {
        return finish(&out, false, sink, user);
    }
    TlCompileOptions options = {
        .mode = TL_PARSE_FILE, .filename = path, .from_file = true};
    TlCode *code = tl_compile(rt, text, len, &options);
    bool ok = code != NULL;
    tl_release(rt, code);
    rt->lib->source_done(rt, text, len);
    if (!ok) {
        append_error(rt, &out);
    }
    return finish(&out, ok, sink, user);
}

bool tl_dump(TlRuntime *rt, const char *what, const char *path, TlSink sink,
             void *user)
{
    TlBuf out;
    size_t len;
    tl_buf_init(&out, &rt->alloc);
    const char *text = open_source(rt, path, &len, &out);
    if (text == NULL) {
        return finish(&out, false, sink, user);
    }
    bool ok = tl_dump_source(rt, what, text, len, path, &out) == TL_OK;
    rt->lib->source_done(rt, text, len);
    if (!ok) {
        append_error(rt, &out);
    }
    return finish(&out, ok, sink, user);
}
