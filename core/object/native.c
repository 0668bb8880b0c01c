// native.c — functions written in C, and the methods of built-in types.
// SPDX-License-Identifier: MIT
//
// A `native` is callable as it is and carries its self; a `method_descr`
// stands in the dict of a type (its owner) and gets self from the call or when
// it is bound.
#include "object/func.h"

#include "base/check.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/signature.h"
#include "object/str.h"
#include "object/type_impl.h"

// Parameters up to this many are bound on the C stack.
#define SMALL_BIND 8

static TlNative *as_native(TlRef v)
{
    return (TlNative *)(void *)tl_as_obj(v);
}

static TlNative *native_new(TlRuntime *rt, TlType *type,
                            const TlNativeDef *def, TlRef self)
{
    TlNative *native = tl_object_new(rt, type);
    if (native == NULL) {
        return NULL;
    }
    native->def = def;
    native->self = tl_incref(self);
    return native;
}

static TlNative *native_with_signature(TlRuntime *rt, TlType *type,
                                       const TlNativeDef *def, TlRef self)
{
    TlNative *native = native_new(rt, type, def, self);
    if (native != NULL && (def->kind & TL_FN_KIND_MASK) == TL_FN_SIG) {
        native->signature = tl_signature_parse(rt, def->sig);
        if (native->signature == NULL) {
            tl_release(rt, native);
            return NULL;
        }
    }
    return native;
}

TlValue tl_native_new(TlRuntime *rt, const TlNativeDef *def, TlRef self,
                      const char *module_name)
{
    TlNative *native =
        native_with_signature(rt, rt->types.native, def, self);
    if (native == NULL) {
        return TL_NO_VALUE;
    }
    if (module_name != NULL) {
        native->module = tl_intern_cstr(rt, module_name);
        if (native->module == NULL) {
            tl_release(rt, native);
            return TL_NO_VALUE;
        }
    }
    return tl_from_obj(native);
}

TlValue tl_method_descr_new(TlRuntime *rt, TlType *owner,
                            const TlNativeDef *def)
{
    if (def->kind & TL_FN_STATIC) {
        TlValue func = tl_native_new(rt, def, tl_from_obj(owner), NULL);
        if (!tl_has_value(func)) {
            return TL_NO_VALUE;
        }
        TlValue wrapped = tl_staticmethod_new(rt, func);
        tl_decref(rt, func);
        return wrapped;
    }
    TlNative *descr =
        native_with_signature(rt, rt->types.method_descr, def, TL_NO_VALUE);
    if (descr == NULL) {
        return TL_NO_VALUE;
    }
    descr->owner = tl_retain(owner);
    return tl_from_obj(descr);
}

static void native_traverse(TlObject *obj, TlVisit visit, void *arg)
{
    TlNative *native = (TlNative *)(void *)obj;
    tl_visit(native->self, visit, arg);
    tl_visit_ptr(native->owner, visit, arg);
}

static void native_free(TlRuntime *rt, TlObject *obj)
{
    TlNative *native = (TlNative *)(void *)obj;
    tl_clear(rt, &native->self);
    TL_CLEAR_PTR(rt, native->owner);
    TL_CLEAR_PTR(rt, native->module);
    tl_signature_release(rt, native->signature);
    tl_object_free(rt, obj);
}

// ---- names

static bool has_plain_name(TlRuntime *rt, const TlNative *native)
{
    return native->owner == NULL &&
           (!tl_has_value(native->self) ||
            tl_type_of(rt, native->self) == rt->types.module);
}

static TlValue qualname(TlRuntime *rt, TlNative *native)
{
    if (has_plain_name(rt, native)) {
        return tl_str_from_cstr(rt, native->def->name);
    }
    TlType *type = native->owner;
    if (type == NULL) {
        type = tl_type_of(rt, native->self);
        if (type->flags & TL_TYPE_IS_TYPE) {
            type = (TlType *)(void *)tl_as_obj(native->self);
        }
    }
    return tl_str_fmt(rt, "%U.%s", type->qualname, native->def->name);
}

TlValue tl_native_full_name(TlRuntime *rt, TlNative *native)
{
    TlValue name = qualname(rt, native);
    if (!tl_has_value(name) || native->module == NULL ||
        tl_str_is(native->module, "builtins")) {
        return name;
    }
    TlValue full = tl_str_fmt(rt, "%U.%U", native->module, tl_as_str(name));
    tl_decref(rt, name);
    return full;
}

// ---- calling

static TlValue raise_full(TlRuntime *rt, TlNative *native, const char *format,
                          int nargs)
{
    TlValue full = tl_native_full_name(rt, native);
    if (tl_has_value(full)) {
        tl_raise_fmt(rt, rt->exc.TypeError, format, tl_as_str(full), nargs);
        tl_decref(rt, full);
    }
    return TL_NO_VALUE;
}

static TlValue call_bound(TlRuntime *rt, TlNative *native, TlRef self,
                          const TlRef *args, int nargs, TlTuple *kwnames)
{
    const TlSignature *sig = native->signature;
    TlRef small[SMALL_BIND];
    TlRef *bound = small;
    size_t size = (size_t)sig->count * sizeof *bound;
    if (sig->count > SMALL_BIND) {
        bound = tl_alloc(&rt->alloc, size);
        if (bound == NULL) {
            return tl_raise_memory(rt);
        }
    }
    TlValue result = TL_NO_VALUE;
    if (tl_signature_bind(rt, sig, native->def->name, native, args, nargs,
                          kwnames, bound) == TL_OK) {
        result = native->def->fn(rt, self, bound, sig->count, NULL);
        tl_signature_unbind(rt, sig, bound);
    }
    if (bound != small) {
        tl_free(&rt->alloc, bound, size);
    }
    return result;
}

TlValue tl_native_call(TlRuntime *rt, TlNative *native, TlRef self,
                       const TlRef *args, int nargs, TlTuple *kwnames)
{
    const TlNativeDef *def = native->def;
    int kind = def->kind & TL_FN_KIND_MASK;
    if (kind == TL_FN_SIG) {
        return call_bound(rt, native, self, args, nargs, kwnames);
    }
    if (kind != TL_FN_RAW_KW && tl_kw_count(kwnames) > 0) {
        return raise_full(rt, native, "%U() takes no keyword arguments", 0);
    }
    if (kind == TL_FN_NOARGS && nargs != 0) {
        return raise_full(rt, native, "%U() takes no arguments (%d given)",
                          nargs);
    }
    if (kind == TL_FN_ONE && nargs != 1) {
        return raise_full(rt, native,
                          "%U() takes exactly one argument (%d given)", nargs);
    }
    TlValue result = def->fn(rt, self, args, nargs, kwnames);
    TL_ASSERT(!tl_has_value(result) || !tl_raised(rt),
              "a native function returns or raises");
    return result;
}

static TlValue native_call(TlRuntime *rt, TlRef callee, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    TlNative *native = as_native(callee);
    return tl_native_call(rt, native, native->self, args, nargs, kwnames);
}

static TlStatus check_self(TlRuntime *rt, TlNative *descr, TlRef self)
{
    bool fine = descr->def->kind & TL_FN_CLASS
                    ? tl_is_obj(self) && (tl_as_obj(self)->type->flags &
                                          TL_TYPE_IS_TYPE)
                    : tl_is_subtype(tl_type_of(rt, self), descr->owner);
    if (!fine) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "descriptor '%s' for '%s' objects doesn't apply to a "
                     "'%T' object",
                     descr->def->name, descr->owner->name, self);
    }
    return fine ? TL_OK : TL_RAISED;
}

static TlValue descr_call(TlRuntime *rt, TlRef callee, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    TlNative *descr = as_native(callee);
    if (nargs == 0) {
        return raise_full(rt, descr, "unbound method %U() needs an argument",
                          0);
    }
    if (check_self(rt, descr, args[0]) != TL_OK) {
        return TL_NO_VALUE;
    }
    return tl_native_call(rt, descr, args[0], args + 1, nargs - 1, kwnames);
}

static TlValue descr_get(TlRuntime *rt, TlRef v, TlRef obj, TlType *type)
{
    TlNative *descr = as_native(v);
    bool of_class = (descr->def->kind & TL_FN_CLASS) != 0;
    if (!of_class && !tl_has_value(obj)) {
        return tl_incref(v);
    }
    TlRef self = of_class ? tl_from_obj(type) : obj;
    if (check_self(rt, descr, self) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlNative *bound = native_new(rt, rt->types.native, descr->def, self);
    if (bound == NULL) {
        return TL_NO_VALUE;
    }
    bound->signature = descr->signature;
    if (bound->signature != NULL) {
        bound->signature->refs++;
    }
    return tl_from_obj(bound);
}

// ---- text and comparison

static TlValue native_repr(TlRuntime *rt, TlRef v)
{
    TlNative *native = as_native(v);
    if (has_plain_name(rt, native)) {
        return tl_str_fmt(rt, "<built-in function %s>", native->def->name);
    }
    char address[TL_ADDRESS_TEXT];
    tl_address_text(rt, native->self, address);
    return tl_str_fmt(rt, "<built-in method %s of %T object at %s>",
                      native->def->name, native->self, address);
}

static TlValue descr_repr(TlRuntime *rt, TlRef v)
{
    TlNative *descr = as_native(v);
    return tl_str_fmt(rt, "<method '%s' of '%s' objects>", descr->def->name,
                      descr->owner->name);
}

static TlValue native_compare(TlRuntime *rt, TlRef a, TlRef b, TlCompareOp op)
{
    if ((op != TL_EQ && op != TL_NE) || !tl_is_obj(b) ||
        tl_as_obj(b)->type != rt->types.native) {
        return TL_NOT_IMPLEMENTED;
    }
    bool same = as_native(a)->self == as_native(b)->self &&
                as_native(a)->def == as_native(b)->def;
    return tl_bool(same == (op == TL_EQ));
}

static TlStatus native_hash(TlRuntime *rt, TlRef v, int64_t *hash)
{
    const TlNative *native = as_native(v);
    // Equal objects hash alike; the name keeps it independent of addresses.
    *hash = 7;
    for (const char *s = native->def->name; *s != '\0'; s++) {
        *hash = (int64_t)((uint64_t)*hash * 31 + (unsigned char)*s);
    }
    if (tl_is_obj(native->self)) {
        *hash ^= (int64_t)tl_object_number(rt, tl_as_obj(native->self)) << 20;
    }
    *hash = *hash == -1 ? -2 : *hash;
    return TL_OK;
}

// ---- attributes

static TlValue get_name(TlRuntime *rt, TlRef v, void *closure)
{
    return tl_str_from_cstr(rt, as_native(v)->def->name);
}

static TlValue get_qualname(TlRuntime *rt, TlRef v, void *closure)
{
    return qualname(rt, as_native(v));
}

static TlValue get_doc(TlRuntime *rt, TlRef v, void *closure)
{
    const char *doc = as_native(v)->def->doc;
    return doc == NULL ? TL_NONE : tl_str_from_cstr(rt, doc);
}

static TlValue get_text_signature(TlRuntime *rt, TlRef v, void *closure)
{
    const char *sig = as_native(v)->def->sig;
    return sig == NULL ? TL_NONE : tl_str_from_cstr(rt, sig);
}

static TlValue get_self(TlRuntime *rt, TlRef v, void *closure)
{
    TlRef self = as_native(v)->self;
    return tl_has_value(self) ? tl_incref(self) : TL_NONE;
}

static TlValue get_module(TlRuntime *rt, TlRef v, void *closure)
{
    TlStr *module = as_native(v)->module;
    return module == NULL ? TL_NONE : tl_incref(tl_from_obj(module));
}

static TlValue get_objclass(TlRuntime *rt, TlRef v, void *closure)
{
    return tl_incref(tl_from_obj(as_native(v)->owner));
}

static const TlGetSetDef native_getsets[] = {
    {"__name__", get_name, NULL, NULL},
    {"__qualname__", get_qualname, NULL, NULL},
    {"__doc__", get_doc, NULL, NULL},
    {"__text_signature__", get_text_signature, NULL, NULL},
    {"__self__", get_self, NULL, NULL},
    {"__module__", get_module, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};

static const TlSlots native_slots = {
    .free = native_free,
    .traverse = native_traverse,
    .repr = native_repr,
    .compare = native_compare,
    .hash = native_hash,
    .call = native_call,
};

const TlTypeSpec tl_native_spec = {
    .name = "builtin_function_or_method",
    .size = sizeof(TlNative),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &native_slots,
    .getsets = native_getsets,
};

static const TlGetSetDef descr_getsets[] = {
    {"__name__", get_name, NULL, NULL},
    {"__qualname__", get_qualname, NULL, NULL},
    {"__doc__", get_doc, NULL, NULL},
    {"__text_signature__", get_text_signature, NULL, NULL},
    {"__objclass__", get_objclass, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};

static const TlSlots descr_slots = {
    .free = native_free,
    .traverse = native_traverse,
    .repr = descr_repr,
    .descr_get = descr_get,
    .call = descr_call,
};

const TlTypeSpec tl_method_descr_spec = {
    .name = "method_descriptor",
    .size = sizeof(TlNative),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &descr_slots,
    .getsets = descr_getsets,
};
