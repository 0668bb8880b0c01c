// run_wasm.mjs — runs many programs in the WebAssembly module, in one process.
// SPDX-License-Identifier: MIT
//
// usage: node run_wasm.mjs twinloop.wasm <jobs.json >results.json
//
// A job is {name, files, entry, module, args, flags}; its result {stdout,
// stderr, exit, trace}. All texts are bytes written as latin-1, so that what
// is no UTF-8 stays what it is. run.py is the only caller.
import { readFileSync } from 'node:fs';
import { stdin, stdout } from 'node:process';

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
      options.limits.until = Number(value);
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

async function runJob(job, wasmModule) {
  const options = optionsOf(job.flags);
  const result = { stdout: '', stderr: '', exit: EXIT_USAGE, trace: '' };
  if (options === null) {
    return result;
  }
  const keep = (name) => (text) => {
    result[name] += latin1(text);
  };
  const runtime = await createRuntime({
    ...options,
    wasmModule,
    stdout: keep('stdout'),
    stderr: keep('stderr'),
    onTraceText: keep('trace'),
    onLeak: (bytes) => {
      if (bytes > 0) {
        result.stderr += `twinloop: leaked ${bytes} bytes\n`;
      }
    },
  });
  const files = Object.fromEntries(
    Object.entries(job.files).map(([name, text]) => [name, bytes(text)]),
  );
  const start = job.module ? { module: job.module } : { entry: job.entry };
  const run = runtime.run(files, { ...start, argv: job.args });
  const end = await run.done;
  if (end.outcome === 'refused' || end.outcome === 'crashed') {
    result.stderr += latin1(`twinloop: ${end.error}\n`);
  }
  result.exit = end.exitCode;
  return result;
}

async function readAll(stream) {
  const chunks = [];
  for await (const chunk of stream) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const wasmModule = await WebAssembly.compile(readFileSync(process.argv[2]));
const results = [];
for (const job of JSON.parse(await readAll(stdin))) {
  results.push(await runJob(job, wasmModule));
}
stdout.write(JSON.stringify(results));
