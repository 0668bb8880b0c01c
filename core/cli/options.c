// options.c — reads the command line.
// SPDX-License-Identifier: MIT
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"

static const char usage[] =
    "usage: twinloop run [options] (FILE | -m MODULE) [ARGS...]\n"
    "       twinloop check FILE\n"
    "       twinloop --dump=tokens|ast|scopes|bytecode FILE\n"
    "       twinloop --version | --help\n";

void tl_cli_help(FILE *out)
{
    fputs(usage, out);
    fputs("\nRuns an asynchronous Python program and records what its event "
          "loop did.\n\n"
          "  --clock=virtual|real      jump to the next deadline, or wait for "
          "it (virtual)\n"
          "  --seed=N                  random.seed(N) before the start (0)\n"
          "  --until=SECONDS           interrupt the program at that time of "
          "its clock\n"
          "  --max-steps=N             interrupt it after N steps\n"
          "  --max-memory=BYTES        MemoryError beyond that\n"
          "  --max-output=BYTES        interrupt it after so much output\n"
          "  --trace=FILE              write what happened\n"
          "  --trace-format=jsonl|chrome   JSON Lines, or for Perfetto "
          "(jsonl)\n"
          "  --trace-level=sched|lines what the loop did, or every line too "
          "(sched)\n"
          "  -C DIR                    enter DIR first\n"
          "  -m MODULE                 run a module of the folder as the "
          "program\n\n"
          "Exit code: 0 fine, 1 uncaught exception, 2 wrong usage or "
          "unreadable file,\n130 interrupted, else what the program gave to "
          "sys.exit().\n",
          out);
}

static bool complain(const char *what, const char *which)
{
    fprintf(stderr, "twinloop: %s: %s\n%s", what, which, usage);
    return false;
}

static bool read_unsigned(const char *text, uint64_t *out)
{
    char *end;
    errno = 0;
    *out = strtoull(text, &end, 10);
    return *text >= '0' && *text <= '9' && *end == '\0' && errno == 0;
}

static bool read_signed(const char *text, int64_t *out)
{
    char *end;
    errno = 0;
    *out = strtoll(text, &end, 10);
    return *text != '\0' && *end == '\0' && errno == 0;
}

static bool read_seconds(const char *text, double *out)
{
    char *end;
    *out = strtod(text, &end);
    return *text != '\0' && *end == '\0' && *out >= 0;
}

static bool read_size(const char *text, size_t *out)
{
    uint64_t value;
    bool ok = read_unsigned(text, &value);
    *out = (size_t)value;
    return ok;
}

// One of two words: sets *out to 0 or 1.
static bool read_choice(const char *text, const char *zero, const char *one,
                        int *out)
{
    *out = strcmp(text, one) == 0;
    return *out || strcmp(text, zero) == 0;
}

// --fail-alloc=N refuses the N-th allocation, N+ all from then on.
static bool read_failure(const char *text, TlOptions *o)
{
    char *end;
    o->fail_alloc = strtoll(text, &end, 10);
    o->fail_forever = *end == '+';
    return end != text && (*end == '\0' || strcmp(end, "+") == 0);
}

static bool set_value(TlOptions *o, const char *name, size_t len,
                      const char *value)
{
    int choice;
    bool ok = false;
#define IS(text) (len == sizeof text - 1 && memcmp(name, text, len) == 0)
    if (IS("--clock")) {
        ok = read_choice(value, "virtual", "real", &choice);
        o->config.clock = choice ? TL_CLOCK_REAL : TL_CLOCK_VIRTUAL;
    } else if (IS("--seed")) {
        ok = read_signed(value, &o->config.seed);
    } else if (IS("--until")) {
        ok = read_seconds(value, &o->config.until);
    } else if (IS("--max-steps")) {
        ok = read_unsigned(value, &o->config.max_steps);
    } else if (IS("--max-memory")) {
        ok = read_size(value, &o->config.max_memory);
    } else if (IS("--max-output")) {
        ok = read_unsigned(value, &o->config.max_output);
    } else if (IS("--trace")) {
        o->trace_file = value;
        ok = *value != '\0';
    } else if (IS("--trace-format")) {
        ok = read_choice(value, "jsonl", "chrome", &choice);
        o->trace_format = choice ? TL_TRACE_CHROME : TL_TRACE_JSONL;
    } else if (IS("--trace-level")) {
        ok = read_choice(value, "sched", "lines", &choice);
        o->config.trace_level = choice ? 2 : 1;
    } else if (IS("--slice")) {
        ok = read_unsigned(value, &o->slice);
    } else if (IS("--fail-alloc")) {
        ok = read_failure(value, o);
    }
#undef IS
    return ok;
}

// Reads one option at argv[*i]; advances past its value.
static bool read_option(TlOptions *o, int argc, char **argv, int *i)
{
    const char *arg = argv[*i];
    if (strcmp(arg, "-C") == 0 || strcmp(arg, "-m") == 0) {
        if (*i + 1 >= argc) {
            return complain("value missing", arg);
        }
        const char *value = argv[++*i];
        if (arg[1] == 'C') {
            o->folder = value;
        } else {
            o->module = true;
            o->entry = value;
        }
        return true;
    }
    const char *equals = strchr(arg, '=');
    if (equals == NULL ||
        !set_value(o, arg, (size_t)(equals - arg), equals + 1)) {
        return complain("unknown option or value", arg);
    }
    return true;
}

static bool parse_run(int argc, char **argv, int i, TlOptions *o)
{
    for (; i < argc && argv[i][0] == '-' && !o->module; i++) {
        if (!read_option(o, argc, argv, &i)) {
            return false;
        }
    }
    if (!o->module && i >= argc) {
        return complain("nothing to run", "give a FILE or -m MODULE");
    }
    if (o->module) {
        i--;  // the module's name stands where argv[0] goes
    } else {
        o->entry = argv[i];
    }
    o->argc = argc - i;
    o->argv = (const char *const *)argv + i;
    if (o->trace_file != NULL && o->config.trace_level == 0) {
        o->config.trace_level = 1;
    }
    return true;
}

bool tl_cli_parse(int argc, char **argv, TlOptions *o)
{
    *o = (TlOptions){.fail_alloc = -1};
    tl_config_init(&o->config);
    if (argc < 2) {
        return complain("nothing to do", "give a command");
    }
    const char *word = argv[1];
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) {
        o->command = TL_CLI_HELP;
        return true;
    }
    if (strcmp(word, "--version") == 0) {
        o->command = TL_CLI_VERSION;
        return true;
    }
    if (strcmp(word, "run") == 0) {
        return parse_run(argc, argv, 2, o);
    }
    bool dump = strncmp(word, "--dump=", 7) == 0;
    if (!dump && strcmp(word, "check") != 0) {
        return complain("unknown command", word);
    }
    if (argc != 3) {
        return complain("one FILE is needed", word);
    }
    o->command = dump ? TL_CLI_DUMP : TL_CLI_CHECK;
    o->dump = dump ? word + 7 : NULL;
    o->entry = argv[2];
    return true;
}
