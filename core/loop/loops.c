// loops.c — start and end of the loop layer.
// SPDX-License-Identifier: MIT
#include "loop/loops.h"

#include "loop/group.h"
#include "object/exc.h"

TlStatus tl_loops_init(TlRuntime *rt)
{
    TlLoops *loops = tl_alloc_zero(&rt->alloc, sizeof *loops);
    if (loops == NULL) {
        tl_raise_memory(rt);
        return TL_RAISED;
    }
    rt->loops = loops;
    TlType *object = rt->types.object;
    loops->loop = tl_type_from_spec(rt, &tl_loop_spec, object);
    loops->loop_runner = tl_type_from_spec(rt, &tl_loop_runner_spec, object);
    loops->handle = tl_type_from_spec(rt, &tl_handle_spec, object);
    loops->future = tl_type_from_spec(rt, &tl_future_spec, object);
    loops->future_iter = tl_type_from_spec(rt, &tl_future_iter_spec, object);
    if (loops->handle == NULL || loops->future == NULL) {
        return TL_RAISED;
    }
    loops->timer_handle =
        tl_type_from_spec(rt, &tl_timer_handle_spec, loops->handle);
    loops->task = tl_type_from_spec(rt, &tl_task_spec, loops->future);
    loops->gathering = tl_type_from_spec(rt, &tl_gathering_spec, loops->future);
    bool all = loops->loop != NULL && loops->loop_runner != NULL &&
               loops->future_iter != NULL && loops->timer_handle != NULL &&
               loops->task != NULL && loops->gathering != NULL;
    return all ? TL_OK : TL_RAISED;
}

void tl_loops_deinit(TlRuntime *rt)
{
    TlLoops *loops = rt->loops;
    if (loops == NULL) {
        return;
    }
    TlType *types[] = {loops->gathering, loops->task,        loops->timer_handle,
                       loops->future_iter, loops->future,    loops->handle,
                       loops->loop_runner, loops->loop,      loops->context};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        tl_release(rt, types[i]);
    }
    rt->loops = NULL;
    tl_free(&rt->alloc, loops, sizeof *loops);
}
