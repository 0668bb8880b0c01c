// trace-schema.js — the kinds of trace events; made by tests/tools/gen_schema.py.
// SPDX-License-Identifier: MIT
//
// A field is [name, type, place]: S string, I id (0 = none), N signed integer,
// D double (the record's `number`).

export const TRACE_VERSION = 1;

/**
 * By the number a record carries.
 * @type {ReadonlyArray<{kind: string, doc: string, fields: ReadonlyArray<[string, string, number]>}>}
 */
export const EVENT_KINDS = [
  {
    kind: 'program.start',
    doc: 'the run begins; everything else is caused by it, directly or not',
    fields: [['entry', 'S', 0], ['clock', 'S', 1], ['seed', 'N', 2], ['version', 'N', 3]],
  },
  {
    kind: 'program.end',
    doc: 'the run is over; outcome is done, error, exit, interrupted or refused',
    fields: [['outcome', 'S', 0], ['code', 'N', 1]],
  },
  {
    kind: 'output',
    doc: 'the program wrote text to stdout or stderr',
    fields: [['stream', 'S', 0], ['text', 'S', 1]],
  },
  {
    kind: 'error',
    doc: 'an exception nobody caught reached its end; where is uncaught, handler or unraisable',
    fields: [['type', 'S', 0], ['message', 'S', 1], ['where', 'S', 2]],
  },
  {
    kind: 'warning',
    doc: 'the runtime warned, e.g. coroutine never awaited',
    fields: [['category', 'S', 0], ['message', 'S', 1], ['about', 'I', 2]],
  },
  {
    kind: 'loop.create',
    doc: 'a new event loop exists',
    fields: [],
  },
  {
    kind: 'loop.start',
    doc: 'the loop starts to run, until future `until` is done or it is stopped',
    fields: [['until', 'I', 0]],
  },
  {
    kind: 'loop.iteration',
    doc: 'one turn begins: exactly `ready` handles will run in it; `timers` still wait',
    fields: [['number', 'N', 0], ['ready', 'N', 1], ['timers', 'N', 2]],
  },
  {
    kind: 'loop.wait',
    doc: 'nothing is ready: the loop sleeps until the deadline of `timer`',
    fields: [['timer', 'I', 0], ['until', 'D', 4]],
  },
  {
    kind: 'loop.stop',
    doc: 'the loop stopped running',
    fields: [],
  },
  {
    kind: 'loop.close',
    doc: 'the loop was closed',
    fields: [],
  },
  {
    kind: 'handle.schedule',
    doc: 'a callback joined the ready queue; why is soon, step, wakeup, callback or timer',
    fields: [['callback', 'S', 0], ['why', 'S', 1], ['task', 'I', 2]],
  },
  {
    kind: 'handle.run',
    doc: 'the callback starts to run',
    fields: [['callback', 'S', 0], ['task', 'I', 1]],
  },
  {
    kind: 'handle.end',
    doc: 'the callback returned to the loop',
    fields: [],
  },
  {
    kind: 'handle.cancel',
    doc: 'a scheduled callback was cancelled',
    fields: [],
  },
  {
    kind: 'timer.set',
    doc: 'a callback is due at `when`; future is the one it will resolve, if known',
    fields: [['callback', 'S', 0], ['future', 'I', 1], ['when', 'D', 4]],
  },
  {
    kind: 'timer.fire',
    doc: 'the deadline is reached: the timer\'s callback joins the ready queue',
    fields: [['when', 'D', 4]],
  },
  {
    kind: 'timer.cancel',
    doc: 'the timer was cancelled before it fired',
    fields: [],
  },
  {
    kind: 'future.create',
    doc: 'a future exists; what says who made it: user, sleep, gather, wait_for ...',
    fields: [['what', 'S', 0]],
  },
  {
    kind: 'future.done',
    doc: 'the future got its outcome: result, exception or cancelled',
    fields: [['outcome', 'S', 0], ['value', 'S', 1]],
  },
  {
    kind: 'callback.add',
    doc: 'a done-callback was added to the future',
    fields: [['callback', 'S', 0], ['task', 'I', 1]],
  },
  {
    kind: 'task.create',
    doc: 'a task exists and its first step will be scheduled',
    fields: [['name', 'S', 0], ['coro', 'S', 1], ['parent', 'I', 2]],
  },
  {
    kind: 'task.name',
    doc: 'the task was renamed',
    fields: [['name', 'S', 0]],
  },
  {
    kind: 'task.step.begin',
    doc: 'the task\'s coroutine is resumed',
    fields: [['handle', 'I', 0]],
  },
  {
    kind: 'task.step.end',
    doc: 'the coroutine suspended or ended; state is waiting, yielded, result, exception or cancelled',
    fields: [['state', 'S', 0], ['on', 'I', 1]],
  },
  {
    kind: 'task.wait',
    doc: 'the task waits for future `on`; what is future, task, sleep, gather ...',
    fields: [['on', 'I', 0], ['what', 'S', 1]],
  },
  {
    kind: 'task.cancel',
    doc: 'cancellation was requested by task `by` (0: from outside a task)',
    fields: [['by', 'I', 0], ['message', 'S', 1]],
  },
  {
    kind: 'task.done',
    doc: 'the task is over: result, exception or cancelled',
    fields: [['outcome', 'S', 0], ['value', 'S', 1]],
  },
  {
    kind: 'coro.create',
    doc: 'an async function was called: a coroutine object exists, nothing has run yet',
    fields: [['name', 'S', 0]],
  },
  {
    kind: 'coro.drop',
    doc: 'a coroutine object died without ever having been awaited',
    fields: [['name', 'S', 0]],
  },
  {
    kind: 'blocked.begin',
    doc: 'a blocking call holds the thread, and with it the loop, until the given time',
    fields: [['by', 'S', 0], ['task', 'I', 1], ['until', 'D', 4]],
  },
  {
    kind: 'blocked.end',
    doc: 'the blocking call returned after so many seconds',
    fields: [['seconds', 'D', 4]],
  },
  {
    kind: 'host.request',
    doc: 'the host was asked to do something that takes time',
    fields: [['name', 'S', 0]],
  },
  {
    kind: 'host.done',
    doc: 'the host answered',
    fields: [['outcome', 'S', 0]],
  },
  {
    kind: 'thread.start',
    doc: 'a thread starts; MainThread is the first',
    fields: [['name', 'S', 0]],
  },
  {
    kind: 'thread.end',
    doc: 'a thread ended',
    fields: [['name', 'S', 0]],
  },
  {
    kind: 'frame.enter',
    doc: 'a Python function starts to run',
    fields: [['function', 'S', 0], ['caller', 'I', 1]],
  },
  {
    kind: 'frame.exit',
    doc: 'the function ended; outcome is return or raise',
    fields: [['outcome', 'S', 0]],
  },
  {
    kind: 'frame.suspend',
    doc: 'the function gave up control at an await or a yield and keeps its place',
    fields: [['why', 'S', 0]],
  },
  {
    kind: 'frame.resume',
    doc: 'the function goes on after an await or a yield',
    fields: [['caller', 'I', 0]],
  },
  {
    kind: 'line',
    doc: 'the program reached this line',
    fields: [],
  },
];
