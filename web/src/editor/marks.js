// marks.js — marks in the editor: the line the cursor of the timeline is at.
// SPDX-License-Identifier: MIT
//
// The mark belongs to the editor's state, so it moves along while people type.

import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';

/** @typedef {import('@codemirror/view').DecorationSet} DecorationSet */

/**
 * Marks a line (from 1), or none for null.
 * @type {import('@codemirror/state').StateEffectType<number | null>}
 */
export const setCurrentLine = StateEffect.define();

const currentLine = Decoration.line({
  class: 'tl-current-line',
  attributes: { 'aria-current': 'step' },
});

export const currentLineField = StateField.define({
  /** @returns {DecorationSet} */
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setCurrentLine)) {
        next = markLine(transaction.state, effect.value);
      }
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/**
 * @param {import('@codemirror/state').EditorState} state
 * @param {number | null} line
 * @returns {DecorationSet}
 */
function markLine(state, line) {
  if (line === null || line < 1 || line > state.doc.lines) {
    return Decoration.none;
  }
  return Decoration.set(currentLine.range(state.doc.line(line).from));
}
