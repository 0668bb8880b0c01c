// generic_alias.c — list[int] and the like.
// SPDX-License-Identifier: MIT
#include "object/class.h"

#include "object/builtin_args.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/seq.h"
#include "object/str.h"
#include "object/type_impl.h"

typedef struct TlGenericAlias {
    TlObject ob;
    TlValue origin;
    TlTuple *args;
} TlGenericAlias;

static TlGenericAlias *as_alias(TlRef v)
{
    return (TlGenericAlias *)(void *)tl_as_obj(v);
}

TlValue tl_generic_alias_new(TlRuntime *rt, TlRef origin, TlRef args)
{
    TlTuple *tuple = tl_is_tuple(args) ? tl_retain(tl_as_tuple(args))
                                       : tl_tuple_from(rt, &args, 1);
    if (tuple == NULL) {
        return TL_NO_VALUE;
    }
    TlGenericAlias *alias = tl_object_new(rt, rt->types.generic_alias);
    if (alias == NULL) {
        tl_release(rt, tuple);
        return TL_NO_VALUE;
    }
    alias->origin = tl_incref(origin);
    alias->args = tuple;
    return tl_from_obj(alias);
}

static TlValue class_getitem(TlRuntime *rt, TlRef cls, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    return tl_generic_alias_new(rt, cls, args[0]);
}

const TlNativeDef tl_class_getitem_def = {
    "__class_getitem__", class_getitem, TL_FN_ONE | TL_FN_CLASS,
    "($type, item, /)", "See PEP 585"};

static TlValue alias_new(TlRuntime *rt, TlType *type, const TlRef *args,
                         int nargs, TlTuple *kwnames)
{
    if (tl_check_no_keywords(rt, "GenericAlias", kwnames) != TL_OK ||
        tl_check_nargs(rt, "GenericAlias", nargs, 2, 2) != TL_OK) {
        return TL_NO_VALUE;
    }
    return tl_generic_alias_new(rt, args[0], args[1]);
}

// ---- text: classes by name, the rest by repr

TlStatus tl_type_expr_text(TlRuntime *rt, TlBuf *out, TlRef v)
{
    if (v == TL_ELLIPSIS) {
        tl_buf_append_str(out, "...");
        return TL_OK;
    }
    if (v == tl_from_obj(rt->types.none)) {
        tl_buf_append_str(out, "None");
        return TL_OK;
    }
    if (!tl_is_obj(v) || !(tl_as_obj(v)->type->flags & TL_TYPE_IS_TYPE)) {
        return tl_repr_append(rt, out, v);
    }
    TlType *type = (TlType *)(void *)tl_as_obj(v);
    TlValue module = tl_type_module(rt, type);
    if (tl_is_str(module) && !tl_str_is(tl_as_str(module), "builtins")) {
        tl_str_append_to(out, tl_as_str(module));
        tl_buf_append_char(out, '.');
    }
    tl_str_append_to(out, type->qualname);
    tl_decref(rt, module);
    return TL_OK;
}

static TlValue alias_repr(TlRuntime *rt, TlRef self)
{
    TlGenericAlias *alias = as_alias(self);
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    TlStatus status = tl_type_expr_text(rt, &out, alias->origin);
    tl_buf_append_char(&out, '[');
    for (int64_t i = 0; i < alias->args->len && status == TL_OK; i++) {
        tl_buf_append_str(&out, i > 0 ? ", " : "");
        status = tl_type_expr_text(rt, &out, alias->args->items[i]);
    }
    if (alias->args->len == 0) {
        tl_buf_append_str(&out, "()");
    }
    tl_buf_append_char(&out, ']');
    return tl_repr_finish(rt, &out, status);
}

// ---- behaviour

static TlValue alias_call(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    TlValue made = tl_call(rt, as_alias(self)->origin, args, nargs, kwnames);
    if (!tl_has_value(made)) {
        return TL_NO_VALUE;
    }
    TlStr *name = tl_intern_cstr(rt, "__orig_class__");
    if (name == NULL || tl_setattr(rt, made, name, self) != TL_OK) {
        // Most objects do not take it, and that is fine.
        if (!tl_error_is(rt, rt->exc.AttributeError) &&
            !tl_error_is(rt, rt->exc.TypeError)) {
            tl_decref(rt, made);
            made = TL_NO_VALUE;
        } else {
            tl_clear_error(rt);
        }
    }
    tl_release(rt, name);
    return made;
}

static bool is_own_attribute(const TlStr *name)
{
    static const char *const own[] = {
        "__class__",          "__origin__",        "__args__",
        "__parameters__",     "__mro_entries__",   "__instancecheck__",
        "__subclasscheck__",  "__repr__",          "__eq__",
        "__hash__",           "__call__",          "__getitem__",
        "__or__",             "__ror__",           "__dir__"};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        if (tl_str_is(name, own[i])) {
            return true;
        }
    }
    return false;
}

static TlValue alias_getattr(TlRuntime *rt, TlRef self, TlStr *name)
{
    return is_own_attribute(name)
               ? tl_generic_getattr(rt, self, name)
               : tl_getattr(rt, as_alias(self)->origin, name);
}

static TlValue alias_compare(TlRuntime *rt, TlRef a, TlRef b, TlCompareOp op)
{
    if ((op != TL_EQ && op != TL_NE) || !tl_is_obj(b) ||
        tl_as_obj(b)->type != rt->types.generic_alias) {
        return TL_NOT_IMPLEMENTED;
    }
    int same = tl_equal(rt, as_alias(a)->origin, as_alias(b)->origin);
    if (same == 1) {
        same = tl_equal(rt, tl_from_obj(as_alias(a)->args),
                        tl_from_obj(as_alias(b)->args));
    }
    return same < 0 ? TL_NO_VALUE : tl_bool(same == (op == TL_EQ));
}

static TlStatus alias_hash(TlRuntime *rt, TlRef self, int64_t *hash)
{
    int64_t of_args;
    if (tl_hash(rt, as_alias(self)->origin, hash) != TL_OK ||
        tl_hash(rt, tl_from_obj(as_alias(self)->args), &of_args) != TL_OK) {
        return TL_RAISED;
    }
    *hash ^= of_args;
    *hash = *hash == -1 ? -2 : *hash;
    return TL_OK;
}

// list[int][str] makes no sense without type variables.
static TlValue alias_getitem(TlRuntime *rt, TlRef self, TlRef key)
{
    TlValue text = tl_repr(rt, self);
    if (tl_has_value(text)) {
        tl_raise_fmt(rt, rt->exc.TypeError, "%U is not a generic class",
                     tl_as_str(text));
        tl_decref(rt, text);
    }
    return TL_NO_VALUE;
}

static TlValue alias_mro_entries(TlRuntime *rt, TlRef self, const TlRef *args,
                                 int nargs, TlTuple *kwnames)
{
    TlTuple *entries = tl_tuple_from(rt, &as_alias(self)->origin, 1);
    return entries == NULL ? TL_NO_VALUE : tl_from_obj(entries);
}

static TlValue alias_instancecheck(TlRuntime *rt, TlRef self,
                                   const TlRef *args, int nargs,
                                   TlTuple *kwnames)
{
    return tl_raise(rt, rt->exc.TypeError,
                    "isinstance() argument 2 cannot be a parameterized "
                    "generic");
}

static TlValue alias_subclasscheck(TlRuntime *rt, TlRef self,
                                   const TlRef *args, int nargs,
                                   TlTuple *kwnames)
{
    return tl_raise(rt, rt->exc.TypeError,
                    "issubclass() argument 2 cannot be a parameterized "
                    "generic");
}

static const TlNativeDef alias_methods[] = {
    {"__mro_entries__", alias_mro_entries, TL_FN_ONE, NULL, NULL},
    {"__instancecheck__", alias_instancecheck, TL_FN_ONE, NULL, NULL},
    {"__subclasscheck__", alias_subclasscheck, TL_FN_ONE, NULL, NULL},
    {NULL, NULL, 0, NULL, NULL},
};

static TlValue get_origin(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_incref(as_alias(self)->origin);
}

static TlValue get_args(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_incref(tl_from_obj(as_alias(self)->args));
}

static TlValue get_parameters(TlRuntime *rt, TlRef self, void *closure)
{
    TlTuple *none = tl_tuple_new(rt, 0);
    return none == NULL ? TL_NO_VALUE : tl_from_obj(none);
}

static const TlGetSetDef alias_getsets[] = {
    {"__origin__", get_origin, NULL, NULL},
    {"__args__", get_args, NULL, NULL},
    {"__parameters__", get_parameters, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};

static void alias_traverse(TlObject *obj, TlVisit visit, void *arg)
{
    TlGenericAlias *alias = (TlGenericAlias *)(void *)obj;
    tl_visit(alias->origin, visit, arg);
    tl_visit_ptr(alias->args, visit, arg);
}

static void alias_free(TlRuntime *rt, TlObject *obj)
{
    TlGenericAlias *alias = (TlGenericAlias *)(void *)obj;
    tl_clear(rt, &alias->origin);
    TL_CLEAR_PTR(rt, alias->args);
    tl_object_free(rt, obj);
}

static const TlSlots alias_slots = {
    .free = alias_free,
    .traverse = alias_traverse,
    .repr = alias_repr,
    .hash = alias_hash,
    .compare = alias_compare,
    .getattr = alias_getattr,
    .call = alias_call,
    .getitem = alias_getitem,
    .new_ = alias_new,
    .binary[TL_BIN_OR] = tl_union_or,
};

const TlTypeSpec tl_generic_alias_spec = {
    .name = "GenericAlias",
    .module = "types",
    .size = sizeof(TlGenericAlias),
    .flags = TL_TYPE_GC | TL_TYPE_BASE,
    .slots = &alias_slots,
    .methods = alias_methods,
    .getsets = alias_getsets,
};
