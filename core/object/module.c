// module.c — modules as objects; importing is the lib layer's.
// SPDX-License-Identifier: MIT
#include "object/func.h"

#include "object/builtin_args.h"
#include "object/class.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/str.h"
#include "object/type_impl.h"

static TlModule *as_module(TlRef v)
{
    return (TlModule *)(void *)tl_as_obj(v);
}

// What every module has from the start.
static TlStatus set_up(TlRuntime *rt, TlModule *module, TlStr *name, TlRef doc)
{
    TlDict *dict = tl_dict_new(rt);
    if (dict == NULL) {
        return TL_RAISED;
    }
    module->name = tl_retain(name);
    module->dict = dict;
    if (tl_dict_set_str(rt, dict, TL_NAME(rt, __name__), tl_from_obj(name)) !=
            TL_OK ||
        tl_dict_set_str(rt, dict, TL_NAME(rt, __doc__), doc) != TL_OK ||
        tl_dict_set_str(rt, dict, TL_NAME(rt, __package__), TL_NONE) !=
            TL_OK ||
        tl_dict_set_str(rt, dict, TL_NAME(rt, __loader__), TL_NONE) != TL_OK ||
        tl_dict_set_str(rt, dict, TL_NAME(rt, __spec__), TL_NONE) != TL_OK) {
        return TL_RAISED;
    }
    return TL_OK;
}

TlModule *tl_module_new(TlRuntime *rt, TlStr *name)
{
    TlModule *module = tl_object_new(rt, rt->types.module);
    if (module != NULL && set_up(rt, module, name, TL_NONE) != TL_OK) {
        tl_release(rt, module);
        return NULL;
    }
    return module;
}

static TlValue module_new(TlRuntime *rt, TlType *type, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    TlModule *module = tl_object_new(rt, type);
    return module == NULL ? TL_NO_VALUE : tl_from_obj(module);
}

static TlStatus module_init(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    static const char *const names[] = {"name", "doc"};
    TlRef bound[2];
    if (tl_bind_constructor(rt, "module", names, 2, args, nargs, kwnames,
                            bound) != TL_OK) {
        return TL_RAISED;
    }
    if (!tl_has_value(bound[0])) {
        tl_raise(rt, rt->exc.TypeError,
                 "module() missing required argument 'name' (pos 1)");
        return TL_RAISED;
    }
    if (!tl_is_str(bound[0])) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "module() argument 'name' must be str, not %T", bound[0]);
        return TL_RAISED;
    }
    TlModule *module = as_module(self);
    TL_CLEAR_PTR(rt, module->name);
    TL_CLEAR_PTR(rt, module->dict);
    return set_up(rt, module, tl_as_str(bound[0]),
                  tl_has_value(bound[1]) ? bound[1] : TL_NONE);
}

TlStatus tl_module_add_functions(TlRuntime *rt, TlRef module,
                                 const TlNativeDef *defs)
{
    TlModule *m = as_module(module);
    size_t len;
    const char *name = tl_str_utf8(rt, m->name, &len);
    if (name == NULL) {
        return TL_RAISED;
    }
    for (; defs->name != NULL; defs++) {
        TlValue func = tl_native_new(rt, defs, module, name);
        if (!tl_has_value(func)) {
            return TL_RAISED;
        }
        TlStatus status = tl_dict_set_cstr(rt, m->dict, defs->name, func);
        tl_decref(rt, func);
        if (status != TL_OK) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

static TlValue raise_missing(TlRuntime *rt, TlModule *module, TlStr *name)
{
    TlRef own = TL_NO_VALUE;
    if (module->dict != NULL) {
        own = tl_dict_get_str(rt, module->dict, TL_NAME(rt, __name__));
    }
    TlRef obj = tl_from_obj(module);
    TlValue message;
    if (tl_is_str(own)) {
        message = tl_str_fmt(rt, "module '%U' has no attribute '%U'",
                             tl_as_str(own), name);
    } else {
        message = tl_str_fmt(rt, "module has no attribute '%U'", name);
    }
    if (!tl_has_value(message)) {
        return TL_NO_VALUE;
    }
    TlValue exc = tl_exc_new(rt, rt->exc.AttributeError, message);
    tl_decref(rt, message);
    if (tl_has_value(exc)) {
        tl_exc_set_attribute(rt, exc, obj, name);
        tl_raise_obj(rt, exc);
        tl_decref(rt, exc);
    }
    return TL_NO_VALUE;
}

static TlValue module_getattr(TlRuntime *rt, TlRef self, TlStr *name)
{
    TlValue found = tl_generic_getattr(rt, self, name);
    if (tl_has_value(found) || !tl_error_is(rt, rt->exc.AttributeError)) {
        return found;
    }
    tl_clear_error(rt);
    TlModule *module = as_module(self);
    TlRef hook = TL_NO_VALUE;
    if (module->dict != NULL) {
        hook = tl_dict_get_str(rt, module->dict, TL_NAME(rt, __getattr__));
    }
    if (tl_has_value(hook)) {
        return tl_call1(rt, hook, tl_from_obj(name));
    }
    return raise_missing(rt, module, name);
}

static TlValue module_repr(TlRuntime *rt, TlRef self)
{
    TlModule *module = as_module(self);
    TlRef name = TL_NO_VALUE, file = TL_NO_VALUE, loader = TL_NO_VALUE;
    if (module->dict != NULL) {
        name = tl_dict_get_str(rt, module->dict, TL_NAME(rt, __name__));
        file = tl_dict_get_str(rt, module->dict, TL_NAME(rt, __file__));
        loader = tl_dict_get_str(rt, module->dict, TL_NAME(rt, __loader__));
    }
    if (!tl_has_value(name)) {
        return tl_str_from_cstr(rt, "<module '?'>");
    }
    if (tl_has_value(file)) {
        return tl_str_fmt(rt, "<module %R from %R>", name, file);
    }
    bool built_in = tl_has_value(loader) && !tl_is_none(loader);
    return tl_str_fmt(rt, built_in ? "<module %R (built-in)>" : "<module %R>",
                      name);
}

static TlValue module_dir(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    TlModule *module = as_module(self);
    TlList *list = module->dict == NULL
                       ? tl_list_new(rt, 0)
                       : tl_list_from_iter(rt, tl_from_obj(module->dict));
    return list == NULL ? TL_NO_VALUE : tl_from_obj(list);
}

static const TlNativeDef module_methods[] = {
    {"__dir__", module_dir, TL_FN_NOARGS, "($self, /)", NULL},
    {NULL, NULL, 0, NULL, NULL},
};

static void module_traverse(TlObject *obj, TlVisit visit, void *arg)
{
    tl_visit_ptr(((TlModule *)(void *)obj)->dict, visit, arg);
}

static void module_clear(TlRuntime *rt, TlObject *obj)
{
    TlModule *module = (TlModule *)(void *)obj;
    TL_CLEAR_PTR(rt, module->dict);
}

static void module_free(TlRuntime *rt, TlObject *obj)
{
    TlModule *module = (TlModule *)(void *)obj;
    TL_CLEAR_PTR(rt, module->dict);
    TL_CLEAR_PTR(rt, module->name);
    tl_object_free(rt, obj);
}

static const TlSlots module_slots = {
    .free = module_free,
    .traverse = module_traverse,
    .clear = module_clear,
    .repr = module_repr,
    .getattr = module_getattr,
    .new_ = module_new,
    .init = module_init,
};

const TlTypeSpec tl_module_spec = {
    .name = "module",
    .doc = "Create a module object.",
    .size = sizeof(TlModule),
    .dict_offset = offsetof(TlModule, dict),
    .flags = TL_TYPE_GC | TL_TYPE_BASE,
    .slots = &module_slots,
    .methods = module_methods,
};
