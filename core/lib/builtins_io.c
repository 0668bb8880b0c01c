// builtins_io.c — input, open, help, exit and quit.
// SPDX-License-Identifier: MIT
//
// A program here has neither files nor a keyboard: input is at its end, and
// open() finds nothing and may write nothing.
#include "lib/builtins.h"

#include <string.h>

#include "lib/stream.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/str.h"

// ---- input

// Writes [text] to sys.stdout as print(text, end="") would.
static TlStatus show(TlRuntime *rt, TlRef text)
{
    TlRef file = tl_sys_attr(rt, "stdout");
    if (!tl_has_value(file) || tl_is_none(file)) {
        if (!tl_raised(rt)) {
            tl_raise(rt, rt->exc.RuntimeError, "input(): lost sys.stdout");
        }
        return TL_RAISED;
    }
    TlStream *stream = tl_as_stream(file);
    if (stream != NULL) {
        return tl_stream_append(rt, stream, tl_as_str(text)) == TL_OK
                   ? tl_stream_flush(rt, stream)
                   : TL_RAISED;
    }
    tl_incref(file);
    TlValue done = tl_call_method(rt, file, TL_NAME(rt, write), &text, 1);
    tl_decref(rt, done);
    tl_decref(rt, file);
    return tl_has_value(done) ? TL_OK : TL_RAISED;
}

// sys.stdin.readline(): ours, or the program's own.
static TlValue read_line(TlRuntime *rt)
{
    TlRef file = tl_sys_attr(rt, "stdin");
    if (!tl_has_value(file) || tl_is_none(file)) {
        return tl_raised(rt) ? TL_NO_VALUE
                             : tl_raise(rt, rt->exc.RuntimeError,
                                        "input(): lost sys.stdin");
    }
    TlValue readline = tl_getattr_cstr(rt, file, "readline");
    TlValue line =
        tl_has_value(readline) ? tl_call0(rt, readline) : TL_NO_VALUE;
    tl_decref(rt, readline);
    if (tl_has_value(line) && !tl_is_str(line)) {
        tl_raise(rt, rt->exc.TypeError,
                 "object.readline() returned non-string");
        tl_clear(rt, &line);
    }
    return line;
}

static TlValue builtin_input(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    if (tl_has_value(args[0])) {
        TlValue prompt = tl_str(rt, args[0]);
        TlStatus status =
            tl_has_value(prompt) ? show(rt, prompt) : TL_RAISED;
        tl_decref(rt, prompt);
        if (status != TL_OK) {
            return TL_NO_VALUE;
        }
    }
    TlValue line = read_line(rt);
    if (!tl_has_value(line)) {
        return TL_NO_VALUE;
    }
    TlStr *text = tl_as_str(line);
    TlValue result;
    if (text->len == 0) {
        result = tl_raise(rt, rt->exc.EOFError, "EOF when reading a line");
    } else {
        bool ended = tl_str_at(text, text->len - 1) == '\n';
        result = tl_str_slice(rt, text, 0, text->len - ended);
    }
    tl_decref(rt, line);
    return result;
}

// ---- open

// Raises type(number, text, file) with the note that explains it.
static TlValue refuse_file(TlRuntime *rt, TlType *type, int number,
                           const char *text, TlRef file)
{
    TlValue reason = tl_str_from_cstr(rt, text);
    TlRef args[] = {tl_small_int(number), reason, file};
    TlValue exc = tl_has_value(reason)
                      ? tl_call(rt, tl_from_obj(type), args, 3, NULL)
                      : TL_NO_VALUE;
    TlValue add_note = tl_has_value(exc)
                           ? tl_getattr_cstr(rt, exc, "add_note")
                           : TL_NO_VALUE;
    TlValue note = tl_str_from_cstr(rt, "Programs in Twinloop have no files.");
    if (tl_has_value(add_note) && tl_has_value(note)) {
        TlValue done = tl_call1(rt, add_note, note);
        if (tl_has_value(done)) {
            tl_raise_obj(rt, exc);
        }
        tl_decref(rt, done);
    }
    tl_decref(rt, note);
    tl_decref(rt, add_note);
    tl_decref(rt, exc);
    tl_decref(rt, reason);
    return TL_NO_VALUE;
}

// 'r' or 'w' as a whole; 0 = raised.
static char open_mode(TlRuntime *rt, TlRef mode)
{
    if (!tl_has_value(mode)) {
        return 'r';
    }
    if (!tl_is_str(mode)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "open() argument 'mode' must be str, not %T", mode);
        return 0;
    }
    int kinds = 0, updates = 0;
    char kind = 'r';
    TlStr *text = tl_as_str(mode);
    for (int64_t i = 0; i < text->len; i++) {
        uint32_t c = tl_str_at(text, i);
        if (c == 0 || c > 127 || strchr("rwxabt+", (int)c) == NULL) {
            tl_raise_fmt(rt, rt->exc.ValueError, "invalid mode: %R", mode);
            return 0;
        }
        if (strchr("rwxa", (int)c) != NULL) {
            kinds++;
            kind = (char)c;
        }
        updates += c == '+';
    }
    if (kinds != 1 || updates > 1) {
        tl_raise(rt, rt->exc.ValueError,
                 "must have exactly one of create/read/write/append mode");
        return 0;
    }
    return kind == 'r' ? 'r' : 'w';
}

static TlValue builtin_open(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    switch (open_mode(rt, args[1])) {
    case 'r':
        return refuse_file(rt, rt->exc.FileNotFoundError, 2,
                           "No such file or directory", args[0]);
    case 'w':
        return refuse_file(rt, rt->exc.PermissionError, 13,
                           "Permission denied", args[0]);
    default: return TL_NO_VALUE;
    }
}

// ---- help

// repr(obj) and its docstring.
static TlValue help_text(TlRuntime *rt, TlRef obj)
{
    TlValue doc;
    if (tl_getattr_opt(rt, obj, TL_NAME(rt, __doc__), &doc) < 0) {
        return TL_NO_VALUE;
    }
    TlValue text = tl_has_value(doc) && tl_is_str(doc)
                       ? tl_str_fmt(rt, "Help on %R:\n\n%S\n", obj, doc)
                       : tl_str_fmt(rt, "No documentation for %R.\n", obj);
    tl_decref(rt, doc);
    return text;
}

static TlValue builtin_help(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    TlValue text =
        tl_has_value(args[0])
            ? help_text(rt, args[0])
            : tl_str_from_cstr(rt, "Type help(object) for help about "
                                   "object.\n");
    TlStatus status = tl_has_value(text) ? show(rt, text) : TL_RAISED;
    tl_decref(rt, text);
    return status == TL_OK ? TL_NONE : TL_NO_VALUE;
}

// ---- exit

static TlValue builtin_exit(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    return tl_raise_with(rt, rt->exc.SystemExit, args[0]);
}

const TlNativeDef tl_builtins_io_defs[] = {
    {"exit", builtin_exit, TL_FN_SIG, "(code=None)",
     "Ends the program: raises SystemExit(code)."},
    {"help", builtin_help, TL_FN_SIG, "(object=?, /)",
     "Prints the documentation of an object."},
    {"input", builtin_input, TL_FN_SIG, "(prompt=?, /)",
     "Read a string from standard input."},
    {"open", builtin_open, TL_FN_SIG,
     "(file, mode=?, buffering=-1, encoding=None, errors=None, newline=None, "
     "closefd=True, opener=None)",
     "Opens a file; here there are none, so it always raises OSError."},
    {"quit", builtin_exit, TL_FN_SIG, "(code=None)",
     "Ends the program: raises SystemExit(code)."},
    {NULL, NULL, 0, NULL, NULL},
};
