// handle.h — a callback waiting for its turn, and its timed kind.
// SPDX-License-Identifier: MIT
//
// asyncio.Handle and asyncio.TimerHandle. What a handle does when run is one
// of a few actions, so that the common ones (a task's step, waking a task,
// resolving a sleep) need no callable object.
#ifndef TL_LOOP_HANDLE_H
#define TL_LOOP_HANDLE_H

#include "base/heap.h"
#include "loop/loops.h"
#include "object/type_spec.h"

typedef enum TlHandleAction {
    TL_HANDLE_CALL,         // callback(*args)
    TL_HANDLE_TASK_STEP,    // target: the task; its coroutine gets None, or
                            // args[0] thrown into it
    TL_HANDLE_TASK_WAKEUP,  // target: the task; args[0]: the future that is done
    TL_HANDLE_SET_RESULT,   // target: a future; set to args[0] unless it is done
                            // (asyncio's futures._set_result_unless_cancelled)
    TL_HANDLE_GATHER_CHILD  // target: gather's outer future; args[0]: the child
} TlHandleAction;

typedef struct TlHandle {
    TlObject ob;
    struct TlLoop *loop;   // counted
    TlHandleAction action;
    bool cancelled;
    bool timed;            // a TlTimerHandle
    bool queued;           // in the ready queue, its turn has not come
    TlValue target;        // callable, task or future
    TlTuple *args;         // or NULL
    TlValue context;       // as tl_context_enter() takes it
    uint32_t id;           // trace
    uint32_t cause;        // seq of the event that scheduled it
} TlHandle;

typedef struct TlTimerHandle {
    TlHandle handle;
    TlHeapNode node;
    double when;           // loop.time() clock
    TlValue when_given;    // the same as the program gave it (an int stays one)
    uint64_t sequence;     // equal deadlines fire in the order they were set
    bool scheduled;        // in the loop's heap
} TlTimerHandle;

// Counted, the caller's. [args] may be NULL; NULL = raised. [when] is a number.
TlHandle *tl_handle_new(TlRuntime *rt, struct TlLoop *loop,
                        TlHandleAction action, TlRef target, TlTuple *args,
                        TlRef context);
TlTimerHandle *tl_timer_handle_new(TlRuntime *rt, struct TlLoop *loop,
                                   TlRef when, TlHandleAction action,
                                   TlRef target, TlTuple *args, TlRef context);
// Handle.cancel(): the callback will not run; drops callback and arguments.
void tl_handle_cancel(TlRuntime *rt, TlHandle *handle);

// Handle.__repr__ (text.c).
TlValue tl_handle_repr(TlRuntime *rt, TlRef self);
// "Exception in callback f() at main.py:3", a str.
TlValue tl_handle_failure_message(TlRuntime *rt, TlHandle *handle);

extern const TlTypeSpec tl_handle_spec, tl_timer_handle_spec;

#endif
