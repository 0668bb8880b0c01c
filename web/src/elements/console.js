// console.js — what the program printed, line by line.
// SPDX-License-Identifier: MIT
//
// Text goes in as text nodes only. A line knows the step that began it; what
// was printed after the cursor is dimmed. Beyond MAX_LINES the oldest lines
// go, and their number is told. A line is cut at MAX_LINE characters.

import { h } from '../dom.js';
import { firstIndex } from '../trace/search.js';

const MAX_LINES = 10_000;
const MAX_LINE = 4_000;
const FLUSH_LINES = 400;

/** @typedef {{ element: HTMLElement, seq: number | null, length: number }} Line */

export class Console {
  #onSeek;
  /** @type {Line[]} */
  #lines = [];
  /** The line that has no line end yet. @type {Line | null} */
  #open = null;
  #dropped = 0;
  #cursor = Infinity;
  #note = h('div', { class: 'console-note', hidden: true });
  #list = h('div', {
    class: 'console-lines',
    tabIndex: 0,
    role: 'group',
    'aria-label': 'Output. Up and down go to the step that printed a line.',
  });

  /** @param {{ onSeek: (seq: number) => void }} options */
  constructor({ onSeek }) {
    this.#onSeek = onSeek;
    this.element = h(
      'section',
      { class: 'console', part: 'output', 'aria-label': 'Output' },
      h('h2', null, 'Output'),
      this.#note,
      this.#list,
    );
    this.#list.addEventListener('click', (event) => this.#click(event));
    this.#list.addEventListener('keydown', (event) => this.#key(event));
  }

  clear() {
    this.#lines = [];
    this.#open = null;
    this.#dropped = 0;
    this.#cursor = Infinity;
    this.#note.hidden = true;
    this.#list.replaceChildren();
  }

  /**
   * @param {'stdout' | 'stderr'} stream
   * @param {string} text
   * @param {number | null} seq step that wrote it; null when not recorded
   */
  write(stream, text, seq) {
    const pieces = text.split('\n');
    const over = pieces.length - MAX_LINES;
    if (over > 0) {
      // Lines that could not stay are not made at all.
      pieces.splice(0, over);
      this.#open = null;
      this.#noteDropped(over);
    }
    pieces.forEach((piece, index) => {
      if (piece !== '') {
        this.#append(stream, piece, seq);
      }
      if (index < pieces.length - 1) {
        this.#open ??= this.#newLine(seq);
        this.#open = null;
      }
    });
    this.#trim();
  }

  /**
   * What was printed by step [seq] is plain, later lines are dim. Only the
   * lines in between change, however long the output is.
   * @param {number} seq
   */
  moveTo(seq) {
    if (seq === this.#cursor) {
      return;
    }
    const before = this.#printedBy(this.#cursor);
    const after = this.#printedBy(seq);
    const isBack = after < before;
    const changed = this.#lines.slice(
      Math.min(before, after),
      Math.max(before, after),
    );
    for (const { element } of changed) {
      element.classList.toggle('later', isBack);
    }
    this.#cursor = seq;
    this.#show(this.#lines[after - 1] ?? null);
  }

  /** How many lines had begun by step [seq]. @param {number} seq */
  #printedBy(seq) {
    return firstIndex(this.#lines, (line) => (line.seq ?? Infinity) > seq);
  }

  /** Keeps the newest line in sight. */
  scrollToEnd() {
    this.#list.scrollTop = this.#list.scrollHeight;
  }

  /** @param {'stdout' | 'stderr'} stream @param {string} piece @param {number | null} seq */
  #append(stream, piece, seq) {
    const line = (this.#open ??= this.#newLine(seq));
    const room = MAX_LINE - line.length;
    if (room <= 0) {
      return;
    }
    const shown = piece.length > room ? `${piece.slice(0, room)}…` : piece;
    line.length += shown.length;
    line.element.append(h('span', { class: stream }, shown));
  }

  /** @param {number | null} seq @returns {Line} */
  #newLine(seq) {
    const element = h('div', { class: 'console-line' });
    if (seq !== null) {
      element.dataset.seq = String(seq);
    }
    element.classList.toggle('later', (seq ?? Infinity) > this.#cursor);
    const line = { element, seq, length: 0 };
    this.#lines.push(line);
    this.#list.append(element);
    return line;
  }

  /** Old lines go in batches, so that a flood costs little. */
  #trim() {
    const over = this.#lines.length - MAX_LINES;
    if (over < FLUSH_LINES) {
      return;
    }
    for (const line of this.#lines.splice(0, over)) {
      line.element.remove();
    }
    this.#noteDropped(over);
  }

  /** @param {number} count */
  #noteDropped(count) {
    this.#dropped += count;
    this.#note.hidden = false;
    this.#note.textContent = `${this.#dropped} earlier lines are not shown.`;
  }

  /** Scrolls the list alone, never the page. @param {Line | null} line */
  #show(line) {
    const top = line ? line.element.offsetTop : 0;
    const height = line ? line.element.offsetHeight : 0;
    const list = this.#list;
    if (top < list.scrollTop) {
      list.scrollTop = top;
    } else if (top + height > list.scrollTop + list.clientHeight) {
      list.scrollTop = top + height - list.clientHeight;
    }
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const target = /** @type {Element} */ (event.target);
    const line = /** @type {HTMLElement | null} */ (
      target.closest('.console-line')
    );
    // Selecting text is not a click on the line.
    const selected = String(document.getSelection() ?? '') !== '';
    if (line?.dataset.seq && !selected) {
      this.#onSeek(Number(line.dataset.seq));
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const isDown = event.key === 'ArrowDown';
    if (!isDown && event.key !== 'ArrowUp') {
      return;
    }
    event.preventDefault();
    const steps = this.#lines
      .map((line) => line.seq)
      .filter((seq) => seq !== null);
    const found = isDown
      ? steps.find((seq) => seq > this.#cursor)
      : steps.reverse().find((seq) => seq < this.#cursor);
    if (found !== undefined) {
      this.#onSeek(found);
    }
  }
}
