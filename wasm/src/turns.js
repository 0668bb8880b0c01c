// turns.js — calls a function again soon, or later, without holding the page.
// SPDX-License-Identifier: MIT
//
// "Soon" is after the page, or whatever else runs here, had its turn. One per
// run.

/** Longest delay that setTimeout keeps; a longer one just asks again. */
const MAX_DELAY = 0x7fffffff;

/**
 * A function that asks for a call of [turn] soon. In browsers that is a
 * message: setTimeout(0) is clamped to 4 ms when it nests, and microtasks would
 * never let the page draw. Node would answer a thousand messages in a row
 * before it looks at anything else, but has setImmediate for this.
 * @param {() => void} turn
 * @returns {{ask: () => void, close: () => void}}
 */
function makeSoon(turn) {
  const { setImmediate } =
    /** @type {{setImmediate?: (turn: () => void) => void}} */ (globalThis);
  if (setImmediate) {
    return { ask: () => setImmediate(turn), close: () => {} };
  }
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = turn;
  return { ask: () => port2.postMessage(null), close: () => port1.close() };
}

export class Turns {
  #turn;
  #soon;
  #asked = false;
  #wanted = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {() => void} turn called at most once for each request */
  constructor(turn) {
    this.#turn = turn;
    this.#soon = makeSoon(() => this.#answer());
  }

  #answer() {
    this.#asked = false;
    if (this.#wanted) {
      this.#wanted = false;
      this.#turn();
    }
  }

  /** As soon as the page has had its turn. */
  soon() {
    clearTimeout(this.#timer);
    this.#wanted = true;
    if (!this.#asked) {
      this.#asked = true;
      this.#soon.ask();
    }
  }

  /**
   * After [milliseconds]; Infinity = not by itself.
   * @param {number} milliseconds
   */
  later(milliseconds) {
    this.cancel();
    this.#timer = setTimeout(
      this.#turn,
      Math.min(Math.ceil(milliseconds), MAX_DELAY),
    );
  }

  cancel() {
    this.#wanted = false;
    clearTimeout(this.#timer);
  }

  /** No call comes any more. */
  close() {
    this.cancel();
    this.#soon.close();
  }
}
