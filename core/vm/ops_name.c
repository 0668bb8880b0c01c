// ops_name.c — names: globals, class namespaces, cells.
// SPDX-License-Identifier: MIT
#include "object/class.h"
#include "object/dict.h"
#include "vm/vm_impl.h"

TlStatus tl_replace(TlRuntime *rt, TlFrame *f, int n, TlValue result)
{
    if (TL_UNLIKELY(!tl_has_value(result))) {
        return TL_RAISED;
    }
    // The result takes the lowest operand's place first: dropping operands may
    // run user code that looks at the stack.
    TlValue *base = f->sp - n;
    TlValue lowest = *base;
    *base = result;
    while (f->sp > base + 1) {
        tl_drop(rt, f);
    }
    tl_decref(rt, lowest);
    return TL_OK;
}

// ---- errors

static TlValue raise_named(TlRuntime *rt, TlType *type, const char *format,
                           TlStr *name)
{
    tl_raise_fmt(rt, type, format, name);
    if (tl_error_is(rt, rt->exc.NameError)) {
        TlExc *exc = (TlExc *)tl_as_obj(rt->error);
        tl_decref(rt, exc->extra[0]);
        exc->extra[0] = tl_incref(tl_from_obj(name));
    }
    return TL_NO_VALUE;
}

TlValue tl_raise_name(TlRuntime *rt, TlStr *name)
{
    return raise_named(rt, rt->exc.NameError, "name '%U' is not defined",
                       name);
}

TlValue tl_raise_unbound(TlRuntime *rt, TlFrame *f, int slot)
{
    TlStr *name = tl_as_str(f->code->local_names->items[slot]);
    if (f->code->local_kinds[slot] == TL_LOCAL_FREE) {
        return raise_named(rt, rt->exc.NameError,
                           "cannot access free variable '%U' where it is not "
                           "associated with a value in enclosing scope",
                           name);
    }
    return raise_named(rt, rt->exc.UnboundLocalError,
                       "cannot access local variable '%U' where it is not "
                       "associated with a value",
                       name);
}

// ---- class and module bodies

// Item [name] of any mapping: 1, 0 when it raises KeyError, -1.
static int get_from(TlRuntime *rt, TlRef mapping, TlStr *name, TlValue *out)
{
    if (tl_as_obj(mapping)->type == rt->types.dict) {
        *out = tl_incref(tl_dict_get_str(rt, tl_as_dict(mapping), name));
        return tl_has_value(*out);
    }
    *out = tl_getitem(rt, mapping, tl_from_obj(name));
    if (tl_has_value(*out)) {
        return 1;
    }
    if (!tl_error_is(rt, rt->exc.KeyError)) {
        return -1;
    }
    tl_clear_error(rt);
    return 0;
}

// Borrowed.
static TlRef find_global(TlRuntime *rt, TlFrame *f, TlStr *name)
{
    TlRef v = tl_dict_get_str(rt, f->globals, name);
    return tl_has_value(v) ? v : tl_dict_get_str(rt, f->builtins, name);
}

static TlStatus push_global(TlRuntime *rt, TlFrame *f, TlStr *name)
{
    TlRef v = find_global(rt, f, name);
    if (!tl_has_value(v)) {
        tl_raise_name(rt, name);
        return TL_RAISED;
    }
    tl_push(f, tl_incref(v));
    return TL_OK;
}

TlStatus tl_op_load_name(TlRuntime *rt, TlFrame *f, TlStr *name)
{
    if (tl_has_value(f->locals)) {
        TlValue v;
        int found = get_from(rt, f->locals, name, &v);
        if (found < 0) {
            return TL_RAISED;
        }
        if (found > 0) {
            tl_push(f, v);
            return TL_OK;
        }
    }
    return push_global(rt, f, name);
}

TlStatus tl_op_store_name(TlRuntime *rt, TlFrame *f, TlStr *name)
{
    TlRef to = tl_has_value(f->locals) ? f->locals : tl_from_obj(f->globals);
    TlRef value = f->sp[-1];
    TlStatus status =
        tl_as_obj(to)->type == rt->types.dict
            ? tl_dict_set_str(rt, tl_as_dict(to), name, value)
            : tl_setitem(rt, to, tl_from_obj(name), value);
    tl_drop(rt, f);
    return status;
}

TlStatus tl_op_delete_name(TlRuntime *rt, TlFrame *f, TlStr *name)
{
    TlRef from = tl_has_value(f->locals) ? f->locals : tl_from_obj(f->globals);
    TlStatus status = tl_delitem(rt, from, tl_from_obj(name));
    if (status != TL_OK && tl_error_is(rt, rt->exc.KeyError)) {
        tl_clear_error(rt);
        tl_raise_name(rt, name);
    }
    return status;
}

TlStatus tl_op_setup_annotations(TlRuntime *rt, TlFrame *f)
{
    TlRef to = tl_has_value(f->locals) ? f->locals : tl_from_obj(f->globals);
    TlStr *name = TL_NAME(rt, __annotations__);
    TlValue there;
    int found = get_from(rt, to, name, &there);
    tl_decref(rt, there);
    if (found != 0) {
        return found > 0 ? TL_OK : TL_RAISED;
    }
    TlDict *dict = tl_dict_new(rt);
    if (dict == NULL) {
        return TL_RAISED;
    }
    TlStatus status =
        tl_setitem(rt, to, tl_from_obj(name), tl_from_obj(dict));
    tl_release(rt, dict);
    return status;
}

// ---- globals

TlStatus tl_op_load_global(TlRuntime *rt, TlFrame *f, TlStr *name,
                           TlInlineCache *cache)
{
    cache->kind = TL_CACHE_NONE;
    int64_t at = tl_dict_find_str(rt, f->globals, name);
    if (at >= 0) {
        cache->kind = TL_CACHE_GLOBAL;
        cache->at = at;
    } else {
        at = tl_dict_find_str(rt, f->builtins, name);
        if (at >= 0) {
            cache->kind = TL_CACHE_BUILTIN;
            cache->at = at;
            cache->version = f->globals->version;
        }
    }
    return push_global(rt, f, name);
}

TlStatus tl_op_store_global(TlRuntime *rt, TlFrame *f, TlStr *name)
{
    TlStatus status = tl_dict_set_str(rt, f->globals, name, f->sp[-1]);
    tl_drop(rt, f);
    return status;
}

TlStatus tl_op_delete_global(TlRuntime *rt, TlFrame *f, TlStr *name)
{
    int found = tl_dict_del(rt, f->globals, tl_from_obj(name));
    if (found == 0) {
        tl_raise_name(rt, name);
    }
    return found > 0 ? TL_OK : TL_RAISED;
}

// ---- cells

TlStatus tl_op_load_classderef(TlRuntime *rt, TlFrame *f, int slot)
{
    TlStr *name = tl_as_str(f->code->local_names->items[slot]);
    TlRef from =
        tl_has_value(f->locals) ? f->locals : tl_from_obj(f->globals);
    TlValue v;
    int found = get_from(rt, from, name, &v);
    if (found < 0) {
        return TL_RAISED;
    }
    if (found == 0) {
        v = tl_incref(((TlCell *)tl_as_obj(f->slots[slot]))->value);
        if (!tl_has_value(v)) {
            tl_raise_unbound(rt, f, slot);
            return TL_RAISED;
        }
    }
    tl_push(f, v);
    return TL_OK;
}

TlStatus tl_op_delete_deref(TlRuntime *rt, TlFrame *f, int slot)
{
    TlCell *cell = (TlCell *)tl_as_obj(f->slots[slot]);
    if (!tl_has_value(cell->value)) {
        tl_raise_unbound(rt, f, slot);
        return TL_RAISED;
    }
    tl_clear(rt, &cell->value);
    return TL_OK;
}

TlStatus tl_op_make_cell(TlRuntime *rt, TlFrame *f, int slot)
{
    TlCell *cell = tl_cell_new(rt, tl_incref(f->slots[slot]));
    if (cell == NULL) {
        return TL_RAISED;
    }
    tl_decref(rt, f->slots[slot]);
    f->slots[slot] = tl_from_obj(cell);
    return TL_OK;
}
