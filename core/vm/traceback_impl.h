// traceback_impl.h — what the files that print tracebacks share.
// SPDX-License-Identifier: MIT
#ifndef TL_VM_TRACEBACK_IMPL_H
#define TL_VM_TRACEBACK_IMPL_H

#include "vm/vm_impl.h"

// Where the emphasis lies in the source [text] of an expression: the operator
// of a binary operation, or the brackets of a subscript: [*from, *to). False
// for any other expression. (traceback_anchors.c)
bool tl_find_anchors(const char *text, size_t len, size_t *from, size_t *to);

// What the user may have meant instead of an unknown name or attribute: a str,
// owned, or TL_NO_VALUE. Never raises. (suggest.c)
TlValue tl_suggest(TlRuntime *rt, TlRef exc);

#endif
