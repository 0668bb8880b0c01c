// slot_methods.c — slots of classes: each calls a special method.
// SPDX-License-Identifier: MIT
//
// What CPython's slot_* functions do: look the method up on the type (never
// the instance), call it, check what it gave.
#include "object/slot_methods.h"

#include "base/check.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/func.h"
#include "object/list.h"
#include "object/number.h"
#include "object/str.h"
#include "object/type_impl.h"

// Calls type(self).name(self, *args): 1 *result, 0 no such method, -1 raised.
static int call_if_there(TlRuntime *rt, TlRef self, TlStr *name,
                         const TlRef *args, int nargs, TlTuple *kwnames,
                         TlValue *result)
{
    TlType *type = tl_type_of(rt, self);
    TlRef found = tl_type_lookup(rt, type, name);
    if (!tl_has_value(found)) {
        return 0;
    }
    TlValue method = tl_incref(found);
    TlType *kind = tl_type_of(rt, method);
    if (kind == rt->types.function || kind == rt->types.method_descr) {
        *result = tl_call_prepend(rt, method, self, args, nargs, kwnames);
    } else if (kind->slots.descr_get != NULL) {
        TlValue bound = kind->slots.descr_get(rt, method, self, type);
        *result = TL_NO_VALUE;
        if (tl_has_value(bound)) {
            *result = tl_call(rt, bound, args, nargs, kwnames);
            tl_decref(rt, bound);
        }
    } else {
        *result = tl_call(rt, method, args, nargs, kwnames);
    }
    tl_decref(rt, method);
    return tl_has_value(*result) ? 1 : -1;
}

static TlValue call_special(TlRuntime *rt, TlRef self, TlStr *name,
                            const TlRef *args, int nargs)
{
    TlValue result = TL_NO_VALUE;
    if (call_if_there(rt, self, name, args, nargs, NULL, &result) == 0) {
        return tl_raise_fmt(rt, rt->exc.AttributeError, "%U", name);
    }
    return result;
}

// The same for the reflected and optional operators: absent is
// NotImplemented.
static TlValue call_operator(TlRuntime *rt, TlRef self, TlStr *name,
                             const TlRef *args, int nargs)
{
    TlValue result = TL_NO_VALUE;
    if (call_if_there(rt, self, name, args, nargs, NULL, &result) == 0) {
        return TL_NOT_IMPLEMENTED;
    }
    return result;
}

// ---- unary

#define UNARY(slot, name)                                             \
    TlValue tl_slot_##slot(TlRuntime *rt, TlRef self)                 \
    {                                                                 \
        return call_special(rt, self, TL_NAME(rt, name), NULL, 0);    \
    }
UNARY(repr, __repr__)
UNARY(str, __str__)
UNARY(await, __await__)
UNARY(aiter, __aiter__)
UNARY(anext, __anext__)
UNARY(neg, __neg__)
UNARY(pos, __pos__)
UNARY(abs, __abs__)
UNARY(invert, __invert__)
UNARY(to_int, __int__)
UNARY(to_float, __float__)
UNARY(index, __index__)
#undef UNARY

TlStatus tl_slot_hash(TlRuntime *rt, TlRef self, int64_t *hash)
{
    TlValue result =
        call_special(rt, self, TL_NAME(rt, __hash__), NULL, 0);
    if (!tl_has_value(result)) {
        return TL_RAISED;
    }
    if (!tl_is_int(result)) {
        tl_decref(rt, result);
        tl_raise(rt, rt->exc.TypeError,
                 "__hash__ method should return an integer");
        return TL_RAISED;
    }
    // Within 64 bits the number itself, beyond that its hash.
    if (!tl_int_to_i64(result, hash)) {
        *hash = tl_hash_int(result);
    }
    if (*hash == -1) {
        *hash = -2;
    }
    tl_decref(rt, result);
    return TL_OK;
}

TlValue tl_slot_compare(TlRuntime *rt, TlRef a, TlRef b, TlCompareOp op)
{
    TlStr *const names[] = {
        TL_NAME(rt, __lt__), TL_NAME(rt, __le__), TL_NAME(rt, __eq__),
        TL_NAME(rt, __ne__), TL_NAME(rt, __gt__), TL_NAME(rt, __ge__),
    };
    return call_operator(rt, a, names[op], &b, 1);
}

int tl_slot_truth(TlRuntime *rt, TlRef self)
{
    TlValue result =
        call_special(rt, self, TL_NAME(rt, __bool__), NULL, 0);
    if (!tl_has_value(result)) {
        return -1;
    }
    int truth = result == TL_TRUE;
    if (!tl_is_bool(result)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "__bool__ should return bool, returned %T", result);
        truth = -1;
    }
    tl_decref(rt, result);
    return truth;
}

// ---- attributes

TlValue tl_slot_getattr(TlRuntime *rt, TlRef self, TlStr *name)
{
    TlRef arg = tl_from_obj(name);
    TlRef getter =
        tl_type_lookup(rt, tl_type_of(rt, self),
                       TL_NAME(rt, __getattribute__));
    bool plain =
        tl_is_obj(getter) && tl_as_obj(getter)->type == rt->types.slot_wrapper;
    TlValue result;
    if (plain) {
        TlSlotWrapper *wrapper = (TlSlotWrapper *)(void *)tl_as_obj(getter);
        result = wrapper->owner->slots.getattr(rt, self, name);
    } else {
        result = call_special(rt, self, TL_NAME(rt, __getattribute__), &arg,
                              1);
    }
    if (tl_has_value(result) || !tl_error_is(rt, rt->exc.AttributeError)) {
        return result;
    }
    TlValue error = tl_fetch(rt);
    int found = call_if_there(rt, self, TL_NAME(rt, __getattr__), &arg, 1,
                              NULL, &result);
    if (found == 0) {
        tl_restore(rt, error);
        return TL_NO_VALUE;
    }
    tl_decref(rt, error);
    return result;
}

TlStatus tl_slot_setattr(TlRuntime *rt, TlRef self, TlStr *name, TlRef value)
{
    TlRef args[] = {tl_from_obj(name), value};
    TlValue result =
        tl_has_value(value)
            ? call_special(rt, self, TL_NAME(rt, __setattr__), args, 2)
            : call_special(rt, self, TL_NAME(rt, __delattr__), args, 1);
    tl_decref(rt, result);
    return tl_has_value(result) ? TL_OK : TL_RAISED;
}

TlValue tl_slot_descr_get(TlRuntime *rt, TlRef descr, TlRef obj, TlType *type)
{
    TlRef args[] = {tl_has_value(obj) ? obj : TL_NONE, tl_from_obj(type)};
    TlValue result = TL_NO_VALUE;
    if (call_if_there(rt, descr, TL_NAME(rt, __get__), args, 2, NULL,
                      &result) == 0) {
        return tl_incref(descr);
    }
    return result;
}

TlStatus tl_slot_descr_set(TlRuntime *rt, TlRef descr, TlRef obj, TlRef value)
{
    TlRef args[] = {obj, value};
    TlValue result =
        tl_has_value(value)
            ? call_special(rt, descr, TL_NAME(rt, __set__), args, 2)
            : call_special(rt, descr, TL_NAME(rt, __delete__), args, 1);
    tl_decref(rt, result);
    return tl_has_value(result) ? TL_OK : TL_RAISED;
}

// ---- calling and construction

TlValue tl_slot_call(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                     TlTuple *kwnames)
{
    TlValue result = TL_NO_VALUE;
    if (call_if_there(rt, self, TL_NAME(rt, __call__), args, nargs, kwnames,
                      &result) == 0) {
        return tl_raise_fmt(rt, rt->exc.AttributeError, "__call__");
    }
    return result;
}

TlValue tl_slot_new(TlRuntime *rt, TlType *type, const TlRef *args, int nargs,
                    TlTuple *kwnames)
{
    TlRef self = tl_from_obj(type);
    TlValue func = tl_getattr(rt, self, TL_NAME(rt, __new__));
    if (!tl_has_value(func)) {
        return TL_NO_VALUE;
    }
    TlValue result = tl_call_prepend(rt, func, self, args, nargs, kwnames);
    tl_decref(rt, func);
    return result;
}

TlStatus tl_slot_init(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                      TlTuple *kwnames)
{
    TlValue result = TL_NO_VALUE;
    int found = call_if_there(rt, self, TL_NAME(rt, __init__), args, nargs,
                              kwnames, &result);
    if (found != 1) {
        return found == 0 ? TL_OK : TL_RAISED;
    }
    if (!tl_is_none(result)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "__init__() should return None, not '%T'", result);
    }
    bool fine = tl_is_none(result);
    tl_decref(rt, result);
    return fine ? TL_OK : TL_RAISED;
}

void tl_slot_finalize(TlRuntime *rt, TlRef self)
{
    TlValue error = tl_fetch(rt);
    TlValue result = TL_NO_VALUE;
    int found = call_if_there(rt, self, TL_NAME(rt, __del__), NULL, 0, NULL,
                              &result);
    if (found == -1) {
        TlRef del = tl_type_lookup(rt, tl_type_of(rt, self),
                                   TL_NAME(rt, __del__));
        tl_write_unraisable(rt, del);
    }
    tl_decref(rt, result);
    if (tl_has_value(error)) {
        tl_restore(rt, error);
    }
}

// ---- iteration and containers

TlValue tl_slot_iter(TlRuntime *rt, TlRef self)
{
    TlType *type = tl_type_of(rt, self);
    TlRef found = tl_type_lookup(rt, type, TL_NAME(rt, __iter__));
    if (tl_is_none(found)) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "'%T' object is not iterable", self);
    }
    return call_special(rt, self, TL_NAME(rt, __iter__), NULL, 0);
}

// An exhausted iterator says so without an exception; tl_send() asks
// __next__ itself where the value matters.
TlValue tl_slot_next(TlRuntime *rt, TlRef self)
{
    TlValue result =
        call_special(rt, self, TL_NAME(rt, __next__), NULL, 0);
    if (!tl_has_value(result) && tl_error_is(rt, rt->exc.StopIteration)) {
        tl_clear_error(rt);
    }
    return result;
}

int64_t tl_slot_len(TlRuntime *rt, TlRef self)
{
    TlValue result =
        call_special(rt, self, TL_NAME(rt, __len__), NULL, 0);
    if (!tl_has_value(result)) {
        return -1;
    }
    TlValue index = tl_index(rt, result);
    tl_decref(rt, result);
    int64_t len = -1;
    if (!tl_has_value(index)) {
        return -1;
    }
    if (tl_int_sign(index) < 0) {
        tl_raise(rt, rt->exc.ValueError, "__len__() should return >= 0");
    } else if (!tl_int_to_i64(index, &len)) {
        tl_raise(rt, rt->exc.OverflowError,
                 "cannot fit 'int' into an index-sized integer");
        len = -1;
    }
    tl_decref(rt, index);
    return len;
}

TlValue tl_slot_getitem(TlRuntime *rt, TlRef self, TlRef key)
{
    return call_special(rt, self, TL_NAME(rt, __getitem__), &key, 1);
}

TlStatus tl_slot_setitem(TlRuntime *rt, TlRef self, TlRef key, TlRef value)
{
    TlRef args[] = {key, value};
    TlValue result =
        tl_has_value(value)
            ? call_special(rt, self, TL_NAME(rt, __setitem__), args, 2)
            : call_special(rt, self, TL_NAME(rt, __delitem__), args, 1);
    tl_decref(rt, result);
    return tl_has_value(result) ? TL_OK : TL_RAISED;
}

int tl_slot_contains(TlRuntime *rt, TlRef self, TlRef item)
{
    TlRef found = tl_type_lookup(rt, tl_type_of(rt, self),
                                 TL_NAME(rt, __contains__));
    if (tl_is_none(found)) {
        tl_raise_fmt(rt, rt->exc.TypeError, "'%T' object is not a container",
                     self);
        return -1;
    }
    TlValue result =
        call_special(rt, self, TL_NAME(rt, __contains__), &item, 1);
    if (!tl_has_value(result)) {
        return -1;
    }
    int truth = tl_truth(rt, result);
    tl_decref(rt, result);
    return truth;
}

// ---- operators

// Does the subclass [b] answer [name] itself, not as [a] does?
static bool is_overloaded(TlRuntime *rt, TlType *a, TlType *b, TlStr *name)
{
    TlRef theirs = tl_type_lookup(rt, b, name);
    return tl_has_value(theirs) && theirs != tl_type_lookup(rt, a, name);
}

// `a op b` where at least one of the two types has this slot. A right operand
// of a subclass that overloads the reflected method goes first.
static TlValue binary(TlRuntime *rt, TlRef a, TlRef b, TlBinaryOp op,
                      TlBinaryFn slot, TlStr *forward, TlStr *reflected)
{
    TlType *ta = tl_type_of(rt, a), *tb = tl_type_of(rt, b);
    bool ask_b = ta != tb && tb->slots.binary[op] == slot;
    if (ta->slots.binary[op] == slot) {
        TlValue result;
        if (ask_b && tl_is_subtype(tb, ta) &&
            is_overloaded(rt, ta, tb, reflected)) {
            result = call_operator(rt, b, reflected, &a, 1);
            if (result != TL_NOT_IMPLEMENTED) {
                return result;
            }
            ask_b = false;
        }
        result = call_operator(rt, a, forward, &b, 1);
        if (result != TL_NOT_IMPLEMENTED || ta == tb) {
            return result;
        }
    }
    return ask_b ? call_operator(rt, b, reflected, &a, 1)
                 : TL_NOT_IMPLEMENTED;
}

#define BINARY(op, forward, reflected)                                   \
    TlValue tl_slot_binary_##op(TlRuntime *rt, TlRef a, TlRef b)         \
    {                                                                    \
        return binary(rt, a, b, TL_BIN_##op, tl_slot_binary_##op,        \
                      TL_NAME(rt, forward), TL_NAME(rt, reflected));     \
    }
#define B(op, forward, reflected, in_place)                              \
    BINARY(op, forward, reflected)                                       \
    TlValue tl_slot_inplace_##op(TlRuntime *rt, TlRef a, TlRef b)        \
    {                                                                    \
        return call_special(rt, a, TL_NAME(rt, in_place), &b, 1);        \
    }
TL_SLOT_OPERATORS(B)
BINARY(DIVMOD, __divmod__, __rdivmod__)
#undef B
#undef BINARY

TlValue tl_slot_pow3(TlRuntime *rt, TlRef a, TlRef b, TlRef mod)
{
    if (tl_type_of(rt, a)->slots.pow3 != tl_slot_pow3) {
        return TL_NOT_IMPLEMENTED;
    }
    TlRef args[] = {b, mod};
    return call_operator(rt, a, TL_NAME(rt, __pow__), args, 2);
}
