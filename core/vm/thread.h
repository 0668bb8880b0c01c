// thread.h — executions of a thread, and the driver that runs the program.
// SPDX-License-Identifier: MIT
//
// An execution is one run of the interpreter from C: a base frame, the frames
// above it, and perhaps a sendable that a native call waits for. Executions
// nest strictly (program -> event loop -> task); when the inside suspends, all
// of them do, the inner ones pushed first, so the outermost is on top of the
// thread's stack and is the first to go on. The C stack is empty whenever the
// driver returns.
#ifndef TL_VM_THREAD_H
#define TL_VM_THREAD_H

#include "vm/frame.h"

// A suspended execution.
typedef struct TlExec {
    TlFrame *top;        // innermost frame; NULL: a native call only
    TlValue waiting_on;  // sendable whose RETURN is the native call's result,
                         // or TL_NO_VALUE: the budget was spent
} TlExec;

typedef struct TlThread {
    TlExec *execs;       // suspended, innermost first
    uint32_t count, cap;
    uint32_t active;     // executions running now; cap - count covers them
    TlValue program;     // what the thread runs, until it began
} TlThread;

// Sets what the main thread will run: calls [callee] without arguments.
TlStatus tl_thread_start(TlRuntime *rt, TlRef callee);
// Runs or goes on with the main thread. RETURN with the call's result, ERROR
// with the exception pending, SUSPENDED: rt->wait says why; call again after
// granting steps (tl_tick_grant) or moving rt->now.
TlSendStatus tl_thread_run(TlRuntime *rt, TlValue *result);
// Drops what is suspended: frames are closed without running their handlers'
// code. For teardown after a run that was given up.
void tl_thread_abandon(TlRuntime *rt);

#endif
