// toolbar.js — Run and Stop, the clock and its speed, how the run ended.
// SPDX-License-Identifier: MIT

import { h, icon, select } from '../dom.js';

const CLOCKS = /** @type {const} */ ([
  ['virtual', 'Virtual'],
  ['real', 'Real'],
]);

const SPEEDS = /** @type {const} */ ([
  ['0.25', '¼×'],
  ['0.5', '½×'],
  ['1', '1×'],
  ['2', '2×'],
  ['5', '5×'],
  ['10', '10×'],
  ['60', '60×'],
]);

/** @typedef {'virtual' | 'real'} Clock */

/**
 * @typedef {object} ToolbarOptions
 * @property {() => void} onRun
 * @property {() => void} onStop
 * @property {(clock: Clock) => void} onClock
 * @property {(speed: number) => void} onSpeed
 */

export class Toolbar {
  #options;
  #isRunning = false;
  #button = h('button', {
    type: 'button',
    class: 'run',
    part: 'run-button',
    onclick: () =>
      this.#isRunning ? this.#options.onStop() : this.#options.onRun(),
  });
  #clocks;
  #speed;
  #speedList;
  #status = h('span', { class: 'status', role: 'status' });

  /** @param {ToolbarOptions} options */
  constructor(options) {
    this.#options = options;
    this.#clocks = CLOCKS.map(([value, text]) => ({
      value,
      button: h(
        'button',
        {
          type: 'button',
          title: CLOCK_HELP[value],
          onclick: () => options.onClock(value),
        },
        text,
      ),
    }));
    this.#speed = select('Speed', SPEEDS, '1', (value) =>
      options.onSpeed(Number(value)),
    );
    this.#speedList = /** @type {HTMLSelectElement} */ (
      this.#speed.querySelector('select')
    );
    this.element = h(
      'div',
      { class: 'toolbar', part: 'toolbar' },
      this.#button,
      h(
        'div',
        { class: 'field', role: 'group', 'aria-label': 'Clock' },
        h('span', { 'aria-hidden': 'true' }, 'Clock'),
        h('div', { class: 'switch' }, ...this.#clocks.map((c) => c.button)),
      ),
      this.#speed,
      h('slot', { name: 'toolbar' }),
      this.#status,
    );
    this.setRunning(false);
  }

  /** @param {boolean} isRunning @param {boolean} [force] Stop was asked for */
  setRunning(isRunning, force = false) {
    this.#isRunning = isRunning;
    const text = isRunning ? (force ? 'Force stop' : 'Stop') : 'Run';
    this.#button.classList.toggle('running', isRunning);
    this.#button.title = isRunning ? '' : 'Ctrl or ⌘ with Enter';
    this.#button.replaceChildren(icon(isRunning ? 'stop' : 'run'), text);
    for (const { button } of this.#clocks) {
      button.disabled = isRunning;
    }
  }

  /** @param {Clock} clock @param {number} speed */
  setClock(clock, speed) {
    for (const { value, button } of this.#clocks) {
      button.setAttribute('aria-pressed', String(value === clock));
    }
    this.#speed.hidden = clock !== 'real';
    this.#speedList.value = String(speed);
  }

  /** @param {string} text @param {'' | 'bad'} [mood] */
  setStatus(text, mood = '') {
    this.#status.textContent = text;
    this.#status.className = `status ${mood}`;
  }
}

const CLOCK_HELP = {
  virtual: 'Sleeping costs no waiting: time jumps to the next deadline',
  real: 'Sleeping takes as long as it says, at the chosen speed',
};
