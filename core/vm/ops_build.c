// ops_build.c — displays, f-strings, unpacking.
// SPDX-License-Identifier: MIT
#include "object/dict.h"
#include "vm/vm_impl.h"

// ---- building

// Moves [n] operands into a new tuple or list.
static TlStatus build_tuple(TlRuntime *rt, TlFrame *f, int n)
{
    if (n == 0) {
        tl_push(f, tl_incref(rt->empty_tuple));
        return TL_OK;
    }
    TlTuple *tuple = tl_tuple_new(rt, n);
    if (tuple == NULL) {
        return TL_RAISED;
    }
    f->sp -= n;
    memcpy(tuple->items, f->sp, (size_t)n * sizeof(TlValue));
    tl_push(f, tl_from_obj(tuple));
    return TL_OK;
}

static TlStatus build_list(TlRuntime *rt, TlFrame *f, int n)
{
    TlList *list = tl_list_new(rt, n);
    if (list == NULL) {
        return TL_RAISED;
    }
    f->sp -= n;
    if (n > 0) {
        memcpy(list->items, f->sp, (size_t)n * sizeof(TlValue));
    }
    list->len = n;
    tl_push(f, tl_from_obj(list));
    return TL_OK;
}

static TlStatus build_set(TlRuntime *rt, TlFrame *f, int n)
{
    TlSet *set = tl_set_new(rt, rt->types.set);
    if (set == NULL) {
        return TL_RAISED;
    }
    TlValue *items = f->sp - n;
    TlStatus status = TL_OK;
    for (int i = 0; i < n && status == TL_OK; i++) {
        status = tl_set_add(rt, set, items[i]) < 0 ? TL_RAISED : TL_OK;
    }
    while (f->sp > items) {
        tl_drop(rt, f);
    }
    tl_push(f, tl_from_obj(set));
    return status;
}

static TlStatus build_map(TlRuntime *rt, TlFrame *f, int n)
{
    TlDict *dict = tl_dict_new(rt);
    if (dict == NULL) {
        return TL_RAISED;
    }
    TlValue *items = f->sp - 2 * n;
    TlStatus status = TL_OK;
    for (int i = 0; i < n && status == TL_OK; i++) {
        status = tl_dict_set(rt, dict, items[2 * i], items[2 * i + 1]);
    }
    while (f->sp > items) {
        tl_drop(rt, f);
    }
    tl_push(f, tl_from_obj(dict));
    return status;
}

static TlStatus build_slice(TlRuntime *rt, TlFrame *f, int n)
{
    TlRef step = n == 3 ? f->sp[-1] : TL_NONE;
    TlValue *base = f->sp - n;
    return tl_replace(rt, f, n, tl_slice_new(rt, base[0], base[1], step));
}

TlStatus tl_op_build(TlRuntime *rt, TlFrame *f, uint32_t op, int n)
{
    switch (op) {
    case TL_OP_BUILD_TUPLE: return build_tuple(rt, f, n);
    case TL_OP_BUILD_LIST: return build_list(rt, f, n);
    case TL_OP_BUILD_SET: return build_set(rt, f, n);
    case TL_OP_BUILD_MAP: return build_map(rt, f, n);
    case TL_OP_BUILD_SLICE: return build_slice(rt, f, n);
    case TL_OP_LIST_TO_TUPLE:
        return tl_replace(rt, f, 1,
                          tl_list_to_tuple(rt, tl_as_list(f->sp[-1])));
    default: break;
    }
    if (n == 0) {
        tl_push(f, tl_incref(rt->empty_str));
        return TL_OK;
    }
    return tl_replace(rt, f, n,
                      tl_str_join(rt, tl_as_str(rt->empty_str), f->sp - n, n));
}

// ---- f-strings

static TlValue convert(TlRuntime *rt, TlRef v, uint32_t how)
{
    switch (how) {
    case 1: return tl_str(rt, v);
    case 2: return tl_repr(rt, v);
    case 3: return tl_ascii(rt, v);
    default: return tl_incref(v);
    }
}

TlStatus tl_op_format(TlRuntime *rt, TlFrame *f, uint32_t flags)
{
    int n = flags & 4 ? 2 : 1;
    TlRef spec = n == 2 ? f->sp[-1] : rt->empty_str;
    TlValue v = convert(rt, f->sp[-n], flags & 3);
    if (!tl_has_value(v)) {
        return TL_RAISED;
    }
    bool done = n == 1 && tl_is_obj(v) && tl_as_obj(v)->type == rt->types.str;
    TlValue text = done ? tl_incref(v) : tl_format(rt, v, spec);
    tl_decref(rt, v);
    return tl_replace(rt, f, n, text);
}

// ---- growing what is below

TlValue tl_function_name(TlRuntime *rt, TlRef callee)
{
    TlValue qualname, module = TL_NO_VALUE, name = TL_NO_VALUE;
    int found = tl_getattr_opt(rt, callee, TL_NAME(rt, __qualname__),
                               &qualname);
    if (found < 0) {
        return TL_NO_VALUE;
    }
    if (found == 0) {
        return tl_str(rt, callee);
    }
    found = tl_getattr_opt(rt, callee, TL_NAME(rt, __module__), &module);
    if (found >= 0) {
        bool shown = found > 0 && tl_is_str(module) &&
                     !tl_str_is(tl_as_str(module), "builtins");
        name = shown ? tl_str_fmt(rt, "%S.%S()", module, qualname)
                     : tl_str_fmt(rt, "%S()", qualname);
    }
    tl_decref(rt, module);
    tl_decref(rt, qualname);
    return name;
}

static TlStatus extend_list(TlRuntime *rt, TlList *list, TlRef iterable)
{
    TlType *type = tl_type_of(rt, iterable);
    if (type->slots.iter == NULL && type->slots.getitem == NULL) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "Value after * must be an iterable, not %T", iterable);
        return TL_RAISED;
    }
    return tl_list_extend(rt, list, iterable);
}

static TlStatus update_dict(TlRuntime *rt, TlDict *dict, TlRef mapping)
{
    if (!tl_is_dict(mapping)) {
        TlValue keys;
        int found = tl_getattr_opt(rt, mapping, TL_NAME(rt, keys), &keys);
        tl_decref(rt, keys);
        if (found == 0) {
            tl_raise_fmt(rt, rt->exc.TypeError, "'%T' object is not a mapping",
                         mapping);
        }
        if (found <= 0) {
            return TL_RAISED;
        }
    }
    return tl_dict_update(rt, dict, mapping);
}

TlStatus tl_op_collect(TlRuntime *rt, TlFrame *f, uint32_t op, int depth)
{
    TlRef v = f->sp[-1];
    // The collection lies [depth] places below what was pushed for it.
    int operands = op == TL_OP_MAP_ADD ? 2 : 1;
    TlRef to = f->sp[-operands - depth];
    TlStatus status = TL_OK;
    switch (op) {
    case TL_OP_LIST_APPEND:
        status = tl_list_append(rt, tl_as_list(to), v);
        break;
    case TL_OP_SET_ADD:
        status = tl_set_add(rt, tl_as_set(to), v) < 0 ? TL_RAISED : TL_OK;
        break;
    case TL_OP_MAP_ADD:
        status = tl_dict_set(rt, tl_as_dict(to), f->sp[-2], v);
        tl_drop(rt, f);
        break;
    case TL_OP_LIST_EXTEND:
        status = extend_list(rt, tl_as_list(to), v);
        break;
    case TL_OP_SET_UPDATE:
        status = tl_set_update(rt, tl_as_set(to), v);
        break;
    case TL_OP_DICT_UPDATE:
        status = update_dict(rt, tl_as_dict(to), v);
        break;
    default:
        // Below the dict: the positional arguments, NULL and the callable.
        status = tl_dict_merge_kwargs(rt, tl_as_dict(to), v,
                                      f->sp[-operands - depth - 3]);
        break;
    }
    tl_drop(rt, f);
    return status;
}

// ---- unpacking

// Replaces the sequence on top by its [n] items, the first on top. The items
// are read before the sequence is dropped.
static void spread(TlRuntime *rt, TlFrame *f, const TlRef *items, int n)
{
    TlValue seq = tl_pop(f);
    for (int i = n - 1; i >= 0; i--) {
        tl_push(f, tl_incref(items[i]));
    }
    tl_decref(rt, seq);
}

static TlStatus raise_not_unpackable(TlRuntime *rt, TlRef v)
{
    tl_raise_fmt(rt, rt->exc.TypeError,
                 "cannot unpack non-iterable %T object", v);
    return TL_RAISED;
}

static TlValue get_iter(TlRuntime *rt, TlRef v)
{
    TlType *type = tl_type_of(rt, v);
    if (type->slots.iter == NULL && type->slots.getitem == NULL) {
        raise_not_unpackable(rt, v);
        return TL_NO_VALUE;
    }
    return tl_iter(rt, v);
}

static TlStatus raise_count(TlRuntime *rt, bool at_least, int want, int got)
{
    tl_raise_fmt(rt, rt->exc.ValueError,
                 at_least ? "not enough values to unpack (expected at least "
                            "%d, got %d)"
                          : "not enough values to unpack (expected %d, got "
                            "%d)",
                 want, got);
    return TL_RAISED;
}

static TlStatus raise_too_many(TlRuntime *rt, int want)
{
    tl_raise_fmt(rt, rt->exc.ValueError,
                 "too many values to unpack (expected %d)", want);
    return TL_RAISED;
}

// [n] items of [it] to a list; fewer are an error.
static TlStatus take(TlRuntime *rt, TlRef it, TlList *out, int n, int want,
                     bool at_least)
{
    for (int i = 0; i < n; i++) {
        TlValue v = tl_next(rt, it);
        if (!tl_has_value(v)) {
            if (!tl_raised(rt)) {
                return raise_count(rt, at_least, want, i);
            }
            return TL_RAISED;
        }
        if (tl_list_append_steal(rt, out, v) != TL_OK) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

static TlStatus unpack_iterator(TlRuntime *rt, TlFrame *f, TlRef it,
                                TlList *items, int n)
{
    if (take(rt, it, items, n, n, false) != TL_OK) {
        return TL_RAISED;
    }
    TlValue extra = tl_next(rt, it);
    if (tl_has_value(extra)) {
        tl_decref(rt, extra);
        return raise_too_many(rt, n);
    }
    if (tl_raised(rt)) {
        return TL_RAISED;
    }
    spread(rt, f, items->items, n);
    return TL_OK;
}

static TlStatus unpack_any(TlRuntime *rt, TlFrame *f, int n)
{
    TlValue it = get_iter(rt, f->sp[-1]);
    if (!tl_has_value(it)) {
        return TL_RAISED;
    }
    TlList *items = tl_list_new(rt, n);
    TlStatus status = items == NULL ? TL_RAISED
                                    : unpack_iterator(rt, f, it, items, n);
    tl_release(rt, items);
    tl_decref(rt, it);
    return status;
}

TlStatus tl_op_unpack(TlRuntime *rt, TlFrame *f, int n)
{
    TlRef v = f->sp[-1];
    const TlRef *items = NULL;
    int64_t len = 0;
    if (tl_is_obj(v) && tl_as_obj(v)->type == rt->types.tuple) {
        items = tl_as_tuple(v)->items;
        len = tl_as_tuple(v)->len;
    } else if (tl_is_obj(v) && tl_as_obj(v)->type == rt->types.list) {
        items = tl_as_list(v)->items;
        len = tl_as_list(v)->len;
    } else {
        return unpack_any(rt, f, n);
    }
    if (len < n) {
        return raise_count(rt, false, n, (int)len);
    }
    if (len > n) {
        return raise_too_many(rt, n);
    }
    spread(rt, f, items, n);
    return TL_OK;
}

// Before, the rest as a list, after: on the stack in reverse.
static TlStatus spread_starred(TlRuntime *rt, TlFrame *f, TlList *items,
                               int before, int after)
{
    int64_t extra = items->len - before - after;
    if (extra < 0) {
        return raise_count(rt, true, before + after, (int)items->len);
    }
    TlList *rest = tl_list_new(rt, extra);
    if (rest == NULL) {
        return TL_RAISED;
    }
    for (int64_t i = 0; i < extra; i++) {
        rest->items[i] = tl_incref(items->items[before + i]);
    }
    rest->len = extra;
    TlValue seq = tl_pop(f);
    for (int i = after - 1; i >= 0; i--) {
        tl_push(f, tl_incref(items->items[before + extra + i]));
    }
    tl_push(f, tl_from_obj(rest));
    for (int i = before - 1; i >= 0; i--) {
        tl_push(f, tl_incref(items->items[i]));
    }
    tl_decref(rt, seq);
    return TL_OK;
}

TlStatus tl_op_unpack_ex(TlRuntime *rt, TlFrame *f, uint32_t arg)
{
    int before = (int)(arg & 0xff), after = (int)(arg >> 8);
    TlValue it = get_iter(rt, f->sp[-1]);
    if (!tl_has_value(it)) {
        return TL_RAISED;
    }
    TlList *items = tl_list_new(rt, before + after);
    TlStatus status =
        items == NULL ? TL_RAISED
                      : take(rt, it, items, before, before + after, after > 0);
    if (status == TL_OK) {
        status = tl_list_extend(rt, items, it);
    }
    if (status == TL_OK) {
        status = spread_starred(rt, f, items, before, after);
    }
    tl_release(rt, items);
    tl_decref(rt, it);
    return status;
}
