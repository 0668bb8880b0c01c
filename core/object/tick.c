// tick.c — the step counter: budget, limits, interrupts, collection.
// SPDX-License-Identifier: MIT
//
// tick_left is handed out in portions, so that the common case is one
// decrement. Steps taken so far are always steps + (tick_granted - tick_left).
#include "object/exc.h"
#include "object/runtime.h"

// Steps between two looks at the interrupt flag and the limits.
#define PORTION 1000

// After the step limit was reported the program may use these to clean up
// before it is reported again.
#define GRACE 10000

uint64_t tl_tick_steps(const TlRuntime *rt)
{
    return rt->steps + (uint64_t)(rt->tick_granted - rt->tick_left);
}

// Books what was taken; nothing is handed out any more.
static void settle(TlRuntime *rt)
{
    rt->steps = tl_tick_steps(rt);
    rt->tick_granted = rt->tick_left = 0;
}

static void hand_out(TlRuntime *rt)
{
    int64_t portion = PORTION;
    // Whoever looked may be unable to suspend (a built-in that counts steps):
    // then the very next step looks again.
    if (rt->must_yield && rt->nested == 0) {
        portion = 1;
    }
    rt->must_yield = rt->budget_left <= 0;
    if (!rt->must_yield && rt->budget_left < portion) {
        portion = rt->budget_left;
    }
    // Where suspending is impossible the budget is overdrawn.
    if (!rt->must_yield) {
        rt->budget_left -= portion;
    }
    if (rt->max_steps > rt->steps &&
        rt->max_steps - rt->steps < (uint64_t)portion) {
        int64_t rest = (int64_t)(rt->max_steps - rt->steps);
        if (!rt->must_yield) {
            rt->budget_left += portion - rest;
        }
        portion = rest;
    }
    rt->tick_left = rt->tick_granted = portion;
}

void tl_tick_grant(TlRuntime *rt, int64_t budget)
{
    settle(rt);
    rt->budget_left = budget;
    rt->must_yield = false;
    hand_out(rt);
}

void tl_tick_expire(TlRuntime *rt)
{
    if (rt->tick_left > 1) {
        int64_t rest = rt->tick_left - 1;
        rt->tick_left -= rest;
        rt->tick_granted -= rest;
        if (!rt->must_yield) {
            rt->budget_left += rest;
        }
    }
}

TlStatus tl_tick_slow(TlRuntime *rt)
{
    settle(rt);
    TlStatus status = TL_OK;
    if (rt->interrupt) {
        rt->interrupt = false;
        tl_raise_with(rt, rt->exc.KeyboardInterrupt, TL_NO_VALUE);
        status = TL_RAISED;
    } else if (rt->max_steps != 0 && rt->steps >= rt->max_steps) {
        rt->max_steps = rt->steps + GRACE;
        tl_raise(rt, rt->exc.KeyboardInterrupt, "step limit reached");
        status = TL_RAISED;
    }
    hand_out(rt);
    if (status == TL_OK && rt->gc_enabled &&
        rt->gc_count > rt->gc_threshold) {
        tl_gc_collect(rt);
    }
    return status;
}
