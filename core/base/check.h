// check.h — assertions about our own mistakes.
// SPDX-License-Identifier: MIT
//
// A user's mistake raises a Python exception; ours stops a checking build on
// the spot. A trap needs no libc, works in WebAssembly, and leaves a debugger
// on the line whose sentence says what should have held.

#ifndef TL_BASE_CHECK_H
#define TL_BASE_CHECK_H

#include "base/config.h"

// TL_ASSERT(cond, "sentence"): [cond] holds here unless we made a mistake.
// Without TL_DEBUG_CHECKS it is not evaluated, so it must have no effects.
//
// TL_UNREACHABLE("sentence"): control never gets here.
#ifdef TL_DEBUG_CHECKS
#define TL_ASSERT(cond, sentence) (TL_LIKELY(cond) ? (void)0 : __builtin_trap())
#define TL_UNREACHABLE(sentence)  __builtin_trap()
#else
#define TL_ASSERT(cond, sentence) ((void)sizeof((cond) ? 1 : 0))
#define TL_UNREACHABLE(sentence)  __builtin_unreachable()
#endif

// As <assert.h> spells it, without bringing in assert().
#ifndef static_assert
#define static_assert _Static_assert
#endif

#endif
