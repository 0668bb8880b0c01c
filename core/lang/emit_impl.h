// emit_impl.h — what emit.c and assemble.c share.
// SPDX-License-Identifier: MIT
#ifndef TL_LANG_EMIT_IMPL_H
#define TL_LANG_EMIT_IMPL_H

#include "lang/compile_limits.h"
#include "lang/emit.h"

// A handler is opened here; see emit.h. Never part of finished code.
#define TL_MARK_SETUP 255

static_assert(TL_OP_COUNT < TL_MARK_SETUP, "the marker is no opcode");

#endif
