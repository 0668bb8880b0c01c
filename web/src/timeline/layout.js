// layout.js — trace to lanes and boxes, without a pixel.
// SPDX-License-Identifier: MIT
//
// The horizontal unit is the step (an event's seq), because on the virtual
// clock many events share one moment; where the clock moves, JUMP_COLUMNS empty
// columns make room for the time that passed (columnOf, seqAt).
// A lane is a pile of layers; a layer is a sorted list of boxes that do not
// overlap, each covering the steps [from, to). Timers use a layer per row; when
// rows run out, the last one alone may overlap.
//
// The layout is built by adding events one by one, so a running program costs
// only what is new. Drawing and zoom are in draw.js and view.js.

import { callableName } from '../format.js';
import { firstIndex } from '../trace/search.js';

/** @typedef {import('../trace/types.js').TraceEvent} TraceEvent */

/**
 * @typedef {'turn' | 'pause' | 'run' | 'ready' | 'wait' | 'timer'
 *   | 'blocked' | 'code'} BoxKind
 */

/**
 * @typedef {object} Box
 * @property {BoxKind} kind
 * @property {number} from
 * @property {number} to Infinity while open
 * @property {string} label
 * @property {number | null} id the subject
 */

/**
 * @typedef {'output' | 'stderr' | 'error' | 'warning' | 'done' | 'failed'
 *   | 'cancelled' | 'cancel'} MarkKind
 */

/** @typedef {{ seq: number, kind: MarkKind, label: string }} Mark */

/**
 * @typedef {object} Lane
 * @property {'loop' | 'timers' | 'code' | 'callbacks' | 'task'} kind
 * @property {number | null} id
 * @property {string} name
 * @property {string} awaits what the task said it waits for, last
 * @property {number} from first step
 * @property {number} to last step, Infinity while it lives
 * @property {Box[][]} layers in the order they are painted
 * @property {Mark[]} marks sorted by `seq`
 */

/** @typedef {{ seq: number, t: number, by: number }} Jump */

const MAX_TIMER_ROWS = 6;
export const JUMP_COLUMNS = 4;
const MAX_OVERLAP = 500;

/** Which layer a box belongs to; a timer's is its row. */
const LAYER = {
  turn: 0,
  pause: 0,
  code: 0,
  wait: 0,
  ready: 1,
  run: 2,
  blocked: 3,
};

export class TimelineLayout {
  /** @type {Lane} */
  loop = newLane('loop', null, 'Loop turns', 0);
  /** @type {Lane} */
  timers = newLane('timers', null, 'Timers', 0);
  /** @type {Lane} */
  code = newLane('code', null, 'Program', 0);
  /** @type {Lane | null} */
  callbacks = null;
  /** @type {Map<number, Lane>} */
  tasks = new Map();
  /** Where the clock moved, and by how much. @type {Jump[]} */
  jumps = [];
  /** The lane each event happened in. @type {Lane[]} */
  laneOf = [];
  length = 0;

  #t = 0;
  /** @type {Lane | null} */
  #running = null;
  /** @type {Map<string, Box>} */
  #open = new Map();
  /** The timer that holds each row. @type {(Box | null)[]} */
  #timerRows = [];

  /** All lanes from top to bottom. */
  get lanes() {
    const lanes = [this.loop, this.timers, this.code];
    if (this.callbacks) {
      lanes.push(this.callbacks);
    }
    return [...lanes, ...this.tasks.values()];
  }

  /** Width of everything. */
  get columns() {
    return this.length + this.jumps.length * JUMP_COLUMNS;
  }

  /** Where an event stands; the jump that leads to it lies before it. */
  columnOf(/** @type {number} */ seq) {
    const jumps = firstIndex(this.jumps, (jump) => jump.seq > seq);
    return seq + jumps * JUMP_COLUMNS;
  }

  /** The event at a column, for a jump the event it leads to. */
  seqAt(/** @type {number} */ column) {
    const jumps = firstIndex(
      this.jumps,
      (jump) => this.columnOf(jump.seq) - JUMP_COLUMNS > column,
    );
    const seq = Math.floor(column) - jumps * JUMP_COLUMNS;
    return jumps > 0 ? Math.max(seq, this.jumps[jumps - 1].seq) : seq;
  }

  /** @param {readonly TraceEvent[]} events the next ones, without a gap */
  add(events) {
    for (const event of events) {
      this.#add(event);
    }
  }

  /** @param {TraceEvent} event */
  #add(event) {
    if (event.t > this.#t) {
      this.jumps.push({ seq: event.seq, t: event.t, by: event.t - this.#t });
      this.#t = event.t;
    }
    this.length = event.seq + 1;
    placers[event.kind]?.(this, event, /** @type {number} */ (event.id));
    const lane = this.#laneOf(event);
    this.laneOf[event.seq] = lane;
    const mark = markOf(event);
    if (mark) {
      lane.marks.push(mark);
    }
  }

  /** @param {TraceEvent} event */
  #laneOf(event) {
    if (event.kind.startsWith('task.')) {
      return this.tasks.get(event.id ?? 0) ?? this.code;
    }
    if (event.kind.startsWith('timer.')) {
      return this.timers;
    }
    if (event.kind.startsWith('loop.') && event.kind !== 'loop.create') {
      return this.loop;
    }
    if (event.kind.startsWith('handle.')) {
      const task = this.tasks.get(event.task);
      return task ?? this.#running ?? this.callbacks ?? this.loop;
    }
    return this.#running ?? this.code;
  }

  /**
   * @param {Lane} lane
   * @param {Exclude<BoxKind, 'timer'>} kind
   * @param {TraceEvent} event
   * @param {string} label
   */
  open(lane, kind, event, label) {
    this.close(kind, event.id, event.seq);
    this.#place(lane, LAYER[kind], {
      kind,
      from: event.seq,
      to: Infinity,
      label,
      id: event.id,
    });
  }

  /** @param {Lane} lane @param {number} layer @param {Box} box */
  #place(lane, layer, box) {
    while (lane.layers.length <= layer) {
      lane.layers.push([]);
    }
    lane.layers[layer].push(box);
    this.#open.set(`${box.kind} ${box.id}`, box);
  }

  /**
   * @param {BoxKind} kind
   * @param {number | null} id
   * @param {number} seq first step after the box
   */
  close(kind, id, seq) {
    const key = `${kind} ${id}`;
    const box = this.#open.get(key);
    if (!box) {
      return;
    }
    this.#open.delete(key);
    box.to = seq;
    if (kind === 'timer') {
      this.#timerRows[this.#timerRows.indexOf(box)] = null;
    }
  }

  /** @param {BoxKind} kind @param {number} id */
  isOpen(kind, id) {
    return this.#open.has(`${kind} ${id}`);
  }

  /** Ends what is open when the program ends. @param {number} seq */
  closeAll(seq) {
    for (const box of this.#open.values()) {
      box.to = seq;
    }
    this.#open.clear();
    for (const lane of this.lanes) {
      lane.to = Math.min(lane.to, seq);
    }
  }

  /** @param {TraceEvent} event @param {string} label */
  openTimer(event, label) {
    const { id, seq } = event;
    /** @type {Box} */
    const box = { kind: 'timer', from: seq, to: Infinity, label, id };
    const rows = this.#timerRows;
    const free = rows.indexOf(null);
    const row = free >= 0 ? free : Math.min(rows.length, MAX_TIMER_ROWS - 1);
    rows[row] = box;
    this.#place(this.timers, row, box);
  }

  /** @param {number} seq */
  callbackLane(seq) {
    this.callbacks ??= newLane('callbacks', null, 'Callbacks', seq);
    return this.callbacks;
  }

  /** The lane whose code runs from now on; null for the program's own. */
  setRunning(/** @type {Lane | null} */ lane) {
    this.#running = lane;
  }

  get running() {
    return this.#running ?? this.code;
  }
}

/**
 * The layout of a whole trace.
 * @param {readonly TraceEvent[]} events
 */
export function layoutTrace(events) {
  const layout = new TimelineLayout();
  layout.add(events);
  return layout;
}

/**
 * The boxes of a layer that touch the steps [from, to), last first.
 * @param {readonly Box[]} layer
 * @param {number} from
 * @param {number} to
 * @param {boolean} mayOverlap
 */
export function boxesBetween(layer, from, to, mayOverlap = false) {
  const last = firstIndex(layer, (box) => box.from >= to) - 1;
  const limit = mayOverlap ? Math.max(0, last - MAX_OVERLAP) : 0;
  const found = [];
  for (let i = last; i >= limit; i--) {
    if (layer[i].to > from) {
      found.push(layer[i]);
    } else if (!mayOverlap) {
      break;
    }
  }
  return found;
}

/**
 * @param {Lane} lane
 * @param {number} from
 * @param {number} to
 */
export function marksBetween(lane, from, to) {
  const first = firstIndex(lane.marks, (mark) => mark.seq >= from);
  const last = firstIndex(lane.marks, (mark) => mark.seq >= to);
  return lane.marks.slice(first, last);
}

/**
 * @param {Lane['kind']} kind
 * @param {number | null} id
 * @param {string} name
 * @param {number} from
 * @returns {Lane}
 */
function newLane(kind, id, name, from) {
  return {
    kind,
    id,
    name,
    awaits: '',
    from,
    to: Infinity,
    layers: [[]],
    marks: [],
  };
}

/**
 * @param {TraceEvent} event
 * @returns {Mark | null}
 */
function markOf(event) {
  const { seq } = event;
  switch (event.kind) {
    case 'output':
      return {
        seq,
        kind: event.stream === 'stderr' ? 'stderr' : 'output',
        label: event.text,
      };
    case 'error':
      return { seq, kind: 'error', label: `${event.type}: ${event.message}` };
    case 'warning':
    case 'coro.drop':
      return { seq, kind: 'warning', label: event.message ?? event.name };
    case 'task.cancel':
      return { seq, kind: 'cancel', label: 'cancel' };
    case 'task.done':
      return { seq, kind: doneMark(event.outcome), label: event.value };
    default:
      return null;
  }
}

/** @param {string} outcome @returns {MarkKind} */
function doneMark(outcome) {
  if (outcome === 'exception') {
    return 'failed';
  }
  return outcome === 'cancelled' ? 'cancelled' : 'done';
}

/** @type {Record<string, (l: TimelineLayout, e: TraceEvent, id: number) => void>} */
const placers = {
  'program.start'(l, e) {
    l.open(l.code, 'code', { ...e, id: 0 }, e.entry);
    l.code.name = e.entry;
  },
  'program.end'(l, e) {
    l.closeAll(e.seq + 1);
  },
  'loop.start'(l, e) {
    l.close('code', 0, e.seq);
  },
  'loop.iteration'(l, e, id) {
    l.close('pause', id, e.seq);
    l.open(l.loop, 'turn', e, String(e.number));
  },
  'loop.wait'(l, e, id) {
    l.close('turn', id, e.seq);
    l.open(l.loop, 'pause', e, 'waits');
  },
  'loop.stop'(l, e, id) {
    l.close('turn', id, e.seq + 1);
    l.close('pause', id, e.seq + 1);
    l.setRunning(null);
    l.open(l.code, 'code', { ...e, id: 0 }, l.code.name);
  },

  'handle.schedule'(l, e) {
    const lane = l.tasks.get(e.task);
    if (lane && (e.why === 'step' || e.why === 'wakeup')) {
      l.close('wait', lane.id, e.seq);
      l.open(lane, 'ready', { ...e, id: lane.id }, 'ready');
    }
  },
  'handle.run'(l, e) {
    const task = l.tasks.get(e.task);
    if (!task) {
      const lane = l.callbackLane(e.seq);
      l.open(lane, 'run', e, callableName(e.callback));
      l.setRunning(lane);
      return;
    }
    l.setRunning(task);
    l.close('ready', task.id, e.seq);
    l.open(task, 'run', e, '');
  },
  'handle.end'(l, e, id) {
    l.close('run', id, e.seq + 1);
    l.setRunning(null);
  },

  'timer.set'(l, e) {
    l.openTimer(e, callableName(e.callback));
  },
  'timer.fire'(l, e, id) {
    l.close('timer', id, e.seq + 1);
  },
  'timer.cancel'(l, e, id) {
    l.close('timer', id, e.seq + 1);
  },

  'task.create'(l, e, id) {
    l.tasks.set(id, newLane('task', id, e.name, e.seq));
  },
  'task.name'(l, e, id) {
    const lane = l.tasks.get(id);
    if (lane) {
      lane.name = e.name;
    }
  },
  'task.wait'(l, e, id) {
    const lane = l.tasks.get(id);
    if (lane) {
      lane.awaits = e.what;
    }
  },
  'task.step.end'(l, e, id) {
    const lane = l.tasks.get(id);
    // What it waits for may be done already: then its wake-up is queued.
    if (lane && e.state === 'waiting' && !l.isOpen('ready', id)) {
      l.open(lane, 'wait', e, lane.awaits);
    }
  },
  'task.done'(l, e, id) {
    const lane = l.tasks.get(id);
    if (lane) {
      l.close('wait', id, e.seq);
      l.close('ready', id, e.seq);
      lane.to = e.seq + 1;
    }
  },

  'blocked.begin'(l, e) {
    l.open(l.running, 'blocked', e, e.by);
  },
  'blocked.end'(l, e, id) {
    l.close('blocked', id, e.seq + 1);
  },
};
