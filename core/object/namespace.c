// namespace.c — types.SimpleNamespace.
// SPDX-License-Identifier: MIT
#include "object/class.h"

#include "object/builtin_args.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/repr_guard.h"
#include "object/seq.h"
#include "object/str.h"
#include "object/type_impl.h"

typedef struct TlNamespace {
    TlObject ob;
    TlDict *dict;  // never NULL
} TlNamespace;

static TlNamespace *as_namespace(TlRef v)
{
    return (TlNamespace *)(void *)tl_as_obj(v);
}

static TlValue namespace_new(TlRuntime *rt, TlType *type, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    TlNamespace *self = tl_object_new(rt, type);
    if (self == NULL) {
        return TL_NO_VALUE;
    }
    self->dict = tl_dict_new(rt);
    if (self->dict == NULL) {
        tl_release(rt, self);
        return TL_NO_VALUE;
    }
    return tl_from_obj(self);
}

TlValue tl_namespace_new(TlRuntime *rt)
{
    return namespace_new(rt, rt->types.namespace, NULL, 0, NULL);
}

static TlStatus namespace_init(TlRuntime *rt, TlRef self, const TlRef *args,
                               int nargs, TlTuple *kwnames)
{
    if (nargs > 0) {
        tl_raise(rt, rt->exc.TypeError, "no positional arguments expected");
        return TL_RAISED;
    }
    for (int i = 0; i < tl_kw_count(kwnames); i++) {
        if (tl_dict_set(rt, as_namespace(self)->dict, kwnames->items[i],
                        args[i]) != TL_OK) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

static TlStatus append_items(TlRuntime *rt, TlBuf *out, TlDict *dict)
{
    int64_t pos = 0;
    TlRef key, value;
    const char *comma = "";
    while (tl_dict_next(dict, &pos, &key, &value)) {
        if (!tl_is_str(key) || tl_as_str(key)->len == 0) {
            continue;
        }
        tl_buf_append_str(out, comma);
        tl_str_append_to(out, tl_as_str(key));
        tl_buf_append_char(out, '=');
        TlValue held = tl_incref(value);
        TlStatus status = tl_repr_append(rt, out, held);
        tl_decref(rt, held);
        if (status != TL_OK) {
            return TL_RAISED;
        }
        comma = ", ";
    }
    return TL_OK;
}

static TlValue namespace_repr(TlRuntime *rt, TlRef self)
{
    TlType *type = tl_type_of(rt, self);
    const char *name =
        type == rt->types.namespace ? "namespace" : type->name;
    TlReprGuard guard;
    if (!tl_repr_enter(rt, &guard, self)) {
        return tl_str_fmt(rt, "%s(...)", name);
    }
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    tl_buf_append_str(&out, name);
    tl_buf_append_char(&out, '(');
    TlDict *dict = tl_retain(as_namespace(self)->dict);
    TlStatus status = append_items(rt, &out, dict);
    tl_release(rt, dict);
    tl_buf_append_char(&out, ')');
    tl_repr_leave(rt, &guard);
    return tl_repr_finish(rt, &out, status);
}

static TlValue namespace_compare(TlRuntime *rt, TlRef a, TlRef b,
                                 TlCompareOp op)
{
    if (!tl_is_subtype(tl_type_of(rt, a), rt->types.namespace) ||
        !tl_is_subtype(tl_type_of(rt, b), rt->types.namespace)) {
        return TL_NOT_IMPLEMENTED;
    }
    return tl_compare(rt, tl_from_obj(as_namespace(a)->dict),
                      tl_from_obj(as_namespace(b)->dict), op);
}

static void namespace_traverse(TlObject *obj, TlVisit visit, void *arg)
{
    tl_visit_ptr(((TlNamespace *)(void *)obj)->dict, visit, arg);
}

static void namespace_free(TlRuntime *rt, TlObject *obj)
{
    TL_CLEAR_PTR(rt, ((TlNamespace *)(void *)obj)->dict);
    tl_object_free(rt, obj);
}

// No clear slot: its dict breaks every cycle, and the field is never NULL.
static const TlSlots namespace_slots = {
    .free = namespace_free,
    .traverse = namespace_traverse,
    .repr = namespace_repr,
    .compare = namespace_compare,
    .hash = tl_unhashable,
    .new_ = namespace_new,
    .init = namespace_init,
};

const TlTypeSpec tl_namespace_spec = {
    .name = "SimpleNamespace",
    .module = "types",
    .doc = "A simple attribute-based namespace.\n\n"
           "SimpleNamespace(**kwargs)",
    .size = sizeof(TlNamespace),
    .dict_offset = offsetof(TlNamespace, dict),
    .flags = TL_TYPE_GC | TL_TYPE_BASE,
    .slots = &namespace_slots,
};
