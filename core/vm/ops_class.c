// ops_class.c — __build_class__: what a class statement calls.
// SPDX-License-Identifier: MIT
//
// The class body runs as a frame of its own (TL_RET_CLASS), so it can suspend
// like any code; the rest of what has to be done waits in the frame's `aux`:
// a tuple (metaclass, name, bases, original bases, keywords, namespace).
#include "object/class.h"
#include "object/dict.h"
#include "vm/vm_impl.h"

enum { S_META, S_NAME, S_BASES, S_ORIG_BASES, S_KEYWORDS, S_NAMESPACE,
       S_COUNT };

// Appends what __mro_entries__ of a base that is no class gives.
static TlStatus add_entries(TlRuntime *rt, TlList *out, TlRef base,
                            TlTuple *bases)
{
    TlValue method;
    int found = -1;
    if (tl_is_obj(base) && (tl_as_obj(base)->type->flags & TL_TYPE_IS_TYPE)) {
        return tl_list_append(rt, out, base);
    }
    found = tl_getattr_opt(rt, base, TL_NAME(rt, __mro_entries__), &method);
    if (found <= 0) {
        return found < 0 ? TL_RAISED : tl_list_append(rt, out, base);
    }
    TlValue entries = tl_call1(rt, method, tl_from_obj(bases));
    tl_decref(rt, method);
    if (!tl_has_value(entries)) {
        return TL_RAISED;
    }
    TlStatus status = TL_RAISED;
    if (tl_is_tuple(entries)) {
        status = tl_list_extend(rt, out, entries);
    } else {
        tl_raise(rt, rt->exc.TypeError,
                 "__mro_entries__ must return a tuple");
    }
    tl_decref(rt, entries);
    return status;
}

// The bases to use, owned; the same tuple when nothing is replaced.
static TlTuple *resolve_bases(TlRuntime *rt, TlTuple *bases)
{
    TlList *list = tl_list_new(rt, bases->len);
    if (list == NULL) {
        return NULL;
    }
    TlStatus status = TL_OK;
    for (int64_t i = 0; i < bases->len && status == TL_OK; i++) {
        status = add_entries(rt, list, bases->items[i], bases);
    }
    TlTuple *result = NULL;
    if (status == TL_OK) {
        bool same = list->len == bases->len &&
                    (list->len == 0 ||
                     memcmp(list->items, bases->items,
                            (size_t)list->len * sizeof(TlValue)) == 0);
        if (same) {
            result = tl_retain(bases);
        } else {
            TlValue tuple = tl_list_to_tuple(rt, list);
            result = tl_has_value(tuple) ? tl_as_tuple(tuple) : NULL;
        }
    }
    tl_release(rt, list);
    return result;
}

// Keywords other than metaclass as a dict; [*meta] owned, or TL_NO_VALUE.
static TlDict *take_keywords(TlRuntime *rt, const TlRef *values,
                             TlTuple *kwnames, TlValue *meta)
{
    TlDict *dict = tl_dict_new(rt);
    *meta = TL_NO_VALUE;
    for (int64_t i = 0; dict != NULL && kwnames != NULL && i < kwnames->len;
         i++) {
        if (tl_str_is(tl_as_str(kwnames->items[i]), "metaclass")) {
            *meta = tl_incref(values[i]);
        } else if (tl_dict_set(rt, dict, kwnames->items[i], values[i]) !=
                   TL_OK) {
            TL_CLEAR_PTR(rt, dict);
        }
    }
    if (dict == NULL) {
        tl_clear(rt, meta);
    }
    return dict;
}

// The metaclass to use instead of *meta (owned, or TL_NO_VALUE).
static TlStatus resolve_metaclass(TlRuntime *rt, TlTuple *bases,
                                  TlValue *meta)
{
    if (!tl_has_value(*meta)) {
        TlType *type = bases->len == 0 ? rt->types.type
                                       : tl_type_of(rt, bases->items[0]);
        *meta = tl_incref(tl_from_obj(type));
    }
    if (!tl_is_obj(*meta) ||
        !(tl_as_obj(*meta)->type->flags & TL_TYPE_IS_TYPE)) {
        return TL_OK;  // any callable may make the class
    }
    TlType *winner =
        tl_calculate_metaclass(rt, (TlType *)tl_as_obj(*meta), bases);
    if (winner == NULL) {
        return TL_RAISED;
    }
    TlValue old = *meta;
    *meta = tl_incref(tl_from_obj(winner));
    tl_decref(rt, old);
    return TL_OK;
}

// name, bases[, keywords]: a call of [callee] with the class's keywords.
static TlValue call_with_keywords(TlRuntime *rt, TlRef callee,
                                  const TlRef *args, int nargs, TlDict *kwargs)
{
    if (kwargs->used == 0) {
        return tl_call(rt, callee, args, nargs, NULL);
    }
    TlTuple *all = tl_tuple_new(rt, nargs + kwargs->used);
    TlTuple *names = all == NULL ? NULL : tl_tuple_new(rt, kwargs->used);
    TlValue result = TL_NO_VALUE;
    if (names != NULL) {
        int64_t pos = 0, n = 0;
        TlRef key, value;
        for (int i = 0; i < nargs; i++) {
            all->items[i] = tl_incref(args[i]);
        }
        while (tl_dict_next(kwargs, &pos, &key, &value) != 0) {
            all->items[nargs + n] = tl_incref(value);
            names->items[n++] = tl_incref(key);
        }
        result = tl_call(rt, callee, all->items, nargs, names);
    }
    tl_release(rt, names);
    tl_release(rt, all);
    return result;
}

static TlValue prepare_namespace(TlRuntime *rt, TlRef meta, TlRef name,
                                 TlTuple *bases, TlDict *kwargs)
{
    TlValue prepare;
    int found = tl_getattr_opt(rt, meta, TL_NAME(rt, __prepare__), &prepare);
    if (found < 0) {
        return TL_NO_VALUE;
    }
    if (found == 0) {
        TlDict *dict = tl_dict_new(rt);
        return dict == NULL ? TL_NO_VALUE : tl_from_obj(dict);
    }
    TlRef args[] = {name, tl_from_obj(bases)};
    TlValue ns = call_with_keywords(rt, prepare, args, 2, kwargs);
    tl_decref(rt, prepare);
    if (tl_has_value(ns) && tl_type_of(rt, ns)->slots.getitem == NULL) {
        bool is_type = tl_is_obj(meta) &&
                       (tl_as_obj(meta)->type->flags & TL_TYPE_IS_TYPE);
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "%s.__prepare__() must return a mapping, not %T",
                     is_type ? ((TlType *)tl_as_obj(meta))->name
                             : "<metaclass>",
                     ns);
        tl_clear(rt, &ns);
    }
    return ns;
}

// Fills [state]; everything in it is owned by the tuple.
static TlStatus prepare(TlRuntime *rt, TlTuple *state, TlRef name,
                        TlTuple *orig_bases, const TlRef *values,
                        TlTuple *kwnames)
{
    TlValue *s = state->items;
    s[S_NAME] = tl_incref(name);
    s[S_ORIG_BASES] = tl_incref(tl_from_obj(orig_bases));
    TlTuple *bases = resolve_bases(rt, orig_bases);
    if (bases == NULL) {
        return TL_RAISED;
    }
    s[S_BASES] = tl_from_obj(bases);
    TlDict *kwargs = take_keywords(rt, values, kwnames, &s[S_META]);
    if (kwargs == NULL) {
        return TL_RAISED;
    }
    s[S_KEYWORDS] = tl_from_obj(kwargs);
    if (resolve_metaclass(rt, bases, &s[S_META]) != TL_OK) {
        return TL_RAISED;
    }
    s[S_NAMESPACE] = prepare_namespace(rt, s[S_META], name, bases, kwargs);
    return tl_has_value(s[S_NAMESPACE]) ? TL_OK : TL_RAISED;
}

static TlStatus check_arguments(TlRuntime *rt, const TlRef *args, int nargs)
{
    const char *wrong = NULL;
    if (nargs < 2) {
        wrong = "__build_class__: not enough arguments";
    } else if (!tl_is_obj(args[0]) ||
               tl_as_obj(args[0])->type != rt->types.function) {
        wrong = "__build_class__: func must be a function";
    } else if (!tl_is_str(args[1])) {
        wrong = "__build_class__: name is not a string";
    }
    if (wrong != NULL) {
        tl_raise(rt, rt->exc.TypeError, wrong);
    }
    return wrong == NULL ? TL_OK : TL_RAISED;
}

static TlValue build_class(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    if (check_arguments(rt, args, nargs) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlTuple *bases = tl_tuple_from(rt, args + 2, nargs - 2);
    TlTuple *state = bases == NULL ? NULL : tl_tuple_new(rt, S_COUNT);
    TlFrame *f = NULL;
    if (state != NULL &&
        prepare(rt, state, args[1], bases, args + nargs, kwnames) == TL_OK) {
        f = tl_frame_new(rt, tl_retain(tl_as_obj(args[0])));
    }
    tl_release(rt, bases);
    if (f == NULL) {
        tl_release(rt, state);
        return TL_NO_VALUE;
    }
    f->ret = TL_RET_CLASS;
    f->locals = tl_incref(state->items[S_NAMESPACE]);
    f->aux = tl_from_obj(state);
    rt->vm->tail.kind = TL_TAIL_FRAME;
    rt->vm->tail.frame = f;
    return TL_NO_VALUE;
}

// ---- after the body

// The class body's __class__ cell must have been filled by type.__new__.
static TlStatus check_cell(TlRuntime *rt, TlRef name, TlRef cell, TlRef cls)
{
    if (!tl_is_obj(cell) || tl_as_obj(cell)->type != rt->types.cell ||
        !tl_is_obj(cls) || !(tl_as_obj(cls)->type->flags & TL_TYPE_IS_TYPE)) {
        return TL_OK;
    }
    TlRef held = ((TlCell *)tl_as_obj(cell))->value;
    if (held == cls) {
        return TL_OK;
    }
    if (!tl_has_value(held)) {
        tl_raise_fmt(rt, rt->exc.RuntimeError,
                     "__class__ not set defining %R as %R. Was "
                     "__classcell__ propagated to type.__new__?",
                     name, cls);
    } else {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "__class__ set to %R defining %R as %R", held, name,
                     cls);
    }
    return TL_RAISED;
}

TlValue tl_class_finish(TlRuntime *rt, TlRef state, TlRef cell)
{
    TlValue *s = tl_as_tuple(state)->items;
    if (s[S_BASES] != s[S_ORIG_BASES]) {
        TlStr *name = tl_intern_cstr(rt, "__orig_bases__");
        if (name == NULL) {
            return TL_NO_VALUE;
        }
        TlStatus status = tl_setitem(rt, s[S_NAMESPACE], tl_from_obj(name),
                                     s[S_ORIG_BASES]);
        tl_release(rt, name);
        if (status != TL_OK) {
            return TL_NO_VALUE;
        }
    }
    TlRef args[] = {s[S_NAME], s[S_BASES], s[S_NAMESPACE]};
    TlValue cls = call_with_keywords(rt, s[S_META], args, 3,
                                     tl_as_dict(s[S_KEYWORDS]));
    if (tl_has_value(cls) && check_cell(rt, s[S_NAME], cell, cls) != TL_OK) {
        tl_clear(rt, &cls);
    }
    return cls;
}

const TlNativeDef tl_build_class_def = {
    "__build_class__", build_class, TL_FN_RAW_KW,
    "(func, name, /, *bases, metaclass=None, **kwds)",
    "Internal helper function used by the class statement."};
