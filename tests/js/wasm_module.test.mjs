// wasm_module.test.mjs — the module itself: loading, boundary, crashes.
// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { Engine, EngineCrash } from '../../wasm/src/engine.js';
import { createRuntime } from '../../wasm/src/index.js';
import { launch, ROOT, runProgram, wasmModule, wasmPath } from './engine.mjs';

/** What the toolchain adds to exports.json; none of it is called. */
const TOOLCHAIN_EXPORTS = [
  '__errno_location',
  '__indirect_function_table',
  '_initialize',
  'memory',
  'stackAlloc',
  'stackRestore',
  'stackSave',
];

test('the engine can reach output, clock and growth, nothing else', () => {
  const imports = WebAssembly.Module.imports(wasmModule);
  assert.deepEqual(
    imports.map(({ module, name, kind }) => `${kind} ${module}.${name}`).sort(),
    [
      'function env.emscripten_notify_memory_growth',
      'function env.tl_now',
      'function env.tl_wall_time',
      'function env.tl_write',
    ],
  );
});

test('the exports are those of exports.json', () => {
  const json = readFileSync(`${ROOT}wasm/exports.json`, 'utf8');
  assert.deepEqual(
    WebAssembly.Module.exports(wasmModule)
      .map(({ name }) => name)
      .filter((name) => !TOOLCHAIN_EXPORTS.includes(name))
      .sort(),
    JSON.parse(json),
  );
});

test('loads from a file and over HTTP, whatever the MIME type', async (t) => {
  const server = createServer((request, response) => {
    const type = request.url === '/right' ? 'application/wasm' : 'text/plain';
    response.writeHead(200, { 'Content-Type': type });
    response.end(readFileSync(wasmPath));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const host = `http://127.0.0.1:${server.address().port}`;
  const urls = [pathToFileURL(wasmPath), `${host}/right`, `${host}/wrong`];
  for (const wasmUrl of urls) {
    const run = await runProgram('print(1)', {
      wasmModule: undefined,
      wasmUrl,
    });
    assert.equal(run.stdout, '1\n');
  }
});

test('an engine that is missing rejects with a sentence', async (t) => {
  const server = createServer((_, response) => {
    response.writeHead(404);
    response.end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const wasmUrl = `http://127.0.0.1:${server.address().port}/none.wasm`;
  await assert.rejects(
    createRuntime({ wasmUrl }),
    /^Error: Twinloop's engine http.*none\.wasm could not be loaded: HTTP 404$/,
  );
  await assert.rejects(
    createRuntime({ wasmUrl: new URL('file:///no/such.wasm') }),
    /could not be loaded: ENOENT/,
  );
});

test('a damaged engine rejects with a sentence', async (t) => {
  const folder = mkdtempSync(`${tmpdir()}/twinloop-`);
  t.after(() => rmSync(folder, { recursive: true }));
  const whole = readFileSync(wasmPath);
  const damaged = {
    cut: whole.subarray(0, whole.length / 2),
    page: Buffer.from('<!doctype html><title>Not found</title>'),
    empty: Buffer.alloc(0),
  };
  for (const [name, bytes] of Object.entries(damaged)) {
    writeFileSync(`${folder}/${name}.wasm`, bytes);
    const wasmUrl = pathToFileURL(`${folder}/${name}.wasm`);
    await assert.rejects(createRuntime({ wasmUrl }), /is damaged: /);
  }
});

test('a module that is not the engine ends the run, not the page', async () => {
  // The smallest module there is.
  const other = await WebAssembly.compile(
    new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]),
  );
  const run = await runProgram('print(1)', { wasmModule: other });
  assert.equal(run.outcome, 'crashed');
  assert.equal(run.exitCode, 1);
});

const quiet = { write() {}, now: () => 0, wallTime: () => 0 };
const BAD_POINTER = 0xfffff0;

test('an engine that trapped refuses every further call', () => {
  const engine = new Engine(wasmModule, quiet);
  assert.throws(
    () => engine.call('tlw_run', BAD_POINTER * 256, 1),
    EngineCrash,
  );
  assert.throws(() => engine.call('tlw_alloc', 1), EngineCrash);
  const next = new Engine(wasmModule, quiet);
  assert.notEqual(next.call('tlw_alloc', 1), 0);
});

test('after a crash the next run works', async (t) => {
  const call = Engine.prototype.call;
  t.mock.method(Engine.prototype, 'call', function (name, run, ...args) {
    // A trap in the third slice of a program that has printed already.
    const bad = name === 'tlw_run' && ++calls === 3;
    return call.call(this, name, bad ? BAD_POINTER * 256 : run, ...args);
  });
  let calls = 0;
  const { runtime, out, result } = await launch('print(1)\nwhile 1: pass\n');
  const end = await result;
  assert.equal(end.outcome, 'crashed');
  assert.equal(end.exitCode, 1);
  assert.match(end.error, /^the engine crashed: /);
  assert.equal(end.stdout, '1\n');
  out.stdout = '';
  const next = await runtime.run({ 'main.py': 'print(2)' }).done;
  assert.equal(next.outcome, 'done');
  assert.equal(out.stdout, '2\n');
});

test('nothing leaks, whatever way a run ends', async () => {
  const sources = [
    'print(1)',
    'syntax error here',
    'raise ValueError',
    'class A:\n    def __init__(self):\n        self.me = self\nA()',
    'import asyncio\nasync def f(): pass\nf()\nasyncio.run(f())',
    'import sys\nsys.exit(3)',
  ];
  for (const source of sources) {
    assert.equal((await runProgram(source)).leaked, 0, source);
  }
});
