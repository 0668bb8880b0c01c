// runtime.c — implements twinloop.h: a runtime from its creation to its end.
// SPDX-License-Identifier: MIT
//
// Owns the host's callbacks, the source files and the clock. The clock moves
// here and nowhere else: tl_run() reads the host's before it lets the program
// go on, and with the virtual clock it jumps to the deadline the program waits
// for. Trace access is in trace_api.c, checking and dumping in tools.c.
#include "api/api.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/check.h"
#include "lib/find.h"
#include "loop/loops.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/str.h"
#include "vm/vm.h"

#define VERSION "0.1.0"

static const double wall_start = 1767225600.0;  // 2026-01-01T00:00:00Z

enum { DEFAULT_TRACE_CAPACITY = 1000000, RECURSION_LIMIT = 1000 };

const char *tl_version(void)
{
    return VERSION;
}

void tl_config_init(TlConfig *config)
{
    *config = (TlConfig){.clock = TL_CLOCK_VIRTUAL, .until = -1};
}

// ---- host callbacks seen from inside

static void api_write(TlRuntime *rt, int stream, const char *text, size_t len)
{
    rt->api->host.write(rt->api->host.user, stream, text, len);
}

static const char *api_find_source(TlRuntime *rt, const char *path, size_t *len)
{
    TlApi *api = rt->api;
    for (TlSource *s = api->sources; s != NULL; s = s->next) {
        if (strcmp(s->path, path) == 0) {
            *len = s->len;
            return s->text;
        }
    }
    return api->host.source == NULL
               ? NULL
               : api->host.source(api->host.user, path, len);
}

static bool is_added_source(const TlApi *api, const char *text)
{
    for (TlSource *s = api->sources; s != NULL; s = s->next) {
        if (s->text == text) {
            return true;
        }
    }
    return false;
}

static void api_source_done(TlRuntime *rt, const char *text, size_t len)
{
    TlApi *api = rt->api;
    if (api->host.source_done != NULL && !is_added_source(api, text)) {
        api->host.source_done(api->host.user, text, len);
    }
}

static void api_where(void *user, uint32_t *file, uint32_t *line)
{
    TlRuntime *rt = user;
    if (rt->hooks.where != NULL) {
        rt->hooks.where(rt, file, line);
    }
}

// ---- creation

static void set_limits(TlRuntime *rt, const TlConfig *config)
{
    tl_alloc_set_budget(&rt->alloc, config->max_memory);
    rt->max_steps = config->max_steps;
    rt->lib->max_output = config->max_output;
    rt->lib->seed = config->seed;
    rt->clock_virtual = config->clock == TL_CLOCK_VIRTUAL;
    rt->depth_limit = RECURSION_LIMIT;
}

static bool make_parts(TlRuntime *rt)
{
    rt->api = tl_alloc_zero(&rt->alloc, sizeof *rt->api);
    rt->lib = tl_alloc_zero(&rt->alloc, sizeof *rt->lib);
    if (rt->api == NULL || rt->lib == NULL) {
        return false;
    }
    tl_buf_init(&rt->lib->source_line, &rt->alloc);
    tl_buf_init(&rt->api->message, &rt->alloc);
    rt->lib->write = api_write;
    rt->lib->find_source = api_find_source;
    rt->lib->source_done = api_source_done;
    return true;
}

static bool make_layers(TlRuntime *rt)
{
    return tl_object_layer_init(rt) == TL_OK && tl_lang_init(rt) == TL_OK &&
           tl_vm_init(rt) == TL_OK && tl_loops_init(rt) == TL_OK &&
           tl_lib_init(rt) == TL_OK;
}

static void api_read_clock(TlRuntime *rt)
{
    TlApi *api = rt->api;
    double now = api->host.now(api->host.user) - api->host_start;
    if (now > rt->now) {
        rt->now = now;
        rt->trace.now = now;
    }
}

// The position on the clock of the start, for a host that keeps one.
static void start_clock(TlRuntime *rt, const TlHost *host)
{
    TlApi *api = rt->api;
    api->host_start = rt->clock_virtual ? 0 : host->now(host->user);
    rt->wall_start =
        rt->clock_virtual ? wall_start : host->wall_time(host->user);
    rt->now = 0;
    rt->read_clock = rt->clock_virtual ? NULL : api_read_clock;
}

TlRuntime *tl_runtime_new(const TlHost *host, const TlConfig *config)
{
    TlRuntime *rt = host->realloc(host->user, NULL, 0, sizeof *rt);
    if (rt == NULL) {
        return NULL;
    }
    memset(rt, 0, sizeof *rt);
    rt->context = TL_NO_VALUE;
    tl_alloc_init(&rt->alloc, host->realloc, host->user);
    size_t capacity = config->trace_capacity != 0 ? config->trace_capacity
                                                  : DEFAULT_TRACE_CAPACITY;
    if (!tl_trace_init(&rt->trace, &rt->alloc,
                       (TlTraceLevel)config->trace_level, capacity) ||
        !make_parts(rt)) {
        tl_runtime_free(rt, NULL);
        return NULL;
    }
    rt->api->host = *host;
    rt->api->config = *config;
    rt->trace.where = api_where;
    rt->trace.where_user = rt;
    set_limits(rt, config);
    start_clock(rt, host);
    if (!make_layers(rt)) {
        tl_runtime_free(rt, NULL);
        return NULL;
    }
    return rt;
}

// ---- end

static void free_sources(TlRuntime *rt)
{
    TlSource *next;
    for (TlSource *s = rt->api->sources; s != NULL; s = next) {
        next = s->next;
        tl_free(&rt->alloc, s->path, strlen(s->path) + 1);
        tl_free(&rt->alloc, s->text, s->len + 1);
        tl_free(&rt->alloc, s, sizeof *s);
    }
}

static void free_parts(TlRuntime *rt)
{
    if (rt->lib != NULL) {
        tl_buf_deinit(&rt->lib->source_line);
        tl_free(&rt->alloc, rt->lib, sizeof *rt->lib);
    }
    if (rt->api != NULL) {
        free_sources(rt);
        tl_buf_deinit(&rt->api->message);
        tl_free(&rt->alloc, rt->api, sizeof *rt->api);
    }
}

static void free_layers(TlRuntime *rt)
{
    if (rt->vm != NULL) {
        tl_thread_abandon(rt);
    }
    if (rt->lib != NULL) {
        tl_lib_deinit(rt);
    }
    tl_loops_deinit(rt);
    tl_vm_deinit(rt);
    tl_lang_deinit(rt);
    tl_object_layer_deinit(rt);
}

void tl_runtime_free(TlRuntime *rt, TlLeaks *leaks)
{
    if (rt == NULL) {
        return;
    }
    TlAlloc alloc;
    tl_alloc_set_failure(&rt->alloc, -1, false);
    tl_alloc_set_budget(&rt->alloc, 0);
    rt->trace.level = TL_TRACE_OFF;
    free_layers(rt);
    TlLeaks found = {.objects = rt->live_objects};
    free_parts(rt);
    tl_trace_deinit(&rt->trace);
    found.bytes = rt->alloc.live_bytes;
    snprintf(found.report, sizeof found.report, "%zu objects, %zu bytes",
             found.objects, found.bytes);
    if (leaks != NULL) {
        *leaks = found;
    }
    tl_alloc_deinit(&rt->alloc);
    alloc = rt->alloc;
    alloc.fn(alloc.user, rt, sizeof *rt, 0);
}

// ---- sources and starting

static char *copy_text(TlRuntime *rt, const char *text, size_t len)
{
    char *copy = tl_alloc(&rt->alloc, len + 1);
    if (copy != NULL) {
        memcpy(copy, text, len);
        copy[len] = '\0';
    }
    return copy;
}

bool tl_add_source(TlRuntime *rt, const char *path, const char *text,
                   size_t len)
{
    TlSource *source = tl_alloc_zero(&rt->alloc, sizeof *source);
    if (source == NULL) {
        return false;
    }
    source->path = copy_text(rt, path, strlen(path));
    source->text = copy_text(rt, text, len);
    source->len = len;
    source->next = rt->api->sources;
    if (source->path == NULL || source->text == NULL) {
        tl_free(&rt->alloc, source->path, strlen(path) + 1);
        tl_free(&rt->alloc, source->text, len + 1);
        tl_free(&rt->alloc, source, sizeof *source);
        return false;
    }
    rt->api->sources = source;
    return true;
}

bool tl_set_argv(TlRuntime *rt, int argc, const char *const *argv)
{
    TlTuple *tuple = tl_tuple_new(rt, argc);
    for (int i = 0; tuple != NULL && i < argc; i++) {
        tuple->items[i] = tl_str_from_cstr(rt, argv[i]);
        if (!tl_has_value(tuple->items[i])) {
            TL_CLEAR_PTR(rt, tuple);
        }
    }
    if (tuple == NULL) {
        tl_clear_error(rt);
        return false;
    }
    tl_release(rt, rt->lib->argv);
    rt->lib->argv = tuple;
    return tl_lib_publish_argv(rt) == TL_OK;
}

static void trace_start(TlRuntime *rt, const char *entry)
{
    TlTrace *trace = &rt->trace;
    if (trace->cause != TL_NO_CAUSE) {
        return;
    }
    TlEvent event = {
        .kind = TL_EV_PROGRAM_START,
        .f = {tl_trace_cstr(trace, entry),
              tl_trace_cstr(trace, rt->clock_virtual ? "virtual" : "real"),
              (uint32_t)rt->lib->seed, TL_TRACE_VERSION},
        .cause = TL_NO_CAUSE,
        .has_position = true};
    trace->cause = tl_trace_emit(trace, &event);
}

// A start that cannot be: the trace says so too.
static bool refuse(TlRuntime *rt, const char *format, const char *what)
{
    trace_start(rt, what);
    tl_trace_emit2(&rt->trace, TL_EV_PROGRAM_END, 0,
                   tl_trace_cstr(&rt->trace, "refused"), 2);
    tl_buf_clear(&rt->api->message);
    tl_buf_append_fmt(&rt->api->message, format, what);
    tl_clear_error(rt);
    return false;
}

static TlStatus set_script_dir(TlRuntime *rt, const char *path)
{
    const char *slash = strrchr(path, '/');
    size_t len = slash == NULL ? 0 : (size_t)(slash - path);
    TlValue dir = tl_str_from_utf8(rt, path, len);
    if (!tl_has_value(dir)) {
        return TL_RAISED;
    }
    tl_release(rt, rt->lib->script_dir);
    rt->lib->script_dir = tl_as_str(dir);
    return TL_OK;
}

static bool start(TlRuntime *rt, const char *entry, bool module)
{
    if (rt->api->started) {
        return refuse(rt, "%s: this runtime has run already", entry);
    }
    trace_start(rt, entry);
    TlValue program = TL_NO_VALUE;
    if (set_script_dir(rt, module ? "" : entry) == TL_OK &&
        tl_lib_publish_argv(rt) == TL_OK) {
        program = tl_program_new(rt, entry, module);
    }
    if (!tl_has_value(program) || tl_thread_start(rt, program) != TL_OK) {
        tl_decref(rt, program);
        return refuse(rt, "%s: not enough memory to start", entry);
    }
    tl_decref(rt, program);
    rt->api->started = true;
    return true;
}

bool tl_start_file(TlRuntime *rt, const char *path)
{
    size_t len;
    const char *text = api_find_source(rt, path, &len);
    if (text == NULL) {
        return refuse(rt, "can't open file '%s'", path);
    }
    api_source_done(rt, text, len);
    return start(rt, path, false);
}

bool tl_start_module(TlRuntime *rt, const char *module)
{
    TlFound found;
    tl_found_init(rt, &found);
    bool exists = set_script_dir(rt, "") == TL_OK &&
                  tl_find_module(rt, module, NULL, &found);
    tl_found_deinit(rt, &found);
    if (!exists) {
        return refuse(rt, "No module named %s", module);
    }
    return start(rt, module, true);
}

// ---- running

static bool reached_until(const TlRuntime *rt, double time)
{
    double until = rt->api->config.until;
    return until >= 0 && !rt->api->until_done && time > until;
}

static void interrupt_at(TlRuntime *rt, double time)
{
    if (rt->now < time) {
        rt->now = time;
        rt->trace.now = time;
    }
    rt->api->until_done = true;
    tl_interrupt(rt);
}

// The program waits. True: the clock (or an interrupt) lets it go on at once.
static bool pass_time(TlRuntime *rt, TlRun *run)
{
    double deadline = rt->wait.deadline;
    TlApi *api = rt->api;
    if (rt->clock_virtual) {
        if (reached_until(rt, deadline)) {
            interrupt_at(rt, api->config.until);
        } else if (!isfinite(deadline)) {
            // Nothing can ever happen: as if somebody pressed Ctrl-C.
            tl_interrupt(rt);
        } else if (deadline > rt->now) {
            rt->now = deadline;
            rt->trace.now = deadline;
        }
        return true;
    }
    if (reached_until(rt, rt->now)) {
        interrupt_at(rt, rt->now);
        return true;
    }
    if (reached_until(rt, deadline)) {
        deadline = api->config.until;
    }
    if (deadline <= rt->now) {
        return true;
    }
    run->status = TL_RUN_WAIT;
    run->deadline = api->host_start + deadline;
    return false;
}

static const char *outcome_name(const TlRuntime *rt)
{
    if (rt->lib->interrupted) {
        return "interrupted";
    }
    return rt->lib->exit_code == 0 ? "done" : "error";
}

static void finish(TlRuntime *rt, TlSendStatus status, TlRun *run)
{
    rt->api->finished = true;
    // Reporting and taking apart run user code to its end.
    rt->nested++;
    if (status == TL_SEND_ERROR) {
        tl_lib_report_uncaught(rt);
    }
    tl_program_finish(rt);
    rt->nested--;
    tl_trace_emit2(&rt->trace, TL_EV_PROGRAM_END, 0,
                   tl_trace_cstr(&rt->trace, outcome_name(rt)),
                   (uint32_t)rt->lib->exit_code);
    run->status = rt->lib->exit_code == 0 ? TL_RUN_DONE : TL_RUN_FAILED;
}

TlRun tl_run(TlRuntime *rt, uint64_t budget)
{
    TlRun run = {.status = rt->lib->exit_code == 0 ? TL_RUN_DONE
                                                   : TL_RUN_FAILED};
    if (!rt->api->started || rt->api->finished) {
        return run;
    }
    tl_tick_grant(rt, budget > INT64_MAX / 4 ? INT64_MAX / 4 : (int64_t)budget);
    for (;;) {
        rt->trace.now = tl_now(rt);
        TlValue result = TL_NO_VALUE;
        rt->wait = (TlWait){0};
        TlSendStatus status = tl_thread_run(rt, &result);
        tl_decref(rt, result);
        if (status != TL_SEND_SUSPENDED) {
            finish(rt, status, &run);
            return run;
        }
        if (!rt->wait.waiting) {
            run.status = TL_RUN_MORE;
            return run;
        }
        if (!pass_time(rt, &run)) {
            return run;
        }
    }
}

void tl_interrupt(TlRuntime *rt)
{
    rt->interrupt = true;
    tl_tick_expire(rt);
}

int tl_exit_code(const TlRuntime *rt)
{
    return rt->lib->exit_code;
}

uint64_t tl_steps(const TlRuntime *rt)
{
    return tl_tick_steps(rt);
}

double tl_time(const TlRuntime *rt)
{
    return rt->now;
}

size_t tl_live_bytes(const TlRuntime *rt)
{
    return rt->alloc.live_bytes;
}

const char *tl_error_message(const TlRuntime *rt)
{
    return rt->api->message.len == 0 ? ""
                                     : tl_buf_cstr(&rt->api->message);
}

void tl_fail_alloc(TlRuntime *rt, int64_t n, bool forever)
{
    tl_alloc_set_failure(&rt->alloc, n, forever);
}
