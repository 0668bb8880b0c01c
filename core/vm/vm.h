// vm.h — the language machine's state in a runtime and its services for lib.
// SPDX-License-Identifier: MIT
//
// tl_vm_init() comes after tl_object_layer_init() and tl_lang_init(); it fills
// rt->hooks and the call slots of function and native types.
//
// A native that must run Python code or wait as its last act returns one of
// the `tail` forms below: the interpreter replaces the native call by what was
// asked for, without recursion in C, so it can suspend. Called from C
// (tl_call), the same natives are driven to their end on the spot.
#ifndef TL_VM_VM_H
#define TL_VM_VM_H

#include "vm/coro.h"
#include "vm/frame.h"
#include "vm/thread.h"
#include "vm/traceback.h"

// Set by lib and api; all may be NULL.
typedef struct TlVmHost {
    // Prints a warning, "FILE:LINE: Category: message" with the source line.
    void (*warn)(TlRuntime *rt, TlType *category, const char *message);
    // Text of a source line, without its newline; NULL = unknown. Borrowed
    // until the next call.
    const char *(*source_line)(TlRuntime *rt, TlStr *file, int line,
                               size_t *len);
    // Asynchronous generator hooks (sys.set_asyncgen_hooks): called with the
    // generator when it is first iterated; NULL = none.
    TlStatus (*agen_first)(TlRuntime *rt, TlGen *gen);
    // An unfinished one dies; 1 = taken care of, 0 = close it here.
    int (*agen_dead)(TlRuntime *rt, TlGen *gen);
} TlVmHost;

// What a native asked the interpreter to do in its place.
typedef enum TlTailKind {
    TL_TAIL_NONE,
    TL_TAIL_SENDABLE,  // drive `value` to its RETURN
    TL_TAIL_FRAME,     // run `frame`
    TL_TAIL_GEN        // resume `gen` with `value` or throw `exc`
} TlTailKind;

typedef struct TlTail {
    TlTailKind kind;
    TlReturnKind ret;  // GEN: NEXT or CLOSE
    TlFrame *frame;    // owned
    TlGen *gen;        // owned
    TlValue value;     // owned
    TlValue exc;       // owned, or TL_NO_VALUE
    TlValue dflt;      // next()'s default, owned, or TL_NO_VALUE
} TlTail;

typedef struct TlVm {
    TlFrame *top;      // innermost running frame, or NULL
    TlThread *thread;  // the running one
    TlTail tail;
    TlSendStatus end;  // how the execution that just ended did so,
    TlValue end_value; // and with what (owned)
    TlRef carried;     // error of closing an inner coroutine, to be raised where
                       // that was awaited
    int32_t fresh_entries; // of the traceback since the error was last handled
    TlVmHost hooks;
    TlThread main;
    TlType *frame, *traceback;
    TlType *generator, *coroutine, *coro_wrapper;
    TlType *async_gen, *async_gen_asend, *async_gen_athrow;
    TlCode *call_code;        // trampoline: CALL_EX, RETURN_VALUE
    TlFunction *call_func;
    TlValue build_class;      // __build_class__
    TlCallFn native_call;     // the object layer's own call slots
    TlCallFn method_descr_call;
    TlInitFn super_init;
} TlVm;

TlStatus tl_vm_init(TlRuntime *rt);
void tl_vm_deinit(TlRuntime *rt);

// ---- the running frame

// Innermost running frame that is not internal / of any kind; borrowed, NULL.
TlFrame *tl_vm_current_frame(TlRuntime *rt);
TlFrame *tl_vm_top_frame(TlRuntime *rt);
// Namespace of the running code: borrowed. globals: NULL = none runs.
TlDict *tl_vm_globals(TlRuntime *rt);
TlRef tl_vm_locals(TlRuntime *rt);  // TL_NO_VALUE = raised
// super() without arguments, called from the native in the running frame: the
// class (borrowed) and the first argument (borrowed). RuntimeError with
// CPython's texts ("super(): no arguments", "super(): __class__ cell not
// found" ...).
TlStatus tl_vm_super_args(TlRuntime *rt, TlType **type, TlRef *self);

// ---- running code

// A function object for [code] with no arguments: a module body when called.
// __builtins__ is added to [globals] as exec() does.
TlValue tl_vm_code_function(TlRuntime *rt, TlCode *code, TlDict *globals);
// A function from a code object, as FunctionType() makes it.
TlValue tl_vm_function(TlRuntime *rt, TlCode *code, TlDict *globals);
// Runs [code] to its end, nested (no suspension). [locals] is a mapping, or
// TL_NO_VALUE for the globals.
TlValue tl_vm_run_code(TlRuntime *rt, TlCode *code, TlDict *globals,
                       TlRef locals);

// ---- tail forms: `return tl_vm_tail_...(...)` is a native's last act. All
// return TL_NO_VALUE, with or without an exception.

// exec() and eval().
TlValue tl_vm_tail_code(TlRuntime *rt, TlCode *code, TlDict *globals,
                        TlRef locals);
// Calls [callee]: partial objects, decorators, callbacks.
TlValue tl_vm_tail_call(TlRuntime *rt, TlRef callee, const TlRef *args,
                        int nargs, TlTuple *kwnames);
// next(it): any iterator; [dflt] TL_NO_VALUE = raise StopIteration.
TlValue tl_vm_tail_next(TlRuntime *rt, TlRef it, TlRef dflt);
// gen.send(value), gen.throw(exc): generators and coroutines.
TlValue tl_vm_tail_resume(TlRuntime *rt, TlGen *gen, TlRef value, TlRef exc);

// For C code that called a native's function directly: when it returned
// TL_NO_VALUE without an exception, finishes what it asked for (nested).
TlValue tl_vm_finish_tail(TlRuntime *rt);

void tl_vm_warn(TlRuntime *rt, TlType *category, const char *message);

#endif
