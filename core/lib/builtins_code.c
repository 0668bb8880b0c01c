// builtins_code.c — compile, eval, exec, and the namespaces of running code.
// SPDX-License-Identifier: MIT
#include "lib/builtins.h"

#include "lang/compile.h"
#include "lib/lib.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/number.h"
#include "object/str.h"
#include "vm/vm.h"

// ---- source text

// The text of a str or bytes [source], borrowed. NULL = raised; [message] is
// the TypeError for anything else.
static const char *source_text(TlRuntime *rt, TlRef source,
                               const char *message, size_t *len)
{
    if (tl_is_str(source)) {
        return tl_str_utf8(rt, tl_as_str(source), len);
    }
    if (tl_is_bytes(source)) {
        const TlBytes *bytes = (const TlBytes *)(void *)tl_as_obj(source);
        *len = (size_t)bytes->len;
        return bytes->data;
    }
    tl_raise(rt, rt->exc.TypeError, message);
    return NULL;
}

static TlCode *compile_text(TlRuntime *rt, const char *text, size_t len,
                            const char *filename, TlParseMode mode)
{
    if (memchr(text, '\0', len) != NULL) {
        tl_raise(rt, rt->exc.SyntaxError,
                 "source code string cannot contain null bytes");
        return NULL;
    }
    // What our own Python generates (dataclasses) is as internal as it is.
    TlFrame *caller = tl_vm_top_frame(rt);
    TlCompileOptions options = {
        .mode = mode,
        .filename = filename,
        .trace_lines = tl_trace_on(&rt->trace, TL_TRACE_LINES),
        .internal = caller != NULL && tl_frame_is_internal(caller)};
    return tl_compile(rt, text, len, &options);
}

// ---- compile

static int parse_mode(TlStr *mode)
{
    return tl_str_is(mode, "exec")     ? TL_PARSE_FILE
           : tl_str_is(mode, "eval")   ? TL_PARSE_EVAL
           : tl_str_is(mode, "single") ? TL_PARSE_SINGLE
                                       : -1;
}

// args: source, filename, mode, flags, dont_inherit, optimize.
static TlValue builtin_compile(TlRuntime *rt, TlRef self, const TlRef *args,
                               int nargs, TlTuple *kwnames)
{
    size_t len, name_len;
    if (!tl_is_str(args[1])) {
        return tl_raise_fmt(
            rt, rt->exc.TypeError,
            "expected str, bytes or os.PathLike object, not %T", args[1]);
    }
    if (!tl_is_str(args[2])) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "compile() argument 'mode' must be str, not %T",
                            args[2]);
    }
    int mode = parse_mode(tl_as_str(args[2]));
    if (mode < 0) {
        return tl_raise(rt, rt->exc.ValueError,
                        "compile() mode must be 'exec', 'eval' or 'single'");
    }
    const char *filename = tl_str_utf8(rt, tl_as_str(args[1]), &name_len);
    const char *text =
        filename == NULL
            ? NULL
            : source_text(rt, args[0],
                          "compile() arg 1 must be a string, bytes or AST "
                          "object",
                          &len);
    TlCode *code = text == NULL ? NULL
                                : compile_text(rt, text, len, filename,
                                               (TlParseMode)mode);
    return code == NULL ? TL_NO_VALUE : tl_from_obj(code);
}

// ---- eval and exec

// The code of [source]: itself, or compiled. Owned; NULL = raised.
static TlCode *code_of(TlRuntime *rt, TlRef source, TlParseMode mode)
{
    size_t len;
    if (tl_is_code(rt, source)) {
        return tl_retain(tl_as_obj(source));
    }
    const char *message =
        mode == TL_PARSE_EVAL
            ? "eval() arg 1 must be a string, bytes or code object"
            : "exec() arg 1 must be a string, bytes or code object";
    const char *text = source_text(rt, source, message, &len);
    if (text == NULL) {
        return NULL;
    }
    while (mode == TL_PARSE_EVAL && len > 0 &&
           (*text == ' ' || *text == '\t')) {
        text++;
        len--;
    }
    return compile_text(rt, text, len, "<string>", mode);
}

static bool is_mapping(TlRuntime *rt, TlRef v)
{
    return tl_type_of(rt, v)->slots.getitem != NULL;
}

// Runs [source] as the last act. args: source, globals, locals; both may be
// None, and then are those of the running code.
static TlValue run_source(TlRuntime *rt, const TlRef *args, TlParseMode mode)
{
    TlRef locals = tl_is_none(args[2]) ? TL_NO_VALUE : args[2];
    TlDict *globals =
        tl_is_none(args[1]) ? tl_vm_globals(rt) : tl_as_dict(args[1]);
    if (globals == NULL) {
        return tl_raise(rt, rt->exc.TypeError,
                        "eval must be given globals and locals when called "
                        "without a frame");
    }
    if (tl_is_none(args[1]) && !tl_has_value(locals)) {
        locals = tl_vm_locals(rt);
        if (!tl_has_value(locals)) {
            return TL_NO_VALUE;
        }
    }
    TlCode *code = code_of(rt, args[0], mode);
    if (code == NULL) {
        return TL_NO_VALUE;
    }
    TlValue result = TL_NO_VALUE;
    if (code->nfree > 0) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "code object passed to %s() may not contain free "
                     "variables",
                     mode == TL_PARSE_EVAL ? "eval" : "exec");
    } else {
        result = tl_vm_tail_code(rt, code, globals, locals);
    }
    tl_release(rt, code);
    return result;
}

static TlValue builtin_eval(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    if (!tl_is_none(args[2]) && !is_mapping(rt, args[2])) {
        return tl_raise(rt, rt->exc.TypeError, "locals must be a mapping");
    }
    if (!tl_is_none(args[1]) && !tl_is_dict(args[1])) {
        return tl_raise(rt, rt->exc.TypeError,
                        is_mapping(rt, args[1])
                            ? "globals must be a real dict; try eval(code, "
                              "{}, mapping)"
                            : "globals must be a dict");
    }
    return run_source(rt, args, TL_PARSE_EVAL);
}

static TlValue builtin_exec(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    if (!tl_is_none(args[1]) && !tl_is_dict(args[1])) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "exec() globals must be a dict, not %T", args[1]);
    }
    if (!tl_is_none(args[2]) && !is_mapping(rt, args[2])) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "locals must be a mapping or None, not %T",
                            args[2]);
    }
    return run_source(rt, args, TL_PARSE_FILE);
}

// ---- namespaces

static TlValue builtin_globals(TlRuntime *rt, TlRef self, const TlRef *args,
                               int nargs, TlTuple *kwnames)
{
    TlDict *globals = tl_vm_globals(rt);
    return globals == NULL ? TL_NONE : tl_incref(tl_from_obj(globals));
}

static TlValue builtin_locals(TlRuntime *rt, TlRef self, const TlRef *args,
                              int nargs, TlTuple *kwnames)
{
    return tl_incref(tl_vm_locals(rt));
}

const TlNativeDef tl_builtins_code_defs[] = {
    {"__import__", tl_import_native, TL_FN_SIG,
     "(name, globals=None, locals=None, fromlist=?, level=?)",
     "Import a module."},
    {"compile", builtin_compile, TL_FN_SIG,
     "(source, filename, mode, flags=0, dont_inherit=False, optimize=-1)",
     "Compile source into a code object that can be executed by exec() or "
     "eval()."},
    {"eval", builtin_eval, TL_FN_SIG,
     "(source, globals=None, locals=None, /)",
     "Evaluate the given source in the context of globals and locals."},
    {"exec", builtin_exec, TL_FN_SIG,
     "(source, globals=None, locals=None, /, *, closure=None)",
     "Execute the given source in the context of globals and locals."},
    {"globals", builtin_globals, TL_FN_NOARGS, "()",
     "Return the dictionary containing the current scope's global "
     "variables."},
    {"locals", builtin_locals, TL_FN_NOARGS, "()",
     "Return a dictionary containing the current scope's local variables."},
    {NULL, NULL, 0, NULL, NULL},
};
