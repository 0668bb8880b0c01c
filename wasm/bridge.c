// bridge.c — the exports to JavaScript; the only C that knows WebAssembly.
// SPDX-License-Identifier: MIT
//
// Text that goes out, program output and the trace as JSON Lines, leaves
// through one import, tl_write.
#include "bridge.h"

#include <stdlib.h>
#include <string.h>

#include "twinloop.h"

// ---- imports (imports.js)

extern void tl_write(int stream, const char *text, size_t len);
extern double tl_now(void);
extern double tl_wall_time(void);

enum { STREAM_TRACE = 3 };

struct TlwRun {
    TlRuntime *rt;
    double deadline;
    const void *records;
    size_t text_len;
};

static void *host_realloc(void *user, void *ptr, size_t old_size,
                          size_t new_size)
{
    (void)user, (void)old_size;
    if (new_size == 0) {
        free(ptr);
        return NULL;
    }
    return realloc(ptr, new_size);
}

static void host_write(void *user, int stream, const char *text, size_t len)
{
    (void)user;
    tl_write(stream, text, len);
}

static double host_now(void *user)
{
    (void)user;
    return tl_now();
}

static double host_wall_time(void *user)
{
    (void)user;
    return tl_wall_time();
}

static void trace_sink(void *user, const char *text, size_t len)
{
    (void)user;
    tl_write(STREAM_TRACE, text, len);
}

// ---- memory for arguments

void *tlw_alloc(size_t size)
{
    return malloc(size == 0 ? 1 : size);
}

void tlw_free(void *ptr)
{
    free(ptr);
}

// ---- a run

TlwRun *tlw_new(int real_clock, double seed, double until, double max_steps,
                double max_memory, double max_output, int trace_level,
                double trace_capacity)
{
    TlwRun *run = calloc(1, sizeof *run);
    if (run == NULL) {
        return NULL;
    }
    TlHost host = {.realloc = host_realloc,
                   .write = host_write,
                   .now = host_now,
                   .wall_time = host_wall_time};
    TlConfig config;
    tl_config_init(&config);
    config.clock = real_clock ? TL_CLOCK_REAL : TL_CLOCK_VIRTUAL;
    config.seed = (int64_t)seed;
    config.until = until;
    config.max_steps = (uint64_t)max_steps;
    config.max_memory = (size_t)max_memory;
    config.max_output = (uint64_t)max_output;
    config.trace_level = trace_level;
    config.trace_capacity = (size_t)trace_capacity;
    run->rt = tl_runtime_new(&host, &config);
    if (run->rt == NULL) {
        free(run);
        return NULL;
    }
    return run;
}

int tlw_dispose(TlwRun *run)
{
    TlLeaks leaks;
    tl_runtime_free(run->rt, &leaks);
    free(run);
    return (int)leaks.bytes;
}

int tlw_add_source(TlwRun *run, const char *path, const char *text, size_t len)
{
    return tl_add_source(run->rt, path, text, len);
}

int tlw_set_argv(TlwRun *run, const char *text, int count)
{
    const char **argv = calloc((size_t)count + 1, sizeof *argv);
    if (argv == NULL) {
        return 0;
    }
    for (int i = 0; i < count; i++) {
        argv[i] = text;
        text += strlen(text) + 1;
    }
    bool ok = tl_set_argv(run->rt, count, argv);
    free(argv);
    return ok;
}

int tlw_start(TlwRun *run, const char *entry, int module)
{
    return module ? tl_start_module(run->rt, entry)
                  : tl_start_file(run->rt, entry);
}

int tlw_run(TlwRun *run, double budget)
{
    TlRun result = tl_run(run->rt, (uint64_t)budget);
    run->deadline = result.deadline;
    return result.status;
}

double tlw_deadline(const TlwRun *run)
{
    return run->deadline;
}

void tlw_interrupt(TlwRun *run)
{
    tl_interrupt(run->rt);
}

int tlw_exit_code(const TlwRun *run)
{
    return tl_exit_code(run->rt);
}

double tlw_time(const TlwRun *run)
{
    return tl_time(run->rt);
}

double tlw_steps(const TlwRun *run)
{
    return (double)tl_steps(run->rt);
}

const char *tlw_error_message(const TlwRun *run)
{
    return tl_error_message(run->rt);
}

// ---- the trace

int tlw_trace_take(TlwRun *run)
{
    return (int)tl_trace_take(run->rt, &run->records);
}

const void *tlw_trace_records(const TlwRun *run)
{
    return run->records;
}

void tlw_trace_release(TlwRun *run)
{
    tl_trace_release(run->rt);
}

const char *tlw_trace_string(TlwRun *run, int id)
{
    return tl_trace_string(run->rt, (uint32_t)id, &run->text_len);
}

int tlw_text_len(const TlwRun *run)
{
    return (int)run->text_len;
}

void tlw_trace_text(TlwRun *run, int last)
{
    tl_trace_write(run->rt, TL_TRACE_JSONL, last, trace_sink, NULL);
}

double tlw_trace_dropped(const TlwRun *run)
{
    return (double)tl_trace_dropped(run->rt);
}
