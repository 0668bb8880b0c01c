// explain.js — events in plain words, and why they happened.
// SPDX-License-Identifier: MIT
//
// explain() says what an event is in one sentence, with its reason when the
// event's cause tells one. whyChain() walks causes back to the program's start.
// Both only read the log; all text they return is safe to show as text.

import {
  callableName,
  cleanLabel,
  formatClock,
  formatCount,
  formatSeconds,
  STOP_WHEN_DONE,
} from '../format.js';

/** @typedef {import('./types.js').TraceEvent} TraceEvent */
/** @typedef {import('./store.js').TraceStore} TraceStore */

/** @typedef {{ seq: number, text: string }} ChainLink */

/** What the core calls the callback by which gather() counts. */
const GATHER_CHILD = 'gather: one done';
const OWN_CALLBACKS = /** @type {Record<string, string>} */ ({
  [GATHER_CHILD]: 'the note for gather() that one is done',
  [STOP_WHEN_DONE]: 'the callback that stops the loop',
  'end of sleep': 'the end of a sleep',
});
/** Links between the events people think in: queueing and running. */
const MECHANICAL = new Set(['handle.schedule', 'handle.run', 'handle.end']);
const MAX_SEARCH = 8;
/** A chain is told again with every frame of a running program. */
const MAX_WALK = 20_000;

/**
 * One sentence about the event at [seq], without a full stop.
 * @param {TraceStore} store
 * @param {number} seq
 */
export function explain(store, seq) {
  const event = store.event(seq);
  if (!event) {
    return 'Nothing has happened yet';
  }
  const reason = because(store, event);
  return reason
    ? `${describe(store, event)}, because ${reason}`
    : describe(store, event);
}

/**
 * From the event back to the program's start, newest first. Past [limit]
 * links the middle is left out; `skipped` says how many (of a very long chain,
 * at least how many).
 * @param {TraceStore} store
 * @param {number} seq
 * @param {number} [limit]
 * @returns {{ links: ChainLink[], skipped: number, last: ChainLink | null }}
 */
export function whyChain(store, seq, limit = 12) {
  /** @type {TraceEvent[]} */
  const told = [];
  let event = store.event(seq);
  for (let i = 0; event && i < MAX_WALK; i++) {
    if (told.length === 0 || isTold(store, event)) {
      told.push(event);
    }
    event = causeOf(store, event);
  }
  const links = told.slice(0, limit).map((e) => chainLink(store, e));
  const start = store.event(0);
  if (told.length <= limit || !start) {
    return { links, skipped: 0, last: null };
  }
  const skipped = told.length - limit - 1;
  return { links, skipped, last: chainLink(store, start) };
}

/**
 * The event to blame. A task first runs because it was created, which the log
 * records as one thing with its queueing.
 * @param {TraceStore} store
 * @param {TraceEvent} event
 */
function causeOf(store, event) {
  return isBeforeFirstStep(store, event)
    ? store.subject(taskOf(event))
    : store.event(event.cause);
}

/**
 * Is this the first step of a task, or its queueing?
 * @param {TraceStore} store
 * @param {TraceEvent} event
 */
function isBeforeFirstStep(store, event) {
  const task = taskOf(event);
  return (
    task !== null &&
    event.seq <= store.firstStep(task) &&
    store.subject(task)?.kind === 'task.create'
  );
}

/**
 * The task a step or a handle belongs to.
 * @param {TraceEvent} event
 * @returns {number | null}
 */
function taskOf(event) {
  if (event.kind === 'task.step.begin') {
    return event.id;
  }
  const isStep = event.why === 'step' || event.kind === 'handle.run';
  return MECHANICAL.has(event.kind) && isStep ? (event.task ?? null) : null;
}

/**
 * @param {TraceStore} store
 * @param {TraceEvent} event
 */
function chainLink(store, event) {
  return { seq: event.seq, text: describe(store, event) };
}

/**
 * A task's step and a timer's firing tell what the handles around them do.
 * @param {TraceStore} store
 * @param {TraceEvent} event
 */
function isTold(store, event) {
  if (!MECHANICAL.has(event.kind)) {
    return true;
  }
  return (
    event.kind === 'handle.run' &&
    event.task === null &&
    ownCallback(store, event) === null
  );
}

/**
 * What a handle does when it is the loop's own business (resolving the future
 * of a sleep), else null.
 * @param {TraceStore} store
 * @param {TraceEvent} event
 */
function ownCallback(store, event) {
  const timer = store.subject(event.id);
  if (timer?.kind !== 'timer.set' || timer.future === null) {
    return null;
  }
  return `${futureName(store, timer.future)} is over`;
}

/**
 * @param {TraceStore} store
 * @param {TraceEvent} event
 */
function describe(store, event) {
  const describer = describers[event.kind];
  return describer
    ? describer(event, store)
    : `${cleanLabel(event.kind)} happens`;
}

/**
 * Why the event happened, as the rest of a sentence, or null when its own
 * words say it all.
 * @param {TraceStore} store
 * @param {TraceEvent} event
 */
function because(store, event) {
  if (!WANTS_REASON.has(event.kind)) {
    return null;
  }
  let queued = event;
  let cause = causeOf(store, event);
  for (let i = 0; cause && i < MAX_SEARCH; i++) {
    const reason = reasons[cause.kind]?.(cause, store, queued);
    if (reason) {
      return event.kind === 'task.step.begin' && reason === GAVE_WAY
        ? 'its turn came'
        : reason;
    }
    if (cause.kind === 'handle.schedule') {
      queued = cause;
    }
    cause = causeOf(store, cause);
  }
  return null;
}

const WANTS_REASON = new Set([
  'handle.schedule',
  'handle.run',
  'task.step.begin',
  'future.done',
  'timer.cancel',
]);

/**
 * What a cause contributes to "..., because ...".
 * @type {Record<string,
 *   (e: TraceEvent, store: TraceStore, of: TraceEvent) => string | null>}
 */
const reasons = {
  'task.create': (e, store, of) =>
    taskOf(of) === e.id ? `${who(store, e.parent, e.seq)} created it` : null,
  'task.step.end': (e, _store, of) => yieldReason(e, of),
  'task.step.begin': (e, _store, of) => yieldReason(e, of),
  'task.cancel': (e, store) =>
    `${who(store, e.by, e.seq)} cancelled ${who(store, e.id, e.seq)}`,
  'future.done': (e, store, of) =>
    of.kind === 'future.done'
      ? null
      : `${futureName(store, e.id)} ${endVerb(e.outcome)}`,
  'task.done': (e, store) => `${who(store, e.id, e.seq)} ${endVerb(e.outcome)}`,
  'timer.fire': (e) => `its time, ${formatClock(e.when)}, came`,
  'callback.add': () => null,
  'host.done': () => 'the host answered',
};

const GAVE_WAY = 'it gave way with sleep(0)';

/**
 * A task that queued itself: it gave way, or nothing was left to wait for.
 * @param {TraceEvent} e
 * @param {TraceEvent} queued
 */
function yieldReason(e, queued) {
  if (queued.task !== e.id) {
    return null;
  }
  return queued.why === 'wakeup' ? 'what it awaits is done already' : GAVE_WAY;
}

/** @param {string} outcome */
function endVerb(outcome) {
  switch (outcome) {
    case 'exception':
      return 'failed';
    case 'cancelled':
      return 'was cancelled';
    default:
      return 'ended';
  }
}

/**
 * A task, or the program itself for code outside any task.
 * @param {TraceStore} store
 * @param {number | null} id
 * @param {number} seq
 */
function who(store, id, seq) {
  return id === null ? 'the program' : taskName(store, id, seq);
}

/**
 * @param {TraceStore} store
 * @param {number} id
 * @param {number} seq
 */
function taskName(store, id, seq) {
  return cleanLabel(store.taskName(id, seq), 60);
}

const FUTURES = /** @type {Record<string, string>} */ ({
  user: 'a future',
  future: 'a future',
  sleep: 'its sleep',
  gather: 'its gather()',
  wait_for: 'its wait_for()',
});

/**
 * @param {TraceStore} store
 * @param {number | null} id
 * @param {string} [fallback] what the event itself says about the thing
 */
function futureName(store, id, fallback) {
  const made = store.subject(id);
  if (made?.kind === 'task.create') {
    return taskName(store, made.id ?? 0, Infinity);
  }
  const what = made?.kind === 'future.create' ? made.what : fallback;
  return FUTURES[what] ?? cleanLabel(what ?? 'a future', 60);
}

/**
 * @param {TraceStore} store
 * @param {number | null} id
 * @param {string | null} what
 */
export function awaitedName(store, id, what) {
  const made = store.subject(id);
  if (made?.kind === 'task.create') {
    return taskName(store, made.id ?? 0, Infinity);
  }
  const name = made?.kind === 'future.create' ? made.what : what;
  return cleanLabel(name ?? 'future', 60);
}

/** @param {unknown} text */
function quoted(text) {
  return `“${cleanLabel(String(text).replace(/\n$/, ''), 80)}”`;
}

/** @param {unknown} name */
function called(name) {
  return cleanLabel(name, 80);
}

/**
 * @param {TraceEvent} e
 * @param {TraceStore} store
 */
function handleName(e, store) {
  if (e.task !== null) {
    return `the next step of ${taskName(store, e.task, e.seq)}`;
  }
  return (
    OWN_CALLBACKS[/** @type {string} */ (e.callback)] ??
    `the callback ${callableName(e.callback)}`
  );
}

/** @param {number} count */
function timersWait(count) {
  return `${formatCount(count, 'timer')} still ${count === 1 ? 'waits' : 'wait'}`;
}

/**
 * What a callback of a future is for.
 * @param {TraceEvent} e
 * @param {TraceStore} store
 */
function willHappen(e, store) {
  if (e.task !== null) {
    return `${taskName(store, e.task, e.seq)} will be woken`;
  }
  switch (e.callback) {
    case GATHER_CHILD:
      return 'gather() will take note';
    case STOP_WHEN_DONE:
      return 'The loop will stop';
    default:
      return `${callableName(e.callback)} will be called`;
  }
}

/** @type {Record<string, (e: TraceEvent, store: TraceStore) => string>} */
const describers = {
  'program.start': (e) => `The program ${called(e.entry)} starts`,
  'program.end': (e) =>
    ({
      done: 'The program ends',
      error: 'The program ends with an error',
      exit: `The program exits with code ${e.code}`,
      interrupted: 'The program was stopped',
    })[/** @type {string} */ (e.outcome)] ?? 'The program ends',
  output: (e) =>
    e.stream === 'stderr'
      ? `${quoted(e.text)} is written to stderr`
      : `${quoted(e.text)} is printed`,
  error: (e) =>
    `${called(e.type)} ${e.where === 'uncaught' ? 'ends the program' : 'was not caught'}` +
    (e.message ? `: ${called(e.message)}` : ''),
  warning: (e) => `${called(e.category)}: ${called(e.message)}`,

  'loop.create': () => 'An event loop is created',
  'loop.start': (e, store) =>
    store.subject(e.until)?.kind === 'task.create'
      ? `The event loop starts, to run until ${taskName(store, e.until, e.seq)} is done`
      : 'The event loop starts',
  'loop.iteration': (e) =>
    `Turn ${e.number} of the loop begins: ${formatCount(e.ready, 'callback')}` +
    ` will run${e.timers ? `, ${timersWait(e.timers)}` : ''}`,
  'loop.wait': (e) =>
    Number.isFinite(e.until)
      ? `Nothing is ready: the loop waits ${formatSeconds(e.until - e.t)},` +
        ` until ${formatClock(e.until)}`
      : 'Nothing is ready and no timer is set: the loop waits',
  'loop.stop': () => 'The event loop stops',
  'loop.close': () => 'The event loop is closed',

  'handle.schedule': (e, store) =>
    `${capital(handleName(e, store))} joins the ready queue`,
  'handle.run': (e, store) => {
    const own = ownCallback(store, e);
    return own
      ? `The loop runs a timer: ${own}`
      : `The loop runs ${handleName(e, store)}`;
  },
  'handle.end': () => 'The callback returns to the loop',
  'handle.cancel': () => 'A queued callback is cancelled',

  'timer.set': (e, store) =>
    `A timer is set for ${formatClock(e.when)}` +
    (e.future === null
      ? `, to call ${callableName(e.callback)}`
      : `, to end ${futureName(store, e.future).replace('its ', 'the ')}`),
  'timer.fire': (e) => `The timer for ${formatClock(e.when)} is due`,
  'timer.cancel': () => 'A timer is cancelled',

  'future.create': (e) =>
    e.what === 'user'
      ? 'A future is created'
      : `A future is created for ${called(e.what)}`,
  'future.done': (e, store) =>
    `${capital(futureName(store, e.id).replace('its ', 'the '))} ` +
    (e.outcome === 'result' ? 'gets its result' : endVerb(e.outcome)),
  'callback.add': (e, store) =>
    `${willHappen(e, store)} when ${futureName(store, e.id)} is done`,

  'task.create': (e, store) =>
    `${capital(who(store, e.parent, e.seq))} creates ` +
    `${taskName(store, e.id ?? 0, e.seq)} to run ${callableName(e.coro)}()`,
  'task.name': (e) => `A task gets the name ${called(e.name)}`,
  'task.step.begin': (e, store) =>
    `${taskName(store, e.id ?? 0, e.seq)} ` +
    (isBeforeFirstStep(store, e) ? 'starts to run' : 'goes on'),
  'task.step.end': (e, store) => {
    const name = taskName(store, e.id ?? 0, e.seq);
    switch (e.state) {
      case 'yielded':
        return `${name} gives way to the others`;
      case 'waiting':
        return `${name} pauses to wait for ${futureName(store, e.on)}`;
      default:
        return `${name} ${endVerb(e.state)}`;
    }
  },
  'task.wait': (e, store) =>
    `${taskName(store, e.id ?? 0, e.seq)} awaits ` +
    `${futureName(store, e.on, e.what)}`,
  'task.cancel': (e, store) =>
    `${capital(who(store, e.by, e.seq))} asks ` +
    `${taskName(store, e.id ?? 0, e.seq)} to cancel`,
  'task.done': (e, store) => {
    const name = taskName(store, e.id ?? 0, e.seq);
    switch (e.outcome) {
      case 'exception':
        return `${name} fails with ${called(e.value)}`;
      case 'cancelled':
        return `${name} is cancelled`;
      default:
        return e.value && e.value !== 'None'
          ? `${name} is done and returns ${called(e.value)}`
          : `${name} is done`;
    }
  },

  'coro.create': (e) =>
    `${callableName(e.name)}() is called: a coroutine exists, nothing in it has run`,
  'coro.drop': (e) => `${called(e.name)}() was never awaited and never ran`,

  'blocked.begin': (e) =>
    `${called(e.by)} blocks the whole loop for ${formatSeconds(e.until - e.t)}`,
  'blocked.end': (e) =>
    `The blocking call returns after ${formatSeconds(e.seconds)}`,
  'host.request': (e) => `The host is asked for ${called(e.name)}`,
  'host.done': (e) =>
    `The host answers${e.outcome === 'result' ? '' : ` with ${called(e.outcome)}`}`,
  'thread.start': (e) => `The thread ${called(e.name)} starts`,
  'thread.end': (e) => `The thread ${called(e.name)} ends`,

  'frame.enter': (e) => `${functionName(e.function)} is entered`,
  'frame.exit': (e) =>
    e.outcome === 'raise'
      ? 'The function ends with an exception'
      : 'The function returns',
  'frame.suspend': (e) => `The function pauses at ${called(e.why)}`,
  'frame.resume': () => 'The function goes on where it paused',
  line: (e) => `Line ${e.line} runs`,
};

const NAMELESS = /** @type {Record<string, string>} */ ({
  '<module>': 'The program’s own code',
  '<lambda>': 'A lambda',
  '<genexpr>': 'A generator expression',
  '<listcomp>': 'A list comprehension',
  '<setcomp>': 'A set comprehension',
  '<dictcomp>': 'A dict comprehension',
});

/** @param {unknown} name qualified, as Python has it */
function functionName(name) {
  const last = String(name).split('.').pop() ?? '';
  return NAMELESS[last] ?? `${callableName(name)}()`;
}

/** @param {string} text */
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
