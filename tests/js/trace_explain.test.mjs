// trace_explain.test.mjs — events and their causes in plain words.
// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { explain, whyChain } from '../../web/src/trace/explain.js';
import { TraceStore } from '../../web/src/trace/store.js';
import { recordStarved, recordWorkers } from './recorder.mjs';

function storeOf(events) {
  const store = new TraceStore();
  store.append(events);
  return store;
}

function sentences(events, kind) {
  const store = storeOf(events);
  return events
    .filter((e) => e.kind === kind)
    .map((e) => explain(store, e.seq));
}

test('a step says why the task runs now', () => {
  const steps = sentences(recordWorkers(2, 2), 'task.step.begin');
  assert.equal(
    steps[0],
    'Task-1 starts to run, because the program created it',
  );
  assert.equal(steps[1], 'Task-2 starts to run, because Task-1 created it');
  assert.ok(steps.includes('Task-2 goes on, because its sleep ended'), steps);
  assert.ok(steps.includes('Task-1 goes on, because Task-2 ended'), steps);
});

test('a task that gave way goes on because its turn came', () => {
  const steps = sentences(recordStarved(), 'task.step.begin');
  assert.ok(
    steps.includes('a goes on, because its turn came'),
    steps.join('\n'),
  );
});

test('waiting, jumping and blocking are told with their durations', () => {
  const [wait] = sentences(recordWorkers(2, 2), 'loop.wait');
  assert.equal(wait, 'Nothing is ready: the loop waits 500 ms, until 0.5 s');
  const [blocked] = sentences(recordStarved(), 'blocked.begin');
  assert.equal(blocked, 'time.sleep blocks the whole loop for 5 s');
});

test('asyncio’s own callbacks are told by their purpose', () => {
  const base = { t: 0, cause: 0, loop: 1, thread: 1, file: null, line: null };
  const about = (seq, kind, fields) => ({ ...base, seq, kind, ...fields });
  const own = { id: 2, task: null, why: 'soon' };
  const store = storeOf([
    about(0, 'program.start', { cause: null, id: null, entry: 'main.py' }),
    about(1, 'callback.add', { ...own, callback: '_run_until_complete_cb' }),
    about(2, 'handle.run', { ...own, callback: '_run_until_complete_cb' }),
    about(3, 'handle.run', {
      ...own,
      callback: '_UnixSelectorEventLoop.stop',
    }),
    about(4, 'callback.add', { ...own, callback: 'gather: one done' }),
  ]);
  assert.deepEqual(
    [1, 2, 3, 4].map((seq) => explain(store, seq)),
    [
      'The loop will stop when a future is done',
      'The loop runs the callback that stops the loop',
      'The loop runs the callback loop.stop',
      'gather() will take note when a future is done',
    ],
  );
});

test('every event of a run has a sentence without holes in it', () => {
  for (const events of [recordWorkers(3, 3), recordStarved()]) {
    const store = storeOf(events);
    for (const event of events) {
      const text = explain(store, event.seq);
      assert.match(text, /^\p{L}|^“/u);
      assert.doesNotMatch(text, /undefined|null|NaN|\[object/, text);
    }
  }
});

test('every chain of causes ends at the start of the program', () => {
  const events = recordWorkers(3, 3);
  const store = storeOf(events);
  for (const event of events) {
    const { links } = whyChain(store, event.seq, Infinity);
    assert.equal(links[0].seq, event.seq);
    assert.equal(links.at(-1).text, 'The program main.py starts');
  }
});

test('a chain tells the story and leaves out the queueing', () => {
  const events = recordWorkers(1, 1);
  const store = storeOf(events);
  const step = events.filter((e) => e.kind === 'task.step.begin')[2];
  const texts = whyChain(store, step.seq).links.map((link) => link.text);
  assert.deepEqual(texts, [
    'Task-2 goes on',
    'The sleep gets its result',
    'The timer for 0.5 s is due',
    'A timer is set for 0.5 s, to end the sleep',
    'Task-2 starts to run',
    'Task-1 creates Task-2 to run worker()',
    'Task-1 starts to run',
    'The program creates Task-1 to run main()',
    'The program main.py starts',
  ]);
});

test('a long chain keeps its head and its end', () => {
  const events = recordWorkers(1, 30);
  const store = storeOf(events);
  const last = events.findLast((e) => e.kind === 'output');
  const chain = whyChain(store, last.seq, 5);
  assert.equal(chain.links.length, 5);
  assert.ok(chain.skipped > 10);
  assert.equal(chain.last.text, 'The program main.py starts');
});

test('hostile names are cut and made visible', () => {
  const events = recordWorkers(1, 1);
  const create = events.find((e) => e.kind === 'task.create');
  create.name = `evil\u202e\u0000\n${'x'.repeat(500)}`;
  const text = explain(storeOf(events), create.seq);
  assert.ok(text.length < 200, text);
  assert.match(text, /evil\\u202e\\u0000⏎/);
});
