// main.c — the command line: a native host for the core.
// SPDX-License-Identifier: MIT
//
// Knows the public header only. Waits with the real clock, lets the core jump
// with the virtual one, writes the trace, turns Ctrl-C into an interrupt.
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"

enum { EXIT_USAGE = 2, STEPS_PER_TURN = 200000 };

static volatile sig_atomic_t interrupts;

static void on_sigint(int signal_number)
{
    // A second Ctrl-C that nobody looked at ends the process.
    if (++interrupts > 1) {
        signal(signal_number, SIG_DFL);
        raise(signal_number);
    }
}

// ---- host callbacks

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
    if (stream == 2) {
        fflush(stdout);
    }
    fwrite(text, 1, len, stream == 2 ? stderr : stdout);
}

static const char *host_source(void *user, const char *path, size_t *len)
{
    (void)user;
    return tl_cli_read_file(path, len);
}

static void host_source_done(void *user, const char *text, size_t len)
{
    (void)user, (void)len;
    free((void *)text);
}

static const TlHost host = {.realloc = host_realloc,
                            .write = host_write,
                            .now = tl_cli_monotonic,
                            .wall_time = tl_cli_wall_time,
                            .source = host_source,
                            .source_done = host_source_done};

// ---- the trace file

static void sink_to_file(void *user, const char *text, size_t len)
{
    fwrite(text, 1, len, user);
}

static FILE *open_trace(const TlOptions *options)
{
    FILE *file = fopen(options->trace_file, "wb");
    if (file == NULL) {
        fprintf(stderr, "twinloop: can't write trace '%s': %s\n",
                options->trace_file, strerror(errno));
    }
    return file;
}

static int close_trace(TlRuntime *rt, const TlOptions *options, FILE *file)
{
    tl_trace_write(rt, options->trace_format, true, sink_to_file, file);
    if (tl_trace_dropped(rt) > 0) {
        fprintf(stderr, "twinloop: the trace is full: %llu events not kept\n",
                (unsigned long long)tl_trace_dropped(rt));
    }
    bool failed = ferror(file) != 0;
    if (fclose(file) != 0 || failed) {
        fprintf(stderr, "twinloop: can't write trace '%s': %s\n",
                options->trace_file, strerror(errno));
        return EXIT_USAGE;
    }
    return 0;
}

// ---- commands

static bool start(TlRuntime *rt, const TlOptions *options)
{
    bool ok = tl_set_argv(rt, options->argc, options->argv);
    if (ok) {
        ok = options->module ? tl_start_module(rt, options->entry)
                             : tl_start_file(rt, options->entry);
    }
    if (!ok) {
        const char *reason =
            options->module ? "" : tl_cli_file_error(options->entry);
        fprintf(stderr, "twinloop: %s%s\n", tl_error_message(rt), reason);
    }
    return ok;
}

static void drive(TlRuntime *rt, const TlOptions *options, FILE *trace)
{
    uint64_t budget = options->slice > 0 ? options->slice : STEPS_PER_TURN;
    for (;;) {
        TlRun run = tl_run(rt, budget);
        if (trace != NULL) {
            tl_trace_write(rt, options->trace_format, false, sink_to_file,
                           trace);
        }
        if (run.status >= TL_RUN_DONE) {
            return;
        }
        if (run.status == TL_RUN_WAIT) {
            fflush(stdout);
            tl_cli_sleep_until(run.deadline);
        }
        if (interrupts > 0) {
            interrupts = 0;
            tl_interrupt(rt);
        }
    }
}

static void report_leaks(const TlLeaks *leaks)
{
#ifndef NDEBUG
    if (leaks->objects > 0 || leaks->bytes > 0) {
        fprintf(stderr, "twinloop: leaked %s\n", leaks->report);
    }
#else
    (void)leaks;
#endif
}

static int run_program(TlRuntime *rt, const TlOptions *options)
{
    FILE *trace = NULL;
    if (options->trace_file != NULL &&
        (trace = open_trace(options)) == NULL) {
        return EXIT_USAGE;
    }
    int code = EXIT_USAGE;
    if (options->fail_alloc >= 0) {
        tl_fail_alloc(rt, options->fail_alloc, options->fail_forever);
    }
    if (start(rt, options)) {
        drive(rt, options, trace);
        code = tl_exit_code(rt);
    }
    fflush(stdout);
    if (trace != NULL) {
        int failed = close_trace(rt, options, trace);
        code = failed != 0 ? failed : code;
    }
    return code;
}

static int check_file(TlRuntime *rt, const TlOptions *options)
{
    const char *reason = tl_cli_file_error(options->entry);
    if (reason[0] != '\0') {
        fprintf(stderr, "twinloop: can't open file '%s'%s\n", options->entry,
                reason);
        return EXIT_USAGE;
    }
    return tl_check(rt, options->entry, sink_to_file, stderr) ? 0 : 1;
}

static int dump_file(TlRuntime *rt, const TlOptions *options)
{
    return tl_dump(rt, options->dump, options->entry, sink_to_file, stdout)
               ? 0
               : EXIT_USAGE;
}

static int run_command(const TlOptions *options)
{
    TlRuntime *rt = tl_runtime_new(&host, &options->config);
    if (rt == NULL) {
        fprintf(stderr, "twinloop: not enough memory to start\n");
        return EXIT_USAGE;
    }
    int code = options->command == TL_CLI_CHECK  ? check_file(rt, options)
               : options->command == TL_CLI_DUMP ? dump_file(rt, options)
                                                 : run_program(rt, options);
    TlLeaks leaks;
    tl_runtime_free(rt, &leaks);
    report_leaks(&leaks);
    return code;
}

int main(int argc, char **argv)
{
    TlOptions options;
    if (!tl_cli_parse(argc, argv, &options)) {
        return EXIT_USAGE;
    }
    if (options.command == TL_CLI_HELP) {
        tl_cli_help(stdout);
        return 0;
    }
    if (options.command == TL_CLI_VERSION) {
        printf("twinloop %s\n", tl_version());
        return 0;
    }
    if (options.folder != NULL && chdir(options.folder) != 0) {
        fprintf(stderr, "twinloop: can't enter folder '%s': %s\n",
                options.folder, strerror(errno));
        return EXIT_USAGE;
    }
    signal(SIGINT, on_sigint);
    return run_command(&options);
}
