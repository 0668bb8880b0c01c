// wasm_control.test.mjs — stop, pause, limits and clocks of a run.
// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { delay, launch, runProgram } from './engine.mjs';

const FOREVER = 'while True:\n    pass\n';

for (const pause of [null, 0, 100]) {
  const when = pause === null ? 'at once' : `after ${pause} ms`;
  test(`while True: pass is stopped ${when}`, { timeout: 10000 }, async () => {
    const { run, result } = await launch(FOREVER);
    if (pause !== null) {
      await delay(pause);
    }
    const begin = performance.now();
    run.stop();
    const end = await result;
    assert.ok(performance.now() - begin < 2000);
    assert.equal(end.outcome, 'interrupted');
    assert.equal(end.exitCode, 130);
    assert.equal(end.error, 'KeyboardInterrupt');
    assert.equal(end.leaked, 0);
  });
}

test('a stopped program may clean up', async () => {
  const { run, out, result } = await launch(
    `
import asyncio

async def main():
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        print("cleaned")

print("begins")
try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("stopped")
`,
    { clock: 'real' },
  );
  await delay(20);
  assert.equal(out.stdout, 'begins\n');
  run.stop();
  const end = await result;
  assert.equal(end.stdout, 'begins\ncleaned\nstopped\n');
  assert.equal(end.outcome, 'done');
});

test('a program that catches the stop is killed', async () => {
  const { run, result } = await launch(`
while True:
    try:
        while True:
            pass
    except KeyboardInterrupt:
        print("no")
`);
  await delay(20);
  run.stop();
  await delay(20);
  run.kill();
  const end = await result;
  assert.equal(end.stdout, 'no\n');
  assert.equal(end.outcome, 'interrupted');
  assert.equal(end.leaked, 0);
});

test('a listener may stop, pause or end the run', async () => {
  const source = 'for i in range(10**9):\n    print(i)\n';
  for (const what of ['stop', 'kill']) {
    let heard = 0;
    const { run, result } = await launch(source, {
      stdout: () => {
        heard += 1;
        run[what]();
      },
    });
    const end = await result;
    assert.equal(end.outcome, 'interrupted', what);
    assert.ok(heard > 0);
    assert.equal(end.leaked, 0, what);
  }
});

test('calls after the end do nothing', async () => {
  const { run, runtime, result } = await launch('print(1)');
  await result;
  run.stop();
  run.pause();
  run.resume();
  run.kill();
  runtime.dispose();
  assert.equal((await run.done).outcome, 'done');
});

test('pause holds a computation, resume lets it go on', async () => {
  const { run, out, result } = await launch(`
for i in range(200):
    for k in range(3000):
        pass
    print(i)
`);
  run.pause();
  await delay(30);
  assert.equal(out.stdout, '');
  run.resume();
  const end = await result;
  assert.equal(end.stdout.trimEnd().split('\n').length, 200);
});

test('the real clock waits, loosely as long as asked', async () => {
  const begin = performance.now();
  const { out, result } = await launch(
    `
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    begin = loop.time()
    await asyncio.sleep(0.05)
    print("%.6f" % (loop.time() - begin))

asyncio.run(main())
`,
    { clock: 'real' },
  );
  await result;
  const took = performance.now() - begin;
  assert.ok(took >= 49 && took < 500, `${took} ms`);
  const measured = Number(out.stdout);
  assert.ok(measured >= 0.049 && measured < 0.5, out.stdout);
});

test('speed makes the real clock faster', async () => {
  const begin = performance.now();
  const run = await runProgram('import time\ntime.sleep(5)\nprint("up")\n', {
    clock: 'real',
    speed: 100,
  });
  assert.equal(run.stdout, 'up\n');
  const took = performance.now() - begin;
  assert.ok(took >= 49 && took < 1000, `${took} ms`);
  assert.ok(run.time >= 5 && run.time < 100, `${run.time} s`);
});

test('no time passes for a paused program', async () => {
  const { run, result } = await launch('import time\ntime.sleep(0.03)\n', {
    clock: 'real',
  });
  run.pause();
  await delay(150);
  run.resume();
  const end = await result;
  assert.ok(end.time < 0.12, `${end.time} s`);
});

test('a step limit interrupts', async () => {
  const run = await runProgram(FOREVER, { limits: { steps: 5000 } });
  assert.equal(run.outcome, 'interrupted');
  assert.ok(run.steps >= 5000 && run.steps < 20000);
  assert.equal(run.leaked, 0);
});

test('a time limit interrupts a program that waits for ever', async () => {
  const run = await runProgram(
    `
import asyncio

async def main():
    while True:
        await asyncio.sleep(1)

asyncio.run(main())
`,
    { limits: { until: 10.5 } },
  );
  assert.equal(run.outcome, 'interrupted');
  assert.equal(run.time, 10.5);
});

test('a memory limit is a MemoryError', async () => {
  const run = await runProgram(
    `
data = []
try:
    while True:
        data.append("x" * 100000)
except MemoryError:
    data = None
    print("caught")
`,
    { limits: { memory: 20e6 } },
  );
  assert.equal(run.stdout, 'caught\n');
  assert.equal(run.outcome, 'done');
  assert.equal(run.leaked, 0);
});

test('all the memory there is is a MemoryError too', async () => {
  const run = await runProgram(`
data = []
try:
    while True:
        data.append("x" * 1000000)
except MemoryError:
    count = len(data)
    data = None
    print(100 < count < 300)
`);
  assert.equal(run.stdout, 'True\n');
  assert.equal(run.leaked, 0);
});

test('an output limit interrupts', async () => {
  const run = await runProgram('while True:\n    print("spam")\n', {
    limits: { output: 10000 },
  });
  assert.equal(run.outcome, 'interrupted');
  assert.ok(run.stdout.length >= 9000 && run.stdout.length <= 11000);
});

test('events over the trace limit are counted', async () => {
  const run = await runProgram('for i in range(500):\n    print(i)\n', {
    limits: { traceEvents: 100 },
  });
  assert.equal(run.outcome, 'done');
  assert.equal(run.events.length, 100);
  assert.ok(run.dropped > 300);
  run.events.forEach((event, i) => assert.equal(event.seq, i));
});

test('several runs side by side do not disturb each other', async () => {
  const source = (/** @type {number} */ n) => `
import asyncio

async def main():
    for i in range(200):
        await asyncio.sleep(0)
    print(${n})

asyncio.run(main())
`;
  const runs = await Promise.all(
    Array.from({ length: 8 }, (_, n) => runProgram(source(n))),
  );
  runs.forEach((run, n) => {
    assert.equal(run.stdout, `${n}\n`);
    assert.deepEqual(
      run.events.map((event) => event.seq),
      runs[0].events.map((event) => event.seq),
    );
  });
});

test('one stops, the others go on; dispose ends all', async () => {
  const { runtime, run } = await launch(FOREVER);
  const others = [0, 1].map(() => runtime.run({ 'main.py': FOREVER }));
  run.stop();
  assert.equal((await run.done).outcome, 'interrupted');
  assert.equal(await Promise.race([others[0].done, delay(50)]), undefined);
  runtime.dispose();
  const ends = await Promise.all(others.map((other) => other.done));
  assert.deepEqual(
    ends.map((end) => end.outcome),
    ['interrupted', 'interrupted'],
  );
});

for (const [name, source] of [
  ['a long computation', FOREVER],
  [
    'endless tasks',
    `
import asyncio

async def again():
    asyncio.create_task(again())

async def main():
    asyncio.create_task(again())
    await asyncio.get_running_loop().create_future()

asyncio.run(main())
`,
  ],
  ['an endless print', 'while True:\n    print("x" * 100)\n'],
  ['costly steps', 'while True:\n    sorted(str(i) for i in range(3000))\n'],
  ['built-ins that count steps', 'while True:\n    f"{1 / 3:>9.1%}"\n'],
]) {
  test(`${name} leaves the page its turns`, async () => {
    const { run, result } = await launch(source, { traceLevel: 'lines' });
    const gaps = [];
    let last = performance.now();
    for (let turn = 0; turn < 25; turn++) {
      await delay(4);
      const now = performance.now();
      gaps.push(now - last);
      last = now;
    }
    run.stop();
    await result;
    // The median: single gaps may be the machine's own, when it is busy.
    const gap = gaps.sort((a, b) => b - a)[gaps.length >> 1];
    assert.ok(gap < 100, `${gap} ms without a turn`);
  });
}
