// trace_store.test.mjs — the log, its fold, and seeking both ways.
// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  applyEvent,
  callStack,
  initialState,
  timersInOrder,
} from '../../web/src/trace/state.js';
import { TraceStore } from '../../web/src/trace/store.js';
import { recordStarved, recordWorkers } from './recorder.mjs';

function storeOf(events, options) {
  const store = new TraceStore(options);
  store.append(events);
  return store;
}

function firstSeq(events, kind, match = () => true) {
  return events.find((e) => e.kind === kind && match(e)).seq;
}

test('seeking forward, back and forward again gives equal states', () => {
  const events = recordWorkers(20, 20);
  const store = storeOf(events);
  assert.ok(events.length > 4000, 'long enough to need checkpoints');
  const steps = [];
  for (let n = 0; n < events.length; n += 97) {
    steps.push(n);
  }
  const forward = steps.map((n) => store.stateAt(n));
  const back = [...steps].reverse().map((n) => store.stateAt(n));
  const again = steps.map((n) => store.stateAt(n));
  assert.deepEqual(back.reverse(), forward);
  assert.deepEqual(again, forward);
});

test('a state from a checkpoint equals the fold from the first event', () => {
  const events = recordWorkers(8, 12);
  const store = storeOf(events);
  const state = initialState();
  for (const event of events) {
    applyEvent(state, event);
    assert.deepEqual(store.stateAt(event.seq), state);
  }
});

test('a state that was handed out never changes', () => {
  const events = recordWorkers();
  const store = storeOf(events.slice(0, 40));
  const before = store.stateAt(39);
  const copy = structuredClone(before);
  store.append(events.slice(40));
  store.stateAt(60).tasks.clear();
  assert.deepEqual(before, copy);
  assert.ok(store.stateAt(60).tasks.size > 0);
});

test('appending in pieces is the same as all at once', () => {
  const events = recordStarved();
  const pieces = new TraceStore();
  for (const event of events) {
    pieces.append([event]);
  }
  const last = events.length - 1;
  assert.deepEqual(pieces.stateAt(last), storeOf(events).stateAt(last));
});

test('the ready queue holds exactly what waits for its turn, in order', () => {
  const events = recordWorkers(3);
  const store = storeOf(events);
  const turn2 = firstSeq(events, 'loop.iteration', (e) => e.number === 2);
  const state = store.stateAt(turn2);
  const names = [...state.ready.values()].map(
    (h) => state.tasks.get(h.task).name,
  );
  assert.deepEqual(names, ['Task-2', 'Task-3', 'Task-4']);
  assert.equal(state.iteration, 2);
  const run = firstSeq(events, 'handle.run', (e) => e.seq > turn2);
  assert.equal(store.stateAt(run).ready.size, 2);
  assert.notEqual(store.stateAt(run).handle, null);
});

test('timers come by deadline and leave when they fire', () => {
  const events = recordWorkers(3);
  const store = storeOf(events);
  const wait = firstSeq(events, 'loop.wait');
  const state = store.stateAt(wait);
  assert.equal(state.phase, 'waiting');
  assert.deepEqual(
    timersInOrder(state).map((timer) => timer.when),
    [0.5, 1, 1.5],
  );
  const fire = firstSeq(events, 'timer.fire');
  assert.equal(store.stateAt(fire).timers.size, 2);
});

test('a task says what it awaits', () => {
  const events = recordWorkers(2);
  const store = storeOf(events);
  const state = store.stateAt(firstSeq(events, 'loop.wait'));
  const tasks = [...state.tasks.values()];
  assert.deepEqual(
    tasks.map((task) => [task.name, task.state, task.what]),
    [
      ['Task-1', 'waiting', 'task'],
      ['Task-2', 'waiting', 'sleep'],
      ['Task-3', 'waiting', 'sleep'],
    ],
  );
  assert.equal(tasks[0].on, tasks[1].id);
});

test('a task that gave way with sleep(0) is ready at once', () => {
  const events = recordStarved();
  const store = storeOf(events);
  const end = firstSeq(events, 'task.step.end', (e) => e.state === 'yielded');
  const task = store.stateAt(end).tasks.get(events[end].id);
  assert.equal(task.state, 'ready');
});

test('a blocking call is a phase of its own', () => {
  const events = recordStarved();
  const store = storeOf(events);
  const begin = firstSeq(events, 'blocked.begin');
  assert.equal(store.stateAt(begin).phase, 'blocked');
  assert.equal(store.stateAt(begin).until, 5);
  assert.equal(store.stateAt(begin + 1).phase, 'running');
});

test('the call stack follows frames and comes back after a callback', () => {
  const events = recordWorkers(1, 1);
  const store = storeOf(events);
  const line = firstSeq(events, 'line', (e) => e.line === 5);
  assert.deepEqual(
    callStack(store.stateAt(line)).map((f) => [f.function, f.line]),
    [['Task-2', 5]],
  );
  const between = firstSeq(events, 'handle.end');
  assert.deepEqual(
    callStack(store.stateAt(between)).map((f) => f.function),
    ['<module>'],
  );
});

test('the end of the run is part of the state', () => {
  const events = recordWorkers();
  const store = storeOf(events);
  const state = store.stateAt(events.length - 1);
  assert.deepEqual(state.end, { outcome: 'done', code: 0 });
  assert.equal(state.phase, 'ended');
  assert.equal(state.outputs, store.outputs.length);
  assert.ok([...state.tasks.values()].every((task) => task.state === 'result'));
});

test('a full log counts what it does not keep', () => {
  const events = recordWorkers();
  const store = storeOf(events, { capacity: 50 });
  assert.equal(store.length, 50);
  assert.equal(store.dropped, events.length - 50);
  assert.deepEqual(store.stateAt(49), storeOf(events).stateAt(49));
});

test('steps outside the log are its ends', () => {
  const events = recordWorkers();
  const store = storeOf(events);
  assert.deepEqual(store.stateAt(-5), initialState());
  assert.equal(store.stateAt(1e9).seq, events.length - 1);
  assert.equal(new TraceStore().stateAt(3).seq, -1);
});

test('a renamed task has its name from the renaming on', () => {
  const events = recordWorkers(1, 1).slice(0, 20);
  const task = events.find((e) => e.kind === 'task.create').id;
  events.push({
    ...events[19],
    seq: 20,
    kind: 'task.name',
    id: task,
    name: 'chief',
  });
  const store = storeOf(events);
  assert.equal(store.taskName(task, 19), 'Task-1');
  assert.equal(store.taskName(task, 20), 'chief');
  assert.equal(store.stateAt(20).tasks.get(task).name, 'chief');
});

test('seeking in a long log is immediate', () => {
  const store = storeOf(recordWorkers(200, 40));
  assert.ok(store.length > 90_000);
  const started = performance.now();
  for (let i = 0; i < 100; i++) {
    store.stateAt((i * 7919) % store.length);
  }
  const each = (performance.now() - started) / 100;
  assert.ok(each < 16, `${each.toFixed(1)} ms for one seek`);
});
