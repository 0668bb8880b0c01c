// test_loop.c — turns of the loop, timers, stopping, errors of callbacks.
// SPDX-License-Identifier: MIT
#include "loop_fixture.h"

static void handles_run_in_the_order_they_were_scheduled(void **state)
{
    soon('a');
    soon('b');
    soon('c');
    run_turns_until(0);
    assert_string_equal(fx.log, "abc");
}

static TlValue chain_callback(TlRuntime *rt, TlRef self, const TlRef *args,
                              int nargs, TlTuple *kwnames)
{
    log_letter('1');
    soon('2');
    return TL_NONE;
}

static const TlNativeDef chain_def = {"chain", chain_callback, TL_FN_RAW,
                                      "(*args)", NULL};

static void what_a_handle_schedules_waits_for_the_next_turn(void **state)
{
    TlValue chain = tl_native_new(fx.rt, &chain_def, TL_NO_VALUE, NULL);
    tl_release(fx.rt, tl_loop_call_soon(fx.rt, fx.loop, chain, NULL,
                                        TL_NO_VALUE));
    tl_decref(fx.rt, chain);
    soon('a');
    // Stopping ends the turn in which it happens: '2' is left in the queue.
    stop_at(0);
    run_loop(TL_SEND_RETURN);
    assert_string_equal(fx.log, "1a");
    assert_int_equal(tl_ring_len(&fx.loop->ready), 1);
    run_turns_until(0);
    assert_string_equal(fx.log, "1a2");
}

static void equal_deadlines_fire_in_the_order_they_were_set(void **state)
{
    for (char c = 'a'; c <= 'j'; c++) {
        at(1.0, c);
    }
    run_turns_until(1.0);
    assert_string_equal(fx.log, "abcdefghij");
}

static void earlier_deadlines_fire_first(void **state)
{
    at(3, 'c');
    at(1, 'a');
    at(2, 'b');
    run_turns_until(3);
    assert_string_equal(fx.log, "abc");
    assert_true(fx.rt->now == 3);
}

static void a_ready_handle_runs_before_a_timer_due_at_once(void **state)
{
    at(0, 't');
    soon('a');
    run_turns_until(0);
    assert_string_equal(fx.log, "at");
}

static void a_cancelled_handle_does_not_run(void **state)
{
    TlValue callback = letter('x');
    TlHandle *handle =
        tl_loop_call_soon(fx.rt, fx.loop, callback, NULL, TL_NO_VALUE);
    tl_handle_cancel(fx.rt, handle);
    soon('a');
    run_turns_until(0);
    assert_string_equal(fx.log, "a");
    tl_release(fx.rt, handle);
    tl_decref(fx.rt, callback);
}

static void a_cancelled_timer_leaves_the_heap(void **state)
{
    TlTimerHandle *timer = timer_at(5, 'x');
    assert_int_equal(tl_heap_len(&fx.loop->timers), 1);
    tl_handle_cancel(fx.rt, &timer->handle);
    assert_int_equal(tl_heap_len(&fx.loop->timers), 0);
    tl_release(fx.rt, timer);
    run_turns_until(1);
    assert_string_equal(fx.log, "");
}

static void waiting_tells_the_next_deadline(void **state)
{
    at(7.5, 'a');
    stop_at(9);
    TlValue runner = tl_loop_runner_new(fx.rt, fx.loop);
    TlValue result = TL_NO_VALUE;
    assert_int_equal(tl_send(fx.rt, runner, TL_NO_VALUE, &result),
                     TL_SEND_SUSPENDED);
    assert_true(fx.rt->wait.waiting);
    assert_true(fx.rt->wait.deadline == 7.5);
    // Sent to before its time, it goes on waiting.
    assert_int_equal(tl_send(fx.rt, runner, TL_NO_VALUE, &result),
                     TL_SEND_SUSPENDED);
    assert_true(fx.rt->wait.deadline == 7.5);
    fx.rt->now = 9;
    assert_int_equal(tl_send(fx.rt, runner, TL_NO_VALUE, &result),
                     TL_SEND_RETURN);
    assert_string_equal(fx.log, "a");
    tl_decref(fx.rt, runner);
}

static void an_empty_loop_waits_for_ever(void **state)
{
    TlValue runner = tl_loop_runner_new(fx.rt, fx.loop);
    TlValue result = TL_NO_VALUE;
    assert_int_equal(tl_send(fx.rt, runner, TL_NO_VALUE, &result),
                     TL_SEND_SUSPENDED);
    assert_true(fx.rt->wait.deadline > 1e300);
    tl_loop_stop(fx.rt, fx.loop);
    assert_int_equal(tl_send(fx.rt, runner, TL_NO_VALUE, &result),
                     TL_SEND_RETURN);
    tl_decref(fx.rt, runner);
}

static void a_deadline_far_in_the_future_still_fires(void **state)
{
    at(1e17, 'a');
    run_turns_until(1e17);
    assert_string_equal(fx.log, "a");
}

static void a_running_loop_refuses_a_second_runner(void **state)
{
    TlRuntime *rt = fx.rt;
    TlValue runner = tl_loop_runner_new(rt, fx.loop);
    TlValue result = TL_NO_VALUE;
    tl_send(rt, runner, TL_NO_VALUE, &result);
    raised(rt, tl_loop_runner_new(rt, fx.loop),
           "RuntimeError: This event loop is already running");
    TlLoop *other = tl_loop_new(rt);
    raised(rt, tl_loop_runner_new(rt, other),
           "RuntimeError: Cannot run the event loop while another loop is "
           "running");
    raised_status(rt, tl_loop_close(rt, fx.loop),
                  "RuntimeError: Cannot close a running event loop");
    tl_release(rt, other);
    tl_decref(rt, runner);  // gives up the run
}

static void a_closed_loop_refuses_work(void **state)
{
    TlRuntime *rt = fx.rt;
    TlLoop *loop = tl_loop_new(rt);
    assert_int_equal(tl_loop_close(rt, loop), TL_OK);
    assert_int_equal(tl_loop_close(rt, loop), TL_OK);
    TlValue callback = letter('x');
    assert_null(tl_loop_call_soon(rt, loop, callback, NULL, TL_NO_VALUE));
    raised(rt, TL_NO_VALUE, "RuntimeError: Event loop is closed");
    raised(rt, tl_loop_runner_new(rt, loop),
           "RuntimeError: Event loop is closed");
    tl_decref(rt, callback);
    tl_release(rt, loop);
}

static TlValue failing_callback(TlRuntime *rt, TlRef self, const TlRef *args,
                                int nargs, TlTuple *kwnames)
{
    return tl_raise(rt, (TlType *)tl_as_obj(self), "from the callback");
}

static const TlNativeDef failing_def = {"failing", failing_callback, TL_FN_RAW,
                                        "(*args)", NULL};

static void fail_soon(TlType *type)
{
    TlValue callback =
        tl_native_new(fx.rt, &failing_def, tl_from_obj(type), NULL);
    tl_release(fx.rt, tl_loop_call_soon(fx.rt, fx.loop, callback, NULL,
                                        TL_NO_VALUE));
    tl_decref(fx.rt, callback);
}

static void count_report(TlRuntime *rt, TlLoop *loop, TlDict *context)
{
    log_letter('R');
}

static void a_callback_error_is_reported_and_the_loop_goes_on(void **state)
{
    fx.rt->loops->report = count_report;
    fail_soon(fx.rt->exc.ValueError);
    soon('a');
    run_turns_until(0);
    assert_string_equal(fx.log, "Ra");
}

static void an_interrupt_from_a_callback_leaves_the_loop(void **state)
{
    fail_soon(fx.rt->exc.KeyboardInterrupt);
    soon('a');
    run_loop(TL_SEND_ERROR);
    raised(fx.rt, TL_NO_VALUE, "KeyboardInterrupt: from the callback");
    assert_false(fx.loop->running);
    assert_string_equal(fx.log, "");
}

static void every_event_has_an_earlier_cause(void **state)
{
    at(1, 'a');
    soon('b');
    run_turns_until(2);
    const TlTraceRecord *records;
    size_t count = tl_trace_pending(&fx.rt->trace, &records);
    assert_true(count > 10);
    for (size_t i = 1; i < count; i++) {
        assert_true(records[i].cause < records[i].seq);
    }
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        LOOP_TEST(handles_run_in_the_order_they_were_scheduled),
        LOOP_TEST(what_a_handle_schedules_waits_for_the_next_turn),
        LOOP_TEST(equal_deadlines_fire_in_the_order_they_were_set),
        LOOP_TEST(earlier_deadlines_fire_first),
        LOOP_TEST(a_ready_handle_runs_before_a_timer_due_at_once),
        LOOP_TEST(a_cancelled_handle_does_not_run),
        LOOP_TEST(a_cancelled_timer_leaves_the_heap),
        LOOP_TEST(waiting_tells_the_next_deadline),
        LOOP_TEST(an_empty_loop_waits_for_ever),
        LOOP_TEST(a_deadline_far_in_the_future_still_fires),
        LOOP_TEST(a_running_loop_refuses_a_second_runner),
        LOOP_TEST(a_closed_loop_refuses_work),
        LOOP_TEST(a_callback_error_is_reported_and_the_loop_goes_on),
        LOOP_TEST(an_interrupt_from_a_callback_leaves_the_loop),
        LOOP_TEST(every_event_has_an_earlier_cause),
    };
    if (argc > 1) {
        cmocka_set_test_filter(argv[1]);
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
