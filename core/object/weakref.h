// weakref.h — weak references to objects.
// SPDX-License-Identifier: MIT
//
// rt->weakrefs maps an object that has TL_OB_WEAKREFED to its references. A
// reference does not count; when its object dies it is cleared first and its
// callback runs after that, so nobody sees a dying object through it.
#ifndef TL_OBJECT_WEAKREF_H
#define TL_OBJECT_WEAKREF_H

#include "object/runtime.h"

typedef struct TlWeakref {
    TlObject ob;
    TlObject *target;         // borrowed; NULL once it died
    TlValue callback;         // TL_NO_VALUE = none
    int64_t hash;             // of the target, -1 = not asked yet
    struct TlWeakref *next;   // same bucket
} TlWeakref;

// weakref.ref(obj, callback). TypeError when [obj] takes none. [callback] may
// be TL_NO_VALUE or None; without one the same reference is given each time.
TlValue tl_weakref_new(TlRuntime *rt, TlRef obj, TlRef callback);
// The reference without a callback that [obj] has, or TL_NONE. Owned.
TlValue tl_weakref_existing(TlRuntime *rt, TlRef obj);
// The object, owned, or TL_NONE when it is gone.
TlValue tl_weakref_get(TlRef weakref);
static inline bool tl_is_weakref(TlRuntime *rt, TlRef v)
{
    return tl_is_obj(v) && tl_is_subtype(tl_as_obj(v)->type, rt->types.weakref);
}
// Clears every reference to [obj], then runs their callbacks (user code).
// The pending exception, if any, is kept.
void tl_weakrefs_clear(TlRuntime *rt, TlObject *obj);
// Frees the table; the references themselves are gone by then.
void tl_weakrefs_deinit(TlRuntime *rt);

#endif
