// ops_import.c — import statements.
// SPDX-License-Identifier: MIT
#include "object/dict.h"
#include "vm/vm_impl.h"

// Calls __import__(name, globals, locals, fromlist, level) of the builtins,
// as any program may have replaced it.
TlFlow tl_op_import_name(TlRuntime *rt, TlFrame *f, TlStr *name)
{
    TlRef import = tl_dict_get_str(rt, f->builtins, TL_NAME(rt, __import__));
    if (!tl_has_value(import)) {
        tl_raise(rt, rt->exc.ImportError, "__import__ not found");
        return TL_FLOW_ERROR;
    }
    TlValue fromlist = tl_pop(f);
    TlValue level = tl_pop(f);
    tl_push(f, tl_incref(import));
    tl_push(f, TL_NO_VALUE);
    tl_push(f, tl_incref(tl_from_obj(name)));
    tl_push(f, tl_incref(tl_from_obj(f->globals)));
    tl_push(f, tl_has_value(f->locals) ? tl_incref(f->locals) : TL_NONE);
    tl_push(f, fromlist);
    tl_push(f, level);
    return tl_op_call(rt, f, 5, NULL);
}

// sys.modules["package.name"]: a submodule that is still being imported is no
// attribute yet. Owned, TL_NO_VALUE = absent.
static TlValue find_submodule(TlRuntime *rt, TlRef package, TlStr *name)
{
    TlValue found = TL_NO_VALUE;
    if (rt->modules == NULL || !tl_is_str(package)) {
        return found;
    }
    TlValue full = tl_str_fmt(rt, "%S.%U", package, name);
    if (tl_has_value(full)) {
        found = tl_incref(tl_dict_get_str(rt, rt->modules, tl_as_str(full)));
        tl_decref(rt, full);
    }
    return found;
}

static void set_import_error(TlRuntime *rt, TlRef package, TlRef path)
{
    if (!tl_error_is(rt, rt->exc.ImportError)) {
        return;
    }
    TlExc *exc = (TlExc *)tl_as_obj(rt->error);
    tl_decref(rt, exc->extra[0]);
    tl_decref(rt, exc->extra[1]);
    exc->extra[0] = tl_incref(package);
    exc->extra[1] = tl_incref(path);
}

// Does the module's body still run?
static bool is_initializing(TlRuntime *rt, TlRef module)
{
    if (tl_as_obj(module)->type != rt->types.module) {
        return false;
    }
    const TlDict *dict = ((TlModule *)tl_as_obj(module))->dict;
    for (TlFrame *f = rt->vm->top; f != NULL; f = f->back) {
        if (f->globals == dict && !(f->code->flags & TL_CODE_OPTIMIZED) &&
            !tl_has_value(f->locals)) {
            return true;
        }
    }
    return false;
}

static TlStatus raise_cannot_import(TlRuntime *rt, TlRef module, TlRef package,
                                    TlStr *name)
{
    TlValue path = TL_NO_VALUE;
    if (tl_getattr_opt(rt, module, TL_NAME(rt, __file__), &path) < 0) {
        tl_clear_error(rt);
    }
    if (!tl_is_str(path)) {
        tl_raise_fmt(rt, rt->exc.ImportError,
                     "cannot import name %R from %R (unknown location)",
                     tl_from_obj(name), package);
    } else {
        tl_raise_fmt(rt, rt->exc.ImportError,
                     is_initializing(rt, module)
                         ? "cannot import name %R from partially initialized "
                           "module %R (most likely due to a circular import) "
                           "(%S)"
                         : "cannot import name %R from %R (%S)",
                     tl_from_obj(name), package, path);
    }
    set_import_error(rt, package, path);
    tl_decref(rt, path);
    return TL_RAISED;
}

TlStatus tl_op_import_from(TlRuntime *rt, TlFrame *f, TlStr *name)
{
    TlRef module = f->sp[-1];
    TlValue v;
    int found = tl_getattr_opt(rt, module, name, &v);
    if (found < 0) {
        return TL_RAISED;
    }
    if (found > 0) {
        tl_push(f, v);
        return TL_OK;
    }
    TlValue package;
    if (tl_getattr_opt(rt, module, TL_NAME(rt, __name__), &package) < 0) {
        return TL_RAISED;
    }
    if (!tl_has_value(package)) {
        package = tl_str_from_cstr(rt, "<unknown module name>");
    }
    v = find_submodule(rt, package, name);
    if (tl_has_value(v)) {
        tl_push(f, v);
    } else if (!tl_raised(rt)) {
        raise_cannot_import(rt, module, package, name);
    }
    tl_decref(rt, package);
    return tl_has_value(v) ? TL_OK : TL_RAISED;
}

// ---- from m import *

static TlStatus copy_name(TlRuntime *rt, TlRef module, TlRef to, TlRef name)
{
    if (!tl_is_str(name)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "Item in __all__ must be str, not %T", name);
        return TL_RAISED;
    }
    TlValue v = tl_getattr(rt, module, tl_as_str(name));
    if (!tl_has_value(v)) {
        return TL_RAISED;
    }
    TlStatus status = tl_setitem(rt, to, name, v);
    tl_decref(rt, v);
    return status;
}

static bool is_private(TlRef name)
{
    return tl_is_str(name) && tl_as_str(name)->len > 0 &&
           tl_str_at(tl_as_str(name), 0) == '_';
}

static TlStatus copy_names(TlRuntime *rt, TlRef module, TlRef to, TlRef names,
                           bool skip_private)
{
    TlList *list = tl_list_from_iter(rt, names);
    if (list == NULL) {
        return TL_RAISED;
    }
    TlStatus status = TL_OK;
    for (int64_t i = 0; i < list->len && status == TL_OK; i++) {
        if (!skip_private || !is_private(list->items[i])) {
            status = copy_name(rt, module, to, list->items[i]);
        }
    }
    tl_release(rt, list);
    return status;
}

TlStatus tl_op_import_star(TlRuntime *rt, TlFrame *f)
{
    TlRef module = f->sp[-1];
    TlRef to = tl_has_value(f->locals) ? f->locals : tl_from_obj(f->globals);
    TlValue names;
    int found = tl_getattr_opt(rt, module, TL_NAME(rt, __all__), &names);
    bool all = found > 0;
    if (found == 0) {
        found = tl_getattr_opt(rt, module, TL_NAME(rt, __dict__), &names);
        if (found == 0) {
            tl_raise(rt, rt->exc.ImportError,
                     "from-import-* object has no __dict__ and no __all__");
        }
    }
    if (found <= 0) {
        return TL_RAISED;
    }
    TlStatus status = copy_names(rt, module, to, names, !all);
    tl_decref(rt, names);
    tl_drop(rt, f);
    return status;
}
