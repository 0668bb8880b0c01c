// lib.h — what the language-visible library keeps, and its way to the host.
// SPDX-License-Identifier: MIT
//
// builtins, sys, the import system and the modules. Nothing here waits, reads
// a clock or prints by itself: text goes through tl_lib_write(), source text
// comes through lib->find_source, both set by api.
#ifndef TL_LIB_LIB_H
#define TL_LIB_LIB_H

#include "base/buf.h"
#include "object/func.h"
#include "object/runtime.h"

typedef struct TlLib {
    // Set by api before tl_lib_init().
    void (*write)(TlRuntime *rt, int stream, const char *text, size_t len);
    // Text of the file at [path] ("pkg/mod.py"), or NULL; give it back with
    // source_done.
    const char *(*find_source)(TlRuntime *rt, const char *path, size_t *len);
    void (*source_done)(TlRuntime *rt, const char *text, size_t len);
    uint64_t max_output, written;
    int64_t seed;

    TlModule *sys;
    TlTuple *argv;           // str
    TlStr *script_dir;       // sys.path[0]: "" or "dir"
    TlType *importer;        // sendable types of import.c and main.c
    TlType *program;
    TlType *sleeper;         // time.sleep (mod_time.c)
    TlType *struct_time;
    TlType *deque_iter;      // iterators of collections.deque (deque.c)
    TlDict *warned;          // __warningregistry__: places that have warned
    int exit_code;
    bool interrupted;        // ended by KeyboardInterrupt
    bool finishing;          // modules are being taken apart
    bool silent;             // the library's own too: nobody reports any more
    TlBuf source_line;       // last answer of tl_lib_source_line()
    // State of modules, by a key of their own; see tl_lib_state().
    TlDict *state;
} TlLib;

// A native module: fills a fresh module's dict.
typedef TlStatus (*TlModuleInit)(TlRuntime *rt, TlModule *module);

// Native modules by name (modules.c holds the table; one line each).
TlModuleInit tl_native_module(const char *name);

TlStatus tl_lib_init(TlRuntime *rt);
void tl_lib_deinit(TlRuntime *rt);

// ---- output (output.c)

// Program output: counted against the limit, recorded in the trace, handed to
// the host. stream 1 stdout, 2 stderr.
TlStatus tl_lib_write(TlRuntime *rt, int stream, const char *text, size_t len);
// warnings.warn for C code: "FILE:LINE: Category: message" and the source line
// on stderr, once per place as CPython's default filter. file NULL = the
// running user frame's position.
void tl_lib_warn(TlRuntime *rt, TlType *category, const char *message);
// The same about an object that was lost: adds CPython's hint how to find where
// it was made, except while the interpreter exits.
void tl_lib_warn_about_object(TlRuntime *rt, TlType *category,
                              const char *message);
// A report of asyncio's default exception handler: [text], then the traceback of
// [exc] (or None).
void tl_lib_report_text(TlRuntime *rt, TlStr *text, TlRef exc);
// "Exception ignored in: <...>" (sys.unraisablehook).
void tl_lib_unraisable(TlRuntime *rt, TlRef where, TlRef exc);
// Prints the pending exception as the interpreter does at the end of a program
// and sets exit_code: SystemExit's code, 130 for KeyboardInterrupt, else 1.
void tl_lib_report_uncaught(TlRuntime *rt);
// Source line [line] of a file the program was loaded from; borrowed until the
// next call; NULL = unknown. (source.c)
const char *tl_lib_source_line(TlRuntime *rt, TlStr *file, int line,
                               size_t *len);

// ---- import (import.c)

// __import__(): a native function whose work may suspend.
TlValue tl_import_native(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames);
// For C code: imports a module of our own natively. Owned; NO_VALUE = raised.
TlValue tl_import_module(TlRuntime *rt, const char *name);
// getattr(import_module(module), name).
TlValue tl_import_attr(TlRuntime *rt, const char *module, const char *name);

// ---- the program (program.c)

// A callable that runs the entry as __main__: a file, or with [module] a module
// name (`-m`). Its work may suspend. The uncaught exception is its error.
TlValue tl_program_new(TlRuntime *rt, const char *entry, bool module);
// Sets sys.argv and sys.path from lib->argv and lib->script_dir.
TlStatus tl_lib_publish_argv(TlRuntime *rt);
// What the interpreter does at exit: takes the modules apart in CPython's
// order, so that what dies last reports last.
void tl_program_finish(TlRuntime *rt);

#endif
