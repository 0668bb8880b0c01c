// mod_functools.c — the native module _functools: partial.
// SPDX-License-Identifier: MIT
#include "lib/modules.h"
#include "object/class.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/repr_guard.h"
#include "object/str.h"
#include "vm/vm.h"

typedef struct TlPartial {
    TlObject ob;
    TlValue func;
    TlTuple *args;
    TlDict *keywords;
    TlDict *dict;
} TlPartial;

static TlPartial *as_partial(TlRef self)
{
    return (TlPartial *)tl_as_obj(self);
}

static TlTuple *concat(TlRuntime *rt, const TlTuple *first, const TlRef *rest,
                       int count)
{
    TlTuple *all = tl_tuple_new(rt, first->len + count);
    if (all != NULL) {
        for (int64_t i = 0; i < first->len; i++) {
            all->items[i] = tl_incref(first->items[i]);
        }
        for (int i = 0; i < count; i++) {
            all->items[first->len + i] = tl_incref(rest[i]);
        }
    }
    return all;
}

static TlStatus add_keywords(TlRuntime *rt, TlDict *dict, const TlRef *values,
                             TlTuple *names)
{
    for (int64_t i = 0; names != NULL && i < names->len; i++) {
        if (tl_dict_set(rt, dict, names->items[i], values[i]) != TL_OK) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

// A partial of a partial of the same kind is flattened.
static TlPartial *inner_partial(TlRuntime *rt, TlType *type, TlRef func)
{
    (void)rt;
    bool same = tl_is_obj(func) && tl_as_obj(func)->type == type &&
                as_partial(func)->dict == NULL;
    return same ? as_partial(func) : NULL;
}

static TlValue partial_new(TlRuntime *rt, TlType *type, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    if (nargs < 1) {
        return tl_raise(rt, rt->exc.TypeError,
                        "type 'partial' takes at least one argument");
    }
    if (!tl_callable(rt, args[0])) {
        return tl_raise(rt, rt->exc.TypeError,
                        "the first argument must be callable");
    }
    TlPartial *inner = inner_partial(rt, type, args[0]);
    TlPartial *self = tl_object_new(rt, type);
    if (self == NULL) {
        return TL_NO_VALUE;
    }
    self->func = tl_incref(inner != NULL ? inner->func : args[0]);
    self->args = inner != NULL ? concat(rt, inner->args, args + 1, nargs - 1)
                               : tl_tuple_from(rt, args + 1, nargs - 1);
    self->keywords = inner != NULL ? tl_dict_copy(rt, inner->keywords)
                                   : tl_dict_new(rt);
    if (self->args == NULL || self->keywords == NULL ||
        add_keywords(rt, self->keywords, args + nargs, kwnames) != TL_OK) {
        tl_release(rt, self);
        return TL_NO_VALUE;
    }
    return tl_from_obj(self);
}

// Positional arguments, then the values of keywords: later ones win.
static TlValue call_with_keywords(TlRuntime *rt, TlPartial *self,
                                  const TlRef *args, int nargs,
                                  TlTuple *kwnames)
{
    TlDict *merged = tl_dict_copy(rt, self->keywords);
    TlTuple *names = NULL, *all = NULL;
    TlValue result = TL_NO_VALUE;
    if (merged != NULL &&
        add_keywords(rt, merged, args + nargs, kwnames) == TL_OK &&
        (names = tl_tuple_new(rt, merged->used)) != NULL) {
        TlTuple *positional = concat(rt, self->args, args, nargs);
        all = positional == NULL
                  ? NULL
                  : tl_tuple_new(rt, positional->len + merged->used);
        if (all != NULL) {
            for (int64_t i = 0; i < positional->len; i++) {
                all->items[i] = tl_incref(positional->items[i]);
            }
            int64_t pos = 0;
            TlRef key, value;
            for (int64_t i = 0; tl_dict_next(merged, &pos, &key, &value); i++) {
                names->items[i] = tl_incref(key);
                all->items[positional->len + i] = tl_incref(value);
            }
            result = tl_vm_tail_call(rt, self->func, all->items,
                                     (int)positional->len, names);
        }
        tl_release(rt, positional);
    }
    tl_release(rt, all);
    tl_release(rt, names);
    tl_release(rt, merged);
    return result;
}

static TlValue partial_call(TlRuntime *rt, TlRef callee, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    TlPartial *self = as_partial(callee);
    if (self->keywords->used > 0 || kwnames != NULL) {
        return call_with_keywords(rt, self, args, nargs, kwnames);
    }
    TlTuple *all = concat(rt, self->args, args, nargs);
    if (all == NULL) {
        return TL_NO_VALUE;
    }
    TlValue result =
        tl_vm_tail_call(rt, self->func, all->items, (int)all->len, NULL);
    tl_release(rt, all);
    return result;
}

// functools.partial(f, 1, x=2)
static void append_repr(TlRuntime *rt, TlBuf *out, TlRef value)
{
    TlValue text = tl_raised(rt) ? TL_NO_VALUE : tl_repr(rt, value);
    if (tl_has_value(text)) {
        tl_str_append_to(out, tl_as_str(text));
    }
    tl_decref(rt, text);
}

static TlValue partial_repr(TlRuntime *rt, TlRef ref)
{
    TlPartial *self = as_partial(ref);
    TlReprGuard guard;
    if (!tl_repr_enter(rt, &guard, ref)) {
        return tl_str_from_cstr(rt, "...");
    }
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    const char *name = tl_as_obj(ref)->type->name;
    tl_buf_append_fmt(&out, "%s(", name);
    append_repr(rt, &out, self->func);
    for (int64_t i = 0; i < self->args->len; i++) {
        tl_buf_append_str(&out, ", ");
        append_repr(rt, &out, self->args->items[i]);
    }
    int64_t pos = 0;
    TlRef key, value;
    while (tl_dict_next(self->keywords, &pos, &key, &value)) {
        tl_buf_append_str(&out, ", ");
        if (tl_is_str(key)) {
            tl_str_append_to(&out, tl_as_str(key));
        }
        tl_buf_append_char(&out, '=');
        append_repr(rt, &out, value);
    }
    tl_buf_append_char(&out, ')');
    tl_repr_leave(rt, &guard);
    TlValue text = tl_raised(rt) ? TL_NO_VALUE : tl_str_from_buf(rt, &out);
    tl_buf_deinit(&out);
    return text;
}

static void partial_clear(TlRuntime *rt, TlObject *obj)
{
    TlPartial *self = (TlPartial *)obj;
    tl_clear(rt, &self->func);
    TL_CLEAR_PTR(rt, self->args);
    TL_CLEAR_PTR(rt, self->keywords);
    TL_CLEAR_PTR(rt, self->dict);
}

static void partial_free(TlRuntime *rt, TlObject *obj)
{
    tl_gc_untrack(rt, obj);
    partial_clear(rt, obj);
    tl_object_free(rt, obj);
}

static void partial_traverse(TlObject *obj, TlVisit visit, void *arg)
{
    TlPartial *self = (TlPartial *)obj;
    tl_visit(self->func, visit, arg);
    tl_visit_ptr(self->args, visit, arg);
    tl_visit_ptr(self->keywords, visit, arg);
    tl_visit_ptr(self->dict, visit, arg);
}

static TlValue get_func(TlRuntime *rt, TlRef self, void *closure)
{
    (void)rt, (void)closure;
    return tl_incref(as_partial(self)->func);
}

static TlValue get_args(TlRuntime *rt, TlRef self, void *closure)
{
    (void)rt, (void)closure;
    return tl_incref(tl_from_obj(as_partial(self)->args));
}

static TlValue get_keywords(TlRuntime *rt, TlRef self, void *closure)
{
    (void)rt, (void)closure;
    return tl_incref(tl_from_obj(as_partial(self)->keywords));
}

static const TlGetSetDef partial_getsets[] = {
    {"func", get_func, NULL, NULL},
    {"args", get_args, NULL, NULL},
    {"keywords", get_keywords, NULL, NULL},
    {0},
};

static const TlSlots partial_slots = {
    .free = partial_free,
    .traverse = partial_traverse,
    .clear = partial_clear,
    .repr = partial_repr,
    .call = partial_call,
    .new_ = partial_new,
};

static const TlTypeSpec partial_spec = {
    .name = "functools.partial",
    .module = "functools",
    .doc = "New function with some arguments filled in already.",
    .size = sizeof(TlPartial),
    .dict_offset = offsetof(TlPartial, dict),
    .flags = TL_TYPE_GC | TL_TYPE_BASE | TL_TYPE_DICT,
    .slots = &partial_slots,
    .getsets = partial_getsets,
};

TlStatus tl_init__functools(TlRuntime *rt, TlModule *module)
{
    TlType *type = tl_type_from_spec(rt, &partial_spec, rt->types.object);
    if (type == NULL) {
        return TL_RAISED;
    }
    TlStatus status =
        tl_dict_set_cstr(rt, module->dict, "partial", tl_from_obj(type));
    tl_release(rt, type);
    return status;
}
