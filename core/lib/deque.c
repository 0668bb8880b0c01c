// deque.c — deque: storage, construction, slots and iterators.
// SPDX-License-Identifier: MIT
//
// Dropping an item may run user code, which may change the deque: an item is
// out of the ring before it is dropped. The methods are in deque_methods.c.
#include "lib/deque.h"

#include "lib/modules.h"
#include "object/builtin_args.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/number.h"
#include "object/repr_guard.h"
#include "object/seq.h"
#include "object/str.h"

// ---- storage

static TlStatus grow(TlRuntime *rt, TlDeque *d)
{
    int64_t cap = d->cap == 0 ? 8 : d->cap * 2;
    TlValue *ring = cap > TL_SEQ_MAX
                        ? NULL
                        : tl_alloc(&rt->alloc, (size_t)cap * sizeof(TlValue));
    if (ring == NULL) {
        tl_raise_memory(rt);
        return TL_RAISED;
    }
    for (int64_t i = 0; i < d->len; i++) {
        ring[i] = *tl_deque_at(d, i);
    }
    tl_free(&rt->alloc, d->ring, (size_t)d->cap * sizeof(TlValue));
    d->ring = ring;
    d->cap = cap;
    d->head = 0;
    return TL_OK;
}

TlValue tl_deque_pop(TlDeque *d)
{
    d->changes++;
    return *tl_deque_at(d, --d->len);
}

TlValue tl_deque_pop_left(TlDeque *d)
{
    TlValue item = *tl_deque_at(d, 0);
    d->changes++;
    d->head = (d->head + 1) & (d->cap - 1);
    d->len--;
    return item;
}

static bool too_long(const TlDeque *d)
{
    return d->maxlen >= 0 && d->len > d->maxlen;
}

TlStatus tl_deque_push(TlRuntime *rt, TlDeque *d, TlRef item)
{
    if (d->len == d->cap && grow(rt, d) != TL_OK) {
        return TL_RAISED;
    }
    d->changes++;
    d->len++;
    *tl_deque_at(d, d->len - 1) = tl_incref(item);
    if (too_long(d)) {
        tl_decref(rt, tl_deque_pop_left(d));
    }
    return TL_OK;
}

TlStatus tl_deque_push_left(TlRuntime *rt, TlDeque *d, TlRef item)
{
    if (d->len == d->cap && grow(rt, d) != TL_OK) {
        return TL_RAISED;
    }
    d->changes++;
    d->head = (d->head - 1) & (d->cap - 1);
    d->len++;
    *tl_deque_at(d, 0) = tl_incref(item);
    if (too_long(d)) {
        tl_decref(rt, tl_deque_pop(d));
    }
    return TL_OK;
}

void tl_deque_empty(TlRuntime *rt, TlDeque *d)
{
    TlDeque old = *d;
    d->ring = NULL;
    d->cap = d->head = d->len = 0;
    d->changes++;
    for (int64_t i = 0; i < old.len; i++) {
        tl_decref(rt, *tl_deque_at(&old, i));
    }
    tl_free(&rt->alloc, old.ring, (size_t)old.cap * sizeof(TlValue));
}

void tl_deque_delete_at(TlRuntime *rt, TlDeque *d, int64_t i)
{
    TlValue item = *tl_deque_at(d, i);
    for (; i + 1 < d->len; i++) {
        *tl_deque_at(d, i) = *tl_deque_at(d, i + 1);
    }
    d->len--;
    d->changes++;
    tl_decref(rt, item);
}

TlStatus tl_deque_extend(TlRuntime *rt, TlDeque *d, TlRef iterable)
{
    if (iterable == tl_from_obj(d)) {
        TlList *copy = tl_list_from_iter(rt, iterable);
        if (copy == NULL) {
            return TL_RAISED;
        }
        TlStatus status = tl_deque_extend(rt, d, tl_from_obj(copy));
        tl_release(rt, copy);
        return status;
    }
    TlValue it = tl_iter(rt, iterable);
    if (!tl_has_value(it)) {
        return TL_RAISED;
    }
    TlStatus status = TL_OK;
    TlValue item;
    while (status == TL_OK && tl_has_value(item = tl_next(rt, it))) {
        status = tl_deque_push(rt, d, item);
        tl_decref(rt, item);
        if (status == TL_OK) {
            status = tl_seq_tick(rt);
        }
    }
    tl_decref(rt, it);
    return tl_raised(rt) ? TL_RAISED : status;
}

// ---- construction

static TlDeque *new_of_type(TlRuntime *rt, TlType *type)
{
    TlDeque *d = tl_object_new(rt, type);
    if (d != NULL) {
        d->maxlen = -1;
    }
    return d;
}

TlDeque *tl_deque_copy(TlRuntime *rt, TlDeque *d)
{
    TlDeque *copy = new_of_type(rt, d->ob.type);
    if (copy != NULL) {
        copy->maxlen = d->maxlen;
        if (tl_deque_extend(rt, copy, tl_from_obj(d)) != TL_OK) {
            tl_release(rt, copy);
            return NULL;
        }
    }
    return copy;
}

static TlValue deque_new(TlRuntime *rt, TlType *type, const TlRef *args,
                         int nargs, TlTuple *kwnames)
{
    TlDeque *d = new_of_type(rt, type);
    return d == NULL ? TL_NO_VALUE : tl_from_obj(d);
}

static TlStatus read_maxlen(TlRuntime *rt, TlRef value, int64_t *maxlen)
{
    *maxlen = -1;
    if (!tl_has_value(value) || tl_is_none(value)) {
        return TL_OK;
    }
    if (!tl_is_int(value)) {
        tl_raise(rt, rt->exc.TypeError, "an integer is required");
        return TL_RAISED;
    }
    if (tl_index_i64(rt, value, maxlen) != TL_OK) {
        return TL_RAISED;
    }
    if (*maxlen < 0) {
        tl_raise(rt, rt->exc.ValueError, "maxlen must be non-negative");
        return TL_RAISED;
    }
    return TL_OK;
}

static TlStatus deque_init(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    static const char *const names[] = {"iterable", "maxlen"};
    TlRef bound[2];
    TlDeque *d = tl_as_deque(self);
    if (tl_bind_constructor(rt, "deque", names, 2, args, nargs, kwnames,
                            bound) != TL_OK ||
        read_maxlen(rt, bound[1], &d->maxlen) != TL_OK) {
        return TL_RAISED;
    }
    if (d->len > 0) {
        tl_deque_empty(rt, d);
    }
    return tl_has_value(bound[0]) ? tl_deque_extend(rt, d, bound[0]) : TL_OK;
}

static void deque_clear(TlRuntime *rt, TlObject *obj)
{
    tl_deque_empty(rt, (TlDeque *)obj);
}

static void deque_free(TlRuntime *rt, TlObject *obj)
{
    tl_gc_untrack(rt, obj);
    deque_clear(rt, obj);
    tl_object_free(rt, obj);
}

static void deque_traverse(TlObject *obj, TlVisit visit, void *arg)
{
    TlDeque *d = (TlDeque *)obj;
    for (int64_t i = 0; i < d->len; i++) {
        tl_visit(*tl_deque_at(d, i), visit, arg);
    }
}

// ---- text and comparison

static TlValue deque_repr(TlRuntime *rt, TlRef self)
{
    TlReprGuard guard;
    if (!tl_repr_enter(rt, &guard, self)) {
        return tl_str_from_cstr(rt, "[...]");
    }
    TlDeque *d = tl_as_deque(self);
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    tl_str_append_to(&out, d->ob.type->name_obj);
    tl_buf_append_str(&out, "([");
    TlStatus status = TL_OK;
    for (int64_t i = 0; status == TL_OK && i < d->len; i++) {
        TlValue item = tl_incref(*tl_deque_at(d, i));
        tl_buf_append_str(&out, i > 0 ? ", " : "");
        status = tl_repr_append(rt, &out, item);
        tl_decref(rt, item);
    }
    tl_buf_append_char(&out, ']');
    if (d->maxlen >= 0) {
        tl_buf_append_fmt(&out, ", maxlen=%lld", (long long)d->maxlen);
    }
    tl_buf_append_char(&out, ')');
    tl_repr_leave(rt, &guard);
    return tl_repr_finish(rt, &out, status);
}

static bool is_deque(TlRef v)
{
    return tl_is_obj(v) &&
           tl_as_obj(v)->type->slots.repr == deque_repr;
}

// By the items, as lists compare.
static TlValue deque_compare(TlRuntime *rt, TlRef a, TlRef b, TlCompareOp op)
{
    TlDeque *x = tl_as_deque(a);
    if (!tl_is_obj(b) || tl_as_obj(b)->type->slots.compare != deque_compare) {
        return TL_NOT_IMPLEMENTED;
    }
    TlDeque *y = tl_as_deque(b);
    if ((op == TL_EQ || op == TL_NE) && x->len != y->len) {
        return tl_bool(op == TL_NE);
    }
    TlList *left = tl_list_from_iter(rt, a);
    TlList *right = left == NULL ? NULL : tl_list_from_iter(rt, b);
    TlValue result = right == NULL ? TL_NO_VALUE
                                   : tl_compare(rt, tl_from_obj(left),
                                                tl_from_obj(right), op);
    tl_release(rt, left);
    tl_release(rt, right);
    return result;
}

// ---- items

static int64_t deque_len(TlRuntime *rt, TlRef self)
{
    return tl_as_deque(self)->len;
}

static TlStatus place(TlRuntime *rt, TlRef self, TlRef key, int64_t *i)
{
    if (!tl_has_index(rt, key)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "sequence index must be integer, not '%T'", key);
        return TL_RAISED;
    }
    if (tl_seq_index(rt, key, i) != TL_OK) {
        return TL_RAISED;
    }
    int64_t len = tl_as_deque(self)->len;
    *i += *i < 0 ? len : 0;
    if (*i < 0 || *i >= len) {
        tl_raise(rt, rt->exc.IndexError, "deque index out of range");
        return TL_RAISED;
    }
    return TL_OK;
}

static TlValue deque_getitem(TlRuntime *rt, TlRef self, TlRef key)
{
    int64_t i;
    return place(rt, self, key, &i) == TL_OK
               ? tl_incref(*tl_deque_at(tl_as_deque(self), i))
               : TL_NO_VALUE;
}

static TlStatus deque_setitem(TlRuntime *rt, TlRef self, TlRef key,
                              TlRef value)
{
    int64_t i;
    if (place(rt, self, key, &i) != TL_OK) {
        return TL_RAISED;
    }
    TlDeque *d = tl_as_deque(self);
    if (!tl_has_value(value)) {
        tl_deque_delete_at(rt, d, i);
        return TL_OK;
    }
    TlValue old = *tl_deque_at(d, i);
    *tl_deque_at(d, i) = tl_incref(value);
    tl_decref(rt, old);
    return TL_OK;
}

static int deque_contains(TlRuntime *rt, TlRef self, TlRef value)
{
    TlDeque *d = tl_as_deque(self);
    uint64_t changes = d->changes;
    for (int64_t i = 0; i < d->len; i++) {
        TlValue item = tl_incref(*tl_deque_at(d, i));
        int same = tl_equal(rt, item, value);
        tl_decref(rt, item);
        if (same != 0) {
            return same;
        }
        if (d->changes != changes) {
            tl_raise(rt, rt->exc.RuntimeError,
                     "deque mutated during iteration");
            return -1;
        }
        if (tl_seq_tick(rt) != TL_OK) {
            return -1;
        }
    }
    return 0;
}

// ---- arithmetic

static TlValue deque_add(TlRuntime *rt, TlRef a, TlRef b)
{
    if (!is_deque(a)) {
        return TL_NOT_IMPLEMENTED;
    }
    if (!is_deque(b)) {
        TlValue reflected = tl_seq_reflected(rt, a, b, TL_BIN_ADD);
        if (reflected != TL_NOT_IMPLEMENTED) {
            return reflected;
        }
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "can only concatenate deque (not \"%T\") to deque",
                            b);
    }
    TlDeque *sum = tl_deque_copy(rt, tl_as_deque(a));
    if (sum != NULL && tl_deque_extend(rt, sum, b) != TL_OK) {
        TL_CLEAR_PTR(rt, sum);
    }
    return sum == NULL ? TL_NO_VALUE : tl_from_obj(sum);
}

static TlValue deque_iadd(TlRuntime *rt, TlRef a, TlRef b)
{
    return tl_deque_extend(rt, tl_as_deque(a), b) == TL_OK ? tl_incref(a)
                                                          : TL_NO_VALUE;
}

static TlValue repeat_in_place(TlRuntime *rt, TlRef self, int64_t n)
{
    TlDeque *d = tl_as_deque(self);
    if (n <= 0) {
        tl_deque_empty(rt, d);
        return tl_incref(self);
    }
    TlList *items = tl_list_from_iter(rt, self);
    TlStatus status = items == NULL ? TL_RAISED : TL_OK;
    for (int64_t i = 1; status == TL_OK && i < n && items->len > 0; i++) {
        status = tl_deque_extend(rt, d, tl_from_obj(items));
    }
    tl_release(rt, items);
    return status == TL_OK ? tl_incref(self) : TL_NO_VALUE;
}

static TlValue repeat(TlRuntime *rt, TlRef self, int64_t n)
{
    TlDeque *copy = tl_deque_copy(rt, tl_as_deque(self));
    if (copy == NULL) {
        return TL_NO_VALUE;
    }
    TlValue result = repeat_in_place(rt, tl_from_obj(copy), n);
    tl_release(rt, copy);
    return result;
}

static TlValue deque_multiply(TlRuntime *rt, TlRef a, TlRef b)
{
    if (is_deque(a) && is_deque(b)) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "can't multiply sequence by non-int of type '%T'",
                            b);
    }
    return tl_seq_multiply(rt, a, b, is_deque(a), repeat);
}

static TlValue deque_imul(TlRuntime *rt, TlRef self, TlRef times)
{
    return tl_seq_multiply(rt, self, times, true, repeat_in_place);
}

// ---- iterators

typedef struct TlDequeIter {
    TlObject ob;
    TlDeque *deque;  // NULL when exhausted
    int64_t next;
    uint64_t changes;
    bool backwards;
} TlDequeIter;

TlValue tl_deque_iter(TlRuntime *rt, TlRef self, bool backwards)
{
    TlDeque *d = tl_as_deque(self);
    TlDequeIter *it = tl_object_new(rt, rt->lib->deque_iter);
    if (it == NULL) {
        return TL_NO_VALUE;
    }
    it->deque = tl_retain(d);
    it->changes = d->changes;
    it->backwards = backwards;
    return tl_from_obj(it);
}

static TlValue deque_iter(TlRuntime *rt, TlRef self)
{
    return tl_deque_iter(rt, self, false);
}

static TlValue iter_next(TlRuntime *rt, TlRef self)
{
    TlDequeIter *it = (TlDequeIter *)tl_as_obj(self);
    TlDeque *d = it->deque;
    if (d == NULL) {
        return TL_NO_VALUE;
    }
    if (it->changes != d->changes) {
        TL_CLEAR_PTR(rt, it->deque);
        return tl_raise(rt, rt->exc.RuntimeError,
                        "deque mutated during iteration");
    }
    if (it->next >= d->len) {
        TL_CLEAR_PTR(rt, it->deque);
        return TL_NO_VALUE;
    }
    int64_t i = it->next++;
    return tl_incref(*tl_deque_at(d, it->backwards ? d->len - 1 - i : i));
}

static TlValue iter_self(TlRuntime *rt, TlRef self)
{
    return tl_incref(self);
}

static void iter_clear(TlRuntime *rt, TlObject *obj)
{
    TL_CLEAR_PTR(rt, ((TlDequeIter *)obj)->deque);
}

static void iter_free(TlRuntime *rt, TlObject *obj)
{
    tl_gc_untrack(rt, obj);
    iter_clear(rt, obj);
    tl_object_free(rt, obj);
}

static void iter_traverse(TlObject *obj, TlVisit visit, void *arg)
{
    tl_visit_ptr(((TlDequeIter *)obj)->deque, visit, arg);
}

static const TlSlots iter_slots = {
    .free = iter_free,
    .traverse = iter_traverse,
    .clear = iter_clear,
    .iter = iter_self,
    .next = iter_next,
};

static const TlTypeSpec iter_spec = {
    .name = "_deque_iterator",
    .module = "_collections",
    .size = sizeof(TlDequeIter),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &iter_slots,
};

// ---- the type

static const TlSlots deque_slots = {
    .free = deque_free,
    .traverse = deque_traverse,
    .clear = deque_clear,
    .repr = deque_repr,
    .hash = tl_unhashable,
    .compare = deque_compare,
    .new_ = deque_new,
    .init = deque_init,
    .iter = deque_iter,
    .len = deque_len,
    .getitem = deque_getitem,
    .setitem = deque_setitem,
    .contains = deque_contains,
    .binary = {[TL_BIN_ADD] = deque_add, [TL_BIN_MUL] = deque_multiply},
    .inplace = {[TL_BIN_ADD] = deque_iadd, [TL_BIN_MUL] = deque_imul},
};

static const TlTypeSpec deque_spec = {
    .name = "deque",
    .module = "collections",
    .doc = "deque([iterable[, maxlen]]) --> deque object\n\nA list-like "
           "sequence optimized for data accesses near its endpoints.",
    .size = sizeof(TlDeque),
    .flags = TL_TYPE_GC | TL_TYPE_BASE | TL_TYPE_SEQUENCE | TL_TYPE_WEAKREF,
    .slots = &deque_slots,
    .methods = tl_deque_methods,
    .getsets = tl_deque_getsets,
};

TlStatus tl_init__collections(TlRuntime *rt, TlModule *module)
{
    rt->lib->deque_iter = tl_type_from_spec(rt, &iter_spec, NULL);
    TlType *deque = tl_type_from_spec(rt, &deque_spec, NULL);
    TlStatus status = TL_RAISED;
    if (rt->lib->deque_iter != NULL && deque != NULL) {
        rt->lib->deque_iter->name = "_collections._deque_iterator";
        deque->name = "collections.deque";
        status = tl_dict_set_cstr(rt, module->dict, "deque",
                                  tl_from_obj(deque));
    }
    tl_release(rt, deque);
    return status;
}
