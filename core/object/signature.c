// signature.c — parameters of native functions: parsing and binding.
// SPDX-License-Identifier: MIT
//
// The messages are those of CPython's argument parsers, which differ between
// functions that take positional arguments only and functions with keywords.
#include "object/signature.h"

#include <stdlib.h>

#include "object/dict.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/str.h"
#include "object/type_impl.h"

// ---- parsing

// One comma-separated part of "(a, b=1, *c)".
typedef struct Part {
    const char *text;
    size_t len;
} Part;

static bool next_part(const char **at, Part *part)
{
    const char *s = *at;
    while (*s == ' ' || *s == ',' || *s == '(') {
        s++;
    }
    if (*s == ')' || *s == '\0') {
        return false;
    }
    part->text = s;
    while (*s != ',' && *s != ')' && *s != '\0') {
        s++;
    }
    part->len = (size_t)(s - part->text);
    *at = s;
    return true;
}

static bool part_is(const Part *part, const char *text)
{
    return part->len == strlen(text) &&
           memcmp(part->text, text, part->len) == 0;
}

static bool text_is(const char *s, size_t n, const char *what)
{
    return n == strlen(what) && memcmp(s, what, n) == 0;
}

static TlValue parse_fallback(const char *s, size_t n)
{
    if (text_is(s, n, "None")) {
        return TL_NONE;
    }
    if (text_is(s, n, "True")) {
        return TL_TRUE;
    }
    if (text_is(s, n, "False")) {
        return TL_FALSE;
    }
    if (n > 0 && (*s == '-' || (*s >= '0' && *s <= '9'))) {
        return tl_small_int(strtol(s, NULL, 10));
    }
    return TL_NO_VALUE;
}

// The name and the default of [part], stars already skipped.
static TlStatus parse_param(TlRuntime *rt, TlParam *param, const char *text,
                            size_t len)
{
    const char *eq = memchr(text, '=', len);
    size_t name_len = eq == NULL ? len : (size_t)(eq - text);
    param->required = eq == NULL;
    param->fallback = TL_NO_VALUE;
    if (eq != NULL) {
        param->fallback = parse_fallback(eq + 1, len - name_len - 1);
    }
    param->name = tl_intern_utf8(rt, text, name_len);
    return param->name == NULL ? TL_RAISED : TL_OK;
}

static TlStatus take_part(TlRuntime *rt, TlSignature *sig, const Part *part,
                          bool *keyword_only)
{
    if (part_is(part, "/")) {
        sig->posonly = sig->count;
        return TL_OK;
    }
    if (part_is(part, "*")) {
        *keyword_only = true;
        return TL_OK;
    }
    size_t stars = part->text[0] != '*' ? 0 : part->text[1] != '*' ? 1 : 2;
    TlParam *param = &sig->params[sig->count];
    TlStatus status =
        parse_param(rt, param, part->text + stars, part->len - stars);
    if (status != TL_OK) {
        return status;
    }
    if (stars == 1) {
        sig->varargs = sig->count;
        *keyword_only = true;
    } else if (stars == 2) {
        sig->varkw = sig->count;
    } else if (!*keyword_only) {
        sig->positional++;
        sig->required += param->required;
    }
    sig->count++;
    return TL_OK;
}

static size_t size_for(int count)
{
    return sizeof(TlSignature) + (size_t)count * sizeof(TlParam);
}

static int count_params(const char *text)
{
    Part part;
    int n = 0;
    while (next_part(&text, &part)) {
        n += part.text[0] != '$' && !part_is(&part, "/") &&
             !part_is(&part, "*");
    }
    return n;
}

TlSignature *tl_signature_parse(TlRuntime *rt, const char *text)
{
    int count = count_params(text);
    TlSignature *sig = tl_alloc_zero(&rt->alloc, size_for(count));
    if (sig == NULL) {
        tl_raise_memory(rt);
        return NULL;
    }
    sig->refs = 1;
    sig->varargs = sig->varkw = -1;
    Part part;
    bool keyword_only = false;
    TlStatus status = TL_OK;
    while (status == TL_OK && next_part(&text, &part)) {
        if (part.text[0] != '$') {
            status = take_part(rt, sig, &part, &keyword_only);
        }
    }
    if (status != TL_OK) {
        sig->count = count;
        tl_signature_release(rt, sig);
        return NULL;
    }
    return sig;
}

void tl_signature_release(TlRuntime *rt, TlSignature *sig)
{
    if (sig == NULL || --sig->refs > 0) {
        return;
    }
    for (int i = 0; i < sig->count; i++) {
        tl_release(rt, sig->params[i].name);
    }
    tl_free(&rt->alloc, sig, size_for(sig->count));
}

// ---- binding

// What is being bound and what messages say about it.
typedef struct Binding {
    const TlSignature *sig;
    const char *name;
    TlNative *native;
    const TlRef *args;
    int nargs;
    TlTuple *kwnames;
    TlRef *bound;
} Binding;

static const char *plural(int n)
{
    return n == 1 ? "" : "s";
}

// Without keywords: METH_NOARGS, METH_O and _PyArg_CheckPositional.
static TlStatus check_positional(TlRuntime *rt, const Binding *b)
{
    const TlSignature *sig = b->sig;
    int n = b->nargs, max = sig->positional, min = sig->required;
    bool few = n < min, many = n > max && sig->varargs < 0;
    bool keywords = tl_kw_count(b->kwnames) > 0;
    if (!few && !many && !keywords) {
        return TL_OK;
    }
    if (!keywords && max > 0 && !(max == 1 && min == 1)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "%s expected %s%d argument%s, got %d", b->name,
                     min == max && sig->varargs < 0 ? ""
                     : few                          ? "at least "
                                                    : "at most ",
                     few ? min : max, plural(few ? min : max), n);
        return TL_RAISED;
    }
    TlValue full = tl_native_full_name(rt, b->native);
    if (!tl_has_value(full)) {
        return TL_RAISED;
    }
    if (keywords) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "%U() takes no keyword arguments", tl_as_str(full));
    } else {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     max == 0 ? "%U() takes no arguments (%d given)"
                              : "%U() takes exactly one argument (%d given)",
                     tl_as_str(full), n);
    }
    tl_decref(rt, full);
    return TL_RAISED;
}

// With keywords: the checks _PyArg_UnpackKeywords makes before it looks at
// the names.
static TlStatus check_counts(TlRuntime *rt, const Binding *b)
{
    const TlSignature *sig = b->sig;
    int n = b->nargs, total = n + tl_kw_count(b->kwnames);
    TlType *error = rt->exc.TypeError;
    if (sig->varargs < 0 && sig->varkw < 0 && total > sig->count) {
        tl_raise_fmt(rt, error, "%s() takes %s %d %sargument%s (%d given)",
                     b->name,
                     sig->required < sig->count ? "at most" : "exactly",
                     sig->count, n == 0 ? "keyword " : "", plural(sig->count),
                     total);
        return TL_RAISED;
    }
    if (sig->varargs < 0 && n > sig->positional) {
        if (sig->positional == 0) {
            tl_raise_fmt(rt, error, "%s() takes no positional arguments",
                         b->name);
        } else {
            tl_raise_fmt(
                rt, error, "%s() takes %s %d positional argument%s (%d given)",
                b->name,
                sig->required < sig->positional ? "at most" : "exactly",
                sig->positional, plural(sig->positional), n);
        }
        return TL_RAISED;
    }
    int least = sig->posonly < sig->required ? sig->posonly : sig->required;
    if (n < least) {
        bool more = sig->varargs >= 0 || least < sig->positional;
        tl_raise_fmt(rt, error,
                     "%s() takes %s %d positional argument%s (%d given)",
                     b->name, more ? "at least" : "exactly", least,
                     plural(least), n);
        return TL_RAISED;
    }
    return TL_OK;
}

static void bind_positional(const Binding *b)
{
    const TlSignature *sig = b->sig;
    for (int i = 0; i < sig->count; i++) {
        b->bound[i] = TL_NO_VALUE;
    }
    for (int i = 0; i < b->nargs && i < sig->positional; i++) {
        b->bound[i] = b->args[i];
    }
}

static int find_param(const Binding *b, TlStr *key)
{
    const TlSignature *sig = b->sig;
    for (int i = sig->posonly; i < sig->count; i++) {
        if (i != sig->varargs && i != sig->varkw &&
            tl_str_equal(sig->params[i].name, key)) {
            return i;
        }
    }
    return -1;
}

// Makes *args and **kwargs; keywords nobody else takes go to the latter.
static TlStatus bind_rest(TlRuntime *rt, const Binding *b)
{
    const TlSignature *sig = b->sig;
    if (sig->varargs >= 0) {
        int extra = b->nargs - sig->positional;
        const TlRef *from = b->args + sig->positional;
        TlTuple *rest = extra > 0 ? tl_tuple_from(rt, from, extra)
                                  : tl_tuple_new(rt, 0);
        if (rest == NULL) {
            return TL_RAISED;
        }
        b->bound[sig->varargs] = tl_from_obj(rest);
    }
    if (sig->varkw >= 0) {
        TlDict *rest = tl_dict_new(rt);
        if (rest == NULL) {
            return TL_RAISED;
        }
        b->bound[sig->varkw] = tl_from_obj(rest);
    }
    return TL_OK;
}

// Places the keyword arguments; *unknown is the first that fits nowhere,
// *twice the first given by position too.
static TlStatus bind_keywords(TlRuntime *rt, const Binding *b, TlStr **unknown,
                              int *twice)
{
    const TlSignature *sig = b->sig;
    for (int k = 0; k < tl_kw_count(b->kwnames); k++) {
        TlStr *key = tl_as_str(b->kwnames->items[k]);
        TlRef value = b->args[b->nargs + k];
        int at = find_param(b, key);
        if (at >= 0 && at < b->nargs && at < sig->positional) {
            *twice = *twice < 0 ? at : *twice;
        } else if (at >= 0) {
            b->bound[at] = value;
        } else if (sig->varkw >= 0) {
            TlDict *rest = tl_as_dict(b->bound[sig->varkw]);
            if (tl_dict_set_str(rt, rest, key, value) != TL_OK) {
                return TL_RAISED;
            }
        } else if (*unknown == NULL) {
            *unknown = key;
        }
    }
    return TL_OK;
}

// Missing ones are reported before unknown ones, as CPython does.
static TlStatus fill_defaults(TlRuntime *rt, const Binding *b)
{
    const TlSignature *sig = b->sig;
    for (int i = 0; i < sig->count; i++) {
        const TlParam *param = &sig->params[i];
        if (tl_has_value(b->bound[i]) || i == sig->varargs ||
            i == sig->varkw) {
            continue;
        }
        if (param->required) {
            tl_raise_fmt(rt, rt->exc.TypeError,
                         "%s() missing required argument '%U' (pos %d)",
                         b->name, param->name, i + 1);
            return TL_RAISED;
        }
        b->bound[i] = param->fallback;
    }
    return TL_OK;
}

static TlStatus bind_with_keywords(TlRuntime *rt, const Binding *b)
{
    TlStr *unknown = NULL;
    int twice = -1;
    if (check_counts(rt, b) != TL_OK || bind_rest(rt, b) != TL_OK ||
        bind_keywords(rt, b, &unknown, &twice) != TL_OK ||
        fill_defaults(rt, b) != TL_OK) {
        return TL_RAISED;
    }
    if (twice >= 0) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "argument for %s() given by name ('%U') and position "
                     "(%d)",
                     b->name, b->sig->params[twice].name, twice + 1);
        return TL_RAISED;
    }
    if (unknown != NULL) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "'%U' is an invalid keyword argument for %s()", unknown,
                     b->name);
        return TL_RAISED;
    }
    return TL_OK;
}

TlStatus tl_signature_bind(TlRuntime *rt, const TlSignature *sig,
                           const char *name, TlNative *native,
                           const TlRef *args, int nargs, TlTuple *kwnames,
                           TlRef *bound)
{
    Binding b = {sig, name, native, args, nargs, kwnames, bound};
    bind_positional(&b);
    int keywordless = sig->posonly + (sig->varargs >= 0);
    TlStatus status;
    if (keywordless == sig->count) {
        status = check_positional(rt, &b);
        if (status == TL_OK) {
            status = bind_rest(rt, &b);
        }
        if (status == TL_OK) {
            status = fill_defaults(rt, &b);
        }
    } else {
        status = bind_with_keywords(rt, &b);
    }
    if (status != TL_OK) {
        tl_signature_unbind(rt, sig, bound);
    }
    return status;
}

void tl_signature_unbind(TlRuntime *rt, const TlSignature *sig, TlRef *bound)
{
    if (sig->varargs >= 0) {
        tl_clear(rt, &bound[sig->varargs]);
    }
    if (sig->varkw >= 0) {
        tl_clear(rt, &bound[sig->varkw]);
    }
}
