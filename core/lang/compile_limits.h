// compile_limits.h — bounds of what the compiler takes on.
// SPDX-License-Identifier: MIT
#ifndef TL_LANG_COMPILE_LIMITS_H
#define TL_LANG_COMPILE_LIMITS_H

// Nested expressions, statements and patterns; the C stack of WebAssembly is
// small. Above what the parser lets through; left-leaning chains are free.
#define TL_COMPILE_MAX_DEPTH 600

// Loops, with, try and handlers inside each other, as CPython's CO_MAXBLOCKS.
#define TL_COMPILE_MAX_BLOCKS 20

// Operands have 24 bits.
#define TL_OPERAND_MAX 0xFFFFFFu

#endif
