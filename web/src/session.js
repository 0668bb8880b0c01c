// session.js — one run of one program, from loading the engine to its end.
// SPDX-License-Identifier: MIT
//
// Whatever goes wrong ends in the result, never in a rejected promise: an
// engine that cannot be loaded and one that breaks down are outcome 'crashed'
// with a message. A session is used once; stop() or dispose() end it.

/** @typedef {import('./trace/types.js').TraceEvent} TraceEvent */

/**
 * @typedef {object} SessionOptions
 * @property {string} source
 * @property {'virtual' | 'real'} clock
 * @property {number} speed
 * @property {number} seed
 * @property {string | null} wasmUrl
 * @property {(events: TraceEvent[]) => void} onTrace
 * @property {(stream: 'stdout' | 'stderr', text: string) => void} onText
 */

/**
 * @typedef {object} SessionResult
 * @property {'done' | 'error' | 'interrupted' | 'refused' | 'crashed'} outcome
 * @property {number | null} exitCode
 * @property {string | null} message for people; null when nothing went wrong
 */

export const ENTRY = 'main.py';

/** A day of program time; memory and output that a page can carry. */
const LIMITS = {
  memory: 128 * 2 ** 20,
  output: 4 * 2 ** 20,
};
const VIRTUAL_UNTIL = 86_400;

export class Session {
  #options;
  /** @type {import('twinloop').Runtime | null} */
  #runtime = null;
  /** @type {ReturnType<import('twinloop').Runtime['run']> | null} */
  #run = null;
  #stops = 0;
  /** @type {(result: SessionResult) => void} */
  #end = () => {};
  /** @type {Promise<SessionResult>} */
  done;

  /** @param {SessionOptions} options */
  constructor(options) {
    this.#options = options;
    this.done = new Promise((resolve) => {
      this.#end = resolve;
    });
    void this.#start();
  }

  /** Asks the program to stop; asked again, ends it without asking. */
  stop() {
    this.#stops += 1;
    if (this.#stops === 1 && this.#run) {
      this.#run.stop();
    } else {
      this.dispose();
    }
  }

  /** Ends the run at once and frees the engine. */
  dispose() {
    this.#finish({ outcome: 'interrupted', exitCode: 130, message: null });
  }

  async #start() {
    try {
      const { createRuntime } = await import('twinloop');
      const runtime = await createRuntime(this.#runtimeOptions());
      if (this.#stops > 0) {
        runtime.dispose();
        return;
      }
      this.#runtime = runtime;
      const files = { [ENTRY]: this.#options.source };
      this.#run = runtime.run(files, { entry: ENTRY, argv: [] });
      const { outcome, exitCode, error } = await this.#run.done;
      const failed = outcome === 'crashed' || outcome === 'refused';
      const message = failed ? messageOf(error) : null;
      this.#finish({ outcome, exitCode, message });
    } catch (error) {
      const message = messageOf(error);
      this.#finish({ outcome: 'crashed', exitCode: null, message });
    }
  }

  /** @returns {import('twinloop').RuntimeOptions} */
  #runtimeOptions() {
    const { clock, speed, seed, wasmUrl, onTrace, onText } = this.#options;
    const until = clock === 'virtual' ? VIRTUAL_UNTIL : undefined;
    return {
      ...(wasmUrl ? { wasmUrl: new URL(wasmUrl, document.baseURI) } : {}),
      ...(clock === 'real' ? { speed } : {}),
      clock,
      seed,
      limits: until === undefined ? LIMITS : { ...LIMITS, until },
      traceLevel: 'lines',
      stdout: (text) => onText('stdout', text),
      stderr: (text) => onText('stderr', text),
      onTrace,
    };
  }

  /** @param {SessionResult} result only the first one counts */
  #finish(result) {
    this.#stops += 1;
    this.#end(result);
    this.#runtime?.dispose();
    this.#runtime = null;
    this.#run = null;
  }
}

/** @param {unknown} error */
function messageOf(error) {
  const text = error instanceof Error ? error.message : String(error ?? '');
  return text || 'The engine stopped for an unknown reason.';
}
