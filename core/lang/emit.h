// emit.h — a code object under construction: instructions, labels, handlers.
// SPDX-License-Identifier: MIT
//
// The compiler appends instructions with symbolic jump targets; at the end
// tl_emit_finish() drops what cannot be reached, computes the depth of the
// stack along every path, lays out caches and writes the exception table.
//
// Which handler covers an instruction is a matter of where it is emitted:
// [handler] is the innermost one open at that moment. A SETUP marker (no real
// instruction) stands where the handler was opened; the depth there is what
// the stack is cut to when it is entered.
//
// Failure is sticky: after a refused allocation every call does nothing.
#ifndef TL_LANG_EMIT_H
#define TL_LANG_EMIT_H

#include "lang/ast.h"
#include "lang/code.h"
#include "lang/opcodes.h"

typedef enum TlHandlerKind {
    TL_HANDLER_FINALLY, // entered with the exception
    TL_HANDLER_CLEANUP, // ... on top of the index of the raising instruction
    TL_HANDLER_WITH     // as CLEANUP, without the value __enter__ returned
} TlHandlerKind;

typedef struct TlInstr {
    uint8_t op;      // TlOpcode, or the SETUP marker
    uint32_t arg;    // operand; a label for jumps, a handler for SETUP
    int32_t handler; // index of the innermost handler, -1 = none
    TlCodePos pos;
} TlInstr;

typedef struct TlHandler {
    int label;
    int parent; // handler around it, or -1
    TlHandlerKind kind;
    int depth; // to cut to; -1: its SETUP is never reached
} TlHandler;

typedef struct TlEmitter {
    TlAlloc *alloc;
    TlInstr *instrs; // owned, as the next two
    int32_t *labels; // instruction index, -1 = not bound yet
    TlHandler *handlers;
    int instr_count, instr_cap;
    int label_count, label_cap;
    int handler_count, handler_cap;
    int handler;   // innermost open one, -1 = none
    TlCodePos pos; // given to the next instructions; line -1: the last one's
    int first_line;
    bool failed; // memory was refused
} TlEmitter;

typedef enum TlEmitStatus {
    TL_EMIT_OK,
    TL_EMIT_MEMORY,
    TL_EMIT_TOO_LARGE // more instructions than an operand can address
} TlEmitStatus;

void tl_emit_init(TlEmitter *em, TlAlloc *alloc, int first_line);
void tl_emit_deinit(TlEmitter *em);

// Where the next instructions come from; and "nowhere": cleaning up.
void tl_emit_at(TlEmitter *em, TlPos pos);
void tl_emit_nowhere(TlEmitter *em);

void tl_emit(TlEmitter *em, TlOpcode op, uint32_t arg);

// Labels are numbers. A jump to a label bound already goes backward: only JUMP
// may do that, and becomes JUMP_BACK.
int tl_label_new(TlEmitter *em);
void tl_label_bind(TlEmitter *em, int label);
void tl_emit_jump(TlEmitter *em, TlOpcode op, int label);

// Opens a handler that begins at [label]; closes the innermost one.
void tl_handler_push(TlEmitter *em, TlHandlerKind kind, int label);
void tl_handler_pop(TlEmitter *em);

// Replaces the operand of every instruction on cells: cell i is slot map[i].
void tl_emit_map_cells(TlEmitter *em, const int *map);

// Whether a word with the index of an inline cache follows the instruction.
static inline bool tl_op_is_cached(int op) {
    return op == TL_OP_LOAD_GLOBAL || op == TL_OP_LOAD_ATTR ||
           op == TL_OP_STORE_ATTR || op == TL_OP_LOAD_METHOD;
}

// Fills instrs, positions, exc_table, caches and stack_size of [code], which
// owns them from then on. On failure [code] may be filled in part.
TL_MUST_CHECK TlEmitStatus tl_emit_finish(TlEmitter *em, TlCode *code);

#endif
