// list_impl.h — what the list_*.c files tell each other.
// SPDX-License-Identifier: MIT
#ifndef TL_OBJECT_LIST_IMPL_H
#define TL_OBJECT_LIST_IMPL_H

#include "object/seq.h"

// Room for [cap] items in all. Never shrinks.
TlStatus tl_list_reserve(TlRuntime *rt, TlList *list, int64_t cap);
// A new list of the [n] items at [items].
TlList *tl_list_from_items(TlRuntime *rt, const TlRef *items, int64_t n);
// Drops all items, the last first, as CPython does.
void tl_list_empty(TlRuntime *rt, TlList *list);
// list[slice] and list[slice] = value / del list[slice].
TlValue tl_list_get_slice(TlRuntime *rt, TlList *list, TlSlice *slice);
TlStatus tl_list_set_slice(TlRuntime *rt, TlList *list, TlSlice *slice,
                           TlRef value);
// Replaces items [low, high) by copies of [n] items that are not in the
// list's own storage. Drops the replaced ones last.
TlStatus tl_list_splice(TlRuntime *rt, TlList *list, int64_t low, int64_t high,
                        const TlRef *items, int64_t n);

extern const TlNativeDef tl_list_methods[];

#endif
