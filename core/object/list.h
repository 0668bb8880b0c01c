// list.h — list, tuple, range and slice.
// SPDX-License-Identifier: MIT
#ifndef TL_OBJECT_LIST_H
#define TL_OBJECT_LIST_H

#include "object/runtime.h"

struct TlList {
    TlObject ob;
    TlValue *items;
    int64_t len, cap;
};

struct TlTuple {
    TlObject ob;
    int64_t len;
    TlValue items[];
};

typedef struct TlRange {
    TlObject ob;
    TlValue start, stop, step;  // ints of any size
    bool small;                 // all fit int64: the fields below are valid
    int64_t first, by, count;
} TlRange;

typedef struct TlSlice {
    TlObject ob;
    TlValue start, stop, step;
} TlSlice;

static inline bool tl_is_list(TlRef v)
{
    return tl_is_obj(v) && (tl_as_obj(v)->type->flags & TL_TYPE_IS_LIST);
}
static inline bool tl_is_tuple(TlRef v)
{
    return tl_is_obj(v) && (tl_as_obj(v)->type->flags & TL_TYPE_IS_TUPLE);
}
static inline TlList *tl_as_list(TlRef v) { return (TlList *)tl_as_obj(v); }
static inline TlTuple *tl_as_tuple(TlRef v) { return (TlTuple *)tl_as_obj(v); }

TlList *tl_list_new(TlRuntime *rt, int64_t cap);
TlStatus tl_list_append(TlRuntime *rt, TlList *list, TlRef item);
TlStatus tl_list_append_steal(TlRuntime *rt, TlList *list, TlValue item);
TlStatus tl_list_extend(TlRuntime *rt, TlList *list, TlRef iterable);
TlStatus tl_list_insert(TlRuntime *rt, TlList *list, int64_t at, TlRef item);
TlStatus tl_list_sort(TlRuntime *rt, TlList *list, TlRef key, bool reverse);
TlValue tl_list_to_tuple(TlRuntime *rt, TlList *list);
// Any iterable to a new list / tuple.
TlList *tl_list_from_iter(TlRuntime *rt, TlRef iterable);
TlTuple *tl_tuple_from_iter(TlRuntime *rt, TlRef iterable);

// Items are TL_NO_VALUE until set; fill before showing it to anybody.
TlTuple *tl_tuple_new(TlRuntime *rt, int64_t len);
TlTuple *tl_tuple_from(TlRuntime *rt, const TlRef *items, int64_t len);
TlValue tl_tuple_pack2(TlRuntime *rt, TlRef a, TlRef b);
TlValue tl_tuple_pack3(TlRuntime *rt, TlRef a, TlRef b, TlRef c);

TlValue tl_range_new(TlRuntime *rt, TlRef start, TlRef stop, TlRef step);
// The iterator of a small range, laid open for the VM's for loop.
typedef struct TlRangeIter {
    TlObject ob;
    int64_t next, step, left;
} TlRangeIter;

typedef struct TlSeqIter {  // list_iter, tuple_iter, str_iter, bytes_iter ...
    TlObject ob;
    TlValue seq;  // TL_NO_VALUE when exhausted
    int64_t index;
} TlSeqIter;

// [type] is one of the sequence iterators' types; starts at index 0.
TlValue tl_seq_iter_new(TlRuntime *rt, TlType *type, TlRef seq);
// iter(callable, sentinel)
TlValue tl_callable_iter_new(TlRuntime *rt, TlRef callable, TlRef sentinel);

TlValue tl_slice_new(TlRuntime *rt, TlRef start, TlRef stop, TlRef step);
// slice.indices: clipped to [len]; count = number of items. -1 raised.
TlStatus tl_slice_indices(TlRuntime *rt, TlSlice *slice, int64_t len,
                          int64_t *start, int64_t *stop, int64_t *step,
                          int64_t *count);

#endif
