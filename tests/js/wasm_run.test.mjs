// wasm_run.test.mjs — programs in the engine: output, exit code and trace.
// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { ROOT, runProgram } from './engine.mjs';

test('prints, and ends with exit code 0', async () => {
  const run = await runProgram('print("hello")');
  assert.equal(run.stdout, 'hello\n');
  assert.equal(run.stderr, '');
  assert.equal(run.outcome, 'done');
  assert.equal(run.exitCode, 0);
  assert.equal(run.error, null);
});

test('virtual time costs no waiting', async () => {
  const begin = performance.now();
  const run = await runProgram(`
import asyncio

async def main():
    await asyncio.sleep(3600)
    print(asyncio.get_running_loop().time())

asyncio.run(main())
`);
  assert.equal(run.stdout, '3600.0\n');
  assert.equal(run.time, 3600);
  assert.ok(performance.now() - begin < 2000);
});

test('an uncaught exception is on stderr and is the error', async () => {
  const run = await runProgram('print("before")\n1 / 0\n');
  assert.equal(run.stdout, 'before\n');
  assert.match(run.stderr, /^Traceback \(most recent call last\):\n/);
  assert.equal(run.outcome, 'error');
  assert.equal(run.exitCode, 1);
  assert.equal(run.error, 'ZeroDivisionError: division by zero');
});

test('sys.exit gives the exit code', async () => {
  const run = await runProgram('import sys\nsys.exit(7)\n');
  assert.equal(run.outcome, 'error');
  assert.equal(run.exitCode, 7);
});

test('files import each other, argv is given, -m runs a module', async () => {
  const files = {
    'main.py': 'import sys\nfrom pkg.mod import twice\nprint(twice(sys.argv))',
    'pkg/__init__.py': '',
    'pkg/mod.py': 'def twice(x):\n    return x * 2\n',
    'pkg/__main__.py': 'print(__name__, __package__)\n',
  };
  const main = await runProgram(files, {}, { argv: ['ä'] });
  assert.equal(main.stdout, "['main.py', 'ä', 'main.py', 'ä']\n");
  const module = await runProgram(files, {}, { module: 'pkg' });
  assert.equal(module.stdout, '__main__ pkg\n');
});

test('a file that is not there is refused', async () => {
  const run = await runProgram({ 'a.py': '' }, {}, { entry: 'b.py' });
  assert.equal(run.outcome, 'refused');
  assert.equal(run.exitCode, 2);
  assert.match(run.error, /can't open file 'b\.py'/);
  assert.equal(run.leaked, 0);
});

test('the seed fixes random numbers', async () => {
  const source = 'import random\nprint(random.random())\n';
  const texts = [];
  for (const seed of [0, 0, 1]) {
    texts.push((await runProgram(source, { seed })).stdout);
  }
  // As CPython after random.seed(0).
  assert.equal(texts[0], '0.8444218515250481\n');
  assert.equal(texts[1], texts[0]);
  assert.equal(texts[2], '0.13436424411240122\n');
});

test('every character arrives, in output and trace', async () => {
  const run = await runProgram('print("\\ufeffaä€😀" * 3)');
  assert.equal(run.stdout, '\ufeffaä€😀'.repeat(3) + '\n');
  const [output] = run.events.filter((event) => event.kind === 'output');
  assert.equal(output.text, run.stdout);
});

test('long output arrives whole and in order', async () => {
  const run = await runProgram(`
for i in range(3000):
    print(i, "é" * 50)
`);
  const lines = run.stdout.trimEnd().split('\n');
  assert.equal(lines.length, 3000);
  lines.forEach((line, i) => assert.equal(line, `${i} ${'é'.repeat(50)}`));
});

test('many times more memory than at the start', async () => {
  const run = await runProgram(`
data = ["x" * 1000 + str(i) for i in range(30000)]
print(len(data), data[29999][-5:])
`);
  assert.equal(run.stdout, '30000 29999\n');
  assert.equal(run.leaked, 0);
});

const traced = readdirSync(`${ROOT}tests/trace`).filter((name) =>
  name.endsWith('.py'),
);
for (const name of traced) {
  test(`events equal the JSON Lines: ${name}`, async () => {
    const source = readFileSync(`${ROOT}tests/trace/${name}`);
    const { events } = await runProgram(source.toString());
    const parts = [];
    const onTraceText = (part) => parts.push(part);
    await runProgram(source.toString(), { onTraceText });
    const [header, ...records] = parts
      .join('')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(header, { schema: 'twinloop-trace', version: 1 });
    assert.deepEqual(events, records);
  });
}

test('a listener may throw: the run goes on', async (t) => {
  // The error belongs to whoever listens for errors of the page.
  const errors = [];
  globalThis.reportError = (error) => errors.push(error.message);
  t.after(() => delete globalThis.reportError);
  const lines = [];
  const run = await runProgram('print(1)\nprint(2)\n', {
    stdout: (text) => {
      lines.push(text);
      throw new Error(`no ${text.trim()}`);
    },
  });
  assert.equal(run.outcome, 'done');
  assert.equal(lines.join(''), '1\n2\n');
  assert.equal(errors.length, lines.length);
});
