// sys_hooks.c — functions of sys that the interpreter calls back.
// SPDX-License-Identifier: MIT
//
// The hooks for asynchronous generators are one tuple (firstiter, finalizer)
// in lib->state; a generator keeps the finalizer of its first iteration, as
// in CPython.
#include "lib/sys_hooks.h"

#include "lib/structseq.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/str.h"
#include "vm/vm.h"

static const char state_key[] = "sys.asyncgen_hooks";

// ---- hooks that print

static TlValue sys_displayhook(TlRuntime *rt, TlRef self, const TlRef *args,
                               int nargs, TlTuple *kwnames)
{
    if (tl_is_none(args[0])) {
        return TL_NONE;
    }
    TlValue text = tl_str_fmt(rt, "%R\n", args[0]);
    size_t len;
    const char *utf8 =
        tl_has_value(text) ? tl_str_utf8(rt, tl_as_str(text), &len) : NULL;
    TlStatus status =
        utf8 != NULL ? tl_lib_write(rt, 1, utf8, len) : TL_RAISED;
    tl_decref(rt, text);
    return status == TL_OK && tl_dict_set_cstr(rt, rt->builtins, "_",
                                               args[0]) == TL_OK
               ? TL_NONE
               : TL_NO_VALUE;
}

// args: type, value, traceback (the value knows its own).
static TlValue sys_excepthook(TlRuntime *rt, TlRef self, const TlRef *args,
                              int nargs, TlTuple *kwnames)
{
    if (!tl_exc_is(args[1], rt->exc.BaseException)) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "print_exception(): Exception expected for value, "
                            "%T found",
                            args[1]);
    }
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    tl_traceback_print(rt, args[1], true, &out);
    TlStatus status = out.failed ? TL_RAISED
                                 : tl_lib_write(rt, 2, out.data, out.len);
    if (out.failed) {
        tl_raise_memory(rt);
    }
    tl_buf_deinit(&out);
    return status == TL_OK ? TL_NONE : TL_NO_VALUE;
}

// args: an object with the attributes exc_value and object.
static TlValue sys_unraisablehook(TlRuntime *rt, TlRef self,
                                  const TlRef *args, int nargs,
                                  TlTuple *kwnames)
{
    TlValue exc = tl_getattr_cstr(rt, args[0], "exc_value");
    TlValue where = tl_has_value(exc)
                        ? tl_getattr_cstr(rt, args[0], "object")
                        : TL_NO_VALUE;
    bool ok = tl_has_value(where);
    if (ok && tl_exc_is(exc, rt->exc.BaseException)) {
        tl_lib_unraisable(rt, exc, where);
    }
    tl_decref(rt, exc);
    tl_decref(rt, where);
    return ok ? TL_NONE : TL_NO_VALUE;
}

// ---- asynchronous generators

static const TlGetSetDef hook_fields[] = {
    TL_STRUCTSEQ_FIELD("firstiter", 0),
    TL_STRUCTSEQ_FIELD("finalizer", 1),
    TL_STRUCTSEQ_END,
};

static TlValue hooks_repr(TlRuntime *rt, TlRef self)
{
    return tl_structseq_repr(rt, self, "asyncgen_hooks", hook_fields);
}

static const TlSlots hooks_slots = {.repr = hooks_repr};

static const TlTypeSpec hooks_spec = {
    .name = "asyncgen_hooks",
    .slots = &hooks_slots,
    .getsets = hook_fields,
};

// What is set now: borrowed values, None for none.
static TlStatus current_hooks(TlRuntime *rt, TlRef *first, TlRef *finalizer)
{
    *first = *finalizer = TL_NONE;
    TlStr *key = tl_intern_cstr(rt, state_key);
    if (key == NULL) {
        return TL_RAISED;
    }
    TlRef hooks = tl_dict_get_str(rt, rt->lib->state, key);
    tl_release(rt, key);
    if (tl_has_value(hooks)) {
        *first = tl_as_tuple(hooks)->items[0];
        *finalizer = tl_as_tuple(hooks)->items[1];
    }
    return TL_OK;
}

static TlStatus on_first_iteration(TlRuntime *rt, TlGen *gen)
{
    TlRef first, finalizer;
    if (current_hooks(rt, &first, &finalizer) != TL_OK) {
        return TL_RAISED;
    }
    if (!tl_is_none(finalizer)) {
        tl_clear(rt, &gen->finalizer);
        gen->finalizer = tl_incref(finalizer);
    }
    if (tl_is_none(first)) {
        return TL_OK;
    }
    TlValue callee = tl_incref(first);
    TlValue done = tl_call1(rt, callee, tl_from_obj(gen));
    tl_decref(rt, callee);
    tl_decref(rt, done);
    return tl_has_value(done) ? TL_OK : TL_RAISED;
}

static int on_death(TlRuntime *rt, TlGen *gen)
{
    if (!tl_has_value(gen->finalizer)) {
        return 0;
    }
    TlValue done = tl_call1(rt, gen->finalizer, tl_from_obj(gen));
    if (!tl_has_value(done)) {
        tl_write_unraisable(rt, gen->finalizer);
    }
    tl_decref(rt, done);
    return 1;
}

static TlValue sys_get_asyncgen_hooks(TlRuntime *rt, TlRef self,
                                      const TlRef *args, int nargs,
                                      TlTuple *kwnames)
{
    TlRef first, finalizer;
    TlType *type = tl_structseq_type(rt, &hooks_spec);
    if (type == NULL ||
        current_hooks(rt, &first, &finalizer) != TL_OK) {
        tl_release(rt, type);
        return TL_NO_VALUE;
    }
    TlValue items[] = {tl_incref(first), tl_incref(finalizer)};
    TlValue hooks = tl_structseq_new(rt, type, items, 2);
    tl_release(rt, type);
    return hooks;
}

static bool check_hook(TlRuntime *rt, TlRef hook, const char *name)
{
    if (!tl_has_value(hook) || tl_is_none(hook) || tl_callable(rt, hook)) {
        return true;
    }
    tl_raise_fmt(rt, rt->exc.TypeError, "callable %s expected, got %T", name,
                 hook);
    return false;
}

static TlValue sys_set_asyncgen_hooks(TlRuntime *rt, TlRef self,
                                      const TlRef *args, int nargs,
                                      TlTuple *kwnames)
{
    TlRef first, finalizer;
    if (!check_hook(rt, args[1], "finalizer") ||
        !check_hook(rt, args[0], "firstiter") ||
        current_hooks(rt, &first, &finalizer) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlValue pair =
        tl_tuple_pack2(rt, tl_has_value(args[0]) ? args[0] : first,
                       tl_has_value(args[1]) ? args[1] : finalizer);
    if (!tl_has_value(pair)) {
        return TL_NO_VALUE;
    }
    TlStatus status = tl_dict_set_cstr(rt, rt->lib->state, state_key, pair);
    tl_decref(rt, pair);
    rt->vm->hooks.agen_first = on_first_iteration;
    rt->vm->hooks.agen_dead = on_death;
    return status == TL_OK ? TL_NONE : TL_NO_VALUE;
}

static const TlNativeDef hook_functions[] = {
    {"displayhook", sys_displayhook, TL_FN_ONE, "(object, /)", NULL},
    {"__displayhook__", sys_displayhook, TL_FN_ONE, "(object, /)", NULL},
    {"excepthook", sys_excepthook, TL_FN_SIG,
     "(exctype, value, traceback, /)", NULL},
    {"__excepthook__", sys_excepthook, TL_FN_SIG,
     "(exctype, value, traceback, /)", NULL},
    {"unraisablehook", sys_unraisablehook, TL_FN_ONE, "(unraisable, /)", NULL},
    {"__unraisablehook__", sys_unraisablehook, TL_FN_ONE, "(unraisable, /)",
     NULL},
    {"get_asyncgen_hooks", sys_get_asyncgen_hooks, TL_FN_NOARGS, "()", NULL},
    {"set_asyncgen_hooks", sys_set_asyncgen_hooks, TL_FN_SIG,
     "(firstiter=?, finalizer=?)", NULL},
    {NULL, NULL, 0, NULL, NULL},
};

TlStatus tl_sys_add_hooks(TlRuntime *rt, TlModule *sys)
{
    return tl_module_add_functions(rt, tl_from_obj(sys), hook_functions);
}
