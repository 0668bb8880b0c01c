// test_task.c — tasks over fake coroutines: steps, waits, cancelling, gather.
// SPDX-License-Identifier: MIT
#include "loop_fixture.h"

static const Step returns_five[] = {{STEP_RETURN, 0xFFFB000000000005}};

static void a_task_starts_in_a_later_turn(void **state)
{
    TlTask *task = fake_task('a', returns_five);
    assert_string_equal(fx.log, "");
    run_turns_until(0);
    assert_string_equal(fx.log, "a");
    assert_true(tl_future_result(fx.rt, &task->future) == tl_small_int(5));
    tl_release(fx.rt, task);
}

static void bare_yields_take_turns(void **state)
{
    const Step steps[] = {{STEP_YIELD_NONE, 0},
                          {STEP_YIELD_NONE, 0},
                          {STEP_RETURN, TL_NONE}};
    TlTask *a = fake_task('a', steps);
    TlTask *b = fake_task('b', steps);
    run_turns_until(1);
    assert_string_equal(fx.log, "ababab");
    tl_release(fx.rt, a);
    tl_release(fx.rt, b);
}

static void a_waiting_task_is_woken_by_its_future(void **state)
{
    TlFuture *fut = tl_future_new(fx.rt, fx.loop, "test");
    const Step steps[] = {{STEP_AWAIT, tl_from_obj(fut)},
                          {STEP_RETURN, TL_NONE}};
    TlTask *task = fake_task('a', steps);
    run_turns_until(0);
    run_turns_until(0);
    assert_ptr_equal(task->waiting_for, fut);
    assert_string_equal(fx.log, "a");
    tl_future_set_result(fx.rt, fut, TL_NONE);
    run_turns_until(0);
    assert_true(tl_future_done(&task->future));
    assert_string_equal(fx.log, "aa");
    tl_release(fx.rt, task);
    tl_release(fx.rt, fut);
}

static void an_exception_becomes_the_tasks_outcome(void **state)
{
    const Step steps[] = {{STEP_RAISE, 0}};
    TlTask *task = fake_task('a', steps);
    run_turns_until(0);
    raised(fx.rt, tl_future_result(fx.rt, &task->future), "ValueError: fake");
    tl_release(fx.rt, task);
}

static void cancelling_before_the_first_step_throws_there(void **state)
{
    TlTask *task = fake_task('a', returns_five);
    assert_int_equal(tl_task_cancel(fx.rt, task, TL_NONE), 1);
    run_turns_until(0);
    assert_string_equal(fx.log, "!");
    assert_int_equal(task->future.state, TL_FUTURE_CANCELLED);
    tl_release(fx.rt, task);
}

static void cancelling_a_waiting_task_cancels_its_future(void **state)
{
    TlFuture *fut = tl_future_new(fx.rt, fx.loop, "test");
    const Step steps[] = {{STEP_AWAIT, tl_from_obj(fut)},
                          {STEP_RETURN, TL_NONE}};
    TlTask *task = fake_task('a', steps);
    run_turns_until(0);
    run_turns_until(0);
    assert_int_equal(tl_task_cancel(fx.rt, task, TL_NONE), 1);
    assert_int_equal(fut->state, TL_FUTURE_CANCELLED);
    assert_false(tl_future_done(&task->future));
    run_turns_until(0);
    assert_int_equal(task->future.state, TL_FUTURE_CANCELLED);
    assert_string_equal(fx.log, "a!");
    tl_release(fx.rt, task);
    tl_release(fx.rt, fut);
}

static void a_suspended_step_goes_on_where_it_was(void **state)
{
    const Step steps[] = {{STEP_SUSPEND, 0},
                          {STEP_SUSPEND, 0},
                          {STEP_RETURN, TL_NONE}};
    TlTask *task = fake_task('a', steps);
    soon('b');
    stop_at(0);
    assert_int_equal(run_loop(TL_SEND_RETURN), 2);
    // Nothing else ran in between.
    assert_string_equal(fx.log, "aaab");
    assert_true(tl_future_done(&task->future));
    tl_release(fx.rt, task);
}

static void yielding_something_else_is_a_mistake(void **state)
{
    const Step steps[] = {{STEP_YIELD, tl_small_int(3)},
                          {STEP_RETURN, TL_NONE}};
    TlTask *task = fake_task('a', steps);
    run_turns_until(0);
    run_turns_until(0);
    raised(fx.rt, tl_future_result(fx.rt, &task->future),
           "RuntimeError: Task got bad yield: 3");
    tl_release(fx.rt, task);
}

static void tasks_are_named_by_number(void **state)
{
    TlTask *a = fake_task('a', returns_five);
    TlTask *b = fake_task('b', returns_five);
    assert_true(tl_str_is(a->name, "Task-1"));
    assert_true(tl_str_is(b->name, "Task-2"));
    run_turns_until(0);
    tl_release(fx.rt, a);
    tl_release(fx.rt, b);
}

static void only_coroutines_become_tasks(void **state)
{
    assert_null(
        tl_task_new(fx.rt, fx.loop, tl_small_int(1), NULL, TL_NO_VALUE));
    raised(fx.rt, TL_NO_VALUE, "TypeError: a coroutine was expected, got 1");
}

static void sleeping_resolves_at_the_deadline(void **state)
{
    TlFuture *fut = tl_future_new(fx.rt, fx.loop, "sleep");
    tl_release(fx.rt, tl_loop_resolve_at(fx.rt, fx.loop,
                                         tl_from_double(2.5), tl_from_obj(fut),
                                         tl_small_int(9)));
    run_turns_until(3);
    assert_true(tl_future_result(fx.rt, fut) == tl_small_int(9));
    tl_release(fx.rt, fut);
}

// asyncio.gather(*children); a repeated child stands last.
static TlFuture *gather(const TlRef *children, int count)
{
    TlFuture *outer = tl_gather_new(fx.rt, fx.loop, false);
    for (int i = 0; i < count; i++) {
        if (i == 0 || children[i] != children[0]) {
            TlFuture *child = (TlFuture *)tl_as_obj(children[i]);
            assert_int_equal(tl_gather_watch(fx.rt, outer, child), TL_OK);
        }
    }
    TlTuple *all = tl_tuple_from(fx.rt, children, count);
    tl_gather_begin(outer, all);
    tl_release(fx.rt, all);
    return outer;
}

static void gather_gives_results_in_the_order_of_its_children(void **state)
{
    const Step late[] = {{STEP_YIELD_NONE, 0},
                         {STEP_RETURN, 0xFFFB000000000001}};
    TlTask *a = fake_task('a', late);
    TlTask *b = fake_task('b', returns_five);
    TlRef children[] = {tl_from_obj(a), tl_from_obj(b), tl_from_obj(a)};
    TlFuture *outer = gather(children, 3);
    run_turns_until(1);
    is_repr(fx.rt, tl_future_result(fx.rt, outer), "[1, 5, 1]");
    tl_release(fx.rt, outer);
    tl_release(fx.rt, a);
    tl_release(fx.rt, b);
}

static void gather_fails_at_once_and_leaves_the_siblings(void **state)
{
    const Step fails[] = {{STEP_RAISE, 0}};
    const Step slow[] = {{STEP_YIELD_NONE, 0},
                         {STEP_YIELD_NONE, 0},
                         {STEP_RETURN, TL_NONE}};
    TlTask *a = fake_task('a', fails);
    TlTask *b = fake_task('b', slow);
    TlRef children[] = {tl_from_obj(a), tl_from_obj(b)};
    TlFuture *outer = gather(children, 2);
    run_turns_until(1);
    raised(fx.rt, tl_future_result(fx.rt, outer), "ValueError: fake");
    assert_true(tl_future_result(fx.rt, &b->future) == TL_NONE);
    tl_release(fx.rt, outer);
    tl_release(fx.rt, a);
    tl_release(fx.rt, b);
}

static void cancelling_gather_cancels_every_child(void **state)
{
    const Step slow[] = {{STEP_YIELD_NONE, 0}, {STEP_RETURN, TL_NONE}};
    TlTask *a = fake_task('a', slow);
    TlTask *b = fake_task('b', slow);
    TlRef children[] = {tl_from_obj(a), tl_from_obj(b)};
    TlFuture *outer = gather(children, 2);
    assert_int_equal(tl_gather_cancel(fx.rt, outer, TL_NONE), 1);
    run_turns_until(1);
    assert_int_equal(a->future.state, TL_FUTURE_CANCELLED);
    assert_int_equal(b->future.state, TL_FUTURE_CANCELLED);
    raised(fx.rt, tl_future_result(fx.rt, outer),
           "asyncio.exceptions.CancelledError");
    tl_release(fx.rt, outer);
    tl_release(fx.rt, a);
    tl_release(fx.rt, b);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        LOOP_TEST(a_task_starts_in_a_later_turn),
        LOOP_TEST(bare_yields_take_turns),
        LOOP_TEST(a_waiting_task_is_woken_by_its_future),
        LOOP_TEST(an_exception_becomes_the_tasks_outcome),
        LOOP_TEST(cancelling_before_the_first_step_throws_there),
        LOOP_TEST(cancelling_a_waiting_task_cancels_its_future),
        LOOP_TEST(a_suspended_step_goes_on_where_it_was),
        LOOP_TEST(yielding_something_else_is_a_mistake),
        LOOP_TEST(tasks_are_named_by_number),
        LOOP_TEST(only_coroutines_become_tasks),
        LOOP_TEST(sleeping_resolves_at_the_deadline),
        LOOP_TEST(gather_gives_results_in_the_order_of_its_children),
        LOOP_TEST(gather_fails_at_once_and_leaves_the_siblings),
        LOOP_TEST(cancelling_gather_cancels_every_child),
    };
    if (argc > 1) {
        cmocka_set_test_filter(argv[1]);
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
