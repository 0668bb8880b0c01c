// args.c — binds the arguments of a call to a function's parameters.
// SPDX-License-Identifier: MIT
//
// The order of the checks and the messages are CPython's
// (initialize_locals in ceval.c of 3.11).
#include <stdio.h>

#include "object/dict.h"
#include "vm/vm_impl.h"

typedef struct Call {
    TlRuntime *rt;
    TlFunction *func;
    TlCode *code;
    TlFrame *frame;
    const TlRef *args;
    int nargs;         // positional
    TlTuple *kwnames;  // or NULL
} Call;

static TlStr *param_name(const Call *c, int i)
{
    return tl_as_str(c->code->local_names->items[i]);
}

static int param_count(const Call *c)
{
    return c->code->argcount + c->code->kwonlyargcount;
}

static bool is_unset(const Call *c, int i)
{
    return !tl_has_value(c->frame->slots[i]);
}

// "'a'", "'a' and 'b'", "'a', 'b', and 'c'": the unset parameters of
// [from, to).
static void list_names(const Call *c, int from, int to, int count, TlBuf *out)
{
    int seen = 0;
    for (int i = from; i < to; i++) {
        if (!is_unset(c, i)) {
            continue;
        }
        if (seen > 0) {
            tl_buf_append_str(out, count == 2           ? " and "
                                   : seen == count - 1 ? ", and "
                                                       : ", ");
        }
        tl_buf_append_char(out, '\'');
        tl_str_append_to(out, param_name(c, i));
        tl_buf_append_char(out, '\'');
        seen++;
    }
}

static TlStatus raise_missing(const Call *c, int from, int to,
                              const char *kind)
{
    int count = 0;
    for (int i = from; i < to; i++) {
        count += is_unset(c, i);
    }
    TlBuf names;
    tl_buf_init(&names, &c->rt->alloc);
    list_names(c, from, to, count, &names);
    const char *text = tl_buf_cstr(&names);
    if (text == NULL) {
        tl_raise_memory(c->rt);
    } else {
        tl_raise_fmt(c->rt, c->rt->exc.TypeError,
                     "%U() missing %d required %s argument%s: %s",
                     c->func->qualname, count, kind, count == 1 ? "" : "s",
                     text);
    }
    tl_buf_deinit(&names);
    return TL_RAISED;
}

static int default_count(const Call *c)
{
    return c->func->defaults == NULL ? 0 : (int)c->func->defaults->len;
}

static TlStatus raise_too_many(const Call *c)
{
    int most = c->code->argcount;
    int defaults = default_count(c);
    int keywords = 0;
    for (int i = most; i < param_count(c); i++) {
        keywords += !is_unset(c, i);
    }
    char takes[48], also[80] = "";
    if (defaults > 0) {
        snprintf(takes, sizeof takes, "from %d to %d", most - defaults, most);
    } else {
        snprintf(takes, sizeof takes, "%d", most);
    }
    if (keywords > 0) {
        snprintf(also, sizeof also,
                 " positional argument%s (and %d keyword-only argument%s)",
                 c->nargs == 1 ? "" : "s", keywords, keywords == 1 ? "" : "s");
    }
    tl_raise_fmt(c->rt, c->rt->exc.TypeError,
                 "%U() takes %s positional argument%s but %d%s %s given",
                 c->func->qualname, takes,
                 defaults > 0 || most != 1 ? "s" : "", c->nargs, also,
                 c->nargs == 1 && keywords == 0 ? "was" : "were");
    return TL_RAISED;
}

static bool is_keyword_given(const Call *c, TlStr *name)
{
    for (int64_t i = 0; i < c->kwnames->len; i++) {
        if (tl_str_equal(tl_as_str(c->kwnames->items[i]), name)) {
            return true;
        }
    }
    return false;
}

// Raises when a positional-only parameter was given by name.
static TlStatus check_positional_only(const Call *c)
{
    TlBuf names;
    tl_buf_init(&names, &c->rt->alloc);
    for (int i = 0; i < c->code->posonlyargcount; i++) {
        if (is_keyword_given(c, param_name(c, i))) {
            if (names.len > 0) {
                tl_buf_append_str(&names, ", ");
            }
            tl_str_append_to(&names, param_name(c, i));
        }
    }
    TlStatus status = TL_OK;
    const char *text = names.len > 0 ? tl_buf_cstr(&names) : NULL;
    if (text != NULL) {
        tl_raise_fmt(c->rt, c->rt->exc.TypeError,
                     "%U() got some positional-only arguments passed as "
                     "keyword arguments: '%s'",
                     c->func->qualname, text);
        status = TL_RAISED;
    }
    tl_buf_deinit(&names);
    return status;
}

static int find_param(const Call *c, TlRef name)
{
    int count = param_count(c);
    for (int i = c->code->posonlyargcount; i < count; i++) {
        if (c->code->local_names->items[i] == name) {
            return i;
        }
    }
    for (int i = c->code->posonlyargcount; i < count; i++) {
        if (tl_str_equal(param_name(c, i), tl_as_str(name))) {
            return i;
        }
    }
    return -1;
}

static TlStatus take_keyword(const Call *c, TlRef name, TlRef value,
                             TlDict *rest)
{
    int at = find_param(c, name);
    if (at >= 0) {
        if (!is_unset(c, at)) {
            tl_raise_fmt(c->rt, c->rt->exc.TypeError,
                         "%U() got multiple values for argument '%S'",
                         c->func->qualname, name);
            return TL_RAISED;
        }
        c->frame->slots[at] = tl_incref(value);
        return TL_OK;
    }
    if (rest != NULL) {
        return tl_dict_set(c->rt, rest, name, value);
    }
    if (check_positional_only(c) == TL_OK) {
        tl_raise_fmt(c->rt, c->rt->exc.TypeError,
                     "%U() got an unexpected keyword argument '%S'",
                     c->func->qualname, name);
    }
    return TL_RAISED;
}

static TlStatus take_positional(const Call *c)
{
    int n = c->nargs < c->code->argcount ? c->nargs : c->code->argcount;
    for (int i = 0; i < n; i++) {
        c->frame->slots[i] = tl_incref(c->args[i]);
    }
    if (!(c->code->flags & TL_CODE_VARARGS)) {
        return TL_OK;
    }
    TlTuple *rest = tl_tuple_from(c->rt, c->args + n, c->nargs - n);
    if (rest == NULL) {
        return TL_RAISED;
    }
    c->frame->slots[param_count(c)] = tl_from_obj(rest);
    return TL_OK;
}

static TlStatus take_keywords(const Call *c)
{
    TlDict *rest = NULL;
    if (c->code->flags & TL_CODE_VARKEYWORDS) {
        rest = tl_dict_new(c->rt);
        if (rest == NULL) {
            return TL_RAISED;
        }
        int at = param_count(c) + ((c->code->flags & TL_CODE_VARARGS) != 0);
        c->frame->slots[at] = tl_from_obj(rest);
    }
    for (int64_t i = 0; c->kwnames != NULL && i < c->kwnames->len; i++) {
        if (take_keyword(c, c->kwnames->items[i], c->args[c->nargs + i],
                         rest) != TL_OK) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

static TlStatus fill_positional(const Call *c)
{
    int required = c->code->argcount - default_count(c);
    for (int i = c->nargs; i < required; i++) {
        if (is_unset(c, i)) {
            return raise_missing(c, c->nargs, required, "positional");
        }
    }
    for (int i = required < 0 ? 0 : required; i < c->code->argcount; i++) {
        if (is_unset(c, i)) {
            c->frame->slots[i] =
                tl_incref(c->func->defaults->items[i - required]);
        }
    }
    return TL_OK;
}

static TlStatus fill_keyword_only(const Call *c)
{
    bool missing = false;
    for (int i = c->code->argcount; i < param_count(c); i++) {
        if (!is_unset(c, i)) {
            continue;
        }
        TlRef value = TL_NO_VALUE;
        if (c->func->kwdefaults != NULL) {
            value = tl_dict_get_str(c->rt, c->func->kwdefaults,
                                    param_name(c, i));
        }
        missing |= !tl_has_value(value);
        c->frame->slots[i] = tl_incref(value);
    }
    return missing ? raise_missing(c, c->code->argcount, param_count(c),
                                   "keyword-only")
                   : TL_OK;
}

static TlStatus bind(const Call *c)
{
    if (take_positional(c) != TL_OK || take_keywords(c) != TL_OK) {
        return TL_RAISED;
    }
    if (c->nargs > c->code->argcount &&
        !(c->code->flags & TL_CODE_VARARGS)) {
        return raise_too_many(c);
    }
    if (c->nargs < c->code->argcount && fill_positional(c) != TL_OK) {
        return TL_RAISED;
    }
    return c->code->kwonlyargcount > 0 ? fill_keyword_only(c) : TL_OK;
}

TlFrame *tl_bind_call(TlRuntime *rt, TlFunction *func, const TlRef *args,
                      int nargs, TlTuple *kwnames)
{
    TlFrame *f = tl_frame_new(rt, tl_retain(func));
    if (f == NULL) {
        return NULL;
    }
    Call call = {rt, func, f->code, f, args, nargs, kwnames};
    if (bind(&call) != TL_OK) {
        tl_frame_finish(rt, f);
        return NULL;
    }
    return f;
}
