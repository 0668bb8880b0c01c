// boot.c — the object layer's start and end.
// SPDX-License-Identifier: MIT
//
// The order of the start: raw types (no strings needed), the shared empty
// objects and one-character strings, interned names, the rest of the types
// (their dicts need names), exceptions. The end goes backwards and frees the
// raw types last, when no instance is left to ask them anything.
#include "object/runtime.h"

#include "base/check.h"
#include "object/class.h"
#include "object/dict.h"
#include "object/exc_impl.h"
#include "object/list.h"
#include "object/str.h"
#include "object/type_impl.h"
#include "object/weakref.h"

#define T(field, base) extern const TlTypeSpec tl_##field##_spec;
TL_BUILTIN_TYPES(T)
#undef T

// How deep C may recurse: a 256 KB stack has to hold it.
#define NATIVE_LIMIT 200
#define DEPTH_LIMIT 1000
#define GC_THRESHOLD 10000

// ---- what the VM replaces

static TlSendStatus default_call(TlRuntime *rt, TlRef callee,
                                 const TlRef *args, int nargs,
                                 TlTuple *kwnames, TlValue *result)
{
    *result = tl_call(rt, callee, args, nargs, kwnames);
    return tl_has_value(*result) ? TL_SEND_RETURN : TL_SEND_ERROR;
}

static TlSendStatus default_resume(TlRuntime *rt, TlValue *result)
{
    TL_ASSERT(false, "without an interpreter nothing suspends");
    *result = TL_NO_VALUE;
    return TL_SEND_ERROR;
}

static TlValue default_suspend_on(TlRuntime *rt, TlValue sendable)
{
    tl_decref(rt, sendable);
    return tl_raise(rt, rt->exc.RuntimeError,
                    "cannot suspend without an interpreter");
}

static void default_where(TlRuntime *rt, uint32_t *file, uint32_t *line)
{
    *file = *line = 0;
}

static TlDict *default_globals(TlRuntime *rt)
{
    return NULL;
}

static void default_unraisable(TlRuntime *rt, TlRef where, TlRef exc)
{
}

// ---- start

static void set_defaults(TlRuntime *rt)
{
    rt->error = TL_NO_VALUE;
    rt->exc_base.exc = TL_NO_VALUE;
    rt->exc_state = &rt->exc_base;
    rt->gc_list.prev = rt->gc_list.next = &rt->gc_list;
    rt->gc_threshold = GC_THRESHOLD;
    rt->gc_enabled = true;
    rt->depth_limit = DEPTH_LIMIT;
    rt->native_limit = NATIVE_LIMIT;
    rt->empty_str = rt->empty_tuple = rt->empty_bytes = TL_NO_VALUE;
    rt->memory_error = TL_NO_VALUE;
    for (int i = 0; i < 256; i++) {
        rt->latin1[i] = TL_NO_VALUE;
    }
    rt->hooks.call = default_call;
    rt->hooks.resume = default_resume;
    rt->hooks.suspend_on = default_suspend_on;
    rt->hooks.where = default_where;
    rt->hooks.globals = default_globals;
    rt->hooks.unraisable = default_unraisable;
    // Until somebody says how far to run: without end.
    tl_tick_grant(rt, INT64_MAX);
}

static TlStatus make_raw_types(TlRuntime *rt)
{
#define T(field, base)                                          \
    rt->types.field = tl_type_raw(rt, &tl_##field##_spec,       \
                                  rt->types.base);              \
    if (rt->types.field == NULL) {                              \
        return TL_RAISED;                                       \
    }
    TL_BUILTIN_TYPES(T)
#undef T
    // These two came before there was a type to be of.
    TlType *type = rt->types.type;
    rt->types.object->ob.type = tl_retain(type);
    type->ob.type = tl_retain(type);
    return TL_OK;
}

// A str of at most one Latin-1 character, made by hand: tl_str_from_char()
// hands out the ones made here.
static TlValue raw_str(TlRuntime *rt, int len, uint8_t cp)
{
    TlStr *s = tl_object_new_sized(rt, rt->types.str, sizeof *s + 8);
    if (s == NULL) {
        return TL_NO_VALUE;
    }
    s->hash = -1;
    s->len = len;
    s->kind = 1;
    s->ascii = len == 0 || cp < 128;
    ((uint8_t *)tl_str_data(s))[0] = len == 0 ? 0 : cp;
    return tl_from_obj(s);
}

static TlStatus make_shared(TlRuntime *rt)
{
    TlTuple *tuple = tl_object_new(rt, rt->types.tuple);
    if (tuple == NULL) {
        return TL_RAISED;
    }
    rt->empty_tuple = tl_from_obj(tuple);
    rt->interned = tl_dict_new(rt);
    rt->empty_str = raw_str(rt, 0, 0);
    if (rt->interned == NULL || !tl_has_value(rt->empty_str)) {
        return TL_RAISED;
    }
    for (int i = 0; i < 256; i++) {
        rt->latin1[i] = raw_str(rt, 1, (uint8_t)i);
        if (!tl_has_value(rt->latin1[i])) {
            return TL_RAISED;
        }
    }
    rt->empty_bytes = tl_bytes_new(rt, "", 0);
    return tl_has_value(rt->empty_bytes) ? TL_OK : TL_RAISED;
}

static TlStatus make_names(TlRuntime *rt)
{
#define N(name)                                               \
    rt->names.s_##name = tl_intern_cstr(rt, #name);           \
    if (rt->names.s_##name == NULL) {                         \
        return TL_RAISED;                                     \
    }
    TL_NAMES(N)
#undef N
    return TL_OK;
}

static TlStatus finish_types(TlRuntime *rt)
{
#define T(field, base)                                                    \
    if (tl_type_finish(rt, rt->types.field, &tl_##field##_spec, NULL) !=  \
        TL_OK) {                                                          \
        return TL_RAISED;                                                 \
    }
    TL_BUILTIN_TYPES(T)
#undef T
    return TL_OK;
}

// Generic built-ins: list[int].
static TlStatus add_class_getitem(TlRuntime *rt)
{
    TlType *const generic[] = {rt->types.list, rt->types.tuple,
                               rt->types.dict, rt->types.set,
                               rt->types.frozenset};
    for (size_t i = 0; i < sizeof generic / sizeof *generic; i++) {
        TlStr *name = TL_NAME(rt, __class_getitem__);
        TlValue method =
            tl_method_descr_new(rt, generic[i], &tl_class_getitem_def);
        if (!tl_has_value(method)) {
            return TL_RAISED;
        }
        TlStatus status =
            tl_dict_set_str(rt, generic[i]->dict, name, method);
        tl_decref(rt, method);
        if (status != TL_OK) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

TlStatus tl_object_layer_init(TlRuntime *rt)
{
    set_defaults(rt);
    if (make_raw_types(rt) != TL_OK || make_shared(rt) != TL_OK ||
        make_names(rt) != TL_OK || finish_types(rt) != TL_OK ||
        add_class_getitem(rt) != TL_OK || tl_exc_types_init(rt) != TL_OK) {
        return TL_RAISED;
    }
    rt->memory_error = tl_exc_new(rt, rt->exc.MemoryError, TL_NO_VALUE);
    rt->modules = tl_dict_new(rt);
    rt->builtins = tl_dict_new(rt);
    return tl_has_value(rt->memory_error) && rt->modules != NULL &&
                   rt->builtins != NULL
               ? TL_OK
               : TL_RAISED;
}

// ---- end

static void drop_shared(TlRuntime *rt)
{
#define N(name) TL_CLEAR_PTR(rt, rt->names.s_##name);
    TL_NAMES(N)
#undef N
    TL_CLEAR_PTR(rt, rt->interned);
    for (int i = 0; i < 256; i++) {
        tl_clear(rt, &rt->latin1[i]);
    }
    tl_clear(rt, &rt->empty_str);
    tl_clear(rt, &rt->empty_bytes);
    tl_clear(rt, &rt->empty_tuple);
}

// Everything of a type that is an object.
static void strip_type(TlRuntime *rt, TlType *type)
{
    if (type != NULL) {
        tl_type_clear(rt, type);
        TL_CLEAR_PTR(rt, type->name_obj);
        TL_CLEAR_PTR(rt, type->qualname);
    }
}

static void free_raw_type(TlRuntime *rt, TlType **place)
{
    TlType *type = *place;
    *place = NULL;
    if (type == NULL) {
        return;
    }
    tl_gc_untrack(rt, &type->ob);
    tl_free(&rt->alloc, type->subclasses,
            type->subclass_cap * sizeof *type->subclasses);
    tl_free(&rt->alloc, (char *)type - sizeof(TlGcHead),
            sizeof(TlGcHead) + sizeof(TlType));
    rt->live_objects--;
}

static void drop_types(TlRuntime *rt)
{
#define E(name, base) strip_type(rt, rt->exc.name);
    TL_BUILTIN_EXCEPTIONS(E)
#undef E
#define T(field, base) strip_type(rt, rt->types.field);
    TL_BUILTIN_TYPES(T)
#undef T
    drop_shared(rt);
#define E(name, base) free_raw_type(rt, &rt->exc.name);
    TL_BUILTIN_EXCEPTIONS(E)
#undef E
#define T(field, base) free_raw_type(rt, &rt->types.field);
    TL_BUILTIN_TYPES(T)
#undef T
}

void tl_object_layer_deinit(TlRuntime *rt)
{
    tl_clear_error(rt);
    tl_clear(rt, &rt->exc_base.exc);
    TL_CLEAR_PTR(rt, rt->modules);
    TL_CLEAR_PTR(rt, rt->builtins);
    tl_memory_error_reset(rt);
    // A collection may leave garbage behind that its finalizers made.
    for (int i = 0; i < 3 && tl_gc_collect(rt) > 0; i++) {
    }
    tl_lookup_cache_deinit(rt);
    tl_clear(rt, &rt->memory_error);
    rt->gc_enabled = false;
    drop_types(rt);
    tl_weakrefs_deinit(rt);
}
