// frame.h — the activation of a Python function: locals and value stack.
// SPDX-License-Identifier: MIT
//
// One counted block a call: header, locals (parameters first, then cells and
// free variables), then the value stack. Frames of a finished call live on
// while a traceback or the program holds them, with their locals, as in
// CPython.
//
// Who owns a frame while it runs: an ordinary call's frame belongs to the
// execution (one reference), a generator's to its generator. `back` is
// borrowed while the frame runs or waits and counted once it is finished
// (TL_FRAME_DONE). `ip` and `sp` are true whenever the interpreter has called
// out: ip is the next word to fetch, so the running instruction is ip - 1.
#ifndef TL_VM_FRAME_H
#define TL_VM_FRAME_H

#include "lang/code.h"
#include "object/dict.h"
#include "object/func.h"
#include "object/list.h"

struct TlGen;

typedef enum TlFrameState {
    TL_FRAME_CREATED,    // a generator that has not begun
    TL_FRAME_SUSPENDED,  // a generator between two resumptions
    TL_FRAME_RUNNING,
    TL_FRAME_DONE        // returned or raised; never runs again
} TlFrameState;

// What happens with the frame's result: who waits for it, and how.
typedef enum TlReturnKind {
    TL_RET_BASE,      // ends the execution
    TL_RET_CALL,      // push the value
    TL_RET_INIT,      // __init__: must be None; the instance is in `aux`
    TL_RET_CLASS,     // class body: ops_class.c goes on; state in `aux`
    TL_RET_FOR,       // generator under FOR_ITER: yields push, return jumps
    TL_RET_SEND,      // generator under SEND: part of the await chain
    TL_RET_ASEND,     // async generator under SEND on its asend/athrow
    TL_RET_NEXT,      // next(), send(), throw(): replaces the generator on the
                      // stack; return raises StopIteration
    TL_RET_CLOSE      // close(): result None
} TlReturnKind;

typedef struct TlFrame {
    TlObject ob;
    struct TlFrame *back;
    const uint32_t *ip;
    TlValue *sp;           // first free place of the value stack
    TlCode *code;          // counted
    TlFunction *func;      // counted; keeps globals and builtins
    TlDict *globals, *builtins;  // borrowed from func
    TlValue locals;        // mapping of a class or module body; in a function
                           // the dict locals() gave last; or TL_NO_VALUE
    struct TlGen *gen;     // whose frame this is (borrowed), or NULL
    TlValue aux;           // see TlReturnKind; else TL_NO_VALUE
    uint32_t trace_id;     // 0 unless lines are traced
    uint32_t slot_count;   // places in slots
    uint8_t state;         // TlFrameState
    uint8_t ret;           // TlReturnKind
    TlValue slots[];       // code->nlocals locals, then the stack
} TlFrame;

TL_INLINE TlValue *tl_frame_stack(TlFrame *f)
{
    return f->slots + f->code->nlocals;
}

// Index of the instruction that runs (or ran last).
TL_INLINE uint32_t tl_frame_instr(const TlFrame *f)
{
    ptrdiff_t at = f->ip - f->code->instrs;
    return at > 0 ? (uint32_t)(at - 1) : 0;
}

// A frame about to run [func]: slots unset but for the free variables. Takes
// over one reference to [func], also on failure. NULL = raised.
TlFrame *tl_frame_new(TlRuntime *rt, TlFunction *func);
// The frame has returned or raised: drops its stack, and its locals unless
// somebody else holds the frame; gives up the caller's reference.
void tl_frame_finish(TlRuntime *rt, TlFrame *f);
int tl_frame_line(const TlFrame *f);
bool tl_frame_is_internal(const TlFrame *f);
// frame.f_locals / locals(): the mapping of a class or module body, else a
// dict of the variables that are set, one per frame and brought up to date.
// Borrowed; TL_NO_VALUE = raised.
TlRef tl_frame_locals(TlRuntime *rt, TlFrame *f);
// A counted reference for the program to keep. A generator's frame that others
// hold must be known to the cycle collector.
TlFrame *tl_frame_share(TlRuntime *rt, TlFrame *f);
// Innermost frame from [f] outwards that is not internal, or NULL.
TlFrame *tl_frame_visible(TlFrame *f);
bool tl_is_frame(TlRuntime *rt, TlRef v);

extern const TlTypeSpec tl_frame_spec;

#endif
