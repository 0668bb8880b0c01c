// abstract_container.c — generic containers: length, items, iteration.
// SPDX-License-Identifier: MIT
#include "object/class.h"
#include "object/exc.h"
#include "object/func.h"
#include "object/list.h"
#include "object/object.h"
#include "object/seq.h"
#include "object/str.h"

int64_t tl_len(TlRuntime *rt, TlRef v)
{
    TlType *type = tl_type_of(rt, v);
    if (type->slots.len == NULL) {
        tl_raise_fmt(rt, rt->exc.TypeError, "object of type '%T' has no len()",
                     v);
        return -1;
    }
    return type->slots.len(rt, v);
}

// `C[key]` of a class: __class_getitem__, or list[int] for type itself.
static TlValue class_getitem(TlRuntime *rt, TlRef cls, TlRef key)
{
    TlType *type = (TlType *)(void *)tl_as_obj(cls);
    if (type == rt->types.type) {
        return tl_generic_alias_new(rt, cls, key);
    }
    TlValue method;
    int found = tl_getattr_opt(rt, cls, TL_NAME(rt, __class_getitem__),
                               &method);
    if (found != 1) {
        if (found == 0) {
            tl_raise_fmt(rt, rt->exc.TypeError,
                         "type '%s' is not subscriptable", type->name);
        }
        return TL_NO_VALUE;
    }
    TlValue result = tl_call1(rt, method, key);
    tl_decref(rt, method);
    return result;
}

TlValue tl_getitem(TlRuntime *rt, TlRef obj, TlRef key)
{
    TlType *type = tl_type_of(rt, obj);
    if (type->slots.getitem != NULL) {
        return type->slots.getitem(rt, obj, key);
    }
    if (type->flags & TL_TYPE_IS_TYPE) {
        return class_getitem(rt, obj, key);
    }
    return tl_raise_fmt(rt, rt->exc.TypeError,
                        "'%T' object is not subscriptable", obj);
}

TlStatus tl_setitem(TlRuntime *rt, TlRef obj, TlRef key, TlRef value)
{
    TlType *type = tl_type_of(rt, obj);
    if (type->slots.setitem == NULL) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "'%T' object does not support item assignment", obj);
        return TL_RAISED;
    }
    return type->slots.setitem(rt, obj, key, value);
}

TlStatus tl_delitem(TlRuntime *rt, TlRef obj, TlRef key)
{
    TlType *type = tl_type_of(rt, obj);
    if (type->slots.setitem == NULL) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "'%T' object doesn't support item deletion", obj);
        return TL_RAISED;
    }
    return type->slots.setitem(rt, obj, key, TL_NO_VALUE);
}

static int contains_by_iteration(TlRuntime *rt, TlRef obj, TlRef item)
{
    TlValue it = tl_iter(rt, obj);
    if (!tl_has_value(it)) {
        if (tl_error_is(rt, rt->exc.TypeError)) {
            tl_clear_error(rt);
            tl_raise_fmt(rt, rt->exc.TypeError,
                         "argument of type '%T' is not iterable", obj);
        }
        return -1;
    }
    int answer = 0;
    while (answer == 0) {
        TlValue each = tl_next(rt, it);
        if (!tl_has_value(each)) {
            answer = tl_raised(rt) ? -1 : 0;
            break;
        }
        answer = tl_equal(rt, each, item);
        tl_decref(rt, each);
        if (answer == 0 && tl_seq_tick(rt) != TL_OK) {
            answer = -1;
        }
    }
    tl_decref(rt, it);
    return answer;
}

int tl_contains(TlRuntime *rt, TlRef obj, TlRef item)
{
    TlType *type = tl_type_of(rt, obj);
    if (type->slots.contains != NULL) {
        return type->slots.contains(rt, obj, item);
    }
    return contains_by_iteration(rt, obj, item);
}

// ---- iteration

TlValue tl_iter(TlRuntime *rt, TlRef obj)
{
    TlType *type = tl_type_of(rt, obj);
    if (type->slots.iter != NULL) {
        TlValue it = type->slots.iter(rt, obj);
        if (tl_has_value(it) && tl_type_of(rt, it)->slots.next == NULL) {
            tl_raise_fmt(rt, rt->exc.TypeError,
                         "iter() returned non-iterator of type '%T'", it);
            tl_decref(rt, it);
            return TL_NO_VALUE;
        }
        return it;
    }
    // Anything with __getitem__ iterates by index.
    if (type->slots.getitem != NULL && !(type->flags & TL_TYPE_IS_DICT)) {
        return tl_seq_iter_new(rt, rt->types.seq_iter, obj);
    }
    return tl_raise_fmt(rt, rt->exc.TypeError, "'%T' object is not iterable",
                        obj);
}

TlValue tl_next(TlRuntime *rt, TlRef it)
{
    TlType *type = tl_type_of(rt, it);
    if (type->slots.next == NULL) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "'%T' object is not an iterator", it);
    }
    TlValue item = type->slots.next(rt, it);
    // Either way of ending is fine for a slot; callers see only one.
    if (!tl_has_value(item) && tl_error_is(rt, rt->exc.StopIteration)) {
        tl_clear_error(rt);
    }
    return item;
}
