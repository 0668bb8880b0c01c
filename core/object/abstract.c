// abstract.c — generic operations: attributes, text, hash, truth, comparison.
// SPDX-License-Identifier: MIT
#include "object/object.h"

#include "base/check.h"
#include "object/class.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/func.h"
#include "object/list.h"
#include "object/number.h"
#include "object/str.h"
#include "object/type_impl.h"

TlType *tl_type_of(TlRuntime *rt, TlRef v)
{
    if (tl_is_obj(v)) {
        return tl_as_obj(v)->type;
    }
    if (tl_is_double(v)) {
        return rt->types.float_;
    }
    if (tl_is_small_int(v)) {
        return rt->types.int_;
    }
    switch (v) {
    case TL_NONE: return rt->types.none;
    case TL_TRUE:
    case TL_FALSE: return rt->types.bool_;
    case TL_NOT_IMPLEMENTED: return rt->types.not_implemented;
    case TL_ELLIPSIS: return rt->types.ellipsis;
    default: TL_UNREACHABLE("only values have a type"); return NULL;
    }
}

TlStatus tl_enter_native(TlRuntime *rt, const char *where)
{
    if (rt->native_depth >= rt->native_limit) {
        tl_raise_fmt(rt, rt->exc.RecursionError,
                     "maximum recursion depth exceeded%s", where);
        return TL_RAISED;
    }
    rt->native_depth++;
    return TL_OK;
}

void tl_leave_native(TlRuntime *rt)
{
    TL_ASSERT(rt->native_depth > 0, "every leave has its enter");
    rt->native_depth--;
}

// ---- attributes

TlValue tl_getattr(TlRuntime *rt, TlRef obj, TlStr *name)
{
    TlType *type = tl_type_of(rt, obj);
    return type->slots.getattr(rt, obj, name);
}

int tl_getattr_opt(TlRuntime *rt, TlRef obj, TlStr *name, TlValue *out)
{
    *out = tl_getattr(rt, obj, name);
    if (tl_has_value(*out)) {
        return 1;
    }
    if (!tl_error_is(rt, rt->exc.AttributeError)) {
        return -1;
    }
    tl_clear_error(rt);
    return 0;
}

TlValue tl_getattr_cstr(TlRuntime *rt, TlRef obj, const char *name)
{
    TlStr *key = tl_intern_cstr(rt, name);
    if (key == NULL) {
        return TL_NO_VALUE;
    }
    TlValue result = tl_getattr(rt, obj, key);
    tl_release(rt, key);
    return result;
}

TlStatus tl_setattr(TlRuntime *rt, TlRef obj, TlStr *name, TlRef value)
{
    return tl_type_of(rt, obj)->slots.setattr(rt, obj, name, value);
}

int tl_lookup_special(TlRuntime *rt, TlRef obj, TlStr *name, TlValue *out)
{
    TlType *type = tl_type_of(rt, obj);
    TlRef found = tl_type_lookup(rt, type, name);
    *out = TL_NO_VALUE;
    if (!tl_has_value(found)) {
        return 0;
    }
    TlType *kind = tl_type_of(rt, found);
    if (kind->slots.descr_get == NULL) {
        *out = tl_incref(found);
        return 1;
    }
    TlValue descr = tl_incref(found);
    *out = kind->slots.descr_get(rt, descr, obj, type);
    tl_decref(rt, descr);
    return tl_has_value(*out) ? 1 : -1;
}

// ---- text

static TlValue text_of(TlRuntime *rt, TlRef v, TlUnaryFn slot,
                       const char *name, const char *where)
{
    if (tl_enter_native(rt, where) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlValue text = slot(rt, v);
    tl_leave_native(rt);
    if (tl_has_value(text) && !tl_is_str(text)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "%s returned non-string (type %T)", name, text);
        tl_decref(rt, text);
        return TL_NO_VALUE;
    }
    return text;
}

TlValue tl_repr(TlRuntime *rt, TlRef v)
{
    return text_of(rt, v, tl_type_of(rt, v)->slots.repr, "__repr__",
                   " while getting the repr of an object");
}

TlValue tl_str(TlRuntime *rt, TlRef v)
{
    TlType *type = tl_type_of(rt, v);
    if (type == rt->types.str) {
        return tl_incref(v);
    }
    return text_of(rt, v, type->slots.str, "__str__",
                   " while getting the str of an object");
}

TlValue tl_format(TlRuntime *rt, TlRef v, TlRef spec)
{
    TlType *type = tl_type_of(rt, v);
    if (tl_as_str(spec)->len == 0 &&
        (type == rt->types.str || type == rt->types.int_)) {
        return tl_str(rt, v);
    }
    TlValue method;
    int found =
        tl_lookup_special(rt, v, TL_NAME(rt, __format__), &method);
    if (found != 1) {
        if (found == 0) {
            tl_raise_fmt(rt, rt->exc.TypeError,
                         "Type %T doesn't define __format__", v);
        }
        return TL_NO_VALUE;
    }
    TlValue text = tl_call1(rt, method, spec);
    tl_decref(rt, method);
    if (tl_has_value(text) && !tl_is_str(text)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "__format__ must return a str, not %T", text);
        tl_decref(rt, text);
        return TL_NO_VALUE;
    }
    return text;
}

// ---- hash and truth

TlStatus tl_hash(TlRuntime *rt, TlRef v, int64_t *hash)
{
    TlType *type = tl_type_of(rt, v);
    if (type->slots.hash == NULL) {
        tl_raise_fmt(rt, rt->exc.TypeError, "unhashable type: '%T'", v);
        return TL_RAISED;
    }
    return type->slots.hash(rt, v, hash);
}

int tl_truth(TlRuntime *rt, TlRef v)
{
    if (!tl_is_obj(v)) {
        if (v == TL_TRUE || v == TL_FALSE || v == TL_NONE) {
            return v == TL_TRUE;
        }
        if (tl_is_small_int(v)) {
            return tl_as_small(v) != 0;
        }
        if (tl_is_double(v)) {
            return tl_as_double(v) != 0.0;
        }
    }
    TlType *type = tl_type_of(rt, v);
    if (type->slots.truth != NULL) {
        return type->slots.truth(rt, v);
    }
    if (type->slots.len != NULL) {
        int64_t len = type->slots.len(rt, v);
        return len < 0 ? -1 : len > 0;
    }
    return 1;
}

// ---- comparison

static TlCompareOp swapped(TlCompareOp op)
{
    static const TlCompareOp swap[] = {TL_GT, TL_GE, TL_EQ,
                                       TL_NE, TL_LT, TL_LE};
    return swap[op];
}

static TlValue ask(TlRuntime *rt, TlType *type, TlRef a, TlRef b,
                   TlCompareOp op)
{
    if (type->slots.compare == NULL) {
        return TL_NOT_IMPLEMENTED;
    }
    return type->slots.compare(rt, a, b, op);
}

// A right operand of a subclass goes first, then left, then right.
static TlValue compare(TlRuntime *rt, TlRef a, TlRef b, TlCompareOp op)
{
    static const char *const text[] = {"<", "<=", "==", "!=", ">", ">="};
    TlType *ta = tl_type_of(rt, a), *tb = tl_type_of(rt, b);
    bool asked_b = ta != tb && tl_is_subtype(tb, ta) &&
                   tb->slots.compare != NULL;
    TlValue result = TL_NOT_IMPLEMENTED;
    if (asked_b) {
        result = ask(rt, tb, b, a, swapped(op));
    }
    if (result == TL_NOT_IMPLEMENTED) {
        result = ask(rt, ta, a, b, op);
    }
    if (result == TL_NOT_IMPLEMENTED && !asked_b) {
        result = ask(rt, tb, b, a, swapped(op));
    }
    if (result != TL_NOT_IMPLEMENTED) {
        return result;
    }
    if (op == TL_EQ || op == TL_NE) {
        return tl_bool((a == b) == (op == TL_EQ));
    }
    return tl_raise_fmt(
        rt, rt->exc.TypeError,
        "'%s' not supported between instances of '%T' and '%T'", text[op], a,
        b);
}

TlValue tl_compare(TlRuntime *rt, TlRef a, TlRef b, TlCompareOp op)
{
    if (tl_enter_native(rt, " in comparison") != TL_OK) {
        return TL_NO_VALUE;
    }
    TlValue result = compare(rt, a, b, op);
    tl_leave_native(rt);
    return result;
}

static int truth_of(TlRuntime *rt, TlValue v)
{
    if (!tl_has_value(v)) {
        return -1;
    }
    int truth = tl_truth(rt, v);
    tl_decref(rt, v);
    return truth;
}

int tl_equal(TlRuntime *rt, TlRef a, TlRef b)
{
    // Identical floats may be NaN only where the very same object is meant,
    // which is what containers ask.
    return a == b ? 1 : truth_of(rt, tl_compare(rt, a, b, TL_EQ));
}

int tl_less(TlRuntime *rt, TlRef a, TlRef b)
{
    return truth_of(rt, tl_compare(rt, a, b, TL_LT));
}
