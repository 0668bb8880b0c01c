// clock.js — the real clock of a run: host seconds, times a speed, with pauses.
// SPDX-License-Identifier: MIT
//
// A run's clock stands still while the run is paused, so nothing becomes due
// behind the user's back.

const hostSeconds = () => performance.now() / 1000;

export class RunClock {
  #speed;
  #passed = 0; // seconds of the run's clock up to #since
  #since = hostSeconds();
  #paused = false;

  /** @param {number} speed seconds of the run per second of the host */
  constructor(speed) {
    this.#speed = speed;
  }

  /** Seconds on the run's clock. */
  now() {
    const running = this.#paused ? 0 : hostSeconds() - this.#since;
    return this.#passed + running * this.#speed;
  }

  /**
   * Milliseconds of the host until the run's clock shows [deadline].
   * @param {number} deadline
   */
  millisecondsUntil(deadline) {
    return Math.max(0, ((deadline - this.now()) / this.#speed) * 1000);
  }

  pause() {
    this.#passed = this.now();
    this.#paused = true;
  }

  resume() {
    this.#since = hostSeconds();
    this.#paused = false;
  }
}
