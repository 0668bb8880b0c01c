// tuple.c — tuple: construction, slots and methods.
// SPDX-License-Identifier: MIT
//
// The items follow the header. A tuple under construction holds TL_NO_VALUE
// where nothing is set yet; nobody but its maker may see it then. There is no
// free list here: the allocator keeps one for each size.

#include "object/builtin_args.h"
#include "object/exc.h"
#include "object/repr_guard.h"
#include "object/seq.h"
#include "object/str.h"

// ---- construction

static TlTuple *new_of_type(TlRuntime *rt, TlType *type, int64_t len) {
    if (len > TL_SEQ_MAX) {
        tl_raise_memory(rt);
        return NULL;
    }
    size_t size = tl_var_size(type, (size_t)len * sizeof(TlValue));
    TlTuple *tuple = tl_object_new_sized(rt, type, size);
    if (tuple == NULL) {
        return NULL;
    }
    for (int64_t i = 0; i < len; i++) {
        tuple->items[i] = TL_NO_VALUE;
    }
    tuple->len = len;
    return tuple;
}

TlTuple *tl_tuple_new(TlRuntime *rt, int64_t len) {
    if (len == 0 && tl_is_obj(rt->empty_tuple)) {
        return tl_retain(tl_as_tuple(rt->empty_tuple));
    }
    return new_of_type(rt, rt->types.tuple, len);
}

TlTuple *tl_tuple_from(TlRuntime *rt, const TlRef *items, int64_t len) {
    TlTuple *tuple = tl_tuple_new(rt, len);
    for (int64_t i = 0; tuple != NULL && i < len; i++) {
        tuple->items[i] = tl_incref(items[i]);
    }
    return tuple;
}

TlValue tl_tuple_pack2(TlRuntime *rt, TlRef a, TlRef b) {
    TlTuple *tuple = tl_tuple_from(rt, (TlRef[]){a, b}, 2);
    return tuple == NULL ? TL_NO_VALUE : tl_from_obj(tuple);
}

TlValue tl_tuple_pack3(TlRuntime *rt, TlRef a, TlRef b, TlRef c) {
    TlTuple *tuple = tl_tuple_from(rt, (TlRef[]){a, b, c}, 3);
    return tuple == NULL ? TL_NO_VALUE : tl_from_obj(tuple);
}

TlTuple *tl_tuple_from_iter(TlRuntime *rt, TlRef iterable) {
    if (tl_is_obj(iterable)) {
        TlType *type = tl_as_obj(iterable)->type;
        if (type == rt->types.tuple) {
            return tl_retain(tl_as_tuple(iterable));
        }
        if (type == rt->types.list) {
            TlList *list = tl_as_list(iterable);
            return tl_tuple_from(rt, list->items, list->len);
        }
    }
    TlList *list = tl_list_from_iter(rt, iterable);
    if (list == NULL) {
        return NULL;
    }
    TlTuple *tuple = tl_tuple_from(rt, list->items, list->len);
    tl_release(rt, list);
    return tuple;
}

// tuple(iterable) of a subclass: the items are copied over.
static TlValue copy_to_type(TlRuntime *rt, TlType *type, TlTuple *from) {
    TlTuple *tuple = new_of_type(rt, type, from->len);
    if (tuple == NULL) {
        return TL_NO_VALUE;
    }
    for (int64_t i = 0; i < from->len; i++) {
        tuple->items[i] = tl_incref(from->items[i]);
    }
    return tl_from_obj(tuple);
}

static TlValue tuple_make(TlRuntime *rt, TlType *type, const TlRef *args,
                          int nargs, TlTuple *kwnames) {
    // Keywords may be meant for the __init__ of a subclass.
    bool own_init = type->slots.init != rt->types.tuple->slots.init;
    TlTuple *names = own_init ? NULL : kwnames;
    if (tl_constructor_args(rt, "tuple", nargs, names, 0, 1) == TL_RAISED) {
        return TL_NO_VALUE;
    }
    TlTuple *tuple = nargs == 0 ? tl_tuple_new(rt, 0)
                                : tl_tuple_from_iter(rt, args[0]);
    if (tuple == NULL || type == rt->types.tuple) {
        return tuple == NULL ? TL_NO_VALUE : tl_from_obj(tuple);
    }
    TlValue result = copy_to_type(rt, type, tuple);
    tl_release(rt, tuple);
    return result;
}

// ---- slots: memory, text, hash

static void tuple_free(TlRuntime *rt, TlObject *self) {
    TlTuple *tuple = (TlTuple *)self;
    for (int64_t i = tuple->len; i > 0; i--) {
        tl_decref(rt, tuple->items[i - 1]);
    }
    size_t payload = (size_t)tuple->len * sizeof(TlValue);
    tl_object_free_sized(rt, self, tl_var_size(self->type, payload));
}

static void tuple_traverse(TlObject *self, TlVisit visit, void *arg) {
    TlTuple *tuple = (TlTuple *)self;
    for (int64_t i = 0; i < tuple->len; i++) {
        tl_visit(tuple->items[i], visit, arg);
    }
}

static TlValue tuple_repr(TlRuntime *rt, TlRef self) {
    TlTuple *tuple = tl_as_tuple(self);
    TlReprGuard guard;
    if (tuple->len == 0) {
        return tl_str_from_cstr(rt, "()");
    }
    if (!tl_repr_enter(rt, &guard, self)) {
        return tl_str_from_cstr(rt, "(...)");
    }
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    tl_buf_append_char(&out, '(');
    TlStatus status = TL_OK;
    for (int64_t i = 0; status == TL_OK && i < tuple->len; i++) {
        if (i > 0) {
            tl_buf_append_str(&out, ", ");
        }
        status = tl_repr_append(rt, &out, tuple->items[i]);
    }
    tl_buf_append_str(&out, tuple->len == 1 ? ",)" : ")");
    tl_repr_leave(rt, &guard);
    return tl_repr_finish(rt, &out, status);
}

// The primes and the shape of xxHash64, as CPython mixes them.
static TlStatus tuple_hash(TlRuntime *rt, TlRef self, int64_t *hash) {
    const uint64_t prime1 = UINT64_C(11400714785074694791);
    const uint64_t prime2 = UINT64_C(14029467366897019727);
    const uint64_t prime5 = UINT64_C(2870177450012600261);
    TlTuple *tuple = tl_as_tuple(self);
    uint64_t acc = prime5;
    for (int64_t i = 0; i < tuple->len; i++) {
        int64_t lane;
        if (tl_hash(rt, tuple->items[i], &lane) == TL_RAISED) {
            return TL_RAISED;
        }
        acc += (uint64_t)lane * prime2;
        acc = (acc << 31) | (acc >> 33);
        acc *= prime1;
    }
    acc += (uint64_t)tuple->len ^ (prime5 ^ UINT64_C(3527539));
    *hash = acc == UINT64_MAX ? INT64_C(1546275796) : (int64_t)acc;
    return TL_OK;
}

// ---- slots: comparison and search

// Index of the first items that differ, the shorter length when there are
// none; -1 raised.
static int64_t first_difference(TlRuntime *rt, TlTuple *a, TlTuple *b) {
    int64_t len = a->len < b->len ? a->len : b->len;
    for (int64_t i = 0; i < len; i++) {
        if (a->items[i] == b->items[i]) {
            continue;
        }
        int same = tl_equal(rt, a->items[i], b->items[i]);
        if (same < 0 || tl_seq_tick(rt) == TL_RAISED) {
            return -1;
        }
        if (!same) {
            return i;
        }
    }
    return len;
}

static TlValue tuple_compare(TlRuntime *rt, TlRef ra, TlRef rb,
                             TlCompareOp op) {
    if (!tl_is_tuple(ra) || !tl_is_tuple(rb)) {
        return TL_NOT_IMPLEMENTED;
    }
    TlTuple *a = tl_as_tuple(ra), *b = tl_as_tuple(rb);
    int64_t i = first_difference(rt, a, b);
    if (i < 0) {
        return TL_NO_VALUE;
    }
    if (i >= a->len || i >= b->len) {
        return tl_compare(rt, tl_small_int(a->len), tl_small_int(b->len), op);
    }
    if (op == TL_EQ || op == TL_NE) {
        return tl_bool(op == TL_NE);
    }
    return tl_compare(rt, a->items[i], b->items[i], op);
}

// First place in [start, stop) of an item equal to [value]; -1 absent, -2
// raised.
static int64_t find(TlRuntime *rt, TlTuple *tuple, TlRef value, int64_t start,
                    int64_t stop) {
    for (int64_t i = start; i < stop; i++) {
        int same = tl_equal(rt, tuple->items[i], value);
        if (same > 0) {
            return i;
        }
        if (same < 0 || tl_seq_tick(rt) == TL_RAISED) {
            return -2;
        }
    }
    return -1;
}

static int tuple_contains(TlRuntime *rt, TlRef self, TlRef item) {
    TlTuple *tuple = tl_as_tuple(self);
    int64_t i = find(rt, tuple, item, 0, tuple->len);
    return i >= 0 ? 1 : i == -1 ? 0 : -1;
}

// ---- slots: items and operators

static int64_t tuple_len(TlRuntime *rt, TlRef self) {
    return tl_as_tuple(self)->len;
}

static TlValue get_slice(TlRuntime *rt, TlRef self, TlSlice *slice) {
    TlTuple *tuple = tl_as_tuple(self);
    int64_t start, stop, step;
    if (tl_slice_unpack(rt, slice, &start, &stop, &step) == TL_RAISED) {
        return TL_NO_VALUE;
    }
    int64_t count = tl_slice_adjust(tuple->len, &start, &stop, step);
    if (count == tuple->len && step == 1 &&
        tuple->ob.type == rt->types.tuple) {
        return tl_incref(self);
    }
    TlTuple *result = tl_tuple_new(rt, count);
    if (result == NULL) {
        return TL_NO_VALUE;
    }
    for (int64_t i = 0; i < count; i++) {
        result->items[i] = tl_incref(tuple->items[start + i * step]);
    }
    return tl_from_obj(result);
}

static TlValue tuple_getitem(TlRuntime *rt, TlRef self, TlRef key) {
    TlTuple *tuple = tl_as_tuple(self);
    if (tl_is_slice(rt, key)) {
        return get_slice(rt, self, (TlSlice *)tl_as_obj(key));
    }
    if (!tl_has_index(rt, key)) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "tuple indices must be integers or slices, not %T",
                            key);
    }
    int64_t i;
    if (tl_seq_index(rt, key, &i) == TL_RAISED) {
        return TL_NO_VALUE;
    }
    if (i < 0) {
        i += tuple->len;
    }
    if (i < 0 || i >= tuple->len) {
        return tl_raise(rt, rt->exc.IndexError, "tuple index out of range");
    }
    return tl_incref(tuple->items[i]);
}

// A plain tuple is its own copy.
static TlValue plain_copy(TlRuntime *rt, TlTuple *tuple) {
    if (tuple->ob.type == rt->types.tuple) {
        return tl_incref(tl_from_obj(tuple));
    }
    TlTuple *copy = tl_tuple_from(rt, tuple->items, tuple->len);
    return copy == NULL ? TL_NO_VALUE : tl_from_obj(copy);
}

static TlValue tuple_add(TlRuntime *rt, TlRef a, TlRef b) {
    if (!tl_is_tuple(a)) {
        return TL_NOT_IMPLEMENTED;
    }
    if (!tl_is_tuple(b)) {
        TlValue r = tl_seq_reflected(rt, a, b, TL_BIN_ADD);
        if (r != TL_NOT_IMPLEMENTED) {
            return r;
        }
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "can only concatenate tuple (not \"%T\") to tuple",
                            b);
    }
    TlTuple *x = tl_as_tuple(a), *y = tl_as_tuple(b);
    if (y->len == 0 && x->ob.type == rt->types.tuple) {
        return tl_incref(a);
    }
    if (x->len == 0 && y->ob.type == rt->types.tuple) {
        return tl_incref(b);
    }
    TlTuple *sum = tl_tuple_new(rt, x->len + y->len);
    if (sum == NULL) {
        return TL_NO_VALUE;
    }
    for (int64_t i = 0; i < x->len; i++) {
        sum->items[i] = tl_incref(x->items[i]);
    }
    for (int64_t i = 0; i < y->len; i++) {
        sum->items[x->len + i] = tl_incref(y->items[i]);
    }
    return tl_from_obj(sum);
}

static TlValue tuple_repeat(TlRuntime *rt, TlRef self, int64_t times) {
    TlTuple *tuple = tl_as_tuple(self);
    int64_t n = tuple->len;
    if (times == 1 || n == 0) {
        return plain_copy(rt, tuple);
    }
    if (times <= 0) {
        times = 0;
    } else if (n > TL_SEQ_MAX / times) {
        return tl_raise_memory(rt);
    }
    TlTuple *result = tl_tuple_new(rt, n * times);
    if (result == NULL) {
        return TL_NO_VALUE;
    }
    for (int64_t to = 0; to < n * times; to++) {
        result->items[to] = tl_incref(tuple->items[to % n]);
    }
    return tl_from_obj(result);
}

static TlValue tuple_multiply(TlRuntime *rt, TlRef a, TlRef b) {
    return tl_seq_multiply(rt, a, b, tl_is_tuple(a), tuple_repeat);
}

static TlValue tuple_iter(TlRuntime *rt, TlRef self) {
    return tl_seq_iter_new(rt, rt->types.tuple_iter, self);
}

// ---- methods

static TlValue tuple_index(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames) {
    TlTuple *tuple = tl_as_tuple(self);
    int64_t start = 0, stop = INT64_MAX;
    if ((tl_has_value(args[1]) &&
         tl_seq_bound(rt, args[1], &start) == TL_RAISED) ||
        (tl_has_value(args[2]) &&
         tl_seq_bound(rt, args[2], &stop) == TL_RAISED)) {
        return TL_NO_VALUE;
    }
    int64_t i = find(rt, tuple, args[0], tl_seq_clip(start, tuple->len),
                     tl_seq_clip(stop, tuple->len));
    if (i == -1) {
        tl_raise(rt, rt->exc.ValueError, "tuple.index(x): x not in tuple");
    }
    return i < 0 ? TL_NO_VALUE : tl_small_int(i);
}

static TlValue tuple_count(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames) {
    TlTuple *tuple = tl_as_tuple(self);
    int64_t count = 0;
    for (int64_t i = 0; i < tuple->len; i++) {
        i = find(rt, tuple, args[0], i, tuple->len);
        if (i == -1) {
            break;
        }
        if (i < 0) {
            return TL_NO_VALUE;
        }
        count++;
    }
    return tl_small_int(count);
}

static TlValue tuple_getnewargs(TlRuntime *rt, TlRef self, const TlRef *args,
                                int nargs, TlTuple *kwnames) {
    TlTuple *tuple = tl_as_tuple(self);
    TlTuple *copy = tl_tuple_from(rt, tuple->items, tuple->len);
    if (copy == NULL) {
        return TL_NO_VALUE;
    }
    TlRef item = tl_from_obj(copy);
    TlTuple *result = tl_tuple_from(rt, &item, 1);
    tl_release(rt, copy);
    return result == NULL ? TL_NO_VALUE : tl_from_obj(result);
}

static const TlNativeDef tuple_methods[] = {
    {"count", tuple_count, TL_FN_ONE, "(value, /)",
     "How many items equal value."},
    {"index", tuple_index, TL_FN_SIG, "(value, start=?, stop=?, /)",
     "The first index of value; ValueError when it is not there."},
    {"__getnewargs__", tuple_getnewargs, TL_FN_NOARGS, "()",
     "The arguments that make an equal tuple."},
    {"__class_getitem__", tl_class_getitem, TL_FN_ONE | TL_FN_CLASS,
     "(object, /)", "tuple[T, ...]"},
    {0},
};

static const TlSlots tuple_slots = {
    .free = tuple_free,
    .traverse = tuple_traverse,
    .repr = tuple_repr,
    .hash = tuple_hash,
    .compare = tuple_compare,
    .new_ = tuple_make,
    .iter = tuple_iter,
    .len = tuple_len,
    .getitem = tuple_getitem,
    .contains = tuple_contains,
    .binary = {[TL_BIN_ADD] = tuple_add, [TL_BIN_MUL] = tuple_multiply},
};

const TlTypeSpec tl_tuple_spec = {
    .name = "tuple",
    .doc = "Built-in immutable sequence.",
    .size = sizeof(TlTuple),
    .flags = TL_TYPE_GC | TL_TYPE_BASE | TL_TYPE_SEQUENCE | TL_TYPE_IS_TUPLE,
    .slots = &tuple_slots,
    .methods = tuple_methods,
};
