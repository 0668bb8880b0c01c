// interp_fast.h — what the dispatch loop does without leaving it.
// SPDX-License-Identifier: MIT
//
// Each returns TL_NO_VALUE when it is not the common case; the body in ops_*.c
// then does the whole instruction. None of them runs user code or raises.
#ifndef TL_VM_INTERP_FAST_H
#define TL_VM_INTERP_FAST_H

#include "object/number.h"
#include "vm/vm_impl.h"

TL_INLINE TlRef tl_entry_hit(const TlDict *dict, const TlStr *name, int64_t at)
{
    if (TL_LIKELY(at < dict->entry_count &&
                  dict->entries[at].key == tl_from_obj(name))) {
        return dict->entries[at].value;
    }
    return TL_NO_VALUE;
}

// Borrowed.
TL_INLINE TlRef tl_global_hit(const TlFrame *f, const TlStr *name,
                              const TlInlineCache *cache)
{
    if (cache->kind == TL_CACHE_GLOBAL) {
        return tl_entry_hit(f->globals, name, cache->at);
    }
    if (cache->kind == TL_CACHE_BUILTIN &&
        cache->version == f->globals->version) {
        return tl_entry_hit(f->builtins, name, cache->at);
    }
    return TL_NO_VALUE;
}

TL_INLINE TlDict *tl_field_dict(TlObject *obj)
{
    return *(TlDict **)(void *)((char *)obj + obj->type->dict_offset);
}

// Borrowed.
TL_INLINE TlRef tl_attr_hit(TlRef v, const TlStr *name,
                            const TlInlineCache *cache)
{
    if (!tl_is_obj(v) || cache->kind == TL_CACHE_NONE) {
        return TL_NO_VALUE;
    }
    TlObject *obj = tl_as_obj(v);
    if (cache->kind == TL_CACHE_CLASS) {
        return (obj->type->flags & TL_TYPE_IS_TYPE) &&
                       ((TlType *)obj)->version == cache->version
                   ? cache->value : TL_NO_VALUE;
    }
    if (obj->type->version != cache->version) {
        return TL_NO_VALUE;
    }
    const TlDict *dict = tl_field_dict(obj);
    return cache->kind == TL_CACHE_FIELD && dict != NULL
               ? tl_entry_hit(dict, name, cache->at) : TL_NO_VALUE;
}

// Where the attribute's value lies, or NULL. The dict counts as changed.
TL_INLINE TlValue *tl_store_hit(TlRef v, const TlStr *name,
                                const TlInlineCache *cache)
{
    if (cache->kind != TL_CACHE_FIELD || !tl_is_obj(v)) {
        return NULL;
    }
    TlObject *obj = tl_as_obj(v);
    TlDict *dict = obj->type->version == cache->version ? tl_field_dict(obj)
                                                        : NULL;
    if (dict == NULL || !tl_has_value(tl_entry_hit(dict, name, cache->at))) {
        return NULL;
    }
    dict->version++;
    return &dict->entries[cache->at].value;
}

// The cached function is what obj.name(...) calls.
TL_INLINE bool tl_method_hit(TlRuntime *rt, TlRef v, TlStr *name,
                             const TlInlineCache *cache)
{
    if (!tl_is_obj(v) || cache->kind != TL_CACHE_METHOD ||
        tl_as_obj(v)->type->version != cache->version) {
        return false;
    }
    TlObject *obj = tl_as_obj(v);
    if (obj->type->dict_offset == 0) {
        return true;
    }
    TlDict *dict = tl_field_dict(obj);
    return dict == NULL || tl_dict_find_str(rt, dict, name) < 0;
}

TL_INLINE TlRef tl_subscr_hit(TlRuntime *rt, TlRef obj, TlRef key)
{
    if (!tl_is_obj(obj) || !tl_is_small_int(key)) {
        return TL_NO_VALUE;
    }
    const TlType *type = tl_as_obj(obj)->type;
    uint64_t at = (uint64_t)tl_as_small(key);
    if (type == rt->types.list) {
        const TlList *list = tl_as_list(obj);
        return at < (uint64_t)list->len ? list->items[at] : TL_NO_VALUE;
    }
    if (type == rt->types.tuple) {
        const TlTuple *tuple = tl_as_tuple(obj);
        return at < (uint64_t)tuple->len ? tuple->items[at] : TL_NO_VALUE;
    }
    return TL_NO_VALUE;
}

// The payload of a small int in the high bits: compares and overflows as the
// int does, without shifting back.
TL_INLINE int64_t tl_int_high(TlRef v)
{
    return (int64_t)(v << 16);
}

TL_INLINE TlValue tl_from_int_high(int64_t high)
{
    return (TL_TAG_INT << 48) | (uint64_t)high >> 16;
}

TL_INLINE bool tl_both_small(TlRef a, TlRef b)
{
    return ((a ^ TL_TAG_INT << 48) | (b ^ TL_TAG_INT << 48)) >> 48 == 0;
}

// The less common operators on small ints.
static inline TlValue tl_int_op(TlRef left, TlRef right, uint32_t op)
{
    int64_t a = tl_as_small(left), b = tl_as_small(right), r;
    switch (op) {
    case TL_BIN_MUL:
        if (__builtin_mul_overflow(a, b, &r)) {
            return TL_NO_VALUE;
        }
        break;
    case TL_BIN_AND: r = a & b; break;
    case TL_BIN_OR: r = a | b; break;
    case TL_BIN_XOR: r = a ^ b; break;
    case TL_BIN_FLOORDIV:
    case TL_BIN_MOD:
        if (a < 0 || b <= 0) {
            return TL_NO_VALUE;
        }
        r = op == TL_BIN_MOD ? a % b : a / b;
        break;
    default: return TL_NO_VALUE;
    }
    return tl_fits_small(r) ? tl_small_int(r) : TL_NO_VALUE;
}

TL_INLINE TlValue tl_int_fast(TlRef a, TlRef b, uint32_t op)
{
    int64_t r;
    op &= ~(uint32_t)TL_INPLACE_FLAG;
    if (op == TL_BIN_ADD) {
        return __builtin_add_overflow(tl_int_high(a), tl_int_high(b), &r)
                   ? TL_NO_VALUE : tl_from_int_high(r);
    }
    if (op == TL_BIN_SUB) {
        return __builtin_sub_overflow(tl_int_high(a), tl_int_high(b), &r)
                   ? TL_NO_VALUE : tl_from_int_high(r);
    }
    return tl_int_op(a, b, op);
}

TL_INLINE TlValue tl_double_fast(double a, double b, uint32_t op)
{
    switch (op & ~(uint32_t)TL_INPLACE_FLAG) {
    case TL_BIN_ADD: return tl_from_double(a + b);
    case TL_BIN_SUB: return tl_from_double(a - b);
    case TL_BIN_MUL: return tl_from_double(a * b);
    case TL_BIN_TRUEDIV:
        return b != 0 ? tl_from_double(a / b) : TL_NO_VALUE;
    default: return TL_NO_VALUE;
    }
}

TL_INLINE TlValue tl_binary_fast(TlRuntime *rt, TlRef a, TlRef b, uint32_t op)
{
    if (TL_LIKELY(tl_both_small(a, b))) {
        return tl_int_fast(a, b, op);
    }
    if (tl_is_double(a)) {
        if (tl_is_double(b)) {
            return tl_double_fast(tl_as_double(a), tl_as_double(b), op);
        }
        if (tl_is_small_int(b)) {
            return tl_double_fast(tl_as_double(a), (double)tl_as_small(b), op);
        }
    } else if (tl_is_small_int(a) && tl_is_double(b)) {
        return tl_double_fast((double)tl_as_small(a), tl_as_double(b), op);
    }
    return TL_NO_VALUE;
}

// For each TlCompareOp: is it true when less (1), equal (2), greater (4)?
#define TL_COMPARE_MASKS UINT32_C(0x645231)

// [order] is 0 less, 1 equal, 2 greater.
TL_INLINE bool tl_order_holds(int order, uint32_t op)
{
    return TL_COMPARE_MASKS >> (op * 4) >> order & 1;
}

TL_INLINE TlValue tl_compare_fast(TlRef a, TlRef b, uint32_t op)
{
    if (TL_LIKELY(tl_both_small(a, b))) {
        int64_t x = tl_int_high(a), y = tl_int_high(b);
        return tl_bool(tl_order_holds((x >= y) + (x > y), op));
    }
    if (tl_is_double(a) && tl_is_double(b)) {
        double x = tl_as_double(a), y = tl_as_double(b);
        return x != x || y != y
                   ? tl_bool(op == TL_NE)
                   : tl_bool(tl_order_holds((x >= y) + (x > y), op));
    }
    return TL_NO_VALUE;
}

// `await f()`: nobody can await this coroutine already.
TL_INLINE bool tl_is_new_coroutine(TlRuntime *rt, TlRef v)
{
    if (!tl_is_coroutine(rt, v)) {
        return false;
    }
    const TlGen *gen = (TlGen *)tl_as_obj(v);
    return gen->frame != NULL && gen->frame->state == TL_FRAME_CREATED;
}

// The next item of the common iterators, owned; TL_NO_VALUE: look closer.
TL_INLINE TlValue tl_iter_fast(TlRuntime *rt, TlRef it)
{
    const TlType *type = tl_as_obj(it)->type;
    if (type == rt->types.range_iter) {
        TlRangeIter *r = (TlRangeIter *)tl_as_obj(it);
        if (r->left > 0 && tl_fits_small(r->next)) {
            TlValue v = tl_small_int(r->next);
            r->left--;
            r->next += r->left > 0 ? r->step : 0;
            return v;
        }
    } else if (type == rt->types.list_iter) {
        TlSeqIter *s = (TlSeqIter *)tl_as_obj(it);
        if (tl_is_obj(s->seq) && s->index < tl_as_list(s->seq)->len) {
            return tl_incref(tl_as_list(s->seq)->items[s->index++]);
        }
    } else if (type == rt->types.tuple_iter) {
        TlSeqIter *s = (TlSeqIter *)tl_as_obj(it);
        if (tl_is_obj(s->seq) && s->index < tl_as_tuple(s->seq)->len) {
            return tl_incref(tl_as_tuple(s->seq)->items[s->index++]);
        }
    }
    return TL_NO_VALUE;
}

#endif
