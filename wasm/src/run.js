// run.js — one program from its start to its end, in slices.
// SPDX-License-Identifier: MIT
//
// The engine never waits: it is called with a step budget and says whether it
// wants to go on (MORE), to wait until a time (WAIT) or is over. A slice lasts
// about SLICE_MS, then the page gets its turn. Steps differ in cost, so the
// budget of a call follows what the last one took.
import { RunClock } from './clock.js';
import { Outlet } from './outlet.js';
import { Turns } from './turns.js';

// TlRunStatus; what is greater means over.
const MORE = 0;
const WAIT = 1;

const SLICE_MS = 8;
const CALL_MS = 2;
const FIRST_STEPS = 2000;
const MIN_STEPS = 50;
const MAX_STEPS = 1_000_000;

const TRACE_LEVELS = { off: 0, sched: 1, lines: 2 };
const EXIT_CRASHED = 1;
const EXIT_REFUSED = 2;
const EXIT_INTERRUPTED = 130;

/** @typedef {import('./engine.js').Engine} Engine */

/**
 * How a run ended. `refused`: it never began, error says why. `crashed`: the
 * engine trapped, a fault of ours; what was printed and recorded before is
 * kept. time and steps are the program's; dropped counts events that found the
 * trace full.
 * @typedef {{
 *   outcome: 'done' | 'error' | 'interrupted' | 'crashed' | 'refused',
 *   exitCode: number, error: string | null,
 *   time: number, steps: number, dropped: number
 * }} RunResult
 */

export class Run {
  /** Set by the constructor, unless that fails. @type {Engine} */
  #engine = /** @type {any} */ (null);
  #handle = 0;
  #options;
  #clock;
  #outlet;
  #turns;
  #budget = FIRST_STEPS;
  #ended = false;
  #paused = false;
  /** @type {(result: RunResult) => void} */
  #finish = () => {};

  /** Settles when the program has ended; never rejects. @type {Promise<RunResult>} */
  done = new Promise((resolve) => {
    this.#finish = resolve;
  });

  /**
   * @param {(host: import('./engine.js').EngineHost) => Engine} makeEngine
   * @param {import('./index.js').RuntimeOptions} options
   * @param {Record<string, string | Uint8Array>} files
   * @param {{entry?: string, module?: string, argv?: string[]}} start
   */
  constructor(makeEngine, options, files, start) {
    this.#options = options;
    this.#clock = new RunClock(options.speed ?? 1);
    this.#outlet = new Outlet(options);
    this.#turns = new Turns(() => this.#turn());
    this.#guard(() => {
      this.#engine = makeEngine({
        write: (stream, bytes) => this.#outlet.write(stream, bytes),
        now: () => this.#clock.now(),
        wallTime: () => Date.now() / 1000,
      });
      this.#handle = this.#create();
      this.#start(files, start);
    });
  }

  /** Asks for KeyboardInterrupt, as Ctrl-C does; the program may clean up. */
  stop() {
    if (!this.#ended) {
      this.resume();
      this.#guard(() => this.#call('tlw_interrupt'));
      this.#turns.soon();
    }
  }

  /** Ends the run at once, without letting the program clean up. */
  kill() {
    this.#end('interrupted', EXIT_INTERRUPTED, null);
  }

  /** Nothing runs and the run's clock stands still until resume(). */
  pause() {
    if (!this.#ended && !this.#paused) {
      this.#paused = true;
      this.#clock.pause();
      this.#turns.cancel();
    }
  }

  resume() {
    if (!this.#ended && this.#paused) {
      this.#paused = false;
      this.#clock.resume();
      this.#turns.soon();
    }
  }

  // ---- the start

  #create() {
    const { clock, seed, limits, traceLevel, onTrace, onTraceText } =
      this.#options;
    const level = traceLevel ?? (onTrace || onTraceText ? 'sched' : 'off');
    const handle = this.#engine.call(
      'tlw_new',
      clock === 'real' ? 1 : 0,
      seed ?? 0,
      limits?.until ?? -1,
      limits?.steps ?? 0,
      limits?.memory ?? 0,
      limits?.output ?? 0,
      TRACE_LEVELS[level],
      limits?.traceEvents ?? 0,
    );
    return this.#check(handle);
  }

  /**
   * @param {Record<string, string | Uint8Array>} files
   * @param {{entry?: string, module?: string, argv?: string[]}} start
   */
  #start(files, start) {
    const engine = this.#engine;
    for (const [path, text] of Object.entries(files)) {
      engine.withText(path, (at) =>
        engine.withText(text, (from, len) =>
          this.#check(this.#call('tlw_add_source', at, from, len)),
        ),
      );
    }
    const entry = start.module ?? start.entry ?? 'main.py';
    const argv = [entry, ...(start.argv ?? [])];
    engine.withText(argv.map((arg) => `${arg}\0`).join(''), (at) =>
      this.#check(this.#call('tlw_set_argv', at, argv.length)),
    );
    const module = start.module === undefined ? 0 : 1;
    if (engine.withText(entry, (at) => this.#call('tlw_start', at, module))) {
      this.#turns.soon();
    } else {
      const message = engine.readCString(this.#call('tlw_error_message'));
      this.#outlet.takeTrace(engine, this.#handle, true);
      this.#end('refused', EXIT_REFUSED, message);
    }
  }

  /**
   * @template T
   * @param {T} result 0 = the engine has no memory for it
   */
  #check(result) {
    if (!result) {
      throw new Error('there is not enough memory to start');
    }
    return result;
  }

  // ---- slices

  #turn() {
    if (!this.#ended && !this.#paused) {
      this.#guard(() => this.#slice());
    }
  }

  #slice() {
    const until = performance.now() + SLICE_MS;
    let status;
    do {
      status = this.#step();
      this.#plan(status);
      this.#outlet.deliver();
    } while (
      status === MORE &&
      !this.#ended &&
      !this.#paused &&
      performance.now() < until
    );
  }

  /** One call: runs, takes the trace, learns from the time it took. */
  #step() {
    const begin = performance.now();
    const status = this.#call('tlw_run', this.#budget);
    this.#outlet.takeTrace(this.#engine, this.#handle, status > WAIT);
    const spent = performance.now() - begin;
    if (spent > CALL_MS) {
      this.#budget = Math.max(MIN_STEPS, this.#budget / 2);
    } else if (status === MORE && spent < CALL_MS / 2) {
      this.#budget = Math.min(MAX_STEPS, this.#budget * 2);
    }
    return status;
  }

  /**
   * Decides about the next turn, before listeners get a chance to change it.
   * @param {number} status
   */
  #plan(status) {
    if (status === MORE) {
      this.#turns.soon();
    } else if (status === WAIT) {
      const deadline = this.#call('tlw_deadline');
      this.#turns.later(this.#clock.millisecondsUntil(deadline));
    } else {
      this.#conclude();
    }
  }

  /**
   * Calls an export with this run as its first argument.
   * @param {string} name
   * @param {...number} args
   */
  #call(name, ...args) {
    return this.#engine.call(name, this.#handle, ...args);
  }

  // ---- the end

  #conclude() {
    const exitCode = this.#call('tlw_exit_code');
    if (exitCode === 0) {
      this.#end('done', exitCode, null);
    } else {
      const stopped = exitCode === EXIT_INTERRUPTED;
      const error = this.#outlet.lastErrorLine();
      this.#end(stopped ? 'interrupted' : 'error', exitCode, error);
    }
  }

  /**
   * Runs [action]; a trap or a failure of ours ends the run with a message.
   * @param {() => void} action
   */
  #guard(action) {
    try {
      action();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#end('crashed', EXIT_CRASHED, message);
    }
  }

  /**
   * @param {RunResult['outcome']} outcome
   * @param {number} exitCode
   * @param {string | null} error
   */
  #end(outcome, exitCode, error) {
    if (this.#ended) {
      return;
    }
    this.#ended = true;
    this.#turns.close();
    let figures = { time: 0, steps: 0, dropped: 0 };
    if (outcome !== 'crashed' && this.#handle !== 0) {
      try {
        figures = this.#dispose();
      } catch (crash) {
        outcome = 'crashed';
        error = /** @type {Error} */ (crash).message;
      }
    }
    this.#outlet.deliver();
    this.#finish({ outcome, exitCode, error, ...figures });
  }

  #dispose() {
    const figures = {
      time: this.#call('tlw_time'),
      steps: this.#call('tlw_steps'),
      dropped: this.#call('tlw_trace_dropped'),
    };
    const leaked = this.#call('tlw_dispose');
    this.#outlet.add(() => this.#options.onLeak?.(leaked));
    return figures;
  }
}
