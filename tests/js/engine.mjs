// engine.mjs — what the tests of the engine's module share.
// SPDX-License-Identifier: MIT
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { createRuntime } from '../../wasm/src/index.js';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The built module: TWINLOOP_WASM, else the newest in build/. */
function findWasm() {
  const builds = `${ROOT}build`;
  const found = (existsSync(builds) ? readdirSync(builds) : [])
    .map((preset) => `${builds}/${preset}/bin/twinloop.wasm`)
    .filter((path) => existsSync(path))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  const path = process.env.TWINLOOP_WASM || found[0];
  if (!path) {
    throw new Error('twinloop.wasm is not built: cmake --preset wasm');
  }
  return path;
}

export const wasmPath = findWasm();
export const wasmModule = await WebAssembly.compile(readFileSync(wasmPath));

export const delay = (milliseconds) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Starts [files] (or one source) and collects what comes out. `result` settles
 * with the run's result and all of it; a leak fails every test.
 */
export async function launch(files, options = {}, start = {}) {
  const out = { stdout: '', stderr: '', events: [], text: '', leaked: null };
  const keep = (name) => (text) => {
    out[name] += text;
  };
  const runtime = await createRuntime({
    wasmModule,
    stdout: keep('stdout'),
    stderr: keep('stderr'),
    onTrace: (events) => {
      out.events = out.events.concat(events);
    },
    onLeak: (bytes) => {
      out.leaked = bytes;
    },
    ...options,
  });
  const sources = typeof files === 'string' ? { 'main.py': files } : files;
  const run = runtime.run(sources, start);
  const result = run.done.then((end) => ({ ...out, ...end }));
  return { runtime, run, out, result };
}

/** Runs to the end. */
export async function runProgram(files, options, start) {
  const { result } = await launch(files, options, start);
  return result;
}
