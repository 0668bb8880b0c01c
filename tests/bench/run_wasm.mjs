// run_wasm.mjs — runs one benchmark program in the WebAssembly module.
// SPDX-License-Identifier: MIT
//
// usage: node run_wasm.mjs twinloop.wasm PROGRAM
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { argv, exit, stderr, stdout } from 'node:process';

import { createRuntime } from '../../wasm/src/index.js';

const [, , wasm, program] = argv;
const folder = dirname(program);
const files = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith('.py'))
    .map((name) => [name, readFileSync(join(folder, name))]),
);
const runtime = await createRuntime({
  wasmModule: await WebAssembly.compile(readFileSync(wasm)),
  clock: 'real',
  stdout: (text) => stdout.write(text),
  stderr: (text) => stderr.write(text),
});
const end = await runtime.run(files, { entry: basename(program) }).done;
if (end.outcome === 'crashed' || end.outcome === 'refused') {
  stderr.write(`${end.error}\n`);
}
exit(end.exitCode);
