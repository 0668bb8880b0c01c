// builtins_iter.c — enumerate, filter, map, reversed and zip.
// SPDX-License-Identifier: MIT
//
// Lazy: nothing is taken from the inner iterators before it is asked for, and
// in CPython's order, which programs can see.
#include "lib/builtins.h"

#include "object/builtin_args.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/number.h"
#include "object/seq.h"
#include "object/str.h"

static TlValue iter_self(TlRuntime *rt, TlRef self)
{
    return tl_incref(self);
}

// "NAME() takes no keyword arguments", for the type itself only: a subclass
// may have an __init__ that takes them.
static TlStatus no_keywords(TlRuntime *rt, const char *name,
                            const TlTuple *kwnames)
{
    if (kwnames != NULL && kwnames->len > 0) {
        tl_raise_fmt(rt, rt->exc.TypeError, "%s() takes no keyword arguments",
                     name);
        return TL_RAISED;
    }
    return TL_OK;
}

// ---- enumerate

typedef struct Enumerate {
    TlObject ob;
    TlValue it;
    TlValue index;  // an int
} Enumerate;

static Enumerate *as_enumerate(TlRef v)
{
    return (Enumerate *)(void *)tl_as_obj(v);
}

static TlStatus bind_enumerate(TlRuntime *rt, const TlRef *args, int nargs,
                               TlTuple *kwnames, TlRef bound[2])
{
    static const char *const names[] = {"iterable", "start"};
    if (nargs == 0 && (kwnames == NULL || kwnames->len == 0)) {
        tl_raise(rt, rt->exc.TypeError,
                 "enumerate() missing required argument 'iterable'");
        return TL_RAISED;
    }
    if (nargs + (kwnames == NULL ? 0 : (int)kwnames->len) > 2) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "enumerate() takes at most 2 arguments (%d given)",
                     nargs + (kwnames == NULL ? 0 : (int)kwnames->len));
        return TL_RAISED;
    }
    if (tl_bind_constructor(rt, "enumerate", names, 2, args, nargs, kwnames,
                            bound) != TL_OK) {
        return TL_RAISED;
    }
    if (!tl_has_value(bound[0])) {
        tl_raise(rt, rt->exc.TypeError,
                 "'start' is an invalid keyword argument for enumerate()");
        return TL_RAISED;
    }
    return TL_OK;
}

static TlValue enumerate_new(TlRuntime *rt, TlType *type, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    TlRef bound[2];
    if (bind_enumerate(rt, args, nargs, kwnames, bound) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlValue index = tl_has_value(bound[1]) ? tl_index(rt, bound[1])
                                           : tl_small_int(0);
    TlValue it = tl_has_value(index) ? tl_iter(rt, bound[0]) : TL_NO_VALUE;
    Enumerate *e = tl_has_value(it) ? tl_object_new(rt, type) : NULL;
    if (e == NULL) {
        tl_decref(rt, index);
        tl_decref(rt, it);
        return TL_NO_VALUE;
    }
    e->it = it;
    e->index = index;
    return tl_from_obj(e);
}

// (e->index, item), and counts on. Consumes [item].
static TlValue numbered(TlRuntime *rt, Enumerate *e, TlValue item)
{
    TlTuple *pair = tl_tuple_new(rt, 2);
    TlValue next = TL_NO_VALUE;
    if (pair != NULL) {
        next = tl_is_small_int(e->index)
                   ? tl_int_from_i64(rt, tl_as_small(e->index) + 1)
                   : tl_binary(rt, e->index, tl_small_int(1), TL_BIN_ADD);
    }
    if (!tl_has_value(next)) {
        tl_release(rt, pair);
        tl_decref(rt, item);
        return TL_NO_VALUE;
    }
    pair->items[0] = e->index;
    pair->items[1] = item;
    e->index = next;
    return tl_from_obj(pair);
}

static TlValue enumerate_next(TlRuntime *rt, TlRef self)
{
    Enumerate *e = as_enumerate(self);
    TlValue item = tl_next(rt, e->it);
    return tl_has_value(item) ? numbered(rt, e, item) : TL_NO_VALUE;
}

static void enumerate_traverse(TlObject *obj, TlVisit visit, void *arg)
{
    Enumerate *e = (Enumerate *)(void *)obj;
    tl_visit(e->it, visit, arg);
}

static void enumerate_free(TlRuntime *rt, TlObject *obj)
{
    Enumerate *e = (Enumerate *)(void *)obj;
    tl_clear(rt, &e->it);
    tl_clear(rt, &e->index);
    tl_object_free(rt, obj);
}

static const TlSlots enumerate_slots = {
    .free = enumerate_free,
    .traverse = enumerate_traverse,
    .iter = iter_self,
    .next = enumerate_next,
    .new_ = enumerate_new,
};

static const TlNativeDef generic_methods[] = {
    {"__class_getitem__", tl_class_getitem, TL_FN_ONE | TL_FN_CLASS,
     "(item, /)", "See PEP 585"},
    {NULL, NULL, 0, NULL, NULL},
};

const TlTypeSpec tl_enumerate_spec = {
    .name = "enumerate",
    .doc = "Return an enumerate object: pairs of a count (from start, which "
           "defaults to zero) and a value of the iterable.",
    .size = sizeof(Enumerate),
    .flags = TL_TYPE_GC | TL_TYPE_BASE,
    .slots = &enumerate_slots,
    .methods = generic_methods,
};

// ---- filter

typedef struct Filter {
    TlObject ob;
    TlValue func, it;
} Filter;

static TlValue filter_new(TlRuntime *rt, TlType *type, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    if (no_keywords(rt, "filter", kwnames) != TL_OK ||
        tl_check_nargs(rt, "filter", nargs, 2, 2) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlValue it = tl_iter(rt, args[1]);
    Filter *f = tl_has_value(it) ? tl_object_new(rt, type) : NULL;
    if (f == NULL) {
        tl_decref(rt, it);
        return TL_NO_VALUE;
    }
    f->func = tl_incref(args[0]);
    f->it = it;
    return tl_from_obj(f);
}

// 1, 0, -1.
static int passes(TlRuntime *rt, TlRef func, TlRef item)
{
    if (tl_is_none(func) || func == tl_from_obj(rt->types.bool_)) {
        return tl_truth(rt, item);
    }
    TlValue answer = tl_call1(rt, func, item);
    int truth = tl_has_value(answer) ? tl_truth(rt, answer) : -1;
    tl_decref(rt, answer);
    return truth;
}

static TlValue filter_next(TlRuntime *rt, TlRef self)
{
    Filter *f = (Filter *)(void *)tl_as_obj(self);
    TlValue item;
    while (tl_has_value(item = tl_next(rt, f->it))) {
        int pass = passes(rt, f->func, item);
        if (pass == 1) {
            return item;
        }
        tl_decref(rt, item);
        if (pass < 0 || tl_seq_tick(rt) != TL_OK) {
            break;
        }
    }
    return TL_NO_VALUE;
}

static void filter_traverse(TlObject *obj, TlVisit visit, void *arg)
{
    Filter *f = (Filter *)(void *)obj;
    tl_visit(f->func, visit, arg);
    tl_visit(f->it, visit, arg);
}

static void filter_free(TlRuntime *rt, TlObject *obj)
{
    Filter *f = (Filter *)(void *)obj;
    tl_clear(rt, &f->func);
    tl_clear(rt, &f->it);
    tl_object_free(rt, obj);
}

static const TlSlots filter_slots = {
    .free = filter_free,
    .traverse = filter_traverse,
    .iter = iter_self,
    .next = filter_next,
    .new_ = filter_new,
};

const TlTypeSpec tl_filter_spec = {
    .name = "filter",
    .doc = "filter(function or None, iterable) --> filter object",
    .size = sizeof(Filter),
    .flags = TL_TYPE_GC | TL_TYPE_BASE,
    .slots = &filter_slots,
};

// ---- map

typedef struct Map {
    TlObject ob;
    TlValue func;
    TlTuple *its;
} Map;

// iter() of each of [iterables]. NULL = raised.
static TlTuple *iterators(TlRuntime *rt, const TlRef *iterables, int count)
{
    TlTuple *its = tl_tuple_new(rt, count);
    for (int i = 0; its != NULL && i < count; i++) {
        its->items[i] = tl_iter(rt, iterables[i]);
        if (!tl_has_value(its->items[i])) {
            TL_CLEAR_PTR(rt, its);
        }
    }
    return its;
}

static TlValue map_new(TlRuntime *rt, TlType *type, const TlRef *args,
                       int nargs, TlTuple *kwnames)
{
    if (no_keywords(rt, "map", kwnames) != TL_OK) {
        return TL_NO_VALUE;
    }
    if (nargs < 2) {
        return tl_raise(rt, rt->exc.TypeError,
                        "map() must have at least two arguments.");
    }
    TlTuple *its = iterators(rt, args + 1, nargs - 1);
    Map *m = its != NULL ? tl_object_new(rt, type) : NULL;
    if (m == NULL) {
        tl_release(rt, its);
        return TL_NO_VALUE;
    }
    m->func = tl_incref(args[0]);
    m->its = its;
    return tl_from_obj(m);
}

// One item of each iterator as a tuple; NO_VALUE: one has ended, or raised.
static TlValue map_many(TlRuntime *rt, Map *m)
{
    TlTuple *items = tl_tuple_new(rt, m->its->len);
    for (int64_t i = 0; items != NULL && i < m->its->len; i++) {
        items->items[i] = tl_next(rt, m->its->items[i]);
        if (!tl_has_value(items->items[i])) {
            tl_release(rt, items);
            return TL_NO_VALUE;
        }
    }
    TlValue result =
        items == NULL
            ? TL_NO_VALUE
            : tl_call(rt, m->func, items->items, (int)items->len, NULL);
    tl_release(rt, items);
    return result;
}

static TlValue map_next(TlRuntime *rt, TlRef self)
{
    Map *m = (Map *)(void *)tl_as_obj(self);
    if (m->its->len > 1) {
        return map_many(rt, m);
    }
    TlValue item = tl_next(rt, m->its->items[0]);
    if (!tl_has_value(item)) {
        return TL_NO_VALUE;
    }
    TlValue result = tl_call1(rt, m->func, item);
    tl_decref(rt, item);
    return result;
}

static void map_traverse(TlObject *obj, TlVisit visit, void *arg)
{
    Map *m = (Map *)(void *)obj;
    tl_visit(m->func, visit, arg);
    tl_visit_ptr(m->its, visit, arg);
}

static void map_free(TlRuntime *rt, TlObject *obj)
{
    Map *m = (Map *)(void *)obj;
    tl_clear(rt, &m->func);
    TL_CLEAR_PTR(rt, m->its);
    tl_object_free(rt, obj);
}

static const TlSlots map_slots = {
    .free = map_free,
    .traverse = map_traverse,
    .iter = iter_self,
    .next = map_next,
    .new_ = map_new,
};

const TlTypeSpec tl_map_spec = {
    .name = "map",
    .doc = "map(func, *iterables) --> map object",
    .size = sizeof(Map),
    .flags = TL_TYPE_GC | TL_TYPE_BASE,
    .slots = &map_slots,
};

// ---- reversed

typedef struct Reversed {
    TlObject ob;
    TlValue seq;    // TL_NO_VALUE when exhausted
    int64_t index;  // of the next item
} Reversed;

static TlValue reverse_sequence(TlRuntime *rt, TlType *type, TlRef seq)
{
    const TlType *seq_type = tl_type_of(rt, seq);
    if (seq_type->slots.len == NULL || seq_type->slots.getitem == NULL ||
        (seq_type->flags & (TL_TYPE_IS_DICT | TL_TYPE_IS_SET))) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "'%T' object is not reversible", seq);
    }
    int64_t len = tl_len(rt, seq);
    Reversed *r = len < 0 ? NULL : tl_object_new(rt, type);
    if (r == NULL) {
        return TL_NO_VALUE;
    }
    r->seq = tl_incref(seq);
    r->index = len - 1;
    return tl_from_obj(r);
}

static TlValue reversed_new(TlRuntime *rt, TlType *type, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    if (no_keywords(rt, "reversed", kwnames) != TL_OK ||
        tl_check_nargs(rt, "reversed", nargs, 1, 1) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlValue method;
    int found =
        tl_lookup_special(rt, args[0], TL_NAME(rt, __reversed__), &method);
    if (found == 0) {
        return reverse_sequence(rt, type, args[0]);
    }
    TlValue result = TL_NO_VALUE;
    if (found == 1 && tl_is_none(method)) {
        tl_raise_fmt(rt, rt->exc.TypeError, "'%T' object is not reversible",
                     args[0]);
    } else if (found == 1) {
        result = tl_call0(rt, method);
    }
    tl_decref(rt, method);
    return result;
}

static TlValue reversed_next(TlRuntime *rt, TlRef self)
{
    Reversed *r = (Reversed *)(void *)tl_as_obj(self);
    TlValue item = TL_NO_VALUE;
    if (r->index >= 0) {
        TlValue key = tl_int_from_i64(rt, r->index);
        TlValue seq = tl_incref(r->seq);
        item = tl_has_value(key) ? tl_getitem(rt, seq, key) : TL_NO_VALUE;
        tl_decref(rt, key);
        tl_decref(rt, seq);
        if (tl_has_value(item)) {
            r->index--;
            return item;
        }
        if (tl_error_is(rt, rt->exc.IndexError) ||
            tl_error_is(rt, rt->exc.StopIteration)) {
            tl_clear_error(rt);
        }
    }
    r->index = -1;
    tl_clear(rt, &r->seq);
    return TL_NO_VALUE;
}

static TlValue reversed_hint(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    Reversed *r = (Reversed *)(void *)tl_as_obj(self);
    if (!tl_has_value(r->seq)) {
        return tl_small_int(0);
    }
    int64_t len = tl_len(rt, r->seq);
    if (len < 0) {
        return TL_NO_VALUE;
    }
    return tl_small_int(len < r->index + 1 ? 0 : r->index + 1);
}

static void reversed_traverse(TlObject *obj, TlVisit visit, void *arg)
{
    tl_visit(((Reversed *)(void *)obj)->seq, visit, arg);
}

static void reversed_free(TlRuntime *rt, TlObject *obj)
{
    tl_clear(rt, &((Reversed *)(void *)obj)->seq);
    tl_object_free(rt, obj);
}

static const TlSlots reversed_slots = {
    .free = reversed_free,
    .traverse = reversed_traverse,
    .iter = iter_self,
    .next = reversed_next,
    .new_ = reversed_new,
};

static const TlNativeDef reversed_methods[] = {
    {"__length_hint__", reversed_hint, TL_FN_NOARGS, "($self, /)",
     "Private method returning an estimate of len(list(it))."},
    {NULL, NULL, 0, NULL, NULL},
};

const TlTypeSpec tl_reversed_spec = {
    .name = "reversed",
    .doc = "Return a reverse iterator over the values of the given sequence.",
    .size = sizeof(Reversed),
    .flags = TL_TYPE_GC | TL_TYPE_BASE,
    .slots = &reversed_slots,
    .methods = reversed_methods,
};

// ---- zip

typedef struct Zip {
    TlObject ob;
    TlTuple *its;
    bool strict;
} Zip;

// The only keyword, strict: 1, 0, -1.
static int take_strict(TlRuntime *rt, const TlRef *kwargs, TlTuple *kwnames)
{
    static const char *const names[] = {"strict"};
    TlRef strict;
    if (kwnames == NULL || kwnames->len == 0) {
        return 0;
    }
    if (tl_bind_constructor(rt, "zip", names, 1, kwargs, 0, kwnames,
                            &strict) != TL_OK) {
        return -1;
    }
    return tl_truth(rt, strict);
}

static TlValue zip_new(TlRuntime *rt, TlType *type, const TlRef *args,
                       int nargs, TlTuple *kwnames)
{
    int strict = take_strict(rt, args + nargs, kwnames);
    TlTuple *its = strict < 0 ? NULL : iterators(rt, args, nargs);
    Zip *z = its != NULL ? tl_object_new(rt, type) : NULL;
    if (z == NULL) {
        tl_release(rt, its);
        return TL_NO_VALUE;
    }
    z->its = its;
    z->strict = strict;
    return tl_from_obj(z);
}

static TlValue uneven(TlRuntime *rt, int64_t at, const char *how)
{
    return tl_raise_fmt(rt, rt->exc.ValueError,
                        "zip() argument %lld is %s than argument%s%lld",
                        (long long)at + 1, how, at == 1 ? " " : "s 1-",
                        (long long)at);
}

// Iterator [at] has ended: fine unless strict and another has not.
static TlValue zip_end(TlRuntime *rt, Zip *z, int64_t at)
{
    if (!z->strict || tl_raised(rt)) {
        return TL_NO_VALUE;
    }
    if (at > 0) {
        return uneven(rt, at, "shorter");
    }
    for (int64_t i = 1; i < z->its->len; i++) {
        TlValue item = tl_next(rt, z->its->items[i]);
        if (tl_has_value(item)) {
            tl_decref(rt, item);
            return uneven(rt, i, "longer");
        }
        if (tl_raised(rt)) {
            break;
        }
    }
    return TL_NO_VALUE;
}

static TlValue zip_next(TlRuntime *rt, TlRef self)
{
    Zip *z = (Zip *)(void *)tl_as_obj(self);
    if (z->its->len == 0) {
        return TL_NO_VALUE;
    }
    TlTuple *row = tl_tuple_new(rt, z->its->len);
    for (int64_t i = 0; row != NULL && i < row->len; i++) {
        row->items[i] = tl_next(rt, z->its->items[i]);
        if (!tl_has_value(row->items[i])) {
            tl_release(rt, row);
            return zip_end(rt, z, i);
        }
    }
    return row == NULL ? TL_NO_VALUE : tl_from_obj(row);
}

static void zip_traverse(TlObject *obj, TlVisit visit, void *arg)
{
    tl_visit_ptr(((Zip *)(void *)obj)->its, visit, arg);
}

static void zip_free(TlRuntime *rt, TlObject *obj)
{
    TL_CLEAR_PTR(rt, ((Zip *)(void *)obj)->its);
    tl_object_free(rt, obj);
}

static const TlSlots zip_slots = {
    .free = zip_free,
    .traverse = zip_traverse,
    .iter = iter_self,
    .next = zip_next,
    .new_ = zip_new,
};

const TlTypeSpec tl_zip_spec = {
    .name = "zip",
    .doc = "zip(*iterables, strict=False) --> Yield tuples until an input is "
           "exhausted.",
    .size = sizeof(Zip),
    .flags = TL_TYPE_GC | TL_TYPE_BASE,
    .slots = &zip_slots,
};
