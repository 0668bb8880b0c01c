// ops_arith.c — operators and items.
// SPDX-License-Identifier: MIT
#include "object/dict.h"
#include "vm/vm_impl.h"

// `s += t` and `s = s + t` with s a local variable: the variable gives up its
// reference first, so that the text can grow in place.
static void release_target(TlRuntime *rt, TlFrame *f)
{
    uint32_t next = *f->ip;
    if (TL_INSTR_OP(next) == TL_OP_STORE_FAST) {
        TlValue *slot = &f->slots[TL_INSTR_ARG(next)];
        if (*slot == f->sp[-2]) {
            tl_clear(rt, slot);
        }
    }
}

static bool is_exact_str(TlRuntime *rt, TlRef v)
{
    return tl_is_obj(v) && tl_as_obj(v)->type == rt->types.str;
}

static TlStatus concat(TlRuntime *rt, TlFrame *f)
{
    release_target(rt, f);
    TlValue left = f->sp[-2];
    f->sp[-2] = TL_NO_VALUE;
    TlValue joined =
        tl_str_append_steal(rt, left, tl_as_str(f->sp[-1]));
    return tl_replace(rt, f, 2, joined);
}

TlStatus tl_op_binary(TlRuntime *rt, TlFrame *f, uint32_t op)
{
    TlRef a = f->sp[-2], b = f->sp[-1];
    bool inplace = (op & TL_INPLACE_FLAG) != 0;
    TlBinaryOp which = (TlBinaryOp)(op & ~(uint32_t)TL_INPLACE_FLAG);
    if (which == TL_BIN_ADD && is_exact_str(rt, a) && is_exact_str(rt, b)) {
        return concat(rt, f);
    }
    TlValue r = inplace ? tl_inplace(rt, a, b, which)
                        : tl_binary(rt, a, b, which);
    return tl_replace(rt, f, 2, r);
}

TlStatus tl_op_unary(TlRuntime *rt, TlFrame *f, uint32_t op)
{
    TlRef v = f->sp[-1];
    switch (op) {
    case TL_OP_UNARY_NEGATIVE: return tl_replace(rt, f, 1, tl_neg(rt, v));
    case TL_OP_UNARY_POSITIVE: return tl_replace(rt, f, 1, tl_pos(rt, v));
    case TL_OP_UNARY_INVERT: return tl_replace(rt, f, 1, tl_invert(rt, v));
    default: break;
    }
    int truth = tl_truth(rt, v);
    return truth < 0 ? TL_RAISED
                     : tl_replace(rt, f, 1, tl_bool(truth == 0));
}

TlStatus tl_op_subscr(TlRuntime *rt, TlFrame *f)
{
    TlRef obj = f->sp[-2], key = f->sp[-1];
    if (tl_is_obj(obj) && tl_as_obj(obj)->type == rt->types.dict) {
        TlRef v;
        int found = tl_dict_get(rt, tl_as_dict(obj), key, &v);
        if (found == 0) {
            tl_raise_key(rt, key);
        }
        return tl_replace(rt, f, 2, found > 0 ? tl_incref(v) : TL_NO_VALUE);
    }
    return tl_replace(rt, f, 2, tl_getitem(rt, obj, key));
}

TlStatus tl_op_store_subscr(TlRuntime *rt, TlFrame *f)
{
    TlRef obj = f->sp[-2], key = f->sp[-1], value = f->sp[-3];
    TlStatus status;
    if (tl_is_obj(obj) && tl_is_small_int(key) &&
        tl_as_obj(obj)->type == rt->types.list &&
        (uint64_t)tl_as_small(key) < (uint64_t)tl_as_list(obj)->len) {
        TlValue *place = &tl_as_list(obj)->items[tl_as_small(key)];
        TlValue old = *place;
        *place = tl_incref(value);
        tl_decref(rt, old);
        status = TL_OK;
    } else if (tl_is_obj(obj) && tl_as_obj(obj)->type == rt->types.dict) {
        status = tl_dict_set(rt, tl_as_dict(obj), key, value);
    } else {
        status = tl_setitem(rt, obj, key, value);
    }
    tl_drop(rt, f);
    tl_drop(rt, f);
    tl_drop(rt, f);
    return status;
}

TlStatus tl_op_delete_subscr(TlRuntime *rt, TlFrame *f)
{
    TlStatus status = tl_delitem(rt, f->sp[-2], f->sp[-1]);
    tl_drop(rt, f);
    tl_drop(rt, f);
    return status;
}
