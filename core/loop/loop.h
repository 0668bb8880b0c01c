// loop.h — the event loop: asyncio's BaseEventLoop without I/O.
// SPDX-License-Identifier: MIT
//
// One turn is CPython's _run_once: drop cancelled timers, move every due timer
// to the ready queue, then run exactly the handles that were ready at that
// point. What they schedule waits for the next turn.
//
// The loop never waits: with nothing ready and a timer ahead, the runner's send
// returns SUSPENDED with rt->wait.deadline set, and the host decides how time
// passes. A handle in progress that SUSPENDED is resumed where it was.
#ifndef TL_LOOP_LOOP_H
#define TL_LOOP_LOOP_H

#include "base/ring.h"
#include "loop/context.h"
#include "loop/handle.h"

typedef struct TlLoop {
    TlObject ob;
    TlDict *dict;            // instance attributes
    TlRing ready;            // TlHandle *, counted
    TlHeap timers;           // TlTimerHandle nodes, counted
    uint64_t timer_sequence;
    uint64_t iterations;
    bool running, stopping, closed, debug;
    TlValue exception_handler;  // callable or None
    TlValue task_factory;       // callable or None
    TlHandle *current;       // handle in progress, counted, or NULL
    bool resuming;           // `current` SUSPENDED and goes on at the next send
    int64_t left_in_turn;    // handles still to run in this turn; 0 = begin one
    bool counted;            // the step of the next handle is counted already
    bool waiting;            // loop.wait has been recorded for this wait
    uint32_t until;          // trace id of the future the next run is for
    uint32_t start_event;    // seq of loop.start
    uint32_t outer_cause;    // ambient cause to put back when a handle ends
    TlContextOuter outer_context;  // the same for context variables
    struct TlTask *current_task;  // borrowed
    uint32_t id;             // trace
} TlLoop;

TlLoop *tl_loop_new(TlRuntime *rt);  // counted; NULL = raised

// Scheduling. All raise RuntimeError('Event loop is closed') on a closed loop.
// Results are counted, the caller's; the queue holds its own reference. [when]
// is a number on the loop's clock.
TlHandle *tl_loop_call_soon(TlRuntime *rt, TlLoop *loop, TlRef callback,
                            TlTuple *args, TlRef context);
TlTimerHandle *tl_loop_call_at(TlRuntime *rt, TlLoop *loop, TlRef when,
                               TlRef callback, TlTuple *args, TlRef context);
// Any action; [arg] TL_NO_VALUE = no argument; [cause] as in TlEvent; [why]
// for the trace ("soon", "step", "wakeup", "callback").
TlStatus tl_loop_schedule(TlRuntime *rt, TlLoop *loop, TlHandleAction action,
                          TlRef target, TlRef arg, TlRef context,
                          uint32_t cause, const char *why);
// Resolves [fut] with [result] at [when]: asyncio.sleep's timer.
TlTimerHandle *tl_loop_resolve_at(TlRuntime *rt, TlLoop *loop, TlRef when,
                                  TlRef fut, TlRef result);
double tl_loop_time(TlRuntime *rt, TlLoop *loop);

// run_forever() as a sendable: its RETURN is None when stop() took effect, its
// ERROR what a handle let through (SystemExit, KeyboardInterrupt). Checks the
// state first: NULL = raised ("This event loop is already running", "Cannot
// run the event loop while another loop is running", closed).
TlValue tl_loop_runner_new(TlRuntime *rt, TlLoop *loop);
void tl_loop_stop(TlRuntime *rt, TlLoop *loop);
// RuntimeError("Cannot close a running event loop") or TL_OK; idempotent.
TlStatus tl_loop_close(TlRuntime *rt, TlLoop *loop);
TlStatus tl_loop_check_closed(TlRuntime *rt, TlLoop *loop);
// loop.call_exception_handler(context).
void tl_loop_call_exception_handler(TlRuntime *rt, TlLoop *loop,
                                    TlDict *context);

extern const TlTypeSpec tl_loop_spec, tl_loop_runner_spec;

#endif
