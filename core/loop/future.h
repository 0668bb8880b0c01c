// future.h — asyncio.Future: a one-shot result and its callbacks.
// SPDX-License-Identifier: MIT
#ifndef TL_LOOP_FUTURE_H
#define TL_LOOP_FUTURE_H

#include "loop/loop.h"

typedef enum TlFutureState {
    TL_FUTURE_PENDING,
    TL_FUTURE_CANCELLED,
    TL_FUTURE_FINISHED
} TlFutureState;

// A done-callback: what becomes a handle when the future is done. action is
// CALL, TASK_WAKEUP or GATHER_CHILD.
typedef struct TlCallback {
    TlValue target;   // callable, task or gather's outer future
    TlValue context;  // or TL_NO_VALUE
    TlHandleAction action;
} TlCallback;

typedef struct TlFuture {
    TlObject ob;
    TlDict *dict;
    TlLoop *loop;             // counted
    TlFutureState state;
    TlValue result;           // TL_NO_VALUE until finished with one
    TlValue exception;        // instance, or TL_NO_VALUE
    TlValue exception_tb;     // its traceback when it was set, or TL_NO_VALUE
    TlValue cancel_message;   // or TL_NO_VALUE
    TlValue cancelled_exc;    // the CancelledError kept for the first reader
    TlCallback *callbacks;    // in order; most futures have one: see inline_cb
    int32_t callback_count, callback_cap;
    TlCallback inline_cb;
    bool log_traceback;       // exception never retrieved so far
    bool blocking;            // _asyncio_future_blocking: yielded to a task
    uint32_t id;              // trace
    uint32_t what;            // string id: "user", "sleep", "gather", "task"
    uint32_t done_event;      // seq of future.done / task.done
} TlFuture;

// [what] for the trace: "user", "sleep", "gather" ...
TlFuture *tl_future_new(TlRuntime *rt, TlLoop *loop, const char *what);
bool tl_is_future(TlRuntime *rt, TlRef v);  // Future, Task or a subclass
static inline bool tl_future_done(const TlFuture *f)
{
    return f->state != TL_FUTURE_PENDING;
}
// InvalidStateError when done already.
TlStatus tl_future_set_result(TlRuntime *rt, TlFuture *fut, TlRef result);
// [exc] an exception or class; StopIteration is refused as CPython does.
TlStatus tl_future_set_exception(TlRuntime *rt, TlFuture *fut, TlRef exc);
// 1 cancelled now, 0 was done, -1 raised. On a task: tl_task_cancel().
int tl_future_cancel(TlRuntime *rt, TlFuture *fut, TlRef message);
// Future.result(): value, or raises (InvalidStateError("Result is not set."),
// CancelledError, the exception).
TlValue tl_future_result(TlRuntime *rt, TlFuture *fut);
// Future.exception(): instance or None, or raises.
TlValue tl_future_exception(TlRuntime *rt, TlFuture *fut);
TlStatus tl_future_add_callback(TlRuntime *rt, TlFuture *fut, TlRef callback,
                                TlRef context);
int64_t tl_future_remove_callback(TlRuntime *rt, TlFuture *fut, TlRef callback);
// The same for any action, in the callbacks' order.
TlStatus tl_future_add_action(TlRuntime *rt, TlFuture *fut,
                              TlHandleAction action, TlRef target,
                              TlRef context);
// Fills an allocated future (a subclass instance too); counted loop.
TlStatus tl_future_init(TlRuntime *rt, TlFuture *fut, TlLoop *loop,
                        const char *what);
// Future._make_cancelled_error(): a CancelledError instance.
TlValue tl_future_make_cancelled(TlRuntime *rt, TlFuture *fut);
// For subclasses in C: release what a TlFuture holds, visit it.
void tl_future_drop(TlRuntime *rt, TlFuture *fut);
void tl_future_traverse(TlObject *self, TlVisit visit, void *arg);
// Future.__del__: reports an exception nobody asked for.
void tl_future_finalize(TlRuntime *rt, TlRef self);
// Future.__repr__, also for tasks (text.c).
TlValue tl_future_repr(TlRuntime *rt, TlRef self);
// future.__await__(): a sendable that yields the future once.
TlValue tl_future_iter_new(TlRuntime *rt, TlFuture *fut);

extern const TlTypeSpec tl_future_spec, tl_future_iter_spec;

#endif
