// consts.h — the constants of one code object, each once.
// SPDX-License-Identifier: MIT
//
// Two constants are the same only if type and value agree: 1, 1.0 and True
// are three, 0.0 and -0.0 are two. Lookup is by hash; code objects and frozen
// sets are never shared.
#ifndef TL_LANG_CONSTS_H
#define TL_LANG_CONSTS_H

#include "object/list.h"
#include "object/runtime.h"

typedef struct TlConsts {
    TlRuntime *rt;
    TlValue *items; // owned, counted
    int64_t *hashes;
    int32_t *index; // open addressing, -1 = free
    int count, cap; // the index has 2 * cap places
} TlConsts;

void tl_consts_init(TlConsts *consts, TlRuntime *rt);
void tl_consts_deinit(TlConsts *consts);

// Place of the constant [value], which is consumed; -1 = raised.
int tl_consts_add(TlConsts *consts, TlValue value);

// All of them as a new tuple; NULL = raised.
TlTuple *tl_consts_tuple(const TlConsts *consts);

#endif
