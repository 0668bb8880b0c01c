// outlet.js — what comes out of a run: program output and the trace.
// SPDX-License-Identifier: MIT
//
// The engine writes while it runs and must not be called then, but a listener
// may do anything: stop the run, start another, throw. So text is kept in
// order and handed on between two calls, by deliver().
import { makeDecoder } from './text.js';
import { decodeRecords } from './trace.js';

const STDERR = 2;
const TRACE = 3;
/** As much of stderr as the sentence about an error may need. */
const KEPT_CHARS = 4096;

/** @param {unknown} error */
function reportToPage(error) {
  if (typeof reportError === 'function') {
    reportError(error);
  } else {
    // Node.
    queueMicrotask(() => {
      throw error;
    });
  }
}

export class Outlet {
  #options;
  #decoders = [1, STDERR, TRACE].map(() => makeDecoder());
  /** @type {(() => void)[]} */
  #waiting = [];
  #stderr = '';
  /** The engine's strings by id. @type {Map<number, string>} */
  #strings = new Map();

  /** @param {import('./index.js').RuntimeOptions} options */
  constructor(options) {
    this.#options = options;
  }

  /**
   * Called by the engine.
   * @param {number} stream
   * @param {Uint8Array} bytes
   */
  write(stream, bytes) {
    const text = this.#decoders[stream - 1].decode(bytes, { stream: true });
    if (text === '') {
      return;
    }
    const { stdout, stderr, onTraceText } = this.#options;
    if (stream === STDERR) {
      this.#stderr = (this.#stderr + text).slice(-KEPT_CHARS);
    }
    const listener =
      stream === TRACE ? onTraceText : stream === STDERR ? stderr : stdout;
    if (listener) {
      this.add(() => listener(text));
    }
  }

  /**
   * Takes what was recorded since the last time.
   * @param {import('./engine.js').Engine} engine
   * @param {number} run its address
   * @param {boolean} last
   */
  takeTrace(engine, run, last) {
    const { onTrace, onTraceText } = this.#options;
    if (onTraceText) {
      engine.call('tlw_trace_text', run, last ? 1 : 0);
    } else if (onTrace) {
      const events = this.#takeEvents(engine, run);
      if (events.length > 0) {
        this.add(() => onTrace(events));
      }
    }
  }

  /**
   * @param {import('./engine.js').Engine} engine
   * @param {number} run
   */
  #takeEvents(engine, run) {
    const count = engine.call('tlw_trace_take', run);
    if (count === 0) {
      return [];
    }
    const at = engine.call('tlw_trace_records', run);
    const text = (/** @type {number} */ id) => this.#string(engine, run, id);
    const events = decodeRecords(engine.view, at, count, text);
    engine.call('tlw_trace_release', run);
    return events;
  }

  /**
   * @param {import('./engine.js').Engine} engine
   * @param {number} run
   * @param {number} id
   */
  #string(engine, run, id) {
    let text = this.#strings.get(id);
    if (text === undefined) {
      const at = engine.call('tlw_trace_string', run, id);
      text = engine.readText(at, engine.call('tlw_text_len', run));
      this.#strings.set(id, text);
    }
    return text;
  }

  /** @param {() => void} hand calls a listener, by deliver() */
  add(hand) {
    this.#waiting.push(hand);
  }

  /**
   * Hands on what waits. A listener that throws does not disturb the run: its
   * error is the page's, as an event listener's would be.
   */
  deliver() {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const hand of waiting) {
      try {
        hand();
      } catch (error) {
        reportToPage(error);
      }
    }
  }

  /** The last line on stderr says what was wrong, as a traceback's does. */
  lastErrorLine() {
    return this.#stderr.trimEnd().split('\n').pop() || null;
  }
}
