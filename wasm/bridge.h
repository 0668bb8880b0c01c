// bridge.h — what JavaScript may call: the exports of twinloop.wasm.
// SPDX-License-Identifier: MIT
//
// A TlwRun is one program on its own runtime. Numbers cross as doubles, since
// JavaScript has no other 53-bit integers; text crosses as address and length
// in the linear memory. exports.json lists the same names for the linker and
// the test; src/engine.js and src/run.js are the callers.
//
// Every pointer given to JavaScript is borrowed and ends with the next call
// that runs the program. The host's imports are called while the program runs
// and must not call back in.
#ifndef TWINLOOP_WASM_BRIDGE_H
#define TWINLOOP_WASM_BRIDGE_H

#include <stddef.h>

typedef struct TlwRun TlwRun;

// Memory for arguments; the caller frees. NULL when there is none.
void *tlw_alloc(size_t size);
void tlw_free(void *ptr);

// Limits: 0 = none, but [until] < 0 = never. NULL when memory is refused.
TlwRun *tlw_new(int real_clock, double seed, double until, double max_steps,
                double max_memory, double max_output, int trace_level,
                double trace_capacity);

// Frees the run and says how many bytes nobody freed: 0 in a sound build.
int tlw_dispose(TlwRun *run);

// These copy. 0 = memory is refused. [text] of tlw_set_argv() is [count]
// arguments, each closed by a zero byte.
int tlw_add_source(TlwRun *run, const char *path, const char *text, size_t len);
int tlw_set_argv(TlwRun *run, const char *text, int count);

// [entry] is a path, or a module's name if [module]. 0 = refused, see
// tlw_error_message().
int tlw_start(TlwRun *run, const char *entry, int module);
const char *tlw_error_message(const TlwRun *run);

// Runs about [budget] steps and returns a TlRunStatus.
int tlw_run(TlwRun *run, double budget);
// After TL_RUN_WAIT: until when, on tl_now()'s clock; may be infinite.
double tlw_deadline(const TlwRun *run);
void tlw_interrupt(TlwRun *run);
int tlw_exit_code(const TlwRun *run);
// Seconds on the run's clock and steps taken, so far.
double tlw_time(const TlwRun *run);
double tlw_steps(const TlwRun *run);

// Number of trace records waiting; tlw_trace_records() tells where they are,
// tlw_trace_release() drops them.
int tlw_trace_take(TlwRun *run);
const void *tlw_trace_records(const TlwRun *run);
void tlw_trace_release(TlwRun *run);
double tlw_trace_dropped(const TlwRun *run);

// The text of a string id; tlw_text_len() tells its length.
const char *tlw_trace_string(TlwRun *run, int id);
int tlw_text_len(const TlwRun *run);

// Writes the waiting records to stream 3 as JSON Lines and drops them.
void tlw_trace_text(TlwRun *run, int last);

#endif
