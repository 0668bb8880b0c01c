// format.js — values of a run as short, safe text.
// SPDX-License-Identifier: MIT
//
// Everything a program can name or print is hostile until it went through
// cleanLabel(): cut, one line, control and direction characters visible.

const MAX_LABEL = 200;
// C0, C1, line separators, and the characters that reorder or hide text.
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/**
 * @param {unknown} text
 * @param {number} [max]
 */
export function cleanLabel(text, max = MAX_LABEL) {
  const whole = String(text ?? '');
  const cut = whole.length > max ? `${whole.slice(0, max - 1)}…` : whole;
  return cut.replace(UNSAFE, (character) => {
    if (character === '\n') {
      return '⏎';
    }
    const code = character.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${code}`;
  });
}

/** asyncio's own class names: a method of the loop is meant. */
const LOOP_CLASS = /^\w*EventLoop\./;
/** Python's mark for functions inside functions. */
const LOCALS = /<locals>\./g;
/** What asyncio calls the callback with which run_until_complete() ends. */
export const STOP_WHEN_DONE = '_run_until_complete_cb';

/**
 * A function's qualified name as people call it.
 * @param {unknown} name
 */
export function callableName(name) {
  return name === STOP_WHEN_DONE
    ? 'stop the loop'
    : cleanLabel(
        String(name).replace(LOOP_CLASS, 'loop.').replace(LOCALS, ''),
        80,
      );
}

/**
 * Seconds as people say them: 250 ms, 1.5 s, 2 min 5 s, 1 h.
 * @param {number} seconds
 */
export function formatSeconds(seconds) {
  if (!Number.isFinite(seconds)) {
    return 'forever';
  }
  if (seconds !== 0 && Math.abs(seconds) < 1) {
    return `${round(seconds * 1000)} ms`;
  }
  if (Math.abs(seconds) < 60) {
    return `${round(seconds)} s`;
  }
  const parts = [];
  let rest = seconds;
  for (const [size, unit] of /** @type {[number, string][]} */ ([
    [86400, 'd'],
    [3600, 'h'],
    [60, 'min'],
  ])) {
    const count = Math.floor(rest / size);
    if (count > 0) {
      parts.push(`${count} ${unit}`);
      rest -= count * size;
    }
  }
  if (round(rest) > 0) {
    parts.push(`${round(rest)} s`);
  }
  return parts.join(' ');
}

/**
 * A point on the run's clock, for axes and lists: always seconds.
 * @param {number} t
 */
export function formatClock(t) {
  return Number.isFinite(t) ? `${round(t)} s` : '∞';
}

/** @param {number} value */
function round(value) {
  return Number(value.toFixed(3));
}

/**
 * @param {number} count
 * @param {string} noun
 * @param {string} [plural]
 */
export function formatCount(count, noun, plural = `${noun}s`) {
  return `${count} ${count === 1 ? noun : plural}`;
}
