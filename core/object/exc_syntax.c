// exc_syntax.c — SyntaxError: where in the source it is.
// SPDX-License-Identifier: MIT
#include "object/exc_impl.h"

#include "object/list.h"
#include "object/number.h"
#include "object/str.h"

static void forget(TlRuntime *rt, TlExc *exc)
{
    for (int at = TL_EXTRA_SYN_FILENAME; at <= TL_EXTRA_SYN_END_OFFSET; at++) {
        tl_exc_set_extra(rt, exc, at, TL_NO_VALUE);
    }
}

// SyntaxError(msg, (filename, lineno, offset, text[, end_lineno, end_offset]))
static TlStatus syntax_init(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    if (tl_exc_init_slot(rt, self, args, nargs, kwnames) != TL_OK) {
        return TL_RAISED;
    }
    TlExc *exc = tl_as_exc(self);
    if (nargs >= 1) {
        tl_exc_set_extra(rt, exc, TL_EXTRA_SYN_MSG, args[0]);
    }
    if (nargs != 2) {
        return TL_OK;
    }
    TlTuple *info = tl_tuple_from_iter(rt, args[1]);
    if (info == NULL) {
        return TL_RAISED;
    }
    TlStatus status = TL_RAISED;
    if (info->len < 4 || info->len > 6) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "function takes %s %d arguments (%lld given)",
                     info->len < 4 ? "at least" : "at most",
                     info->len < 4 ? 4 : 6, (long long)info->len);
    } else if (info->len == 5) {
        tl_raise(rt, rt->exc.TypeError,
                 "end_offset must be provided when end_lineno is provided");
    } else {
        forget(rt, exc);
        for (int i = 0; i < info->len; i++) {
            tl_exc_set_extra(rt, exc, TL_EXTRA_SYN_FILENAME + i,
                             info->items[i]);
        }
        status = TL_OK;
    }
    tl_release(rt, info);
    return status;
}

// The part of a file name behind the last slash.
static TlValue base_name(TlRuntime *rt, TlStr *path)
{
    int64_t start = path->len;
    while (start > 0 && tl_str_at(path, start - 1) != '/') {
        start--;
    }
    return tl_str_slice(rt, path, start, path->len);
}

static TlValue syntax_str(TlRuntime *rt, TlRef self)
{
    const TlValue *extra = tl_as_exc(self)->extra;
    TlRef msg = extra[TL_EXTRA_SYN_MSG], file = extra[TL_EXTRA_SYN_FILENAME];
    TlRef line = extra[TL_EXTRA_SYN_LINENO];
    if (!tl_has_value(msg)) {
        msg = TL_NONE;
    }
    bool has_line = tl_has_value(line) && tl_is_int(line) && !tl_is_bool(line);
    if (!tl_is_str(file)) {
        return has_line ? tl_str_fmt(rt, "%S (line %S)", msg, line)
                        : tl_str(rt, msg);
    }
    TlValue name = base_name(rt, tl_as_str(file));
    if (!tl_has_value(name)) {
        return TL_NO_VALUE;
    }
    TlValue text =
        has_line
            ? tl_str_fmt(rt, "%S (%U, line %S)", msg, tl_as_str(name), line)
            : tl_str_fmt(rt, "%S (%U)", msg, tl_as_str(name));
    tl_decref(rt, name);
    return text;
}

const TlSlots tl_syntax_error_slots = {.init = syntax_init, .str = syntax_str};

const TlGetSetDef tl_syntax_error_getsets[] = {
    TL_EXTRA("msg", TL_EXTRA_SYN_MSG),
    TL_EXTRA("filename", TL_EXTRA_SYN_FILENAME),
    TL_EXTRA("lineno", TL_EXTRA_SYN_LINENO),
    TL_EXTRA("offset", TL_EXTRA_SYN_OFFSET),
    TL_EXTRA("text", TL_EXTRA_SYN_TEXT),
    TL_EXTRA("end_lineno", TL_EXTRA_SYN_END_LINENO),
    TL_EXTRA("end_offset", TL_EXTRA_SYN_END_OFFSET),
    {NULL, NULL, NULL, NULL},
};
