// editor.js — the Python editor: CodeMirror 6 inside a shadow root.
// SPDX-License-Identifier: MIT
//
// In a shadow root CodeMirror styles itself through adoptedStyleSheets, which
// a strict content security policy allows. Tab is not bound: it leaves the
// editor as everywhere on the page; Ctrl or Cmd with ] and [ indent.

import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import {
  bracketMatching,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language';
import { Compartment, EditorState } from '@codemirror/state';
import {
  EditorView,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';

import { currentLineField, setCurrentLine } from './marks.js';

/**
 * @typedef {object} EditorOptions
 * @property {HTMLElement} parent
 * @property {ShadowRoot} root
 * @property {string} code
 * @property {boolean} readonly
 * @property {string} label
 * @property {(code: string) => void} onChange edits by the user only
 * @property {() => void} onRun Ctrl or Cmd with Enter
 */

export class Editor {
  #view;
  #access = new Compartment();
  #quiet = false;
  /** @type {number | null} */
  #line = null;

  /** @param {EditorOptions} options */
  constructor({ parent, root, code, readonly, label, onChange, onRun }) {
    const run = () => {
      onRun();
      return true;
    };
    this.#view = new EditorView({
      parent,
      root,
      doc: code,
      extensions: [
        lineNumbers(),
        highlightSpecialChars(),
        history(),
        indentOnInput(),
        bracketMatching(),
        indentUnit.of('    '),
        EditorState.tabSize.of(4),
        python(),
        syntaxHighlighting(classHighlighter),
        currentLineField,
        // Before the default keys, where Mod-Enter inserts a line.
        keymap.of([{ key: 'Mod-Enter', run }]),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
        this.#access.of(accessOf(readonly)),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !this.#quiet) {
            onChange(this.code);
          }
        }),
      ],
    });
  }

  get code() {
    return this.#view.state.doc.toString();
  }

  /** Replaces the text; can be undone by the user, is not an edit of theirs. */
  set code(text) {
    if (text === this.code) {
      return;
    }
    const { length } = this.#view.state.doc;
    this.#quiet = true;
    this.#view.dispatch({
      changes: { from: 0, to: length, insert: text },
      effects: setCurrentLine.of(null),
    });
    this.#quiet = false;
    this.#line = null;
    this.#view.scrollDOM.scrollTop = 0;
  }

  /** @param {boolean} readonly */
  setReadonly(readonly) {
    const effects = this.#access.reconfigure(accessOf(readonly));
    this.#view.dispatch({ effects });
  }

  /** @param {number | null} line marked and scrolled to inside the editor */
  setCurrentLine(line) {
    if (line === this.#line) {
      return;
    }
    this.#line = line;
    this.#view.dispatch({ effects: setCurrentLine.of(line) });
    if (line !== null && line <= this.#view.state.doc.lines) {
      this.#scrollTo(line);
    }
  }

  destroy() {
    this.#view.destroy();
  }

  /**
   * CodeMirror's own scrolling would also scroll the page around it.
   * @param {number} line
   */
  #scrollTo(line) {
    const view = this.#view;
    const block = view.lineBlockAt(view.state.doc.line(line).from);
    const { scrollDOM } = view;
    const top = scrollDOM.scrollTop;
    const bottom = top + scrollDOM.clientHeight;
    if (block.top < top || block.bottom > bottom) {
      const middle = block.top - (scrollDOM.clientHeight - block.height) / 2;
      scrollDOM.scrollTop = middle;
    }
  }
}

/** @param {boolean} readonly */
function accessOf(readonly) {
  // Still focusable when read only, so that it can be scrolled and copied from.
  return [EditorState.readOnly.of(readonly)];
}
