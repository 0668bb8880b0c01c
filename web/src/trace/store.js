// store.js — the log of one run, and the state at any step of it.
// SPDX-License-Identifier: MIT
//
// The log only grows. stateAt(n) is the fold of events 0..n; checkpoints keep
// it immediate in both directions. Their distance grows with the size of the
// state, so all of them together cost no more than the log itself.
//
// Past `capacity` events the newest are counted and not kept: what is kept
// stays a prefix, so causes and states stay true.

import { firstIndex } from './search.js';
import { applyEvent, cloneState, initialState, stateSize } from './state.js';

/** @typedef {import('./types.js').TraceEvent} TraceEvent */
/** @typedef {import('./types.js').TraceState} TraceState */

const CHECKPOINT_DISTANCE = 256;
const DEFAULT_CAPACITY = 300_000;

/** Kinds that introduce a subject other events refer to by id. */
const INTRODUCES = new Set([
  'loop.create',
  'handle.schedule',
  'timer.set',
  'future.create',
  'task.create',
  'coro.create',
  'host.request',
  'thread.start',
]);

export class TraceStore {
  /** @type {TraceEvent[]} */
  #events = [];
  /** @type {TraceState} */
  #last = initialState();
  /** @type {TraceState[]} */
  #checkpoints = [initialState()];
  /** @type {Map<number, TraceEvent>} */
  #subjects = new Map();
  /** @type {Map<number, TraceEvent[]>} */
  #names = new Map();
  /** @type {Map<number, number>} */
  #firstSteps = new Map();
  /** @type {TraceEvent[]} */
  #outputs = [];
  #capacity;
  #dropped = 0;

  /** @param {{ capacity?: number }} [options] */
  constructor({ capacity = DEFAULT_CAPACITY } = {}) {
    this.#capacity = capacity;
  }

  /** How many events are kept. */
  get length() {
    return this.#events.length;
  }

  /** How many events came after the log was full. */
  get dropped() {
    return this.#dropped;
  }

  /** The events that wrote output, in order. */
  get outputs() {
    return /** @type {readonly TraceEvent[]} */ (this.#outputs);
  }

  /** @returns {readonly TraceEvent[]} */
  get events() {
    return this.#events;
  }

  /**
   * Takes what a run recorded next.
   * @param {readonly TraceEvent[]} events
   */
  append(events) {
    for (const event of events) {
      // A gap would make every later cause point at the wrong event.
      const isNext = event.seq === this.#events.length;
      if (!isNext || this.#events.length >= this.#capacity) {
        this.#dropped += 1;
        continue;
      }
      this.#add(event);
    }
  }

  /** @param {TraceEvent} event */
  #add(event) {
    this.#events.push(event);
    applyEvent(this.#last, event);
    const { id } = event;
    if (id !== null && INTRODUCES.has(event.kind) && !this.#subjects.has(id)) {
      this.#subjects.set(id, event);
    }
    if (id !== null && event.kind === 'task.name') {
      const names = this.#names.get(id) ?? [];
      names.push(event);
      this.#names.set(id, names);
    }
    if (event.kind === 'task.step.begin' && !this.#firstSteps.has(id ?? 0)) {
      this.#firstSteps.set(id ?? 0, event.seq);
    }
    if (event.kind === 'output') {
      this.#outputs.push(event);
    }
    const previous = this.#checkpoints[this.#checkpoints.length - 1];
    const distance = Math.max(CHECKPOINT_DISTANCE, stateSize(this.#last));
    if (event.seq - previous.seq >= distance) {
      this.#checkpoints.push(cloneState(this.#last));
    }
  }

  /**
   * @param {number | null} seq
   * @returns {TraceEvent | undefined}
   */
  event(seq) {
    return seq === null ? undefined : this.#events[seq];
  }

  /**
   * The event that introduced a subject.
   * @param {number | null} id
   */
  subject(id) {
    return id === null ? undefined : this.#subjects.get(id);
  }

  /**
   * The seq of a task's first step, Infinity while it has not run.
   * @param {number | null} task
   */
  firstStep(task) {
    return this.#firstSteps.get(task ?? 0) ?? Infinity;
  }

  /**
   * What a task is called at a step.
   * @param {number} id
   * @param {number} seq
   */
  taskName(id, seq) {
    const created = this.#subjects.get(id);
    let name = created?.kind === 'task.create' ? created.name : `Task ${id}`;
    for (const rename of this.#names.get(id) ?? []) {
      if (rename.seq <= seq) {
        name = rename.name;
      }
    }
    return /** @type {string} */ (name);
  }

  /**
   * The fold of events 0..seq; the caller owns the result.
   * @param {number} seq -1 for the state before the first event
   */
  stateAt(seq) {
    const target = Math.min(Math.max(seq, -1), this.#events.length - 1);
    if (target === this.#last.seq) {
      return cloneState(this.#last);
    }
    const state = cloneState(this.#checkpointBefore(target));
    for (let i = state.seq + 1; i <= target; i++) {
      applyEvent(state, this.#events[i]);
    }
    return state;
  }

  /** @param {number} seq */
  #checkpointBefore(seq) {
    const later = firstIndex(this.#checkpoints, (state) => state.seq > seq);
    return this.#checkpoints[later - 1];
  }
}
