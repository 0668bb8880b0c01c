// run.js — one program from its start to its end, in slices.
// SPDX-License-Identifier: MIT
//
// The engine never waits: it is called with a step budget and says whether it
// wants to go on (MORE), to wait until a time (WAIT) or is over. A slice lasts
// about SLICE_MS, then the page gets its turn.
import { EngineCrash } from './engine.js';
import { RunClock } from './clock.js';
import { decodeRecords } from './trace.js';
import { Turns } from './turns.js';

const MORE = 0;
const WAIT = 1;

const SLICE_MS = 8;
const STEPS_PER_CALL = 20000;
const TRACE_LEVELS = { off: 0, sched: 1, lines: 2 };
const EXIT_INTERRUPTED = 130;
const STREAM_TRACE = 3;

/**
 * How a run ended. `crashed`: the engine trapped, a fault of ours; what was
 * printed and recorded before is kept.
 * @typedef {{
 *   outcome: 'done' | 'error' | 'interrupted' | 'crashed' | 'refused',
 *   exitCode: number, value: null, error: string | null
 * }} RunResult
 */

export class Run {
  #engine;
  #options;
  #clock;
  #turns;
  #handle = 0;
  #ended = false;
  #paused = false;
  /** @type {Map<number, string>} */
  #strings = new Map();
  #decoders = [undefined, new TextDecoder(), new TextDecoder(), new TextDecoder()];
  #lastError = '';
  /** @type {(result: RunResult) => void} */
  #finish = () => {};

  /** Settles when the program has ended; never rejects. @type {Promise<RunResult>} */
  done = new Promise((resolve) => {
    this.#finish = resolve;
  });

  /**
   * @param {(host: import('./engine.js').EngineHost) => import('./engine.js').Engine} makeEngine
   * @param {import('./index.js').RuntimeOptions} options
   * @param {Record<string, string | Uint8Array>} files
   * @param {{entry?: string, module?: string, argv?: string[]}} start
   */
  constructor(makeEngine, options, files, start) {
    this.#options = options;
    this.#clock = new RunClock(options.speed ?? 1);
    this.#turns = new Turns(() => this.#turn());
    this.#engine = makeEngine({
      write: (stream, bytes) => this.#write(stream, bytes),
      now: () => this.#clock.now(),
      wallTime: () => Date.now() / 1000,
    });
    this.#guard(() => this.#begin(files, start));
  }

  /** Asks for KeyboardInterrupt, as Ctrl-C does; the program may clean up. */
  stop() {
    if (!this.#ended) {
      this.resume();
      this.#guard(() => {
        this.#engine.call('tlw_interrupt', this.#handle);
        this.#turns.soon();
      });
    }
  }

  /** Ends the run at once, without letting the program clean up. */
  kill() {
    this.#end({ outcome: 'interrupted', exitCode: EXIT_INTERRUPTED });
  }

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

  // ---- one program

  /**
   * @param {Record<string, string | Uint8Array>} files
   * @param {{entry?: string, module?: string, argv?: string[]}} start
   */
  #begin(files, start) {
    const engine = this.#engine;
    this.#handle = this.#create();
    for (const [path, text] of Object.entries(files)) {
      engine.withText(path, (at) =>
        engine.withText(text, (from, len) =>
          engine.call('tlw_add_source', this.#handle, at, from, len),
        ),
      );
    }
    const entry = start.module ?? start.entry ?? 'main.py';
    const argv = [entry, ...(start.argv ?? [])];
    engine.withText(argv.map((arg) => `${arg}\0`).join(''), (at) =>
      engine.call('tlw_set_argv', this.#handle, at, argv.length),
    );
    const module = start.module === undefined ? 0 : 1;
    const ok = engine.withText(entry, (at) =>
      engine.call('tlw_start', this.#handle, at, module),
    );
    if (ok) {
      this.#turns.soon();
    } else {
      const message = engine.call('tlw_error_message', this.#handle);
      const error = engine.readCString(message);
      this.#options.stderr?.(`twinloop: ${error}\n`);
      this.#end({ outcome: 'refused', exitCode: 2, error });
    }
  }

  #create() {
    const { clock, seed, limits, traceLevel, onTrace } = this.#options;
    const level = TRACE_LEVELS[traceLevel ?? (onTrace ? 'sched' : 'off')];
    const handle = this.#engine.call(
      'tlw_new',
      0,
      clock === 'real' ? 1 : 0,
      seed ?? 0,
      limits?.until ?? -1,
      limits?.steps ?? 0,
      limits?.memory ?? 0,
      limits?.output ?? 0,
      level,
      limits?.traceEvents ?? 0,
    );
    if (handle === 0) {
      throw new Error('Twinloop ran out of memory at the start');
    }
    return handle;
  }

  #turn() {
    if (!this.#ended && !this.#paused) {
      this.#guard(() => this.#slice());
    }
  }

  #slice() {
    const until = performance.now() + SLICE_MS;
    let status = MORE;
    do {
      status = this.#engine.call('tlw_run', this.#handle, STEPS_PER_CALL);
    } while (status === MORE && performance.now() < until);
    this.#drainTrace(status > WAIT);
    if (status === MORE) {
      this.#turns.soon();
    } else if (status === WAIT) {
      const deadline = this.#engine.call('tlw_deadline', this.#handle);
      this.#turns.later(this.#clock.millisecondsUntil(deadline));
    } else {
      this.#conclude();
    }
  }

  #conclude() {
    const exitCode = this.#engine.call('tlw_exit_code', this.#handle);
    const outcome =
      exitCode === 0
        ? 'done'
        : exitCode === EXIT_INTERRUPTED
          ? 'interrupted'
          : 'error';
    this.#end({
      outcome,
      exitCode,
      error: outcome === 'done' ? null : this.#lastLine(),
    });
  }

  /** The last line on stderr says what was wrong, as a traceback's does. */
  #lastLine() {
    return this.#lastError.trimEnd().split('\n').pop() ?? null;
  }

  /**
   * Runs [action]; a trap or a failure of ours ends the run with a message.
   * @param {() => void} action
   */
  #guard(action) {
    try {
      action();
    } catch (error) {
      if (!(error instanceof EngineCrash) && !(error instanceof Error)) {
        throw error;
      }
      this.#end({ outcome: 'crashed', exitCode: 1, error: error.message });
    }
  }

  /** @param {Partial<RunResult> & Pick<RunResult, 'outcome' | 'exitCode'>} result */
  #end(result) {
    if (this.#ended) {
      return;
    }
    this.#ended = true;
    this.#turns.close();
    if (result.outcome !== 'crashed' && this.#handle !== 0) {
      const leaked = this.#engine.call('tlw_dispose', this.#handle);
      this.#options.onLeak?.(leaked);
    }
    this.#finish({ value: null, error: null, ...result });
  }

  // ---- what comes out

  /**
   * @param {number} stream
   * @param {Uint8Array} bytes
   */
  #write(stream, bytes) {
    const text = this.#decoders[stream]?.decode(bytes, { stream: true }) ?? '';
    if (stream === STREAM_TRACE) {
      this.#options.onTraceText?.(text);
    } else if (stream === 2) {
      this.#lastError = (this.#lastError + text).slice(-4096);
      this.#options.stderr?.(text);
    } else {
      this.#options.stdout?.(text);
    }
  }

  /** @param {boolean} last */
  #drainTrace(last) {
    const engine = this.#engine;
    if (this.#options.onTraceText) {
      engine.call('tlw_trace_text', this.#handle, last ? 1 : 0);
      return;
    }
    const count = engine.call('tlw_trace_take', this.#handle);
    if (count === 0) {
      return;
    }
    const at = engine.call('tlw_trace_records', this.#handle);
    const events = decodeRecords(engine.view, at, count, (id) =>
      this.#string(id),
    );
    engine.call('tlw_trace_release', this.#handle);
    this.#options.onTrace?.(events);
  }

  /** @param {number} id */
  #string(id) {
    let text = this.#strings.get(id);
    if (text === undefined) {
      const engine = this.#engine;
      const at = engine.call('tlw_trace_string', this.#handle, id);
      text = engine.readText(at, engine.call('tlw_text_len', this.#handle));
      this.#strings.set(id, text);
    }
    return text;
  }
}
