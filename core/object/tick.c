// tick.c — counting steps: budget, step limit, interrupts.
// SPDX-License-Identifier: MIT
//
// tick_left counts down from tick_granted; what was used is added to `steps`
// whenever somebody looks. budget_left is what the host has granted and
// tick_left does not hold. All limits are counted in the same unit, so a run in
// slices stops at the same step as an uninterrupted one.
#include "object/exc.h"
#include "object/runtime.h"

void tl_recall_steps(TlRuntime *rt)
{
    int64_t used = rt->tick_granted - rt->tick_left;
    rt->steps += (uint64_t)used;
    rt->budget_left += rt->tick_left;
    rt->tick_left = rt->tick_granted = 0;
}

uint64_t tl_steps_taken(const TlRuntime *rt)
{
    return rt->steps + (uint64_t)(rt->tick_granted - rt->tick_left);
}

static void hand_out(TlRuntime *rt)
{
    int64_t grant = rt->budget_left;
    if (rt->max_steps > 0) {
        uint64_t left = rt->max_steps - rt->steps;
        if (rt->steps < rt->max_steps && left < (uint64_t)grant) {
            grant = (int64_t)left;
        }
    }
    rt->budget_left -= grant;
    rt->tick_left = rt->tick_granted = grant;
}

void tl_grant_steps(TlRuntime *rt, uint64_t budget)
{
    tl_recall_steps(rt);
    rt->budget_left =
        budget > INT64_MAX / 4 ? INT64_MAX / 4 : (int64_t)budget;
    rt->must_yield = false;
    if (!rt->interrupt) {
        hand_out(rt);
    }
}

static TlStatus raise_limit(TlRuntime *rt)
{
    rt->max_steps = 0;  // once: handlers and finally blocks may still run
    hand_out(rt);
    tl_raise(rt, rt->exc.KeyboardInterrupt, "step limit reached");
    return TL_RAISED;
}

TlStatus tl_tick_slow(TlRuntime *rt)
{
    tl_recall_steps(rt);
    if (rt->interrupt) {
        rt->interrupt = false;
        hand_out(rt);
        tl_raise_obj(rt, tl_from_obj(rt->exc.KeyboardInterrupt));
        return TL_RAISED;
    }
    if (rt->max_steps > 0 && rt->steps >= rt->max_steps) {
        return raise_limit(rt);
    }
    if (rt->budget_left <= 0) {
        rt->must_yield = true;
        if (rt->nested > 0) {
            // Nobody can suspend here: go on, look again in a while.
            rt->budget_left = 1000;
        }
    }
    hand_out(rt);
    return TL_OK;
}
