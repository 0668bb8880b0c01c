// cli.h — the command line's options and its dealings with the system.
// SPDX-License-Identifier: MIT
#ifndef TL_CLI_CLI_H
#define TL_CLI_CLI_H

#include <stdio.h>

#include "twinloop.h"

typedef enum TlCommand {
    TL_CLI_RUN,
    TL_CLI_CHECK,
    TL_CLI_DUMP,
    TL_CLI_HELP,
    TL_CLI_VERSION
} TlCommand;

// All text is borrowed from argv.
typedef struct TlOptions {
    TlCommand command;
    TlConfig config;
    const char *entry;        // file, or module name
    bool module;              // -m
    const char *folder;       // -C, or NULL
    const char *trace_file;   // or NULL
    TlTraceFormat trace_format;
    const char *dump;         // what to dump
    int argc;                 // the program's own arguments, entry first
    const char *const *argv;
    uint64_t slice;           // --slice: steps a turn, for tests; 0 = default
    int64_t fail_alloc;       // --fail-alloc: for tests; -1 = off
    bool fail_forever;        // --fail-alloc=N+: all after it fail too
} TlOptions;

// options.c. False: the mistake has been told on stderr.
bool tl_cli_parse(int argc, char **argv, TlOptions *options);
void tl_cli_help(FILE *out);

// system.c
// The whole file, to be freed by the caller; NULL = it cannot be read.
char *tl_cli_read_file(const char *path, size_t *len);
// ": [Errno 2] No such file or directory", or "" when it can be read.
const char *tl_cli_file_error(const char *path);
double tl_cli_monotonic(void *user);
double tl_cli_wall_time(void *user);
// Sleeps until tl_cli_monotonic() reaches [deadline]; a signal ends it early.
void tl_cli_sleep_until(double deadline);

#endif
