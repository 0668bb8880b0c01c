// loop_fixture.h — a runtime with object and loop layer, and fake coroutines.
// SPDX-License-Identifier: MIT
//
// No language: a coroutine here is a FakeCoro, whose send slot follows a script
// of steps; a callback is a native function that writes a letter to a log.
#ifndef TL_TESTS_LOOP_FIXTURE_H
#define TL_TESTS_LOOP_FIXTURE_H

#include <string.h>

#include "loop/group.h"
#include "object_fixture.h"

// What a fake coroutine does at one send.
typedef enum StepKind {
    STEP_YIELD_NONE,    // a bare yield
    STEP_AWAIT,         // awaits `value`, a future
    STEP_YIELD,         // yields `value` as it is
    STEP_RETURN,        // finishes with `value`
    STEP_RAISE,         // raises ValueError("fake")
    STEP_SUSPEND        // SUSPENDED: goes on with the next step when resumed
} StepKind;

typedef struct Step {
    StepKind kind;
    TlRef value;  // borrowed; the test keeps it alive
} Step;

typedef struct FakeCoro {
    TlObject ob;
    char letter;        // logged at every step
    const Step *steps;
    int next;
    TlValue awaiting;   // future iterator, or TL_NO_VALUE
} FakeCoro;

typedef struct Fixture {
    TlRuntime *rt;
    TlLoop *loop;
    TlType *coro_type;
    char log[256];
} Fixture;

static Fixture fx;

static inline void log_letter(char letter)
{
    size_t len = strlen(fx.log);
    assert_true(len + 1 < sizeof fx.log);
    fx.log[len] = letter;
    fx.log[len + 1] = '\0';
}

// ---- fake coroutines

static inline TlSendStatus fake_step(TlRuntime *rt, FakeCoro *coro,
                                     TlValue *result)
{
    const Step *step = &coro->steps[coro->next++];
    *result = TL_NONE;
    switch (step->kind) {
    case STEP_YIELD_NONE: return TL_SEND_NEXT;
    case STEP_YIELD: *result = tl_incref(step->value); return TL_SEND_NEXT;
    case STEP_AWAIT:
        coro->awaiting =
            tl_future_iter_new(rt, (TlFuture *)tl_as_obj(step->value));
        return tl_send(rt, coro->awaiting, TL_NONE, result);
    case STEP_RETURN: *result = tl_incref(step->value); return TL_SEND_RETURN;
    case STEP_RAISE:
        tl_raise(rt, rt->exc.ValueError, "fake");
        return TL_SEND_ERROR;
    case STEP_SUSPEND: rt->wait.waiting = false; return TL_SEND_SUSPENDED;
    }
    return TL_SEND_ERROR;
}

static inline TlSendStatus fake_send(TlRuntime *rt, TlRef self, TlRef value,
                                     TlValue *result)
{
    FakeCoro *coro = (FakeCoro *)(void *)tl_as_obj(self);
    *result = TL_NO_VALUE;
    log_letter(coro->letter);
    if (tl_has_value(coro->awaiting) && tl_has_value(value)) {
        TlSendStatus status = tl_send(rt, coro->awaiting, value, result);
        if (status != TL_SEND_RETURN) {
            return status;
        }
        tl_decref(rt, *result);
        tl_clear(rt, &coro->awaiting);
    }
    return fake_step(rt, coro, result);
}

// throw(exc): a fake coroutine lets it through.
static inline TlValue fake_throw(TlRuntime *rt, TlRef self, const TlRef *args,
                                 int nargs, TlTuple *kwnames)
{
    FakeCoro *coro = (FakeCoro *)(void *)tl_as_obj(self);
    log_letter('!');
    tl_clear(rt, &coro->awaiting);
    return tl_raise_obj(rt, args[0]);
}

static inline void fake_free(TlRuntime *rt, TlObject *self)
{
    tl_clear(rt, &((FakeCoro *)(void *)self)->awaiting);
    tl_object_free(rt, self);
}

static const TlSlots fake_slots = {.send = fake_send, .free = fake_free};
static const TlNativeDef fake_methods[] = {
    {"throw", fake_throw, TL_FN_ONE, "(exc, /)", NULL},
    {NULL, NULL, 0, NULL, NULL},
};
static const TlTypeSpec fake_spec = {.name = "fake",
                                     .size = sizeof(FakeCoro),
                                     .flags = TL_TYPE_ABSTRACT,
                                     .slots = &fake_slots,
                                     .methods = fake_methods};

static inline TlValue fake_coro(char letter, const Step *steps)
{
    FakeCoro *coro = tl_object_new(fx.rt, fx.coro_type);
    assert_non_null(coro);
    coro->letter = letter;
    coro->steps = steps;
    coro->awaiting = TL_NO_VALUE;
    return tl_from_obj(coro);
}

// A task over the steps; counted.
static inline TlTask *fake_task(char letter, const Step *steps)
{
    TlValue coro = fake_coro(letter, steps);
    TlTask *task = tl_task_new(fx.rt, fx.loop, coro, NULL, TL_NO_VALUE);
    assert_non_null(task);
    tl_decref(fx.rt, coro);
    return task;
}

// ---- callbacks that log a letter

static inline TlValue letter_callback(TlRuntime *rt, TlRef self,
                                      const TlRef *args, int nargs,
                                      TlTuple *kwnames)
{
    log_letter((char)tl_as_small(self));
    return TL_NONE;
}

static inline TlValue stop_callback(TlRuntime *rt, TlRef self,
                                    const TlRef *args, int nargs,
                                    TlTuple *kwnames)
{
    tl_loop_stop(rt, fx.loop);
    return TL_NONE;
}

static const TlNativeDef letter_def = {"letter", letter_callback, TL_FN_RAW,
                                       "(*args)", NULL};
static const TlNativeDef stop_def = {"stop", stop_callback, TL_FN_RAW,
                                     "(*args)", NULL};

static inline TlValue letter(char c)
{
    TlValue callback =
        tl_native_new(fx.rt, &letter_def, tl_small_int(c), NULL);
    assert_true(tl_has_value(callback));
    return callback;
}

static inline void soon(char c)
{
    TlValue callback = letter(c);
    TlHandle *handle =
        tl_loop_call_soon(fx.rt, fx.loop, callback, NULL, TL_NO_VALUE);
    assert_non_null(handle);
    tl_release(fx.rt, handle);
    tl_decref(fx.rt, callback);
}

// The caller owns the handle.
static inline TlTimerHandle *timer_at(double when, char c)
{
    TlValue callback = letter(c);
    TlTimerHandle *timer = tl_loop_call_at(fx.rt, fx.loop,
                                           tl_from_double(when), callback,
                                           NULL, TL_NO_VALUE);
    assert_non_null(timer);
    tl_decref(fx.rt, callback);
    return timer;
}

static inline void at(double when, char c)
{
    tl_release(fx.rt, timer_at(when, c));
}

static inline void stop_at(double when)
{
    TlValue stop = tl_native_new(fx.rt, &stop_def, TL_NO_VALUE, NULL);
    tl_release(fx.rt, tl_loop_call_at(fx.rt, fx.loop,
                                      tl_from_double(when), stop, NULL,
                                      TL_NO_VALUE));
    tl_decref(fx.rt, stop);
}

// ---- running

// Sends to the runner until it is over; waits move the clock. Returns how
// often it was SUSPENDED.
static inline int run_loop(TlSendStatus want)
{
    TlRuntime *rt = fx.rt;
    TlValue runner = tl_loop_runner_new(rt, fx.loop);
    assert_true(tl_has_value(runner));
    int suspensions = 0;
    for (;;) {
        TlValue result = TL_NO_VALUE;
        TlSendStatus status = tl_send(rt, runner, TL_NO_VALUE, &result);
        tl_decref(rt, result);
        if (status != TL_SEND_SUSPENDED) {
            assert_int_equal(status, want);
            break;
        }
        assert_true(++suspensions < 1000);
        if (rt->wait.waiting) {
            assert_true(rt->wait.deadline < 1e300);
            rt->now = rt->wait.deadline;
            rt->trace.now = rt->now;
        }
    }
    tl_decref(rt, runner);
    return suspensions;
}

// Runs one more turn, then stops.
static inline void run_turns_until(double when)
{
    stop_at(when);
    run_loop(TL_SEND_RETURN);
}

static inline int fx_setup(void **state)
{
    fx.rt = rt_raw();
    fx.log[0] = '\0';
    assert_true(
        tl_trace_init(&fx.rt->trace, &fx.rt->alloc, TL_TRACE_SCHED, 100000));
    fx.rt->context = TL_NO_VALUE;
    assert_int_equal(tl_object_layer_init(fx.rt), TL_OK);
    tl_trace_emit2(&fx.rt->trace, TL_EV_PROGRAM_START, 0, 0, 0);
    fx.rt->trace.cause = 0;
    assert_int_equal(tl_loops_init(fx.rt), TL_OK);
    fx.coro_type = tl_type_from_spec(fx.rt, &fake_spec, fx.rt->types.object);
    fx.loop = tl_loop_new(fx.rt);
    assert_non_null(fx.loop);
    return 0;
}

static inline int fx_teardown(void **state)
{
    assert_int_equal(tl_loop_close(fx.rt, fx.loop), TL_OK);
    tl_release(fx.rt, fx.loop);
    tl_release(fx.rt, fx.coro_type);
    tl_gc_collect(fx.rt);
    tl_loops_deinit(fx.rt);
    fx.rt->trace.level = TL_TRACE_OFF;
    tl_object_layer_deinit(fx.rt);
    assert_int_equal(fx.rt->live_objects, 0);
    tl_trace_deinit(&fx.rt->trace);
    assert_int_equal(fx.rt->alloc.live_bytes, 0);
    tl_alloc_deinit(&fx.rt->alloc);
    free(fx.rt);
    return 0;
}

#define LOOP_TEST(name) cmocka_unit_test_setup_teardown(name, fx_setup, fx_teardown)

#endif
