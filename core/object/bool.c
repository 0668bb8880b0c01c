// bool.c — the type of True and False.
// SPDX-License-Identifier: MIT
//
// bool is a subclass of int with two instances, both immediates; arithmetic is
// int's. Only the bit operations between two bools stay bool.

#include "object/builtin_args.h"
#include "object/exc.h"
#include "object/number_impl.h"

static TlValue bool_repr(TlRuntime *rt, TlRef self) {
    return tl_str_from_cstr(rt, self == TL_TRUE ? "True" : "False");
}

static TlValue bool_new(TlRuntime *rt, TlType *type, const TlRef *args,
                        int nargs, TlTuple *kwnames) {
    if (tl_bind_optional(rt, "bool", nargs, kwnames) != TL_OK) {
        return TL_NO_VALUE;
    }
    int truth = nargs == 0 ? 0 : tl_truth(rt, args[0]);
    return truth < 0 ? TL_NO_VALUE : tl_bool(truth);
}

static TlValue bitwise(TlRuntime *rt, TlRef a, TlRef b, TlBinaryOp op) {
    if (!tl_is_int(a) || !tl_is_int(b)) {
        return TL_NOT_IMPLEMENTED;
    }
    if (!tl_is_bool(a) || !tl_is_bool(b)) {
        TlValue x = tl_is_bool(a) ? tl_small_int(a == TL_TRUE) : a;
        TlValue y = tl_is_bool(b) ? tl_small_int(b == TL_TRUE) : b;
        return tl_int_binary(rt, x, y, op);
    }
    bool x = a == TL_TRUE;
    bool y = b == TL_TRUE;
    return tl_bool(op == TL_BIN_AND ? x && y : op == TL_BIN_OR ? x || y
                                                               : x != y);
}

static TlValue bool_and(TlRuntime *rt, TlRef a, TlRef b) {
    return bitwise(rt, a, b, TL_BIN_AND);
}

static TlValue bool_or(TlRuntime *rt, TlRef a, TlRef b) {
    return bitwise(rt, a, b, TL_BIN_OR);
}

static TlValue bool_xor(TlRuntime *rt, TlRef a, TlRef b) {
    return bitwise(rt, a, b, TL_BIN_XOR);
}

static const TlSlots bool_slots = {
    .repr = bool_repr,
    .new_ = bool_new,
    .binary = {[TL_BIN_AND] = bool_and, [TL_BIN_OR] = bool_or,
               [TL_BIN_XOR] = bool_xor},
};

const TlTypeSpec tl_bool__spec = {
    .name = "bool",
    .doc = "bool(x) -> bool\n\nReturns True when the argument x is true, "
           "False otherwise.\nThe builtins True and False are the only two "
           "instances of the class bool.\nThe class bool is a subclass of the "
           "class int, and cannot be subclassed.",
    .size = sizeof(TlInt),
    .flags = TL_TYPE_IS_INT,
    .slots = &bool_slots,
};
