// task.h — asyncio.Task: drives one coroutine over the loop.
// SPDX-License-Identifier: MIT
//
// A task's step is CPython's task_step_impl: send None (or throw), then look
// at what came out: finished, failed, cancelled, a bare yield, a future to wait
// for, or a mistake. Only the send slot of the coroutine is used, and its
// throw method for exceptions.
#ifndef TL_LOOP_TASK_H
#define TL_LOOP_TASK_H

#include "loop/future.h"

typedef struct TlTask {
    TlFuture future;
    TlValue coro;           // kept after the end, for its repr
    TlFuture *waiting_for;  // fut_waiter, counted, or NULL
    TlStr *name;
    TlValue context;        // contextvars.Context or TL_NO_VALUE
    bool must_cancel;
    bool stepping;          // its coroutine is on the C stack or suspended in
                            // the middle of a step
    bool log_destroy_pending;
    int32_t cancel_requests;
    uint32_t outer_cause;   // ambient cause before the step in progress
    struct TlTask *list_next, *list_prev;  // rt->loops->task_list, weak
} TlTask;

// What Task.__init__ does on an allocated instance.
TlStatus tl_task_init(TlRuntime *rt, TlTask *task, TlLoop *loop, TlRef coro,
                      TlStr *name, TlRef context);
// Schedules the first step. [name] NULL = Task-N. [coro] must have a send
// slot (else TypeError "a coroutine was expected, got ..."). NULL = raised.
TlTask *tl_task_new(TlRuntime *rt, TlLoop *loop, TlRef coro, TlStr *name,
                    TlRef context);
bool tl_is_task(TlRuntime *rt, TlRef v);
// Task.cancel(msg): 1 requested, 0 done already, -1 raised.
int tl_task_cancel(TlRuntime *rt, TlTask *task, TlRef message);
// What a ready handle does; called by loop.c. RETURN when the step is over,
// ERROR only for exceptions that leave the loop (SystemExit,
// KeyboardInterrupt), SUSPENDED: call tl_task_resume() later.
// [exc]: thrown into the coroutine, or TL_NO_VALUE. tl_task_wakeup() steps
// with the outcome of the future that woke it.
TlSendStatus tl_task_step(TlRuntime *rt, TlTask *task, TlRef exc);
TlSendStatus tl_task_wakeup(TlRuntime *rt, TlTask *task, TlRef fut);
TlSendStatus tl_task_resume(TlRuntime *rt, TlTask *task);
// asyncio.current_task(loop), borrowed or NULL.
TlTask *tl_current_task(TlRuntime *rt, TlLoop *loop);

extern const TlTypeSpec tl_task_spec;

#endif
