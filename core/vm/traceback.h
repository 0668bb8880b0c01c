// traceback.h — traceback objects and the text of an uncaught exception.
// SPDX-License-Identifier: MIT
#ifndef TL_VM_TRACEBACK_H
#define TL_VM_TRACEBACK_H

#include "base/buf.h"
#include "vm/frame.h"

typedef struct TlTraceback {
    TlObject ob;
    struct TlTraceback *next;  // tb_next, counted: towards the raise
    TlFrame *frame;            // counted
    uint32_t instr;            // index of the instruction
    int line;
} TlTraceback;

bool tl_is_traceback(TlRuntime *rt, TlRef v);
// Puts an entry for [f] in front of the pending exception's traceback. Does
// nothing when memory is refused.
void tl_traceback_here(TlRuntime *rt, TlFrame *f);

// Takes the entries off the pending exception that were put there since the
// search for its handler began.
void tl_traceback_forget_fresh(TlRuntime *rt);

// Gives [exc] a traceback of the running frame if it has none: what is printed
// as "Exception ignored in" has always a place.
void tl_traceback_ensure(TlRuntime *rt, TlRef exc);

// What CPython 3.11 prints for the exception [exc], with its causes, contexts,
// notes and groups, and a final newline. User code (__str__) may run; its
// errors are swallowed as there. Check out->failed. Only the interpreter
// itself [suggests] other names, not the traceback module nor asyncio.
void tl_traceback_print(TlRuntime *rt, TlRef exc, bool suggests, TlBuf *out);
// As told below "Exception ignored in": [exc] alone; CPython has no source
// lines any more once the program's modules are gone.
void tl_traceback_print_ignored(TlRuntime *rt, TlRef exc, bool with_source,
                                TlBuf *out);
// Only "  File ..." entries of a tb chain (traceback.print_tb); [limit] < 0 =
// all. No header.
void tl_traceback_print_tb(TlRuntime *rt, TlRef tb, int limit, TlBuf *out);
// The last line(s): "Type: message\n", SyntaxError's place and caret, notes
// (traceback.format_exception_only).
void tl_traceback_print_only(TlRuntime *rt, TlRef exc, TlBuf *out);
// One entry as StackSummary.format prints it.
void tl_traceback_print_entry(TlRuntime *rt, TlCode *code, uint32_t instr,
                              int line, TlBuf *out);

extern const TlTypeSpec tl_traceback_spec;

#endif
