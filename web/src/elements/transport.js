// transport.js — buttons, slider and sentence that move over the recording.
// SPDX-License-Identifier: MIT
//
// The sentence is the live region: it says every step somebody makes, and is
// silent while a program runs or plays.

import { h, icon, iconButton, select } from '../dom.js';
import { formatClock } from '../format.js';
import { UNITS } from '../player.js';

/** @typedef {import('../player.js').Player} Player */

const PACES = /** @type {const} */ ([
  ['1', '1 step/s'],
  ['2', '2 steps/s'],
  ['5', '5 steps/s'],
  ['15', '15 steps/s'],
  ['50', '50 steps/s'],
]);

export class Transport {
  #player;
  #play = iconButton('play', 'Play', () => this.#toggle());
  #first;
  #back;
  #forward;
  #last;
  #slider = h('input', {
    type: 'range',
    min: '0',
    max: '0',
    'aria-label': 'Step',
    class: 'slider',
    oninput: () => this.#player.seek(this.#slider.valueAsNumber),
  });
  #step = h('span', { class: 'step-number' });
  #time = h('span', { class: 'step-time' });
  #sentence = h('p', { class: 'sentence', role: 'status', part: 'sentence' });

  /** @param {Player} player */
  constructor(player) {
    this.#player = player;
    this.#first = iconButton('first', 'First step', () => player.first());
    this.#back = iconButton('back', 'Step back', () => player.back());
    this.#forward = iconButton('forward', 'Step forward', () =>
      player.forward(),
    );
    this.#last = iconButton('last', 'Last step', () => player.toEnd());
    const unit = select('Step by', UNITS, player.unit, (value) => {
      player.unit = /** @type {typeof player.unit} */ (value);
    });
    const pace = select('Pace', PACES, String(player.pace), (value) => {
      player.pace = Number(value);
    });
    const buttons = h(
      'div',
      { class: 'transport-buttons' },
      this.#first,
      this.#back,
      this.#play,
      this.#forward,
      this.#last,
    );
    const settings = h('div', { class: 'transport-settings' }, unit, pace);
    const where = h('div', { class: 'where' }, this.#step, this.#time);
    this.element = h(
      'section',
      {
        class: 'transport',
        part: 'transport',
        'aria-label': 'Steps of the run',
        onkeydown: (/** @type {KeyboardEvent} */ e) => handleStepKey(e, player),
      },
      h(
        'div',
        { class: 'transport-row' },
        buttons,
        this.#slider,
        where,
        settings,
      ),
      this.#sentence,
    );
  }

  /**
   * @param {number} t
   * @param {string} sentence
   * @param {boolean} isLive the program is running
   */
  update(t, sentence, isLive) {
    const { seq, last, isPlaying } = this.#player;
    const isEmpty = last < 0;
    const atStart = seq <= 0;
    const atEnd = seq >= last;
    this.#slider.max = String(Math.max(last, 0));
    this.#slider.value = String(Math.max(seq, 0));
    this.#slider.disabled = isEmpty;
    this.#step.textContent = isEmpty ? 'no steps' : `${seq} / ${last}`;
    this.#time.textContent = isEmpty ? '' : formatClock(t);
    this.#setPlaying(isPlaying);
    setDisabled(this.#first, isEmpty || atStart);
    setDisabled(this.#back, isEmpty || atStart);
    setDisabled(this.#forward, isEmpty || atEnd);
    setDisabled(this.#last, isEmpty || atEnd);
    setDisabled(this.#play, isEmpty);
    const quiet = isLive || isPlaying;
    this.#sentence.setAttribute('aria-live', quiet ? 'off' : 'polite');
    if (this.#sentence.textContent !== sentence) {
      this.#sentence.textContent = sentence;
    }
    this.#slider.setAttribute('aria-valuetext', `Step ${seq} of ${last}`);
  }

  #toggle() {
    if (this.#player.isPlaying) {
      this.#player.pause();
    } else {
      this.#player.play();
    }
  }

  /** @param {boolean} isPlaying */
  #setPlaying(isPlaying) {
    const label = isPlaying ? 'Pause' : 'Play';
    if (this.#play.title !== label || !this.#play.firstChild) {
      this.#play.title = label;
      this.#play.setAttribute('aria-label', label);
      this.#play.replaceChildren(icon(isPlaying ? 'pause' : 'play'));
    }
  }
}

/**
 * Disabled for assistive technology and the eye, but still focusable: a button
 * that loses the focus at the last step would throw the keyboard user out.
 * @param {HTMLButtonElement} button
 * @param {boolean} disabled
 */
function setDisabled(button, disabled) {
  button.setAttribute('aria-disabled', String(disabled));
}

/**
 * Arrow keys, Home and End, unless a list or text field wants them.
 * @param {KeyboardEvent} event
 * @param {Player} player
 */
export function handleStepKey(event, player) {
  const wanted =
    event.target instanceof HTMLSelectElement ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey;
  const action = wanted ? undefined : STEP_KEYS[event.key];
  if (action) {
    event.preventDefault();
    action(player);
  }
}

/** @type {Record<string, (player: Player) => void>} */
const STEP_KEYS = {
  ArrowLeft: (player) => player.back(),
  ArrowRight: (player) => player.forward(),
  Home: (player) => player.first(),
  End: (player) => player.toEnd(),
};
