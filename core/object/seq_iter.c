// seq_iter.c — iterators over list, tuple, __getitem__ sequences, callables.
// SPDX-License-Identifier: MIT
//
// A sequence iterator is an index into a live sequence: a list that grows
// while it is iterated is iterated further. Once exhausted it lets go of the
// sequence and stays exhausted.

#include "object/exc.h"
#include "object/number.h"
#include "object/seq.h"
#include "object/type_spec.h"

TlValue tl_seq_iter_new(TlRuntime *rt, TlType *type, TlRef seq) {
    TlSeqIter *it = tl_object_new(rt, type);
    if (it == NULL) {
        return TL_NO_VALUE;
    }
    it->seq = tl_incref(seq);
    it->index = 0;
    return tl_from_obj(it);
}

static TlSeqIter *as_iter(TlRef v) {
    return (TlSeqIter *)tl_as_obj(v);
}

static void iter_free(TlRuntime *rt, TlObject *self) {
    tl_decref(rt, ((TlSeqIter *)self)->seq);
    tl_object_free(rt, self);
}

static void iter_traverse(TlObject *self, TlVisit visit, void *arg) {
    tl_visit(((TlSeqIter *)self)->seq, visit, arg);
}

static TlValue iter_self(TlRuntime *rt, TlRef self) {
    return tl_incref(self);
}

static TlValue hint(int64_t n) {
    return tl_small_int(n > 0 ? n : 0);
}

// ---- list

static TlValue list_next(TlRuntime *rt, TlRef self) {
    TlSeqIter *it = as_iter(self);
    if (!tl_has_value(it->seq)) {
        return TL_NO_VALUE;
    }
    TlList *list = tl_as_list(it->seq);
    if (it->index < list->len) {
        return tl_incref(list->items[it->index++]);
    }
    tl_clear(rt, &it->seq);
    return TL_NO_VALUE;
}

static TlValue list_hint(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames) {
    TlSeqIter *it = as_iter(self);
    return hint(tl_has_value(it->seq) ? tl_as_list(it->seq)->len - it->index
                                      : 0);
}

static TlValue list_reverse_next(TlRuntime *rt, TlRef self) {
    TlSeqIter *it = as_iter(self);
    if (!tl_has_value(it->seq)) {
        return TL_NO_VALUE;
    }
    TlList *list = tl_as_list(it->seq);
    if (it->index >= 0 && it->index < list->len) {
        return tl_incref(list->items[it->index--]);
    }
    it->index = -1;
    tl_clear(rt, &it->seq);
    return TL_NO_VALUE;
}

static TlValue list_reverse_hint(TlRuntime *rt, TlRef self, const TlRef *args,
                                 int nargs, TlTuple *kwnames) {
    TlSeqIter *it = as_iter(self);
    if (!tl_has_value(it->seq) || tl_as_list(it->seq)->len < it->index + 1) {
        return tl_small_int(0);
    }
    return hint(it->index + 1);
}

// ---- tuple

static TlValue tuple_next(TlRuntime *rt, TlRef self) {
    TlSeqIter *it = as_iter(self);
    if (!tl_has_value(it->seq)) {
        return TL_NO_VALUE;
    }
    TlTuple *tuple = tl_as_tuple(it->seq);
    if (it->index < tuple->len) {
        return tl_incref(tuple->items[it->index++]);
    }
    tl_clear(rt, &it->seq);
    return TL_NO_VALUE;
}

static TlValue tuple_hint(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames) {
    TlSeqIter *it = as_iter(self);
    return hint(tl_has_value(it->seq) ? tl_as_tuple(it->seq)->len - it->index
                                      : 0);
}

// ---- anything with __getitem__

static TlValue seq_next(TlRuntime *rt, TlRef self) {
    TlSeqIter *it = as_iter(self);
    if (!tl_has_value(it->seq)) {
        return TL_NO_VALUE;
    }
    TlValue seq = tl_incref(it->seq);
    TlValue key = tl_int_from_i64(rt, it->index);
    TlValue item =
        tl_has_value(key) ? tl_getitem(rt, seq, key) : TL_NO_VALUE;
    tl_decref(rt, key);
    tl_decref(rt, seq);
    if (tl_has_value(item)) {
        it->index++;
    } else if (tl_error_is(rt, rt->exc.IndexError) ||
               tl_error_is(rt, rt->exc.StopIteration)) {
        tl_clear_error(rt);
        tl_clear(rt, &it->seq);
    }
    return item;
}

static TlValue seq_hint(TlRuntime *rt, TlRef self, const TlRef *args,
                        int nargs, TlTuple *kwnames) {
    TlSeqIter *it = as_iter(self);
    if (!tl_has_value(it->seq)) {
        return tl_small_int(0);
    }
    if (tl_type_of(rt, it->seq)->slots.len == NULL) {
        return TL_NOT_IMPLEMENTED;
    }
    int64_t len = tl_len(rt, it->seq);
    return len < 0 ? TL_NO_VALUE : hint(len - it->index);
}

// ---- iter(callable, sentinel)

typedef struct CallableIter {
    TlObject ob;
    TlValue callable, sentinel;  // TL_NO_VALUE when exhausted
} CallableIter;

TlValue tl_callable_iter_new(TlRuntime *rt, TlRef callable, TlRef sentinel) {
    CallableIter *it = tl_object_new(rt, rt->types.callable_iter);
    if (it == NULL) {
        return TL_NO_VALUE;
    }
    it->callable = tl_incref(callable);
    it->sentinel = tl_incref(sentinel);
    return tl_from_obj(it);
}

static void callable_free(TlRuntime *rt, TlObject *self) {
    CallableIter *it = (CallableIter *)self;
    tl_decref(rt, it->callable);
    tl_decref(rt, it->sentinel);
    tl_object_free(rt, self);
}

static void callable_traverse(TlObject *self, TlVisit visit, void *arg) {
    CallableIter *it = (CallableIter *)self;
    tl_visit(it->callable, visit, arg);
    tl_visit(it->sentinel, visit, arg);
}

static void exhaust(TlRuntime *rt, CallableIter *it) {
    tl_clear(rt, &it->callable);
    tl_clear(rt, &it->sentinel);
}

static TlValue callable_next(TlRuntime *rt, TlRef self) {
    CallableIter *it = (CallableIter *)tl_as_obj(self);
    if (!tl_has_value(it->callable)) {
        return TL_NO_VALUE;
    }
    TlValue callable = tl_incref(it->callable);
    TlValue result = tl_call0(rt, callable);
    tl_decref(rt, callable);
    if (!tl_has_value(result)) {
        if (tl_error_is(rt, rt->exc.StopIteration)) {
            tl_clear_error(rt);
            exhaust(rt, it);
        }
        return TL_NO_VALUE;
    }
    if (!tl_has_value(it->sentinel)) {  // the call used this iterator up
        return result;
    }
    TlValue sentinel = tl_incref(it->sentinel);
    int same = tl_equal(rt, sentinel, result);
    tl_decref(rt, sentinel);
    if (same == 0) {
        return result;
    }
    tl_decref(rt, result);
    if (same > 0) {
        exhaust(rt, it);
    }
    return TL_NO_VALUE;
}

// ---- the types

#define SEQ_ITER_SLOTS(next_fn)                                          \
    {.free = iter_free, .traverse = iter_traverse, .iter = iter_self,    \
     .next = (next_fn)}

#define HINT_METHOD(fn)                                                  \
    {{"__length_hint__", (fn), TL_FN_NOARGS, "()",                       \
      "How many items are probably left."},                              \
     {0}}

static const TlSlots list_iter_slots = SEQ_ITER_SLOTS(list_next);
static const TlSlots list_reverse_slots = SEQ_ITER_SLOTS(list_reverse_next);
static const TlSlots tuple_iter_slots = SEQ_ITER_SLOTS(tuple_next);
static const TlSlots seq_iter_slots = SEQ_ITER_SLOTS(seq_next);
static const TlSlots callable_slots = {
    .free = callable_free,
    .traverse = callable_traverse,
    .iter = iter_self,
    .next = callable_next,
};

static const TlNativeDef list_iter_methods[] = HINT_METHOD(list_hint);
static const TlNativeDef list_reverse_methods[] =
    HINT_METHOD(list_reverse_hint);
static const TlNativeDef tuple_iter_methods[] = HINT_METHOD(tuple_hint);
static const TlNativeDef seq_iter_methods[] = HINT_METHOD(seq_hint);

const TlTypeSpec tl_list_iter_spec = {
    .name = "list_iterator",
    .size = sizeof(TlSeqIter),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &list_iter_slots,
    .methods = list_iter_methods,
};

const TlTypeSpec tl_list_reverse_iter_spec = {
    .name = "list_reverseiterator",
    .size = sizeof(TlSeqIter),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &list_reverse_slots,
    .methods = list_reverse_methods,
};

const TlTypeSpec tl_tuple_iter_spec = {
    .name = "tuple_iterator",
    .size = sizeof(TlSeqIter),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &tuple_iter_slots,
    .methods = tuple_iter_methods,
};

const TlTypeSpec tl_seq_iter_spec = {
    .name = "iterator",
    .size = sizeof(TlSeqIter),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &seq_iter_slots,
    .methods = seq_iter_methods,
};

const TlTypeSpec tl_callable_iter_spec = {
    .name = "callable_iterator",
    .size = sizeof(CallableIter),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &callable_slots,
};
