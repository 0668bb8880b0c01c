// state.js — the fold: what the program looks like after each event.
// SPDX-License-Identifier: MIT
//
// applyEvent() is the only code that gives trace events a meaning for the
// state. It depends on nothing but its arguments, so folding the same events
// always gives the same state. It changes the containers of the state it is
// given and never the objects inside them, so a copy of the containers
// (cloneState) is a full snapshot.

/** @typedef {import('./types.js').TraceEvent} TraceEvent */
/** @typedef {import('./types.js').TraceState} TraceState */
/** @typedef {import('./types.js').Task} Task */

/** @returns {TraceState} */
export function initialState() {
  return {
    seq: -1,
    t: 0,
    file: null,
    line: null,
    phase: 'idle',
    until: null,
    loop: null,
    iteration: 0,
    handle: null,
    task: null,
    frame: null,
    outer: [],
    ready: new Map(),
    timers: new Map(),
    tasks: new Map(),
    futures: new Map(),
    frames: new Map(),
    outputs: 0,
    end: null,
  };
}

/**
 * @param {TraceState} state
 * @returns {TraceState}
 */
export function cloneState(state) {
  return {
    ...state,
    outer: state.outer.slice(),
    ready: new Map(state.ready),
    timers: new Map(state.timers),
    tasks: new Map(state.tasks),
    futures: new Map(state.futures),
    frames: new Map(state.frames),
  };
}

/**
 * How much a copy of the state costs, in entries.
 * @param {TraceState} state
 */
export function stateSize(state) {
  return (
    state.ready.size +
    state.timers.size +
    state.tasks.size +
    state.futures.size +
    state.frames.size
  );
}

/**
 * Folds one event into the state, in place.
 * @param {TraceState} state
 * @param {TraceEvent} event
 */
export function applyEvent(state, event) {
  state.seq = event.seq;
  state.t = event.t;
  if (event.line !== null) {
    state.file = event.file;
    state.line = event.line;
  }
  const fold = folds[event.kind];
  if (fold) {
    fold(state, event, /** @type {number} */ (event.id));
  }
}

/**
 * Tasks with the timer queue's order: deadline first, then who came first.
 * @param {TraceState} state
 */
export function timersInOrder(state) {
  return [...state.timers.values()].sort(
    (a, b) => a.when - b.when || a.id - b.id,
  );
}

/**
 * The running functions, innermost first.
 * @param {TraceState} state
 */
export function callStack(state) {
  const stack = [];
  let id = state.frame;
  while (id !== null && stack.length < 1000) {
    const frame = state.frames.get(id);
    if (!frame) {
      break;
    }
    stack.push(frame);
    id = frame.caller;
  }
  return stack;
}

/**
 * @param {TraceState} state
 * @param {number | null} id
 * @param {Partial<Task>} change
 */
function changeTask(state, id, change) {
  const task = id === null ? undefined : state.tasks.get(id);
  if (task) {
    state.tasks.set(task.id, { ...task, ...change });
  }
}

/**
 * @param {TraceState} state
 * @param {number} id
 */
function unqueue(state, id) {
  const handle = state.ready.get(id);
  state.ready.delete(id);
  const task = handle?.task ?? null;
  if (task !== null && state.tasks.get(task)?.handle === id) {
    changeTask(state, task, { handle: null });
  }
}

/**
 * @param {TraceState} state
 * @param {number} id
 * @param {number | null} frame the function that goes on
 */
function leaveFrame(state, id, frame) {
  if (state.frame === id) {
    state.frame = frame;
  }
}

/** @type {Record<string, (s: TraceState, e: TraceEvent, id: number) => void>} */
const folds = {
  'program.start'(s) {
    s.phase = 'running';
  },
  'program.end'(s, e) {
    s.phase = 'ended';
    s.until = null;
    s.end = { outcome: e.outcome, code: e.code };
  },
  output(s) {
    s.outputs += 1;
  },

  'loop.start'(s, e, id) {
    s.loop = id;
  },
  'loop.iteration'(s, e) {
    s.phase = 'running';
    s.until = null;
    s.iteration = e.number;
  },
  'loop.wait'(s, e) {
    s.phase = 'waiting';
    s.until = e.until;
  },
  'loop.stop'(s) {
    s.phase = 'running';
    s.until = null;
    s.loop = null;
  },

  'handle.schedule'(s, e, id) {
    s.ready.set(id, { id, callback: e.callback, why: e.why, task: e.task });
    const task = s.tasks.get(e.task);
    if (task && (e.why === 'step' || e.why === 'wakeup')) {
      const ready = task.state === 'waiting' || task.state === 'created';
      changeTask(s, task.id, {
        handle: id,
        state: ready ? 'ready' : task.state,
      });
    }
  },
  'handle.run'(s, e, id) {
    unqueue(s, id);
    s.outer.push({ handle: s.handle, frame: s.frame });
    s.handle = id;
    s.frame = null;
  },
  'handle.end'(s) {
    const outer = s.outer.pop();
    s.handle = outer?.handle ?? null;
    s.frame = outer?.frame ?? null;
  },
  'handle.cancel'(s, e, id) {
    unqueue(s, id);
  },

  'timer.set'(s, e, id) {
    s.timers.set(id, {
      id,
      callback: e.callback,
      future: e.future,
      when: e.when,
    });
  },
  'timer.fire'(s, e, id) {
    s.phase = 'running';
    s.until = null;
    s.timers.delete(id);
  },
  'timer.cancel'(s, e, id) {
    s.timers.delete(id);
  },

  'future.create'(s, e, id) {
    s.futures.set(id, e.what);
  },
  'future.done'(s, e, id) {
    s.futures.delete(id);
  },

  'task.create'(s, e, id) {
    s.tasks.set(id, {
      id,
      name: e.name,
      coro: e.coro,
      parent: e.parent,
      state: 'created',
      handle: null,
      on: null,
      what: null,
      value: null,
      cancelling: false,
    });
  },
  'task.name'(s, e, id) {
    changeTask(s, id, { name: e.name });
  },
  'task.step.begin'(s, e, id) {
    s.task = id;
    changeTask(s, id, { state: 'running', on: null, what: null });
  },
  'task.wait'(s, e, id) {
    changeTask(s, id, { on: e.on, what: e.what });
  },
  'task.step.end'(s, e, id) {
    s.task = null;
    const task = s.tasks.get(id);
    if (!task || task.state !== 'running') {
      return; // task.done came first and says how it ended
    }
    if (e.state === 'waiting' || e.state === 'yielded') {
      // What it awaits may already be done: then its wake-up is queued.
      const queued = e.state === 'yielded' || task.handle !== null;
      changeTask(s, id, {
        state: queued ? 'ready' : 'waiting',
        on: e.on ?? task.on,
      });
    } else {
      changeTask(s, id, { state: e.state, on: null, what: null });
    }
  },
  'task.cancel'(s, e, id) {
    changeTask(s, id, { cancelling: true });
  },
  'task.done'(s, e, id) {
    changeTask(s, id, {
      state: e.outcome,
      value: e.value,
      on: null,
      what: null,
      cancelling: false,
    });
  },

  'blocked.begin'(s, e) {
    s.phase = 'blocked';
    s.until = e.until;
  },
  'blocked.end'(s) {
    s.phase = 'running';
    s.until = null;
  },

  'frame.enter'(s, e, id) {
    s.frames.set(id, {
      id,
      function: e.function,
      caller: e.caller,
      file: e.file,
      line: e.line,
    });
    s.frame = id;
  },
  'frame.exit'(s, e, id) {
    leaveFrame(s, id, s.frames.get(id)?.caller ?? null);
    s.frames.delete(id);
  },
  'frame.suspend'(s, e, id) {
    leaveFrame(s, id, s.frames.get(id)?.caller ?? null);
  },
  'frame.resume'(s, e, id) {
    const frame = s.frames.get(id);
    if (frame) {
      s.frames.set(id, { ...frame, caller: e.caller });
      s.frame = id;
    }
  },
  line(s, e) {
    const frame = s.frame === null ? undefined : s.frames.get(s.frame);
    if (frame) {
      s.frames.set(frame.id, { ...frame, file: e.file, line: e.line });
    }
  },
};
