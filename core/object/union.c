// union.c — int | None and the like.
// SPDX-License-Identifier: MIT
#include "object/class.h"

#include "object/dict.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/seq.h"
#include "object/str.h"
#include "object/type_impl.h"

typedef struct TlUnion {
    TlObject ob;
    TlTuple *args;  // no unions among them, no duplicates; None is NoneType
} TlUnion;

static TlUnion *as_union(TlRef v)
{
    return (TlUnion *)(void *)tl_as_obj(v);
}

TlTuple *tl_union_args(TlRef union_type)
{
    return as_union(union_type)->args;
}

static bool is_member(TlRuntime *rt, TlRef v)
{
    TlType *type = tl_type_of(rt, v);
    return tl_is_none(v) || (type->flags & TL_TYPE_IS_TYPE) ||
           type == rt->types.generic_alias || type == rt->types.union_type;
}

static TlStatus add(TlRuntime *rt, TlList *list, TlRef v)
{
    if (tl_is_none(v)) {
        v = tl_from_obj(rt->types.none);
    }
    for (int64_t i = 0; i < list->len; i++) {
        int same = tl_equal(rt, list->items[i], v);
        if (same != 0) {
            return same < 0 ? TL_RAISED : TL_OK;
        }
    }
    return tl_list_append(rt, list, v);
}

static TlStatus add_side(TlRuntime *rt, TlList *list, TlRef v)
{
    if (tl_type_of(rt, v) != rt->types.union_type) {
        return add(rt, list, v);
    }
    TlTuple *args = as_union(v)->args;
    for (int64_t i = 0; i < args->len; i++) {
        if (add(rt, list, args->items[i]) != TL_OK) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

// A union of what is in [list], or the only member itself.
static TlValue from_list(TlRuntime *rt, TlList *list)
{
    if (list->len == 1) {
        return tl_incref(list->items[0]);
    }
    TlTuple *args = tl_tuple_from(rt, list->items, list->len);
    if (args == NULL) {
        return TL_NO_VALUE;
    }
    TlUnion *made = tl_object_new(rt, rt->types.union_type);
    if (made == NULL) {
        tl_release(rt, args);
        return TL_NO_VALUE;
    }
    made->args = args;
    return tl_from_obj(made);
}

TlValue tl_union_or(TlRuntime *rt, TlRef a, TlRef b)
{
    if (!is_member(rt, a) || !is_member(rt, b) ||
        (tl_is_none(a) && tl_is_none(b))) {
        return TL_NOT_IMPLEMENTED;
    }
    TlList *list = tl_list_new(rt, 2);
    TlValue result = TL_NO_VALUE;
    if (list != NULL && add_side(rt, list, a) == TL_OK &&
        add_side(rt, list, b) == TL_OK) {
        result = from_list(rt, list);
    }
    tl_release(rt, list);
    return result;
}

static TlValue union_repr(TlRuntime *rt, TlRef self)
{
    TlTuple *args = as_union(self)->args;
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    TlStatus status = TL_OK;
    for (int64_t i = 0; i < args->len && status == TL_OK; i++) {
        tl_buf_append_str(&out, i > 0 ? " | " : "");
        status = tl_type_expr_text(rt, &out, args->items[i]);
    }
    return tl_repr_finish(rt, &out, status);
}

static int contains_all(TlRuntime *rt, TlTuple *these, TlTuple *in)
{
    for (int64_t i = 0; i < these->len; i++) {
        int found = tl_contains(rt, tl_from_obj(in), these->items[i]);
        if (found != 1) {
            return found;
        }
    }
    return 1;
}

// As sets: the order does not matter.
static TlValue union_compare(TlRuntime *rt, TlRef a, TlRef b, TlCompareOp op)
{
    if ((op != TL_EQ && op != TL_NE) ||
        tl_type_of(rt, b) != rt->types.union_type) {
        return TL_NOT_IMPLEMENTED;
    }
    TlTuple *x = as_union(a)->args, *y = as_union(b)->args;
    int same = x->len == y->len ? contains_all(rt, x, y) : 0;
    return same < 0 ? TL_NO_VALUE : tl_bool(same == (op == TL_EQ));
}

static TlStatus union_hash(TlRuntime *rt, TlRef self, int64_t *hash)
{
    TlTuple *args = as_union(self)->args;
    uint64_t sum = 0;
    for (int64_t i = 0; i < args->len; i++) {
        int64_t one;
        if (tl_hash(rt, args->items[i], &one) != TL_OK) {
            return TL_RAISED;
        }
        sum += (uint64_t)one * UINT64_C(0x9E3779B97F4A7C15);
    }
    *hash = (int64_t)sum == -1 ? -2 : (int64_t)sum;
    return TL_OK;
}

// isinstance() looks at the members itself; this is for the method.
static TlValue union_instancecheck(TlRuntime *rt, TlRef self,
                                   const TlRef *args, int nargs,
                                   TlTuple *kwnames)
{
    int answer = tl_isinstance(rt, args[0], self);
    return answer < 0 ? TL_NO_VALUE : tl_bool(answer);
}

static TlValue union_subclasscheck(TlRuntime *rt, TlRef self,
                                   const TlRef *args, int nargs,
                                   TlTuple *kwnames)
{
    int answer = tl_issubclass(rt, args[0], self);
    return answer < 0 ? TL_NO_VALUE : tl_bool(answer);
}

static const TlNativeDef union_methods[] = {
    {"__instancecheck__", union_instancecheck, TL_FN_ONE, NULL, NULL},
    {"__subclasscheck__", union_subclasscheck, TL_FN_ONE, NULL, NULL},
    {NULL, NULL, 0, NULL, NULL},
};

static TlValue get_args(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_incref(tl_from_obj(as_union(self)->args));
}

static const TlGetSetDef union_getsets[] = {
    {"__args__", get_args, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};

static void union_traverse(TlObject *obj, TlVisit visit, void *arg)
{
    tl_visit_ptr(((TlUnion *)(void *)obj)->args, visit, arg);
}

static void union_free(TlRuntime *rt, TlObject *obj)
{
    TL_CLEAR_PTR(rt, ((TlUnion *)(void *)obj)->args);
    tl_object_free(rt, obj);
}

static const TlSlots union_slots = {
    .free = union_free,
    .traverse = union_traverse,
    .repr = union_repr,
    .hash = union_hash,
    .compare = union_compare,
    .binary[TL_BIN_OR] = tl_union_or,
};

const TlTypeSpec tl_union_type_spec = {
    .name = "UnionType",
    .module = "types",
    .size = sizeof(TlUnion),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &union_slots,
    .methods = union_methods,
    .getsets = union_getsets,
};
