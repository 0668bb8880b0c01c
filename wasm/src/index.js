// index.js — the ES module: createRuntime() and what it returns.
// SPDX-License-Identifier: MIT
import { compileEngine, Engine } from './engine.js';
import { Run } from './run.js';

export { EngineCrash } from './engine.js';
export { EVENT_KINDS, TRACE_VERSION } from './trace-schema.js';

/**
 * @typedef {object} RuntimeOptions
 * @property {WebAssembly.Module} [wasmModule] the compiled engine
 * @property {string | URL} [wasmUrl] where twinloop.wasm is; by default next
 *   to this module
 * @property {'virtual' | 'real'} [clock] virtual: time jumps to the next
 *   deadline; real: waits are the host's timers
 * @property {number} [speed] real clock only: seconds of the run per second
 * @property {number} [seed] random.seed(seed) before the program; 0
 * @property {{steps?: number, memory?: number, output?: number,
 *   until?: number, traceEvents?: number}} [limits] steps and until
 *   (seconds) end in KeyboardInterrupt, memory (bytes) in MemoryError, output
 *   in bytes; traceEvents are kept, later ones dropped
 * @property {'off' | 'sched' | 'lines'} [traceLevel] sched if somebody
 *   listens to the trace
 * @property {(text: string) => void} [stdout]
 * @property {(text: string) => void} [stderr]
 * @property {(events: import('./trace.js').TraceEvent[]) => void} [onTrace]
 *   called again and again with what was recorded since the last time
 * @property {(text: string) => void} [onTraceText] the trace as JSON Lines
 *   instead
 * @property {(bytes: number) => void} [onLeak] after a run: memory nobody
 *   freed; anything but 0 is a fault of ours
 */

/** Runs programs one after the other or side by side. */
export class Runtime {
  #module;
  #options;
  /** @type {Set<Run>} */
  #runs = new Set();

  /**
   * @param {WebAssembly.Module} module
   * @param {RuntimeOptions} options
   */
  constructor(module, options) {
    this.#module = module;
    this.#options = options;
  }

  /**
   * Starts a program. Each run has an engine of its own, so a crash of one
   * touches no other.
   * @param {Record<string, string | Uint8Array>} files path to text
   * @param {{entry?: string, module?: string, argv?: string[]}} [start] the
   *   file to run (main.py), or a module as with python -m
   * @returns {Run}
   */
  run(files, start = {}) {
    const run = new Run(
      (host) => new Engine(this.#module, host),
      this.#options,
      files,
      start,
    );
    this.#runs.add(run);
    void run.done.then(() => this.#runs.delete(run));
    return run;
  }

  /** Ends all runs. */
  dispose() {
    for (const run of this.#runs) {
      run.kill();
    }
  }
}

/**
 * Loads the engine. Rejects with a message for people when it cannot be
 * loaded or is damaged.
 * @param {RuntimeOptions} [options]
 * @returns {Promise<Runtime>}
 */
export async function createRuntime(options = {}) {
  return new Runtime(await compileEngine(options), options);
}
