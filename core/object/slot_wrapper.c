// slot_wrapper.c — slots of built-in types seen as special methods.
// SPDX-License-Identifier: MIT
//
// `int.__add__` is a slot wrapper, `(1).__add__` the same bound to a value: a
// method wrapper. The row of slots.c says how the slot wants its arguments.
#include "base/check.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/number.h"
#include "object/str.h"
#include "object/type_impl.h"

TlValue tl_slot_wrapper_new(TlRuntime *rt, TlType *owner,
                            const TlSlotDef *def)
{
    TlSlotWrapper *wrapper = tl_object_new(rt, rt->types.slot_wrapper);
    if (wrapper == NULL) {
        return TL_NO_VALUE;
    }
    wrapper->def = def;
    wrapper->owner = tl_retain(owner);
    return tl_from_obj(wrapper);
}

static TlStatus want_args(TlRuntime *rt, int nargs, int min, int max)
{
    if (nargs >= min && nargs <= max) {
        return TL_OK;
    }
    // CPython unpacks more than one under an empty name: a blank comes first.
    if (min == max) {
        tl_raise_fmt(rt, rt->exc.TypeError, "%sexpected %d argument%s, got %d",
                     max > 1 ? " " : "", min, min == 1 ? "" : "s", nargs);
    } else {
        int limit = nargs < min ? min : max;
        tl_raise_fmt(rt, rt->exc.TypeError,
                     " expected at %s %d argument%s, got %d",
                     nargs < min ? "least" : "most", limit,
                     limit == 1 ? "" : "s", nargs);
    }
    return TL_RAISED;
}

static TlValue none_if(TlStatus status)
{
    return status == TL_OK ? TL_NONE : TL_NO_VALUE;
}

static TlValue truth_of(int answer)
{
    return answer < 0 ? TL_NO_VALUE : tl_bool(answer != 0);
}

static TlStatus want_name(TlRuntime *rt, TlRef arg)
{
    if (!tl_is_str(arg)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "attribute name must be string, not '%T'", arg);
        return TL_RAISED;
    }
    return TL_OK;
}

static TlValue call_get(TlRuntime *rt, TlAnyFn fn, TlRef self,
                        const TlRef *args, int nargs)
{
    TlRef obj = tl_is_none(args[0]) ? TL_NO_VALUE : args[0];
    TlType *type = NULL;
    if (nargs == 2 && tl_is_obj(args[1]) &&
        (tl_as_obj(args[1])->type->flags & TL_TYPE_IS_TYPE)) {
        type = (TlType *)(void *)tl_as_obj(args[1]);
    }
    if (!tl_has_value(obj) && type == NULL) {
        return tl_raise(rt, rt->exc.TypeError,
                        "__get__(None, None) is invalid");
    }
    if (type == NULL) {
        type = tl_type_of(rt, obj);
    }
    return ((TlValue(*)(TlRuntime *, TlRef, TlRef, TlType *))fn)(rt, self, obj,
                                                                 type);
}

static TlValue call_next(TlRuntime *rt, TlAnyFn fn, TlRef self)
{
    TlValue result = ((TlUnaryFn)fn)(rt, self);
    if (!tl_has_value(result) && !tl_raised(rt)) {
        return tl_raise_stop(rt, TL_NONE);
    }
    return result;
}

static TlValue call_hash(TlRuntime *rt, TlAnyFn fn, TlRef self)
{
    int64_t hash;
    if (((TlStatus(*)(TlRuntime *, TlRef, int64_t *))fn)(rt, self, &hash) !=
        TL_OK) {
        return TL_NO_VALUE;
    }
    return tl_int_from_i64(rt, hash);
}

static TlValue call_len(TlRuntime *rt, TlAnyFn fn, TlRef self)
{
    int64_t len = ((int64_t(*)(TlRuntime *, TlRef))fn)(rt, self);
    return len < 0 ? TL_NO_VALUE : tl_int_from_i64(rt, len);
}

// Kinds without arguments.
static TlValue call_plain(TlRuntime *rt, TlWrap wrap, TlAnyFn fn, TlRef self)
{
    switch (wrap) {
    case TL_WRAP_HASH: return call_hash(rt, fn, self);
    case TL_WRAP_NEXT: return call_next(rt, fn, self);
    case TL_WRAP_LEN: return call_len(rt, fn, self);
    case TL_WRAP_TRUTH:
        return truth_of(((int (*)(TlRuntime *, TlRef))fn)(rt, self));
    case TL_WRAP_DEL:
        ((void (*)(TlRuntime *, TlRef))fn)(rt, self);
        return TL_NONE;
    default: return ((TlUnaryFn)fn)(rt, self);
    }
}

// object.__setattr__(SomeClass, ...) would go around the class's own rules.
static TlStatus check_setattr(TlRuntime *rt, TlRef self,
                              const TlSlotWrapper *wrapper)
{
    if (wrapper->owner == rt->types.object && tl_is_obj(self) &&
        (tl_as_obj(self)->type->flags & TL_TYPE_IS_TYPE)) {
        tl_raise_fmt(rt, rt->exc.TypeError, "can't apply this %U to %T object",
                     tl_slot_name(rt, wrapper->def), self);
        return TL_RAISED;
    }
    return TL_OK;
}

typedef TlStatus (*SetFn)(TlRuntime *rt, TlRef self, TlRef key, TlRef value);

static TlValue call_setattr(TlRuntime *rt, const TlSlotWrapper *wrapper,
                            TlAnyFn fn, TlRef self, TlRef name, TlRef value)
{
    if (want_name(rt, name) != TL_OK ||
        check_setattr(rt, self, wrapper) != TL_OK) {
        return TL_NO_VALUE;
    }
    return none_if(((TlStatus(*)(TlRuntime *, TlRef, TlStr *, TlRef))fn)(
        rt, self, tl_as_str(name), value));
}

static TlValue call_getattr(TlRuntime *rt, TlAnyFn fn, TlRef self, TlRef name)
{
    if (want_name(rt, name) != TL_OK) {
        return TL_NO_VALUE;
    }
    return ((TlValue(*)(TlRuntime *, TlRef, TlStr *))fn)(rt, self,
                                                         tl_as_str(name));
}

// Kinds with arguments; their number is right.
static TlValue call_with_args(TlRuntime *rt, const TlSlotWrapper *wrapper,
                              TlAnyFn fn, TlRef self, const TlRef *args,
                              int nargs)
{
    switch (wrapper->def->wrap) {
    case TL_WRAP_COMPARE:
        return ((TlValue(*)(TlRuntime *, TlRef, TlRef, TlCompareOp))fn)(
            rt, self, args[0], (TlCompareOp)wrapper->def->arg);
    case TL_WRAP_BINARY: return ((TlBinaryFn)fn)(rt, self, args[0]);
    case TL_WRAP_BINARY_R: return ((TlBinaryFn)fn)(rt, args[0], self);
    case TL_WRAP_GETATTR: return call_getattr(rt, fn, self, args[0]);
    case TL_WRAP_SETATTR:
        return call_setattr(rt, wrapper, fn, self, args[0], args[1]);
    case TL_WRAP_DELATTR:
        return call_setattr(rt, wrapper, fn, self, args[0], TL_NO_VALUE);
    case TL_WRAP_GET: return call_get(rt, fn, self, args, nargs);
    case TL_WRAP_SET:
    case TL_WRAP_SETITEM:
        return none_if(((SetFn)fn)(rt, self, args[0], args[1]));
    case TL_WRAP_DELETE:
    case TL_WRAP_DELITEM:
        return none_if(((SetFn)fn)(rt, self, args[0], TL_NO_VALUE));
    case TL_WRAP_CONTAINS:
        return truth_of(
            ((int (*)(TlRuntime *, TlRef, TlRef))fn)(rt, self, args[0]));
    default: TL_UNREACHABLE("every kind is above");
    }
    return TL_NO_VALUE;
}

static void arg_range(TlWrap wrap, int *min, int *max)
{
    switch (wrap) {
    case TL_WRAP_UNARY:
    case TL_WRAP_HASH:
    case TL_WRAP_TRUTH:
    case TL_WRAP_NEXT:
    case TL_WRAP_LEN:
    case TL_WRAP_DEL: *min = *max = 0; break;
    case TL_WRAP_SETATTR:
    case TL_WRAP_SET:
    case TL_WRAP_SETITEM: *min = *max = 2; break;
    case TL_WRAP_GET: *min = 1, *max = 2; break;
    default: *min = *max = 1; break;
    }
}

// Three arguments to pow() take the other slot.
static bool is_pow3(const TlSlotWrapper *wrapper, int nargs)
{
    return wrapper->def->slot == offsetof(TlSlots, binary[TL_BIN_POW]) &&
           wrapper->def->wrap == TL_WRAP_BINARY && nargs == 2 &&
           wrapper->owner->slots.pow3 != NULL;
}

static TlValue call_wrapped(TlRuntime *rt, TlSlotWrapper *wrapper, TlRef self,
                            const TlRef *args, int nargs, TlTuple *kwnames)
{
    TlAnyFn fn = tl_slot_get(&wrapper->owner->slots, wrapper->def->slot);
    TlWrap wrap = wrapper->def->wrap;
    if (wrap == TL_WRAP_CALL) {
        return ((TlCallFn)fn)(rt, self, args, nargs, kwnames);
    }
    if (wrap == TL_WRAP_INIT) {
        return none_if(((TlInitFn)fn)(rt, self, args, nargs, kwnames));
    }
    if (kwnames != NULL && kwnames->len > 0) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "wrapper %U() takes no keyword arguments",
                            tl_slot_name(rt, wrapper->def));
    }
    if (is_pow3(wrapper, nargs)) {
        return wrapper->owner->slots.pow3(rt, self, args[0], args[1]);
    }
    int min, max;
    arg_range(wrap, &min, &max);
    if (want_args(rt, nargs, min, max) != TL_OK) {
        return TL_NO_VALUE;
    }
    return max == 0 ? call_plain(rt, wrap, fn, self)
                    : call_with_args(rt, wrapper, fn, self, args, nargs);
}

// ---- slot_wrapper: int.__add__

static TlValue wrapper_call(TlRuntime *rt, TlRef callee, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    TlSlotWrapper *wrapper = (TlSlotWrapper *)(void *)tl_as_obj(callee);
    TlStr *name = tl_slot_name(rt, wrapper->def);
    if (nargs == 0) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "descriptor '%U' of '%s' object needs an argument",
                            name, wrapper->owner->name);
    }
    if (!tl_is_subtype(tl_type_of(rt, args[0]), wrapper->owner)) {
        return tl_raise_fmt(
            rt, rt->exc.TypeError,
            "descriptor '%U' requires a '%s' object but received a '%T'", name,
            wrapper->owner->name, args[0]);
    }
    return call_wrapped(rt, wrapper, args[0], args + 1, nargs - 1, kwnames);
}

static TlValue wrapper_get(TlRuntime *rt, TlRef descr, TlRef obj, TlType *type)
{
    if (!tl_has_value(obj)) {
        return tl_incref(descr);
    }
    TlMethodWrapper *bound = tl_object_new(rt, rt->types.method_wrapper);
    if (bound == NULL) {
        return TL_NO_VALUE;
    }
    bound->wrapper = tl_retain(tl_as_obj(descr));
    bound->self = tl_incref(obj);
    return tl_from_obj(bound);
}

static TlValue wrapper_repr(TlRuntime *rt, TlRef self)
{
    TlSlotWrapper *wrapper = (TlSlotWrapper *)(void *)tl_as_obj(self);
    return tl_str_fmt(rt, "<slot wrapper '%U' of '%s' objects>",
                      tl_slot_name(rt, wrapper->def), wrapper->owner->name);
}

static void wrapper_traverse(TlObject *self, TlVisit visit, void *arg)
{
    tl_visit_ptr(((TlSlotWrapper *)(void *)self)->owner, visit, arg);
}

static void wrapper_free(TlRuntime *rt, TlObject *self)
{
    TL_CLEAR_PTR(rt, ((TlSlotWrapper *)(void *)self)->owner);
    tl_object_free(rt, self);
}

static TlValue get_name(TlRuntime *rt, TlRef self, void *closure)
{
    TlSlotWrapper *wrapper = (TlSlotWrapper *)(void *)tl_as_obj(self);
    return tl_incref(tl_from_obj(tl_slot_name(rt, wrapper->def)));
}

static TlValue get_qualname(TlRuntime *rt, TlRef self, void *closure)
{
    TlSlotWrapper *wrapper = (TlSlotWrapper *)(void *)tl_as_obj(self);
    return tl_str_fmt(rt, "%s.%U", wrapper->owner->name,
                      tl_slot_name(rt, wrapper->def));
}

static TlValue get_objclass(TlRuntime *rt, TlRef self, void *closure)
{
    TlSlotWrapper *wrapper = (TlSlotWrapper *)(void *)tl_as_obj(self);
    return tl_incref(tl_from_obj(wrapper->owner));
}

static const TlGetSetDef wrapper_getsets[] = {
    {"__name__", get_name, NULL, NULL},
    {"__qualname__", get_qualname, NULL, NULL},
    {"__objclass__", get_objclass, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};

static const TlSlots wrapper_slots = {
    .free = wrapper_free,
    .traverse = wrapper_traverse,
    .repr = wrapper_repr,
    .descr_get = wrapper_get,
    .call = wrapper_call,
};

const TlTypeSpec tl_slot_wrapper_spec = {
    .name = "wrapper_descriptor",
    .size = sizeof(TlSlotWrapper),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &wrapper_slots,
    .getsets = wrapper_getsets,
};

// ---- method_wrapper: (1).__add__

static TlMethodWrapper *as_bound(TlRef v)
{
    return (TlMethodWrapper *)(void *)tl_as_obj(v);
}

static TlValue bound_call(TlRuntime *rt, TlRef callee, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    TlMethodWrapper *bound = as_bound(callee);
    return call_wrapped(rt, bound->wrapper, bound->self, args, nargs, kwnames);
}

static TlValue bound_repr(TlRuntime *rt, TlRef self)
{
    TlMethodWrapper *bound = as_bound(self);
    char address[TL_ADDRESS_TEXT];
    tl_address_text(rt, bound->self, address);
    return tl_str_fmt(rt, "<method-wrapper '%U' of %T object at %s>",
                      tl_slot_name(rt, bound->wrapper->def), bound->self,
                      address);
}

static TlValue bound_compare(TlRuntime *rt, TlRef a, TlRef b, TlCompareOp op)
{
    if ((op != TL_EQ && op != TL_NE) || !tl_is_obj(b) ||
        tl_as_obj(b)->type != rt->types.method_wrapper) {
        return TL_NOT_IMPLEMENTED;
    }
    bool same = as_bound(a)->wrapper == as_bound(b)->wrapper &&
                as_bound(a)->self == as_bound(b)->self;
    return tl_bool(same == (op == TL_EQ));
}

static TlStatus bound_hash(TlRuntime *rt, TlRef self, int64_t *hash)
{
    TlMethodWrapper *bound = as_bound(self);
    *hash = tl_object_number(rt, &bound->wrapper->ob);
    if (tl_is_obj(bound->self)) {
        *hash = *hash * 31 + tl_object_number(rt, tl_as_obj(bound->self));
    }
    return TL_OK;
}

static void bound_traverse(TlObject *self, TlVisit visit, void *arg)
{
    TlMethodWrapper *bound = (TlMethodWrapper *)(void *)self;
    tl_visit_ptr(bound->wrapper, visit, arg);
    tl_visit(bound->self, visit, arg);
}

static void bound_free(TlRuntime *rt, TlObject *self)
{
    TlMethodWrapper *bound = (TlMethodWrapper *)(void *)self;
    TL_CLEAR_PTR(rt, bound->wrapper);
    tl_clear(rt, &bound->self);
    tl_object_free(rt, self);
}

static TlValue bound_name(TlRuntime *rt, TlRef self, void *closure)
{
    return get_name(rt, tl_from_obj(as_bound(self)->wrapper), closure);
}

static TlValue bound_self(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_incref(as_bound(self)->self);
}

static const TlGetSetDef bound_getsets[] = {
    {"__name__", bound_name, NULL, NULL},
    {"__self__", bound_self, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};

static const TlSlots bound_slots = {
    .free = bound_free,
    .traverse = bound_traverse,
    .repr = bound_repr,
    .hash = bound_hash,
    .compare = bound_compare,
    .call = bound_call,
};

const TlTypeSpec tl_method_wrapper_spec = {
    .name = "method-wrapper",
    .size = sizeof(TlMethodWrapper),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &bound_slots,
    .getsets = bound_getsets,
};
