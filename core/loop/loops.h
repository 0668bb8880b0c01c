// loops.h — what the loop layer keeps in a runtime: its types and who runs.
// SPDX-License-Identifier: MIT
//
// The layer is event loops, handles, timers, futures and tasks as asyncio
// defines them, usable from C without the language: a coroutine is anything
// whose type has a send slot, a callback anything that can be called. Python
// sees the objects through lib/mod_asyncio.c, which adds the methods.
#ifndef TL_LOOP_LOOPS_H
#define TL_LOOP_LOOPS_H

#include "object/runtime.h"

struct TlLoop;
struct TlTask;

typedef struct TlLoops {
    TlType *loop, *handle, *timer_handle, *future, *task, *future_iter;
    TlType *gathering, *loop_runner;
    struct TlLoop *running;        // of the running thread, borrowed, or NULL
    struct TlTask *task_list;      // every task not yet freed, newest first
    uint64_t task_name_counter;    // Task-1, Task-2 ...
    // The running context (context.h); rt->context is its mapping.
    TlType *context;               // of Context, set by lib on first import
    struct TlContext *context_box; // the Context that is entered, or NULL
    uint32_t context_id;
    // Reports to the user, set by lib; [context] is a dict with CPython's keys
    // (message, exception, future, task, handle ...).
    void (*report)(TlRuntime *rt, struct TlLoop *loop, TlDict *context);
    // repr() of a future, task or handle as asyncio prints it, set by lib;
    // NULL = a short native form. A str, or TL_NO_VALUE raised.
    TlValue (*repr)(TlRuntime *rt, TlRef self);
    // asyncio.get_event_loop() outside of a running loop, set by lib. Owned.
    TlValue (*get_event_loop)(TlRuntime *rt);
    // "f() at main.py:3" for the callback of a handle, set by lib.
    TlValue (*describe_callback)(TlRuntime *rt, TlRef handle);
    // Interrupts: what the loop does when KeyboardInterrupt is due while it
    // waits or between two handles; NULL = raise it out of run_forever().
    // Returns 1 handled, 0 raise, -1 raised.
    int (*on_interrupt)(TlRuntime *rt, struct TlLoop *loop);
} TlLoops;

TlStatus tl_loops_init(TlRuntime *rt);
void tl_loops_deinit(TlRuntime *rt);

// Short text of a value for the trace and of a callback for people:
// "result 3", "print()", "Task-1.step". String ids.
uint32_t tl_trace_value(TlRuntime *rt, TlRef value);
uint32_t tl_trace_callable(TlRuntime *rt, TlRef callable);

#endif
