// code.h — the code object: what the compiler makes and the VM runs.
// SPDX-License-Identifier: MIT
//
// Immutable but for the inline caches. Locals are laid out parameters first
// (positional, keyword-only, *args, **kwargs), then other locals and cell
// variables, then free variables; a parameter that is captured keeps its place
// and MAKE_CELL turns the slot into a cell. Free variables are copied from the
// function's closure into the last slots when the frame is made.
#ifndef TL_LANG_CODE_H
#define TL_LANG_CODE_H

#include "object/runtime.h"

enum {
    TL_CODE_OPTIMIZED = 1,        // locals are slots (functions)
    TL_CODE_NEWLOCALS = 2,        // always together with OPTIMIZED
    TL_CODE_VARARGS = 4,
    TL_CODE_VARKEYWORDS = 8,
    TL_CODE_NESTED = 16,          // inside another function
    TL_CODE_GENERATOR = 32,
    TL_CODE_COROUTINE = 128,
    TL_CODE_ITERABLE_COROUTINE = 256,
    TL_CODE_ASYNC_GENERATOR = 512,
    TL_CODE_INTERNAL = 1 << 24    // our own embedded Python: hidden from
                                  // tracebacks, the trace and the timeline
};  // values of CPython's co_flags where it has them

// Position of an instruction; columns are UTF-8 byte offsets, end exclusive,
// -1 = none.
typedef struct TlCodePos {
    int32_t line, end_line, col, end_col;
} TlCodePos;

typedef struct TlExcEntry {
    uint32_t start, end;  // [start, end) instruction indexes
    uint32_t target;
    uint16_t depth;       // value stack depth to cut to
    bool lasti;           // push the index of the raising instruction
} TlExcEntry;

// One inline cache; what the fields mean is the VM's. Zero = empty.
typedef struct TlInlineCache {
    uint32_t version;
    uint32_t kind;
    int64_t at;
    TlValue value;  // borrowed, guarded by version
} TlInlineCache;

typedef struct TlCode {
    TlObject ob;
    TlStr *name, *qualname, *filename;
    uint32_t *instrs;
    uint32_t instr_count;
    TlTuple *consts;
    TlTuple *names;
    TlTuple *local_names;  // nlocals of them, in slot order
    uint8_t *local_kinds;  // TL_LOCAL_* per slot
    int argcount;          // positional, including positional-only
    int posonlyargcount, kwonlyargcount;
    int nlocals;           // slots: parameters, locals, cells, frees
    int nfree;             // the last nfree slots
    int stack_size;
    int flags;
    int first_line;
    TlValue docstring;     // str or TL_NONE (consts[0] of a function)
    TlCodePos *positions;  // one per instruction
    TlExcEntry *exc_table; // innermost first: the first hit wins
    uint32_t exc_count;
    TlInlineCache *caches;
    uint32_t cache_count;
    uint32_t trace_file;   // string id of filename in rt->trace
    uint32_t trace_name;   // string id of qualname
} TlCode;

enum { TL_LOCAL_PLAIN = 0, TL_LOCAL_CELL = 1, TL_LOCAL_FREE = 2 };

// The type object of code objects; created by tl_lang_init(), kept there.
TlStatus tl_lang_init(TlRuntime *rt);
void tl_lang_deinit(TlRuntime *rt);
bool tl_is_code(TlRuntime *rt, TlRef v);
// Zeroed, NULL = raised. The compiler fills it; the type's free releases it.
TlCode *tl_code_new(TlRuntime *rt);
// The handler for [instr], or NULL.
const TlExcEntry *tl_code_handler(const TlCode *code, uint32_t instr);
// Change of stack depth; [jump]: the branch is taken.
int tl_stack_effect(uint32_t instr, bool jump);

#endif
