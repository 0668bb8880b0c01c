// singletons.c — the types of None, NotImplemented and Ellipsis.
// SPDX-License-Identifier: MIT
#include "object/exc.h"
#include "object/str.h"
#include "object/type_impl.h"

static TlValue only(TlRuntime *rt, TlType *type, int nargs, TlTuple *kwnames,
                    TlValue value)
{
    if (nargs > 0 || tl_kw_count(kwnames) > 0) {
        return tl_raise_fmt(rt, rt->exc.TypeError, "%s takes no arguments",
                            type->name);
    }
    return value;
}

// Never called: singletons are no objects. It keeps the slot from being empty.
static void never_free(TlRuntime *rt, TlObject *self)
{
    tl_object_free(rt, self);
}

static TlValue none_new(TlRuntime *rt, TlType *type, const TlRef *args,
                        int nargs, TlTuple *kwnames)
{
    return only(rt, type, nargs, kwnames, TL_NONE);
}

static TlValue none_repr(TlRuntime *rt, TlRef self)
{
    return tl_str_from_cstr(rt, "None");
}

static int none_truth(TlRuntime *rt, TlRef self)
{
    return 0;
}

static const TlSlots none_slots = {
    .free = never_free,
    .repr = none_repr,
    .truth = none_truth,
    .new_ = none_new,
    .binary[TL_BIN_OR] = tl_union_or,
};

const TlTypeSpec tl_none_spec = {
    .name = "NoneType",
    .size = sizeof(TlObject),
    .slots = &none_slots,
};

static TlValue not_implemented_new(TlRuntime *rt, TlType *type,
                                   const TlRef *args, int nargs,
                                   TlTuple *kwnames)
{
    return only(rt, type, nargs, kwnames, TL_NOT_IMPLEMENTED);
}

static TlValue not_implemented_repr(TlRuntime *rt, TlRef self)
{
    return tl_str_from_cstr(rt, "NotImplemented");
}

static const TlSlots not_implemented_slots = {
    .free = never_free,
    .repr = not_implemented_repr,
    .new_ = not_implemented_new,
};

const TlTypeSpec tl_not_implemented_spec = {
    .name = "NotImplementedType",
    .size = sizeof(TlObject),
    .slots = &not_implemented_slots,
};

static TlValue ellipsis_new(TlRuntime *rt, TlType *type, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    return only(rt, type, nargs, kwnames, TL_ELLIPSIS);
}

static TlValue ellipsis_repr(TlRuntime *rt, TlRef self)
{
    return tl_str_from_cstr(rt, "Ellipsis");
}

static const TlSlots ellipsis_slots = {
    .free = never_free,
    .repr = ellipsis_repr,
    .new_ = ellipsis_new,
};

const TlTypeSpec tl_ellipsis_spec = {
    .name = "ellipsis",
    .size = sizeof(TlObject),
    .slots = &ellipsis_slots,
};
