// trace_events.h — the trace schema: every event kind and its fields.
// SPDX-License-Identifier: MIT
//
// One X-macro is the only place where an event is declared. C gets its enum
// and names from it, the JSON writer its field names, and
// tests/tools/gen_schema.py the JavaScript typedefs and the schema page.
//
//   EV(SYMBOL, "kind", LEVEL, f0, f1, f2, f3, number, "what it means")
//
// LEVEL is the lowest trace level that records it: SCHED or LINES.
// f0..f3 are `S(name)` a string, `I(name)` an id (0 = none), `N(name)` a
// signed integer, or `NO` unused. `number` is D(name), a double, or `NO`.
// Every event also has seq, t, kind, id, cause, loop, thread, file, line.
// Ids are unique over all kinds of subject within one run, counted from 1.
//
// Bump TL_TRACE_VERSION when a kind or field is renamed or removed.
#ifndef TL_TRACE_TRACE_EVENTS_H
#define TL_TRACE_TRACE_EVENTS_H

#define TL_TRACE_VERSION 1

// clang-format off
#define TL_TRACE_EVENTS(EV, S, I, N, D, NO) \
  /* The program as a whole. program.start is always event 0. */ \
  EV(PROGRAM_START,  "program.start",  SCHED, S(entry), S(clock), N(seed), N(version), NO, \
     "the run begins; everything else is caused by it, directly or not") \
  EV(PROGRAM_END,    "program.end",    SCHED, S(outcome), N(code), NO, NO, NO, \
     "the run is over; outcome is done, error, exit, interrupted or refused") \
  EV(OUTPUT,         "output",         SCHED, S(stream), S(text), NO, NO, NO, \
     "the program wrote text to stdout or stderr") \
  EV(ERROR,          "error",          SCHED, S(type), S(message), S(where), NO, NO, \
     "an exception nobody caught reached its end; where is uncaught, handler or unraisable") \
  EV(WARNING,        "warning",        SCHED, S(category), S(message), I(about), NO, NO, \
     "the runtime warned, e.g. coroutine never awaited") \
  /* Event loops. id is the loop. */ \
  EV(LOOP_CREATE,    "loop.create",    SCHED, NO, NO, NO, NO, NO, \
     "a new event loop exists") \
  EV(LOOP_START,     "loop.start",     SCHED, I(until), NO, NO, NO, NO, \
     "the loop starts to run, until future `until` is done or it is stopped") \
  EV(LOOP_ITERATION, "loop.iteration", SCHED, N(number), N(ready), N(timers), NO, NO, \
     "one turn begins: exactly `ready` handles will run in it; `timers` still wait") \
  EV(LOOP_WAIT,      "loop.wait",      SCHED, I(timer), NO, NO, NO, D(until), \
     "nothing is ready: the loop sleeps until the deadline of `timer`") \
  EV(LOOP_STOP,      "loop.stop",      SCHED, NO, NO, NO, NO, NO, \
     "the loop stopped running") \
  EV(LOOP_CLOSE,     "loop.close",     SCHED, NO, NO, NO, NO, NO, \
     "the loop was closed") \
  /* Handles: one callback waiting for its turn. id is the handle. */ \
  EV(HANDLE_SCHEDULE,"handle.schedule",SCHED, S(callback), S(why), I(task), NO, NO, \
     "a callback joined the ready queue; why is soon, step, wakeup, callback or timer") \
  EV(HANDLE_RUN,     "handle.run",     SCHED, S(callback), I(task), NO, NO, NO, \
     "the callback starts to run") \
  EV(HANDLE_END,     "handle.end",     SCHED, NO, NO, NO, NO, NO, \
     "the callback returned to the loop") \
  EV(HANDLE_CANCEL,  "handle.cancel",  SCHED, NO, NO, NO, NO, NO, \
     "a scheduled callback was cancelled") \
  /* Timers. id is the timer handle. */ \
  EV(TIMER_SET,      "timer.set",      SCHED, S(callback), I(future), NO, NO, D(when), \
     "a callback is due at `when`; future is the one it will resolve, if known") \
  EV(TIMER_FIRE,     "timer.fire",     SCHED, NO, NO, NO, NO, D(when), \
     "the deadline is reached: the timer's callback joins the ready queue") \
  EV(TIMER_CANCEL,   "timer.cancel",   SCHED, NO, NO, NO, NO, NO, \
     "the timer was cancelled before it fired") \
  /* Futures and tasks. id is the future or task. */ \
  EV(FUTURE_CREATE,  "future.create",  SCHED, S(what), NO, NO, NO, NO, \
     "a future exists; what says who made it: user, sleep, gather, wait_for ...") \
  EV(FUTURE_DONE,    "future.done",    SCHED, S(outcome), S(value), NO, NO, NO, \
     "the future got its outcome: result, exception or cancelled") \
  EV(CALLBACK_ADD,   "callback.add",   SCHED, S(callback), I(task), NO, NO, NO, \
     "a done-callback was added to the future") \
  EV(TASK_CREATE,    "task.create",    SCHED, S(name), S(coro), I(parent), NO, NO, \
     "a task exists and its first step will be scheduled") \
  EV(TASK_NAME,      "task.name",      SCHED, S(name), NO, NO, NO, NO, \
     "the task was renamed") \
  EV(TASK_STEP_BEGIN,"task.step.begin",SCHED, I(handle), NO, NO, NO, NO, \
     "the task's coroutine is resumed") \
  EV(TASK_STEP_END,  "task.step.end",  SCHED, S(state), I(on), NO, NO, NO, \
     "the coroutine suspended or ended; state is waiting, yielded, result, exception or cancelled") \
  EV(TASK_WAIT,      "task.wait",      SCHED, I(on), S(what), NO, NO, NO, \
     "the task waits for future `on`; what is future, task, sleep, gather ...") \
  EV(TASK_CANCEL,    "task.cancel",    SCHED, I(by), S(message), NO, NO, NO, \
     "cancellation was requested by task `by` (0: from outside a task)") \
  EV(TASK_DONE,      "task.done",      SCHED, S(outcome), S(value), NO, NO, NO, \
     "the task is over: result, exception or cancelled") \
  /* Coroutines. id is the coroutine object. */ \
  EV(CORO_CREATE,    "coro.create",    SCHED, S(name), NO, NO, NO, NO, \
     "an async function was called: a coroutine object exists, nothing has run yet") \
  EV(CORO_DROP,      "coro.drop",      SCHED, S(name), NO, NO, NO, NO, \
     "a coroutine object died without ever having been awaited") \
  /* Blocking and host operations. id is the thread or the operation. */ \
  EV(BLOCKED_BEGIN,  "blocked.begin",  SCHED, S(by), I(task), NO, NO, D(until), \
     "a blocking call holds the thread, and with it the loop, until the given time") \
  EV(BLOCKED_END,    "blocked.end",    SCHED, NO, NO, NO, NO, D(seconds), \
     "the blocking call returned after so many seconds") \
  EV(HOST_REQUEST,   "host.request",   SCHED, S(name), NO, NO, NO, NO, \
     "the host was asked to do something that takes time") \
  EV(HOST_DONE,      "host.done",      SCHED, S(outcome), NO, NO, NO, NO, \
     "the host answered") \
  EV(THREAD_START,   "thread.start",   SCHED, S(name), NO, NO, NO, NO, \
     "a thread starts; MainThread is the first") \
  EV(THREAD_END,     "thread.end",     SCHED, S(name), NO, NO, NO, NO, \
     "a thread ended") \
  /* What runs, line by line. id is the frame. */ \
  EV(FRAME_ENTER,    "frame.enter",    LINES, S(function), I(caller), NO, NO, NO, \
     "a Python function starts to run") \
  EV(FRAME_EXIT,     "frame.exit",     LINES, S(outcome), NO, NO, NO, NO, \
     "the function ended; outcome is return or raise") \
  EV(FRAME_SUSPEND,  "frame.suspend",  LINES, S(why), NO, NO, NO, NO, \
     "the function gave up control at an await or a yield and keeps its place") \
  EV(FRAME_RESUME,   "frame.resume",   LINES, I(caller), NO, NO, NO, NO, \
     "the function goes on after an await or a yield") \
  EV(LINE,           "line",           LINES, NO, NO, NO, NO, NO, \
     "the program reached this line")
// clang-format on

#endif
