// builtin_args.c — small things every built-in type's C code needs.
// SPDX-License-Identifier: MIT
//
// Argument checks for constructors and for functions that take their
// arguments raw. Methods described by a signature are bound by signature.c.

#include "object/builtin_args.h"

#include "object/exc.h"
#include "object/list.h"
#include "object/number.h"
#include "object/str.h"

static int keyword_place(const char *const *names, int max, const TlStr *key) {
    for (int i = 0; i < max; i++) {
        if (names[i] != NULL && tl_str_is(key, names[i])) {
            return i;
        }
    }
    return -1;
}

TlStatus tl_bind_constructor(TlRuntime *rt, const char *type_name,
                             const char *const *names, int max,
                             const TlRef *args, int nargs, TlTuple *kwnames,
                             TlRef *bound) {
    int nkw = kwnames == NULL ? 0 : (int)kwnames->len;
    if (nargs + nkw > max) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "%s() takes at most %d %sargument%s (%d given)", type_name,
                     max, nargs == 0 ? "keyword " : "", max == 1 ? "" : "s",
                     nargs + nkw);
        return TL_RAISED;
    }
    for (int i = 0; i < max; i++) {
        bound[i] = i < nargs ? args[i] : TL_NO_VALUE;
    }
    for (int k = 0; k < nkw; k++) {
        TlStr *key = tl_as_str(kwnames->items[k]);
        int at = keyword_place(names, max, key);
        if (at < 0) {
            tl_raise_fmt(rt, rt->exc.TypeError,
                         "'%U' is an invalid keyword argument for %s()", key,
                         type_name);
            return TL_RAISED;
        }
        if (bound[at] != TL_NO_VALUE) {
            tl_raise_fmt(rt, rt->exc.TypeError,
                         "argument for %s() given by name ('%U') and position "
                         "(%d)",
                         type_name, key, at + 1);
            return TL_RAISED;
        }
        bound[at] = args[nargs + k];
    }
    return TL_OK;
}

TlStatus tl_bind_optional(TlRuntime *rt, const char *type_name, int nargs,
                          TlTuple *kwnames) {
    if (kwnames != NULL && kwnames->len > 0) {
        tl_raise_fmt(rt, rt->exc.TypeError, "%s() takes no keyword arguments",
                     type_name);
        return TL_RAISED;
    }
    return tl_check_nargs(rt, type_name, nargs, 0, 1);
}

TlStatus tl_check_nargs(TlRuntime *rt, const char *name, int nargs, int min,
                        int max) {
    if (nargs >= min && nargs <= max) {
        return TL_OK;
    }
    int bound = nargs < min ? min : max;
    const char *how = min == max ? "" : nargs < min ? "at least " : "at most ";
    tl_raise_fmt(rt, rt->exc.TypeError, "%s expected %s%d argument%s, got %d",
                 name, how, bound, bound == 1 ? "" : "s", nargs);
    return TL_RAISED;
}

TlStatus tl_optional_index(TlRuntime *rt, TlRef v, int64_t fallback,
                           int64_t *out) {
    if (v == TL_NO_VALUE || v == TL_NONE) {
        *out = fallback;
        return TL_OK;
    }
    if (tl_type_of(rt, v)->slots.index == NULL) {
        tl_raise(rt, rt->exc.TypeError,
                 "slice indices must be integers or None or have an __index__ "
                 "method");
        return TL_RAISED;
    }
    TlValue index = tl_index(rt, v);
    if (index == TL_NO_VALUE) {
        return TL_RAISED;
    }
    if (!tl_int_to_i64(index, out)) {
        *out = tl_int_sign(index) < 0 ? INT64_MIN : INT64_MAX;
    }
    tl_decref(rt, index);
    return TL_OK;
}

TlStatus tl_size_arg(TlRuntime *rt, TlRef v, int64_t *out) {
    TlValue index = tl_index(rt, v);
    if (index == TL_NO_VALUE) {
        return TL_RAISED;
    }
    int fits = tl_int_to_i64(index, out);
    tl_decref(rt, index);
    if (!fits) {
        tl_raise(rt, rt->exc.OverflowError,
                 "Python int too large to convert to C ssize_t");
        return TL_RAISED;
    }
    return TL_OK;
}
