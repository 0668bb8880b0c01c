// compile_limits.h — bounds of what the compiler takes on.
// SPDX-License-Identifier: MIT
#ifndef TL_LANG_COMPILE_LIMITS_H
#define TL_LANG_COMPILE_LIMITS_H

// How deep our own functions may recurse; the C stack of WebAssembly is small.
// Above what the parser lets through; left-leaning chains do not count.
#define TL_COMPILE_MAX_DEPTH 600

// Nodes on the longest way from a statement of the module to a leaf, chains
// and all: three times CPython's recursion limit, as there.
#define TL_COMPILE_MAX_NESTING 3000

// Loops, with, try and handlers inside each other, as CPython's CO_MAXBLOCKS.
#define TL_COMPILE_MAX_BLOCKS 20

// Displays and calls with more items than this do not collect them on the
// stack. CPython's number: where it changes over shows in the order of errors.
#define TL_STACK_GUIDELINE 30

// Operands have 24 bits.
#define TL_OPERAND_MAX 0xFFFFFFu

#endif
