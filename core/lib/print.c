// print.c — print().
// SPDX-License-Identifier: MIT
//
// To a stream of ours the whole text goes as one piece; any other file gets
// one write() for each part, as CPython does it.
#include "lib/builtins.h"

#include "lib/stream.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/str.h"

// Where a print goes: to one of the two.
typedef struct Target {
    TlStream *stream;
    TlRef file;
} Target;

static TlStatus put_text(TlRuntime *rt, const Target *to, TlRef text)
{
    if (to->stream != NULL) {
        return tl_stream_append(rt, to->stream, tl_as_str(text));
    }
    TlValue done = tl_call_method(rt, to->file, TL_NAME(rt, write), &text, 1);
    tl_decref(rt, done);
    return tl_has_value(done) ? TL_OK : TL_RAISED;
}

static TlStatus put_value(TlRuntime *rt, const Target *to, TlRef value)
{
    TlValue text = tl_str(rt, value);
    if (!tl_has_value(text)) {
        return TL_RAISED;
    }
    TlStatus status = put_text(rt, to, text);
    tl_decref(rt, text);
    return status;
}

static TlStatus put_all(TlRuntime *rt, const Target *to, const TlTuple *values,
                        TlRef sep, TlRef end)
{
    TlStatus status = TL_OK;
    for (int64_t i = 0; i < values->len && status == TL_OK; i++) {
        if (i > 0) {
            status = put_text(rt, to, sep);
        }
        if (status == TL_OK) {
            status = put_value(rt, to, values->items[i]);
        }
    }
    return status == TL_OK ? put_text(rt, to, end) : status;
}

// None stands for the [standard] separator or ending. Owned.
static TlValue text_or(TlRuntime *rt, TlRef v, const char *name, char standard)
{
    if (tl_is_none(v)) {
        return tl_str_from_char(rt, (unsigned char)standard);
    }
    if (!tl_is_str(v)) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "%s must be None or a string, not %T", name, v);
    }
    return tl_incref(v);
}

static TlStatus flush_target(TlRuntime *rt, const Target *to, TlRef wanted)
{
    if (to->stream != NULL) {
        return tl_stream_flush(rt, to->stream);
    }
    int flush = tl_truth(rt, wanted);
    if (flush != 1) {
        return flush < 0 ? TL_RAISED : TL_OK;
    }
    TlValue done = tl_call_method(rt, to->file, TL_NAME(rt, flush), NULL, 0);
    tl_decref(rt, done);
    return tl_has_value(done) ? TL_OK : TL_RAISED;
}

static TlStatus print_to(TlRuntime *rt, TlRef file, const TlRef *args)
{
    Target to = {tl_as_stream(file), file};
    TlValue sep = text_or(rt, args[1], "sep", ' ');
    TlValue end = tl_has_value(sep) ? text_or(rt, args[2], "end", '\n')
                                    : TL_NO_VALUE;
    TlStatus status = TL_RAISED;
    if (tl_has_value(end)) {
        status = put_all(rt, &to, tl_as_tuple(args[0]), sep, end);
        // What was written before an error stays written.
        if ((status == TL_OK || to.stream != NULL) &&
            flush_target(rt, &to, args[4]) != TL_OK) {
            status = TL_RAISED;
        }
    }
    tl_decref(rt, sep);
    tl_decref(rt, end);
    return status;
}

// args: values, sep, end, file, flush.
static TlValue builtin_print(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    TlRef file = args[3];
    if (tl_is_none(file)) {
        file = tl_sys_attr(rt, "stdout");
        if (!tl_has_value(file)) {
            return tl_raised(rt) ? TL_NO_VALUE
                                 : tl_raise(rt, rt->exc.RuntimeError,
                                            "lost sys.stdout");
        }
        if (tl_is_none(file)) {
            return TL_NONE;
        }
    }
    tl_incref(file);
    TlStatus status = print_to(rt, file, args);
    tl_decref(rt, file);
    return status == TL_OK ? TL_NONE : TL_NO_VALUE;
}

const TlNativeDef tl_builtins_print_defs[] = {
    {"print", builtin_print, TL_FN_SIG,
     "(*args, sep=None, end=None, file=None, flush=False)",
     "Prints the values to a stream, or to sys.stdout by default."},
    {NULL, NULL, 0, NULL, NULL},
};
