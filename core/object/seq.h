// seq.h — what the sequences share: indexes, bounds, repetition, items.
// SPDX-License-Identifier: MIT
//
// Every function that takes an index object may run user code (__index__), so
// a caller reads its own length and storage afterwards, never before.
#ifndef TL_OBJECT_SEQ_H
#define TL_OBJECT_SEQ_H

#include "base/buf.h"
#include "object/list.h"
#include "object/type_spec.h"

// More items than this do not fit any address space.
#define TL_SEQ_MAX ((int64_t)(SIZE_MAX / 2 / sizeof(TlValue)))

// Accounts one step of native work. TL_RAISED: a stop or a limit.
static inline TlStatus tl_seq_tick(TlRuntime *rt) {
    return tl_tick(rt) ? TL_OK : tl_tick_slow(rt);
}

bool tl_has_index(TlRuntime *rt, TlRef v);
bool tl_is_slice(TlRuntime *rt, TlRef v);

// An int64 from anything with __index__; IndexError when it does not fit,
// TypeError (CPython's general text) when [v] is no index.
TlStatus tl_seq_index(TlRuntime *rt, TlRef v, int64_t *out);
// As tl_seq_index, for repeat counts: OverflowError when it does not fit.
TlStatus tl_seq_count(TlRuntime *rt, TlRef v, int64_t *out);
// A start or stop argument as list.index() takes them: out of range is
// clipped to the ends of int64.
TlStatus tl_seq_bound(TlRuntime *rt, TlRef v, int64_t *out);
// [i] as an offset from the end when negative, clipped to 0..len.
int64_t tl_seq_clip(int64_t i, int64_t len);

// The three numbers of a slice, None filled in and clipped to int64; may run
// user code. ValueError for step 0.
TlStatus tl_slice_unpack(TlRuntime *rt, TlSlice *slice, int64_t *start,
                         int64_t *stop, int64_t *step);
// Clips to a sequence of [len] items; returns how many are selected.
int64_t tl_slice_adjust(int64_t len, int64_t *start, int64_t *stop,
                        int64_t step);

// What len() or __length_hint__ say; [fallback] when they say nothing. -1
// raised.
int64_t tl_length_hint(TlRuntime *rt, TlRef v, int64_t fallback);

// A list or tuple as it is, any other iterable as a new list; a TypeError
// "not iterable" is replaced by [message]. Owned.
TlValue tl_seq_fast(TlRuntime *rt, TlRef v, const char *message);
// The items of what tl_seq_fast() gave.
const TlValue *tl_seq_items(TlRef fast, int64_t *len);

// The right operand's own answer, when its class is written in Python and has
// one: sequences are asked last, as CPython's sq_concat and sq_repeat are.
// TL_NOT_IMPLEMENTED when there is none.
TlValue tl_seq_reflected(TlRuntime *rt, TlRef a, TlRef b, TlBinaryOp op);

// `a * b` where one of the two, the left when [left], is a sequence that
// [repeat] copies n times.
typedef TlValue (*TlRepeatFn)(TlRuntime *rt, TlRef seq, int64_t n);
TlValue tl_seq_multiply(TlRuntime *rt, TlRef a, TlRef b, bool left,
                        TlRepeatFn repeat);

// The arguments of a constructor without keywords: raises CPython's TypeError
// unless there are min..max.
TlStatus tl_constructor_args(TlRuntime *rt, const char *name, int nargs,
                             TlTuple *kwnames, int min, int max);
// Getter of a TlValue field: [offset] is its place in the object.
TlValue tl_get_value_field(TlRuntime *rt, TlRef self, void *offset);

// __class_getitem__ of the generic built-ins: list[int].
TlValue tl_class_getitem(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames);

// hash() of an unhashable type: TypeError. Such a type's __hash__ is None.
TlStatus tl_unhashable(TlRuntime *rt, TlRef self, int64_t *hash);

// Appends repr(item). May run user code.
TlStatus tl_repr_append(TlRuntime *rt, TlBuf *out, TlRef item);
// Finishes a repr: the text of [out], which is deinitialised; on [status]
// TL_RAISED only that.
TlValue tl_repr_finish(TlRuntime *rt, TlBuf *out, TlStatus status);

#endif
