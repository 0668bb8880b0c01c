// type_type.c — the type `type`: what classes can do and show.
// SPDX-License-Identifier: MIT
#include "object/class.h"

#include "object/dict.h"
#include "object/exc.h"
#include "object/func.h"
#include "object/list.h"
#include "object/str.h"
#include "object/type_impl.h"

static TlType *as_type(TlRef v)
{
    return (TlType *)(void *)tl_as_obj(v);
}

// ---- memory

static void type_traverse(TlObject *self, TlVisit visit, void *arg)
{
    TlType *type = (TlType *)(void *)self;
    tl_visit_ptr(type->base, visit, arg);
    tl_visit_ptr(type->bases, visit, arg);
    tl_visit_ptr(type->mro, visit, arg);
    tl_visit_ptr(type->dict, visit, arg);
}

static void type_clear(TlRuntime *rt, TlObject *self)
{
    // The MRO holds the type itself; the base stays, since the layout of
    // instances that are still there is read from it.
    TlType *type = (TlType *)(void *)self;
    tl_type_modified(rt, type);
    TL_CLEAR_PTR(rt, type->dict);
    TL_CLEAR_PTR(rt, type->mro);
    type->dict = tl_dict_new(rt);
    if (type->dict == NULL) {
        tl_clear_error(rt);
    }
}

static void type_free(TlRuntime *rt, TlObject *self)
{
    TlType *type = (TlType *)(void *)self;
    tl_type_clear(rt, type);
    TL_CLEAR_PTR(rt, type->name_obj);
    TL_CLEAR_PTR(rt, type->qualname);
    TL_CLEAR_PTR(rt, type->base);
    tl_free(&rt->alloc, type->subclasses,
            type->subclass_cap * sizeof *type->subclasses);
    tl_object_free(rt, self);
}

// ---- calling

static TlValue call_new(TlRuntime *rt, TlType *type, const TlRef *args,
                        int nargs, TlTuple *kwnames)
{
    if (type->slots.new_ == NULL) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "cannot create '%s' instances", type->name);
    }
    return type->slots.new_(rt, type, args, nargs, kwnames);
}

TlValue tl_type_call(TlRuntime *rt, TlRef callee, const TlRef *args, int nargs,
                     TlTuple *kwnames)
{
    TlType *type = as_type(callee);
    if (type == rt->types.type) {
        if (nargs == 1 && tl_kw_count(kwnames) == 0) {
            return tl_incref(tl_from_obj(tl_type_of(rt, args[0])));
        }
        if (nargs != 3) {
            return tl_raise(rt, rt->exc.TypeError,
                            "type() takes 1 or 3 arguments");
        }
    }
    TlValue obj = call_new(rt, type, args, nargs, kwnames);
    if (!tl_has_value(obj)) {
        return TL_NO_VALUE;
    }
    TlType *made = tl_type_of(rt, obj);
    if (tl_is_subtype(made, type) && made->slots.init != NULL &&
        made->slots.init(rt, obj, args, nargs, kwnames) != TL_OK) {
        tl_decref(rt, obj);
        return TL_NO_VALUE;
    }
    return obj;
}

static TlStatus want(TlRuntime *rt, bool fine, int n, const char *what,
                     TlRef got)
{
    if (!fine) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "type.__new__() argument %d must be %s, not %T", n, what,
                     got);
    }
    return fine ? TL_OK : TL_RAISED;
}

static TlValue type_new(TlRuntime *rt, TlType *meta, const TlRef *args,
                        int nargs, TlTuple *kwnames)
{
    if (nargs != 3) {
        return tl_raise_fmt(
            rt, rt->exc.TypeError,
            "type.__new__() takes exactly 3 arguments (%d given)", nargs);
    }
    if (want(rt, tl_is_str(args[0]), 1, "str", args[0]) != TL_OK ||
        want(rt, tl_is_tuple(args[1]), 2, "tuple", args[1]) != TL_OK ||
        want(rt, tl_is_dict(args[2]), 3, "dict", args[2]) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlTuple *bases = tl_as_tuple(args[1]);
    TlType *winner = tl_calculate_metaclass(rt, meta, bases);
    if (winner == NULL) {
        return TL_NO_VALUE;
    }
    if (winner != meta && winner->slots.new_ != type_new) {
        return call_new(rt, winner, args, nargs, kwnames);
    }
    return tl_type_new(rt, winner, tl_as_str(args[0]), bases,
                       tl_as_dict(args[2]), args + 3, kwnames);
}

static TlStatus type_init(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    if (nargs != 1 && nargs != 3) {
        tl_raise(rt, rt->exc.TypeError,
                 "type.__init__() takes 1 or 3 arguments");
        return TL_RAISED;
    }
    if (nargs == 1 && tl_kw_count(kwnames) > 0) {
        tl_raise(rt, rt->exc.TypeError,
                 "type.__init__() takes no keyword arguments");
        return TL_RAISED;
    }
    return TL_OK;
}

// ---- attributes

static TlValue get_on_class(TlRuntime *rt, TlRef found, TlType *type)
{
    if (tl_is_obj(found)) {
        TlType *kind = tl_as_obj(found)->type;
        if (kind->slots.descr_get != NULL) {
            return kind->slots.descr_get(rt, found, TL_NO_VALUE, type);
        }
    }
    return tl_incref(found);
}

static TlValue get_on_instance(TlRuntime *rt, TlRef descr, TlRef self)
{
    TlType *kind = tl_as_obj(descr)->type;
    return kind->slots.descr_get(rt, descr, self, tl_type_of(rt, self));
}

static TlValue type_getattr(TlRuntime *rt, TlRef self, TlStr *name)
{
    TlType *type = as_type(self), *meta = type->ob.type;
    TlValue descr = tl_incref(tl_type_lookup(rt, meta, name));
    bool binds = tl_is_obj(descr) &&
                 tl_as_obj(descr)->type->slots.descr_get != NULL;
    TlValue result;
    if (binds && tl_is_data_descr(descr)) {
        result = get_on_instance(rt, descr, self);
        tl_decref(rt, descr);
        return result;
    }
    TlValue found = tl_incref(tl_type_lookup(rt, type, name));
    if (tl_has_value(found)) {
        result = get_on_class(rt, found, type);
        tl_decref(rt, found);
        tl_decref(rt, descr);
        return result;
    }
    if (binds) {
        result = get_on_instance(rt, descr, self);
        tl_decref(rt, descr);
        return result;
    }
    if (tl_has_value(descr)) {
        return descr;
    }
    return tl_raise_attribute(rt, self, name);
}

static bool is_special(const TlStr *name)
{
    return name->len > 4 && tl_str_at(name, 0) == '_' &&
           tl_str_at(name, 1) == '_' &&
           tl_str_at(name, name->len - 1) == '_' &&
           tl_str_at(name, name->len - 2) == '_';
}

static TlStatus type_setattr(TlRuntime *rt, TlRef self, TlStr *name,
                             TlRef value)
{
    TlType *type = as_type(self);
    if (!(type->flags & TL_TYPE_HEAP)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "cannot set '%U' attribute of immutable type '%s'", name,
                     type->name);
        return TL_RAISED;
    }
    TlStr *key = tl_retain(name);
    tl_intern_in_place(rt, &key);
    TlStatus status = tl_generic_setattr(rt, self, key, value);
    // Also after a failure: user code may have run in between.
    tl_type_modified(rt, type);
    if (is_special(key)) {
        tl_slots_fixup_tree(rt, type);
    }
    tl_release(rt, key);
    return status;
}

static TlValue type_repr(TlRuntime *rt, TlRef self)
{
    TlType *type = as_type(self);
    TlValue module = tl_type_module(rt, type);
    TlValue result;
    if (tl_is_str(module) && !tl_str_is(tl_as_str(module), "builtins")) {
        result = tl_str_fmt(rt, "<class '%U.%U'>", tl_as_str(module),
                            type->qualname);
    } else {
        result = tl_str_fmt(rt, "<class '%s'>", type->name);
    }
    tl_decref(rt, module);
    return result;
}

TlValue tl_type_module(TlRuntime *rt, TlType *type)
{
    TlRef module = TL_NO_VALUE;
    if (type->dict != NULL) {
        module = tl_dict_get_str(rt, type->dict, TL_NAME(rt, __module__));
    }
    if (!(type->flags & TL_TYPE_HEAP) && !tl_is_str(module)) {
        // None, or one that describes instances: `function` has that.
        return tl_incref(tl_from_obj(TL_NAME(rt, builtins)));
    }
    return tl_has_value(module) ? tl_incref(module) : TL_NONE;
}

static TlValue get_module(TlRuntime *rt, TlRef self, void *closure)
{
    TlType *type = as_type(self);
    TlRef module = tl_dict_get_str(rt, type->dict, TL_NAME(rt, __module__));
    if (!tl_has_value(module) && (type->flags & TL_TYPE_HEAP)) {
        return tl_raise(rt, rt->exc.AttributeError, "__module__");
    }
    return tl_type_module(rt, type);
}

static TlStatus check_settable(TlRuntime *rt, TlType *type, const char *name,
                               TlRef value)
{
    if (!(type->flags & TL_TYPE_HEAP)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "cannot set '%s' attribute of immutable type '%s'", name,
                     type->name);
        return TL_RAISED;
    }
    if (!tl_has_value(value)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "cannot delete '%s' attribute of immutable type '%s'",
                     name, type->name);
        return TL_RAISED;
    }
    return TL_OK;
}

// A plain entry of the class dict under the closure's name.
static TlStatus set_entry(TlRuntime *rt, TlRef self, TlRef value,
                          void *closure)
{
    const char *name = closure;
    if (check_settable(rt, as_type(self), name, value) != TL_OK) {
        return TL_RAISED;
    }
    return tl_dict_set_cstr(rt, as_type(self)->dict, name, value);
}

static TlValue get_name(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_incref(tl_from_obj(as_type(self)->name_obj));
}

static TlValue get_qualname(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_incref(tl_from_obj(as_type(self)->qualname));
}

static TlStatus want_string(TlRuntime *rt, TlType *type, const char *name,
                            TlRef value)
{
    if (check_settable(rt, type, name, value) != TL_OK) {
        return TL_RAISED;
    }
    if (!tl_is_str(value)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "can only assign string to %s.%s, not '%T'", type->name,
                     name, value);
        return TL_RAISED;
    }
    return TL_OK;
}

static TlStatus set_name(TlRuntime *rt, TlRef self, TlRef value, void *closure)
{
    TlType *type = as_type(self);
    if (want_string(rt, type, "__name__", value) != TL_OK) {
        return TL_RAISED;
    }
    size_t len;
    const char *text = tl_str_utf8(rt, tl_as_str(value), &len);
    if (text != NULL && strlen(text) != len) {
        tl_raise(rt, rt->exc.ValueError,
                 "type name must not contain null characters");
        return TL_RAISED;
    }
    if (text == NULL) {
        return TL_RAISED;
    }
    TlStr *old = type->name_obj;
    type->name_obj = tl_retain(tl_as_str(value));
    type->name = text;
    tl_release(rt, old);
    return TL_OK;
}

static TlStatus set_qualname(TlRuntime *rt, TlRef self, TlRef value,
                             void *closure)
{
    TlType *type = as_type(self);
    if (want_string(rt, type, "__qualname__", value) != TL_OK) {
        return TL_RAISED;
    }
    TlStr *old = type->qualname;
    type->qualname = tl_retain(tl_as_str(value));
    tl_release(rt, old);
    return TL_OK;
}

static TlValue get_bases(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_incref(tl_from_obj(as_type(self)->bases));
}

static TlValue get_base(TlRuntime *rt, TlRef self, void *closure)
{
    TlType *base = as_type(self)->base;
    return base == NULL ? TL_NONE : tl_incref(tl_from_obj(base));
}

static TlValue get_mro(TlRuntime *rt, TlRef self, void *closure)
{
    TlTuple *mro = as_type(self)->mro;
    return mro == NULL ? TL_NONE : tl_incref(tl_from_obj(mro));
}

static TlValue get_dict(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_mapping_proxy_new(rt, tl_from_obj(as_type(self)->dict));
}

static TlValue get_doc(TlRuntime *rt, TlRef self, void *closure)
{
    TlType *type = as_type(self);
    TlRef doc = tl_dict_get_str(rt, type->dict, TL_NAME(rt, __doc__));
    bool of_instances = !(type->flags & TL_TYPE_HEAP) && !tl_is_str(doc);
    return tl_has_value(doc) && !of_instances ? get_on_class(rt, doc, type)
                                              : TL_NONE;
}

static TlValue get_annotations(TlRuntime *rt, TlRef self, void *closure)
{
    TlType *type = as_type(self);
    TlStr *name = TL_NAME(rt, __annotations__);
    if (!(type->flags & TL_TYPE_HEAP)) {
        return tl_raise_attribute(rt, self, name);
    }
    TlRef found = tl_dict_get_str(rt, type->dict, name);
    if (tl_has_value(found)) {
        return get_on_class(rt, found, type);
    }
    TlDict *made = tl_dict_new(rt);
    if (made == NULL) {
        return TL_NO_VALUE;
    }
    TlStatus status =
        tl_dict_set_str(rt, type->dict, name, tl_from_obj(made));
    tl_type_modified(rt, type);
    if (status != TL_OK) {
        tl_release(rt, made);
        return TL_NO_VALUE;
    }
    return tl_from_obj(made);
}

static TlStatus set_annotations(TlRuntime *rt, TlRef self, TlRef value,
                                void *closure)
{
    TlType *type = as_type(self);
    if (tl_has_value(value)) {
        return set_entry(rt, self, value, closure);
    }
    TlRef name = tl_from_obj(TL_NAME(rt, __annotations__));
    int found = tl_dict_del(rt, type->dict, name);
    if (found == 0) {
        tl_raise(rt, rt->exc.AttributeError, "__annotations__");
    }
    return found == 1 ? TL_OK : TL_RAISED;
}

static TlValue get_abstract(TlRuntime *rt, TlRef self, void *closure)
{
    TlType *type = as_type(self);
    TlRef found = TL_NO_VALUE;
    if (type != rt->types.type) {
        found = tl_dict_get_str(rt, type->dict,
                                TL_NAME(rt, __abstractmethods__));
    }
    if (!tl_has_value(found)) {
        return tl_raise(rt, rt->exc.AttributeError, "__abstractmethods__");
    }
    return tl_incref(found);
}

static TlStatus set_abstract(TlRuntime *rt, TlRef self, TlRef value,
                             void *closure)
{
    TlType *type = as_type(self);
    TlStr *name = TL_NAME(rt, __abstractmethods__);
    if (!tl_has_value(value)) {
        type->flags &= ~(uint32_t)TL_TYPE_HAS_ABSTRACT;
        return tl_dict_del(rt, type->dict, tl_from_obj(name)) < 0 ? TL_RAISED
                                                                  : TL_OK;
    }
    int some = tl_truth(rt, value);
    if (some < 0 || tl_dict_set_str(rt, type->dict, name, value) != TL_OK) {
        return TL_RAISED;
    }
    type->flags = some ? type->flags | TL_TYPE_HAS_ABSTRACT
                       : type->flags & ~(uint32_t)TL_TYPE_HAS_ABSTRACT;
    return TL_OK;
}

static const TlGetSetDef type_getsets[] = {
    {"__name__", get_name, set_name, NULL},
    {"__qualname__", get_qualname, set_qualname, NULL},
    {"__module__", get_module, set_entry, "__module__"},
    {"__bases__", get_bases, NULL, NULL},
    {"__base__", get_base, NULL, NULL},
    {"__mro__", get_mro, NULL, NULL},
    {"__dict__", get_dict, NULL, NULL},
    {"__doc__", get_doc, set_entry, "__doc__"},
    {"__annotations__", get_annotations, set_annotations, "__annotations__"},
    {"__abstractmethods__", get_abstract, set_abstract, NULL},
    {NULL, NULL, NULL, NULL},
};

// ---- methods

static TlValue type_mro(TlRuntime *rt, TlRef self, const TlRef *args,
                        int nargs, TlTuple *kwnames)
{
    TlType *type = as_type(self);
    TlTuple *mro = tl_mro_compute(rt, type, type->bases);
    if (mro == NULL) {
        return TL_NO_VALUE;
    }
    TlList *list = tl_list_from_iter(rt, tl_from_obj(mro));
    tl_release(rt, mro);
    return list == NULL ? TL_NO_VALUE : tl_from_obj(list);
}

static TlValue type_subclasses(TlRuntime *rt, TlRef self, const TlRef *args,
                               int nargs, TlTuple *kwnames)
{
    TlType *type = as_type(self);
    TlList *list = tl_list_new(rt, (int64_t)type->subclass_count);
    if (list == NULL) {
        return TL_NO_VALUE;
    }
    for (size_t i = 0; i < type->subclass_count; i++) {
        if (tl_list_append(rt, list, tl_from_obj(type->subclasses[i])) !=
            TL_OK) {
            tl_release(rt, list);
            return TL_NO_VALUE;
        }
    }
    return tl_from_obj(list);
}

static TlValue type_prepare(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    TlDict *dict = tl_dict_new(rt);
    return dict == NULL ? TL_NO_VALUE : tl_from_obj(dict);
}

static TlValue type_instancecheck(TlRuntime *rt, TlRef self, const TlRef *args,
                                  int nargs, TlTuple *kwnames)
{
    int answer = tl_real_isinstance(rt, args[0], self);
    return answer < 0 ? TL_NO_VALUE : tl_bool(answer);
}

static TlValue type_subclasscheck(TlRuntime *rt, TlRef self, const TlRef *args,
                                  int nargs, TlTuple *kwnames)
{
    int answer = tl_real_issubclass(rt, args[0], self);
    return answer < 0 ? TL_NO_VALUE : tl_bool(answer);
}

// Names of the class and its bases.
static TlValue type_dir(TlRuntime *rt, TlRef self, const TlRef *args,
                        int nargs, TlTuple *kwnames)
{
    TlDict *names = tl_dict_new(rt);
    if (names == NULL ||
        tl_dir_merge_class(rt, names, as_type(self)) != TL_OK) {
        tl_release(rt, names);
        return TL_NO_VALUE;
    }
    TlList *list = tl_list_from_iter(rt, tl_from_obj(names));
    tl_release(rt, names);
    return list == NULL ? TL_NO_VALUE : tl_from_obj(list);
}

static const TlNativeDef type_methods[] = {
    {"mro", type_mro, TL_FN_NOARGS, "($self, /)", NULL},
    {"__subclasses__", type_subclasses, TL_FN_NOARGS, "($self, /)", NULL},
    {"__prepare__", type_prepare, TL_FN_RAW_KW | TL_FN_CLASS, NULL, NULL},
    {"__instancecheck__", type_instancecheck, TL_FN_ONE,
     "($self, instance, /)", NULL},
    {"__subclasscheck__", type_subclasscheck, TL_FN_ONE,
     "($self, subclass, /)", NULL},
    {"__dir__", type_dir, TL_FN_NOARGS, "($self, /)", NULL},
    {NULL, NULL, 0, NULL, NULL},
};

static const TlSlots type_slots = {
    .free = type_free,
    .traverse = type_traverse,
    .clear = type_clear,
    .repr = type_repr,
    .getattr = type_getattr,
    .setattr = type_setattr,
    .call = tl_type_call,
    .new_ = type_new,
    .init = type_init,
    .binary[TL_BIN_OR] = tl_union_or,
};

const TlTypeSpec tl_type_spec = {
    .name = "type",
    .doc = "type(object) -> the object's type\n"
           "type(name, bases, dict, **kwds) -> a new type",
    .size = sizeof(TlType),
    .dict_offset = offsetof(TlType, dict),
    .flags = TL_TYPE_GC | TL_TYPE_BASE | TL_TYPE_IS_TYPE,
    .slots = &type_slots,
    .methods = type_methods,
    .getsets = type_getsets,
};
