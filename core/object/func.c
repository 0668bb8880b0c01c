// func.c — functions written in Python, as objects.
// SPDX-License-Identifier: MIT
//
// The VM makes them and puts its own call slot into the type; here is what
// programs can see and change of them.
#include "object/func.h"

#include "object/dict.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/str.h"
#include "object/type_impl.h"

static TlFunction *as_func(TlRef v)
{
    return (TlFunction *)(void *)tl_as_obj(v);
}

TlFunction *tl_function_new(TlRuntime *rt, TlObject *code, TlDict *globals,
                            TlStr *name, TlStr *qualname, TlRef doc)
{
    TlFunction *func = tl_object_new(rt, rt->types.function);
    if (func == NULL) {
        return NULL;
    }
    func->code = tl_retain(code);
    func->globals = tl_retain(globals);
    func->builtins = tl_retain(rt->builtins);
    func->name = tl_retain(name);
    func->qualname = tl_retain(qualname);
    func->doc = tl_has_value(doc) ? tl_incref(doc) : TL_NONE;
    func->annotations = TL_NO_VALUE;
    TlRef module = tl_dict_get_str(rt, globals, TL_NAME(rt, __name__));
    func->module = tl_has_value(module) ? tl_incref(module) : TL_NONE;
    return func;
}

static TlValue function_call(TlRuntime *rt, TlRef callee, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    return tl_raise(rt, rt->exc.SystemError, "no interpreter is running");
}

static TlValue function_get(TlRuntime *rt, TlRef func, TlRef obj, TlType *type)
{
    return tl_has_value(obj) ? tl_method_new(rt, func, obj) : tl_incref(func);
}

static TlValue function_repr(TlRuntime *rt, TlRef v)
{
    char address[TL_ADDRESS_TEXT];
    tl_address_text(rt, v, address);
    return tl_str_fmt(rt, "<function %U at %s>", as_func(v)->qualname, address);
}

// ---- attributes

#define PLACE(field) ((void *)offsetof(TlFunction, field))

static void **place_of(TlRef v, void *closure)
{
    size_t offset = (size_t)(uintptr_t)closure;
    return (void **)(void *)((char *)tl_as_obj(v) + offset);
}

static TlValue *value_of(TlRef v, void *closure)
{
    size_t offset = (size_t)(uintptr_t)closure;
    return (TlValue *)(void *)((char *)tl_as_obj(v) + offset);
}

// A typed pointer; NULL is None.
static TlValue get_pointer(TlRuntime *rt, TlRef v, void *closure)
{
    void *obj = *place_of(v, closure);
    return obj == NULL ? TL_NONE : tl_incref(tl_from_obj(obj));
}

static TlValue get_value(TlRuntime *rt, TlRef v, void *closure)
{
    return tl_incref(*value_of(v, closure));
}

static TlStatus set_value(TlRuntime *rt, TlRef v, TlRef value, void *closure)
{
    TlValue *place = value_of(v, closure);
    TlValue old = *place;
    *place = tl_has_value(value) ? tl_incref(value) : TL_NONE;
    tl_decref(rt, old);
    return TL_OK;
}

static void replace(TlRuntime *rt, void **place, TlRef value)
{
    void *old = *place;
    *place = tl_is_obj(value) ? tl_retain(tl_as_obj(value)) : NULL;
    tl_release(rt, old);
}

static TlStatus reject(TlRuntime *rt, const char *message)
{
    tl_raise(rt, rt->exc.TypeError, message);
    return TL_RAISED;
}

static TlStatus set_name(TlRuntime *rt, TlRef v, TlRef value, void *closure)
{
    if (!tl_is_str(value)) {
        return reject(rt, closure == PLACE(name)
                              ? "__name__ must be set to a string object"
                              : "__qualname__ must be set to a string object");
    }
    replace(rt, place_of(v, closure), value);
    return TL_OK;
}

static TlStatus set_defaults(TlRuntime *rt, TlRef v, TlRef value,
                             void *closure)
{
    bool none = !tl_has_value(value) || tl_is_none(value);
    if (!none && !tl_is_tuple(value)) {
        return reject(rt, "__defaults__ must be set to a tuple object");
    }
    replace(rt, place_of(v, closure), none ? TL_NONE : value);
    return TL_OK;
}

static TlStatus set_kwdefaults(TlRuntime *rt, TlRef v, TlRef value,
                               void *closure)
{
    bool none = !tl_has_value(value) || tl_is_none(value);
    if (!none && !tl_is_dict(value)) {
        return reject(rt, "__kwdefaults__ must be set to a dict object");
    }
    replace(rt, place_of(v, closure), none ? TL_NONE : value);
    return TL_OK;
}

static TlStatus set_code(TlRuntime *rt, TlRef v, TlRef value, void *closure)
{
    TlFunction *func = as_func(v);
    if (!tl_is_obj(value) || tl_as_obj(value)->type != func->code->type) {
        return reject(rt, "__code__ must be set to a code object");
    }
    replace(rt, place_of(v, closure), value);
    return TL_OK;
}

static TlValue get_annotations(TlRuntime *rt, TlRef v, void *closure)
{
    TlFunction *func = as_func(v);
    if (!tl_has_value(func->annotations)) {
        TlDict *made = tl_dict_new(rt);
        if (made == NULL) {
            return TL_NO_VALUE;
        }
        func->annotations = tl_from_obj(made);
    }
    return tl_incref(func->annotations);
}

static TlStatus set_annotations(TlRuntime *rt, TlRef v, TlRef value,
                                void *closure)
{
    TlFunction *func = as_func(v);
    bool none = !tl_has_value(value) || tl_is_none(value);
    if (!none && !tl_is_dict(value)) {
        return reject(rt, "__annotations__ must be set to a dict object");
    }
    TlValue old = func->annotations;
    func->annotations = none ? TL_NO_VALUE : tl_incref(value);
    tl_decref(rt, old);
    return TL_OK;
}

static const TlGetSetDef function_getsets[] = {
    {"__name__", get_pointer, set_name, PLACE(name)},
    {"__qualname__", get_pointer, set_name, PLACE(qualname)},
    {"__doc__", get_value, set_value, PLACE(doc)},
    {"__module__", get_value, set_value, PLACE(module)},
    {"__defaults__", get_pointer, set_defaults, PLACE(defaults)},
    {"__kwdefaults__", get_pointer, set_kwdefaults, PLACE(kwdefaults)},
    {"__closure__", get_pointer, tl_readonly_member, PLACE(closure)},
    {"__code__", get_pointer, set_code, PLACE(code)},
    {"__globals__", get_pointer, tl_readonly_member, PLACE(globals)},
    {"__builtins__", get_pointer, tl_readonly_member, PLACE(builtins)},
    {"__annotations__", get_annotations, set_annotations, NULL},
    {NULL, NULL, NULL, NULL},
};

// ---- memory

static void function_traverse(TlObject *obj, TlVisit visit, void *arg)
{
    TlFunction *func = (TlFunction *)(void *)obj;
    tl_visit_ptr(func->code, visit, arg);
    tl_visit_ptr(func->globals, visit, arg);
    tl_visit_ptr(func->builtins, visit, arg);
    tl_visit_ptr(func->defaults, visit, arg);
    tl_visit_ptr(func->kwdefaults, visit, arg);
    tl_visit_ptr(func->closure, visit, arg);
    tl_visit_ptr(func->dict, visit, arg);
    tl_visit(func->doc, visit, arg);
    tl_visit(func->module, visit, arg);
    tl_visit(func->annotations, visit, arg);
}

// Code and globals stay, for somebody may still call it; a cycle through the
// globals is broken by their dict.
static void function_clear(TlRuntime *rt, TlObject *obj)
{
    TlFunction *func = (TlFunction *)(void *)obj;
    TL_CLEAR_PTR(rt, func->defaults);
    TL_CLEAR_PTR(rt, func->kwdefaults);
    TL_CLEAR_PTR(rt, func->closure);
    TL_CLEAR_PTR(rt, func->dict);
    tl_clear(rt, &func->doc);
    tl_clear(rt, &func->module);
    tl_clear(rt, &func->annotations);
}

static void function_free(TlRuntime *rt, TlObject *obj)
{
    TlFunction *func = (TlFunction *)(void *)obj;
    function_clear(rt, obj);
    TL_CLEAR_PTR(rt, func->globals);
    TL_CLEAR_PTR(rt, func->builtins);
    TL_CLEAR_PTR(rt, func->code);
    TL_CLEAR_PTR(rt, func->name);
    TL_CLEAR_PTR(rt, func->qualname);
    tl_object_free(rt, obj);
}

static const TlSlots function_slots = {
    .free = function_free,
    .traverse = function_traverse,
    .clear = function_clear,
    .repr = function_repr,
    .descr_get = function_get,
    .call = function_call,
};

const TlTypeSpec tl_function_spec = {
    .name = "function",
    .size = sizeof(TlFunction),
    .dict_offset = offsetof(TlFunction, dict),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &function_slots,
    .getsets = function_getsets,
};
