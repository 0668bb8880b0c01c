// slot_methods.h — slots of classes: each calls a special method.
// SPDX-License-Identifier: MIT
#ifndef TL_OBJECT_SLOT_METHODS_H
#define TL_OBJECT_SLOT_METHODS_H

#include "object/object.h"

// B(OP, forward, reflected, in-place): the operators of TlBinaryOp.
#define TL_SLOT_OPERATORS(B) \
    B(ADD, __add__, __radd__, __iadd__) \
    B(AND, __and__, __rand__, __iand__) \
    B(FLOORDIV, __floordiv__, __rfloordiv__, __ifloordiv__) \
    B(LSHIFT, __lshift__, __rlshift__, __ilshift__) \
    B(MATMUL, __matmul__, __rmatmul__, __imatmul__) \
    B(MUL, __mul__, __rmul__, __imul__) \
    B(MOD, __mod__, __rmod__, __imod__) \
    B(OR, __or__, __ror__, __ior__) \
    B(POW, __pow__, __rpow__, __ipow__) \
    B(RSHIFT, __rshift__, __rrshift__, __irshift__) \
    B(SUB, __sub__, __rsub__, __isub__) \
    B(TRUEDIV, __truediv__, __rtruediv__, __itruediv__) \
    B(XOR, __xor__, __rxor__, __ixor__)

#define B(op, forward, reflected, inplace)                               \
    TlValue tl_slot_binary_##op(TlRuntime *rt, TlRef a, TlRef b);        \
    TlValue tl_slot_inplace_##op(TlRuntime *rt, TlRef a, TlRef b);
TL_SLOT_OPERATORS(B)
#undef B
TlValue tl_slot_binary_DIVMOD(TlRuntime *rt, TlRef a, TlRef b);

TlValue tl_slot_repr(TlRuntime *rt, TlRef self);
TlValue tl_slot_str(TlRuntime *rt, TlRef self);
TlStatus tl_slot_hash(TlRuntime *rt, TlRef self, int64_t *hash);
TlValue tl_slot_compare(TlRuntime *rt, TlRef a, TlRef b, TlCompareOp op);
int tl_slot_truth(TlRuntime *rt, TlRef self);
TlValue tl_slot_getattr(TlRuntime *rt, TlRef self, TlStr *name);
TlStatus tl_slot_setattr(TlRuntime *rt, TlRef self, TlStr *name, TlRef value);
TlValue tl_slot_descr_get(TlRuntime *rt, TlRef descr, TlRef obj, TlType *type);
TlStatus tl_slot_descr_set(TlRuntime *rt, TlRef descr, TlRef obj, TlRef value);
TlValue tl_slot_call(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                     TlTuple *kwnames);
TlValue tl_slot_new(TlRuntime *rt, TlType *type, const TlRef *args, int nargs,
                    TlTuple *kwnames);
TlValue tl_slot_iter(TlRuntime *rt, TlRef self);
TlValue tl_slot_await(TlRuntime *rt, TlRef self);
TlValue tl_slot_aiter(TlRuntime *rt, TlRef self);
TlValue tl_slot_anext(TlRuntime *rt, TlRef self);
int64_t tl_slot_len(TlRuntime *rt, TlRef self);
TlValue tl_slot_getitem(TlRuntime *rt, TlRef self, TlRef key);
TlStatus tl_slot_setitem(TlRuntime *rt, TlRef self, TlRef key, TlRef value);
int tl_slot_contains(TlRuntime *rt, TlRef self, TlRef item);
TlValue tl_slot_pow3(TlRuntime *rt, TlRef a, TlRef b, TlRef mod);
TlValue tl_slot_neg(TlRuntime *rt, TlRef self);
TlValue tl_slot_pos(TlRuntime *rt, TlRef self);
TlValue tl_slot_abs(TlRuntime *rt, TlRef self);
TlValue tl_slot_invert(TlRuntime *rt, TlRef self);
TlValue tl_slot_to_int(TlRuntime *rt, TlRef self);
TlValue tl_slot_to_float(TlRuntime *rt, TlRef self);
TlValue tl_slot_index(TlRuntime *rt, TlRef self);
void tl_slot_finalize(TlRuntime *rt, TlRef self);
// tl_slot_init and tl_slot_next stand in type_impl.h.

#endif
