// turns.js — calls a function again soon, or later, without holding the page.
// SPDX-License-Identifier: MIT
//
// "Soon" is a MessageChannel message: setTimeout(0) is clamped to 4 ms when it
// nests, and microtasks would never let the page draw. One per run.

/** Longest delay that setTimeout keeps; a longer one just asks again. */
const MAX_DELAY = 0x7fffffff;

export class Turns {
  #channel = new MessageChannel();
  #turn;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #wanted = false;

  /** @param {() => void} turn called at most once for each request */
  constructor(turn) {
    this.#turn = turn;
    this.#channel.port1.onmessage = () => {
      if (this.#wanted) {
        this.#wanted = false;
        turn();
      }
    };
  }

  /** As soon as the page has had its turn. */
  soon() {
    clearTimeout(this.#timer);
    if (!this.#wanted) {
      this.#wanted = true;
      this.#channel.port2.postMessage(null);
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

  /** Ends it; Node would wait for an open port. */
  close() {
    this.cancel();
    this.#channel.port1.close();
  }
}
