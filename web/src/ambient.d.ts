// ambient.d.ts — what the bundler provides: the engine and style text.
// SPDX-License-Identifier: MIT

// The contract of the engine's ES module (wasm/src/index.js).
declare module 'twinloop' {
  import type { TraceEvent } from './trace/types.js';

  export interface RuntimeOptions {
    wasmUrl?: string | URL;
    wasmModule?: WebAssembly.Module;
    clock: 'virtual' | 'real';
    /** Seconds of run per host second; the real clock only. */
    speed?: number;
    seed: number;
    limits: {
      steps?: number;
      memory?: number;
      output?: number;
      until?: number;
    };
    traceLevel: 'off' | 'sched' | 'lines';
    stdout?: (text: string) => void;
    stderr?: (text: string) => void;
    onTrace?: (events: TraceEvent[]) => void;
  }

  export interface RunResult {
    outcome: 'done' | 'error' | 'interrupted' | 'exit' | 'crashed';
    value?: unknown;
    error?: unknown;
    exitCode?: number;
  }

  export interface Run {
    stop(): void;
    pause(): void;
    resume(): void;
    readonly done: Promise<RunResult>;
  }

  export interface Runtime {
    run(
      files: Record<string, string>,
      options: { entry: string; argv?: string[] },
    ): Run;
    dispose(): void;
  }

  /** Rejects with a message for people when the module cannot be loaded. */
  export function createRuntime(options: RuntimeOptions): Promise<Runtime>;
}

declare module '*.css' {
  const text: string;
  export default text;
}
