// run_wasm.mjs — runs many programs in the WebAssembly module, in one process.
// SPDX-License-Identifier: MIT
//
// usage: node run_wasm.mjs twinloop.wasm <jobs.json >results.json
//
// A job is {name, files, entry, module, args, flags}; its result {stdout,
// stderr, exit, trace}. All texts are bytes written as latin-1, so that what
// is no UTF-8 stays what it is. run.py is the only caller.
import { readFileSync, writeSync } from 'node:fs';
import { stdin } from 'node:process';

import { createRuntime } from '../../wasm/src/index.js';

const EXIT_USAGE = 2;

const bytes = (text) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const latin1 = (text) => Buffer.from(text, 'utf8').toString('latin1');

/** Our command line's flags as the runtime's options; null = no such flag. */
function optionsOf(flags) {
  const options = { clock: 'virtual', limits: {} };
  for (const flag of flags) {
    const [name, value] = flag.split('=');
    if (name === '--seed') {
      options.seed = Number(value);
    } else if (name === '--until') {
      options.until = Number(value);
    } else if (name === '--max-steps') {
      options.limits.steps = Number(value);
    } else if (name === '--max-memory') {
      options.limits.memory = Number(value);
    } else {
      return null;
    }
  }
  return options;
}

async function runJob(job, wasm) {
  const options = optionsOf(job.flags);
  const result = { stdout: '', stderr: '', exit: EXIT_USAGE, trace: '' };
  if (options === null) {
    return result;
  }
  const runtime = await createRuntime({
    ...options,
    wasm,
    trace: 'jsonl',
    stdout: (text) => {
      result.stdout += latin1(text);
    },
    stderr: (text) => {
      result.stderr += latin1(text);
    },
    onTrace: (text) => {
      result.trace += latin1(text);
    },
  });
  const files = Object.fromEntries(
    Object.entries(job.files).map(([name, text]) => [name, bytes(text)]),
  );
  const start = job.module ? { module: job.module } : { entry: job.entry };
  try {
    const run = runtime.run(files, { ...start, argv: job.args });
    const end = await run.done;
    result.exit = end.exitCode;
  } catch (error) {
    result.stderr += latin1(`${error.message}\n`);
  } finally {
    runtime.dispose();
  }
  return result;
}

async function readAll(stream) {
  const chunks = [];
  for await (const chunk of stream) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const wasm = await WebAssembly.compile(readFileSync(process.argv[2]));
const results = [];
for (const job of JSON.parse(await readAll(stdin))) {
  results.push(await runJob(job, wasm));
}
const output = Buffer.from(JSON.stringify(results));
for (let sent = 0; sent < output.length; ) {
  sent += writeSync(1, output, sent);
}
