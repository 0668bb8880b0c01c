// mod_time.c — time: the run's clock, and sleep() that blocks the thread.
// SPDX-License-Identifier: MIT
//
// sleep() never holds the host: it is a sendable that is SUSPENDED until its
// deadline, and with it whatever the thread was running, the loop included.
#include <math.h>
#include <string.h>

#include "lib/calendar.h"
#include "lib/modules.h"
#include "lib/struct_time.h"
#include "loop/task.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/number.h"
#include "object/str.h"
#include "vm/vm.h"

// ---- sleep

typedef struct TlSleeper {
    TlObject ob;
    double start, until;
    bool started;
} TlSleeper;

static void trace_blocked(TlRuntime *rt, TlSleeper *sleeper)
{
    TlLoop *loop = rt->loops->running;
    TlTask *task = loop == NULL ? NULL : loop->current_task;
    TlEvent event = {.kind = TL_EV_BLOCKED_BEGIN,
                     .id = rt->trace.thread,
                     .f = {tl_trace_cstr(&rt->trace, "time.sleep"),
                           task == NULL ? 0 : task->future.id},
                     .number = sleeper->until,
                     .cause = TL_NO_CAUSE};
    tl_trace_emit(&rt->trace, &event);
}

static void trace_unblocked(TlRuntime *rt, TlSleeper *sleeper)
{
    TlEvent event = {.kind = TL_EV_BLOCKED_END,
                     .id = rt->trace.thread,
                     .number = rt->now - sleeper->start,
                     .cause = TL_NO_CAUSE};
    tl_trace_emit(&rt->trace, &event);
}

static TlSendStatus sleeper_send(TlRuntime *rt, TlRef self, TlRef value,
                                 TlValue *result)
{
    (void)value;
    TlSleeper *sleeper = (TlSleeper *)tl_as_obj(self);
    if (!sleeper->started) {
        sleeper->started = true;
        sleeper->start = tl_now(rt);
        trace_blocked(rt, sleeper);
    }
    if (rt->interrupt && tl_tick_slow(rt) != TL_OK) {
        trace_unblocked(rt, sleeper);
        return TL_SEND_ERROR;
    }
    if (rt->now < sleeper->until) {
        rt->wait = (TlWait){.waiting = true, .deadline = sleeper->until};
        return TL_SEND_SUSPENDED;
    }
    trace_unblocked(rt, sleeper);
    *result = TL_NONE;
    return TL_SEND_RETURN;
}

static const TlSlots sleeper_slots = {.send = sleeper_send};

static const TlTypeSpec sleeper_spec = {
    .name = "_Sleeper",
    .size = sizeof(TlSleeper),
    .flags = TL_TYPE_ABSTRACT,
    .slots = &sleeper_slots,
};

static TlValue time_sleep(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    double seconds;
    if (tl_is_float(args[0])) {
        seconds = tl_float_value(args[0]);
    } else {
        TlValue whole = tl_index(rt, args[0]);
        if (!tl_has_value(whole) ||
            tl_int_to_double(rt, whole, &seconds) != TL_OK) {
            tl_decref(rt, whole);
            return TL_NO_VALUE;
        }
        tl_decref(rt, whole);
    }
    if (isnan(seconds)) {
        return tl_raise(rt, rt->exc.ValueError,
                        "Invalid value NaN (not a number)");
    }
    if (seconds < 0) {
        return tl_raise(rt, rt->exc.ValueError,
                        "sleep length must be non-negative");
    }
    TlSleeper *sleeper = tl_object_new(rt, rt->lib->sleeper);
    if (sleeper == NULL) {
        return TL_NO_VALUE;
    }
    sleeper->until = tl_now(rt) + seconds;
    return rt->hooks.suspend_on(rt, tl_from_obj(sleeper));
}

// ---- clocks

static TlValue time_monotonic(TlRuntime *rt, TlRef self, const TlRef *args,
                              int nargs, TlTuple *kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return tl_from_double(tl_now(rt));
}

static TlValue time_monotonic_ns(TlRuntime *rt, TlRef self, const TlRef *args,
                                 int nargs, TlTuple *kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return tl_int_from_double(rt, nearbyint(tl_now(rt) * 1e9));
}

static TlValue time_time(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return tl_from_double(rt->wall_start + tl_now(rt));
}

static TlValue time_time_ns(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    TlValue start = tl_int_from_double(rt, nearbyint(rt->wall_start * 1e9));
    TlValue passed = tl_int_from_double(rt, nearbyint(tl_now(rt) * 1e9));
    TlValue sum = TL_NO_VALUE;
    if (tl_has_value(start) && tl_has_value(passed)) {
        sum = tl_int_binary(rt, start, passed, TL_BIN_ADD);
    }
    tl_decref(rt, start);
    tl_decref(rt, passed);
    return sum;
}

// Running code takes no time on the virtual clock.
static TlValue time_process(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return tl_from_double(rt->clock_virtual ? 0.0 : tl_now(rt));
}

// ---- calendar texts

// The moment given, or now. The only zone is UTC.
static TlStatus moment(TlRuntime *rt, TlRef arg, TlCivil *civil)
{
    double seconds = rt->wall_start + tl_now(rt);
    if (!tl_is_none(arg) && tl_to_double(rt, arg, &seconds) != TL_OK) {
        return TL_RAISED;
    }
    if (!(fabs(seconds) < 6e10)) {
        tl_raise(rt, rt->exc.OverflowError,
                 "timestamp out of range for platform time_t");
        return TL_RAISED;
    }
    tl_civil_from_seconds((int64_t)floor(seconds), civil);
    return TL_OK;
}

static TlStatus moment_of_tuple(TlRuntime *rt, TlRef tuple, TlCivil *civil)
{
    return tl_is_none(tuple) ? moment(rt, TL_NONE, civil)
                             : tl_civil_from_tuple(rt, tuple, civil);
}

static TlValue time_ctime(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    TlCivil civil;
    char text[64];
    if (moment(rt, args[0], &civil) != TL_OK) {
        return TL_NO_VALUE;
    }
    tl_civil_ctime(&civil, text, sizeof text);
    return tl_str_from_cstr(rt, text);
}

static TlValue time_strftime(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    TlCivil civil;
    if (!tl_is_str(args[0])) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "strftime() argument 1 must be str, not %T",
                            args[0]);
    }
    return moment_of_tuple(rt, args[1], &civil) == TL_OK
               ? tl_civil_strftime(rt, &civil, tl_as_str(args[0]), 0)
               : TL_NO_VALUE;
}

static TlValue time_gmtime(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    TlCivil civil;
    return moment(rt, args[0], &civil) == TL_OK ? tl_struct_time(rt, &civil)
                                                : TL_NO_VALUE;
}

static TlValue time_asctime(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    TlCivil civil;
    char text[64];
    if (moment_of_tuple(rt, args[0], &civil) != TL_OK) {
        return TL_NO_VALUE;
    }
    tl_civil_ctime(&civil, text, sizeof text);
    return tl_str_from_cstr(rt, text);
}

static TlValue time_mktime(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    TlCivil civil;
    if (tl_civil_from_tuple(rt, args[0], &civil) != TL_OK) {
        return TL_NO_VALUE;
    }
    return tl_from_double((double)tl_civil_to_seconds(&civil));
}

// Written in our own Python.
static TlValue time_strptime(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    TlValue parse = tl_import_attr(rt, "_strptime", "parse_struct_time");
    TlValue result =
        tl_has_value(parse)
            ? tl_vm_tail_call(rt, parse, args, nargs, kwnames)
            : TL_NO_VALUE;
    tl_decref(rt, parse);
    return result;
}

static const TlNativeDef functions[] = {
    {"sleep", time_sleep, TL_FN_ONE, "(seconds, /)",
     "Delay execution for a given number of seconds: the thread is blocked."},
    {"time", time_time, TL_FN_NOARGS, "()",
     "Seconds since the Epoch as a float."},
    {"time_ns", time_time_ns, TL_FN_NOARGS, "()", NULL},
    {"monotonic", time_monotonic, TL_FN_NOARGS, "()",
     "Seconds on the run's clock, which starts at 0."},
    {"monotonic_ns", time_monotonic_ns, TL_FN_NOARGS, "()", NULL},
    {"perf_counter", time_monotonic, TL_FN_NOARGS, "()", NULL},
    {"perf_counter_ns", time_monotonic_ns, TL_FN_NOARGS, "()", NULL},
    {"process_time", time_process, TL_FN_NOARGS, "()", NULL},
    {"thread_time", time_process, TL_FN_NOARGS, "()", NULL},
    {"ctime", time_ctime, TL_FN_SIG, "(seconds=None, /)", NULL},
    {"asctime", time_asctime, TL_FN_SIG, "(t=None, /)", NULL},
    {"mktime", time_mktime, TL_FN_ONE, "(t, /)", NULL},
    {"strptime", time_strptime, TL_FN_RAW_KW, "(text, format=?, /)", NULL},
    {"strftime", time_strftime, TL_FN_SIG, "(format, t=None, /)", NULL},
    {"gmtime", time_gmtime, TL_FN_SIG, "(seconds=None, /)", NULL},
    {"localtime", time_gmtime, TL_FN_SIG, "(seconds=None, /)", NULL},
    {0},
};

TlStatus tl_init_time(TlRuntime *rt, TlModule *module)
{
    rt->lib->sleeper =
        tl_type_from_spec(rt, &sleeper_spec, rt->types.object);
    rt->lib->struct_time =
        tl_type_from_spec(rt, &tl_struct_time_spec, rt->types.tuple);
    if (rt->lib->sleeper == NULL || rt->lib->struct_time == NULL ||
        tl_dict_set_cstr(rt, module->dict, "struct_time",
                         tl_from_obj(rt->lib->struct_time)) != TL_OK ||
        tl_dict_set_cstr(rt, module->dict, "timezone", tl_small_int(0)) !=
            TL_OK ||
        tl_dict_set_cstr(rt, module->dict, "altzone", tl_small_int(0)) !=
            TL_OK ||
        tl_dict_set_cstr(rt, module->dict, "daylight", tl_small_int(0)) !=
            TL_OK) {
        return TL_RAISED;
    }
    return tl_module_add_functions(rt, tl_from_obj(module), functions);
}
