// structseq.h — tuples with named fields, as sys.version_info is.
// SPDX-License-Identifier: MIT
//
// A kind of named tuple is a table of fields, a repr that names it, and a spec
// whose base is tuple:
//
//     static const TlGetSetDef point_fields[] = {
//         TL_STRUCTSEQ_FIELD("x", 0), TL_STRUCTSEQ_FIELD("y", 1),
//         TL_STRUCTSEQ_END};
#ifndef TL_LIB_STRUCTSEQ_H
#define TL_LIB_STRUCTSEQ_H

#include <stdint.h>

#include "object/list.h"
#include "object/type_spec.h"

#define TL_STRUCTSEQ_FIELD(name, index) \
    {(name), tl_structseq_get, NULL, (void *)(intptr_t)(index)}
#define TL_STRUCTSEQ_END {NULL, NULL, NULL, NULL}

// Getter of field [closure].
TlValue tl_structseq_get(TlRuntime *rt, TlRef self, void *closure);
// "NAME(x=1, y=2)".
TlValue tl_structseq_repr(TlRuntime *rt, TlRef self, const char *name,
                          const TlGetSetDef *fields);
// The type of [spec], a subclass of tuple that programs cannot make instances
// of. Owned; NULL = raised.
TlType *tl_structseq_type(TlRuntime *rt, const TlTypeSpec *spec);
// An instance with [items], which are consumed, also on failure; one of them
// may be TL_NO_VALUE when an exception is pending, and then this fails.
TlValue tl_structseq_new(TlRuntime *rt, TlType *type, TlValue *items,
                         int64_t count);

#endif
