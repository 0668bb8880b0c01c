// player.js — the cursor over a recorded run: seek, step, play.
// SPDX-License-Identifier: MIT
//
// The cursor is the seq of the last event that has happened, -1 before the
// first. While a run is being recorded the cursor follows its end until
// somebody moves it.

/** @typedef {import('./trace/types.js').TraceEvent} TraceEvent */
/** @typedef {import('./trace/store.js').TraceStore} TraceStore */

/** What one step can be: which events the cursor stops at. */
export const UNITS = /** @type {const} */ ([
  ['event', 'every event'],
  ['line', 'line of code'],
  ['step', 'task step'],
  ['turn', 'loop turn'],
  ['output', 'output'],
]);

/** @typedef {typeof UNITS[number][0]} Unit */

/** @type {Record<Unit, (event: TraceEvent) => boolean>} */
const STOPS = {
  event: () => true,
  line: (event) => event.kind === 'line',
  step: (event) => event.kind === 'task.step.begin',
  turn: (event) => event.kind === 'loop.iteration',
  output: (event) => event.kind === 'output',
};

export class Player {
  /** @type {TraceStore} */
  #store;
  #onChange;
  #seq = -1;
  #timer = 0;
  /** @type {Unit} */
  unit = 'event';
  /** Steps a second. */
  pace = 5;
  following = true;

  /**
   * @param {TraceStore} store
   * @param {() => void} onChange the cursor moved, or playing began or ended
   */
  constructor(store, onChange) {
    this.#store = store;
    this.#onChange = onChange;
  }

  get seq() {
    return this.#seq;
  }

  get last() {
    return this.#store.length - 1;
  }

  get isPlaying() {
    return this.#timer !== 0;
  }

  /** A new run: the cursor follows it from the start. @param {TraceStore} store */
  reset(store) {
    this.pause();
    this.#store = store;
    this.#seq = -1;
    this.following = true;
    this.#onChange();
  }

  /** The log grew. */
  grown() {
    if (this.following) {
      this.#seq = this.last;
    }
    this.#onChange();
  }

  /** @param {number} seq outside the log means its nearest end */
  seek(seq) {
    this.pause();
    this.#move(seq);
  }

  first() {
    this.seek(Math.min(0, this.last));
  }

  toEnd() {
    this.seek(this.last);
  }

  forward() {
    this.seek(this.#next());
  }

  back() {
    let seq = this.#seq - 1;
    while (seq > 0 && !this.#stopsAt(seq)) {
      seq -= 1;
    }
    this.seek(Math.max(seq, Math.min(0, this.last)));
  }

  /** Plays on from here; at the end, from the start. */
  play() {
    if (this.isPlaying || this.last < 0) {
      return;
    }
    if (this.#seq >= this.last) {
      this.#seq = 0;
    }
    this.following = false;
    this.#schedule();
    this.#onChange();
  }

  pause() {
    if (this.isPlaying) {
      clearTimeout(this.#timer);
      this.#timer = 0;
      this.#onChange();
    }
  }

  #schedule() {
    this.#timer = setTimeout(() => {
      this.#move(this.#next());
      if (this.#seq >= this.last) {
        this.pause();
      } else if (this.isPlaying) {
        this.#schedule();
      }
    }, 1000 / this.pace);
  }

  #next() {
    let seq = this.#seq + 1;
    while (seq < this.last && !this.#stopsAt(seq)) {
      seq += 1;
    }
    return seq;
  }

  /** @param {number} seq */
  #stopsAt(seq) {
    const event = this.#store.event(seq);
    return event !== undefined && STOPS[this.unit](event);
  }

  /** @param {number} seq */
  #move(seq) {
    const target = Math.min(Math.max(Math.trunc(seq) || 0, -1), this.last);
    this.following = target === this.last;
    if (target !== this.#seq) {
      this.#seq = target;
      this.#onChange();
    }
  }
}
