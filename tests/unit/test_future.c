// test_future.c — futures: states, results, callbacks, reports.
// SPDX-License-Identifier: MIT
#include "loop_fixture.h"

static TlFuture *new_future(void)
{
    TlFuture *fut = tl_future_new(fx.rt, fx.loop, "test");
    assert_non_null(fut);
    return fut;
}

static void add_letter(TlFuture *fut, char c)
{
    TlValue callback = letter(c);
    assert_int_equal(
        tl_future_add_callback(fx.rt, fut, callback, TL_NO_VALUE), TL_OK);
    tl_decref(fx.rt, callback);
}

static void a_result_is_kept_and_given_again(void **state)
{
    TlFuture *fut = new_future();
    assert_int_equal(tl_future_set_result(fx.rt, fut, tl_small_int(7)), TL_OK);
    assert_true(tl_future_result(fx.rt, fut) == tl_small_int(7));
    assert_true(tl_future_result(fx.rt, fut) == tl_small_int(7));
    assert_true(tl_future_exception(fx.rt, fut) == TL_NONE);
    tl_release(fx.rt, fut);
}

static void a_pending_future_has_no_outcome(void **state)
{
    TlFuture *fut = new_future();
    raised(fx.rt, tl_future_result(fx.rt, fut),
           "asyncio.exceptions.InvalidStateError: Result is not set.");
    raised(fx.rt, tl_future_exception(fx.rt, fut),
           "asyncio.exceptions.InvalidStateError: Exception is not set.");
    tl_release(fx.rt, fut);
}

static void a_second_result_is_refused(void **state)
{
    TlFuture *fut = new_future();
    tl_future_set_result(fx.rt, fut, TL_NONE);
    raised_status(fx.rt, tl_future_set_result(fx.rt, fut, TL_NONE),
                  "asyncio.exceptions.InvalidStateError: invalid state");
    tl_release(fx.rt, fut);
}

static void callbacks_run_in_a_later_turn_in_their_order(void **state)
{
    TlFuture *fut = new_future();
    add_letter(fut, 'a');
    add_letter(fut, 'b');
    add_letter(fut, 'c');
    tl_future_set_result(fx.rt, fut, TL_NONE);
    assert_string_equal(fx.log, "");
    run_turns_until(0);
    assert_string_equal(fx.log, "abc");
    tl_release(fx.rt, fut);
}

static void a_callback_on_a_done_future_runs_in_a_later_turn(void **state)
{
    TlFuture *fut = new_future();
    tl_future_set_result(fx.rt, fut, TL_NONE);
    add_letter(fut, 'a');
    assert_string_equal(fx.log, "");
    run_turns_until(0);
    assert_string_equal(fx.log, "a");
    tl_release(fx.rt, fut);
}

static void a_removed_callback_does_not_run(void **state)
{
    TlFuture *fut = new_future();
    TlValue callback = letter('x');
    for (int i = 0; i < 3; i++) {
        tl_future_add_callback(fx.rt, fut, callback, TL_NO_VALUE);
        add_letter(fut, 'a');
    }
    assert_int_equal(tl_future_remove_callback(fx.rt, fut, callback), 3);
    tl_future_set_result(fx.rt, fut, TL_NONE);
    run_turns_until(0);
    assert_string_equal(fx.log, "aaa");
    tl_decref(fx.rt, callback);
    tl_release(fx.rt, fut);
}

static void cancelling_twice_says_false(void **state)
{
    TlFuture *fut = new_future();
    assert_int_equal(tl_future_cancel(fx.rt, fut, TL_NONE), 1);
    assert_int_equal(tl_future_cancel(fx.rt, fut, TL_NONE), 0);
    raised(fx.rt, tl_future_result(fx.rt, fut),
           "asyncio.exceptions.CancelledError");
    tl_release(fx.rt, fut);
}

static void a_cancel_message_is_in_the_error(void **state)
{
    TlFuture *fut = new_future();
    TlValue message = mk(fx.rt, "enough");
    tl_future_cancel(fx.rt, fut, message);
    raised(fx.rt, tl_future_result(fx.rt, fut),
           "asyncio.exceptions.CancelledError: enough");
    tl_decref(fx.rt, message);
    tl_release(fx.rt, fut);
}

static void a_stop_iteration_is_refused(void **state)
{
    TlFuture *fut = new_future();
    raised_status(fx.rt,
                  tl_future_set_exception(
                      fx.rt, fut, tl_from_obj(fx.rt->exc.StopIteration)),
                  "TypeError: StopIteration interacts badly with generators "
                  "and cannot be raised into a Future");
    assert_false(tl_future_done(fut));
    tl_release(fx.rt, fut);
}

static char reported[128];

static void keep_report(TlRuntime *rt, TlLoop *loop, TlDict *context)
{
    TlStr *key = tl_intern_cstr(rt, "message");
    TlRef message = tl_dict_get_str(rt, context, key);
    snprintf(reported, sizeof reported, "%s", utf8_of(rt, message));
    tl_release(rt, key);
}

static void an_exception_nobody_asked_for_is_reported_at_the_end(void **state)
{
    fx.rt->loops->report = keep_report;
    reported[0] = '\0';
    TlFuture *fut = new_future();
    tl_future_set_exception(fx.rt, fut, tl_from_obj(fx.rt->exc.ValueError));
    assert_string_equal(reported, "");
    tl_release(fx.rt, fut);
    assert_string_equal(reported, "Future exception was never retrieved");
}

static void an_exception_that_was_asked_for_is_not_reported(void **state)
{
    fx.rt->loops->report = keep_report;
    reported[0] = '\0';
    TlFuture *fut = new_future();
    tl_future_set_exception(fx.rt, fut, tl_from_obj(fx.rt->exc.ValueError));
    tl_decref(fx.rt, tl_future_exception(fx.rt, fut));
    tl_release(fx.rt, fut);
    assert_string_equal(reported, "");
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        LOOP_TEST(a_result_is_kept_and_given_again),
        LOOP_TEST(a_pending_future_has_no_outcome),
        LOOP_TEST(a_second_result_is_refused),
        LOOP_TEST(callbacks_run_in_a_later_turn_in_their_order),
        LOOP_TEST(a_callback_on_a_done_future_runs_in_a_later_turn),
        LOOP_TEST(a_removed_callback_does_not_run),
        LOOP_TEST(cancelling_twice_says_false),
        LOOP_TEST(a_cancel_message_is_in_the_error),
        LOOP_TEST(a_stop_iteration_is_refused),
        LOOP_TEST(an_exception_nobody_asked_for_is_reported_at_the_end),
        LOOP_TEST(an_exception_that_was_asked_for_is_not_reported),
    };
    if (argc > 1) {
        cmocka_set_test_filter(argv[1]);
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
