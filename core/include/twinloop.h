// twinloop.h — run asynchronous programs and record how they ran.
// SPDX-License-Identifier: MIT
//
// The only public header. A host creates a runtime, gives it source files,
// starts one and calls tl_run() again and again; the runtime never waits, never
// reads a clock of its own and never prints: all that is the host's. Everything
// here is single-threaded per runtime; several runtimes may live side by side.
//
//   TlRuntime *rt = tl_runtime_new(&host, &config);
//   tl_add_source(rt, "main.py", text, len);
//   tl_start_file(rt, "main.py");
//   for (;;) {
//       TlRun run = tl_run(rt, 10000);
//       if (run.status == TL_RUN_WAIT) { wait until run.deadline; }
//       else if (run.status >= TL_RUN_DONE) { break; }
//   }
//   int code = tl_exit_code(rt);
//   tl_runtime_free(rt, NULL);
#ifndef TWINLOOP_H
#define TWINLOOP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct TlRuntime TlRuntime;

typedef enum TlClock {
    TL_CLOCK_VIRTUAL,  // time jumps to the next deadline; starts at 0
    TL_CLOCK_REAL      // time is what the host's now() says
} TlClock;

typedef struct TlHost {
    void *user;
    // Memory: new_size 0 frees; NULL refuses. Required.
    void *(*realloc)(void *user, void *ptr, size_t old_size, size_t new_size);
    // Program output, UTF-8, stream 1 or 2. Required. Must not call back in.
    void (*write)(void *user, int stream, const char *text, size_t len);
    // Monotonic seconds; required for TL_CLOCK_REAL. A clock that goes back is
    // treated as standing still.
    double (*now)(void *user);
    // Seconds since 1970; required for TL_CLOCK_REAL.
    double (*wall_time)(void *user);
    // Source text of [path] for an import or entry not given with
    // tl_add_source(); NULL when there is none. The text is copied at once and
    // handed back to source_done. Both may be NULL.
    const char *(*source)(void *user, const char *path, size_t *len);
    void (*source_done)(void *user, const char *text, size_t len);
} TlHost;

typedef struct TlConfig {
    TlClock clock;
    int64_t seed;             // of random; programs run as after random.seed(seed)
    double until;             // virtual/real seconds after which the run is
                              // interrupted; negative = never
    uint64_t max_steps;       // 0 = no limit; then KeyboardInterrupt
    size_t max_memory;        // bytes; 0 = no limit; then MemoryError
    uint64_t max_output;      // bytes; 0 = no limit; then KeyboardInterrupt
    int trace_level;          // 0 off, 1 sched, 2 lines
    size_t trace_capacity;    // records kept between two drains; 0 = 1,000,000
} TlConfig;

// Fills [config] with the defaults: virtual clock, seed 0, no limits.
void tl_config_init(TlConfig *config);

// NULL when memory is refused.
TlRuntime *tl_runtime_new(const TlHost *host, const TlConfig *config);

// What was still alive when a runtime was freed.
typedef struct TlLeaks {
    size_t objects;
    size_t bytes;
    char report[512];  // "2 x list, 1 x Task", cut to fit
} TlLeaks;

// Frees everything. [leaks] may be NULL.
void tl_runtime_free(TlRuntime *rt, TlLeaks *leaks);

// Adds a file under a relative path with forward slashes ("pkg/mod.py").
// Copies. False when memory is refused.
bool tl_add_source(TlRuntime *rt, const char *path, const char *text,
                   size_t len);

// sys.argv; [argv][0] is the entry. Copies. Call before a start.
bool tl_set_argv(TlRuntime *rt, int argc, const char *const *argv);

// Prepares a run of a file or of `-m module`. Compile errors are program
// errors: tl_run() reports them. False only when the file does not exist
// (tl_error_message says so) or memory is refused.
bool tl_start_file(TlRuntime *rt, const char *path);
bool tl_start_module(TlRuntime *rt, const char *module);

typedef enum TlRunStatus {
    TL_RUN_MORE,    // budget spent: call again
    TL_RUN_WAIT,    // nothing to do until `deadline`, or until a host answer
    TL_RUN_DONE,    // the program ended; see tl_exit_code()
    TL_RUN_FAILED   // it ended with an error that is on stderr already
} TlRunStatus;

typedef struct TlRun {
    TlRunStatus status;
    double deadline;  // TL_RUN_WAIT: on the host's now(); INFINITY = host only
} TlRun;

// Runs at most about [budget] steps (calls, loop turns, resumptions; at least
// one). Returns with an empty C stack whatever the program is doing.
TlRun tl_run(TlRuntime *rt, uint64_t budget);

// Asks for KeyboardInterrupt where CPython's Ctrl-C would deliver it.
void tl_interrupt(TlRuntime *rt);

// 0 fine, 1 uncaught exception, sys.exit's code, 130 interrupted.
int tl_exit_code(const TlRuntime *rt);
// Steps taken so far and seconds on the run's clock.
uint64_t tl_steps(const TlRuntime *rt);
double tl_time(const TlRuntime *rt);
size_t tl_live_bytes(const TlRuntime *rt);
// Why a start was refused; "" otherwise. Borrowed.
const char *tl_error_message(const TlRuntime *rt);

// Trace. Records as trace/trace.h lays them out (64 bytes each).
typedef enum TlTraceFormat { TL_TRACE_JSONL, TL_TRACE_CHROME } TlTraceFormat;
typedef void (*TlSink)(void *user, const char *text, size_t len);
// Writes what was recorded since the last drain, as text. The first call
// writes the stream's opening; [last] writes its end.
void tl_trace_write(TlRuntime *rt, TlTraceFormat format, bool last,
                    TlSink sink, void *user);
// The same, raw: [records] is borrowed until tl_trace_release().
size_t tl_trace_take(TlRuntime *rt, const void **records);
void tl_trace_release(TlRuntime *rt);
const char *tl_trace_string(const TlRuntime *rt, uint32_t id, size_t *len);
uint64_t tl_trace_dropped(const TlRuntime *rt);

// Tools. tl_check() parses and compiles only; true = no error, else the
// message as python prints it goes to [sink]. tl_dump(): what = "tokens",
// "ast", "scopes" or "bytecode"; false = unknown or invalid source.
bool tl_check(TlRuntime *rt, const char *path, TlSink sink, void *user);
bool tl_dump(TlRuntime *rt, const char *what, const char *path, TlSink sink,
             void *user);

// For tests: the next [n]-th allocation fails; [forever] all after it too.
void tl_fail_alloc(TlRuntime *rt, int64_t n, bool forever);

const char *tl_version(void);

#ifdef __cplusplus
}
#endif

#endif
